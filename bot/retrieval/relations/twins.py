"""Twins: paragraphs of two articles in different languages that tell the same, found when articles are indexed.

The other article is found by one search for the rarest names and numbers of the first; then the paragraphs of the two
are compared by names, numbers and the glossary, and those that are each other's best match are twins.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from bot.language.lexicon.glossary import Glossary
from bot.models import Filters, Language
from bot.partner import Partner
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations.links import Twin
from bot.retrieval.relations.recognition import Keys, Mark, Recognition
from bot.retrieval.storage.rows import Told
from bot.retrieval.storage.store import Store
from bot.retrieval.terms.weighted import BestOf, Part, WeightedTerm

SEARCHED = 12
"""Names and numbers of an article that are searched for, the rarest ones."""
SHARED = 3
"""Of these a paragraph's article must hold at least so many to be compared."""
COMPARED = 2
"""Articles in the other language that an article is compared with."""
LEAST = 0.25
"""Paragraphs that agree less than this (0..1) are not twins."""

_FOUND = 16
_SHARE = 0.7
"""An article that shares less than this with the first than another does is not compared."""
_AT_ONCE = 50
HELP_AFTER = 1_000
"""Articles up to which starting a second process costs more work than it saves time."""

Paragraphs = Sequence[Told]
"""The citable paragraphs of one article, in order."""


class TwinFinder:
    """Finds the twins of the paragraphs of some articles, at the cost of one search and at most two comparisons each.

    Does nothing while the collection holds one language only. `terms` is the file of the user's own glossary. A partner
    that is up looks after its share; for many articles it is started anew, without what it remembers of other work.
    """

    def __init__(
        self, store: Store, inverted: Inverted, terms: Path | None = None, *, help_after: int = HELP_AFTER
    ) -> None:
        self._store, self._inverted, self._terms = store, inverted, terms
        self._help_after = help_after

    def find(self, article_ids: Sequence[str], partner: Partner) -> Iterator[Twin]:
        """The twins of the articles' paragraphs; the articles are stored and searchable."""
        if not (self._inverted.holds("en") and self._inverted.holds("vi")):
            return
        search = _Search(self._store, self._inverted, partial(Glossary.load, self._terms))
        parts = deque(article_ids[start : start + _AT_ONCE] for start in range(0, len(article_ids), _AT_ONCE))
        many = len(article_ids) > self._help_after
        if many:
            partner.close()
        helped = self._store.path is not None and (many or partner.up)
        other = None
        while parts or other:
            if helped and parts and not other and partner.ask(find_in_store, self._asked(parts[-1])):
                other = parts.pop()
            if parts:
                yield from search.of(parts.popleft())
            if other and (partner.ready or not parts):
                found = partner.answer()
                yield from search.of(other) if found is None else (Twin(*row) for row in found)
                other = None

    def _asked(self, article_ids: Sequence[str]) -> Asked:
        terms = None if self._terms is None else str(self._terms)
        return str(self._store.path), str(self._inverted.folder), self._inverted.identity, terms, article_ids


Asked = tuple[str, str, str, str | None, Sequence[str]]


def find_in_store(asked: Asked) -> list[tuple[int, int, float]]:
    """What the second process does: the twins of the paragraphs of some articles, as a Twin's values."""
    *place, article_ids = asked
    return [(twin.paragraph, twin.twin, twin.score) for twin in _opened(*place).of(article_ids)]


@lru_cache(maxsize=1)
def _opened(store: str, folder: str, identity: str, terms: str | None) -> _Search:
    inverted = Inverted.open(Path(folder), identity=identity)
    return _Search(
        Store.open(Path(store), read_only=True), inverted, partial(Glossary.load, Path(terms) if terms else None)
    )


class _Search:
    """The search for twins in one state of the collection, by one process; no pair of articles is compared twice."""

    def __init__(self, store: Store, inverted: Inverted, glossary: Callable[[], Glossary]) -> None:
        self._store, self._inverted = store, inverted
        self._recognition = Recognition(inverted.frequencies(), glossary)
        self._compared: set[int] = set()

    def of(self, article_ids: Sequence[str]) -> Iterator[Twin]:
        """The twins of some articles' paragraphs."""
        self._recognition.forget()
        articles = self._articles(article_ids)
        for name in list(articles):
            others = [other for other in self._likely(name, articles[name]) if _pair(name, other) not in self._compared]
            self._compared.update(_pair(name, other) for other in others)
            articles.update(self._articles([other for other in others if other not in articles]))
            for one, two in (sorted((name, other)) for other in others):
                # In this order, so that both processes, should they compare the same two, give the same twins.
                yield from mutual_best(self._recognition.of(articles[one]), self._recognition.of(articles[two]))

    def _articles(self, article_ids: Sequence[str]) -> dict[str, Paragraphs]:
        rows = self._store.told_by(article_ids) if article_ids else ()
        return {name: tuple(group) for name, group in groupby(rows, key=lambda row: row.article)}

    def _likely(self, name: str, paragraphs: Paragraphs) -> list[str]:
        """The other articles in the other language that share the rarest names and numbers."""
        other: Language = "vi" if paragraphs[0].language == "en" else "en"
        rare = self._recognition.rarest(paragraphs, SEARCHED)
        if len(rare) < SHARED:
            return []
        query = [_written(mark) for mark in rare]
        hits = self._inverted.search(query, _FOUND, Filters(languages=(other,)))
        shared: dict[str, set[Mark]] = {}
        for told in self._store.told([rowid for rowid, _ in hits]):
            if told.article != name:
                shared.setdefault(told.article, set()).update(self._recognition.marks(told).intersection(rare))
        most = max(map(len, shared.values()), default=0)
        enough = {found: len(held) for found, held in shared.items() if len(held) >= max(SHARED, _SHARE * most)}
        return sorted(enough, key=lambda found: (-enough[found], found))[:COMPARED]


def _written(mark: Mark) -> Part:
    """How a name or number is searched for; numbers are not folded."""
    stem, folded = mark
    exact = WeightedTerm("terms", stem)
    return exact if stem[0].isdigit() else BestOf((exact, WeightedTerm("folded", folded)))


def _pair(one: str, other: str) -> int:
    """A number for two articles, the same in either order: a third of the memory of their ids."""
    return int.from_bytes(blake2b("\0".join(sorted((one, other))).encode(), digest_size=8).digest())


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
