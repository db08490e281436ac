"""The second customer is not the first: an ordinal of the question must be that of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import spots
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.language.figures.calendar_words import MONTH_WORDS
from bot.language.grammar.verbs import is_past
from bot.models import Language

_EN = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_VI = {
    "nhất": 1, "đầu tiên": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_RANKS = Wording(
    rf"(?<![\w-])(?:({'|'.join(_EN)})|(\d+)(?:st|nd|rd|th))\b",
    r"(?<!\w)(?:thứ (nhất|hai|nhì|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười|\d+)|(đầu tiên))(?!\w)",
)
_WEEKDAY = re.compile(r"\b[Tt]hứ (?=[A-ZĐ])")
_MONTH = f"(?:{'|'.join(MONTH_WORDS)})"
_YEAR = re.compile(r"[12]\d{3}")
_NO_RANK = re.compile(
    rf"\b(?:{_MONTH}\.? \d+(?:st|nd|rd|th)|\d+(?:st|nd|rd|th) (?:of )?{_MONTH})\b|"
    r"\b(?:at first|first(?:ly)?,|the first time|first time|second(?:ly)?,|a second\b|per second|first (?:lady|name|half)|"
    r"\w+[ -](?:centur\w+|anniversary|birthday))|(?:ngày|sáng|chiều|tối|hôm|vào) thứ \w+|thứ \w+ (?:tuần|ngày|hằng tuần)|"
    r"lần đầu tiên|lần thứ nhất|thế kỷ thứ|thế kỉ thứ"
)


def ranked_otherwise(question: QuestionView, scene: Scene) -> bool:
    """Whether a sentence ranks something, but not as the question does, and its neighbours do not either.

    A question that asks for yes or no may be answered by another rank.
    """
    if question.asked.kind == "yes_no":
        return False
    asked = ranks(question.text, question.language)
    if not asked:
        return False
    told = [_told(s) for s in scene.near]
    return not any(asked <= t for t in told) and bool(_told(scene.sentence)) and asked.isdisjoint(_told(scene.sentence))


REACH, NEXT = 4, 3
"""Words between a rank and what it ranks before it in Vietnamese, and behind it in English, at most."""
_FIRSTS = re.compile(
    r"\b(?:initial\w*|original\w*|earliest|inaugural|debut|founding|pioneer\w*)\b|(?<!\w)(?:ban đầu|khai mạc|mở đầu|tiên phong)(?!\w)"
)


def rank_unsaid(question: QuestionView, scene: Scene) -> bool:
    """For `Who was the first mayor?`: whether no sentence near ranks anything so, or, of the first, only something else (`visit`)."""
    if question.asked.kind == "date":
        return _never_again(question, scene)
    if question.asked.kind not in ("person", "name", "thing", "place") or not question.asked.asking:
        return False
    match = next(_ranked(question.text, question.language), None)
    noun = _noun(question, match) if match and _is_asked_for(question, match) else []
    if match is None or not noun:
        return False
    rank = _value(match.groups(), question.language)
    return not any(_ranks_it(question, noun, rank, s) or (rank == 1 and _FIRSTS.search(s.lower)) for s in scene.near)


def _never_again(question: QuestionView, scene: Scene) -> bool:
    """For `When was the second visit?`: whether no sentence of the paragraph ranks anything so, by an ordinal or a figure."""
    match = next(_ranked(question.text, question.language), None)
    if match is None or question.text[match.start()].isupper() or not _noun(question, match):
        return False
    rank = _value(match.groups(), question.language)
    if rank == 1:
        return False
    text, language = scene.view.paragraph.text.lower(), scene.view.paragraph.language
    told = {_value(m.groups(), language) for m in _RANKS.within(text, language)}
    return rank not in told and not any(str(rank) in s.figures for s in scene.view.sentences)


_WHO_IS = Wording(r"^(?:who|what|which) (?:\w+ )?(?:is|was|were|are) (?:\S+ ){0,4}$", r"(?<!\w)(?:ai|gì) là ")


def _is_asked_for(question: QuestionView, match: re.Match[str]) -> bool:
    """Whether what a rank stands beside is what is asked for, and no year tells which it is."""
    if any(_YEAR.fullmatch(t.text) for t in question.terms):
        return False
    if any(_WHO_IS.within(question.text[: match.start()].lower(), question.language)):
        return True
    behind = question.text[match.end() :].lower()
    return question.language == "vi" and bool(re.search(r"(?<!\w)là (?:ai|gì)(?!\w)", behind))


def _noun(question: QuestionView, match: re.Match[str]) -> list[QuestionWord]:
    """The plain words of what a rank of the question ranks: right behind it in English, before it in Vietnamese."""
    if question.language == "en":
        behind = question.within(match.end(), len(question.text))[:2]
        at = next((i for i, (_, start, _) in enumerate(question.found) if start >= match.end()), 0)
        other = not behind or is_past(behind[0].word.canonical) or behind[0].text.lower().endswith("est")
        return [] if other else [t for t in behind if t.index <= at + 1]
    before = [t for t in question.terms if question.found[t.index][2] <= match.start()]
    at = max((i for i, (_, _, end) in enumerate(question.found) if end <= match.start()), default=0)
    return [t for t in before if t.index > at - REACH and not t.light]


def _ranks_it(question: QuestionView, noun: Sequence[QuestionWord], rank: int, sentence: SentenceView) -> bool:
    """Whether a sentence ranks something so, and that, where it names what is asked about, close by."""
    language = sentence.language
    ranked = (m for m in _ranked(sentence.text, language) if _value(m.groups(), language) == rank)
    places, there = [sentence.touched(m)[0] for m in ranked], spots(question, noun, sentence)
    if rank > 1 or not there:
        return bool(places)
    reach = (1, NEXT) if language == "en" else (-REACH, -1)
    return any(reach[0] <= spot - place <= reach[1] for place in places for spot in there)


_WHICH_RANK = re.compile(r"(?<!\w)là (?P<noun>\S+ \S+) thứ (?:mấy|bao nhiêu)(?!\w)", re.IGNORECASE)
AROUND = 5
"""Words between a rank and what it ranks, at most."""


def ranks_another(question: QuestionView, scene: Scene) -> bool:
    """For `là thành viên thứ mấy`: whether a sentence that ranks something has that word, but not close to the rank."""
    match = _WHICH_RANK.search(question.text) if question.language == "vi" else None
    if not match:
        return False
    noun = [t for t in question.within(*match.span("noun")) if not (t.light or t.name)]
    sentence = scene.sentence
    places = [sentence.touched(m)[0] for m in _ranked(sentence.text, sentence.language)]
    there = spots(question, noun, sentence)
    return bool(places and there) and min(abs(a - b) for a in places for b in there) > AROUND


def _told(sentence: SentenceView) -> frozenset[int]:
    return ranks(sentence.text, sentence.language)


@lru_cache(maxsize=4096)
def ranks(text: str, language: Language) -> frozenset[int]:
    """The places in an order that a text names: `the second customer`, `lò thứ hai`; no weekday, century or first time.

    >>> sorted(ranks("The second kiln, not the 3rd.", "en")), sorted(ranks("Lò thứ hai mở sáng thứ ba.", "vi"))
    ([2, 3], [2])
    """
    return frozenset(_value(match.groups(), language) for match in _ranked(text, language))


def _ranked(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Where a text ranks; what is no rank is blanked out."""
    lower = _WEEKDAY.sub(_blank, text).lower()
    return _RANKS.within(_NO_RANK.sub(_blank, lower), language)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _value(groups: Sequence[str | None], language: Language) -> int:
    word = next(g for g in groups if g)
    if word.isdigit():
        return int(word)
    return _EN.index(word) + 1 if language == "en" else _VI[word]
