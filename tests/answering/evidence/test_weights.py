import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.choice.abstention import SURE
from bot.answering.choice.sentence import Weights
from bot.answering.evidence.features import NAMES
from bot.answering.evidence.weights import Curve, Trees, softmax, tables


def test_an_unknown_feature_is_refused() -> None:
    with pytest.raises(ValueError, match="x"):
        Trees.read([["x", 0.0, 1.0, 2.0]], ("cover",))


def test_trees_of_any_depth_are_added_up() -> None:
    trees = Trees.read([["a", 0.5, 1.0, ["b", 0.5, 10.0, 20.0]], ["b", 0.5, 100.0, 200.0], 0.25], ("a", "b"))
    assert [trees.of(case) for case in ((0.0, 1.0), (1.0, 0.0), (1.0, 1.0), (0.5, 0.5))] == [
        201.25,
        110.25,
        220.25,
        101.25,
    ]


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=20))
def test_shares_sum_to_one(scores: list[float]) -> None:
    assert sum(softmax(scores)) == pytest.approx(1)


@given(st.floats(-20, 20), st.floats(0, 10))
def test_calibration_never_falls(score: float, more: float) -> None:
    for across in (False, True):
        curve = Weights.load(across).calibration
        assert 0 <= curve.at(score) <= curve.at(score + more) <= 1


def test_a_curve_is_straight_between_its_points() -> None:
    curve = Curve(((0.0, 0.2), (2.0, 0.6)))
    assert [curve.at(x) for x in (-5, 0, 1, 2, 9)] == pytest.approx([0.2, 0.2, 0.4, 0.6, 0.6])


def test_the_file_names_every_feature() -> None:
    found = tables()
    for name in ("same", "across"):
        assert set(found[name]["sentence"]) == set(NAMES)
    assert len(SURE) == len(set(SURE))
