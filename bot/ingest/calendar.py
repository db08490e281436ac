"""Calendar dates as news write them, with their year: 10/3/2025, 10 March 2025, ngày 10 tháng 3 năm 2025, ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""The names of the months in English, long and short, as a regular expression."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2}|giêng|chạp),? (?:năm )?(\d{4})(?!\d)", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH}),? (\d{{4}})(?!\d)", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.IGNORECASE)


def calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such (30 February) or the year is not of the press (1600-2199)."""
    try:
        return date(year, month, day) if 1600 <= year <= 2199 else None
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1..12 of an English month, long or short.

    >>> month_number("Sept.")
    9
    """
    return _MONTH_NAMES.index(name[:3].lower()) + 1


def full_date(text: str) -> date | None:
    """The first date in the text that gives day, month and year; day before month where both are numbers.

    >>> full_date("Thứ Hai, 10/03/2025 | 14:30"), full_date("March 10, 2025"), full_date("10/3")
    (datetime.date(2025, 3, 10), datetime.date(2025, 3, 10), None)
    """
    return next((day for _, _, day in full_dates(text)), None)


def full_dates(text: str) -> list[tuple[int, int, date]]:
    """(start, end, day) of every date with day, month and year, in order."""
    return sorted((m.start(), m.end(), day) for pattern, read in _PATTERNS for m in pattern.finditer(text) if (day := read(m)))


_VIETNAMESE_MONTHS = {"giêng": 1, "chạp": 12}
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...] = (
    (_ISO, lambda m: calendar_date(int(m[1]), int(m[2]), int(m[3]))),
    (_SLASHED, lambda m: calendar_date(int(m[3]), int(m[2]), int(m[1]))),
    (_VIETNAMESE, lambda m: calendar_date(int(m[3]), _VIETNAMESE_MONTHS.get(m[2].lower()) or int(m[2]), int(m[1]))),
    (_DAY_MONTH, lambda m: calendar_date(int(m[3]), month_number(m[2]), int(m[1]))),
    (_MONTH_DAY, lambda m: calendar_date(int(m[3]), month_number(m[1]), int(m[2]))),
)
