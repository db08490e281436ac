"""How much of a query a paragraph covers, in whole and sentence by sentence: the features that ranking weighs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.language.sentences import sentences
from bot.language.terms import analyse
from bot.models import Language
from bot.retrieval.query import Query
from bot.retrieval.spelling import Frequencies
from bot.retrieval.weighted import BestOf, Field, Part, SumOf, WeightedTerm

_SATURATION = 2.2
"""BM25 of a term that is repeated without end: idf times k1 + 1."""

Key = str
"""A field and a term in one string, `terms:lâm`."""


class Features(NamedTuple):
    """What a paragraph has to do with a question, each in 0..1.

    `score` its BM25 against the highest possible; `words` the share of the question's words (by idf) that it contains;
    `sentence` the same of its best sentence, neighbouring words included; `window` of its best two sentences in a row.
    """

    score: float
    words: float
    sentence: float
    window: float


class _Alternative(NamedTuple):
    """The terms of one alternative with what each is worth."""

    worths: tuple[tuple[Key, float], ...]

    def worth(self, keys: frozenset[Key]) -> float:
        return sum(worth for key, worth in self.worths if key in keys)


def idf(frequencies: Frequencies, field: Field, term: str) -> float:
    """BM25's idf: ln(1 + (N - n + .5) / (n + .5)), n of N paragraphs contain the term (Robertson and Zaragoza 2009)."""
    found = frequencies.document_frequency(field, term)
    return math.log(1 + (frequencies.count - found + 0.5) / (found + 0.5))


class _Weighed:
    """One part of a query: its alternatives, each worth the weights and idf of its terms that exist."""

    __slots__ = ("alternatives", "commonest", "ideal", "keys", "part")

    def __init__(self, part: Part, frequencies: Frequencies) -> None:
        self.part = part
        self.commonest = 0
        branches = part.alternatives if isinstance(part, BestOf) else (part,)
        weighed = (_Alternative(tuple(self._worths(branch, frequencies))) for branch in branches)
        self.alternatives = tuple(a for a in weighed if a.worths)
        self.keys = frozenset(key for a in self.alternatives for key, _ in a.worths)
        self.ideal = max((sum(worth for _, worth in a.worths) for a in self.alternatives), default=0.0)

    def covered(self, keys: frozenset[Key]) -> float:
        """What the best alternative is worth among the terms that are present."""
        if keys.isdisjoint(self.keys):
            return 0.0
        return max(a.worth(keys) for a in self.alternatives)

    def _worths(self, part: Part, frequencies: Frequencies) -> Iterable[tuple[Key, float]]:
        if isinstance(part, WeightedTerm):
            found = frequencies.document_frequency(part.field, part.term)
            if found:
                self.commonest = max(self.commonest, found)
                yield f"{part.field}:{part.term}", part.weight * _idf(found, frequencies.count)
        else:
            for inner in part.parts if isinstance(part, SumOf) else part.alternatives:
                yield from self._worths(inner, frequencies)


def _idf(found: int, count: int) -> float:
    return math.log(1 + (count - found + 0.5) / (found + 0.5))


class Weighing:
    """A query measured against a collection: what each part is worth there, and what is worth searching for.

    Of a collection of more than `large` paragraphs, parts that occur in more than `common` of it (0..1) are not
    searched for while rarer ones remain; at most `most` parts are searched, the most telling.
    """

    def __init__(
        self, query: Query, frequencies: Frequencies, *, large: int = 20_000, common: float = 0.05, most: int = 32
    ) -> None:
        self._words = [w for part in query.words if (w := _Weighed(part, frequencies)).ideal]
        self._pairs = [w for part in query.pairs if (w := _Weighed(part, frequencies)).ideal]
        both = [*self._words, *self._pairs]
        self._words_ideal = sum(w.ideal for w in self._words) or 1.0
        self._ideal = sum(w.ideal for w in both) or 1.0
        self._limit = common * frequencies.count if frequencies.count > large else math.inf
        self._most = most

    @property
    def searched(self) -> tuple[Part, ...]:
        """The parts to search for, most telling first."""
        both = sorted([*self._words, *self._pairs], key=lambda w: -w.ideal)
        rare = [w.part for w in both if w.commonest <= self._limit]
        return tuple(rare or [w.part for w in both[:3]])[: self._most]

    def features(self, sentence_keys: Sequence[frozenset[Key]], score: float) -> Features:
        """The features of a paragraph that the index gave `score`."""
        whole = frozenset().union(*sentence_keys)
        words = [sum(w.covered(keys) for w in self._words) for keys in sentence_keys] or [0.0]
        pairs = [sum(w.covered(keys) for w in self._pairs) for keys in sentence_keys] or [0.0]
        window = max((self._covered(a | b) for a, b in pairwise(sentence_keys)), default=words[0])
        return Features(
            score=min(1.0, score / (_SATURATION * self._ideal)),
            words=self._covered(whole) / self._words_ideal,
            sentence=max(w + p for w, p in zip(words, pairs, strict=True)) / self._ideal,
            window=window / self._words_ideal,
        )

    def _covered(self, keys: frozenset[Key]) -> float:
        return sum(w.covered(keys) for w in self._words)


@lru_cache(maxsize=1024)
def keys_of(text: str, language: Language) -> tuple[frozenset[Key], ...]:
    """The terms of each sentence of a paragraph.

    >>> [sorted(keys) for keys in keys_of("Lâm agreed.", "en")]
    [['bigrams:lâm_agre', 'folded:lam', 'terms:agre', 'terms:lâm']]
    """
    return tuple(
        frozenset(f"{field}:{term}" for field, terms in analyse(span.of(text), language).items() for term in terms)
        for span in sentences(text)
    )
