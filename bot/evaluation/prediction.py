"""What the bot said to one question, as a line of predictions.jsonl: the same for the same inputs, times left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bot.engine import NewsBot
from bot.errors import TrichError
from bot.evaluation.cases import Case
from bot.models import Answer, Conversation, Filters

DEPTH = 20
"""Paragraphs that are ranked for the retrieval metrics."""
_VOLATILE = ("timings_ms",)


@dataclass(frozen=True, slots=True)
class Prediction:
    """One row: the answer's JSON or the error, and the ranking as (ref, text, language) of at most `DEPTH` paragraphs.

    `milliseconds` (answer, retrieval alone) are kept apart: they never enter predictions.jsonl.
    """

    id: str
    question: str
    answer: Mapping[str, Any] | None
    ranking: tuple[Mapping[str, str], ...] = ()
    error: str | None = None
    milliseconds: Mapping[str, float] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The line, without times."""
        return {
            "id": self.id,
            "question": self.question,
            "answer": self.answer,
            "ranking": list(self.ranking),
            "error": self.error,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Prediction:
        """The prediction of a line."""
        return cls(row["id"], row["question"], row["answer"], tuple(row["ranking"]), row["error"])


def predict(bot: NewsBot, case: Case, filters: Filters = Filters()) -> Prediction:
    """Asks one case, after the questions of its history; an error of ours is a row with the error, not a crash."""
    try:
        conversation = Conversation()
        for earlier in case.history:
            conversation = conversation.then(bot.ask(earlier, conversation, filters))
        since = perf_counter()
        answer = bot.ask(case.question, conversation, filters)
        asked = perf_counter()
        ranking = bot.retrieve(answer.question.standalone, limit=DEPTH, filters=filters)
        times = {"answer": 1000 * (asked - since), "retrieve": 1000 * (perf_counter() - asked)}
    except TrichError as error:
        return Prediction(case.id, case.question, None, (), str(error))
    rows: Sequence[Mapping[str, str]] = [
        {"ref": p.paragraph.ref, "file": p.paragraph.source.file or "", "text": p.paragraph.text} for p in ranking
    ]
    return Prediction(case.id, case.question, _told(answer), tuple(rows), None, times)


def _told(answer: Answer) -> dict[str, Any]:
    return {key: value for key, value in answer.to_dict().items() if key not in _VOLATILE}
