"""The learnt weights of the answerer and what is computed from them; made by training/answering.py."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of named features plus a bias.

    >>> Linear(("cover",), (2.0,), 0.5).of((1.0,))
    2.5
    """

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float = 0.0

    def of(self, features: Sequence[float]) -> float:
        """The sum for one case; the features stand in the order of `names`."""
        return self.bias + sum(map(float.__mul__, self.weights, features))

    @staticmethod
    def read(table: Mapping[str, Any], names: Sequence[str]) -> Linear:
        """A table of weights by name; a feature that the table does not name weighs nothing."""
        return Linear(tuple(names), tuple(float(table.get(n, 0.0)) for n in names), float(table.get("bias", 0.0)))


Node = Any
"""A leaf's value, or a feature's index, a threshold, and the nodes for values up to it and above."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of small decision trees (gradient boosting, Friedman 2001, https://doi.org/10.1214/aos/1013203451).

    In the file a tree is a number, or `[feature, threshold, tree up to it, tree above]`; read, all leaves lie `depth`
    splits deep, so that none is asked whether it is one.

    >>> Trees.read([["cover", 0.5, -1.0, 1.0], 0.25], ("cover",)).of((0.7,))
    1.25
    """

    roots: tuple[Node, ...]
    depth: int

    def of(self, features: Sequence[float]) -> float:
        """The sum for one case."""
        total, levels = 0.0, range(self.depth)
        for node in self.roots:
            for _ in levels:
                index, threshold, low, high = node
                node = low if features[index] <= threshold else high
            total += node
        return total

    @staticmethod
    def read(rows: Sequence[Any], names: Sequence[str]) -> Trees:
        """Trees from nested lists; raises ValueError for an unknown feature."""
        depth = max(map(_depth, rows), default=0)
        return Trees(tuple(_node(row, tuple(names), depth) for row in rows), depth)


def _depth(row: Any) -> int:
    return 1 + max(_depth(row[2]), _depth(row[3])) if isinstance(row, list) else 0


def _node(row: Any, names: tuple[str, ...], depth: int) -> Node:
    if not depth:
        return float(row)
    if not isinstance(row, list):
        leaf = _node(row, names, depth - 1)
        return 0, 0.0, leaf, leaf
    name, threshold, low, high = row
    return names.index(name), float(threshold), _node(low, names, depth - 1), _node(high, names, depth - 1)


@dataclass(frozen=True, slots=True)
class Curve:
    """A calibration that never falls: from a score to a probability, straight between the points.

    Isotonic regression on held-out scores (Zadrozny and Elkan 2002, https://doi.org/10.1145/775047.775151), thinned.

    >>> Curve(((-1.0, 0.0), (1.0, 1.0))).at(0.5)
    0.75
    """

    points: tuple[tuple[float, float], ...]

    def at(self, score: float) -> float:
        """The probability at a score, 0..1."""
        before, last = self.points[0], self.points[-1]
        if score <= before[0]:
            return before[1]
        for point in self.points[1:]:
            if score <= point[0]:
                share = (score - before[0]) / (point[0] - before[0])
                return before[1] + share * (point[1] - before[1])
            before = point
        return last[1]


def sigmoid(score: float) -> float:
    """The logistic function, safe for any score.

    >>> sigmoid(0.0), sigmoid(-1000.0)
    (0.5, 0.0)
    """
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


SUREST = 0.99
"""Chances are taken for at most this, and for at least its contrary, before they become odds."""


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, 0..1, kept finite.

    >>> log_odds(0.5), log_odds(1.0) == log_odds(0.99)
    (0.0, True)
    """
    kept = min(max(chance, 1 - SUREST), SUREST)
    return math.log(kept / (1 - kept))


def softmax(scores: Sequence[float]) -> list[float]:
    """Shares of 1 by exponentials; [] for none.

    >>> softmax([1.0, 1.0])
    [0.5, 0.5]
    """
    if not scores:
        return []
    highest = max(scores)
    powers = [math.exp(s - highest) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Any]:
    """All learnt weights, read once."""
    return tomllib.loads((files("bot.answering.evidence") / "weights.toml").read_text("utf-8"))
