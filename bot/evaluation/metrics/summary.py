"""From scores to the figures of a run: every mean with its 95 % interval and n, over all questions and by slice."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.evaluation.metrics import abstention
from bot.evaluation.metrics.scoring import Score
from bot.evaluation.metrics.statistics import Interval, bootstrap

HEADLINE = ("right", "contains", "cites_gold", "success@1", "recall@5", "short_em", "short_f1", "abstained")
NAMES: Mapping[str, str] = {
    "right": "right: answer and citation, or silence",
    "must_contain": "answer holds what it must",
    "contains": "answer contains a gold answer",
    "avoids": "says nothing that it must not",
    "answered": "answered (of the answerable)",
    "abstained": "silent (of the unanswerable)",
    "cites_gold": "cites a gold paragraph",
    "citation_precision": "citation precision (gold)",
    "short_em": "short answer: exact match",
    "short_f1": "short answer: token F1",
    "language": "answer in the language of the question",
    "citation_recall": "citation recall (gold)",
    "nuggets": "nugget recall",
    "mrr@10": "MRR@10",
    "ndcg@10": "nDCG@10",
}


def name_of(figure: str) -> str:
    """A figure's name in words."""
    if figure in NAMES:
        return NAMES[figure]
    return figure.replace("recall@", "Recall@").replace("success@", "Success@")


def summary(
    scores: Sequence[Score], times: Mapping[str, Mapping[str, float]], machine: Mapping[str, Any], planned: int
) -> dict[str, Any]:
    """metrics.json of a run: figures, slices, abstention, structure, speed, cost; `planned` questions were to be asked."""
    return {
        "schema": 1,
        "n": len(scores),
        "complete": len(scores) == planned,
        "errors": [{"id": s.case.id, "error": s.prediction.error} for s in scores if s.prediction.error],
        "structural_faults": [
            {"id": s.case.id, "faults": list(s.faults)} for s in scores if s.faults and not s.prediction.error
        ],
        "figures": means(scores),
        "slices": {name: _sliced(scores, key) for name, key in SLICES.items()},
        "abstention": _abstention(scores),
        "length": _lengths(scores),
        "speed": _speed(times, machine),
        "cost": _cost(scores),
    }


def means(scores: Sequence[Score]) -> dict[str, dict[str, float]]:
    """Each figure's mean over the questions that have it."""
    names = dict.fromkeys(name for s in scores for name in s.figures)
    return {name: _told(bootstrap([s.figures[name] for s in scores if name in s.figures])) for name in names}


def _told(interval: Interval) -> dict[str, float]:
    return {
        "mean": round(interval.mean, 6), "low": round(interval.low, 6), "high": round(interval.high, 6), "n": interval.n,
    }  # fmt: skip


def _pair(score: Score) -> str:
    """Question language and languages of the evidence, such as `vi → en`."""
    return f"{score.case.language} → {' + '.join(sorted({g.language for g in score.gold})) or 'none'}"


SLICES: Mapping[str, Callable[[Score], str]] = {
    "question → evidence": _pair,
    "kind": lambda s: s.case.kind or "none given",
    "evidence": lambda s: ("none", "one paragraph")[len(s.gold)] if len(s.gold) < 2 else "several paragraphs",
}


def _sliced(scores: Iterable[Score], key: Callable[[Score], str]) -> dict[str, dict[str, dict[str, float]]]:
    parts: dict[str, list[Score]] = {}
    for score in scores:
        parts.setdefault(key(score), []).append(score)
    return {name: means(parts[name]) for name in sorted(parts)}


def _abstention(scores: Sequence[Score]) -> dict[str, Any]:
    verdicts = abstention.Verdicts(
        tuple(s.case.answerable for s in scores),
        tuple(s.answered for s in scores),
        tuple(s.case.answerable and s.right for s in scores),
    )
    grades = abstention.triple(verdicts)
    confidence = [s.confidence for s in scores]
    able = [s.case.answerable for s in scores]
    shown = [s for s in scores if s.answered]
    sure, right = [s.confidence for s in shown], [s.case.answerable and s.right for s in shown]
    return {
        "answerable": sum(able),
        "rejection_recall": round(abstention.rejection_recall(verdicts), 6),
        "over_refusal": round(abstention.over_refusal(verdicts), 6),
        "precision": round(abstention.abstention_precision(verdicts), 6),
        "correct": round(grades.correct, 6),
        "incorrect": round(grades.incorrect, 6),
        "not_attempted": round(grades.not_attempted, 6),
        "f_score": round(grades.f_score, 6),
        "trust": round(abstention.trust(verdicts), 6),
        "trust_4": round(abstention.trust(verdicts, 4), 6),
        "auroc": None if all(able) or not any(able) else round(abstention.auroc(confidence, able), 6),
        "aurc": round(abstention.aurc(sure, [not r for r in right]), 6) if sure else None,
        "ece": round(abstention.expected_calibration_error(sure, right), 6) if sure else None,
        "risk_coverage": [
            [round(p.coverage, 4), round(p.risk, 4)] for p in abstention.risk_coverage(sure, [not r for r in right])
        ],
        "reliability": [[round(b.confidence, 4), round(b.right, 4), b.n] for b in abstention.reliability(sure, right)]
        if sure
        else [],
    }


def _lengths(scores: Sequence[Score]) -> dict[str, float]:
    words = [len(s.prediction.answer["answer"].split()) for s in scores if s.answered and s.prediction.answer]
    return {
        "median_words": float(statistics.median(words)) if words else 0.0,
        "longest_words": float(max(words, default=0)),
    }


def _speed(times: Mapping[str, Mapping[str, float]], machine: Mapping[str, Any]) -> dict[str, Any]:
    """Times of the questions; `in_loops` is the median divided by the calibration loop of the same process."""
    stages = sorted({stage for row in times.values() for stage in row})
    told: dict[str, Any] = dict(machine)
    for stage in stages:
        told[f"{stage}_ms"] = _percentiles([row[stage] for row in times.values() if stage in row])
    if machine.get("calibration_ms"):
        told["in_loops"] = {s: round(told[f"{s}_ms"]["p50"] / machine["calibration_ms"], 4) for s in stages}
    if machine.get("index_s"):
        told["paragraphs_per_s"] = round(machine["paragraphs"] / machine["index_s"], 1)
    return told


def _percentiles(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {f"p{p}": round(ordered[min(len(ordered) - 1, int(len(ordered) * p / 100))], 2) for p in (50, 95, 99)}


def _cost(scores: Sequence[Score]) -> dict[str, float]:
    usages = [s.prediction.answer["usage"] for s in scores if s.prediction.answer and s.prediction.answer.get("usage")]
    if not usages:
        return {}
    told = {key: float(sum(u[key] for u in usages)) for key in ("prompt_tokens", "completion_tokens")}
    costs = [u["cost"] for u in usages if u.get("cost") is not None]
    return told | ({"dollars": round(sum(costs), 6)} if costs else {})
