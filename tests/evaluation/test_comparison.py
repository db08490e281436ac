from __future__ import annotations

import pytest

from bot.errors import DatasetError
from bot.evaluation.comparison import compare, comparison_lines
from bot.evaluation.dataset.cases import Case
from bot.evaluation.metrics.scoring import Score
from bot.evaluation.run.prediction import Prediction


def scores(values: str, question: str = "Who?") -> list[Score]:
    """One score for each digit, right when it is 1."""
    return [
        Score(
            Case(f"q{n}", question, "en", True, answers=("x",)),
            (),
            Prediction(f"q{n}", question, None),
            {"right": float(v)},
        )
        for n, v in enumerate(values)
    ]


def test_a_clear_gain_is_better_and_its_reverse_worse() -> None:
    a, b = scores("0" * 20 + "1" * 20), scores("1" * 20 + "1" * 20)
    (gain,) = compare(a, b)
    assert (gain.verdict, gain.wins, gain.losses) == ("better", tuple(f"q{n}" for n in range(20)), ())
    assert gain.interval.low > 0
    assert gain.mcnemar is not None
    assert gain.mcnemar < 0.001
    assert compare(b, a)[0].verdict == "worse"


def test_noise_is_no_difference_and_the_report_says_what_it_could_see() -> None:
    (found,) = compare(scores("01" * 20), scores("10" * 20))
    assert found.verdict == "no difference seen"
    lines = comparison_lines([found])
    assert any("too small to see" in line for line in lines)
    assert any(line.startswith("Wins (right): q0, q2") for line in lines)


def test_runs_of_other_questions_do_not_compare() -> None:
    with pytest.raises(DatasetError, match="asked different questions under the id 'q0'"):
        compare(scores("1"), scores("1", question="Whom?"))
    with pytest.raises(DatasetError, match="share no question"):
        compare(scores("1"), [])
