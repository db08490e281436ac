"""Listwise logistic regression: the sentence (or span) that answers against all others of the same question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Array = NDArray[np.float64]


def fit(cases: Sequence[tuple[Array, NDArray[np.bool_]]], penalty: float) -> Array:
    """Weights that maximise the likelihood that the share of right candidates is 1 (softmax over each case).

    A case is (features by candidate, right or not by candidate); one without a right candidate teaches nothing.
    """
    kept = [(x, y) for x, y in cases if y.any()]
    rows = np.concatenate([x for x, _ in kept])
    sizes = np.array([len(x) for x, _ in kept])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate([y for _, y in kept])

    def loss(w: Array) -> tuple[float, Array]:
        scores = rows @ w
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        good = np.add.reduceat(shares * right, starts) + 1e-12
        wanted = shares * right / np.repeat(good, sizes)
        slope = rows.T @ (shares - wanted)
        return float(-np.log(good).sum() / len(kept) + penalty * w @ w), slope / len(kept) + 2 * penalty * w

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x)
