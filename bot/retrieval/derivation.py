"""From the store to the inverted index: what changed since a generation, derived from the stored state alone.

Only evidence is indexed, and paragraphs with the same words once, under the lowest rowid, with the filter values of
all of them. Deriving twice changes nothing, so a crash in between costs time only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, cast

from bot.models import Language
from bot.retrieval.inverted import Inverted
from bot.retrieval.rows import EVIDENCE
from bot.retrieval.store import Store
from bot.retrieval.weighted import Filterable

Analyse = Callable[[str, Language], dict[str, list[str]]]
"""`bot.language.terms.analyse`: the terms of a text for each field; terms hold no space."""

_SLICE = 4_000
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
SELECT min(p.rowid) FROM touched JOIN paragraphs p ON p.words = touched.words AND p.kind IN {EVIDENCE}
GROUP BY touched.words ORDER BY 1
"""
_MEMBERS = f"""
SELECT lead.rowid, lead.text, lead.language, a.id, a.outlet, p.language, a.published
FROM json_each(?) wanted
JOIN paragraphs lead ON lead.rowid = wanted.value
JOIN paragraphs p ON p.words = lead.words AND p.kind IN {EVIDENCE}
JOIN articles a ON a.key = p.article
ORDER BY lead.rowid, p.rowid
"""


class Derivation:
    """One session of bringing the index in step with the store; its owner holds the store's exclusive lock."""

    def __init__(self, store: Store, inverted: Inverted, analyse: Analyse, *, anew: bool = False) -> None:
        self._store = store
        self._inverted = inverted
        self._analyse = analyse
        self._waiting = 0
        self._reached = inverted.generation
        # An index of the future belongs to a store that was since replaced by an older copy.
        if anew or self._reached > store.generation:
            self._reached = 0
        self._empty = self._reached == 0

    def run(self, *, commit_after: int = COMMIT_PARAGRAPHS) -> int:
        """Derive what the index lacks, committing whenever `commit_after` paragraphs wait; the number analysed."""
        target = self._store.generation
        if self._empty and target:
            self._inverted.clear()
            self._empty = False
        total = 0
        for first, last in slices(self._store, self._reached):
            analysed = derive_slice(self._store, self._inverted, self._analyse, first, last)
            self._reached = last
            self._waiting += analysed
            total += analysed
            if self._waiting >= commit_after:
                self.commit()
        self._reached = max(self._reached, target)
        return total

    def commit(self) -> None:
        """Make what was derived searchable. Raises StoreError."""
        if self._reached and (self._waiting or self._reached != self._inverted.generation):
            self._inverted.commit(self._reached)
        self._waiting = 0


def slices(store: Store, since: int) -> Iterator[tuple[int, int]]:
    """Ranges of generations after `since` (inclusive ends) with some thousand changed paragraphs each."""
    with store.connections.reading() as db:
        generations = db.execute(_GENERATIONS, [since]).fetchall()
    first, held = None, 0
    for generation, changed in generations:
        first = first or generation
        held += changed
        if held >= _SLICE:
            yield first, generation
            first, held = None, 0
    if first is not None:
        yield first, generations[-1][0]


def derive_slice(store: Store, inverted: Inverted, analyse: Analyse, first: int, last: int) -> int:
    """Index what changed in the generations `first` to `last`; returns the number of paragraphs analysed."""
    with store.connections.reading() as db:
        gone = [rowid for (rowid,) in db.execute(_GONE, [first, last])]
        leads = [rowid for (rowid,) in db.execute(_LEADS, [first, last])]
        rows = db.execute(_MEMBERS, [json.dumps(leads)]).fetchall()
    inverted.delete(gone)
    inverted.add(
        (rowid, filterable(members := list(group)), analyse(members[0][1], cast(Language, members[0][2])))
        for rowid, group in groupby(rows, key=lambda row: row[0])
    )
    return len(leads)


def filterable(members: Sequence[Sequence[Any]]) -> Filterable:
    """The distinct filter values of rows of _MEMBERS, in their order."""
    return Filterable(
        articles=tuple(dict.fromkeys(row[3] for row in members)),
        outlets=tuple(dict.fromkeys(row[4] for row in members if row[4])),
        languages=tuple(dict.fromkeys(row[5] for row in members)),
        published=tuple(date.fromisoformat(day) for day in dict.fromkeys(row[6] for row in members if row[6])),
    )
