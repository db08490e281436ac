"""Listwise logistic regression: the sentence (or span) that answers against all others of the same question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Array = NDArray[np.float64]


class Rows(Protocol):
    """Candidates by their features, however they are kept."""

    @property
    def width(self) -> int:
        """The number of weights."""

    def scores(self, weights: Array) -> Array:
        """The weighted sum of each candidate's features."""

    def slopes(self, residuals: Array) -> Array:
        """What each weight's features add up to over the candidates, each counted by its residual."""


@dataclass(frozen=True)
class Dense:
    """Candidates as rows of a matrix."""

    matrix: Array

    @property
    def width(self) -> int:
        """The number of weights."""
        return int(self.matrix.shape[1])

    def scores(self, weights: Array) -> Array:
        """The weighted sum of each row."""
        return self.matrix @ weights

    def slopes(self, residuals: Array) -> Array:
        """The sum of the rows, each counted by its residual."""
        return self.matrix.T @ residuals


def fit(cases: Sequence[tuple[Array, NDArray[Any]]], penalty: float, rounds: int = 300) -> Array:
    """Weights that maximise the likelihood that the share of right candidates is 1 (softmax over each case).

    A case is (features by candidate, how right each is, 0..1); one without a right candidate teaches nothing.
    """
    kept = [(x, y) for x, y in cases if y.any()]
    return fit_rows(Dense(np.concatenate([x for x, _ in kept])), [y for _, y in kept], penalty, rounds)


def fit_rows(rows: Rows, cases: Sequence[NDArray[Any]], penalty: float, rounds: int) -> Array:
    """The same over rows of any kind; a case is how right each of its candidates is, at least one of them."""
    sizes = np.array([len(y) for y in cases])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate(cases)

    def loss(w: Array) -> tuple[float, Array]:
        scores = rows.scores(w)
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        good = np.add.reduceat(shares * right, starts) + 1e-12
        wanted = shares * right / np.repeat(good, sizes)
        slope = rows.slopes(shares - wanted)
        return float(-np.log(good).sum() / len(cases) + penalty * w @ w), slope / len(cases) + 2 * penalty * w

    found = minimize(loss, np.zeros(rows.width), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return np.asarray(found.x)
