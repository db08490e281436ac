"""A sentence longer than an answer may be, shown up to a mark near the limit; always a contiguous run of its own words."""

from __future__ import annotations

import re

from bot.language.sentences import Span

_WORD = re.compile(r"\S+")
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"), ("«", "»"))
LEAST = 0.5
"""Share of the words allowed that stay, at least, where it is cut at a mark."""


def brief(text: str, span: Span, most: int) -> Span:
    """A span of a text cut to at most `most` words: at the last comma or semicolon before, else between two words.

    >>> brief("One two, three four, five six seven.", Span(0, 36), 5).of("One two, three four, five six seven.")
    'One two, three four'
    >>> brief("One two.", Span(0, 8), 5)
    Span(start=0, end=8)
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) <= most:
        return span
    for word in reversed(words[int(most * LEAST) : most]):
        if word.group()[-1] in ",;" and _closed(text[span.start : word.end()]):
            return Span(span.start, word.end() - 1)
    return Span(span.start, words[most - 1].end())


def _closed(text: str) -> bool:
    """Whether no bracket or quotation stays open."""
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _PAIRS)
