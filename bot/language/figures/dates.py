"""Dates, months, weekdays, decades and centuries in every written form of both languages.

A date is what the text says of it, not more: "March 10" has no year. An ambiguous form ("10/3" in English) gives one
moment for each reading, all at the same span.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.language.figures.calendar_words import CENTURY_WORDS, DAY_WORDS, DECADE_WORDS, MONTH_WORDS, VI_MONTHS, WEEKDAYS
from bot.language.figures.numbers import roman
from bot.models import Language


@dataclass(frozen=True, slots=True)
class Moment:
    """A date at [start, end) of a text. `weekday` counts from Monday = 0; `decade` is its first year (1990);
    `century` its number (19). At least one part is set; a part that the text does not say is None.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: int | None = None
    century: int | None = None

    @property
    def figures(self) -> list[int]:
        """The figures that it may be told by."""
        return [part for part in (self.year, self.day, self.century, self.decade) if part is not None]


_EN_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_EN_DAY = "|".join(sorted(DAY_WORDS["en"], key=len, reverse=True))
_VI_DAY = "|".join(sorted(DAY_WORDS["vi"], key=len, reverse=True))
_VI_MONTH = "|".join(sorted(VI_MONTHS, key=len, reverse=True))
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:1[0-2]|0?[1-9])"
_Y = r"(?:1\d{3}|20\d{2}|[3-9]\d{2})"
_TO = r"\s?(?:-|–|—|to|and|đến|và)\s?"
_NUMERIC = re.compile(
    rf"(?<![\d/.,-])(?:(?P<iso>{_Y})-(?P<im>{_M})-(?P<id>{_D})|"
    rf"(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_Y}|\d{{2}})|"
    rf"(?P<c>\d{{1,2}})/(?P<d>\d{{1,2}})|"
    rf"(?P<m>{_M})[/-](?P<my>(?:19|20)\d{{2}}))(?![\d/]|[.,-]\d)"
)
_ENGLISH = (
    re.compile(
        rf"\b(?:(?P<d0>{_D})(?:st|nd|rd|th)?{_TO})?(?P<d>{_D}|{_EN_DAY})(?:st|nd|rd|th)?(?: day)?(?: of)? "
        rf"(?P<m>{_EN_MONTH})\b(?:\.?,? (?P<y>{_Y})\b(?!,\d))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<m>{_EN_MONTH})\b\.? (?:the )?(?P<d>(?:{_D}(?:st|nd|rd|th)?|{_EN_DAY})\b(?![.,]?\d))"
        rf"(?:{_TO}(?P<d0>{_D})(?:st|nd|rd|th)?\b(?! \d))?(?:,? (?P<y>{_Y})\b)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<m>{_EN_MONTH})\b\.?,? (?:of )?(?P<y>{_Y})\b", re.IGNORECASE),
)
_EN_BARE_MONTH = re.compile(
    r"\b(?P<m>January|February|April|June|July|August|September|October|November|December|"
    r"(?:(?<=in )|(?<=of )|(?<=last )|(?<=next )|(?<=since )|(?<=by )|(?<=until )|(?<=late )|(?<=early )|(?<=mid-))(?:March|May))\b"
)
_VIETNAMESE = (
    re.compile(
        rf"\b(?:(?:ngày |mùng |mồng ){{1,3}}(?P<d>{_D}|{_VI_DAY})(?:{_TO}(?:ngày )?(?P<d0>{_D}|{_VI_DAY}))?|"
        rf"(?P<e>{_D})(?:{_TO}(?P<e0>{_D}))?),?"
        rf"(?: tháng (?P<m>{_M}|{_VI_MONTH})\b)(?:(?:,? năm |/|-|, )(?P<y>{_Y})\b)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\btháng (?P<m>{_M}|{_VI_MONTH})\b(?:(?:,? năm |/|-|, | )(?P<y>{_Y})\b)?", re.IGNORECASE),
    re.compile(rf"\b(?:ngày|mùng|mồng) (?P<d>{_D}|{_VI_DAY})\b(?!/| tháng)", re.IGNORECASE),
)
_TOLD: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b(?:{_EN_MONTH})\b", re.IGNORECASE),
    "vi": re.compile(r"\b(?:tháng|ngày|mùng|mồng) ", re.IGNORECASE),
}
"""A word without which no date is written in words: most texts have none, and one look is faster than four."""
_WEEKDAY = {
    "en": re.compile(r"\b(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b"),
    "vi": re.compile(
        r"\b(?P<w>thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?! (?:mươi|chục|trăm))|chủ nhật)\b", re.IGNORECASE
    ),
}
_DECADE = {
    "en": re.compile(
        r"(?:\b(?P<full>1\d|20)(?P<y>\d)0['’]?s\b|['’](?P<yy>\d)0s\b|\b(?P<word>[a-z]+ties)\b)", re.IGNORECASE
    ),
    "vi": re.compile(
        r"\b(?:thập niên|thập kỷ|những năm|các năm)(?: của)?(?: những)?(?: năm)? (?P<full>1\d|20)?(?P<y>\d)0\b(?!\d)"
        r"(?: (?:của )?thế kỷ (?:thứ )?(?P<century>\d{1,2}|[IVX]+)\b)?",
        re.IGNORECASE,
    ),
}
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(CENTURY_WORDS)})"
_AND = r"(?:,? (?:and|or|to|và|đến|hoặc) (?:the )?|, |\s?[-–—]\s?)"
_CENTURY = {
    "en": re.compile(rf"\b{_ORDINAL}(?:{_AND}{_ORDINAL})*[- ]centur(?:y|ies)\b", re.IGNORECASE),
    "vi": re.compile(
        rf"\bthế kỷ (?:thứ )?(?:\d{{1,2}}|[IVX]+)\b(?:{_AND}(?:thế kỷ )?(?:\d{{1,2}}|[IVX]+)\b(?! ))*", re.IGNORECASE
    ),
}
_CENTURY_ITEM = re.compile(rf"(?P<n>\d{{1,2}})|\b(?P<w>{'|'.join(CENTURY_WORDS)})\b|\b(?P<r>[IVX]+)\b", re.IGNORECASE)
_RELATIVE = {
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "this morning": 0, "last night": -1},
    "vi": {
        "hôm nay": 0, "hôm qua": -1, "ngày mai": 1, "sáng nay": 0, "chiều nay": 0, "tối nay": 0, "trưa nay": 0,
        "sáng qua": -1, "chiều qua": -1, "tối qua": -1, "đêm qua": -1, "hôm kia": -2, "ngày kia": 2,
    },
}  # fmt: skip
_OTHER_YEAR: dict[Language, dict[str, int]] = {
    "en": {"this year": 0, "last year": -1, "next year": 1},
    "vi": {"năm nay": 0, "năm ngoái": -1, "năm tới": 1, "sang năm": 1},
}
_OTHER_MONTH: dict[Language, dict[str, int]] = {
    "en": {"this month": 0, "last month": -1, "next month": 1},
    "vi": {"tháng này": 0, "tháng trước": -1, "tháng tới": 1},
}
_RELATIVE_RE = {k: re.compile(rf"\b(?:{'|'.join(v)})\b", re.IGNORECASE) for k, v in _RELATIVE.items()}


def dates(text: str, language: Language, anchor: date | None = None) -> list[Moment]:
    """The dates of a text in order; never raises. `anchor`, the day of publication, resolves "today" and "on Monday".

    >>> [(m.year, m.month, m.day) for m in dates("from 10 March 2025 to May 3rd", "en")]
    [(2025, 3, 10), (None, 5, 3)]
    >>> [(m.year, m.month, m.day) for m in dates("Hôm nay (10/3), ngày mùng 7 tháng 4 năm 2025", "vi")]
    [(None, 3, 10), (2025, 4, 7)]
    >>> [m.century for m in dates("thế kỷ XIX", "vi")], [m.decade for m in dates("the 1990s", "en")]
    ([19], [1990])
    """
    found: list[Moment] = []
    readers = (_numeric, _written, _decades, _centuries, _weekdays, _relative)
    for reader in readers:
        taken = [(m.start, m.end) for m in found]
        for moment in reader(text, language):
            if not any(moment.start < end and start < moment.end for start, end in taken):
                found.append(moment)
    found.sort(key=lambda m: (m.start, m.end))
    return [_resolve(m, anchor) for m in found] if anchor else [m for m in found if not _is_relative(m)]


def _numeric(text: str, language: Language) -> Iterator[Moment]:
    for match in _NUMERIC.finditer(text):
        start, end = match.span()
        if match["iso"]:
            yield Moment(start, end, int(match["iso"]), int(match["im"]), int(match["id"]))
        elif match["m"]:
            yield Moment(start, end, int(match["my"]), int(match["m"]))
        else:
            first, second = int(match["a"] or match["c"]), int(match["b"] or match["d"])
            yield from _day_month(first, second, _full_year(match["y"]), start, end, language)


def _day_month(first: int, second: int, year: int | None, start: int, end: int, language: Language) -> Iterator[Moment]:
    orders = [(first, second)] if language == "vi" and second <= 12 else [(first, second), (second, first)]
    for day, month in dict.fromkeys(orders):
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield Moment(start, end, year, month, day)


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _written(text: str, language: Language) -> Iterator[Moment]:
    if not _TOLD[language].search(text):
        return
    patterns = _ENGLISH if language == "en" else _VIETNAMESE
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if language == "en" and not _is_month(match["m"]):
                continue
            taken.append(match.span())
            yield from _from_groups(match, language)
    if language == "en":
        for match in _EN_BARE_MONTH.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                yield from _from_groups(match, language)


def _is_month(word: str) -> bool:
    return word[0].isupper() or word.lower() not in ("may", "march", "mar", "sept", "dec", "jan")


def _from_groups(match: re.Match[str], language: Language) -> Iterator[Moment]:
    groups = match.groupdict()
    day_group, other_group = ("d", "d0") if groups.get("d") else ("e", "e0")
    day, other = groups.get(day_group), groups.get(other_group)
    months = MONTH_WORDS if language == "en" else VI_MONTHS
    month, year = groups.get("m"), groups.get("y")
    for name, d in ((day_group, day), (other_group, other)) if other else (("", day),):
        yield Moment(
            *match.span(name or 0),
            year=int(year) if year else None,
            month=_index(month, months),
            day=_index(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", d.lower()) if d else d, DAY_WORDS[language]),
        )


def _index(word: str | None, names: dict[str, int]) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else names.get(word.lower().rstrip("."))


def _decades(text: str, language: Language) -> Iterator[Moment]:
    for match in _DECADE[language].finditer(text):
        groups = match.groupdict()
        if groups.get("word"):
            first = DECADE_WORDS.get(groups["word"].lower())
            if first is not None:
                yield Moment(*match.span(), decade=first)
            continue
        tens = int(groups["y"] or groups.get("yy") or 0) * 10
        hundreds = _century_of(groups.get("century")) - 1 if groups.get("century") else int(groups["full"] or 19)
        yield Moment(*match.span(), decade=hundreds * 100 + tens)


def _centuries(text: str, language: Language) -> Iterator[Moment]:
    for match in _CENTURY[language].finditer(text):
        items = list(_CENTURY_ITEM.finditer(text, *match.span()))
        for i, item in enumerate(items):
            start = match.start() if i == 0 else item.start()
            end = match.end() if i == len(items) - 1 else item.end()
            yield Moment(start, end, century=_century(item))


def _century_of(numeral: str | None) -> int:
    return int(numeral) if numeral and numeral.isdigit() else roman((numeral or "").upper())


def _century(item: re.Match[str]) -> int:
    if item["n"]:
        return int(item["n"])
    return CENTURY_WORDS[item["w"].lower()] if item["w"] else roman(item["r"].upper())


def _weekdays(text: str, language: Language) -> Iterator[Moment]:
    for match in _WEEKDAY[language].finditer(text):
        yield Moment(*match.span(), weekday=WEEKDAYS[match["w"].lower()])


def _relative(text: str, language: Language) -> Iterator[Moment]:
    for match in _RELATIVE_RE[language].finditer(text):
        # The shift travels in `day` with no month, below zero, until `_resolve` turns it into a date.
        yield Moment(*match.span(), day=_RELATIVE[language][match.group().lower()] - 1000)


def relative_periods(text: str, language: Language, anchor: date) -> list[Moment]:
    """The years and months that a text names from its day of publication, such as "last year".

    >>> [(m.year, m.month) for m in relative_periods("last year and next month", "en", date(2025, 12, 1))]
    [(2024, None), (2026, 1)]
    """
    found = []
    for words, shift in _OTHER_YEAR[language].items():
        spans = (m.span() for m in re.finditer(rf"\b{words}\b", text, re.IGNORECASE))
        found += [Moment(*span, year=anchor.year + shift) for span in spans]
    for words, shift in _OTHER_MONTH[language].items():
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
        spans = (m.span() for m in re.finditer(rf"\b{words}\b", text, re.IGNORECASE))
        found += [Moment(*span, year=year, month=month + 1) for span in spans]
    return found


def _is_relative(moment: Moment) -> bool:
    return moment.day is not None and moment.day < 0


def _resolve(moment: Moment, anchor: date) -> Moment:
    """The moment with what the day of publication adds: the shift of "yesterday", the date of the latest Monday."""
    shift: Callable[[int], date] = lambda days: anchor + timedelta(days=days)  # noqa: E731
    if _is_relative(moment) and moment.day is not None:
        day = shift(moment.day + 1000)
    elif moment.weekday is not None and moment.day is None:
        day = shift(-((anchor.weekday() - moment.weekday) % 7))
    else:
        return moment
    return replace(moment, year=day.year, month=day.month, day=day.day, weekday=day.weekday())
