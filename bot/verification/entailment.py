"""`verify=llm`: one call to a model over the sentences that the rules leave open. It may confirm or downgrade, never edit.

The model sees the sentence and the cited words and answers with a verdict a sentence; whatever it says beyond that is
ignored, and a fault leaves the rules' verdicts as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.models import Removed, Statement, Usage
from bot.protocols import ChatModel, Message

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["verdicts"],
    "properties": {
        "verdicts": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "verdict"],
                "properties": {
                    "id": {"type": "integer"},
                    "verdict": {"type": "string", "enum": ["supported", "contradicted", "not_stated"]},
                },
            },
        }
    },
}
"""The JSON Schema of the reply."""
_TOKENS_EACH = 24
_TOKENS_MORE = 64
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)


class Entailment:
    """Reviews the unconfirmed statements of one answer with a model.

    `compose` turns the listed pairs (`[1] SENTENCE` / `cited: WORDS`) into the messages of the prompt.
    """

    def __init__(self, model: ChatModel, compose: Callable[[str], Sequence[Message]]) -> None:
        self._model = model
        self._compose = compose
        self._known: dict[tuple[str, tuple[str, ...]], str] = {}

    def review(self, statements: Sequence[Statement]) -> list[Statement | Removed]:
        """The statements in order: an open one is verified, left as it is, or removed with the reason `entailment`.

        Raises ModelError when the model fails; the caller then keeps what it has.
        """
        asked = [s for s in dict.fromkeys(statements) if s.support == "unconfirmed" and _key(s) not in self._known]
        if asked:
            self._ask(asked)
        return [self._reviewed(s) for s in statements]

    def _ask(self, asked: Sequence[Statement]) -> None:
        pairs = "\n\n".join(pair(n, s) for n, s in enumerate(asked, 1))
        limit = _TOKENS_MORE + _TOKENS_EACH * len(asked)
        pieces = self._model.stream(self._compose(pairs), max_tokens=limit, schema=SCHEMA)
        reply = "".join(piece for piece in pieces if not isinstance(piece, Usage))
        for number, verdict in verdicts(reply).items():
            if 1 <= number <= len(asked):
                self._known[_key(asked[number - 1])] = verdict

    def _reviewed(self, statement: Statement) -> Statement | Removed:
        verdict = self._known.get(_key(statement)) if statement.support == "unconfirmed" else None
        if verdict == "supported":
            return Statement(statement.text, statement.citations, "verified")
        if verdict in ("contradicted", "not_stated"):
            return Removed(statement.text, (f"entailment:{verdict}",))
        return statement


def pair(number: int, statement: Statement) -> str:
    """A sentence and its cited words as they stand in the prompt; line breaks cannot open another entry."""
    quotes = " … ".join(" ".join(c.quote.split()) for c in statement.citations)
    return f"[{number}] {' '.join(statement.text.split())}\ncited: {quotes}"


def verdicts(reply: str) -> dict[int, str]:
    """The verdicts of a reply by number; what is no such JSON counts for nothing.

    >>> verdicts('Sure: {"verdicts": [{"id": 1, "verdict": "supported"}, {"id": 2, "verdict": "perhaps"}]}')
    {1: 'supported'}
    """
    found = _OBJECT.search(reply)
    try:
        rows = json.loads(found.group())["verdicts"] if found else []
    except (ValueError, KeyError, RecursionError):
        return {}
    allowed = ("supported", "contradicted", "not_stated")
    return {
        row["id"]: row["verdict"]
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict) and isinstance(row.get("id"), int) and row.get("verdict") in allowed
    }


def _key(statement: Statement) -> tuple[str, tuple[str, ...]]:
    return statement.text, tuple(c.quote for c in statement.citations)
