"""SQLite connections to one store file: snapshots to read, transactions to write, one writer at a time.

WAL mode: readers see the last committed state and never wait (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bot.errors import StoreBusy, StoreError

FaultPoint = Callable[[str], None]
"""Called with the name of a write just before it; a test makes it raise or kill."""

CACHE_KIB = 32_768
"""Of the writer, whose indexes are written at random places: twice what one batch of paragraphs writes."""
READER_CACHE_KIB = 16_384
BUSY_SECONDS = 30.0


def no_fault(_point: str) -> None:
    """The fault point of production: nothing happens."""


class Transaction:
    """What a write transaction may do; every statement passes the fault point."""

    __slots__ = ("_db", "_fault")

    def __init__(self, db: sqlite3.Connection, fault: FaultPoint) -> None:
        self._db = db
        self._fault = fault

    def execute(self, sql: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        self._fault(sql)
        return self._db.execute(sql, tuple(values))

    def executemany(self, sql: str, rows: Iterable[Iterable[Any]]) -> None:
        """Run one statement for every row."""
        self._fault(sql)
        self._db.executemany(sql, rows)  # type: ignore[arg-type]

    def one(self, sql: str, values: Iterable[Any] = ()) -> Any:
        """The first row of a query, or None; reading, so no fault point."""
        return self._db.execute(sql, tuple(values)).fetchone()

    def all(self, sql: str, values: Iterable[Any] = ()) -> list[Any]:
        """All rows of a query; reading, so no fault point."""
        return self._db.execute(sql, tuple(values)).fetchall()


class Connections:
    """The connections to one store: a pool for readers, one at a time for the writer.

    `path` None keeps the store in memory: one connection, one user at a time.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False, fault: FaultPoint = no_fault) -> None:
        self.path = path
        self.writable = not read_only and (path is None or _may_write(path))
        self._fault = fault
        self._idle: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._alone = threading.RLock()
        self._memory = _tuned(_connect(":memory:"), CACHE_KIB) if path is None else None
        self._writer = self._memory
        self._closed = False
        self._copy: tempfile.TemporaryDirectory[str] | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection inside one read transaction: everything read comes from one committed state."""
        if self._memory is not None:
            with self._alone, explained(self.path):
                yield self._memory
            return
        with explained(self.path):
            db = self._borrow()
            try:
                db.execute("BEGIN")
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.close()
                raise
            self._give_back(db)

    @contextmanager
    def reading_own(self) -> Iterator[sqlite3.Connection]:
        """As `reading`, by the writer's connection where there is one: what it wrote is still in its cache."""
        with self._alone:
            if self._writer is None or self._writer.in_transaction:
                with self.reading() as db:
                    yield db
                return
            with explained(self.path):
                yield self._writer

    @contextmanager
    def configuring(self) -> Iterator[sqlite3.Connection]:
        """The connection as it is, outside any transaction, to look at the schema or change it."""
        with self._alone, explained(self.path):
            if self._writer is None and self.writable:
                self._writer = self._connect(CACHE_KIB)
            db = self._writer or self._borrow()
            try:
                yield db
            finally:
                if db is not self._writer:
                    self._give_back(db)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One write transaction: committed when the block ends, rolled back when it raises.

        Raises StoreBusy when another process writes for longer than 30 s, StoreError when the disk is full.
        """
        if not self.writable:
            raise StoreError(f"{self.path} cannot be written: the file or its folder is read-only.")
        with self._alone, explained(self.path):
            if self._writer is None:
                self._writer = self._connect(CACHE_KIB)
            db = self._writer
            try:
                self._fault("begin")
                db.execute("BEGIN IMMEDIATE")
                yield Transaction(db, self._fault)
                self._fault("commit")
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    with suppress(sqlite3.Error):
                        db.execute("ROLLBACK")
                raise

    @contextmanager
    def exclusively(self, wait: float) -> Iterator[None]:
        """Be the only one that indexes into this store, over many transactions; readers are not held up.

        The lock is SQLite's own, on a file beside the store, so a killed process leaves none behind. Raises
        StoreBusy after `wait` seconds.
        """
        if self.path is None:
            with self._alone:
                yield
            return
        if not self.writable:
            raise StoreError(f"{self.path} cannot be written: the file or its folder is read-only.")
        if not self.path.exists():
            raise StoreError(
                f"{self.path} was removed while it was in use: start again, and the articles are indexed anew."
            )
        with explained(self.path):
            lock = _connect(Path(f"{self.path}-lock"), wait)
        try:
            with explained(self.path):
                lock.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            lock.close()

    def close(self) -> None:
        """Close the idle connections; the last one to close folds the write-ahead log into the file."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        with self._alone:
            for db in idle if self._writer is None else (*idle, self._writer):
                db.close()
        if self._copy is not None:
            self._copy.cleanup()

    def _borrow(self) -> sqlite3.Connection:
        with self._guard:
            if self._idle:
                return self._idle.pop()
        return self._connect()

    def _give_back(self, db: sqlite3.Connection) -> None:
        with self._guard:
            if not self._closed:
                self._idle.append(db)
                return
        db.close()

    def _connect(self, cache_kib: int = READER_CACHE_KIB) -> sqlite3.Connection:
        if self.path is None:
            raise ValueError("a store in memory has one connection")
        if self.writable:
            return _tuned(_connect(self.path), cache_kib)
        return self._connect_read_only(self.path)

    def _connect_read_only(self, path: Path) -> sqlite3.Connection:
        """Open a file that we may not write; one with an unfolded log in a folder we may not write is copied first.

        SQLite reads a WAL file only where it can make its index (https://www.sqlite.org/wal.html#read_only_databases).
        """
        if self._copy is not None:
            return _connect(_uri(Path(self._copy.name) / path.name, "mode=ro"))
        log = Path(f"{path}-wal")
        if os.access(path.parent, os.W_OK) or Path(f"{path}-shm").exists():
            return _connect(_uri(path, "mode=ro"))
        if not log.exists() or not log.stat().st_size:
            return _connect(_uri(path, "mode=ro&immutable=1"))
        self._copy = tempfile.TemporaryDirectory(prefix="trich-")
        for file in (path, log):
            shutil.copy(file, self._copy.name)
        return self._connect_read_only(path)


def _connect(place: Path | str, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    uri = isinstance(place, str)
    # A file may be called `:memory:`, which SQLite takes for none.
    return sqlite3.connect(
        place if uri else os.path.abspath(place), timeout=wait, isolation_level=None, check_same_thread=False, uri=uri
    )


def _tuned(db: sqlite3.Connection, cache_kib: int) -> sqlite3.Connection:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"cache_size = -{cache_kib}"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _uri(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?{mode}"


def _may_write(path: Path) -> bool:
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return True


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn SQLite's and the system's errors into one sentence that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(error, path) from error
    except OSError as error:
        raise StoreError(f"{error.filename or path} cannot be used: {error.strerror or error}.") from error


def _explain(error: sqlite3.Error, path: Path | None) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(f"Another process is indexing into {path}; try again when it is done.")
    if code == sqlite3.SQLITE_ERROR and str(error).startswith("no such"):
        return StoreError(f"{path} lacks a part ({error}): move it away and index the articles again.")
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"The disk is full: {path} keeps its last committed state; free some space and index again.")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreError(f"{path} is damaged or not a store: move it away and index the articles again.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreError(f"{path} cannot be opened: see that its folder exists and may be read.")
    if code == sqlite3.SQLITE_READONLY:
        return StoreError(f"{path} cannot be written: the file or its folder is read-only.")
    return StoreError(f"{path} cannot be used: {error}.")
