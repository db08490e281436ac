"""From a checked draft to the Answer: outcome, short answer, message, nearest paragraphs, notices. Ground floor only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from bot.errors import ModelError
from bot.models import (
    AbstentionReason,
    Answer,
    Citation,
    Outcome,
    Passage,
    Question,
    Removed,
    Statement,
)
from bot.phrases import Phrase, fault_in_words, say
from bot.protocols import Abstained, Remarks, Shortener

NEAREST = 3
"""How many of the nearest paragraphs an abstention offers."""


@dataclass(slots=True)
class Draft:
    """What has been gathered of one answer while it is being made."""

    by: str
    statements: list[Statement] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    abstained: Abstained | None = None
    remarks: Remarks = field(default_factory=Remarks)


@dataclass(slots=True)
class Laps:
    """Wall-clock milliseconds by stage; time that the consumer of the stream takes is not counted."""

    laps: dict[str, float] = field(default_factory=lambda: {"retrieve": 0.0, "answer": 0.0, "verify": 0.0})

    def add(self, stage: str, since: float) -> None:
        """Counts the time since `since` (perf_counter) to a stage."""
        self.laps[stage] += 1000 * (perf_counter() - since)

    def total(self) -> Mapping[str, float]:
        """All stages and their sum."""
        return {**self.laps, "total": sum(self.laps.values())}


def conclude(
    asked: Question,
    passages: tuple[Passage, ...],
    draft: Draft,
    notices: Sequence[str],
    laps: Laps,
    shortener: Shortener,
) -> Answer:
    """The Answer of a draft whose sentences were all checked."""
    since = perf_counter()
    statements = tuple(draft.statements)
    outcome, reason = _outcome(passages, draft)
    short = _short(asked, statements, draft.remarks.short, shortener) if statements else None
    laps.add("answer", since)
    return Answer(
        question=asked, outcome=outcome, answered_by=draft.by, statements=statements, short_span=short,
        short_answer=short.quote if short else None, message="" if statements else _message(outcome, reason, asked),
        reason=reason, nearest=() if statements else _nearest(passages, outcome), passages=passages,
        removed=tuple(draft.removed), notices=tuple(notices),
        confidence=draft.abstained.confidence if draft.abstained else draft.remarks.confidence,
        timings_ms=laps.total(), usage=draft.remarks.usage, prompt=draft.remarks.prompt,
    )  # fmt: skip


def _short(
    asked: Question, statements: Sequence[Statement], proposed: Citation | None, shortener: Shortener
) -> Citation | None:
    """The few words that answer; only words of a cited paragraph count."""
    cited = tuple(dict.fromkeys(c for s in statements for c in s.citations))
    short = proposed or shortener.shorten(asked, cited)
    return short if short and short.paragraph in {c.paragraph for c in cited} else None


def notice_of(model: str, asked: Question, draft: Draft, fault: ModelError | None) -> str | None:
    """What to tell the reader of an answerer that gives way, or was cut off; None when there is nothing to tell."""
    if fault:
        phrase: Phrase = "model_interrupted" if draft.statements else "model_failed"
        return say(phrase, asked.language, model=model, kind=fault_in_words(fault.kind, asked.language))
    if not draft.statements and not draft.abstained:
        return say("model_unsupported", asked.language, model=model)
    return None


def _outcome(passages: Sequence[Passage], draft: Draft) -> tuple[Outcome, AbstentionReason | None]:
    if draft.statements:
        return "answered", None
    if not passages:
        return "nothing_found", "off_topic"
    if draft.removed:
        return "unverified", None
    reason = draft.abstained.reason if draft.abstained else "fact_missing"
    return ("nothing_found" if reason == "off_topic" else "not_in_sources"), reason


def _message(outcome: Outcome, reason: AbstentionReason | None, asked: Question) -> str:
    phrase: Phrase = "not_in_sources"
    if outcome == "nothing_found" or outcome == "unverified":
        phrase = outcome
    elif reason == "premise_contradicted" or reason == "fact_missing":
        phrase = reason
    return say(phrase, asked.language)


def _nearest(passages: Sequence[Passage], outcome: Outcome) -> tuple[Citation, ...]:
    if outcome == "nothing_found":
        return ()
    return tuple(Citation(p.paragraph, 0, len(p.paragraph.text)) for p in passages[:NEAREST])
