"""Reasoning that local models write into their reply (`<think>...</think>`) is taken out of the stream."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)think(?:ing)?>|\[(/?)THINK\]", re.IGNORECASE)
_LONGEST = len("</thinking>")
_PARTIAL = re.compile(r"[<\[][/a-z]{0,9}\Z", re.IGNORECASE)


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
        partial = _PARTIAL.search(text, max(0, len(text) - _LONGEST))
        if partial:
            text, self._held = text[: partial.start()], partial.group()
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
            self._inside = not (tag.group(1) or tag.group(2))
            at = tag.end()
        if not self._inside:
            shown.append(text[at:])
        visible = "".join(shown)
        if not self._spoke:
            visible = visible.lstrip()
            self._spoke = bool(visible)
        return visible
