"""The days that a paragraph tells of ("Hôm nay (10/3)", "on Monday"), worked out against the day it was published.

An event's date is not the publication's: a paragraph keeps the one, its source the other. What cannot be worked out
(no publication date, a day that is still to come) gets no note; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.ingest.text.calendar import calendar_date, full_dates
from bot.language.figures.calendar_words import MONTH_WORDS
from bot.models import Paragraph

_MONTH = rf"(?:{'|'.join(sorted((name.title() for name in MONTH_WORDS), key=len, reverse=True))})\.?"
_CLOCK = r"(?:sáng|trưa|chiều|tối|đêm|rạng sáng)"
_EXPLICIT = r"(?:ngày )?(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?![\d/]| năm| ?%)"
_VI_DAY_MONTH = re.compile(
    rf"(?:\b(?:ngày|{_CLOCK}|hôm|vào|từ|đến|tới|trước|sau|hết) |\()(?P<said>{_EXPLICIT})", re.IGNORECASE
)
_EN_DAY_MONTH = re.compile(
    rf"\b(?P<said>(?P<name>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)(?![\d:,]? ?\d{{4}}|\d)"
    rf"|\b(?P<said2>(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<name2>{_MONTH}))(?!,? \d{{4}})\b"
)
_DAYS_AWAY = (
    (re.compile(rf"\b(?:hôm nay|{_CLOCK} nay)\b", re.IGNORECASE), 0),
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b(?!['’]s)", re.IGNORECASE), 0),
    (re.compile(rf"\b(?:hôm qua|{_CLOCK} qua)\b", re.IGNORECASE), -1),
    (re.compile(r"\b(?:yesterday|last night)\b(?!['’]s)", re.IGNORECASE), -1),
    (re.compile(r"\bhôm kia\b", re.IGNORECASE), -2),
    (re.compile(rf"\b(?:ngày mai|{_CLOCK} mai)\b", re.IGNORECASE), 1),
    (re.compile(r"\btomorrow\b(?!['’]s)", re.IGNORECASE), 1),
)
_EN_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_VI_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "chủ nhật")
_EN_WEEKDAY = re.compile(
    r"\b(?P<which>last |next |this |on |late |early )?(?P<name>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!['’]s)(?!s)"
)
_VI_WEEKDAY = re.compile(
    rf"\b(?:hôm|vào|ngày|{_CLOCK}) (?:(?P<name>(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)))(?P<which> tuần (?:trước|này|sau|tới))?\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|set to|due to|expected|scheduled|upcoming|next week|sẽ|dự kiến|sắp|tới đây)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")


@dataclass(frozen=True, slots=True)
class DateNote:
    """The words `start`..`end` (code points, half open) of a paragraph tell of the day `day`."""

    start: int
    end: int
    day: date


def event_dates(paragraph: Paragraph) -> tuple[DateNote, ...]:
    """The days that the paragraph tells of, in order, worked out against its source's publication date."""
    return dates_in(paragraph.text, paragraph.source.published)


def dates_in(text: str, published: date | None) -> tuple[DateNote, ...]:
    """The days that a text tells of; only those with a year of their own when `published` is None.

    >>> [note.day.isoformat() for note in dates_in("Hôm nay (10/3), đoàn tới thăm.", date(2025, 3, 10))]
    ['2025-03-10']
    >>> [note.day.isoformat() for note in dates_in("He visited Jakarta on Monday.", date(2025, 3, 12))]
    ['2025-03-10']
    """
    notes = [DateNote(start, end, day) for start, end, day in full_dates(text)]
    if published is not None:
        for find in (_day_months, _days_away, _weekdays):
            notes.extend(
                n for n in find(text, published) if not any(n.start < k.end and k.start < n.end for k in notes)
            )
    return _agreed(text, sorted(notes, key=lambda note: note.start))


def _agreed(text: str, notes: list[DateNote]) -> tuple[DateNote, ...]:
    """'Hôm nay (10/3)' is one day: the one in brackets, which also holds for a copy that came out later."""
    agreed: list[DateNote] = []
    for note in notes:
        if agreed and re.fullmatch(r"(?:,? ?\(?|,? ngày |, )", text[agreed[-1].end : note.start]):
            agreed[-1] = DateNote(agreed[-1].start, note.end, note.day)
        else:
            agreed.append(note)
    return tuple(agreed)


def _day_months(text: str, published: date) -> Iterator[DateNote]:
    for found in _VI_DAY_MONTH.finditer(text):
        if day := _nearest(int(found["month"]), int(found["day"]), published):
            yield DateNote(found.start("said"), found.end("said"), day)
    for found in _EN_DAY_MONTH.finditer(text):
        name, number = found["name"] or found["name2"], found["day"] or found["day2"]
        if day := _nearest(MONTH_WORDS[name.lower().rstrip(".")], int(number), published):
            group = "said" if found["said"] else "said2"
            yield DateNote(found.start(group), found.end(group), day)


def _nearest(month: int, day: int, published: date) -> date | None:
    """The day of that name closest to the publication: in January, 28 December is last year's."""
    years = (published.year + offset for offset in (-1, 0, 1))
    days = [found for year in years if (found := calendar_date(year, month, day))]
    return min(days, key=lambda found: abs(found - published), default=None)


def _days_away(text: str, published: date) -> Iterator[DateNote]:
    for pattern, offset in _DAYS_AWAY:
        for found in pattern.finditer(text):
            yield DateNote(found.start(), found.end(), published + timedelta(days=offset))


def _weekdays(text: str, published: date) -> Iterator[DateNote]:
    """A weekday is the last one up to the publication, unless the sentence speaks of what is to come."""
    number: Callable[[str], int] = lambda name: _EN_WEEKDAYS.index(name.lower())  # noqa: E731
    for found in _EN_WEEKDAY.finditer(text):
        which = (found["which"] or "").strip()
        if which != "next" and not _still_to_come(text, found.start()):
            yield DateNote(found.start(), found.end(), _last(number(found["name"]), published, before=which == "last"))
    for found in _VI_WEEKDAY.finditer(text):
        which = (found["which"] or "").strip()
        name = found["name"].lower().removeprefix("thứ ")
        if not which.endswith(("sau", "tới")) and not _still_to_come(text, found.start()):
            day = _last(_VI_WEEKDAYS.index(name), published, before=False)
            monday = published - timedelta(days=published.weekday())
            earlier = which.endswith("trước") and day >= monday
            yield DateNote(found.start(), found.end(), day - timedelta(days=7) if earlier else day)


def _last(weekday: int, published: date, *, before: bool) -> date:
    back = (published.weekday() - weekday) % 7
    return published - timedelta(days=back or (7 if before else 0))


def _still_to_come(text: str, place: int) -> bool:
    """Does the sentence around `place` speak of the future?"""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, place)]
    start = ends[-1] if ends else 0
    end = _SENTENCE_END.search(text, place)
    return bool(_TO_COME.search(text, start, end.start() if end else len(text)))
