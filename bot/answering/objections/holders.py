"""`Who is the governor of the central bank?`: the holder of an office is named right beside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.answering.evidence.features import Scene
from bot.answering.evidence.mentions import leans
from bot.answering.evidence.name_runs import parted
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.language.grammar.verbs import is_past
from bot.language.lexicon.likeness import Phrase
from bot.language.lexicon.open_classes import classes
from bot.language.naming.lands import is_place
from bot.language.naming.names import is_syllable
from bot.language.naming.titles import BESIDE_NAMES, is_office
from bot.language.words.normalise import fold, words
from bot.language.words.terms import tokens, word_of
from bot.models import Language

REACH = 7
"""Words between a title with its organisation and the name of who holds it."""
SAID = 0.6
"""Strength of the words of a title from which on it counts as said."""
HEAD = 0.3
"""Strength of the last word of an English title from which on it counts as said."""
LEAST = 2
"""Syllables of a Vietnamese title that an organisation's initials leave, at least."""
_WHO_IS = re.compile(
    r"^(?:so |and )?who (?:is|was|are) (?:currently )?"
    r"(?:(?:the )?(?:current |present |incumbent |sitting )|the |an? |(?:[^\s,?]+ ){0,3}?[^\s,?]+['’]s )?"
    r"([^,?]+?)(?: (?:of|at|for|in|from|to) .*|)\?*$",
    re.IGNORECASE,
)
_AI_LA = re.compile(r"^(?:ai|những ai) (?:đang |hiện |từng )*(?:là|la|làm|lam) (.+?)\?*$", re.IGNORECASE)
_LA_AI = re.compile(r"^(.+?) (?:là|la|tên là gì|ten la gi) (?:ai\b)?.*$", re.IGNORECASE)
_IS_WHO = re.compile(
    r"\b(?:là|la) ai\b(?! (?:đã |tự )?(?:tặng|gửi|trao|làm|viết|vẽ|mua|bán|xây|nói|đưa|lập|tang|lam|viet|ve))|\btên là gì|\bten la gi"
)
"""`Đại sứ là ai?`; `Tranh là ai vẽ?` asks who did it."""
_HOLDS = {
    "en": re.compile(
        r"^who (?:currently )?(?:(?:holds?|held) the (?:post|position|office|title) of|(?:serves?|served|acts?|acted) as) (?:the |an? )?"
        r"([^,?]+?)(?: (?:of|at|for|in|from) .*|)\?*$",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"^ai (?:đang |hiện )*(?:(?:giữ|nắm giữ)(?: chức vụ| chức danh| cương vị| vị trí| chức)"
        r"|(?:đảm nhiệm|đảm nhận)(?: chức vụ| chức danh| cương vị| vị trí| chức)?) (.+?)\?*$",
        re.IGNORECASE,
    ),
}
_OWNED = re.compile(r"^\S+['’]s\s+(?=\S)")
_BODIES = words("các những ban hội phòng")
"""What stands before the title of several people, or before a body that is called by it: `Ủy ban Đại diện`."""
_OF = words("của cua tại tai ở o kiêm")
_DEPUTY = words("deputy vice former phó cựu nguyên pho cuu")


def office(question: QuestionView) -> tuple[Phrase, ...]:
    """The forms of the title that a question asks the holder of, in both languages; () for another question.

    The stems of its words as they stand, then its translations.
    """
    if question.asked.kind not in ("person", "name"):
        return ()
    held = _HOLDS[question.language].match(question.text)
    match = held or _asked(question)
    if not match:
        return ()
    titles = [t for t, _, _ in tokens(_OWNED.sub("", match.group(1)))]
    if question.language == "vi":
        spoken, titles = titles, _known_title(question, titles) or _leading_title(titles)
        behind = spoken[len(titles) : len(titles) + 1]
        if match.re is _AI_LA and behind and not (behind[0][0].isupper() or behind[0] in _OF):
            return ()
    if not titles or len(titles) > 4:
        return ()
    if question.language == "en" and (_is_no_title(titles[0]) or (not held and _is_name(question, titles))):
        return ()
    own: Phrase = tuple(word_of(t).stem for t in titles)
    first = next((t for t in question.terms if t.text == titles[0]), None)
    if question.asked.kind == "name" and not (first and first.translations):
        return ()
    return (own, *(first.translations if first else ()))


def _is_no_title(first: str) -> bool:
    """Whether what follows `Who was` begins with a participle or a stop word: `Who was there …?`, `Who was asked to …?`."""
    return is_past(first.lower()) or word_of(first).stop_en


def _is_name(question: QuestionView, titles: Sequence[str]) -> bool:
    """Whether words with capitals name a person: `Orla Quinn`, not `Secretary-General`, a title that the glossary knows."""
    if not titles[0][0].isupper() or not any(t[0].isupper() for t in titles[1:]):
        return False
    return not (question.glossary.whole(titles, "en") and BESIDE_NAMES.search(" ".join(titles).lower()))


def _asked(question: QuestionView) -> re.Match[str] | None:
    """The match of `Who is the X?`, `X là ai?`."""
    if question.language == "en":
        return _WHO_IS.match(question.text)
    plain = _IS_WHO.search(question.lower)
    return _AI_LA.match(question.text) or (_LA_AI.match(question.text) if plain else None)


def _known_title(question: QuestionView, titles: list[str]) -> list[str]:
    """The syllables that the glossary knows as one word at the head: `Tổng Thư ký` of `Tổng Thư ký ASEAN`; none where it does not."""
    known = [m.end for m in question.glossary.translations(titles, "vi") if m.start == 0 and m.end > 1]
    title = titles[: max(known, default=0)]
    return title[:-1] if len(title) > LEAST and title[-1].isupper() else title


def _leading_title(titles: list[str]) -> list[str]:
    """The words before the name of the organisation: `Phó Thống đốc` of `Phó Thống đốc Ngân hàng Nhà nước`."""
    end = 1
    deputy = titles[0].lower() in _DEPUTY
    while (
        end < len(titles)
        and end < 4
        and (not titles[end][0].isupper() or (deputy and end == 1))
        and titles[end].lower() != "của"
    ):
        end += 1
    return titles[: min(end, 3 if deputy else 2)]


def holds_office(title: tuple[Phrase, ...], question: QuestionView, sentence: SentenceView) -> bool:
    """Whether a sentence has a title with a fresh name beside it, and no `deputy` or `former` that is not asked for."""
    places = (place for phrase in title for place in _stands(phrase, question, sentence))
    return any(_named_near(start, end, question, sentence) for start, end in places)


def _stands(phrase: Phrase, question: QuestionView, sentence: SentenceView) -> list[tuple[int, int]]:
    """Where a title stands that is no deputy's, unless that is asked for, nor that of several people."""
    there = sentence.tokens
    found = []
    for start in sentence.starts(phrase):
        end = start + len(phrase)
        before = there[start - 1].word if start else None
        if before and before.canonical in _DEPUTY and before.folded not in question.folded:
            continue
        if not _of_several(question, sentence, start, end):
            found.append((start, end))
    return found


def _of_several(question: QuestionView, sentence: SentenceView, start: int, end: int) -> bool:
    """Whether a title is that of several people or of a body where it is asked for as one: `the mayors`, `Ban Thư ký`.

    A list of names may follow an English plural.
    """
    there = sentence.tokens
    if sentence.language == "vi":
        behind = there[end].word.canonical if end < len(there) else ""
        return (start > 0 and there[start - 1].word.canonical in _BODIES) or behind in ("các", "những")
    title = there[end - 1].word
    plural = title.canonical.endswith("s") and title.stem != title.canonical
    asked = title.canonical in {w.canonical for w in question.words}
    return plural and not asked and not (end < len(there) and there[end].capital)


def _named_near(start: int, end: int, question: QuestionView, sentence: SentenceView) -> bool:
    there = sentence.tokens
    first = max(0, start - 4)
    beside = end < len(there) and _is_fresh(question, there[end]) and not parted(sentence, end - 1)
    beside = beside and not _is_foreign_place(there[end])
    return beside or any(
        _pairs(question, sentence, a, b) for a, b in ((first, start), (end, end + REACH), (first, end + REACH))
    )


def _pairs(question: QuestionView, sentence: SentenceView, first: int, end: int) -> bool:
    """Whether two words of one fresh name stand side by side, and are no word of several syllables."""
    there = sentence.tokens[first:end]
    words_there = question.glossary.translations([t.text for t in there], sentence.language)
    known = {i for m in words_there if m.end - m.start > 1 for i in range(m.start, m.end)}
    fresh = [_is_fresh(question, t) and i not in known for i, t in enumerate(there)]
    both = enumerate(pairwise(fresh), first)
    return any(one and two and sentence.gap(place) in (" ", "-") for place, (one, two) in both)


def _is_foreign_place(token: Token) -> bool:
    """Whether a word that is no Vietnamese syllable is the name of a land: `Đại sứ Malaysia` names no ambassador."""
    return is_place(token.word.folded, "vi") and not is_syllable(token.word.canonical)


def _is_fresh(question: QuestionView, token: Token) -> bool:
    """Whether a word may be part of the holder's name: a capital word, no abbreviation and not the question's own."""
    if not token.capital or (len(token.text) > 1 and token.text.isupper()):
        return False
    if question.text.isascii():
        return token.word.folded not in question.folded
    return all(w.canonical != token.word.canonical for w in question.words)


def held_somewhere(title: tuple[Phrase, ...], question: QuestionView, article: Sequence[Scene]) -> bool:
    """Whether a sentence of an article has a title beside a name, or with one that stands further off.

    Titles of several people (`the ambassadors`) aside.
    """
    return any(
        _stands(phrase, question, s.sentence) and _pairs(question, s.sentence, 0, len(s.sentence.tokens))
        for phrase in title
        for s in article
    ) or any(holds_office(title, question, s.sentence) for s in article)


@lru_cache(maxsize=512)
def is_title(phrase: Phrase, language: Language) -> bool:
    """Whether the word forms of a title as asked for are those of an office: `Bộ trưởng`, no `người bị thương`."""
    if language == "vi":
        return is_office(fold(" ".join(phrase)), "vi")
    return phrase[-1] in _english_titles()


@lru_cache(maxsize=1)
def _english_titles() -> frozenset[str]:
    return frozenset(word_of(title).stem for title in classes()["en_title"])


def holder_missing(title: tuple[Phrase, ...], question: QuestionView, scene: Scene) -> bool:
    """Whether the holder of an office is asked for and the sentence does not name one."""
    return bool(title) and not leans(scene.sentence) and not holds_office(title, question, scene.sentence)


def title_unsaid(title: tuple[Phrase, ...], question: QuestionView, scene: Scene) -> bool:
    """Whether the paragraph lacks the title itself."""
    held = [h for t, h in zip(question.terms, scene.whole, strict=True) if t.word.stem in title[0]]
    head = [
        h
        for t, h in zip(question.terms, scene.whole, strict=True)
        if question.language == "en" and t.word.stem == title[0][-1]
    ]
    return bool(held) and (sum(held) < SAID * len(held) or max(head, default=1.0) < HEAD)
