"""Twins: paragraphs of two articles in different languages that tell the same, found when articles are indexed.

The other article is found by one search for the rarest names and numbers of the first; then the paragraphs of the two
are compared by names, numbers and the glossary, and those that are each other's best match are twins.
"""

from __future__ import annotations

import math
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

Mark = tuple[str, str]
"""A name or number as (stem, folded form)."""
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
        recognition = _Recognition(self._inverted.frequencies(), self._glossary)
        articles = self._articles(article_ids)
        compared: set[frozenset[str]] = set()
        for name in list(articles):
            paragraphs = articles[name]
            likely = self._likely(name, paragraphs, recognition)
            others = [other for other in likely if frozenset((name, other)) not in compared]
            compared.update(frozenset((name, other)) for other in others)
            articles.update(self._articles([other for other in others if other not in articles]))
            for other in others:
                yield from mutual_best(recognition.of(paragraphs), recognition.of(articles[other]))

    def _articles(self, article_ids: Sequence[str]) -> dict[str, dict[int, Paragraph]]:
        rows = self._store.rowids(article_ids).items() if article_ids else ()
        return {name: dict(group) for name, group in groupby(rows, key=lambda row: row[1].source.id)}

    def _likely(self, name: str, paragraphs: Mapping[int, Paragraph], recognition: _Recognition) -> list[str]:
        """The other articles in the other language that share the rarest names and numbers."""
        language = next(iter(paragraphs.values())).language
        other: Language = "vi" if language == "en" else "en"
        rare = recognition.rarest(paragraphs)
        if len(rare) < SHARED:
            return []
        query = [BestOf((WeightedTerm("terms", s), WeightedTerm("folded", f))) for s, f in rare]
        hits = self._inverted.search(query, _FOUND, Filters(languages=(other,)))
        shared: dict[str, set[Mark]] = {}
        for rowid, paragraph in self._store.paragraphs([rowid for rowid, _ in hits]).items():
            if paragraph.source.id != name:
                held = recognition.marks(rowid, paragraph).intersection(rare)
                shared.setdefault(paragraph.source.id, set()).update(held)
        enough = {found: len(held) for found, held in shared.items() if len(held) >= SHARED}
        return sorted(enough, key=lambda found: (-enough[found], found))[:COMPARED]


class _Recognition:
    """What paragraphs are recognised by across languages, worked out once for each paragraph of a run."""

    def __init__(self, frequencies: Frequencies, glossary: Callable[[], Glossary]) -> None:
        self._frequencies, self._glossary = frequencies, glossary
        self._idfs: dict[str, float] = {}
        self._marks: dict[int, frozenset[Mark]] = {}
        self._keys: dict[int, Keys] = {}

    def of(self, paragraphs: Mapping[int, Paragraph]) -> dict[int, Keys]:
        """The keys of some paragraphs by rowid."""
        return {rowid: self._read(rowid, p) for rowid, p in paragraphs.items()}

    def marks(self, rowid: int, paragraph: Paragraph) -> frozenset[Mark]:
        """The names and numbers of a paragraph."""
        if rowid not in self._marks:
            self._marks[rowid] = frozenset(_marks(paragraph.text))
        return self._marks[rowid]

    def rarest(self, paragraphs: Mapping[int, Paragraph]) -> list[Mark]:
        """The rarest names and numbers of an article that stand in more than one paragraph of the collection."""
        marks = {mark for rowid, p in paragraphs.items() for mark in self.marks(rowid, p)}
        limit = max(20.0, _RARE * self._frequencies.count)
        found = {mark: self._frequencies.document_frequency("terms", mark[0]) for mark in marks}
        return sorted((mark for mark in marks if 1 < found[mark] <= limit), key=lambda m: (found[m], m))[:SEARCHED]

    def _read(self, rowid: int, paragraph: Paragraph) -> Keys:
        """English stems of a paragraph: its own, or those of its translation; names and numbers as they are."""
        if rowid not in self._keys:
            words = [token for token, _, _ in tokens(paragraph.text)]
            stems = {form for mark in self.marks(rowid, paragraph) for form in mark}
            if paragraph.language == "en":
                stems.update(w.stem for w in map(word_of, words) if not w.stop_en)
            else:
                for match in self._glossary().translations(words, "vi"):
                    stems.update(stem for words_ in match.alternatives[:_TRANSLATIONS] for stem in words_)
            self._keys[rowid] = {stem: self._idf(stem) for stem in stems}
        return self._keys[rowid]

    def _idf(self, stem: str) -> float:
        if stem not in self._idfs:
            frequency = self._frequencies.document_frequency
            found = max(frequency("terms", stem), frequency("folded", stem))
            self._idfs[stem] = math.log(1 + (self._frequencies.count - found + 0.5) / (found + 0.5))
        return self._idfs[stem]


def mutual_best(one: Mapping[int, Keys], other: Mapping[int, Keys], least: float = LEAST) -> Iterator[Twin]:
    """The pairs of paragraphs that are each other's best match, in order of the first.

    >>> [(t.paragraph, t.twin) for t in mutual_best({1: {"lam": 2.0}, 2: {"asean": 1.0}}, {3: {"lam": 2.0, "a": 1.0}})]
    [(1, 3)]
    """
    lengths = {rowid: _length(keys) for rowid, keys in (*one.items(), *other.items())}
    agreement = {(a, b): _shared(one[a], other[b]) / (lengths[a] * lengths[b] or 1.0) for a in one for b in other}
    best_of_one = {a: max(other, key=lambda b: (agreement[a, b], -b)) for a in one}
    best_of_other = {b: max(one, key=lambda a: (agreement[a, b], -a)) for b in other}
    for a, b in best_of_one.items():
        if best_of_other[b] == a and agreement[a, b] >= least:
            yield Twin(a, b, agreement[a, b])


def _shared(one: Keys, other: Keys) -> float:
    """The product of two sets of weighted keys; divided by their lengths it is their cosine, 0..1."""
    return math.fsum(one[key] ** 2 for key in one.keys() & other.keys())


def _length(keys: Keys) -> float:
    return math.sqrt(math.fsum(weight**2 for weight in keys.values()))


def _marks(text: str) -> Iterator[Mark]:
    """Names (capitalised words) and numbers as (stem, folded form): what both languages write alike."""
    for token, _, _ in tokens(text):
        word = word_of(token)
        if (token[0].isupper() and not word.stop_en and not word.stop_vi) or token[0].isdigit():
            yield word.stem, word.folded
