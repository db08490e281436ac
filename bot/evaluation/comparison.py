"""Did a change help? Two runs paired by question: differences with intervals, tests, wins and losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.errors import DatasetError
from bot.evaluation.metrics.scoring import Score
from bot.evaluation.metrics.statistics import Interval, bootstrap, holm, mcnemar_p, permutation_p, smallest_gain
from bot.evaluation.metrics.summary import HEADLINE


@dataclass(frozen=True, slots=True)
class Difference:
    """B minus A in one figure: the paired difference with its 95 % interval, and how likely chance alone is.

    `p` by sign-flip permutation, `adjusted` after Holm over the headline, `mcnemar` for figures of 0 and 1 (else None);
    `visible`: the smallest true difference that this many questions would show with 80 % power.
    """

    figure: str
    a: float
    b: float
    interval: Interval
    p: float
    adjusted: float
    mcnemar: float | None
    wins: tuple[str, ...]
    losses: tuple[str, ...]
    visible: float

    @property
    def verdict(self) -> str:
        """`better`, `worse`, or `no difference seen` at 5 % after Holm."""
        if self.adjusted >= 0.05 or self.interval.mean == 0:
            return "no difference seen"
        return "better" if self.interval.mean > 0 else "worse"


def compare(a: Sequence[Score], b: Sequence[Score], figures: Sequence[str] = HEADLINE) -> tuple[Difference, ...]:
    """The differences of two runs over the questions of both. Raises DatasetError when they asked different things."""
    first, second = {s.case.id: s for s in a}, {s.case.id: s for s in b}
    shared = [key for key in first if key in second]
    if not shared:
        raise DatasetError("The two runs share no question, so they cannot be compared.")
    other = [key for key in shared if first[key].case.question != second[key].case.question]
    if other:
        raise DatasetError(f"The two runs asked different questions under the id {other[0]!r}.")
    rows = {f: _paired(first, second, shared, f) for f in figures}
    raw = {f: permutation_p([y - x for _, x, y in pairs]) for f, pairs in rows.items() if pairs}
    adjusted = holm(raw)
    return tuple(_difference(f, rows[f], raw[f], adjusted[f]) for f in raw)


_Row = tuple[str, float, float]


def _paired(a: Mapping[str, Score], b: Mapping[str, Score], ids: Sequence[str], figure: str) -> list[_Row]:
    return [
        (key, a[key].figures[figure], b[key].figures[figure])
        for key in ids
        if figure in a[key].figures and figure in b[key].figures
    ]


def _difference(figure: str, rows: Sequence[_Row], p: float, adjusted: float) -> Difference:
    changes = [y - x for _, x, y in rows]
    wins = tuple(key for (key, x, y) in rows if y > x)
    losses = tuple(key for (key, x, y) in rows if y < x)
    binary = all(v in (0.0, 1.0) for _, x, y in rows for v in (x, y))
    return Difference(
        figure, _mean([x for _, x, _ in rows]), _mean([y for _, _, y in rows]), bootstrap(changes), p, adjusted,
        mcnemar_p(len(wins), len(losses)) if binary else None, wins, losses, smallest_gain(changes),
    )  # fmt: skip


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def comparison_lines(differences: Sequence[Difference]) -> list[str]:
    """The comparison as Markdown."""
    lines = [
        "| figure | A | B | B - A (95 %) | p | p (Holm) | McNemar | wins / losses | verdict |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for d in differences:
        mcnemar = "" if d.mcnemar is None else f"{d.mcnemar:.4f}"
        span = f"{d.interval.mean:+.3f} ({d.interval.low:+.3f} to {d.interval.high:+.3f})"
        lines.append(
            f"| {d.figure} | {d.a:.3f} | {d.b:.3f} | {span} | {d.p:.4f} | {d.adjusted:.4f} | {mcnemar} "
            f"| {len(d.wins)} / {len(d.losses)} | {d.verdict} |"
        )
    n = differences[0].interval.n if differences else 0
    seen = [d.visible for d in differences if d.visible not in (0.0, float("inf"))]
    if seen:
        lines += ["", f"With n = {n}, differences under about {100 * max(seen):.1f} points are too small to see here."]
    for d in differences[:1]:
        lines += ["", f"Wins ({d.figure}): {_some(d.wins)}", f"Losses ({d.figure}): {_some(d.losses)}"]
    return lines


def _some(ids: Sequence[str], most: int = 40) -> str:
    return (", ".join(ids[:most]) or "none") + (f" and {len(ids) - most} more" if len(ids) > most else "")
