"""Reasoning that local models write into their reply (`<think>...</think>`) is taken out of the stream."""

from __future__ import annotations

import re

_NAMES = ("think", "thinking", "thought", "reasoning", "seed:think")
_HARMONY = ("<|channel|>analysis<|message|>", "<|channel|>commentary<|message|>", "<|channel|>final<|message|>")
"""The marks of OpenAI's open models (https://cookbook.openai.com/articles/openai-harmony), where a server leaves them in."""
_LITERALS = (*(f"<{slash}{name}>" for name in _NAMES for slash in ("", "/")), "[think]", "[/think]", *_HARMONY)
_TAG = re.compile("|".join(map(re.escape, _LITERALS)), re.IGNORECASE)
_LONGEST = max(map(len, _LITERALS))
_STARTS = frozenset(literal[:length] for literal in _LITERALS for length in range(1, len(literal)))


class ThinkingStripper:
    """Takes a stream in pieces and gives back what lies outside of reasoning tags; the cut of the pieces is no matter.

    >>> strip = ThinkingStripper()
    >>> strip.feed("<thi"), strip.feed("nk>hm</think>Jak"), strip.feed("arta"), strip.close()
    ('', 'Jak', 'arta', '')
    """

    def __init__(self) -> None:
        self._held = ""
        self._inside = False
        self._spoke = False

    def feed(self, piece: str) -> str:
        """The visible text that is certain after this piece; what may be the beginning of a tag is held back."""
        text, self._held = self._held + piece, ""
        held = next((n for n in range(min(_LONGEST, len(text)), 0, -1) if text[-n:].lower() in _STARTS), 0)
        if held:
            text, self._held = text[:-held], text[-held:]
        return self._visible(text)

    def close(self) -> str:
        """What was held back, at the end of the stream."""
        text, self._held = self._held, ""
        return self._visible(text)

    def _visible(self, text: str) -> str:
        shown: list[str] = []
        at = 0
        for tag in _TAG.finditer(text):
            if not self._inside:
                shown.append(text[at : tag.start()])
            self._inside = "/" not in tag.group() and "final" not in tag.group().lower()
            at = tag.end()
        if not self._inside:
            shown.append(text[at:])
        visible = "".join(shown)
        if not self._spoke:
            visible = visible.lstrip()
            self._spoke = bool(visible)
        return visible
