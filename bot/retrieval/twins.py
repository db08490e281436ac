"""Twins: paragraphs of two articles in different languages that tell the same, found when articles are indexed.

The other article is found by one search for the rarest names and numbers of the first; then the paragraphs of the two
are compared by names, numbers and the glossary, and those that are each other's best match are twins.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from bot.language.glossary import Glossary
from bot.language.terms import tokens, word_of
from bot.models import Filters, Language, Paragraph
from bot.retrieval.inverted import Frequencies, Inverted
from bot.retrieval.links import Twin
from bot.retrieval.store import Store
from bot.retrieval.weighted import BestOf, WeightedTerm

SEARCHED = 12
"""Names and numbers of an article that are searched for, the rarest ones."""
SHARED = 3
"""Of these a paragraph's article must hold at least so many to be compared."""
COMPARED = 2
"""Articles in the other language that an article is compared with."""
LEAST = 0.25
"""Paragraphs that agree less than this (0..1) are not twins."""

_FOUND = 24
_RARE = 0.02
_TRANSLATIONS = 2

Keys = Mapping[str, float]
"""What a paragraph can be recognised by across languages, with its idf."""


class TwinFinder:
    """Finds the twins of the paragraphs of some articles, at the cost of one search and at most two comparisons each.

    Does nothing while the collection holds one language only.
    """

    def __init__(self, store: Store, inverted: Inverted, glossary: Callable[[], Glossary] = Glossary.load) -> None:
        self._store, self._inverted, self._glossary = store, inverted, glossary

    def find(self, article_ids: Sequence[str]) -> Iterator[Twin]:
        """The twins of the articles' paragraphs; the articles are stored and searchable."""
        if not (self._inverted.holds("en") and self._inverted.holds("vi")):
            return
        frequencies = self._inverted.frequencies()
        compared: set[frozenset[str]] = set()
        for name, paragraphs in self._articles(article_ids).items():
            likely = self._likely(paragraphs, frequencies)
            others = [other for other in likely if frozenset((name, other)) not in compared]
            compared.update(frozenset((name, other)) for other in others)
            yield from self._twins(paragraphs, self._articles(others), frequencies)

    def _articles(self, article_ids: Sequence[str]) -> dict[str, dict[int, Paragraph]]:
        rows = self._store.rowids(article_ids).items()
        return {name: dict(group) for name, group in groupby(rows, key=lambda row: row[1].source.id)}

    def _twins(
        self, paragraphs: Mapping[int, Paragraph], others: Mapping[str, Mapping[int, Paragraph]], frequencies: Frequencies
    ) -> Iterator[Twin]:
        if others:
            keys = {rowid: self._keys(p, frequencies) for rowid, p in paragraphs.items()}
            for other in others.values():
                yield from mutual_best(keys, {rowid: self._keys(p, frequencies) for rowid, p in other.items()})

    def _likely(self, paragraphs: Mapping[int, Paragraph], frequencies: Frequencies) -> list[str]:
        """The articles in the other language that share the rarest names and numbers."""
        language = next(iter(paragraphs.values())).language
        other: Language = "vi" if language == "en" else "en"
        marks = Counter(mark for p in paragraphs.values() for mark in set(_marks(p.text)))
        limit = max(20.0, _RARE * frequencies.count)
        found = {mark: frequencies.document_frequency("terms", mark[0]) for mark in marks}
        rare = sorted((mark for mark in marks if 1 < found[mark] <= limit), key=lambda m: (found[m], m))[:SEARCHED]
        if len(rare) < SHARED:
            return []
        query = [BestOf((WeightedTerm("terms", s), WeightedTerm("folded", f))) for s, f in rare]
        hits = self._inverted.search(query, _FOUND, Filters(languages=(other,)))
        shared: dict[str, set[tuple[str, str]]] = {}
        for paragraph in self._store.paragraphs([rowid for rowid, _ in hits]).values():
            held = set(_marks(paragraph.text)).intersection(rare)
            shared.setdefault(paragraph.source.id, set()).update(held)
        enough = {name: len(held) for name, held in shared.items() if len(held) >= SHARED}
        return sorted(enough, key=lambda name: (-enough[name], name))[:COMPARED]

    def _keys(self, paragraph: Paragraph, frequencies: Frequencies) -> Keys:
        """English stems of a paragraph: its own, or those of its translation; names and numbers as they are."""
        words = [token for token, _, _ in tokens(paragraph.text)]
        stems = {form for mark in _marks(paragraph.text) for form in mark}
        if paragraph.language == "en":
            stems.update(w.stem for w in map(word_of, words) if not w.stop_en)
        else:
            for match in self._glossary().translations(words, "vi"):
                stems.update(stem for words_ in match.alternatives[:_TRANSLATIONS] for stem in words_)
        return {stem: _idf(stem, frequencies) for stem in sorted(stems)}


def mutual_best(one: Mapping[int, Keys], other: Mapping[int, Keys], least: float = LEAST) -> Iterator[Twin]:
    """The pairs of paragraphs that are each other's best match, in order of the first.

    >>> [(t.paragraph, t.twin) for t in mutual_best({1: {"lam": 2.0}, 2: {"asean": 1.0}}, {3: {"lam": 2.0, "a": 1.0}})]
    [(1, 3)]
    """
    agreement = {(a, b): _agreement(one[a], other[b]) for a in one for b in other}
    best_of_one = {a: max(other, key=lambda b: (agreement[a, b], -b)) for a in one}
    best_of_other = {b: max(one, key=lambda a: (agreement[a, b], -a)) for b in other}
    for a, b in best_of_one.items():
        if best_of_other[b] == a and agreement[a, b] >= least:
            yield Twin(a, b, agreement[a, b])


def _agreement(one: Keys, other: Keys) -> float:
    """The cosine of two sets of weighted keys, 0..1."""
    shared = sum(one[key] ** 2 for key in sorted(one.keys() & other.keys()))
    return shared / (_length(one) * _length(other)) if shared else 0.0


def _length(keys: Keys) -> float:
    return math.sqrt(sum(weight**2 for weight in keys.values()))


def _marks(text: str) -> Iterator[tuple[str, str]]:
    """Names (capitalised words) and numbers as (stem, folded form): what both languages write alike."""
    for token, _, _ in tokens(text):
        word = word_of(token)
        if (token[0].isupper() and not word.stop_en and not word.stop_vi) or token[0].isdigit():
            yield word.stem, word.folded


def _idf(stem: str, frequencies: Frequencies) -> float:
    found = max(frequencies.document_frequency("terms", stem), frequencies.document_frequency("folded", stem))
    return math.log(1 + (frequencies.count - found + 0.5) / (found + 0.5))
