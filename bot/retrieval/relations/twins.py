"""Twins: paragraphs of two articles in different languages that tell the same, found when articles are indexed.

The other article is found by one search for the rarest names and numbers of the first; then the two are compared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from bot.language.lexicon.glossary import Glossary
from bot.models import Filters, Language
from bot.partner import Partner
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations.comparison import Comparison, Pair, Place, compared
from bot.retrieval.relations.links import Twin
from bot.retrieval.relations.recognition import Mark, Marks, Recognition
from bot.retrieval.storage.rows import Told
from bot.retrieval.storage.store import Store
from bot.retrieval.terms.weighted import BestOf, Part, WeightedTerm

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
_WAITING = 8
"""So many lots of pairs wait for the second process before this one takes up the glossary and compares, too."""
HELP_AFTER = 300
"""Articles up to which starting a second process costs more work than it saves time."""


class TwinFinder:
    """Finds the twins of the paragraphs of some articles, at the cost of one search and at most two comparisons each.

    Does nothing while the collection holds one language only. `terms` is the file of the user's own glossary. A partner
    compares while this process searches; for many articles it is started.
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
        frequencies = self._inverted.frequencies()
        marks = Marks(frequencies)
        search = _Search(self._store, self._inverted, marks)
        comparison = Comparison(self._store, Recognition(frequencies, marks, partial(Glossary.load, self._terms)))
        lots = deque(article_ids[start : start + _AT_ONCE] for start in range(0, len(article_ids), _AT_ONCE))
        waiting: deque[list[Pair]] = deque()
        handed: deque[list[Pair]] = deque()
        while lots or waiting or handed:
            if lots and (pairs := search.pairs(lots.popleft())):
                waiting.append(pairs)
            while waiting and partner.up and partner.ask(compared, (self._place, waiting[0])):
                handed.append(waiting.popleft())
            if len(waiting) > _WAITING or (waiting and not (lots or handed)):
                yield from comparison.of(waiting.popleft())
            elif handed and (partner.ready or not lots):
                found, pairs = partner.answer(), handed.popleft()
                yield from comparison.of(pairs) if found is None else (Twin(*row) for row in found)

    @property
    def _place(self) -> Place:
        terms = None if self._terms is None else str(self._terms)
        return str(self._store.path), str(self._inverted.folder), self._inverted.identity, terms


class _Search:
    """The search for articles that may tell the same in one state of the collection; no pair is found twice."""

    def __init__(self, store: Store, inverted: Inverted, marks: Marks) -> None:
        self._store, self._inverted, self._marks = store, inverted, marks
        self._paired: set[int] = set()

    def pairs(self, article_ids: Sequence[str]) -> list[Pair]:
        """Some articles, each with those in the other language that it is to be compared with."""
        self._marks.forget()
        found: list[Pair] = []
        for name, paragraphs in groupby(self._store.told_by(article_ids), key=lambda told: told.article):
            for other in self._likely(name, [*paragraphs]):
                pair = (name, other) if name < other else (other, name)
                if (number := _number(pair)) not in self._paired:
                    self._paired.add(number)
                    found.append(pair)
        return found

    def _likely(self, name: str, paragraphs: Sequence[Told]) -> list[str]:
        """The other articles in the other language that share the rarest names and numbers."""
        other: Language = "vi" if paragraphs[0].language == "en" else "en"
        rare = self._marks.rarest(paragraphs, SEARCHED)
        if len(rare) < SHARED:
            return []
        query = [_written(mark) for mark in rare]
        hits = self._inverted.search(query, _FOUND, Filters(languages=(other,)))
        shared: dict[str, set[Mark]] = {}
        for told in self._store.told([rowid for rowid, _ in hits]):
            if told.article != name:
                shared.setdefault(told.article, set()).update(self._marks.of(told).intersection(rare))
        most = max(map(len, shared.values()), default=0)
        enough = {found: len(held) for found, held in shared.items() if len(held) >= max(SHARED, _SHARE * most)}
        return sorted(enough, key=lambda found: (-enough[found], found))[:COMPARED]


def _written(mark: Mark) -> Part:
    """How a name or number is searched for; numbers are not folded."""
    stem, folded = mark
    exact = WeightedTerm("terms", stem)
    return exact if stem[0].isdigit() else BestOf((exact, WeightedTerm("folded", folded)))


def _number(pair: Pair) -> int:
    """A number for two articles: a third of the memory of their ids."""
    return int.from_bytes(blake2b("\0".join(pair).encode(), digest_size=8).digest())
