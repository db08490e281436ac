"""How much of a query a paragraph covers, in whole and sentence by sentence: the features that ranking weighs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.language.sentences.boundaries import sentences
from bot.language.words.terms import analyse
from bot.models import Language
from bot.retrieval.terms.query import Query
from bot.retrieval.terms.spelling import Frequencies
from bot.retrieval.terms.weighted import BestOf, Part, SumOf, WeightedTerm

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


class _Weighed:
    """One part of a query: its alternatives, each worth the weights and idf of its terms that exist.

    `part` is left with the terms that exist, as others find nothing; `commonest` is in how many paragraphs its commonest
    term occurs.
    """

    __slots__ = ("alternatives", "commonest", "ideal", "part")

    def __init__(self, part: Part, frequencies: Frequencies) -> None:
        self.commonest = 0
        branches = part.alternatives if isinstance(part, BestOf) else (part,)
        weighed = [self._weigh(branch, frequencies) for branch in branches]
        self.alternatives = [worths for _, worths in weighed]
        self.ideal = max(sum(worth for _, worth in worths) for worths in self.alternatives)
        there = tuple([branch for branch, _ in weighed if branch])
        if 0 < len(there) < len(branches):
            part = BestOf(there) if isinstance(part, BestOf) else there[0]
        self.part = part

    def _weigh(self, part: Part, frequencies: Frequencies) -> tuple[Part | None, list[tuple[Key, float]]]:
        """What there is of a part, and what its terms are worth."""
        if isinstance(part, WeightedTerm):
            found = frequencies.document_frequency(part.field, part.term)
            if not found:
                return None, []
            self.commonest = max(self.commonest, found)
            worth = part.weight * inverse_frequency(found, frequencies.count)
            return part, [(f"{part.field}:{part.term}", worth)]
        inner = part.parts if isinstance(part, SumOf) else part.alternatives
        weighed = [self._weigh(one, frequencies) for one in inner]
        there = tuple([one for one, _ in weighed if one])
        kept = part if len(there) == len(inner) else type(part)(there) if there else None
        return kept, [worth for _, worths in weighed for worth in worths]


class _Worths:
    """What some parts of a query are worth to a set of terms: of each part the best alternative, added up."""

    def __init__(self, parts: Iterable[_Weighed]) -> None:
        self._uses: dict[Key, list[tuple[int, int, float]]] = {}
        self.ideal = 0.0
        alternative = 0
        for number, part in enumerate(parts):
            self.ideal += part.ideal
            for worths in part.alternatives:
                alternative += 1
                for key, worth in worths:
                    self._uses.setdefault(key, []).append((number, alternative, worth))
        self.keys = frozenset(self._uses)
        self._worths: dict[frozenset[Key], float] = {}

    def of(self, keys: frozenset[Key]) -> float:
        """The worth of the terms in `keys`, which are all among `self.keys`; 0..ideal; worked out once."""
        worth = self._worths.get(keys)
        if worth is None:
            worth = self._worths[keys] = self._added_up(keys)
        return worth

    def _added_up(self, keys: frozenset[Key]) -> float:
        sums: dict[tuple[int, int], float] = {}
        for key in keys:
            for number, alternative, worth in self._uses[key]:
                sums[number, alternative] = sums.get((number, alternative), 0.0) + worth
        best: dict[int, float] = {}
        for (number, _), worth in sums.items():
            if worth > best.get(number, 0.0):
                best[number] = worth
        return math.fsum(best.values())


def inverse_frequency(found: int, count: int) -> float:
    """BM25's idf: ln(1 + (N - n + .5) / (n + .5)), n of N paragraphs contain the term (Robertson and Zaragoza 2009).

    >>> inverse_frequency(10, 10) < inverse_frequency(1, 10)
    True
    """
    return math.log(1 + (count - found + 0.5) / (found + 0.5))


class Weighing:
    """A query measured against a collection: what each part is worth there, and what is worth searching for.

    Of a collection of more than `large` paragraphs, parts that occur in more than `common` of it (0..1) are not
    searched for while rarer ones remain; at most `most` parts are searched, the most telling.
    """

    def __init__(
        self, query: Query, frequencies: Frequencies, *, large: int = 20_000, common: float = 0.05, most: int = 32
    ) -> None:
        weighed = [_Weighed(part, frequencies) for part in query.words]
        words = [w for w in weighed if w.ideal]
        pairs = [w for part in query.pairs if (w := _Weighed(part, frequencies)).ideal]
        self._unknown = inverse_frequency(0, frequencies.count) * (len(weighed) - len(words))
        self._words, self._pairs = _Worths(words), _Worths(pairs)
        self._rarest = _Worths(sorted(words, key=lambda w: (w.commonest, -w.ideal))[:1])
        self._all = sorted([*words, *pairs], key=lambda w: -w.ideal)
        self._limit = common * frequencies.count if frequencies.count > large else math.inf
        self._most = most

    @property
    def searched(self) -> tuple[Part, ...]:
        """The parts to search for, most telling first."""
        rare = [w.part for w in self._all if w.commonest <= self._limit]
        return tuple(rare or [w.part for w in self._all[:3]])[: self._most]

    def features(self, sentence_keys: Sequence[frozenset[Key]], score: float) -> Features:
        """The features of a paragraph that the index gave `score`."""
        words = [keys & self._words.keys for keys in sentence_keys] or [frozenset()]
        pairs = [keys & self._pairs.keys for keys in sentence_keys] or [frozenset()]
        alone = [self._words.of(keys) for keys in words]
        both = max(worth + self._pairs.of(keys) for worth, keys in zip(alone, pairs, strict=True))
        window = max((self._words.of(a | b) for a, b in pairwise(words)), default=alone[0])
        words_ideal = self._words.ideal + self._unknown or 1.0
        ideal = words_ideal + self._pairs.ideal
        return Features(
            score=min(1.0, score / (_SATURATION * ideal)),
            words=self._words.of(frozenset().union(*words)) / words_ideal,
            sentence=both / ideal,
            window=window / words_ideal,
        )

    def rarest(self, sentence_keys: Sequence[frozenset[Key]]) -> float:
        """The share, 0..1, that a paragraph has of the question's rarest word, by any of its names."""
        return self._rarest.of(frozenset().union(*sentence_keys) & self._rarest.keys) / (self._rarest.ideal or 1.0)


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
