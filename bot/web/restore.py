"""Answers back from their JSON: what a browser kept, or a program sends as history.

The stored paragraph wins over the sent one; where the collection no longer has it, the sent text stands in, so that a
conversation outlives its articles. Nothing sent can make more than an Answer with its invariants.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from bot.errors import QuestionError
from bot.models import (
    AbstentionReason,
    Answer,
    Citation,
    Language,
    Outcome,
    Paragraph,
    ParagraphKind,
    Question,
    Removed,
    Source,
    Statement,
    Support,
    Usage,
)
from bot.protocols import Library

TURNS = 100
_CHARS = 20_000


def answers_from(rows: object, library: Library) -> list[Answer]:
    """The answers, oldest first, the latest 100 at most. Raises QuestionError naming the row that is not an answer."""
    if not isinstance(rows, list):
        raise QuestionError("A history is a list of answers as /api/ask returns them.")
    answers = []
    for number, row in enumerate(rows[-TURNS:], 1):
        try:
            answers.append(_answer(row, library))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise QuestionError(f"Row {number} of the history is not an answer as /api/ask returns it.") from error
    return answers


def _answer(row: Mapping[str, Any], library: Library) -> Answer:
    citations = [_citation(c, library) for c in row["citations"]]
    statements = [_statement(s, citations) for s in row["statements"]]
    usage = row.get("usage")
    return Answer(
        question=Question(_text(row["question"]), _text(row["standalone_question"]), _one(row["language"], Language)),
        outcome=_one(row["outcome"], Outcome),
        answered_by=_text(row["answered_by"]),
        statements=tuple(statements),
        short_answer=_text(row["short_answer"]) if row.get("short_answer") else None,
        message="" if statements else _text(row["answer"]),
        reason=_one(row["reason"], AbstentionReason) if row.get("reason") else None,
        nearest=tuple(_citation(c, library) for c in row.get("nearest", [])),
        removed=tuple(Removed(_text(r["text"]), tuple(map(_text, r["reasons"]))) for r in row.get("removed", [])),
        notices=tuple(map(_text, row.get("notices", []))),
        confidence=_number(row["confidence"]) if row.get("confidence") is not None else None,
        timings_ms={_text(k): _number(v) for k, v in row.get("timings_ms", {}).items()},
        usage=usage and Usage(int(usage["prompt_tokens"]), int(usage["completion_tokens"]), bool(usage["estimated"])),
        prompt=_text(row["prompt"]) if row.get("prompt") else None,
    )


def _statement(row: Mapping[str, Any], citations: Sequence[Citation]) -> Statement:
    cited = tuple(citations[n - 1] for n in row["citations"] if n > 0)
    return Statement(_text(row["text"]), cited, _one(row["support"], Support))


def _citation(row: Mapping[str, Any], library: Library) -> Citation:
    start, end, text = int(row["start"]), int(row["end"]), _text(row["text"])
    article = library.article(_text(row["article"]))
    for paragraph in article.paragraphs if article else ():
        if paragraph.number == row["paragraph"] and paragraph.text[start:end] == row["quote"]:
            return Citation(paragraph, start, end)
    return Citation(_sent_paragraph(row, text), start, end)


def _sent_paragraph(row: Mapping[str, Any], text: str) -> Paragraph:
    language = _one(row["language"], Language)
    published = row.get("published")
    title, outlet = row.get("title"), row.get("source")
    source = Source(
        _text(row["article"]), language, _text(title) if title else None, _text(outlet) if outlet else None,
        date.fromisoformat(published) if published else None,
    )  # fmt: skip
    return Paragraph(source, int(row["paragraph"]), text, _one(row.get("kind", "body"), ParagraphKind), language)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _CHARS:
        raise ValueError("not a text of acceptable length")
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError("not a number")
    return float(value)


def _one(value: object, allowed: Any) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"not one of {get_args(allowed)}")
    return value
