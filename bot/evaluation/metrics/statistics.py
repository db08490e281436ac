"""Intervals and tests for means over questions. numpy only; scipy agrees (tests)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray

DRAWS = 10_000
SEED = 0
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `n` questions with its 95 % interval `low`..`high`."""

    mean: float
    low: float
    high: float
    n: int


def bootstrap(values: ArrayLike, draws: int = DRAWS, seed: int = SEED) -> Interval:
    """The mean and its 95 % percentile bootstrap interval (Efron and Tibshirani 1993, ch. 13).

    >>> bootstrap([1.0, 1.0, 1.0])
    Interval(mean=1.0, low=1.0, high=1.0, n=3)
    """
    sample = np.asarray(values, float)
    if sample.size == 0:
        return Interval(float("nan"), float("nan"), float("nan"), 0)
    low, high = np.percentile(_resampled(sample, draws, seed), (2.5, 97.5))
    return Interval(float(sample.mean()), float(low), float(high), int(sample.size))


def _resampled(sample: NDArray[np.float64], draws: int, seed: int) -> NDArray[np.float64]:
    """Means of resamples. How often each distinct value is drawn is multinomial, which is far cheaper than drawing rows."""
    distinct, counts = np.unique(sample, return_counts=True)
    random = np.random.default_rng(seed)
    drawn = random.multinomial(sample.size, counts / sample.size, size=draws)
    return np.asarray(drawn @ distinct / sample.size, float)


def permutation_p(differences: ArrayLike, draws: int = DRAWS, seed: int = SEED) -> float:
    """Two-sided p of a paired sign-flip permutation test, with the +1 correction (Phipson and Smyth 2010)."""
    given = np.asarray(differences, float)
    given = given[given != 0]
    if given.size == 0:
        return 1.0
    random = np.random.default_rng(seed)
    observed = abs(given.sum()) - 1e-12
    extreme = 0
    for start in range(0, draws, _CHUNK):
        rows = min(_CHUNK, draws - start)
        signs = random.integers(0, 2, (rows, given.size), dtype=np.int8) * 2 - 1
        extreme += int((np.abs(signs @ given) >= observed).sum())
    return (extreme + 1) / (draws + 1)


def mcnemar_p(wins: int, losses: int) -> float:
    """Exact two-sided McNemar test (McNemar 1947): the chance of so uneven a split of the pairs that differ.

    >>> mcnemar_p(5, 5), round(mcnemar_p(10, 0), 4)
    (1.0, 0.002)
    """
    n, least = wins + losses, min(wins, losses)
    tail = sum(comb(n, k) for k in range(least + 1))
    return min(1.0, float(2 * tail / 2**n))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's adjusted p values for a family of tests (Holm 1979).

    >>> holm({"a": 0.01, "b": 0.04, "c": 0.03})
    {'a': 0.03, 'b': 0.06, 'c': 0.06}
    """
    adjusted: dict[str, float] = {}
    floor = 0.0
    for rank, (name, p) in enumerate(sorted(p_values.items(), key=lambda item: (item[1], item[0]))):
        floor = max(floor, min(1.0, p * (len(p_values) - rank)))
        adjusted[name] = round(floor, 12)
    return {name: adjusted[name] for name in p_values}


def smallest_gain(values: Sequence[float]) -> float:
    """The smallest true difference of a mean that a paired comparison would show with 80 % power, in the mean's unit.

    (z.975 + z.8) times the standard error of the paired differences (Cohen 1988); `values` are these differences.
    """
    sample = np.asarray(values, float)
    if sample.size < 2:
        return float("inf")
    return float(2.8016 * sample.std(ddof=1) / np.sqrt(sample.size))
