"""What became of a paragraph that was cited earlier? Told by its content hash, so a citation keeps its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.models import Paragraph
from bot.retrieval.storage.rows import WHOLE, Sources, paragraph_of, split_ref
from bot.retrieval.storage.store import Store

_STORED = WHOLE.replace(" FROM ", ", p.hash, p.generation FROM ", 1)
_IN_ARTICLE = f"{_STORED} WHERE a.id = ? AND p.hash = ? ORDER BY p.number"
_ELSEWHERE = f"{_STORED} WHERE p.words = ? AND p.hash = ? ORDER BY p.rowid"
_BURIED = "SELECT words, generation FROM tombstones WHERE article_id = ? AND hash = ? ORDER BY generation DESC"

ResolutionStatus = Literal["current", "moved", "changed", "removed", "unknown"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The fate of a citation.

    current  the ref still names the cited text (`paragraph`)
    moved    the text stands at another ref (`paragraph`): a paragraph was put before it, its file was re-read
    changed  the ref names a text that was edited since (`paragraph`)
    removed  the text was there and is gone
    unknown  no such text was ever stored under the ref
    """

    status: ResolutionStatus
    paragraph: Paragraph | None = None


def resolve(store: Store, ref: str, content_hash: str) -> Resolution:
    """The fate of a citation of `ref` whose paragraph had `content_hash` (`bot.retrieval.storage.hashing`) when cited.

    Raises ValueError when the hash is not 32 hexadecimal digits, StoreError when the store cannot be read.
    """
    wanted = bytes.fromhex(content_hash)
    if len(wanted) != 16:
        raise ValueError(f"a content hash has 32 hexadecimal digits: {content_hash!r}")
    article_id, number = split_ref(ref) or ("", 0)
    with store.connections.reading() as db:
        here = db.execute(f"{_STORED} WHERE a.id = ? AND p.number = ?", [article_id, number]).fetchone()
        if here is not None and here[-2] == wanted:
            return Resolution("current", paragraph_of(here, Sources()))
        moved = db.execute(_IN_ARTICLE, [article_id, wanted]).fetchone()
        buried = db.execute(_BURIED, [article_id, wanted]).fetchone()
        if moved is None and buried is not None:
            moved = db.execute(_ELSEWHERE, [buried[0], wanted]).fetchone()
    if moved is not None:
        return Resolution("moved", paragraph_of(moved, Sources()))
    if buried is None:
        return Resolution("unknown")
    # A paragraph written by the transaction that buried the cited one replaces it; an older one has merely moved up.
    if here is not None and here[-1] >= buried[1]:
        return Resolution("changed", paragraph_of(here, Sources()))
    return Resolution("removed")
