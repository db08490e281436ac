"""Near copies: articles that say nearly the same, found by the signatures kept with them and linked when they changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from bot.retrieval.storage.rows import number_of
from bot.retrieval.storage.store import Store

FindNear = Callable[[bytes | bytearray, Sequence[bool]], Iterable[tuple[int, int, float]]]
"""Given signatures end to end, oldest article first, and which of them are new: the places of a copy and of the article
before it that it copies, with their resemblance in 0..1; one of the two is new."""

SIGNATURE_BYTES = 512
"""The length of a signature; one of another length is of another version and passed over."""

_FRESH = """
SELECT article FROM paragraphs WHERE generation > ?1
UNION
SELECT a.key FROM tombstones t JOIN articles a ON a.id = t.article_id WHERE t.generation > ?1
"""
_SIGNED = (
    "SELECT key, signature FROM articles "
    f"WHERE length(signature) = {SIGNATURE_BYTES} AND typeof(signature) = 'blob' ORDER BY key"
)
_FORGET = (
    "DELETE FROM near WHERE article IN (SELECT value FROM json_each(?1)) OR other IN (SELECT value FROM json_each(?1))"
)
_LINK = (
    "INSERT OR REPLACE INTO near SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM articles WHERE key = ?1) "
    "AND EXISTS (SELECT 1 FROM articles WHERE key = ?2)"
)
_NEAR = """
SELECT a.id, b.id, n.similarity FROM near n JOIN articles a ON a.key = n.article JOIN articles b ON b.key = n.other
UNION
SELECT b.id, a.id, n.similarity FROM near n JOIN articles a ON a.key = n.article JOIN articles b ON b.key = n.other
ORDER BY 1, 3 DESC, 2
"""


def near_articles(store: Store) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each article that has any, its near copies with their resemblance (0..1), the closest first."""
    with store.connections.reading() as db:
        groups = groupby(db.execute(_NEAR), key=lambda row: row[0])
        return {one: tuple((other, similarity) for _, other, similarity in rows) for one, rows in groups}


def link_near(store: Store, find: FindNear) -> None:
    """Look for the near copies of and among the articles that changed since this was last done. Raises StoreError."""
    generation = store.generation
    with store.connections.reading() as db:
        fresh = {key for (key,) in db.execute(_FRESH, [number_of(store.meta("neared") or "0")])}
        if not fresh:
            return
        keys: list[int] = []
        signatures = bytearray()
        for key, signature in db.execute(_SIGNED):
            keys.append(key)
            signatures += signature
    found = find(signatures, [key in fresh for key in keys])
    rows = [(keys[copy], keys[first], resemblance) for copy, first, resemblance in found]
    with store.connections.writing() as transaction:
        if transaction.one("SELECT 1 FROM near"):
            transaction.execute(_FORGET, [json.dumps(sorted(fresh))])
        if rows:
            transaction.executemany(_LINK, rows)
        transaction.execute("INSERT OR REPLACE INTO meta VALUES ('neared', ?)", [str(generation)])
