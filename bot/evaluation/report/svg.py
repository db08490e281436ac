"""Plots as inline SVG, by hand: bars with intervals, a curve, a reliability diagram. No script, colours from the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_LEFT, _WIDTH, _ROW = 300, 420, 30


def bars(
    figures: Mapping[str, Mapping[str, float]], names: Mapping[str, str], baseline: Mapping[str, float] | None = None
) -> str:
    """Horizontal bars in 0..1 with their 95 % intervals; a tick marks the baseline where one is given."""
    rows = []
    for place, (key, figure) in enumerate(figures.items()):
        y = place * _ROW
        rows.append(
            f'<text class="name" x="{_LEFT - 12}" y="{y + 19}" text-anchor="end">{escape(names.get(key, key))}</text>'
            f'<rect class="track" x="{_LEFT}" y="{y + 8}" width="{_WIDTH}" height="14" rx="3"/>'
            f'<rect class="bar" x="{_LEFT}" y="{y + 8}" width="{_x(figure["mean"]):.1f}" height="14" rx="3"/>'
            f'<line class="whisker" x1="{_LEFT + _x(figure["low"]):.1f}" x2="{_LEFT + _x(figure["high"]):.1f}" y1="{y + 15}" y2="{y + 15}"/>'
            f'<text class="value" x="{_LEFT + _WIDTH + 12}" y="{y + 19}">{figure["mean"]:.3f}'
            f'<tspan class="small" dx="8">{figure["low"]:.3f}–{figure["high"]:.3f}, n {figure["n"]:.0f}</tspan></text>'
        )
        if baseline and key in baseline:
            x = _LEFT + _x(baseline[key])
            rows.append(f'<line class="baseline" x1="{x:.1f}" x2="{x:.1f}" y1="{y + 4}" y2="{y + 26}"/>')
    height = len(figures) * _ROW + 4
    return _svg(_LEFT + _WIDTH + 210, height, "Figures with their 95 % intervals", "".join(rows))


def _x(share: float) -> float:
    return _WIDTH * min(1.0, max(0.0, share))


def curve(points: Sequence[Sequence[float]], *, title: str, across: str, up: str) -> str:
    """A line through (x, y) pairs in 0..1, in steps of the given points."""
    path = " ".join(f"{'M' if i == 0 else 'L'}{_px(x):.1f},{_py(y):.1f}" for i, (x, y, *_) in enumerate(points))
    return _plot(title, across, up, f'<path class="curve" d="{path}"/>' if path else "")


def reliability(bins: Sequence[Sequence[float]]) -> str:
    """The share of right answers against the confidence; the diagonal is perfect, the discs' area is the number."""
    most = max((n for _, _, n in bins), default=1)
    discs = "".join(
        f'<circle class="disc" cx="{_px(sure):.1f}" cy="{_py(right):.1f}" r="{3 + 9 * (n / most) ** 0.5:.1f}">'
        f"<title>confidence {sure:.2f}, right {right:.2f}, n {n:.0f}</title></circle>"
        for sure, right, n in bins
    )
    diagonal = f'<line class="diagonal" x1="{_px(0)}" y1="{_py(0)}" x2="{_px(1)}" y2="{_py(1)}"/>'
    return _plot("Reliability", "confidence", "share right", diagonal + discs)


def distribution(values: Sequence[float], *, title: str, across: str) -> str:
    """The share of values at most x (ECDF), x up to the largest."""
    ordered = sorted(values)
    top = ordered[-1] if ordered else 1.0
    points = [(v / top, (i + 1) / len(ordered)) for i, v in enumerate(ordered)]
    return curve(
        [(0.0, 0.0), *points], title=title, across=f"{across} (right edge: {top:.1f})", up="share of questions"
    )


def _px(share: float) -> float:
    return 46 + 250 * min(1.0, max(0.0, share))


def _py(share: float) -> float:
    return 226 - 200 * min(1.0, max(0.0, share))


def _plot(title: str, across: str, up: str, inside: str) -> str:
    grid = "".join(
        f'<line class="grid" x1="46" x2="296" y1="{_py(t):.1f}" y2="{_py(t):.1f}"/>'
        f'<text class="small" x="40" y="{_py(t) + 4:.1f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.25, 0.5, 0.75, 1)
    )
    labels = (
        f'<text class="small" x="171" y="258" text-anchor="middle">{escape(across)}</text>'
        f'<text class="small" transform="translate(12 126) rotate(-90)" text-anchor="middle">{escape(up)}</text>'
    )
    return _svg(312, 266, title, f'<text class="name" x="46" y="14">{escape(title)}</text>{grid}{inside}{labels}')


def _svg(width: int, height: int, title: str, inside: str) -> str:
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{escape(title)}">{inside}</svg>'
