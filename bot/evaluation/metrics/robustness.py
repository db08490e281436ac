"""How far answers depend on the form of the question and the size of the collection: each variant beside the plain run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.evaluation.metrics.scoring import Score, scored
from bot.evaluation.metrics.statistics import bootstrap
from bot.evaluation.run.folder import GoldOf
from bot.evaluation.run.prediction import Prediction


def robustness(
    plain: Sequence[Score], gold: GoldOf, predictions: Mapping[tuple[str, str], Prediction]
) -> dict[str, dict[str, Any]]:
    """By variant: n, how many stay right, the plain questions' share of right, and the consistency, with interval.

    Consistent is a question whose variant has the same outcome and cites the same classes of paragraphs; `worst case` is the
    share of questions that are right in every variant that was asked.
    """
    own = {s.case.id: s for s in plain}
    names = sorted({variant for variant, _ in predictions if variant})
    told: dict[str, dict[str, Any]] = {}
    always = {key: s.right for key, s in own.items()}
    for name in names:
        asked = scored([s.case for s in plain], gold, predictions, name)
        told[name] = _beside(asked, own)
        for score in asked:
            always[score.case.id] = always[score.case.id] and score.right
    if told:
        right = bootstrap([float(v) for v in always.values()])
        told["worst case"] = {"n": right.n, "right": round(right.mean, 6), "plain": _mean([s.right for s in plain])}
    return told


def _beside(asked: Sequence[Score], own: Mapping[str, Score]) -> dict[str, Any]:
    consistent = bootstrap([float(_same(score, own[score.case.id])) for score in asked])
    return {
        "n": len(asked),
        "right": _mean([score.right for score in asked]),
        "plain": _mean([own[score.case.id].right for score in asked]),
        "consistent": round(consistent.mean, 6),
        "low": round(consistent.low, 6),
        "high": round(consistent.high, 6),
    }


def _same(a: Score, b: Score) -> bool:
    return a.answered == b.answered and set(a.cited) == set(b.cited)


def _mean(values: Sequence[bool]) -> float:
    return round(sum(values) / len(values), 6) if values else 0.0
