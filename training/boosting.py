"""Gradient boosting of small trees and calibration, in numpy: deterministic, and small enough to read the result."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Boosting:
    """How trees are grown: their number, depth, step, the least weight of a leaf, and the L2 penalty of its value."""

    trees: int = 90
    depth: int = 3
    step: float = 0.1
    least: float = 14.0
    penalty: float = 4.0
    bins: int = 24

    share: float = 1.0
    """Share of the features that each tree may use, drawn by `seed` (random subspaces; Ho 1998)."""
    seed: int = 7
    signs: tuple[int, ...] = ()
    """By feature: 1 where the sum may not fall with it, -1 where it may not rise, 0 where it may do both."""

    def fit(self, features: Array, labels: Array, weights: Array, names: tuple[str, ...]) -> list[Any]:
        """Trees as nested lists `[feature, threshold, low, high]`; the first is the constant."""
        edges = [np.unique(np.quantile(column, np.linspace(0, 1, self.bins + 1)[1:-1])) for column in features.T]
        codes = np.stack([np.searchsorted(e, c, side="left") for e, c in zip(edges, features.T, strict=True)], axis=1)
        mean = float((labels * weights).sum() / weights.sum())
        rows: list[Any] = [round(float(np.log(mean / (1 - mean))), 4)]
        scores = np.full(len(labels), rows[0])
        drawn = np.random.default_rng(self.seed)
        for _ in range(self.trees):
            chances = 1 / (1 + np.exp(-scores))
            slopes, curves = weights * (labels - chances), weights * chances * (1 - chances)
            values = np.zeros(len(labels))
            everything = np.arange(len(labels))
            allowed = drawn.permutation(len(names))[: math.ceil(self.share * len(names))]
            usable = [e if i in allowed else e[:0] for i, e in enumerate(edges)]
            rows.append(self._grow(codes, usable, slopes, curves, everything, self.depth, names, values, (-9.0, 9.0)))
            scores += values
        return rows

    def _grow(
        self, codes: Any, edges: list[Array], slopes: Array, curves: Array, members: Any, depth: int,
        names: tuple[str, ...], values: Array, bounds: tuple[float, float],
    ) -> Any:  # fmt: skip
        split = self._split(codes[members], edges, slopes[members], curves[members]) if depth else None
        if split is None:
            free = float(self.step * slopes[members].sum() / (curves[members].sum() + self.penalty))
            value = round(min(max(free, bounds[0]), bounds[1]), 4)
            values[members] = value
            return value
        feature, place = split
        low = codes[members, feature] <= place
        inside = self._bounds(feature, slopes, curves, members[low], members[~low], bounds)
        sides = [
            self._grow(codes, edges, slopes, curves, members[side], depth - 1, names, values, limit)
            for side, limit in zip((low, ~low), inside, strict=True)
        ]
        return [names[feature], round(float(edges[feature][place]), 4), *sides]

    def _bounds(
        self, feature: int, slopes: Array, curves: Array, low: Any, high: Any, bounds: tuple[float, float]
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """What the two sides of a split may reach, so that the whole keeps the feature's sign (as in XGBoost)."""
        sign = self.signs[feature] if self.signs else 0
        if not sign:
            return bounds, bounds
        ends = [self.step * slopes[m].sum() / (curves[m].sum() + self.penalty) for m in (low, high)]
        middle = float(min(max(sum(ends) / 2, bounds[0]), bounds[1]))
        below, above = (bounds[0], middle), (middle, bounds[1])
        return (below, above) if sign > 0 else (above, below)

    def _split(self, codes: Any, edges: list[Array], slopes: Array, curves: Array) -> tuple[int, int] | None:
        """The feature and bin whose split gains most; None when none gains."""
        best, gain = None, 1e-3
        whole = slopes.sum() ** 2 / (curves.sum() + self.penalty)
        for feature, edge in enumerate(edges):
            if not len(edge):
                continue
            slope = np.cumsum(np.bincount(codes[:, feature], slopes, len(edge) + 1))[:-1]
            curve = np.cumsum(np.bincount(codes[:, feature], curves, len(edge) + 1))[:-1]
            rest, turn = slopes.sum() - slope, curves.sum() - curve
            gains = slope**2 / (curve + self.penalty) + rest**2 / (turn + self.penalty) - whole
            if self.signs and self.signs[feature]:
                rises = rest / (turn + self.penalty) - slope / (curve + self.penalty)
                gains[self.signs[feature] * rises < 0] = 0
            gains[(curve < self.least / 4) | (turn < self.least / 4)] = 0
            place = int(gains.argmax())
            if gains[place] > gain + 1e-9:
                best, gain = (feature, place), float(gains[place])
        return best


def calibration(scores: Array, labels: Array, weights: Array, bins: int = 20) -> list[list[float]]:
    """Points of a curve that never falls, from held-out scores: pool adjacent violators over bins of equal weight."""
    order = np.argsort(scores, kind="stable")
    shares = np.cumsum(weights[order]) / weights.sum()
    blocks: list[list[float]] = []
    for part in range(bins):
        members = order[(shares > part / bins) & (shares <= (part + 1) / bins)]
        if len(members):
            w = weights[members]
            blocks.append([float((scores[members] * w).sum()), float((labels[members] * w).sum()), float(w.sum())])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            top = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], top, strict=True)]
    return [[round(s / w, 3), round(min(max(y / w, 0.01), 0.99), 4)] for s, y, w in blocks]


def auroc(positive: Array, negative: Array) -> float:
    """The chance that a positive scores above a negative, ties half."""
    from scipy.stats import rankdata

    ranks = rankdata(np.concatenate([positive, negative]))
    n = len(positive)
    return float((ranks[:n].sum() - n * (n + 1) / 2) / (n * len(negative)))


def calibration_error(chances: Array, labels: Array, weights: Array, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width (Guo et al. 2017, https://arxiv.org/abs/1706.04599)."""
    places = np.minimum((chances * bins).astype(int), bins - 1)
    total = 0.0
    for place in range(bins):
        inside = places == place
        if inside.any():
            w = weights[inside]
            total += abs(float(((chances[inside] - labels[inside]) * w).sum()))
    return total / float(weights.sum())
