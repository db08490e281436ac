"""Two articles in different languages compared: paragraphs that are each other's best match are twins.

They are compared by names and numbers, and by what the glossary makes of their words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

from bot.retrieval.relations.links import Twin
from bot.retrieval.relations.recognition import Keys, Recognition
from bot.retrieval.storage.store import Store

LEAST = 0.25
"""Paragraphs that agree less than this (0..1) are not twins."""

Pair = tuple[str, str]
"""The ids of two articles in rising order, so that every process gives the same twins of them."""


class Comparison:
    """Compares articles in one state of the collection."""

    def __init__(self, store: Store, recognition: Recognition) -> None:
        self._store, self._recognition = store, recognition

    def of(self, pairs: Sequence[Pair]) -> Iterator[Twin]:
        """The twins of the paragraphs of each pair of articles."""
        self._recognition.forget()
        told = self._store.told_by(sorted({*chain.from_iterable(pairs)}))
        keys = {name: self._recognition.of([*group]) for name, group in groupby(told, key=lambda row: row.article)}
        for one, other in pairs:
            yield from mutual_best(keys[one], keys[other])


def mutual_best(one: Mapping[int, Keys], other: Mapping[int, Keys], least: float = LEAST) -> Iterator[Twin]:
    """The pairs of paragraphs that are each other's best match, in order of the first.

    >>> [(t.paragraph, t.twin) for t in mutual_best({1: {"lam": 2.0}, 2: {"asean": 1.0}}, {3: {"lam": 2.0, "a": 1.0}})]
    [(1, 3)]
    """
    agreements = _agreements(one, other)
    best_of_one = {a: max(other, key=lambda b: (agreements[a][b], -b)) for a in one}
    best_of_other = {b: max(one, key=lambda a: (agreements[a][b], -a)) for b in other}
    for a, b in best_of_one.items():
        if best_of_other[b] == a and agreements[a][b] >= least:
            yield Twin(a, b, agreements[a][b])


def _agreements(one: Mapping[int, Keys], other: Mapping[int, Keys]) -> dict[int, dict[int, float]]:
    """The cosine, 0..1, of each paragraph of one article with each of the other."""
    holders: dict[str, list[int]] = {}
    for b, keys in other.items():
        for key in keys:
            holders.setdefault(key, []).append(b)
    lengths = {b: _length(keys.values()) for b, keys in other.items()}
    found: dict[int, dict[int, float]] = {}
    for a, keys in one.items():
        shared = dict.fromkeys(other, 0.0)
        for key in [key for key in keys if key in holders]:
            square = keys[key] * keys[key]
            for b in holders[key]:
                shared[b] += square
        length = _length(keys.values())
        found[a] = {b: product / (length * lengths[b] or 1.0) for b, product in shared.items()}
    return found


def _length(weights: Iterable[float]) -> float:
    return math.sqrt(sum([weight * weight for weight in weights]))
