"""The second customer is not the first: an ordinal of the question must be that of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answering.features import Scene
from bot.answering.question_view import QuestionView
from bot.answering.view import SentenceView
from bot.language.calendar_words import MONTH_WORDS
from bot.models import Language

_EN = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_VI = {
    "nhất": 1, "đầu tiên": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_RANKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"(?<![\w-])(?:({'|'.join(_EN)})|(\d+)(?:st|nd|rd|th))\b"),
    "vi": re.compile(r"(?<!\w)(?:thứ (nhất|hai|nhì|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười|\d+)|(đầu tiên))(?!\w)"),
}
_WEEKDAY = re.compile(r"\b[Tt]hứ (?=[A-ZĐ])")
_MONTH = f"(?:{'|'.join(MONTH_WORDS)})"
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


def _told(sentence: SentenceView) -> frozenset[int]:
    return ranks(sentence.text, sentence.paragraph.language)


@lru_cache(maxsize=4096)
def ranks(text: str, language: Language) -> frozenset[int]:
    """The places in an order that a text names: `the second customer`, `lò thứ hai`; no weekday, century or first time.

    >>> sorted(ranks("The second kiln, not the 3rd.", "en")), sorted(ranks("Lò thứ hai mở sáng thứ ba.", "vi"))
    ([2, 3], [2])
    """
    lower = _NO_RANK.sub(" ", _WEEKDAY.sub(" ", text).lower())
    return frozenset(_value(match.groups(), language) for match in _RANKS[language].finditer(lower))


def _value(groups: Sequence[str | None], language: Language) -> int:
    word = next(g for g in groups if g)
    if word.isdigit():
        return int(word)
    return _EN.index(word) + 1 if language == "en" else _VI[word]
