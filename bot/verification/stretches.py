"""A text cut where one thing ends and another may begin: at punctuation and conjunctions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.language.figures.units import CURRENCIES
from bot.language.naming.names import Name, is_capital
from bot.language.naming.titles import is_title
from bot.language.sentences.boundaries import Span
from bot.language.words.terms import tokens, word_of

_BREAK = re.compile(
    r"[,;:.!?\n](?!\d)|\b(?:and|but|while|whereas|although|though|trong khi|còn|nhưng|song|và|dù)\b", re.IGNORECASE
)


def stretches(text: str) -> Iterator[Span]:
    """The stretches of a text in order, without what parts them.

    >>> [s.of("Rice rose, but tea fell.").strip() for s in stretches("Rice rose, but tea fell.")]
    ['Rice rose', '', 'tea fell', '']
    """
    start = 0
    for match in _BREAK.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def named(text: str) -> frozenset[str]:
    """The capital words of a stretch, folded, without titles and currencies.

    >>> sorted(named("Mayor Đỗ Quân"))
    ['do', 'quan']
    """
    words = (word_of(token) for token, _, _ in tokens(text) if is_capital(token) and token not in CURRENCIES)
    return frozenset(w.folded for w in words if not (w.stop_en or is_title(w.canonical)))


def certain_names(found: Sequence[Name]) -> frozenset[str]:
    """The words of names, folded, that are surely such, without titles."""
    return frozenset(
        w.folded for n in found for w in n.words if w.certain and w.text not in CURRENCIES and not is_title(w.canonical)
    )
