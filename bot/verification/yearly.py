"""Of which year does the text give a number? `1.2 million in 2023, up from 400,000 in 2022` pairs each with its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.language.facts import DAY, YEAR, Figure
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.stretches import stretches

_NEAR = 40
"""Code points between a number and the year behind it, at most."""


class Yearly(NamedTuple):
    """Where the number begins that a claim gives of one year, if the text pairs it so (`told`) or otherwise (`wrong`)."""

    told: int | None = None
    wrong: int | None = None


def of_year(claim: ClaimView, text: Evidence) -> Yearly:
    """What a text says of a claim's one number and one year; it is wrong where each has another partner alone.

    >>> text = Evidence("It sold 90 boats in 2023, up from 40 in 2022.", "en")
    >>> of_year(ClaimView("In 2022 it sold 40.", "en"), text), of_year(ClaimView("It sold 90 in 2022.", "en"), text)
    (Yearly(told=16, wrong=None), Yearly(told=None, wrong=8))
    """
    years = [f for f in claim.facts.told if f.kind == YEAR]
    amounts = [f for f in claim.facts.told if f.kind not in (YEAR, DAY)]
    if len(years) != 1 or len(amounts) != 1:
        return Yearly()
    (year,), (amount,) = years, amounts
    paired = list(_pairs(text))
    own = [y for a, y in paired if not a.values.isdisjoint(amount.values)]
    rivals = [a for a, y in paired if not y.values.isdisjoint(year.values) and a.kind == amount.kind]
    if any(not y.values.isdisjoint(year.values) for y in own):
        return Yearly(told=amount.start)
    return Yearly(wrong=amount.start) if own and rivals else Yearly()


def _pairs(text: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """The numbers of a text with the year that stands behind them in the same stretch, nothing else between."""
    figures = sorted((f for f, _ in text.told if f.kind != DAY), key=lambda f: f.start)
    for stretch in stretches(text.text) if any(f.kind == YEAR for f in figures) else ():
        inside = [f for f in figures if stretch.has(f.start)]
        for one, two in pairwise(inside):
            if one.kind != YEAR and two.kind == YEAR and two.start - one.start <= _NEAR:
                yield one, two
