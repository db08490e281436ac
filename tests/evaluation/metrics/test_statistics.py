from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from bot.evaluation.metrics import statistics as ours

RANDOM = np.random.default_rng(7)
SAMPLES = [
    RANDOM.integers(0, 2, 120).astype(float),
    RANDOM.random(80),
    np.round(RANDOM.random(200), 1),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=["binary", "continuous", "few values"])
def test_the_interval_agrees_with_scipy(sample: np.ndarray) -> None:
    theirs = stats.bootstrap((sample,), np.mean, method="percentile", n_resamples=10_000, rng=np.random.default_rng(1))
    found = ours.bootstrap(sample)
    assert found.mean == pytest.approx(sample.mean())
    assert found.low == pytest.approx(theirs.confidence_interval.low, abs=0.012)
    assert found.high == pytest.approx(theirs.confidence_interval.high, abs=0.012)


@pytest.mark.parametrize("shift", [0.0, 0.08, 0.3])
def test_the_permutation_test_agrees_with_scipy(shift: float) -> None:
    differences = RANDOM.normal(shift, 0.4, 60)
    theirs = stats.permutation_test(
        (differences,), np.mean, permutation_type="samples", n_resamples=10_000, rng=np.random.default_rng(1)
    )
    assert ours.permutation_p(differences) == pytest.approx(theirs.pvalue, abs=0.015)


@pytest.mark.parametrize(("wins", "losses"), [(0, 0), (1, 0), (9, 2), (30, 30), (3, 25)])
def test_mcnemar_is_the_exact_binomial_test(wins: int, losses: int) -> None:
    theirs = stats.binomtest(wins, wins + losses).pvalue if wins + losses else 1.0
    assert ours.mcnemar_p(wins, losses) == pytest.approx(theirs)


def test_holm_agrees_with_its_definition() -> None:
    p = {"a": 0.001, "b": 0.02, "c": 0.021, "d": 0.9}
    assert ours.holm(p) == {"a": 0.004, "b": 0.06, "c": 0.06, "d": 0.9}


def test_equal_runs_differ_by_chance_alone() -> None:
    assert ours.permutation_p([0.0, 0.0]) == 1.0


def test_the_smallest_gain_is_what_a_power_analysis_says() -> None:
    differences = RANDOM.choice([-1.0, 0.0, 1.0], 500, p=[0.05, 0.9, 0.05])
    gain = ours.smallest_gain(list(differences))
    error = differences.std(ddof=1) / np.sqrt(500)
    assert 1 - stats.norm.cdf(stats.norm.ppf(0.975) - gain / error) == pytest.approx(0.8, abs=0.001)
    assert ours.smallest_gain([1.0]) == float("inf")


def test_an_empty_sample_has_no_mean() -> None:
    assert ours.bootstrap([]).n == 0
