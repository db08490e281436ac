"""Twins: paragraphs that tell the same in the other language, kept by rowid and found by a function of the caller."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.retrieval.storage.store import Store


@dataclass(frozen=True, slots=True)
class Twin:
    """Two paragraphs by rowid that tell the same; `score` orders the twins of one paragraph, higher is closer."""

    paragraph: int
    twin: int
    score: float

    def __post_init__(self) -> None:
        if self.paragraph == self.twin:
            raise ValueError(f"paragraph {self.paragraph} is not its own twin")


_TO_LINK = """
SELECT DISTINCT a.id FROM paragraphs p JOIN articles a ON a.key = p.article
WHERE p.generation > (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'twinned') ORDER BY a.id
"""
_OF_ARTICLES = "SELECT rowid FROM paragraphs WHERE article IN (SELECT key FROM articles WHERE id IN " \
    "(SELECT value FROM json_each(?1)))"  # fmt: skip
_UNLINK = f"DELETE FROM twins WHERE paragraph IN ({_OF_ARTICLES}) OR twin IN ({_OF_ARTICLES})"
_LINK = (
    "INSERT OR REPLACE INTO twins SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM paragraphs WHERE rowid = ?) "
    "AND EXISTS (SELECT 1 FROM paragraphs WHERE rowid = ?)"
)
_BEST = """
WITH wanted (one) AS (SELECT value FROM json_each(?))
SELECT one, other, max(score) FROM (
    SELECT one, twin AS other, score FROM wanted JOIN twins ON paragraph = one
    UNION ALL
    SELECT one, paragraph, score FROM wanted JOIN twins ON twin = one
) GROUP BY one
"""


def articles_to_link(store: Store) -> tuple[str, ...]:
    """The ids of the articles that changed since twins were last looked for, in order."""
    with store.connections.reading() as db:
        return tuple(article_id for (article_id,) in db.execute(_TO_LINK))


def replace_twins(store: Store, article_ids: Sequence[str], twins: Iterable[Twin]) -> None:
    """Add twins in place of those of some articles' paragraphs; rowids that are gone are passed over.

    Raises StoreError.
    """
    rows = [(t.paragraph, t.twin, t.score, t.paragraph, t.twin) for t in twins]
    with store.connections.writing() as transaction:
        if article_ids and transaction.one("SELECT 1 FROM twins"):
            transaction.execute(_UNLINK, [json.dumps(list(article_ids))])
        if rows:
            transaction.executemany(_LINK, rows)


def mark_linked(store: Store, generation: int) -> None:
    """Note that the twins of everything up to a generation were looked for. Raises StoreError."""
    with store.connections.writing() as transaction:
        transaction.execute("UPDATE meta SET value = ? WHERE key = 'twinned'", [str(generation)])


def best_twins(store: Store, rowids: Sequence[int]) -> dict[int, Twin]:
    """The closest twin of each paragraph that has one, in the order asked."""
    if not rowids:
        return {}
    with store.connections.reading() as db:
        found = {row[0]: Twin(*row) for row in db.execute(_BEST, [json.dumps(list(rowids))])}
    return {rowid: found[rowid] for rowid in rowids if rowid in found}
