"""The tables of the store and how a file comes to have them: creation is migration from version 0.

A step is never edited once released; a change of the tables is a further step.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bot.errors import StoreError, StoreTooNew

APPLICATION_ID = 0x54524348
"""`TRCH` in the header of the file, so that another program's database is told apart."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, url TEXT, file TEXT,
    origin TEXT,
    digest BLOB NOT NULL,
    signature BLOB
);
CREATE INDEX articles_by_origin ON articles (origin);

CREATE TABLE paragraphs (
    rowid INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    hash BLOB NOT NULL,
    words BLOB NOT NULL,
    generation INTEGER NOT NULL
);
CREATE INDEX paragraphs_by_article ON paragraphs (article, number);
CREATE INDEX paragraphs_by_words ON paragraphs (words);
CREATE INDEX paragraphs_by_generation ON paragraphs (generation);

CREATE TABLE tombstones (
    rowid INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL, number INTEGER NOT NULL,
    hash BLOB NOT NULL, words BLOB NOT NULL,
    generation INTEGER NOT NULL
);
CREATE INDEX tombstones_by_ref ON tombstones (article_id, number);
CREATE INDEX tombstones_by_generation ON tombstones (generation);

CREATE TABLE near (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    similarity REAL NOT NULL,
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX near_by_other ON near (other);

CREATE TABLE twins (
    paragraph INTEGER NOT NULL REFERENCES paragraphs (rowid) ON DELETE CASCADE,
    twin INTEGER NOT NULL REFERENCES paragraphs (rowid) ON DELETE CASCADE,
    score REAL NOT NULL,
    PRIMARY KEY (paragraph, twin)
) WITHOUT ROWID;
CREATE INDEX twins_by_twin ON twins (twin);

CREATE TABLE vectors (
    paragraph INTEGER NOT NULL REFERENCES paragraphs (rowid) ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (paragraph, model)
);
CREATE INDEX vectors_by_model ON vectors (model, paragraph);
"""

STEPS: Sequence[str] = (_TABLES,)
"""Step n leads from schema version n to n + 1."""


def bring_up_to_date(db: sqlite3.Connection, path: Path | None, steps: Sequence[str] = STEPS) -> None:
    """Create or migrate the tables in one transaction; a file that is up to date is not written.

    `db` is in autocommit mode. Raises StoreTooNew for a later schema, StoreError for a foreign database.
    """
    if check(db, path, steps) == len(steps):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for number in range(check(db, path, steps), len(steps)):
            for statement in _statements(steps[number]):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(steps)}")
        first = {"store": uuid.uuid4().hex, "generation": "0", "twinned": "0", "neared": "0"}
        db.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", first.items())
        db.execute("INSERT OR REPLACE INTO meta VALUES ('trich', ?)", (trich_version(),))
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def refuse_foreign(path: Path) -> None:
    """Raise StoreError for the database of another program, told by its header: opening it would change its bytes.

    The header's application id stands at byte 68, the page size at 16 (https://www.sqlite.org/fileformat2.html); a log
    beside the file may hold a later header, so such a file is left to `check`.
    """
    log = path.with_name(f"{path.name}-wal")
    if not path.is_file() or (log.exists() and log.stat().st_size):
        return
    with path.open("rb") as file:
        header = file.read(100)
    whole = len(header) == 100 and header.startswith(b"SQLite format 3\x00")
    page = int.from_bytes(header[16:18], "big") if whole else 0
    if (
        whole
        and path.stat().st_size > (page if page > 1 else 65536)
        and int.from_bytes(header[68:72], "big") != APPLICATION_ID
    ):
        raise StoreError(f"{path} is a database of another program; name another index file.")


def check(db: sqlite3.Connection, path: Path | None, steps: Sequence[str] = STEPS) -> int:
    """The schema version of an open database, 0 for an empty one; raises as `bring_up_to_date`."""
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    if owner != APPLICATION_ID and (found or db.execute("SELECT 1 FROM sqlite_master").fetchone()):
        raise StoreError(f"{path} is a database of another program; name another index file.")
    planted = db.execute("SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
    if found < 0 or planted:
        raise StoreError(f"{path} holds what Trích never writes: move it away and index the articles again.")
    if found > len(steps):
        raise StoreTooNew(f"{path} was written by a later version of Trích (schema {found}); upgrade Trích to read it.")
    return found


def trich_version() -> str:
    """The installed version of Trích, or `unknown` when it runs from a folder that was never installed."""
    try:
        return version("trich")
    except PackageNotFoundError:
        return "unknown"


def _statements(script: str) -> list[str]:
    return [s for s in script.split(";\n") if s.strip()]
