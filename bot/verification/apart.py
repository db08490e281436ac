"""Does a list give a figure to somebody else? `A rose to 140; B fell to 88` has both A and 88, but not of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.figures.numbers import Number
from bot.language.sentences.boundaries import Span
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.stretches import certain_names, named

_APART = re.compile(r";|(?<!\w)(?:while|whereas|trong khi|còn)(?!\w)", re.IGNORECASE)


def of_another_part(claim: ClaimView, text: Evidence) -> list[str]:
    """The figures that stand only in parts of the text's sentences on others by name than the claim's, as the claim writes them.

    Only where the part on those whom the claim names has another figure of the kind.
    """
    mine = certain_names(claim.facts.names)
    if not mine or not _APART.search(text.text):
        return []
    return [
        claim.text[n.start : n.end]
        for n in claim.facts.numbers
        if n.certain and (places := [*_places(n, text)]) and all(_is_of_others(n, p, text, mine) for p in places)
    ]


def _places(number: Number, text: Evidence) -> Iterator[int]:
    return (n.start for n in text.found.numbers if not set(n.values).isdisjoint(number.values))


def _is_of_others(number: Number, at: int, text: Evidence, mine: frozenset[str]) -> bool:
    """Whether a figure stands in a part that names others alone, and one like it in a part that names `mine`."""
    parts = [*_parts(next(s for s in text.spans if s.has(at)), text.text)]
    own = next(part for part in parts if part.has(at))
    theirs = certain_names([n for n in text.found.names if own.has(n.start)])
    rivals = [part for part in parts if not named(part.of(text.text)).isdisjoint(mine)]
    like = [n for n in text.found.numbers if n.unit == number.unit and any(part.has(n.start) for part in rivals)]
    return bool(theirs) and own not in rivals and bool(like)


def _parts(sentence: Span, text: str) -> Iterator[Span]:
    """A sentence cut at semicolons and contrasts; what parts it belongs to the part before."""
    cuts = [m.end() for m in _APART.finditer(text, sentence.start, sentence.end) if m.end() < sentence.end]
    for start, end in zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True):
        yield Span(start, end)
