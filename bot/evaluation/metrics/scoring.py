"""A Score for each question: every metric that applies to it. A row with an error scores 0 in all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.dataset.cases import Case
from bot.evaluation.dataset.gold import Gold, evidence_class
from bot.evaluation.metrics import answers, citations, rankings
from bot.evaluation.run.folder import GoldOf, RunFolder
from bot.evaluation.run.prediction import Prediction
from bot.language.words.detect import language_of

DEPTHS = (1, 3, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one question, each in 0..1, and what the report shows beside them."""

    case: Case
    gold: tuple[Gold, ...]
    prediction: Prediction
    figures: Mapping[str, float]
    faults: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether the bot answered."""
        return bool(self.prediction.answer and self.prediction.answer["outcome"] == "answered")

    @property
    def right(self) -> bool:
        """Answered right with a right citation, or silent where it should be."""
        return self.figures["right"] == 1.0

    @property
    def confidence(self) -> float:
        """The bot's confidence that it can answer, 0..1; 0 when it gave none."""
        return float((self.prediction.answer or {}).get("confidence") or 0.0)

    @property
    def cited(self) -> tuple[str, ...]:
        """The evidence classes of the cited paragraphs."""
        return tuple(evidence_class(c["text"]) for c in (self.prediction.answer or {}).get("citations", ()))


_SILENCE: Mapping[str, Any] = {
    "outcome": "not_in_sources", "answer": "", "short_answer": None, "citations": [], "statements": [], "nearest": [],
    "language": "",
}  # fmt: skip


def score(case: Case, prediction: Prediction, gold: Sequence[Gold] = ()) -> Score:
    """All figures of one question."""
    given = tuple(gold)
    if prediction.answer is None:
        more = ("avoids", "right") if case.must_not_contain else ("right",)
        names = (*_retrieval(prediction, given), *_answer(case, _SILENCE, given), *more)
        return Score(case, given, prediction, dict.fromkeys(names, 0.0), ("error",))
    figures = {**_retrieval(prediction, given), **_answer(case, prediction.answer, given)}
    if case.must_not_contain:
        figures["avoids"] = answers.avoids(prediction.answer["answer"], case.must_not_contain)
    figures["right"] = _right(case, figures)
    return Score(case, given, prediction, figures, citations.structural_faults(prediction.answer))


def scores_of(folder: RunFolder, variant: str = "") -> list[Score]:
    """The scores of the questions that a run has predictions for, in the order of its cases."""
    cases, gold = folder.cases()
    return scored(cases, gold, folder.predictions(), variant)


def scored(
    cases: Sequence[Case], gold: GoldOf, predictions: Mapping[tuple[str, str], Prediction], variant: str = ""
) -> list[Score]:
    """The scores of one variant."""
    return [
        score(case, predictions[variant, case.id], gold.get(case.id, ()))
        for case in cases
        if (variant, case.id) in predictions
    ]


def _retrieval(prediction: Prediction, gold: tuple[Gold, ...]) -> dict[str, float]:
    """Retrieval figures of a case with evidence."""
    if not gold:
        return {}
    wanted = {g.evidence_class for g in gold}
    found = [ranked.evidence_class for ranked in prediction.ranking]
    figures = {f"recall@{k}": rankings.recall(found, wanted, k) for k in DEPTHS}
    figures |= {f"success@{k}": rankings.success(found, wanted, k) for k in DEPTHS}
    figures["mrr@10"] = rankings.reciprocal_rank(found, wanted)
    figures["ndcg@10"] = rankings.ndcg(found, wanted)
    return figures


def _answer(case: Case, told: Mapping[str, Any], gold: tuple[Gold, ...]) -> dict[str, float]:
    silent = told["outcome"] != "answered"
    if not case.answerable:
        return {"abstained": float(silent), "language": float(told["language"] == case.language)}
    text, short = ("", "") if silent else (told["answer"], told["short_answer"] or "")
    figures = {"answered": float(not silent), "must_contain": answers.must_contain(text, case.groups) if text else 0.0}
    figures["language"] = float(told["language"] == case.language)
    figures |= _gold_answers(case, text, short) if case.answers else {}
    if case.nuggets:
        figures["nuggets"] = answers.nugget_recall(text, case.nuggets, case.language)
    if gold:
        wanted = {g.evidence_class for g in gold}
        cited = [evidence_class(c["text"]) for c in told["citations"]]
        figures["citation_precision"] = citations.gold_precision(cited, wanted)
        figures["citation_recall"] = citations.gold_recall(cited, wanted)
        figures["cites_gold"] = float(bool(wanted & set(cited)))
    return figures


def _gold_answers(case: Case, text: str, short: str) -> dict[str, float]:
    language = language_of(case.answers[0])
    return {
        "contains": answers.contains(text, case.answers, language),
        "short_em": answers.exact_match(short, case.answers, language) if short else 0.0,
        "short_f1": answers.token_f1(short, case.answers, language) if short else 0.0,
    }


def _right(case: Case, figures: Mapping[str, float]) -> float:
    """The rule of "right": every group contained, nothing forbidden, short enough, a gold paragraph cited; or silence."""
    if not figures.get("avoids", 1.0):
        return 0.0
    if not case.answerable:
        return figures["abstained"]
    contained = figures["must_contain"] if case.must_contain else figures.get("contains", 0.0)
    return float(bool(contained) and bool(figures.get("cites_gold", 1.0)))
