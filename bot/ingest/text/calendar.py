"""Whole calendar dates in a text: those that give day, month and year."""

from __future__ import annotations

import re
from datetime import date

from bot.language.figures.dates import dates

_SLASHED_ISO = re.compile(r"(?<!\d)(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")


def calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such (30 February) or the year is not of the press (1600-2199)."""
    try:
        return date(year, month, day) if 1600 <= year <= 2199 else None
    except ValueError:
        return None


def full_dates(text: str) -> list[tuple[int, int, date]]:
    """(start, end, day) of every date with day, month and year, in order; 10/3/2025 is the tenth of March."""
    text = _SLASHED_ISO.sub(r"\1-\2-\3", text)
    found: dict[tuple[int, int], date] = {}
    for language in ("vi", "en"):
        for moment in dates(text, language):
            if moment.year and moment.month and moment.day:
                day = calendar_date(moment.year, moment.month, moment.day)
                if day:
                    found.setdefault((moment.start, moment.end), day)
    return sorted((start, end, day) for (start, end), day in found.items())


def full_date(text: str) -> date | None:
    """The first of the text's `full_dates`.

    >>> full_date("Thứ Hai, 10/03/2025 | 14:30"), full_date("March 10, 2025"), full_date("10/3")
    (datetime.date(2025, 3, 10), datetime.date(2025, 3, 10), None)
    """
    return next((day for _, _, day in full_dates(text)), None)
