"""One question and its checked answer: Question, Usage, Answer, and the turns of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.models.statement import Removed, Statement, Usage, marked
from bot.models.text import Citation, Passage
from bot.models.words import AbstentionReason, Language, Outcome


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as searched for.

    `standalone` differs from `text` for a follow-up, and for Vietnamese that was typed without its marks.
    """

    text: str
    standalone: str
    language: Language

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.standalone.strip():
            raise ValueError("a question holds text")


@dataclass(frozen=True, slots=True)
class Answer:
    """The checked answer to one question, or one of three kinds of honest silence.

    `message` is the sentence shown when there are no statements; `confidence` lies in 0..1 (None when the answerer
    gives none); `timings_ms` are wall-clock milliseconds; `prompt` is the fingerprint of the prompt that was used.
    """

    question: Question
    outcome: Outcome
    answered_by: str
    statements: tuple[Statement, ...] = ()
    short_answer: str | None = None
    short_span: Citation | None = None
    message: str = ""
    reason: AbstentionReason | None = None
    nearest: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    removed: tuple[Removed, ...] = ()
    notices: tuple[str, ...] = ()
    confidence: float | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    usage: Usage | None = None
    prompt: str | None = None

    def __post_init__(self) -> None:
        if bool(self.statements) != (self.outcome == "answered"):
            raise ValueError(f"statements stand exactly when answered, not with {self.outcome!r}")
        if not self.statements and not self.message:
            raise ValueError("an abstention says so in words")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The distinct citations of the statements in order of first use; a citation's number is its place from 1."""
        return tuple(dict.fromkeys(c for s in self.statements for c in s.citations))

    @property
    def text(self) -> str:
        """The answer in words with its marks: `The Secretariat is in Jakarta [1].`"""
        if not self.statements:
            return self.message
        numbers = {c: n for n, c in enumerate(self.citations, 1)}
        return " ".join(marked(s.text, [numbers[c] for c in s.citations]) for s in self.statements)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of an answer, schema 1 (docs/json.md)."""
        numbers = {c: n for n, c in enumerate(self.citations, 1)}
        facts = {p.paragraph.ref: p for p in self.passages}
        return {
            "schema": 1,
            "question": self.question.text,
            "standalone_question": self.question.standalone,
            "language": self.question.language,
            "outcome": self.outcome,
            "answer": self.text,
            "short_answer": self.short_answer,
            "statements": [
                {"text": s.text, "citations": [numbers[c] for c in s.citations], "support": s.support}
                for s in self.statements
            ],
            "citations": [_citation_dict(c, n, facts) for c, n in numbers.items()],
            "nearest": [_citation_dict(c, n, facts) for n, c in enumerate(self.nearest, 1)],
            "reason": self.reason,
            "confidence": None if self.confidence is None else round(self.confidence, 4),
            "removed": [{"text": r.text, "reasons": list(r.reasons)} for r in self.removed],
            "answered_by": self.answered_by,
            "notices": list(self.notices),
            "timings_ms": {k: round(v, 2) for k, v in self.timings_ms.items()},
            "usage": self.usage and self.usage.to_dict(),
            "prompt": self.prompt,
        }


def _citation_dict(citation: Citation, number: int, facts: Mapping[str, Passage]) -> dict[str, Any]:
    paragraph, source = citation.paragraph, citation.paragraph.source
    passage = facts.get(paragraph.ref)
    twin = passage.twin if passage else None
    return {
        "number": number,
        "ref": paragraph.ref,
        "article": source.id,
        "paragraph": paragraph.number,
        "kind": paragraph.kind,
        "language": paragraph.language,
        "title": source.title,
        "source": source.outlet,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "file": source.file,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "text": paragraph.text,
        "hash": paragraph.hash,
        "also_in": list(passage.also_in) if passage else [],
        "nearly_in": list(passage.nearly_in) if passage else [],
        "twin": twin and {"ref": twin.ref, "language": twin.language, "source": twin.source.outlet, "text": twin.text},
    }


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns so far, oldest first; `then` returns a new conversation, nothing is hidden in a session."""

    turns: tuple[Turn, ...] = ()

    def then(self, answer: Answer) -> Conversation:
        """This conversation and one more turn."""
        return Conversation((*self.turns, Turn(answer.question, answer)))

    @property
    def last(self) -> Turn | None:
        """The latest turn, or None at the start."""
        return self.turns[-1] if self.turns else None
