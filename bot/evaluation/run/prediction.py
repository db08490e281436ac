"""What the bot said to one question, as a line of predictions.jsonl: the same for the same inputs, times left out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from time import perf_counter
from typing import Any, NamedTuple

from bot.engine import NewsBot
from bot.errors import TrichError
from bot.evaluation.dataset.cases import Case
from bot.evaluation.dataset.gold import evidence_class
from bot.models import Answer, Conversation, Filters, Statement

DEPTH = 20
"""Paragraphs that are ranked for the retrieval metrics."""
_VOLATILE = ("timings_ms",)


class Ranked(NamedTuple):
    """A paragraph of a ranking: its ref and its evidence class."""

    ref: str
    evidence_class: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """One row: the answer's JSON or the error, and the ranking, at most `DEPTH` long.

    `variant` names the form in which the question was put, '' for its own. `milliseconds` (answer, first statement,
    retrieval alone) are kept apart: they never enter predictions.jsonl.
    """

    id: str
    question: str
    answer: Mapping[str, Any] | None
    ranking: tuple[Ranked, ...] = ()
    error: str | None = None
    variant: str = ""
    milliseconds: Mapping[str, float] | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What is asked once in a run: the variant and the case."""
        return (self.variant, self.id)

    def to_dict(self) -> dict[str, Any]:
        """The line, without times."""
        return {
            "id": self.id,
            "variant": self.variant,
            "question": self.question,
            "answer": self.answer,
            "ranking": [list(ranked) for ranked in self.ranking],
            "error": self.error,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Prediction:
        """The prediction of a line. Raises ValueError when the line is not one."""
        try:
            ranking = tuple(Ranked(*pair) for pair in row["ranking"])
            return cls(row["id"], row["question"], row["answer"], ranking, row["error"], row["variant"])
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a prediction: {error}") from None


def predict(bot: NewsBot, case: Case, filters: Filters = Filters(), variant: str = "") -> Prediction:
    """Asks one case, after the questions of its history; a fault is a row with the error, not the end of the run."""
    try:
        conversation = Conversation()
        for earlier in case.history:
            conversation = conversation.then(bot.ask(earlier, conversation, filters))
        answer, times = _asked(bot, case.question, conversation, filters)
        since = perf_counter()
        ranking = bot.retrieve(answer.question.standalone, limit=DEPTH, filters=filters)
        times["retrieve"] = 1000 * (perf_counter() - since)
    except TrichError as error:
        return Prediction(case.id, case.question, None, (), str(error), variant)
    except Exception as error:  # noqa: BLE001 (every row counts: a crash of the bot is a listed row that scores 0)
        return Prediction(case.id, case.question, None, (), f"{type(error).__name__}: {error}", variant)
    ranked = tuple(Ranked(p.paragraph.ref, evidence_class(p.paragraph.text)) for p in ranking)
    return Prediction(case.id, case.question, _told(answer), ranked, None, variant, times)


def _asked(
    bot: NewsBot, question: str, conversation: Conversation, filters: Filters
) -> tuple[Answer, dict[str, float]]:
    """The answer, with the milliseconds until it stood and until its first sentence could be read."""
    since = perf_counter()
    times: dict[str, float] = {}
    with closing(bot.stream(question, conversation, filters)) as events:
        for event in events:
            times.setdefault("first_sentence", 1000 * (perf_counter() - since))
            if not isinstance(event, Statement):
                times["answer"] = 1000 * (perf_counter() - since)
                return event, times
    raise AssertionError("a stream ends with the answer")


def _told(answer: Answer) -> dict[str, Any]:
    return {key: value for key, value in answer.to_dict().items() if key not in _VOLATILE}
