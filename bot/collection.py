"""A collection: folders, files and URLs kept in step with a store, reading only what changed."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path
from typing import Any

from bot.errors import StoreBusy, StoreError
from bot.ingest.collection import is_url, read_collection
from bot.ingest.intake.files import with_status
from bot.ingest.intake.reading import FileStamp, Reading, Report
from bot.ingest.text.identity import shown
from bot.language.words.normalise import fold
from bot.retrieval.indexing.changes import Change, FileGone, FileMoved, FileRead, FileTouched, IndexReport, PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.storage.files import UNTRUSTED, FileRecord
from bot.retrieval.storage.store import Store
from bot.settings import Settings, data_folder

PATIENCE = 0.5
"""Seconds that a question waits for another process that indexes, before the last commit answers it."""
_FRESH_NS = 2_000_000_000
_OWN_ENDINGS = ("", "-wal", "-shm", "-journal", "-lock", "-lock-journal", "-terms")
Tell = Callable[[Reading], None]


@dataclass(slots=True)
class CollectionReport:
    """What became of every file, and what changed in the store."""

    files: Report = field(default_factory=Report)
    index: IndexReport = field(default_factory=IndexReport)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of `trich index --json`."""
        changed = {n: getattr(self.index, n) for n in ("added", "changed", "removed", "moved", "paragraphs")}
        rows = [row.to_dict() for row in self.files.rows]
        return {"schema": 1, "files": self.files.counts, "articles": changed, "rows": rows}


class Collection:
    """The paths of a collection and the indexer of its store."""

    def __init__(self, paths: Sequence[str], indexer: Indexer, settings: Settings) -> None:
        self.paths, self.indexer, self.settings = tuple(paths), indexer, settings

    @property
    def store(self) -> Store:
        """The truth about the articles."""
        return self.indexer.store

    @property
    def own_files(self) -> frozenset[str]:
        """The absolute paths of the store's files and of the folder of its index, which may lie among the articles."""
        path = self.store.path
        return frozenset() if path is None else frozenset(os.path.abspath(f"{path}{end}") for end in _OWN_ENDINGS)

    def refresh(self, tell: Tell | None = None) -> CollectionReport:
        """Bring the store in step with the paths; `tell` hears of each file as it is read.

        Raises ArticleError for a missing path or when nothing was an article, StoreBusy, StoreError.
        """
        report = CollectionReport()
        if self.paths:
            report.index = self.indexer.apply(self._changes(report, tell or (lambda reading: None)))
        return report

    def refresh_if_possible(self) -> None:
        """`refresh`, but a store that cannot be written now serves what it holds, if it holds anything."""
        if self.store.counts().articles:
            self.indexer.wait = PATIENCE
        try:
            if self.store.writable:
                self.refresh()
                return
        except (StoreBusy, StoreError):
            if not self.store.counts().articles:
                raise
        if not self.store.counts().articles:
            raise StoreError(
                f"{self.store.path} holds no article and cannot be written; name another file with --index."
            )

    def close(self) -> None:
        """Close the index and the store."""
        self.indexer.close()
        self.store.close()

    def _changes(self, report: CollectionReport, tell: Tell) -> Iterator[Change]:
        records = self.store.files(*map(path_key, self.paths))
        known = _KnownFiles(records)
        for found in read_collection(
            self.paths, self.settings, known, self._reserved(records), passed_over=self.own_files
        ):
            reading, changes = _file_changes(found, known)
            report.files.add(reading)
            tell(reading)
            yield from changes
        for path in known.gone:
            yield FileGone(path)

    def _reserved(self, records: Mapping[str, FileRecord]) -> tuple[str, ...]:
        """The article ids that belong to files outside the paths."""
        return tuple(article_id for article_id, origin in self.store.origins().items() if origin not in records)


class _KnownFiles:
    """The files of the paths as the store remembers them; called with a stamp, tells whether the file is as it was."""

    def __init__(self, records: Mapping[str, FileRecord]) -> None:
        self.records = records
        self.gone = {p: r for p, r in records.items() if not is_url(p) and _is_gone(key_path(p))}
        self._gone = _by_digest(self.gone.values())
        self._holders = _by_text(r for p, r in records.items() if p not in self.gone)

    def __call__(self, stamp: FileStamp) -> bool:
        record = self.records.get(path_key(stamp.path))
        same = record is not None and (record.size, record.mtime_ns) == (stamp.size, stamp.mtime_ns)
        return same and record is not None and record.digest.endswith(f":{stamp.reader}")

    def take_moved(self, digest: str) -> FileRecord | None:
        """A file of that content which is gone, to be renamed; each is taken once."""
        paths = self._gone.get(digest)
        return self.gone.pop(paths.pop()) if paths else None

    def same_text(self, content_hash: str, path: str) -> str | None:
        """The name of another file that holds this text and has not changed since it was read."""
        holder = self._holders.get(content_hash)
        if holder is None or holder.path == path or not _as_recorded(holder):
            return None
        return shown(os.path.basename(key_path(holder.path)))


def _is_gone(path: str) -> bool:
    """Is there nothing where a file was read, or a folder? What a closed folder hides for a while is not gone."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False


def _by_digest(records: Iterable[FileRecord]) -> dict[str, list[str]]:
    """The paths of each content, in falling order, to be taken from the end."""
    paths: dict[str, list[str]] = {}
    for record in sorted(records, key=lambda r: r.path, reverse=True):
        paths.setdefault(record.digest, []).append(record.path)
    return paths


def _by_text(records: Iterable[FileRecord]) -> dict[str, FileRecord]:
    holders: dict[str, FileRecord] = {}
    for record in records:
        holders.setdefault(record.digest.partition(":")[0], record)
    return holders


def _as_recorded(record: FileRecord) -> bool:
    try:
        status = os.stat(key_path(record.path))
    except OSError:
        return False
    return status.st_size == record.size and record.mtime_ns in (status.st_mtime_ns, UNTRUSTED)


def _file_changes(reading: Reading, known: _KnownFiles) -> tuple[Reading, Sequence[Change]]:
    """What one file changes: a refused file leaves what was stored of it as it is, an emptied one takes it away.

    A file that was read again and says the same comes back as `unchanged`, a copy of an unchanged one as `duplicate`.
    """
    stamp, path = reading.stamp, path_key(reading.stamp.path or reading.stamp.file)
    before = known.records.get(path)
    if reading.status in ("unchanged", "refused") or (reading.status == "skipped" and before is None):
        return reading, ()
    settled = time.time_ns() - stamp.mtime_ns > _FRESH_NS
    digest = f"{reading.content_hash}:{stamp.reader}"
    record = FileRecord(path, stamp.size, stamp.mtime_ns if settled else UNTRUSTED, digest)
    if before and before.digest == digest:
        same = Reading(stamp, "unchanged", f"{reading.file} is unchanged.", removed=reading.removed)
        return same, (FileTouched(record),)
    moved = known.take_moved(digest) if reading.articles and before is None else None
    if moved:
        return reading, (FileMoved(moved.path, record, stamp.file),)
    holder = known.same_text(reading.content_hash, path) if reading.status == "read" else None
    if holder:
        reading = with_status(reading, holder)
    worked_out = zip_longest(reading.articles, reading.signatures, reading.terms)
    puts = [PutArticle(article, path, signature, terms or ()) for article, signature, terms in worked_out]
    return reading, (*puts, FileRead(record))


def path_key(path: str) -> str:
    r"""A path as the store names it: a byte that is no UTF-8 becomes NUL and two digits, as no path holds a NUL.

    >>> path_key("tin/\udcff.txt")
    'tin/\x00ff.txt'
    """
    return re.sub("[\udc80-\udcff]", lambda byte: f"\0{ord(byte[0]) - 0xDC00:02x}", path)


def key_path(key: str) -> str:
    r"""The path of a `path_key`.

    >>> key_path("tin/\x00ff.txt")
    'tin/\udcff.txt'
    """
    return re.sub("\0([89a-f][0-9a-f])", lambda byte: chr(0xDC00 + int(byte[1], 16)), key)


def absolute(paths: Sequence[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Each path in absolute form, each URL as it is."""
    return tuple(str(p) if is_url(str(p)) else os.path.abspath(p) for p in paths)


def default_store(paths: Sequence[str], settings: Settings) -> Path:
    """The store of a collection for which no file was named: told apart by its paths.

    >>> default_store(["/news/asean"], Settings(home="stores")).name
    'asean-8cf42f92.db'
    """
    key = blake2b("\n".join(sorted(paths)).encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
    name = re.sub(r"[^a-z0-9]+", "-", fold(Path(paths[0]).name)).strip("-")[:40] or "articles"
    return settings.home_folder / f"{name}-{key}.db"


def seeds() -> tuple[str, ...]:
    """The shipped seed articles."""
    with suppress(OSError):
        return (str(data_folder("seeds").resolve()),)
    return (str(data_folder("seeds")),)
