"""Numbers that tell which one of a series, or how many times as much: `third quarter`, `Phase II`, `quý III`, `tripled`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.language.figures.number_words import EN_ORDINALS, EN_UNITS, VI_ORDINALS
from bot.language.figures.numbers import roman
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import word_of
from bot.models import Language

MULTIPLE = "times as much"
"""The series of what tells how many times as much."""
_EN_NOUNS = (
    "quarter|phase|stage|part|chapter|volume|round|level|type|group|article|section|season|game|week|day|grade|class|line|route|"
    "highway|gate|page|episode|leg|district|ward|zone|terminal|block|room|floor|platform"
)
_VI_NOUNS = (
    "quý|hiệp|giai đoạn|vòng|chương|tập|khóa|khoá|quận|phường|tuyến|quốc lộ|xa lộ|điều|mục|bảng|cấp|hạng|tầng|trang|đợt|ván|"
    "nhiệm kỳ"
)
_VI_NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,]*\d)|[IVX]+|{'|'.join(sorted(VI_ORDINALS, key=len, reverse=True))})(?!\w)"
    rf"(?! (?:mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|vạn|chục|lăm|(?<=mười ){'|(?<=mười )'.join(VI_ORDINALS)})\b)"
)
_EN_ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(EN_ORDINALS, key=len, reverse=True))})"
_EN_NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,]*\d)|[IVX]+|{'|'.join(sorted(EN_UNITS, key=len, reverse=True))})(?!\w|-[a-z])"
    r"(?! (?:hundred|thousand|million|billion|per ?cent)\b)"
)
_EN_AND = r"(?:,? (?:and|or|to) (?:the )?|, (?:the )?|\s?[-–]\s?)"
_VI_AND = r"(?:,? (?:và|hoặc|đến|tới) |, |\s?[-–]\s?)"
_PATTERNS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(
            rf"(?<![\w.-])(?P<n>{_EN_ORDINAL}(?:{_EN_AND}{_EN_ORDINAL})*)[ -](?P<thing>(?-i:[a-z]{{3,}}))\b", re.IGNORECASE
        ),
        re.compile(rf"\b(?P<thing>{_EN_NOUNS})s? (?P<n>{_EN_NUMBER}(?:{_EN_AND}{_EN_NUMBER})*)", re.IGNORECASE),
        re.compile(r"\b(?P<quarter>Q)(?P<n>[1-4])\b"),
    ),
    "vi": (
        re.compile(
            rf"\b(?P<thing>[^\W\d_]+) (?P<n>thứ {_VI_NUMBER}(?:{_VI_AND}thứ {_VI_NUMBER})*)", re.IGNORECASE
        ),
        re.compile(rf"\b(?P<thing>{_VI_NOUNS}) (?P<n>{_VI_NUMBER}(?:{_VI_AND}{_VI_NUMBER})*)", re.IGNORECASE),
    ),
}  # fmt: skip
_COUNTS = re.compile(
    r" (?!(?:năm|của|này|tới|qua|vừa|đều|đã|sẽ|và|of|in|this|last|was|were|are|will|had|have|and)\b)(?-i:[^\W\d_])",
    re.IGNORECASE,
)
"""A word behind the last number of a list, which that number may count: of `quý 3 và 9 tháng`, but not `quý 2 và 3 năm nay`."""
_ITEM = re.compile(r"\d+|[^\W\d_]+")
_NO_THINGS: dict[Language, frozenset[str]] = {
    "en": STOP_WORDS["en"] | {"century", "centuries", "day", "person"},
    "vi": frozenset("hôm sáng trưa chiều tối đêm ngày vào đến từ và là kỷ".split()),  # noqa: SIM905
}
"""What no series is made of, or one that dates tell: `the fifth day of May`, `sáng thứ hai`."""
_TIMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<d2>doubl(?:ed|es|ing)|twofold|twice (?:as|the|its))|(?P<d3>tripl(?:ed|es|ing)|trebled|threefold)|"
        r"(?P<d4>quadrupl(?:ed|es|ing)|fourfold)|(?P<n>\d+|[a-z]+)(?: times (?:as|more|higher|larger|bigger|greater|the)|-?fold))\b",
        re.IGNORECASE,
    ),
    "vi": re.compile(r"\bgấp (?:hơn |gần |khoảng )?(?:(?P<d2>đôi)|(?P<n>\d+(?![\d.,]*\d)|[^\W\d_]+))", re.IGNORECASE),
}


class Place(NamedTuple):
    """A `value` in the series of a `thing` (a stem, or MULTIPLE), written at `start:end`; not `certain` if it may count others."""

    thing: str
    value: Fraction
    start: int
    end: int
    certain: bool = True


@lru_cache(maxsize=4096)
def series(text: str, language: Language) -> tuple[Place, ...]:
    """The places in a series that a text names, and the multiples, each list whole.

    >>> [(p.thing, int(p.value)) for p in series("In the second and third quarters sales tripled.", "en")]
    [('quarter', 2), ('quarter', 3), ('times as much', 3)]
    >>> [(p.thing, int(p.value)) for p in series("Trong quý III và tuần thứ hai, tăng gấp đôi.", "vi")]
    [('tuần', 2), ('quý', 3), ('times as much', 2)]
    """
    return (*_places(text, language), *_multiples(text, language))


def _places(text: str, language: Language) -> Iterator[Place]:
    for pattern in _PATTERNS[language]:
        for match in pattern.finditer(text):
            thing = "quarter" if "quarter" in match.groupdict() else match["thing"].lower()
            if thing in _NO_THINGS[language]:
                continue
            stem = word_of(thing).stem if " " not in thing else thing
            values = _values(match["n"], language)
            loose = (
                match.start("n") > match.start()
                and "thứ" not in match["n"].lower()
                and _COUNTS.match(text, match.end())
            )
            last = max(values) if loose and len(values) > 1 else None
            yield from (Place(stem, value, *match.span(), value != last) for value in sorted(values))


def _values(listed: str, language: Language) -> set[Fraction]:
    """The places of a list or range."""
    items = [(m, _value(m.group(), language)) for m in _ITEM.finditer(listed)]
    known = [(m, value) for m, value in items if value]
    found = {Fraction(value) for _, value in known}
    for (one, first), (two, last) in pairwise(known):
        if re.search(r"[-–]|\b(?:to|đến|tới)\b", listed[one.end() : two.start()]):
            found |= {Fraction(v) for v in range(first, last)}
    return found


def _value(word: str, language: Language) -> int:
    """What a word of a list counts, 0 where it is no number."""
    if word.isdigit():
        return int(word)
    table = EN_ORDINALS | EN_UNITS if language == "en" else VI_ORDINALS
    known = table.get(word.lower(), 0)
    return known or (roman(word) if set(word) <= set("IVX") else 0)


def _multiples(text: str, language: Language) -> Iterator[Place]:
    for match in _TIMES[language].finditer(text):
        groups = match.groupdict()
        by_word = next((factor for factor in (2, 3, 4) if groups.get(f"d{factor}")), 0)
        value = by_word or _value(match["n"], language)
        if value > 1:
            yield Place(MULTIPLE, Fraction(value), *match.span())
