"""Twins: paragraphs of two articles in different languages that tell the same, found when articles are indexed.

The other article is found by one search for the rarest names and numbers of the first; then the two are compared. Of
two processes the second compares, and searches where there is nothing to compare: so the glossary is taken up once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from bot.language.lexicon.glossary import Glossary
from bot.models import Filters, Language
from bot.partner import Partner
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations.comparison import Comparison, Pair
from bot.retrieval.relations.links import Twin
from bot.retrieval.relations.recognition import Mark, Marks, Recognition
from bot.retrieval.storage.rows import Told
from bot.retrieval.storage.store import Store

SEARCHED = 12
"""Names and numbers of an article that are searched for, the rarest ones."""
SHARED = 3
"""Of these a paragraph's article must hold at least so many to be compared."""
COMPARED = 2
"""Articles in the other language that an article is compared with."""

_FOUND = 16
_SHARE = 0.7
"""An article that shares less than this with the first than another does is not compared."""
_AT_ONCE = 50
_WAITING = 16
"""So many lots of pairs wait for the second process before this one takes up the glossary and compares, too;"""
_LEFT = 5
"""and so many when there is nothing left to search for."""
HELP_AFTER = 300
"""Articles up to which starting a second process costs more work than it saves time."""

Place = tuple[str, str, str, str | None]
"""A store's file, its index's folder and identity, and the file of the user's own glossary."""


class TwinFinder:
    """Finds the twins of the paragraphs of some articles, at the cost of one search and at most two comparisons each.

    Does nothing while the collection holds one language only. `terms` is the file of the user's own glossary. A partner
    that is up helps; for many articles it is started.
    """

    def __init__(
        self, store: Store, inverted: Inverted, terms: Path | None = None, *, help_after: int = HELP_AFTER
    ) -> None:
        self._store, self._inverted, self._terms = store, inverted, terms
        self._help_after = help_after

    def find(self, article_ids: Sequence[str], partner: Partner) -> Iterator[Twin]:
        """The twins of the articles' paragraphs; the articles are stored and searchable."""
        if self._inverted.holds("en") and self._inverted.holds("vi"):
            if len(article_ids) > self._help_after and self._store.path is not None:
                partner.start()
            yield from self._found(article_ids, partner)

    def _found(self, article_ids: Sequence[str], partner: Partner) -> Iterator[Twin]:
        work = _Work(self._store, self._inverted, self._terms)
        lots = deque(list(article_ids[start : start + _AT_ONCE]) for start in range(0, len(article_ids), _AT_ONCE))
        waiting: deque[list[Pair]] = deque()
        handed: deque[_Task] = deque()
        while lots or waiting or handed:
            while partner.up and not partner.busy and (waiting or lots):
                handed.append(_Task([], waiting.popleft()) if waiting else _Task(lots.pop(), []))
                partner.ask(done, (self._place, *handed[-1]))
            much = len(waiting) > (_WAITING if lots else _LEFT)
            if handed and (partner.ready or not (lots or much)):
                answer, task = partner.answer(), handed.popleft()
            elif waiting and (much or not lots):
                answer, task = None, _Task([], waiting.popleft())
            else:
                answer, task = None, _Task(lots.popleft(), [])
            pairs, twins = work.done(task) if answer is None else answer
            if fresh := work.unpaired(pairs):
                waiting.append(fresh)
            yield from (Twin(*twin) for twin in twins)

    @property
    def _place(self) -> Place:
        terms = None if self._terms is None else str(self._terms)
        return str(self._store.path), str(self._inverted.folder), self._inverted.identity, terms


class _Task(NamedTuple):
    """Articles whose pairs are to be found, or pairs that are to be compared."""

    search: Sequence[str]
    compare: Sequence[Pair]


_Done = tuple[Sequence[Pair], Sequence[tuple[int, int, float]]]
"""The pairs found, and the values of the twins."""


def done(asked: tuple[Place, Sequence[str], Sequence[Pair]]) -> _Done:
    """What a second process does: a task."""
    place, search, compare = asked
    return _opened(*place).done(_Task(search, compare))


@lru_cache(maxsize=1)
def _opened(path: str, folder: str, identity: str, terms: str | None) -> _Work:
    inverted = Inverted.open(Path(folder), identity=identity)
    return _Work(Store.open(Path(path), read_only=True), inverted, Path(terms) if terms else None)


class _Work:
    """The work of one process in one state of the collection."""

    def __init__(self, store: Store, inverted: Inverted, terms: Path | None) -> None:
        frequencies = inverted.frequencies()
        marks = Marks(frequencies)
        self._search = _Search(store, inverted, marks)
        self._comparison = Comparison(store, Recognition(frequencies, marks, partial(Glossary.load, terms)))
        self._paired: set[int] = set()

    def done(self, task: _Task) -> _Done:
        """The pairs of the articles to be searched for, the twins of the pairs to be compared."""
        twins = self._comparison.of(task.compare) if task.compare else ()
        return self._search.pairs(task.search), [(twin.paragraph, twin.twin, twin.score) for twin in twins]

    def unpaired(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs that were not among those asked for before."""
        fresh = {number: pair for pair in pairs if (number := _number(pair)) not in self._paired}
        self._paired.update(fresh)
        return [*fresh.values()]


class _Search:
    """The search for articles that may tell the same, in one state of the collection."""

    def __init__(self, store: Store, inverted: Inverted, marks: Marks) -> None:
        self._store, self._inverted, self._marks = store, inverted, marks

    def pairs(self, article_ids: Sequence[str]) -> list[Pair]:
        """Some articles, each with those in the other language that it is to be compared with."""
        self._marks.forget()
        told = groupby(self._store.told_by(article_ids) if article_ids else (), key=lambda row: row.article)
        articles = ((name, [*paragraphs]) for name, paragraphs in told)
        return [
            (min(name, other), max(name, other))
            for name, paragraphs in articles
            for other in self._likely(name, paragraphs)
        ]

    def _likely(self, name: str, paragraphs: Sequence[Told]) -> list[str]:
        """The other articles in the other language that share the rarest names and numbers."""
        other: Language = "vi" if paragraphs[0].language == "en" else "en"
        rare = self._marks.rarest(paragraphs, SEARCHED)
        if len(rare) < SHARED:
            return []
        query = [*map(self._marks.written, rare)]
        hits = self._inverted.search(query, _FOUND, Filters(languages=(other,)))
        shared: dict[str, set[Mark]] = {}
        for told in self._store.told([rowid for rowid, _ in hits]):
            if told.article != name:
                shared.setdefault(told.article, set()).update(self._marks.of(told).intersection(rare))
        most = max(map(len, shared.values()), default=0)
        enough = {found: len(held) for found, held in shared.items() if len(held) >= max(SHARED, _SHARE * most)}
        return sorted(enough, key=lambda found: (-enough[found], found))[:COMPARED]


def _number(pair: Pair) -> int:
    """A number for two articles: a third of the memory of their ids."""
    return int.from_bytes(blake2b("\0".join(pair).encode(), digest_size=8).digest())
