"""The words of a sentence one by one: what each could be part of, a name, a number or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.language.figures.calendar_words import MONTH_WORDS
from bot.language.naming.names import is_capital, is_plain, is_syllable
from bot.language.words.normalise import words
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import Word, word_of
from bot.models import Language

Found = Sequence[tuple[str, int, int]]
"""Tokens of a text with their spans (code points, half open)."""

_NUMBER_WORDS: dict[Language, frozenset[str]] = {
    "en": words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
        "million billion half third quarter first second fourth fifth sixth seventh eighth ninth tenth dozen "
        "twice percent decade"
    ),
    "vi": words("một hai ba bốn sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ rưỡi nửa thập chục"),
}
_DATE_WORDS: dict[Language, frozenset[str]] = {
    "en": words(
        "january february march april june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday century decade decades centuries today yesterday tomorrow "
        "spring summer autumn winter era ago"
    ),
    "vi": words("kỷ niên hôm ngày tháng năm"),
}
_DATABLE: dict[Language, frozenset[str]] = {
    "en": _DATE_WORDS["en"] | words("may march"),
    "vi": _DATE_WORDS["vi"] | words("thứ"),
}
"""Words that may belong to a date by their neighbours."""
_YEAR = re.compile(r"[12]\d{3}s?")
_FIGURE = re.compile(r"\d|(?:VN[DĐ]|USD?|EUR|GBP|AUD|SGD|HK|NT|Rp|RM)\d")
"""A number in figures, with or without a currency that is written on to it: `VNĐ120`."""
_CALENDAR = (
    _DATE_WORDS["en"]
    | frozenset(MONTH_WORDS)
    | words("year years circa since until from by in năm ngày tháng xuân hạ thu đông")
)


class Token(NamedTuple):
    """A word of a sentence at `start:end` of its paragraph, and what it could be part of."""

    text: str
    start: int
    end: int
    word: Word
    stop: bool
    capital: bool
    number: bool
    date: bool


class _Read(NamedTuple):
    """What a word is wherever it stands; `datable` where its neighbours may make it a date."""

    word: Word
    stop: bool
    capital: bool
    number: bool
    datable: bool


@lru_cache(maxsize=20_000)
def _read(text: str, language: Language) -> _Read:
    word = word_of(text)
    number = bool(_FIGURE.match(text)) or word.canonical in _NUMBER_WORDS[language]
    datable = text[0].isdigit() or word.canonical in _DATABLE[language]
    return _Read(word, word.stop_en if language == "en" else word.stop_vi, is_capital(text), number, datable)


def read_tokens(found: Found, language: Language, paragraph: str) -> list[Token]:
    """The words of a sentence of a paragraph, which `found` are with their spans.

    >>> [(t.text, t.number, t.date) for t in read_tokens([("In", 0, 2), ("1995", 3, 7)], "en", "In 1995.")]
    [('In', False, False), ('1995', True, True)]
    """
    read = []
    for n, (text, start, end) in enumerate(found):
        word, stop, capital, number, datable = _read(text, language)
        if capital:
            capital = not (language == "en" and stop) if n else _named(word, _after(found, n), language)
        date = datable and _is_date(paragraph, found, n, word, language)
        read.append(Token(text, start, end, word, stop, capital, number, date))
    return read


def _after(found: Found, place: int) -> str:
    return found[place + 1][0] if place + 1 < len(found) else ""


def _is_date(paragraph: str, found: Found, place: int, word: Word, language: Language) -> bool:
    """Whether a word that may belong to a date does by its neighbours."""
    before = found[place - 1][0].lower() if place else ""
    dated = _dated(found[place][0], word, before, _after(found, place), language)
    return (dated or _is_day_of_month(paragraph, found, place)) and not _in_name(paragraph, found, place)


def _in_name(paragraph: str, found: Found, place: int) -> bool:
    """`Vision 2025`: a year right behind a capital word that is no month, season or day."""
    text, start, _ = found[place]
    if not place or not _YEAR.fullmatch(text) or paragraph[found[place - 1][2] : start] != " ":
        return False
    before = found[place - 1][0]
    word = word_of(before)
    plain = word.stop_en or word.stop_vi or word.canonical in _CALENDAR or before.isdigit()
    month = place > 1 and found[place - 2][0].lower() in ("tháng", "năm")
    return is_capital(before) and not plain and not month


def _is_day_of_month(paragraph: str, found: Found, place: int) -> bool:
    """`10/3`: two short numbers with a slash between."""
    text, start, end = found[place]
    if not text.isdigit() or len(text) > 2:
        return False
    return paragraph[end : end + 1] == "/" or (
        start > 1 and paragraph[start - 1] == "/" and paragraph[start - 2].isdigit()
    )


def _named(word: Word, after: str, language: Language) -> bool:
    """Whether the first word of a sentence is a name by what it is or by the capital that follows."""
    if word.canonical in STOP_WORDS[language]:
        return False
    if after and after[0].isupper():
        return True
    return not is_plain(word.canonical) if language == "en" else not is_syllable(word.canonical)


def _dated(text: str, word: Word, before: str, after: str, language: Language) -> bool:
    if text[0] in "12" and _YEAR.fullmatch(text):
        return True
    if language == "vi" and word.canonical in ("ngày", "tháng", "năm", "kỷ", "thứ"):
        return bool(after) and (after[0].isdigit() or after.isupper() or (word.canonical == "thứ" and after.istitle()))
    if language == "en" and word.canonical in ("may", "march"):
        return is_capital(text)
    if word.canonical in _DATE_WORDS[language]:
        return language == "en" or word.canonical not in ("ngày", "tháng", "năm", "kỷ", "thứ")
    return text[0].isdigit() and before in ("ngày", "tháng", "năm", "kỷ")
