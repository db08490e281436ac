"""The spans of sentences as rows of features, in parts that many spans share: what each begins with, ends with, and is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from bot.answering.spans.features import Candidate, Named, SpanScene
from bot.answering.spans.short_answer import SCOPES, ranking

WIDEST = 150_000
"""Features by name, at most."""
PARTS = 4
"""A span's parts: beginning, end, whole, sentence."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class SpanRows:
    """Spans by their parts: the rows of features of each part, and which row of it each span has."""

    parts: tuple[csr_matrix, ...]
    places: tuple[NDArray[np.intp], ...]

    def scores(self, weights: Array) -> Array:
        """The sum of each span's features."""
        return np.asarray(sum((m @ weights)[p] for m, p in zip(self.parts, self.places, strict=True)))

    def slopes(self, residuals: Array) -> Array:
        """What each feature adds up to over the spans, each counted by its residual."""
        pairs = zip(self.parts, self.places, strict=True)
        return np.asarray(sum(m.T @ np.bincount(p, residuals, m.shape[0]) for m, p in pairs))

    def of(self, columns: NDArray[np.intp]) -> SpanRows:
        """The same with some of the features alone."""
        return SpanRows(tuple(m[:, columns] for m in self.parts), self.places)

    def seen(self, spans: Array) -> Array:
        """How many of some spans (each counted 0 or 1) have each feature."""
        ones = tuple(csr_matrix((np.ones_like(m.data), m.indices, m.indptr), m.shape) for m in self.parts)
        return SpanRows(ones, self.places).slopes(spans)


def joined(several: Sequence[SpanRows]) -> SpanRows:
    """The spans of several cases, one behind another."""
    parts, places = [], []
    for n in range(PARTS):
        sizes = [rows.parts[n].shape[0] for rows in several]
        outsets = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
        parts.append(vstack([rows.parts[n] for rows in several]).tocsr())
        places.append(np.concatenate([rows.places[n] + o for rows, o in zip(several, outsets, strict=True)]))
    return SpanRows(tuple(parts), tuple(places))


class _Part:
    """Rows of one part while they are collected."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        self.values: list[float] = []
        self.ends = [0]
        self.chosen: list[int] = []

    def add(self, names: Iterable[Named], places: dict[str, int]) -> int:
        """Adds a row and gives its number; what is weighed by hand (`!`) is left out."""
        for name, value in names:
            if not name.startswith("!"):
                self.columns.append(places.setdefault(name, len(places)))
                self.values.append(value)
        self.ends.append(len(self.columns))
        return len(self.ends) - 2

    def matrix(self) -> csr_matrix:
        """The rows."""
        data = np.array(self.values), np.array(self.columns, dtype=np.int32), np.array(self.ends)
        return csr_matrix(data, shape=(len(self.ends) - 1, WIDEST))


def rows_of(scenes: Sequence[tuple[SpanScene, float]], places: dict[str, int]) -> tuple[SpanRows, list[Candidate]]:
    """The spans of sentences, best sentence first, each with its share; `places` are the features' columns by name."""
    parts = tuple(_Part() for _ in range(PARTS))
    spans: list[Candidate] = []
    for rank, (scene, share) in enumerate(scenes):
        shape = scene.shape
        lefts = [parts[0].add([*_plain(n), *scene.left(i)], places) for i, n in enumerate(shape.starts())]
        rights = [
            parts[1].add([*_plain(n), *(scene.right(j) if j else ())], places) for j, n in enumerate(shape.ends())
        ]
        sentence = parts[3].add(ranking(rank, share), places)
        for i, j in shape.candidates:
            whole = parts[2].add([*_plain(shape.pair(i, j)), *scene.whole(i, j)], places)
            for part, row in zip(parts, (lefts[i], rights[j], whole, sentence), strict=True):
                part.chosen.append(row)
            spans.append(Candidate(scene.sentence, i, j))
    return SpanRows(tuple(p.matrix() for p in parts), tuple(np.array(p.chosen, dtype=np.intp) for p in parts)), spans


def _plain(names: Iterable[str]) -> Iterator[Named]:
    return ((name, 1.0) for name in names)


@dataclass(frozen=True)
class ScopedRows:
    """Spans by the scopes in which their features count, for `listwise.fit_rows`: a weight for each feature and scope.

    `scales` are those of the scopes' weights, `used` (scope by feature) which weights there are.
    """

    groups: Sequence[tuple[Sequence[int], SpanRows]]
    scales: Array
    used: NDArray[np.bool_]

    @property
    def width(self) -> int:
        """The number of weights."""
        return int(self.used.sum())

    def table(self, weights: Array) -> Array:
        """What each feature counts in each scope."""
        table = np.zeros(self.used.shape)
        table[self.used] = weights
        return table * self.scales[:, None]

    def scores(self, weights: Array) -> Array:
        """The sum of each span's features."""
        table = self.table(weights)
        return np.concatenate([rows.scores(table[list(scopes)].sum(axis=0)) for scopes, rows in self.groups])

    def slopes(self, residuals: Array) -> Array:
        """The slope of each weight, from those of the spans."""
        slopes = np.zeros(self.used.shape)
        start = 0
        for scopes, rows in self.groups:
            end = start + len(rows.places[0])
            slopes[list(scopes)] += rows.slopes(residuals[start:end])
            start = end
        return np.asarray((slopes * self.scales[:, None])[self.used])


def scoped(groups: Sequence[tuple[Sequence[int], SpanRows]], scale: float, used: NDArray[np.bool_]) -> ScopedRows:
    """Rows in which the weights of a scope other than `always` are scaled: the smaller, the more all share."""
    return ScopedRows(groups, np.array([1.0, *[scale] * (len(SCOPES) - 1)]), used)
