"""Servers disagree about parameters; what one of them rejects is left out or renamed from then on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.protocols import Message

_PARAMETERS = ("max_tokens", "max_completion_tokens", "temperature", "stream_options", "response_format")


class Dialect:
    """How one endpoint wants its requests, learnt from its own refusals.

    It begins with what most servers take. Learning is idempotent, so threads may share one.

    >>> dialect = Dialect()
    >>> sent = dialect.arguments("m", [], max_tokens=9, temperature=0.0)
    >>> dialect.learns(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", sent)
    True
    >>> sorted(dialect.arguments("m", [], max_tokens=9, temperature=0.0))
    ['max_completion_tokens', 'messages', 'model', 'stream', 'stream_options', 'temperature']
    """

    def __init__(self) -> None:
        self._limit = "max_tokens"
        self._rejected: set[str] = set()

    def arguments(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """The arguments of a chat completion in this dialect."""
        wanted: dict[str, Any] = {
            self._limit: max_tokens,
            "temperature": temperature,
            "stream_options": {"include_usage": True},
            "response_format": self._format(schema),
        }
        kept = {name: value for name, value in wanted.items() if value is not None and name not in self._rejected}
        said = [{"role": message.role, "content": message.content} for message in messages]
        return {"model": model, "messages": said, "stream": True, **kept}

    def learns(self, status: int | None, said: str, sent: Mapping[str, Any]) -> bool:
        """Whether a refusal names something that was sent, so that the request is worth one more try without it."""
        if status not in (400, 422):
            return False
        for name in _PARAMETERS:
            if name in sent and name in said:
                self._reject(name, sent[name])
                return True
        return False

    def _reject(self, name: str, value: Any) -> None:
        if name == "response_format" and value.get("type") == "json_schema":
            name = "json_schema"
        self._rejected.add(name)
        if name == "max_tokens":
            self._limit = "max_completion_tokens"
        if name == "max_completion_tokens":
            self._limit = "max_tokens"

    def _format(self, schema: Mapping[str, Any] | None) -> dict[str, Any] | None:
        if schema is None:
            return None
        if "json_schema" in self._rejected:
            return {"type": "json_object"}
        return {"type": "json_schema", "json_schema": {"name": "reply", "strict": True, "schema": dict(schema)}}
