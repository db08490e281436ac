"""The checkable facts of a text (numbers, dates, names), and whether another text holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from bot.language.figures.dates import Moment, dates, relative_periods
from bot.language.figures.numbers import Number, numbers
from bot.language.figures.units import COUNTED, CURRENCIES, MEASURES, YEARLY
from bot.language.naming.names import Name, names
from bot.models import Language

YEAR, DAY = "calendar year", "calendar day"
"""Kinds of figures that no unit names."""


class Figure(NamedTuple):
    """A certain number, year or day that begins at `start`; those of one `kind` could stand for each other.

    The kind of a number is its unit; the `values` of a day are one pair of month and day.
    """

    start: int
    kind: str
    values: frozenset[Fraction | tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a text with their spans, each kind in order.

    A number that may as well be a weekday (`thứ bảy`: seventh, Saturday) is in both lists at the same span.
    """

    numbers: tuple[Number, ...]
    dates: tuple[Moment, ...]
    names: tuple[Name, ...]

    @property
    def figures(self) -> list[tuple[int, int]]:
        """The distinct spans of numbers and dates, in order."""
        dated = {(m.start, m.end) for m in self.dates}
        return sorted(dated | {(n.start, n.end) for n in self.numbers})

    @property
    def told(self) -> list[Figure]:
        """The certain numbers, the years and the days."""
        found = [Figure(n.start, _kind(n), frozenset(n.values)) for n in self.numbers if n.certain]
        found += [Figure(m.start, YEAR, frozenset({Fraction(m.year)})) for m in self.dates if m.year]
        return found + [Figure(m.start, DAY, frozenset({(m.month, m.day)})) for m in self.dates if m.month and m.day]


def _kind(number: Number) -> str:
    unit = number.unit or number.shared
    return unit or (YEAR if any(v.denominator == 1 and 1000 <= v <= 2100 for v in number.values) else "")


def facts(text: str, language: Language, anchor: date | None = None) -> Facts:
    """The facts of a text; `anchor`, its day of publication, resolves "today" and weekdays.

    >>> found = facts("On 10 March 2025 Tô Lâm saw 142 pieces in Jakarta.", "en")
    >>> [int(n.values[0]) for n in found.numbers], len(found.dates), [n.words[-1].text for n in found.names]
    ([142], 1, ['Lâm', 'Jakarta'])
    """
    moments = dates(text, language, anchor) + (relative_periods(text, language, anchor) if anchor else [])
    firm = [(m.start, m.end) for m in moments if not (language == "vi" and m.weekday is not None)]
    dated = [(m.start, m.end) for m in moments]
    counted = [n for n in numbers(text, language) if not _overlaps(n.start, n.end, firm)]
    spans = [*dated, *((n.start, n.end) for n in counted)]
    named = [n for n in names(text, language) if not _inside(n.start, n.end, spans)]
    return Facts(tuple(counted), tuple(moments), tuple(named))


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


class FactIndex:
    """The numbers and dates of one text, ready to be asked what they hold."""

    def __init__(self, found: Facts, anchor: date | None = None) -> None:
        self.dates = found.dates
        self.values: frozenset[Fraction] = frozenset(v for n in found.numbers for v in n.values)
        self._units = {(v, unit) for n in found.numbers for v in n.values for unit in {n.unit, n.shared or n.unit}}
        self._told = frozenset(unit for _, unit in self._units)
        self._signs = {(v, n.sign if n.unit else "") for n in found.numbers for v in n.values}
        self._below = frozenset(v for n in found.numbers for v in n.values if n.sign)
        self._labels = {(v, n.label) for n in found.numbers for v in n.values}
        self._counts = frozenset(v for n in found.numbers for v in n.values if not _is_year(n))
        self._years = frozenset(m.year for m in found.dates if m.year) | frozenset({anchor.year} if anchor else ())
        self._days = frozenset(Fraction(m.day) for m in found.dates if m.day)
        self._parts = frozenset(Fraction(v) for m in found.dates for v in m.figures if v != m.day)

    @property
    def tells_years(self) -> bool:
        """Whether the text names any year, decade or century."""
        dated = any(m.year or m.decade or m.century for m in self.dates)
        return dated or any(1000 <= v <= 2100 and v.denominator == 1 for v in self.values)

    @property
    def dated(self) -> bool:
        """Whether the text names any year, or its day of publication is known."""
        return bool(self._years) or self.tells_years

    def tells(self, year: int) -> bool:
        """Whether the text names this year, or was published in it."""
        return year in self._years or Fraction(year) in self.values

    def tells_labelled(self, number: Number) -> bool | None:
        """Whether the text has a number behind the same word (`50` in `Super Bowl 50`); None where it numbers no such thing."""
        values = {v for v, label in self._labels if _same_label(label, number.label)}
        return not values.isdisjoint(number.values) if values else None

    def holds_number(self, number: Number) -> bool:
        """Whether one reading of a number is among the numbers or years of the text, with no other unit, sign or label."""
        for value in number.values:
            if value in self.values and self._fits(value, number):
                return True
        if number.sign == "-" or number.unit == COUNTED:
            return False
        return any(v in self._parts or (v in self._days and _is_ordinal(number, v)) for v in number.values)

    def _fits(self, value: Fraction, number: Number) -> bool:
        return (
            self._unit_fits(value, number)
            and self._sign_fits(value, number.sign)
            and self._label_fits(value, number.label.strip())
        )

    def _label_fits(self, value: Fraction, label: str) -> bool:
        """A figure that the text has only as part of labels (`PDP-11`) is held by one of the same label alone."""
        return any(not other or other.endswith(" ") or other == label for v, other in self._labels if v == value)

    def _unit_fits(self, value: Fraction, number: Number) -> bool:
        """A figure without a unit may be the share of a percentage, money or people of a known kind, or else any measure
        that the text has of no other figure."""
        unit, units = number.unit, {u for v, u in self._units if v == value}
        if unit == COUNTED:
            return not units <= MEASURES and value in self._counts
        if unit == "%":
            bare = value * 100 in number.values
        else:
            bare = (unit in self._told) == (unit in CURRENCIES) or unit == "person"
        return not unit or unit in units or ("" in units and bare)

    def _sign_fits(self, value: Fraction, sign: str) -> bool:
        """Below zero here and there, or a fall; a figure with a unit that the text has only below zero is another."""
        if sign == "-":
            return value in self._below
        return sign == "~" or {s for v, s in self._signs if v == value} != {"-"}

    def holds_date(self, moment: Moment) -> bool:
        """Whether the text holds a date that agrees, and the year if one is given.

        >>> text = FactIndex(facts("on Monday, March 10", "en"))
        >>> [text.holds_date(dates(d, "en")[0]) for d in ("10 March", "11 March", "in March", "10 March 2025")]
        [True, False, True, False]
        """
        return any(self._agrees(moment, other) for other in self.dates) or self._is_written_as_number(moment)

    def _agrees(self, moment: Moment, other: Moment) -> bool:
        if moment.decade is not None or moment.century is not None:
            return _same_age(moment, other)
        shared = 0
        for wanted, found in _pairs(moment, other):
            if wanted is not None and found is not None:
                if wanted != found:
                    return False
                shared += 1
        if moment.day is not None and other.day is None:
            return False
        if (
            moment.year
            and not other.year
            and moment.year not in self._years
            and Fraction(moment.year) not in self.values
        ):
            return False
        return shared > 0

    def _is_written_as_number(self, moment: Moment) -> bool:
        """`1990s` carried by a year in it is not; `19th century` is by a bare 19, as in lists (`17th and 19th`)."""
        return moment.century is not None and Fraction(moment.century) in self.values


def _same_label(one: str, two: str) -> bool:
    """Whether two labels are one word, or the one ends in the other: `Superbowl 50`, `Super Bowl 50`."""
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) > 4 and long.endswith(short))


def _is_year(number: Number) -> bool:
    return number.label in YEARLY and number.end - number.start == 4 and not number.unit


def _is_ordinal(number: Number, value: Fraction) -> bool:
    """Whether a number is written as digits with two letters behind: `10th`."""
    return number.end - number.start == len(str(value)) + 2


def _pairs(one: Moment, two: Moment) -> list[tuple[int | None, int | None]]:
    pairs = [(one.year, two.year), (one.month, two.month), (one.day, two.day)]
    return [*pairs, (one.weekday, two.weekday)] if one.day is None or two.day is None else pairs


def _same_age(moment: Moment, other: Moment) -> bool:
    if moment.decade is not None:
        return moment.decade == other.decade
    return moment.century == other.century
