"""One reply of a chat model, gathered from its pieces, and whether it is complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import ModelError, ModelFault
from bot.llm.faults import Fault
from bot.llm.thinking import ThinkingStripper

_COUNTLESS = 10**9
"""Tokens that no reply can have taken."""
_FILTERED = frozenset({"content_filter", "safety", "refusal"})


@dataclass(frozen=True, slots=True)
class Delta:
    """One piece as it came: its text, whether it carried any (reasoning counts), why the reply ended, tokens used."""

    text: str = ""
    spoke: bool = False
    finish: str | None = None
    usage: tuple[int, int] | None = None
    choices: int = 0


def delta_of(chunk: Any) -> Delta:
    """A chunk of the SDK's stream; of several choices the first alone counts. Raises AttributeError or TypeError when it is none."""
    tokens = _tokens(getattr(chunk, "usage", None))
    choices = getattr(chunk, "choices", None) or []
    if not isinstance(choices, list):
        raise TypeError("the choices are no list")
    chosen = next((choice for choice in choices if not getattr(choice, "index", 0)), None)
    if chosen is None:
        return Delta(usage=tokens)
    said = chosen.delta
    text = _text(said.content)
    thought = getattr(said, "reasoning_content", None) or getattr(said, "reasoning", None)
    finish = "refusal" if getattr(said, "refusal", None) else chosen.finish_reason
    return Delta(text, bool(text or thought), finish, tokens, len(choices))


def whole(body: Mapping[str, Any]) -> Delta:
    """The reply of a server that answers with one JSON document although a stream was asked for."""
    if "error" in body:
        raise ModelError("The model endpoint reported an error although it answered with status 200.", "server")
    choices, tokens = body.get("choices") or (), _tokens(body.get("usage"))
    if not choices:
        return Delta(usage=tokens)
    text = _text(choices[0]["message"].get("content"))
    return Delta(text, bool(text), choices[0].get("finish_reason"), tokens, len(choices))


def _text(content: Any) -> str:
    """What a message says: a text, or the texts among its parts; '' where it holds none.

    >>> _text("Hi."), _text([{"type": "text", "text": "Hi."}, {"type": "image_url"}]), _text(None)
    ('Hi.', 'Hi.', '')
    """
    if isinstance(content, list):
        return "".join(_text(part.get("text")) for part in content if isinstance(part, Mapping))
    return content if isinstance(content, str) else ""


def _tokens(usage: Any) -> tuple[int, int] | None:
    """The tokens that a server says were used; None where it says nothing that can be."""
    told = usage if isinstance(usage, Mapping) else getattr(usage, "__dict__", {})
    prompt, completion = told.get("prompt_tokens"), told.get("completion_tokens")
    if not (isinstance(prompt, int) and isinstance(completion, int)):
        return None
    return (prompt, completion) if 0 <= prompt < _COUNTLESS and 0 <= completion < _COUNTLESS else None


class Reply:
    """The visible text of a reply, without reasoning, cut at `limit` characters."""

    def __init__(self, limit: int) -> None:
        self._left = limit
        self._visible = ThinkingStripper()
        self._choices = 0
        self._finish: str | None = None
        self._parts: list[str] = []
        self.usage: tuple[int, int] | None = None
        self.overlong = False

    @property
    def text(self) -> str:
        """What was shown of it."""
        return "".join(self._parts)

    @property
    def begun(self) -> bool:
        """Whether anything was shown of it."""
        return bool(self._parts)

    def add(self, delta: Delta) -> str:
        """The text that one more piece makes visible."""
        self._choices += delta.choices
        if self._finish not in _FILTERED:
            self._finish = delta.finish or self._finish
        self.usage = delta.usage or self.usage
        return self._show(self._visible.feed(delta.text))

    def close(self) -> str:
        """The text that was held back, at the end."""
        return self._show(self._visible.close())

    def verdict(self) -> Fault | None:
        """What is wrong with the reply as it ended; None when it is complete."""
        if self.overlong:
            return _fault("The model's answer was cut, since it grew too long.", "truncated")
        if self._finish in _FILTERED:
            return _fault("The model's answer was withheld by a content filter.", "filtered")
        if self._finish == "length":
            return _fault("The model's answer was cut at its token limit.", "truncated")
        if not self._choices:
            return _fault("The model endpoint sent no choices.", "bad_response")
        if self._finish is None:
            return _fault("The model's answer ended before it was complete.", "interrupted", retryable=True)
        if not self.text.strip():
            return _fault("The model's answer was empty.", "empty")
        return None

    def _show(self, text: str) -> str:
        shown = text[: self._left]
        self.overlong = self.overlong or len(text) > self._left
        self._left -= len(shown)
        if shown:
            self._parts.append(shown)
        return shown


def _fault(sentence: str, kind: ModelFault, *, retryable: bool = False) -> Fault:
    return Fault(ModelError(sentence, kind, retryable=retryable))


def cost_of(usage: tuple[int, int], rates: tuple[float, float] | None) -> float | None:
    """The cost of a reply in US dollars, `rates` being dollars per million prompt and completion tokens.

    >>> cost_of((1_000_000, 500_000), (0.15, 0.6))
    0.45
    """
    return None if rates is None else (usage[0] * rates[0] + usage[1] * rates[1]) / 1e6
