from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from bot.evaluation.metrics import abstention as ours

VERDICTS = ours.Verdicts(
    answerable=(True, True, True, True, False, False),
    answered=(True, True, True, False, True, False),
    right=(True, True, False, False, False, False),
)


def test_the_counts_are_those_of_the_definitions() -> None:
    assert ours.rejection_recall(VERDICTS) == 1 / 2
    assert ours.over_refusal(VERDICTS) == 1 / 4
    assert ours.abstention_precision(VERDICTS) == 1 / 2
    grades = ours.triple(VERDICTS)
    assert grades == pytest.approx((2 / 6, 2 / 6, 2 / 6))
    assert grades.accuracy_given_attempted == pytest.approx(1 / 2)
    assert grades.f_score == pytest.approx(0.4)
    assert ours.trust(VERDICTS) == pytest.approx(0.0)
    assert ours.trust(VERDICTS, 4) == pytest.approx(-1.0)


def test_nothing_asked_is_nothing() -> None:
    none = ours.Verdicts((), (), ())
    assert ours.rejection_recall(none) == ours.over_refusal(none) == ours.abstention_precision(none) == 0.0
    with pytest.raises(ValueError, match="all three"):
        ours.Verdicts((True,), (), ())


PAIRS = st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 0.9, 1.0]), st.booleans()), min_size=2, max_size=30)


@given(PAIRS)
def test_auroc_is_the_mann_whitney_statistic(pairs: list[tuple[float, bool]]) -> None:
    ups, downs = [c for c, t in pairs if t], [c for c, t in pairs if not t]
    found = ours.auroc([c for c, _ in pairs], [t for _, t in pairs])
    if not ups or not downs:
        assert math.isnan(found)
        return
    theirs = stats.mannwhitneyu(ups, downs).statistic / (len(ups) * len(downs))
    assert found == pytest.approx(theirs)


@given(PAIRS)
def test_the_curve_ends_at_the_error_rate_and_ties_stand_together(pairs: list[tuple[float, bool]]) -> None:
    curve = ours.risk_coverage([c for c, _ in pairs], [w for _, w in pairs])
    assert curve[-1] == pytest.approx((1.0, sum(w for _, w in pairs) / len(pairs)))
    assert len(curve) == len({c for c, _ in pairs})
    assert 0.0 <= ours.aurc([c for c, _ in pairs], [w for _, w in pairs]) <= 1.0


def test_a_perfect_order_has_the_smaller_area() -> None:
    assert ours.aurc([0.9, 0.8, 0.1], [False, False, True]) < ours.aurc([0.1, 0.8, 0.9], [False, False, True])


def test_calibration_is_the_gap_between_said_and_done() -> None:
    sure = [0.95] * 10
    assert ours.expected_calibration_error(sure, [True] * 10) == pytest.approx(0.05)
    assert ours.expected_calibration_error(sure, [False] * 10) == pytest.approx(0.95)
    (only,) = ours.reliability(sure, [True] * 5 + [False] * 5)
    assert only == pytest.approx((0.95, 0.5, 10))
