"""A Score for each question: every metric that applies to it. A row with an error scores 0 in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.evaluation import answer_metrics as answers
from bot.evaluation import citation_metrics as citations
from bot.evaluation import ranking_metrics as rankings
from bot.evaluation.cases import Case
from bot.evaluation.normaliser import normalised
from bot.evaluation.prediction import Prediction
from bot.language.detect import language_of

DEPTHS = (1, 3, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one question, each in 0..1, and what the report shows beside them."""

    case: Case
    prediction: Prediction
    figures: Mapping[str, float]
    faults: tuple[str, ...] = ()
    notes: Mapping[str, Any] = field(default_factory=dict)

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


def score(case: Case, prediction: Prediction) -> Score:
    """All figures of one question."""
    if prediction.answer is None:
        names = (*_retrieval(case, ()), *_answer(case, _SILENCE), "right")
        return Score(case, prediction, dict.fromkeys(names, 0.0), ("error",))
    figures = {**_retrieval(case, prediction.ranking), **_answer(case, prediction.answer)}
    figures["right"] = _right(case, prediction.answer, figures)
    return Score(case, prediction, figures, citations.structural_faults(prediction.answer))


_SILENCE: Mapping[str, Any] = {
    "outcome": "not_in_sources", "answer": "", "short_answer": None, "citations": [], "statements": [], "nearest": [],
}  # fmt: skip


def evidence_class(case: Case, file: str, text: str) -> str | None:
    """The evidence class of a paragraph: its normalised text when it holds a gold quote of its article, else None."""
    held = _squeezed(text)
    for evidence in case.evidence:
        if _same_article(evidence.article, file) and _squeezed(evidence.quote) in held:
            return held
    return None


def _same_article(wanted: str, file: str) -> bool:
    return wanted == file or file.endswith(f"/{wanted}") or wanted == file.rsplit(".", 1)[0]


def _squeezed(text: str) -> str:
    return normalised(text, "en")


def _retrieval(case: Case, ranking: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Retrieval figures of an answerable case.

    Gold are the classes that the collection holds as far as the ranking shows them; a case whose evidence never shows
    has its quotes as gold, so that it scores 0.
    """
    if not case.evidence:
        return {}
    found = [evidence_class(case, row["file"], row["text"]) for row in ranking]
    gold = {c for c in found if c} or {_squeezed(e.quote) for e in case.evidence}
    figures = {f"recall@{k}": rankings.recall(found, gold, k) for k in DEPTHS}
    figures |= {f"success@{k}": rankings.success(found, gold, k) for k in DEPTHS}
    figures["mrr@10"] = rankings.reciprocal_rank(found, gold)
    figures["ndcg@10"] = rankings.ndcg(found, gold)
    return figures


def _answer(case: Case, told: Mapping[str, Any]) -> dict[str, float]:
    silent = told["outcome"] != "answered"
    if not case.answerable:
        return {"abstained": float(silent)}
    text, short = ("", "") if silent else (told["answer"], told["short_answer"] or "")
    figures = {"answered": float(not silent), "must_contain": answers.must_contain(text, case.groups) if text else 0.0}
    if case.answers:
        language = language_of(case.answers[0])
        metrics: dict[str, Callable[[str], float]] = {
            "contains": lambda t: answers.contains(t, case.answers, language),
            "em": lambda t: answers.exact_match(t, case.answers, language),
            "f1": lambda t: answers.token_f1(t, case.answers, language),
        }
        figures["contains"] = metrics["contains"](text)
        figures["short_em"], figures["short_f1"] = metrics["em"](short), metrics["f1"](short)
    if case.nuggets:
        figures["nuggets"] = answers.nugget_recall(text, case.nuggets, case.language)
    if case.evidence:
        cited = [evidence_class(case, c["file"] or "", c["text"]) for c in told["citations"]]
        gold = {c for c in cited if c}
        figures["citation_precision"] = citations.gold_precision(cited, gold)
        figures["cites_gold"] = float(bool(gold))
    return figures


def _right(case: Case, told: Mapping[str, Any], figures: Mapping[str, float]) -> float:
    """The rule of "right": every group contained, short enough, a gold paragraph cited; silence where nothing answers."""
    if not case.answerable:
        return figures["abstained"]
    contained = figures["must_contain"] if case.must_contain else figures.get("contains", 0.0)
    return float(bool(contained) and bool(figures.get("cites_gold", 1.0)))
