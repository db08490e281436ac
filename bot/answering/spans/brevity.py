"""A sentence longer than an answer may be, shown up to a mark near the limit; always a contiguous run of its own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from bot.language.sentences.boundaries import Span

_WORD = re.compile(r"\S+")
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"), ("«", "»"))
MARGIN = 0.1
"""Worth by which the end of a sentence must surpass its beginning to be shown instead."""
LEAST = 0.5
"""Share of the words allowed that stay, at least, where it is cut at a mark."""


def brief(text: str, span: Span, most: int, worth: Callable[[Span], float] | None = None) -> Span:
    """A span of a text cut to at most `most` words: at the last comma or semicolon before, else between two words.

    Where the end of the span, from a comma on, is `worth` clearly more than its beginning, that is kept; without `worth` the
    beginning is.

    >>> brief("One two, three four, five six seven.", Span(0, 36), 5).of("One two, three four, five six seven.")
    'One two, three four'
    >>> brief("One two.", Span(0, 8), 5)
    Span(start=0, end=8)
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) <= most:
        return span
    head = Span(span.start, words[most - 1].end())
    for word in reversed(words[int(most * LEAST) : most]):
        if word.group()[-1] in ",;" and _closed(text[span.start : word.end()]):
            head = Span(span.start, word.end() - 1)
            break
    for before, word in pairwise(words[len(words) - most - 1 : -int(most * LEAST)]):
        if before.group()[-1] in ",;" and _closed(text[word.start() : span.end]):
            tail = Span(word.start(), span.end)
            return tail if worth and worth(tail) > worth(head) + MARGIN else head
    return head


def _closed(text: str) -> bool:
    """Whether no bracket or quotation stays open."""
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _PAIRS)
