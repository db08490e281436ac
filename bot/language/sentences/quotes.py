"""Quoted words, and whether a text holds them verbatim (case, spacing, tone placement and kind of quote aside)."""

from __future__ import annotations

import re

from bot.language.sentences.boundaries import Span
from bot.language.words.normalise import canonical

_QUOTED = re.compile(
    r'"([^"\n]{2,400})"|“([^”\n]{2,400})”|«([^»\n]{2,400})»|(?<!\w)‘([^’\n]{2,400})’(?!\w)|(?<!\w)\'([^\'\n]{2,400})\'(?!\w)'
)
_WORDS = re.compile(r"[^\W_]+(?:(?<=\d)[.,:/](?=\d)[^\W_]+)*|[%$€£₫]")


def quotes(text: str) -> list[Span]:
    """The spans of quoted words, without their marks.

    >>> [s.of(text) for text in ['He called it a “historic milestone” and left.'] for s in quotes(text)]
    ['historic milestone']
    """
    return [Span(*m.span(m.lastindex or 0)) for m in _QUOTED.finditer(text) if _WORDS.search(m.group())]


def squeezed(text: str) -> str:
    """The words of a text alone, canonical, with a blank around each: two texts say the same words when this is equal.

    >>> squeezed("“Hòa bình,” ông nói.")
    ' hoà bình ông nói '
    """
    return f" {' '.join(_WORDS.findall(canonical(text)))} "


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of `squeezed` stand in an NFC text.

    >>> word_spans("“Hòa bình, 1.5”")
    [(1, 4), (5, 9), (11, 14)]
    """
    return [m.span() for m in _WORDS.finditer(text)]
