"""The store: one SQLite file that holds the truth about articles, paragraphs, files and links.

The inverted index is derived from it (derivation.py) and stamped with its generation, a number that grows by one with
each write transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from bot.errors import StoreError
from bot.models import Article, Filters, Language, Paragraph
from bot.retrieval.storage.connections import Connections, FaultPoint, explained, no_fault
from bot.retrieval.storage.files import FileRecord
from bot.retrieval.storage.recent import Recent
from bot.retrieval.storage.rows import (
    EVIDENCE,
    SOURCE_COLUMNS,
    TOLD,
    WHOLE,
    ArticleHead,
    Counts,
    Sources,
    Told,
    article_of,
    conditions,
    demand,
    number_of,
    paragraph_of,
    passes,
    split_ref,
    told_of,
)
from bot.retrieval.storage.schema import bring_up_to_date, check, refuse_foreign
from bot.retrieval.storage.voices import ALSO_IN_LIMIT, Voice
from bot.retrieval.storage.writing import Writer


class Store:
    """The stored articles; safe to read from many threads while another thread or process writes.

    >>> from bot.models import Source
    >>> store = Store.open(None)
    >>> with store.writing() as writer:
    ...     source = Source("vns-asean", "en")
    ...     writer.put(Article(source, (Paragraph(source, 1, "Lâm was welcomed.", "body", "en"),))).outcome
    'added'
    >>> store.paragraph("vns-asean#1").text, store.generation
    ('Lâm was welcomed.', 1)
    """

    def __init__(self, connections: Connections) -> None:
        self.connections = connections
        self.path = connections.path
        self.id = self.meta("store")
        self._recent = Recent("")

    @classmethod
    def open(cls, path: Path | None, *, read_only: bool = False, fault: FaultPoint = no_fault) -> Store:
        """Open or create the store at `path`; None keeps it in memory.

        A file that may not be written is opened for reading. Raises StoreTooNew for a later schema, and StoreError
        for a missing file (when reading only), a foreign or damaged one.
        """
        if path is not None:
            with explained(path):
                if path.is_dir():
                    raise StoreError(f"{path} is a folder; an index is a file.")
                if read_only and not path.exists():
                    raise StoreError(f"There is no index at {path}; make one with `trich index`.")
                if not path.exists():
                    path.parent.mkdir(parents=True, exist_ok=True)
                refuse_foreign(path)
        connections = Connections(path, read_only=read_only, fault=fault)
        try:
            with connections.configuring() as db:
                if connections.writable:
                    bring_up_to_date(db, path)
                elif not check(db, path):
                    raise StoreError(f"{path} is empty and read-only; index into another file.")
            return cls(connections)
        except BaseException:
            connections.close()
            raise

    @property
    def writable(self) -> bool:
        """False where the file or its folder is read-only, or reading only was asked for."""
        return self.connections.writable

    @property
    def generation(self) -> int:
        """How many write transactions were committed; 0 for a store never written."""
        return number_of(self.meta("generation"))

    def meta(self, key: str) -> str:
        """A fact about the store itself: `store` (its random id), `generation`, `trich` (the version that made it)...

        '' for an unknown key.
        """
        with self._reading() as db:
            row = db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return row[0] if row else ""

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One write transaction, wholly kept or wholly undone. Raises StoreBusy, StoreError."""
        with self.connections.writing() as transaction:
            writer = Writer(transaction)
            yield writer
            writer.finish()

    def exclusively(self, wait: float) -> AbstractContextManager[None]:
        """Be the only indexer for a while; raises StoreBusy after `wait` seconds. Readers are not held up."""
        return self.connections.exclusively(wait)

    def article(self, article_id: str) -> Article | None:
        """One article whole, or None."""
        with self._recalling() as (db, recent):
            article = recent.articles.get(article_id)
            if article is None:
                rows = db.execute(f"{WHOLE} WHERE a.id = ? ORDER BY p.number", [article_id]).fetchall()
                if not rows:
                    return None
                article = recent.articles[article_id] = article_of(rows, recent.sources)
                recent.kept += len(rows)
        return article

    def articles(self) -> Sequence[Article]:
        """All articles, ordered by id; `heads` lists a large collection without its texts."""
        sources = Sources()
        with self._reading() as db:
            rows = db.execute(f"{WHOLE} ORDER BY a.id, p.number")
            return tuple(article_of(group, sources) for _, group in groupby(rows, key=lambda row: row[5]))

    def heads(self) -> Sequence[ArticleHead]:
        """The heads of all articles, ordered by id."""
        sources = Sources()
        sql = (
            f"SELECT {SOURCE_COLUMNS}, (SELECT count(*) FROM paragraphs p WHERE p.article = a.key) "
            "FROM articles a ORDER BY a.id"
        )
        with self._reading() as db:
            return tuple(ArticleHead(sources.of(row), row[8]) for row in db.execute(sql))

    def paragraph(self, ref: str) -> Paragraph | None:
        """The paragraph that a ref such as `vns-asean#2` names, or None."""
        parts = split_ref(ref)
        if parts is None:
            return None
        with self._reading() as db:
            row = db.execute(f"{WHOLE} WHERE a.id = ? AND p.number = ?", parts).fetchone()
        return paragraph_of(row, Sources()) if row else None

    def paragraphs(self, rowids: Sequence[int]) -> dict[int, Paragraph]:
        """The paragraphs of some rowids, in their order; those that are gone are left out."""
        if not rowids:
            return {}
        sql = f"{WHOLE} WHERE p.rowid IN (SELECT value FROM json_each(?))"
        with self._recalling() as (db, recent):
            known = recent.paragraphs
            if fresh := [rowid for rowid in rowids if rowid not in known]:
                for row in db.execute(sql, [json.dumps(fresh)]):
                    known[row[0]] = paragraph_of(row, recent.sources)
                recent.kept += len(fresh)
        return {rowid: known[rowid] for rowid in rowids if rowid in known}

    def told_by(self, article_ids: Sequence[str]) -> list[Told]:
        """The citable paragraphs of some articles, in order of article and number."""
        sql = (
            f"{TOLD} articles a ON a.id = j.value CROSS JOIN paragraphs p ON p.article = a.key "
            f"WHERE p.kind IN {EVIDENCE} ORDER BY j.key, p.number"
        )
        with self._reading() as db:
            return [*map(told_of, db.execute(sql, [json.dumps(list(article_ids))]))]

    def told(self, rowids: Sequence[int]) -> list[Told]:
        """What some rowids tell, in their order; those that are gone are left out."""
        sql = f"{TOLD} paragraphs p ON p.rowid = j.value CROSS JOIN articles a ON a.key = p.article ORDER BY j.key"
        with self._reading() as db:
            return [*map(told_of, db.execute(sql, [json.dumps(list(rowids))]))]

    def indexed_texts(self) -> list[tuple[str, Language]]:
        """Each distinct citable text with its language, as the inverted index holds them, in order of rowid."""
        sql = f"SELECT text, language, min(rowid) FROM paragraphs WHERE kind IN {EVIDENCE} GROUP BY words ORDER BY 3"
        with self._reading() as db:
            return [demand(row, str, str, int)[:2] for row in db.execute(sql)]

    def voices(self, rowids: Sequence[int], filters: Filters = Filters()) -> dict[int, Voice]:
        """For indexed rowids: the paragraph to show that passes the filters, and where else its words stand.

        Paragraphs with the same words are indexed once, under the lowest rowid; a rowid that is gone, or of whose
        paragraphs none passes, is left out.
        """
        if not rowids:
            return {}
        with self._recalling() as (db, recent):
            known = recent.alike
            if fresh := [rowid for rowid in rowids if rowid not in known]:
                for rowid, rows in groupby(db.execute(_VOICES, [json.dumps(fresh)]), key=itemgetter(0)):
                    known[rowid] = tuple(paragraph_of(row[1:], recent.sources) for row in rows)
                    recent.kept += len(known[rowid])
            found = {rowid: _voice(db, rowid, known[rowid], filters) for rowid in rowids if rowid in known}
        return {rowid: voice for rowid, voice in found.items() if voice is not None}

    def leads(self, most: int, filters: Filters = Filters()) -> dict[int, Voice]:
        """The first body paragraphs of all articles that pass the filters, newest first, as `voices`; {} for more than `most`."""
        chosen = "AND a.id IN (SELECT value FROM json_each(?2))" if filters.articles else "AND ?2 IS NOT NULL"
        with self._reading() as db:
            rows = db.execute(_LEADS.format(chosen=chosen), [SCANNED + 1, json.dumps(filters.articles)]).fetchall()
        found = self.voices([rowid for (rowid,) in rows], filters) if len(rows) <= SCANNED else {}
        return {rowid: found[rowid] for (rowid,) in rows if rowid in found} if len(found) <= most else {}

    def counts(self) -> Counts:
        """How many articles, paragraphs and files the store holds."""
        with self._reading() as db:
            tables = ("articles", "paragraphs", "files")
            return Counts(*(db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables))

    def files(self, *folders: str) -> Mapping[str, FileRecord]:
        """The files read so far by path; with `folders`, those of these paths or below them."""
        with self._reading() as db:
            rows = db.execute("SELECT * FROM files ORDER BY path")
            records = [FileRecord(*demand(row, str, int, int, str)) for row in rows]
        roots = tuple(folder.rstrip("/\\") for folder in folders)
        return {r.path: r for r in records if not roots or _below(r.path, roots)}

    def origins(self) -> dict[str, str | None]:
        """The file that each article was read from, by article id; None for one that came without a file."""
        with self._reading() as db:
            return dict(db.execute("SELECT id, origin FROM articles ORDER BY id").fetchall())

    def close(self) -> None:
        """Close all connections."""
        self.connections.close()

    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        return self.connections.reading()

    @contextmanager
    def _recalling(self) -> Iterator[tuple[sqlite3.Connection, Recent]]:
        """As `_reading`, with what was read of the same generation before; of a write under way nothing is kept."""
        with self._reading() as db:
            generation = db.execute("SELECT max(value) FROM meta WHERE key = 'generation'").fetchone()[0]
            if self.path is None and db.in_transaction:
                yield db, Recent(generation)
                return
            recent = self._recent
            if not recent.serves(generation):
                recent = self._recent = Recent(generation)
            yield db, recent


def _below(path: str, roots: Sequence[str]) -> bool:
    return any(path == root or path.startswith((f"{root}/", f"{root}\\")) for root in roots)


SCANNED = 200
"""Articles from which on nobody is told what all of them are about."""
_LEADS = f"""
SELECT (SELECT min(s.rowid) FROM paragraphs s WHERE s.words = l.words AND s.kind IN {EVIDENCE})
FROM (
    SELECT p.words, a.published, a.id FROM articles a CROSS JOIN paragraphs p ON p.article = a.key
    WHERE p.number = (SELECT min(b.number) FROM paragraphs b WHERE b.article = a.key AND b.kind = 'body') {{chosen}}
    LIMIT ?1) l
ORDER BY l.published DESC, l.id
"""
_VOICES = f"""
SELECT q.rowid, p.rowid, p.number, p.text, p.kind, p.language, {SOURCE_COLUMNS}
FROM json_each(?) w CROSS JOIN paragraphs q ON q.rowid = w.value
CROSS JOIN paragraphs p ON p.rowid IN (
    SELECT s.rowid FROM paragraphs s WHERE s.words = q.words AND s.kind IN {EVIDENCE}
    ORDER BY s.rowid LIMIT {ALSO_IN_LIMIT + 1})
JOIN articles a ON a.key = p.article ORDER BY q.rowid, p.rowid
"""
"""Beside each wanted rowid the first paragraphs with its words, as WHOLE tells them."""


def _voice(db: sqlite3.Connection, rowid: int, paragraphs: Sequence[Paragraph], filters: Filters) -> Voice | None:
    """The first paragraph that passes speaks for all with the same words; `paragraphs` are the first of them."""
    shown = next((p for p in paragraphs if passes(p, filters)), None)
    if shown is None and len(paragraphs) > ALSO_IN_LIMIT:
        condition, values = conditions(filters)
        same = "p.words = (SELECT words FROM paragraphs WHERE rowid = ?)"
        further = f"{WHOLE} WHERE {same} AND p.kind IN {EVIDENCE} AND {condition} ORDER BY p.rowid LIMIT 1"
        row = db.execute(further, [rowid, *values]).fetchone()
        shown = row and paragraph_of(row, Sources())
    if shown is None:
        return None
    return Voice(shown, tuple(p.ref for p in paragraphs if p is not shown)[:ALSO_IN_LIMIT])
