"""A model that says what it was told to say: the fake that ships with the package, for tests, docs and demos."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from typing import Any

from bot.errors import ModelError
from bot.llm.budget import at_most
from bot.models import Usage
from bot.protocols import Message

_PIECE = re.compile(r"\s*\S{1,6}|\s+$")

Reply = str | ModelError | Sequence[str | ModelError] | Callable[[Sequence[Message]], str]
"""A text, a fault, pieces with a fault among them, or a function of the messages."""


class ScriptedModel:
    """Implements `bot.protocols.ChatModel` from a list of replies, one for each call; remembers what it was sent.

    >>> model = ScriptedModel(["It is in Jakarta [1]."])
    >>> "".join(p for p in model.stream([Message("user", "Where?")], max_tokens=50) if isinstance(p, str))
    'It is in Jakarta [1].'
    >>> model.requests[0][0].content
    'Where?'
    """

    def __init__(self, replies: Iterable[Reply], name: str = "scripted") -> None:
        self.name = name
        self._replies = iter(replies)
        self.requests: list[tuple[Message, ...]] = []

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, schema: Mapping[str, Any] | None = None
    ) -> Generator[str | Usage, None, None]:
        """The next reply in pieces of a few letters; raises its fault, or ModelError when the script has ended."""
        self.requests.append(tuple(messages))
        reply = next(self._replies, None)
        if reply is None:
            raise ModelError("The script has no further reply.", "empty")
        if callable(reply):
            reply = reply(messages)
        said = ""
        for piece in _pieces(reply):
            if isinstance(piece, ModelError):
                raise piece
            said += piece
            yield piece
        yield Usage(sum(at_most(m.content) for m in messages), at_most(said), estimated=True)


def _pieces(reply: str | ModelError | Sequence[str | ModelError]) -> Iterable[str | ModelError]:
    if isinstance(reply, ModelError):
        return (reply,)
    return _PIECE.findall(reply) if isinstance(reply, str) else reply
