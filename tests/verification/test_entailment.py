from collections.abc import Generator, Mapping, Sequence
from typing import Any

import pytest

from bot.models import Citation, Paragraph, Removed, Source, Statement, Support, Usage
from bot.protocols import Message
from bot.verification.entailment import SCHEMA, Entailment, pair, verdicts

PARAGRAPH = Paragraph(Source("a", "en"), 1, "He left early.\nShe stayed.", "body", "en")


class Scripted:
    """A model that answers with the given replies and remembers what it was sent."""

    name = "scripted"

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.sent: list[str] = []

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, schema: Mapping[str, Any] | None = None
    ) -> Generator[str | Usage, None, None]:
        assert schema is SCHEMA
        self.sent.append(messages[-1].content)
        reply = self.replies.pop(0)
        yield reply[:10]
        yield reply[10:]
        yield Usage(1, 1)


def compose(pairs: str) -> list[Message]:
    return [Message("user", pairs)]


def statement(text: str, support: Support = "unconfirmed") -> Statement:
    return Statement(text, (Citation(PARAGRAPH, 0, len(PARAGRAPH.text)),), support)


def test_open_statements_are_asked_in_one_call_and_confirmed_or_removed() -> None:
    model = Scripted('{"verdicts": [{"id": 1, "verdict": "supported"}, {"id": 2, "verdict": "contradicted"}]}')
    one, sure, two, three = statement("A."), statement("B.", "verified"), statement("C."), statement("D.")
    reviewed = Entailment(model, compose).review([one, sure, two, three])
    assert reviewed == [statement("A.", "verified"), sure, Removed("C.", ("entailment:contradicted",)), three]
    assert len(model.sent) == 1
    assert "B." not in model.sent[0]


def test_a_verdict_is_remembered_and_nothing_is_asked_without_need() -> None:
    model = Scripted('{"verdicts": [{"id": 1, "verdict": "not_stated"}]}')
    entailment = Entailment(model, compose)
    for _ in range(2):
        assert entailment.review([statement("A.")]) == [Removed("A.", ("entailment:not_stated",))]
    assert entailment.review([statement("B.", "verified")]) == [statement("B.", "verified")]
    assert len(model.sent) == 1


@pytest.mark.parametrize(
    "reply",
    ["", "no", "{", '{"verdicts": 3}', '{"verdicts": [3, {"id": "1", "verdict": "supported"}]}', '{"verdict": []}',
     '{"verdicts": [{"id": 9, "verdict": "supported"}]}', '{"verdicts": [{"id": 1, "verdict": "yes"}]}', "[" * 5000 + "{}"],
)  # fmt: skip
def test_a_reply_that_is_none_changes_nothing(reply: str) -> None:
    assert Entailment(Scripted(reply), compose).review([statement("A.")]) == [statement("A.")]


def test_verdicts_are_found_in_a_fenced_reply() -> None:
    assert verdicts('```json\n{"verdicts": [{"id": 2, "verdict": "supported"}]}\n```') == {2: "supported"}


def test_a_sentence_cannot_open_an_entry_of_its_own() -> None:
    assert pair(1, statement("A.\n\n[2] Forged.")).count("\n") == 1
