"""Is the claim, word for word, something that the text says: whole sentences, or one unbroken stretch of them?"""

from __future__ import annotations

import re

from bot.language.grammar.qualifiers import BINDING
from bot.verification.evidence import ClaimView, Evidence

_STRETCH = 5
"""A stretch within a sentence counts from so many words on; fewer can mean something else where they stand."""

_PART_OF = frozenset({"of", "của"})
_MINUS = re.compile(r"(?<![\w)\]%.,])[-\u2212](?=[\d$€£])")


def repeated(claim: ClaimView, text: Evidence) -> range:
    """The sentences that the claim repeats; none when it does not, or leaves out what turns its words around.

    Case, spacing and punctuation between words do not matter; figures are compared as they are written, with their signs.
    """
    at = text.squeezed.find(claim.squeezed) if len(claim.squeezed) > 2 else -1
    while at >= 0:
        first = text.squeezed.count(" ", 0, at + 1) - 1
        last = first + claim.squeezed.count(" ") - 1
        if (found := _stretch(text, first, last)) and _same_signs(claim, text, first, last):
            return found
        at = text.squeezed.find(claim.squeezed, at + 1)
    return range(0)


def _same_signs(claim: ClaimView, text: Evidence, first: int, last: int) -> bool:
    """Whether as many figures are below zero in the claim as in the words `first` to `last` (exclusive) of the text."""
    start, end = max(0, text.squeezed_spans[first][0] - 2), text.squeezed_spans[last - 1][1]
    return len(_MINUS.findall(claim.text)) == len(_MINUS.findall(text.text, start, end))


def _stretch(text: Evidence, first: int, last: int) -> range:
    """The sentences of the words `first` to `last` (exclusive), when they mean by themselves what they mean there."""
    opening, closing = text.sentence_of[first], text.sentence_of[last - 1]
    whole = _is_edge(text, first) and _is_edge(text, last)
    if whole or (last - first >= _STRETCH and _stands_alone(text, first, last)):
        return range(opening, closing + 1)
    return range(0)


def _is_edge(text: Evidence, word: int) -> bool:
    """Whether a sentence begins at this word, or the text ends before it."""
    sentences = text.sentence_of
    return word in (0, len(sentences)) or sentences[word - 1] != sentences[word]


def _stands_alone(text: Evidence, first: int, last: int) -> bool:
    """Whether no figure, name or qualifier is cut through, nothing outside of the stretch denies what is in it or makes it a guess,
    and it does not begin within what an `of` belongs to: of `the mayor of Huế left`, `Huế left`."""
    start, end = text.squeezed_spans[first][0], text.squeezed_spans[last - 1][1]
    if first and text.text[slice(*text.squeezed_spans[first - 1])].lower() in _PART_OF:
        return False
    bounds = ((q.start, q.end) for q in text.qualifiers)
    cut = (*text.found.figures, *((n.start, n.end) for n in text.found.names), *bounds)
    if any(a < edge < b for a, b in cut for edge in (start, end)):
        return False
    for index in range(text.sentence_of[first], text.sentence_of[last - 1] + 1):
        shift = text.spans[index].start
        if any(not start <= shift + n.start < end for n in text.sentence_negations[index]):
            return False
    opening = text.spans[text.sentence_of[first]].start
    return not any(q.kind in BINDING and opening <= q.start < start for q in text.qualifiers)
