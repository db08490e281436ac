"""Judged support, the third layer of citation metrics: does what a sentence cites carry it, in the eyes of a named judge?

The lexical judge is the bot's own check. Measured on XQuAD it lets swapped common nouns pass, so it is an alarm and not a
judgement; a model judges through the prompt `entail`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot.evaluation.metrics.scoring import Score
from bot.evaluation.metrics.statistics import bootstrap
from bot.language.words.detect import language_of
from bot.models import Citation, Paragraph, Removed, Source, Statement
from bot.verification.attribution import judge as verdict_of
from bot.verification.checker import RuleVerifier

_WEIGHT = {"verified": 1.0, "unconfirmed": 0.5, "rejected": 0.0}


class Judge(Protocol):
    """Says how far texts support a sentence; `name` is shown beside every figure it makes.

    `support("It is in Jakarta.", ["The Secretariat in Jakarta opened."])` is 1 (full), .5 (partial) or 0 (none).
    """

    @property
    def name(self) -> str:
        """`lexical` or `llm:MODEL`."""
        ...

    def support(self, sentence: str, texts: Sequence[str]) -> float:
        """1, .5 or 0."""
        ...


class LexicalJudge:
    """The deterministic check of the bot: numbers, names, dates, negation and wording."""

    name = "lexical"

    def __init__(self) -> None:
        self._verifier = RuleVerifier()

    def support(self, sentence: str, texts: Sequence[str]) -> float:
        """1 for verified, .5 for unconfirmed, 0 for rejected."""
        return _WEIGHT[verdict_of(sentence, _paragraphs(texts), self._verifier).support] if texts else 0.0


class Reviewing(Protocol):
    """Confirms or removes sentences that the rules leave open (`bot.wiring.reviewer_of` makes one)."""

    def review(self, statements: Sequence[Statement]) -> Sequence[Statement | Removed]:
        """The statements in order, each confirmed, left as it is, or removed."""
        ...


class ModelJudge:
    """A chat model, asked through the prompt `entail`; raises ModelError when it fails."""

    def __init__(self, model: str, reviewer: Reviewing) -> None:
        self.name = f"llm:{model}"
        self._reviewer = reviewer

    def support(self, sentence: str, texts: Sequence[str]) -> float:
        """1 for supported, 0 for contradicted or not stated, .5 when the reply says neither."""
        if not texts:
            return 0.0
        cited = tuple(Citation(p, 0, len(p.text)) for p in _paragraphs(texts))
        reviewed = self._reviewer.review([Statement(sentence, cited, "unconfirmed")])[0]
        return _WEIGHT[reviewed.support] if isinstance(reviewed, Statement) else 0.0


def _paragraphs(texts: Sequence[str]) -> list[Paragraph]:
    languages = [language_of(text) for text in texts]
    return [
        Paragraph(Source(f"cited-{n}", language), 1, text, "body", language)
        for n, (text, language) in enumerate(zip(texts, languages, strict=True), 1)
    ]


def judged(scores: Sequence[Score], judge: Judge) -> dict[str, Any]:
    """ALCE's citation recall and precision and TREC RAG's weighted support over all answered questions.

    Recall: the share of sentences that their citations together support fully. Precision: the share of citations that
    count; one counts when its sentence has recall 1 and it either supports the sentence alone or the others do not
    without it (Gao et al. 2023, section 4.2).
    """
    rows = [_judged(s.prediction.answer, judge) for s in scores if s.answered and s.prediction.answer]
    told = {"judge": judge.name, "n": len(rows)}
    for place, name in enumerate(("recall", "precision", "weighted")):
        interval = bootstrap([row[place] for row in rows])
        if rows:
            told[name] = {
                "mean": round(interval.mean, 6),
                "low": round(interval.low, 6),
                "high": round(interval.high, 6),
            }
    return told


def _judged(answer: Mapping[str, Any], judge: Judge) -> tuple[float, float, float]:
    texts = {c["number"]: c["quote"] for c in answer["citations"]}
    supports: list[float] = []
    counted: list[bool] = []
    for statement in answer["statements"]:
        cited = [texts[n] for n in statement["citations"] if n in texts]
        whole = judge.support(statement["text"], cited)
        supports.append(whole)
        counted += [whole == 1.0 and _needed(statement["text"], cited, n, judge) for n in range(len(cited))]
    recall = sum(s == 1.0 for s in supports) / len(supports)
    precision = sum(counted) / len(counted) if counted else 0.0
    return recall, precision, sum(supports) / len(supports)


def _needed(sentence: str, cited: Sequence[str], place: int, judge: Judge) -> bool:
    if len(cited) == 1:
        return True
    rest = [text for n, text in enumerate(cited) if n != place]
    return judge.support(sentence, [cited[place]]) == 1.0 or judge.support(sentence, rest) < 1.0
