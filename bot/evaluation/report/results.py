"""The results of a run: metrics.json and the reports, a pure function of what the folder keeps; nothing is asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import DatasetError
from bot.evaluation.metrics.judging import Judge, judged
from bot.evaluation.metrics.robustness import robustness
from bot.evaluation.metrics.scoring import Score, scored
from bot.evaluation.metrics.summary import summary
from bot.evaluation.run.folder import MACHINE, METRICS, RunFolder


@dataclass(frozen=True, slots=True)
class Results:
    """What the reports show: the manifest, the metrics and the scores of one run, and the baseline beside them."""

    manifest: Mapping[str, Any]
    metrics: Mapping[str, Any]
    scores: tuple[Score, ...]
    milliseconds: Mapping[str, Mapping[str, float]]
    baseline: Mapping[str, Any] | None = None


def results_of(folder: RunFolder, judge: Judge | None = None, baseline: Mapping[str, Any] | None = None) -> Results:
    """Scores a run and writes metrics.json. Raises DatasetError when the folder is no run or holds no prediction."""
    manifest, times = folder.manifest(), folder.times()
    cases, gold = folder.cases()
    predictions = folder.predictions()
    scores = scored(cases, gold, predictions)
    if not scores:
        raise DatasetError(f"{folder.path} holds no prediction.")
    try:
        machine = folder.read_json(MACHINE, "")
    except DatasetError:
        machine = {}  # a run that was stopped has none
    metrics = summary(scores, times, machine, len(cases))
    metrics["robustness"] = robustness(scores, gold, predictions)
    metrics["judged"] = judged(scores, judge) if judge else {}
    folder.write_json(METRICS, metrics)
    return Results(manifest, metrics, tuple(scores), times, baseline)


def metrics_of(folder: RunFolder) -> dict[str, Any]:
    """The metrics that were written last. Raises DatasetError when there are none."""
    return folder.read_json(METRICS, f"{folder.path} has no {METRICS}; `trich eval score {folder.path}` makes it.")
