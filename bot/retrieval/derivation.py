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

from bot.models import Language
from bot.retrieval.analyst import Analyse, Analyst
from bot.retrieval.inverted import Inverted
from bot.retrieval.rows import EVIDENCE
from bot.retrieval.store import Store
from bot.retrieval.weighted import Filterable

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


@dataclass(frozen=True, slots=True)
class Slice:
    """What changed up to a generation: rowids to delete, and paragraphs to index whose terms are being found."""

    generation: int
    gone: tuple[int, ...]
    leads: tuple[tuple[int, Filterable], ...]


class Derivation:
    """One session of bringing the index in step with the store; its owner holds the store's exclusive lock.

    The terms of one slice are found while the caller writes the next to the store.
    """

    def __init__(self, store: Store, inverted: Inverted, analyse: Analyse, *, anew: bool = False) -> None:
        self._store = store
        self._inverted = inverted
        self._analyst = Analyst(analyse)
        self._pending: Slice | None = None
        self._waiting = 0
        reached = inverted.generation
        # An index of the future belongs to a store that was since replaced by an older copy.
        self._reached = self._handed = 0 if anew or reached > store.generation else reached
        self._empty = not self._reached

    def run(self) -> int:
        """Begin to derive what the index lacks, and finish most of it; the number of paragraphs taken up."""
        target = self._store.generation
        if self._empty and target:
            self._inverted.clear()
            self._empty = False
        total = 0
        for first, last in slices(self._store, self._handed):
            changed, texts = read_slice(self._store, first, last)
            self._finish()
            self._analyst.hand_in(texts)
            self._pending, self._handed = changed, last
            total += len(texts)
            if self._waiting >= COMMIT_PARAGRAPHS:
                self.commit()
        return total

    def commit(self) -> None:
        """Finish, and make what was derived searchable. Raises StoreError."""
        self._finish()
        if self._reached and (self._waiting or self._reached != self._inverted.generation):
            self._inverted.commit(self._reached)
        self._waiting = 0

    def close(self) -> None:
        """Drop what was not finished."""
        self._analyst.close()

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
        first = first or generation
        held += changed
        if held >= _SLICE:
            yield first, generation
            first, held = None, 0
    if first is not None:
        yield first, generations[-1][0]


def read_slice(store: Store, first: int, last: int) -> tuple[Slice, list[tuple[str, Language]]]:
    """What changed in the generations `first` to `last`, and the texts of the paragraphs to index."""
    with store.connections.reading_own() as db:
        gone = tuple(rowid for (rowid,) in db.execute(_GONE, [first, last]))
        leads = [rowid for (rowid,) in db.execute(_LEADS, [first, last])]
        rows = db.execute(_MEMBERS, [json.dumps(leads)]).fetchall()
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row[0])]
    changed = Slice(last, gone, tuple((group[0][0], filterable(group)) for group in groups))
    return changed, [(group[0][1], group[0][2]) for group in groups]


def filterable(members: Sequence[Sequence[Any]]) -> Filterable:
    """The distinct filter values of rows of _MEMBERS, in their order."""
    return Filterable(
        articles=tuple(dict.fromkeys(row[3] for row in members)),
        outlets=tuple(dict.fromkeys(row[4] for row in members if row[4])),
        languages=tuple(dict.fromkeys(row[5] for row in members)),
        published=tuple(date.fromisoformat(day) for day in dict.fromkeys(row[6] for row in members if row[6])),
    )
