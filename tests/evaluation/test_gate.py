from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from bot.errors import DatasetError
from bot.evaluation.gate import baseline_of, failures, read_baseline

MANIFEST = {"suite": {"name": "s", "questions_sha256": "abc"}}
METRICS: dict[str, Any] = {
    "figures": {"right": {"mean": 0.9, "low": 0.85, "high": 0.95, "n": 100}},
    "structural_faults": [],
    "errors": [],
    "complete": True,
}


def metrics(mean: float, high: float, **more: Any) -> dict[str, Any]:
    told = copy.deepcopy(METRICS)
    told["figures"]["right"].update(mean=mean, high=high)
    return {**told, **more}


BASELINE = baseline_of(METRICS, MANIFEST)


def test_the_same_run_passes() -> None:
    assert failures(METRICS, MANIFEST, BASELINE) == []


@pytest.mark.parametrize(
    ("mean", "high", "fails"),
    [(0.895, 0.90, False), (0.88, 0.92, False), (0.88, 0.895, True), (0.86, 0.95, True), (0.95, 0.99, False)],
)
def test_a_fall_fails_when_it_is_clear_or_large(mean: float, high: float, fails: bool) -> None:
    assert bool(failures(metrics(mean, high), MANIFEST, BASELINE)) == fails


@pytest.mark.parametrize(
    "more",
    [{"structural_faults": [{}]}, {"errors": [{}]}, {"figures": {}}, {"complete": False}],
    ids=lambda m: next(iter(m)),
)
def test_faults_errors_gaps_and_missing_figures_fail(more: dict[str, Any]) -> None:
    assert failures({**METRICS, **more}, MANIFEST, BASELINE)


def test_other_questions_want_another_baseline() -> None:
    with pytest.raises(DatasetError, match="made with other questions"):
        failures(METRICS, {"suite": {"questions_sha256": "xyz"}}, BASELINE)


def test_a_missing_or_damaged_baseline_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="--accept` writes one"):
        read_baseline(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text("[]")
    with pytest.raises(DatasetError, match=r"bad\.json cannot be read"):
        read_baseline(tmp_path / "bad.json")
