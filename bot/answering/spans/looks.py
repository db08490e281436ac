"""What a run of words looks like by the classes of its words alone: the names of that, which the weights are given to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.models import Language

_HAS = "VPCSMBKRGE"
_HEADS_END = frozenset("PSCVBMHTE")
_EN_HEADS, _VI_HEADS = frozenset("NK#%JG"), frozenset("NKVX#%JL")


def looks(tags: str, language: Language) -> Iterator[str]:
    """The names of a run by its classes, a letter a word; those that begin with `!` say what some answers should have.

    >>> list(looks("DN", "en"))
    ['p:n2', 'p:=DN', 'p:hN', '!timeless', '!figureless']
    """
    size = len(tags)
    yield f"p:n{min(size, 6) if size < 8 else 8}"
    if size > 1:
        yield from (f"p:has{tag}" for tag in _HAS if tag in tags)
    pattern = "".join(tag for tag, _ in groupby(tags))
    if len(pattern) <= 4:
        yield f"p:={pattern}"
    yield f"p:h{_head(tags, language)}"
    if "%" not in tags:
        yield "!undated" if "#" in tags else "!timeless"
    yield "!figured" if "#" in tags or "%" in tags else "!figureless"


def _head(tags: str, language: Language) -> str:
    """The class of the head: before the first preposition or verb in English, first in Vietnamese."""
    if language == "vi":
        return next((tag for tag in tags if tag in _VI_HEADS), "?")
    head = "?"
    for place, tag in enumerate(tags):
        if place and tag in _HEADS_END:
            break
        head = tag if tag in _EN_HEADS else head
    return head
