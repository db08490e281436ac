"""Listwise logistic regression: the sentence (or span) that answers against all others of the same question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

Array = NDArray[np.float64]


Rows = Array | csr_matrix


def fit(cases: Sequence[tuple[Rows, NDArray[Any]]], penalty: float, rounds: int = 300) -> Array:
    """Weights that maximise the likelihood that the share of right candidates is 1 (softmax over each case).

    A case is (features by candidate, how right each is, 0..1); one without a right candidate teaches nothing.
    """
    kept = [(x, y) for x, y in cases if y.any()]
    sparse = isinstance(kept[0][0], csr_matrix)
    rows = vstack([x for x, _ in kept]).tocsr() if sparse else np.concatenate([x for x, _ in kept])
    turned = rows.T.tocsr() if sparse else rows.T
    sizes = np.array([x.shape[0] for x, _ in kept])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate([y for _, y in kept])

    def loss(w: Array) -> tuple[float, Array]:
        scores = rows @ w
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        good = np.add.reduceat(shares * right, starts) + 1e-12
        wanted = shares * right / np.repeat(good, sizes)
        slope = turned @ (shares - wanted)
        return float(-np.log(good).sum() / len(kept) + penalty * w @ w), slope / len(kept) + 2 * penalty * w

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return np.asarray(found.x)
