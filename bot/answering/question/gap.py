"""Where the gap of a question would stand in a statement: which of its words are expected on which side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answering.question.asked import Asked
from bot.answering.question.nouns import AUXILIARIES
from bot.answering.text.word_classes import CLOSED, NOUN_ENDINGS, is_past, is_verb
from bot.language.words.normalise import words
from bot.language.words.terms import Word
from bot.models import Language

Role = Literal["none", "tail", "obj", "be", "subjpass", "bepass", "aux", "subj", "front", "la", "mid"]

_ASKING = words("what which who whom whose when where why how")
_PREPOSITIONS = words(
    "in on at by for from with to of into about through during under over against between among as after before upon"
)
_VI_PREPOSITIONS = words("của ở tại trong bởi từ cho với về bằng đến vào do theo trên")
_BE = words("is are was were be been")


@dataclass(frozen=True, slots=True)
class Gap:
    """What the gap is to its question, the preposition it hangs on, and the question's words (by index) around it.

    `verbs` are the verbs behind the asking words; `left` and `right` the words that a statement has on either side;
    `beside` the first content word behind the asking words, the last word, and the word before them, where there are.
    """

    role: Role = "none"
    preposition: str = ""
    verbs: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()
    right: frozenset[int] = frozenset()
    beside: tuple[int | None, int | None, int | None] = (None, None, None)


def gap_of(question: Sequence[Word], asked: Asked, language: Language) -> Gap:
    """The gap of a question.

    >>> from bot.answering.question.kind import asked
    >>> from bot.language.words.terms import tokens, word_of
    >>> text = "What did the ambassador promise in Jakarta?"
    >>> gap = gap_of([word_of(t) for t, _, _ in tokens(text)], asked(text, "en"), "en")
    >>> gap.role, sorted(gap.left), sorted(gap.right)
    ('obj', [1, 2, 3, 4], [5, 6])
    """
    return _vietnamese(question, asked) if language == "vi" else _english(question, asked)


def _vietnamese(question: Sequence[Word], asked: Asked) -> Gap:
    """Vietnamese asks in place, so the words stand as in a statement."""
    if not asked.asking:
        return Gap(beside=_beside(question, asked, 0, "vi"))
    low = [w.canonical for w in question]
    first, last = min(asked.asking), max(asked.asking)
    start = min([first, *(i for i in asked.focus if abs(i - first) <= 4)])
    before = low[start - 1] if start else ""
    role: Role = "front" if start == 0 else "la" if before == "là" else "tail" if last == len(low) - 1 else "mid"
    return Gap(
        role, before if before in _VI_PREPOSITIONS else "", frozenset(), frozenset(range(first)),
        frozenset(range(last + 1, len(low))), _beside(question, asked, last, "vi"),
    )  # fmt: skip


def _english(question: Sequence[Word], asked: Asked) -> Gap:
    low = [w.canonical for w in question]
    place = next((i for i, w in enumerate(low) if w in _ASKING), None)
    if place is None:
        return Gap(right=frozenset(range(1, len(low))), beside=_beside(question, asked, 0, "en"))
    close = [i for i in asked.asking if i <= place + 2]
    end = max([place, *(i for i in asked.focus if abs(i - place) <= 4), *close])
    before = low[place - 1] if place else ""
    hanging = [w for w in (before, low[-1]) if w in _PREPOSITIONS]
    role = _role(low, place, end)
    verbs = frozenset(i for i in range(end + 1, len(low)) if is_verb(question[i].stem) and not question[i].stop_en)
    left, right = _sides(question, role, end, min(asked.asking, default=0))
    return Gap(role, hanging[0] if hanging else "", verbs, left, right, _beside(question, asked, end, "en"))


def _role(low: Sequence[str], place: int, end: int) -> Role:
    """By the word behind the asking words: `did`, a form of be (with a participle or without), another verb."""
    following = low[end + 1] if end + 1 < len(low) else ""
    if place > 2 and end >= len(low) - 1:
        return "tail"
    if following in ("did", "do", "does"):
        return "obj"
    if following in _BE:
        rest = low[end + 2 :]
        return "subjpass" if rest and is_past(rest[0]) else "bepass" if any(map(is_past, rest)) else "be"
    return "aux" if following in AUXILIARIES else "subj"


def _sides(question: Sequence[Word], role: Role, end: int, first: int) -> tuple[frozenset[int], frozenset[int]]:
    behind = frozenset(range(end + 1, len(question)))
    if role in ("subj", "subjpass"):
        return frozenset(), behind
    if role == "tail":
        return frozenset(range(first)), frozenset()
    if role == "be":
        return behind, frozenset()
    verb = next((i for i in range(end + 3, len(question)) if _predicate(question, i, role)), len(question) - 1)
    return frozenset(range(end + 1, verb + 1)), frozenset(range(verb + 1, len(question)))


def _predicate(question: Sequence[Word], place: int, role: Role) -> bool:
    """Whether the main verb stands here: behind `was` a past form, behind `did` a base form that no article leads."""
    word = question[place]
    if role == "bepass":
        return is_past(word.canonical)
    led = CLOSED["en"].get(question[place - 1].canonical, "")
    plain = is_verb(word.stem) and not word.stop_en and not word.canonical.endswith(NOUN_ENDINGS)
    return plain and led in ("", "R", "A")


def _beside(
    question: Sequence[Word], asked: Asked, end: int, language: Language
) -> tuple[int | None, int | None, int | None]:
    stops = [w.stop_en if language == "en" else w.stop_vi for w in question]
    following = next((i for i in range(end + 1, len(question)) if not stops[i]), None)
    start = min([*asked.asking, *asked.focus], default=0)
    before = start - 1 if start and asked.asking else None
    return following, len(question) - 1 if question else None, before
