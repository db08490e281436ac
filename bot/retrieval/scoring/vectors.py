"""Embedding vectors of paragraphs, kept in the store as IEEE half floats, one set for each model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.errors import StoreError
from bot.retrieval.storage.rows import EVIDENCE, demand
from bot.retrieval.storage.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MISSING = f"""
SELECT p.rowid FROM paragraphs p WHERE p.kind IN {EVIDENCE} AND p.rowid > ?
AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.paragraph = p.rowid AND v.model = ?)
AND NOT EXISTS (SELECT 1 FROM paragraphs q WHERE q.words = p.words AND q.kind IN {EVIDENCE} AND q.rowid < p.rowid)
ORDER BY p.rowid LIMIT ?
"""
_LOAD = "SELECT paragraph, vector FROM vectors WHERE model = ? ORDER BY paragraph"
_PUT = "INSERT OR REPLACE INTO vectors SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM paragraphs WHERE rowid = ?)"


def without_vector(store: Store, model: str, limit: int, *, after: int = 0) -> tuple[int, ...]:
    """At most `limit` rowids above `after` that are indexed and have no vector of `model`, ascending."""
    with store.connections.reading() as db:
        return tuple(rowid for (rowid,) in db.execute(_MISSING, [after, model, limit]))


def put_vectors(store: Store, model: str, rowids: Sequence[int], matrix: NDArray[np.floating]) -> None:
    """Keep one row of `matrix` for each rowid, as float16; rowids that are gone are passed over. Raises StoreError."""
    if len(rowids) != len(matrix):
        raise ValueError(f"{len(rowids)} rowids for {len(matrix)} vectors")
    halves = matrix.astype("<f2")
    with store.connections.writing() as transaction:
        rows = ((rowid, model, row.tobytes(), rowid) for rowid, row in zip(rowids, halves, strict=True))
        transaction.executemany(_PUT, rows)


def load_vectors(store: Store, model: str) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    """All rowids with a vector of `model`, ascending, and the vectors, a row each.

    Raises StoreError when the vectors differ in length.
    """
    import numpy as np

    with store.connections.reading() as db:
        rows = [demand(row, int, bytes) for row in db.execute(_LOAD, [model])]
    rowids = np.fromiter((rowid for rowid, _ in rows), dtype=np.int64, count=len(rows))
    lengths = {len(vector) for _, vector in rows}
    if len(lengths) > 1 or any(length % 2 for length in lengths):
        raise StoreError(f"The vectors of {model} in {store.path} differ in length; remove them and embed again.")
    width = len(rows[0][1]) // 2 if rows else 0
    matrix = np.frombuffer(b"".join(vector for _, vector in rows), dtype="<f2").reshape(len(rows), width)
    return rowids, matrix


def remove_vectors(store: Store, model: str) -> None:
    """Drop all vectors of a model. Raises StoreError."""
    with store.connections.writing() as transaction:
        transaction.execute("DELETE FROM vectors WHERE model = ?", [model])
