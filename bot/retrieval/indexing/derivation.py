"""From the store to the inverted index: what changed since a generation, derived from the stored state alone.

Only evidence is indexed, and paragraphs with the same words once, under the lowest rowid, with the filter values of
all of them. Deriving twice changes nothing, so a crash in between costs time only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from bot.retrieval.indexing.analyst import NOTHING, Analyst, Known, Text
from bot.retrieval.inverted import Inverted
from bot.retrieval.storage.rows import EVIDENCE, demand, undamaged
from bot.retrieval.storage.store import Store
from bot.retrieval.terms.weighted import Filterable

_SLICE = 4_000
_LEADS_AT_ONCE = 1_000
COMMIT_PARAGRAPHS = 100_000

_GENERATIONS = """
SELECT generation, sum(n) FROM (
    SELECT generation, count(*) AS n FROM paragraphs WHERE generation > ?1 GROUP BY generation
    UNION ALL
    SELECT generation, count(*) FROM tombstones WHERE generation > ?1 GROUP BY generation
) GROUP BY generation ORDER BY generation
"""
_GONE = f"""
SELECT rowid FROM tombstones WHERE generation BETWEEN ?1 AND ?2
UNION ALL
SELECT p.rowid FROM paragraphs p WHERE p.generation BETWEEN ?1 AND ?2 AND p.kind IN {EVIDENCE} AND EXISTS (
    SELECT 1 FROM paragraphs q WHERE q.words = p.words AND q.kind IN {EVIDENCE} AND q.rowid < p.rowid
)
ORDER BY 1
"""
_LEADS = f"""
WITH touched (words) AS (
    SELECT words FROM paragraphs WHERE generation BETWEEN ?1 AND ?2
    UNION
    SELECT words FROM tombstones WHERE generation BETWEEN ?1 AND ?2
)
SELECT lead.rowid, lead.generation FROM touched CROSS JOIN paragraphs lead ON lead.rowid = (
    SELECT p.rowid FROM paragraphs p WHERE p.words = touched.words AND p.kind IN {EVIDENCE} ORDER BY p.rowid LIMIT 1
) ORDER BY 1
"""
_TEXTS = "SELECT p.text, p.language FROM json_each(?) j JOIN paragraphs p ON p.rowid = j.value ORDER BY p.rowid"
_MEMBERS = f"""
SELECT lead.rowid, a.id, a.outlet, p.language, a.published
FROM json_each(?) j
JOIN paragraphs lead ON lead.rowid = j.value
JOIN paragraphs p ON p.words = lead.words AND p.kind IN {EVIDENCE}
JOIN articles a ON a.key = p.article
ORDER BY lead.rowid, p.rowid
"""


@dataclass(frozen=True, slots=True)
class Slice:
    """What changed in some generations: rowids to delete, leads to index now, and leads whose copies alone changed."""

    gone: tuple[int, ...]
    fresh: tuple[int, ...]
    stale: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """What the index is told next, up to a generation, when the terms of the leads are found."""

    generation: int
    gone: tuple[int, ...]
    leads: tuple[tuple[int, Filterable], ...]


class Derivation:
    """One session of bringing the index in step with the store; its owner holds the store's exclusive lock.

    The terms of one slice are found while the caller writes the next to the store. A text that stands in many articles
    is told its further places once for each commit: at every slice, the work would grow with the square of the copies.
    `taken` counts the paragraphs taken up.
    """

    def __init__(self, store: Store, inverted: Inverted, analyst: Analyst, *, anew: bool = False) -> None:
        self._store = store
        self._inverted = inverted
        self._analyst = analyst
        self._pending: Pending | None = None
        self._stale: set[int] = set()
        self._waiting = 0
        self.taken = 0
        reached = inverted.generation
        # An index of the future belongs to a store that was since replaced by an older copy.
        self._reached = self._handed = 0 if anew or reached > store.generation else reached
        self._empty = not self._reached

    def expect(self, paragraphs: int) -> None:
        """So many paragraphs are about to be written to the store."""
        self._analyst.expect(paragraphs)

    def run(self, known: Known = NOTHING) -> None:
        """Begin to derive what the index lacks, and finish most of it; `known` spares the analysis of texts."""
        target = self._store.generation
        if self._empty and target:
            self._inverted.clear()
            self._empty = False
        for first, last in slices(self._store, self._handed):
            changed = read_slice(self._store, first, last)
            self._handed = last
            self._stale.update(changed.stale)
            self._hand_in(changed.gone, changed.fresh, known)
            if self._waiting >= COMMIT_PARAGRAPHS:
                self.commit()

    def commit(self) -> None:
        """Finish, and make what was derived searchable. Raises StoreError."""
        stale, self._stale = sorted(self._stale), set()
        for start in range(0, len(stale), _LEADS_AT_ONCE):
            self._hand_in((), tuple(stale[start : start + _LEADS_AT_ONCE]))
        self._finish()
        if self._reached and (self._waiting or self._reached != self._inverted.generation):
            self._inverted.commit(self._reached)
        self._waiting = 0

    def _hand_in(self, gone: tuple[int, ...], rowids: tuple[int, ...], known: Known = NOTHING) -> None:
        """Begin with some leads, and finish those before them meanwhile."""
        leads, texts = read_leads(self._store, rowids)
        self._finish()
        self._analyst.hand_in(texts, known)
        self._pending = Pending(self._handed, gone, leads)
        self.taken += len(texts)

    def _finish(self) -> None:
        pending, self._pending = self._pending, None
        if pending is None:
            return
        terms = self._analyst.collect()
        self._inverted.delete(pending.gone)
        self._inverted.add((*lead, fields) for lead, fields in zip(pending.leads, terms, strict=True))
        self._reached = pending.generation
        self._waiting += len(terms)


def slices(store: Store, since: int) -> Iterator[tuple[int, int]]:
    """Ranges of generations after `since` (inclusive ends) with some thousand changed paragraphs each."""
    with store.connections.reading_own() as db:
        generations = db.execute(_GENERATIONS, [since]).fetchall()
    first, held = None, 0
    for generation, changed in generations:
        demand((generation, changed), int, int)
        first = first or generation
        held += changed
        if held >= _SLICE:
            yield first, generation
            first, held = None, 0
    if first is not None:
        yield first, generations[-1][0]


def read_slice(store: Store, first: int, last: int) -> Slice:
    """What changed in the generations `first` to `last`."""
    with store.connections.reading_own() as db:
        gone = tuple(rowid for (rowid,) in db.execute(_GONE, [first, last]))
        leads = db.execute(_LEADS, [first, last]).fetchall()
    fresh = tuple(rowid for rowid, generation in leads if generation >= first)
    return Slice(gone, fresh, tuple(rowid for rowid, generation in leads if generation < first))


def read_leads(store: Store, rowids: Sequence[int]) -> tuple[tuple[tuple[int, Filterable], ...], list[Text]]:
    """What filters see of the paragraphs of some rowids, and their texts; those that are gone are left out."""
    asked = [json.dumps(rowids)]
    with store.connections.reading_own() as db:
        texts: list[Text] = [demand(row, str, str) for row in db.execute(_TEXTS, asked)]
        groups = groupby(db.execute(_MEMBERS, asked), key=lambda row: row[0])
        return tuple((rowid, filterable([*members])) for rowid, members in groups), texts


def filterable(members: Sequence[Sequence[Any]]) -> Filterable:
    """The distinct filter values of rows of _MEMBERS, in their order."""
    with undamaged():
        return Filterable(
            articles=tuple(dict.fromkeys(row[1] for row in members)),
            outlets=tuple(dict.fromkeys(row[2] for row in members if row[2])),
            languages=tuple(dict.fromkeys(row[3] for row in members)),
            published=tuple(date.fromisoformat(day) for day in dict.fromkeys(row[4] for row in members if row[4])),
        )
