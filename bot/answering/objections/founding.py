"""`When was ASEAN founded?` is not answered by the founding of the ASEAN Community."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import SAID
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.answering.text.wording import Wording
from bot.language.naming.names import is_syllable
from bot.language.words.normalise import words

_ASKS = Wording(
    r"\b(?:found(?:ed|ers?|ing)|establish(?:ed|ment)|set up|created|creation|formed|formation|born)\b",
    r"(?<!\w)(?:thành lập|ra đời|sáng lập|hình thành|khai sinh)(?!\w)",
)
_DEEDS = Wording(
    r"\b(?:found(?:ed|ing|ation)|establish(?:ed|ing|ment)|set up|creat(?:ed|ing|ion)|form(?:ed|ing|ation)|launch(?:ed|ing)?)\b",
    r"(?<!\w)(?:thành lập|ra đời|sáng lập|hình thành|khai sinh)(?!\w)",
)
_PASSIVE = Wording(
    r"\b(?:was|were|been) (?:first |officially |originally )?(?:founded|established|set up|created|formed)\b",
    r"(?<!\w)(?:(?:chính thức )?được (?:chính thức )?(?:thành lập|sáng lập|lập ra)|ra đời)(?!\w)",
)
INSIDE = 2
"""Plain syllables inside a name, at most."""
_BETWEEN = words("of the a an was were been is has have had being first officially được đã chính thức nước")
_SAME = words(
    "corporation group company inc ltd co corp party city province state republic kingdom region district team club fc association "
    "organisation organization union bank the of and tập đoàn công ty hãng thành phố tỉnh huyện quận nước cộng hòa đảng câu lạc bộ "
    "clb ban nhạc nhóm tổ chức hiệp hội liên ngân hàng trường đại học viện"
)
"""Words that name of what kind something is, and do not make it another thing: `Samsung Group`, `Tập đoàn FPT`."""


def another_founded(question: QuestionView, scene: Scene) -> bool:
    """Whether a sentence tells of the founding of something else only, in whose name that of the question is a part."""
    if not _ASKS.says(question):
        return False
    asked = {t.word.folded for t in question.terms if t.name} or _first(question)
    founded = [name for name in _founded(scene.sentence) if not asked.isdisjoint(t.word.folded for t in name)]
    known = frozenset[str]().union(*(question.forms(t, scene.sentence) for t in question.terms), question.folded)
    if founded:
        return all(_is_more(name, known) for name in founded)
    named = [h for t, h in zip(question.terms, scene.held, strict=True) if t.word.folded in asked]
    unsaid = bool(named) and max(named) < SAID
    return unsaid and any(_is_more(name, known) for name in _told_of(scene.sentence))


def _first(question: QuestionView) -> set[str]:
    """The first word of a question that names nothing else: `ASEAN ra đời năm nào?`."""
    return {t.word.folded for t in question.terms if t.index == 0 and question.language == "vi"}


def _is_more(name: Sequence[Token], known: frozenset[str]) -> bool:
    """Whether a name holds more than the question has, besides words for the kind of thing."""
    return any(known.isdisjoint({t.word.folded, t.word.stem}) and t.word.canonical not in _SAME for t in name)


def _founded(sentence: SentenceView) -> Iterator[list[Token]]:
    """The names right behind the words that tell of a founding, and right before them."""
    for first, end in _spots(_DEEDS, sentence):
        yield _run(sentence.tokens, end, 1)
        yield _run(sentence.tokens, first - 1, -1)


def _told_of(sentence: SentenceView) -> Iterator[list[Token]]:
    """The names of what a sentence says to have been founded: `Cam Pha's club was founded`."""
    there = sentence.tokens
    for first, _ in _spots(_PASSIVE, sentence):
        place = first - 1
        while place >= 0 and not there[place].capital and there[place].word.canonical in _SAME:
            place -= 1
        yield _run(there, place, -1)


def _spots(wording: Wording, sentence: SentenceView) -> Iterator[tuple[int, int]]:
    """The words that say something in a sentence, as places among its words, `first:end`."""
    if len(sentence.lower) == len(sentence.text):
        yield from map(sentence.touched, wording.finditer(sentence))


def _run(there: Sequence[Token], place: int, step: int) -> list[Token]:
    """The capital words from a place on, past words that only lead to them; plain syllables may stand inside."""
    while 0 <= place < len(there) and there[place].word.canonical in _BETWEEN and not there[place].capital:
        place += step
    found: list[Token] = []
    while 0 <= place < len(there) and (there[place].capital or (found and _is_inside(there, place, step))):
        found.append(there[place])
        place += step
    return found[::step]


def _is_inside(there: Sequence[Token], place: int, step: int) -> bool:
    """Whether a plain Vietnamese syllable stands inside a name: the `đồng` of `Cộng đồng ASEAN`."""
    beyond = [there[i] for i in range(place + step, place + step * (INSIDE + 1), step) if 0 <= i < len(there)]
    plain = list(takewhile(lambda t: not t.capital, (there[place], *beyond)))
    return len(plain) <= len(beyond) and all(not t.stop and is_syllable(t.word.canonical) for t in plain)
