"""A collection: folders, files and URLs kept in step with a store, reading only what changed."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bot.errors import StoreBusy, StoreError
from bot.ingest.collection import is_url, read_collection
from bot.ingest.reading import FileStamp, Reading
from bot.language.normalise import fold
from bot.models import Article
from bot.retrieval.changes import Change, FileGone, FileMoved, FileRead, FileTouched, IndexReport, PutArticle
from bot.retrieval.files import UNTRUSTED, FileRecord
from bot.retrieval.indexing import Indexer
from bot.retrieval.store import Store
from bot.settings import Settings, data_folder

_FRESH_NS = 2_000_000_000
Tell = Callable[[Reading], None]


@dataclass(slots=True)
class CollectionReport:
    """What became of every file, and what changed in the store."""

    rows: list[Reading] = field(default_factory=list)
    index: IndexReport = field(default_factory=IndexReport)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of `trich index --json`."""
        counts = {
            s: sum(r.status == s for r in self.rows) for s in ("read", "unchanged", "duplicate", "skipped", "refused")
        }
        changed = {n: getattr(self.index, n) for n in ("added", "changed", "removed", "moved", "paragraphs")}
        return {"schema": 1, "files": counts, "articles": changed, "rows": [row.to_dict() for row in self.rows]}


class Collection:
    """The paths of a collection and the indexer of its store."""

    def __init__(self, paths: Sequence[str], indexer: Indexer, settings: Settings) -> None:
        self.paths, self.indexer, self.settings = tuple(paths), indexer, settings

    @property
    def store(self) -> Store:
        """The truth about the articles."""
        return self.indexer.store

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
        records = self.store.files(*self.paths)
        gone = {r.digest: r for path, r in records.items() if not is_url(path) and not os.path.lexists(path)}
        copies = _Copies(self.store)
        for found in read_collection(self.paths, self.settings, _known(records), self._reserved(records)):
            reading, changes = _file_changes(found, records, gone, copies)
            report.rows.append(reading)
            tell(reading)
            yield from changes
        for record in gone.values():
            yield FileGone(record.path)

    def _reserved(self, records: Mapping[str, FileRecord]) -> tuple[str, ...]:
        """The article ids that belong to files outside the paths."""
        own = {article_id for path in records for article_id in self.store.file_articles(path)}
        return tuple(head.source.id for head in self.store.heads() if head.source.id not in own)


def _known(records: Mapping[str, FileRecord]) -> Callable[[FileStamp], bool]:
    def known(stamp: FileStamp) -> bool:
        record = records.get(stamp.path)
        same = record is not None and (record.size, record.mtime_ns) == (stamp.size, stamp.mtime_ns)
        return same and record is not None and record.digest.endswith(f":{stamp.reader}")

    return known


def _file_changes(
    reading: Reading, records: Mapping[str, FileRecord], gone: dict[str, FileRecord], copies: _Copies
) -> tuple[Reading, Sequence[Change]]:
    """What one file changes: a refused file leaves what was stored of it as it is, an emptied one takes it away.

    A file that was read again and says the same comes back as `unchanged`.
    """
    stamp, path = reading.stamp, reading.stamp.path or reading.stamp.file
    if reading.status in ("unchanged", "refused") or (reading.status == "skipped" and path not in records):
        return reading, ()
    settled = time.time_ns() - stamp.mtime_ns > _FRESH_NS
    digest = f"{reading.content_hash}:{stamp.reader}"
    record = FileRecord(path, stamp.size, stamp.mtime_ns if settled else UNTRUSTED, digest)
    before = records.get(path)
    if before and before.digest == digest:
        same = Reading(stamp, "unchanged", f"{reading.file} is unchanged.", removed=reading.removed)
        return same, (FileTouched(record),)
    if reading.articles and before is None and digest in gone:
        return reading, (FileMoved(gone.pop(digest).path, record, stamp.file),)
    puts = [PutArticle(a, path, *copies.of(a)) for a in reading.articles]
    return reading, (*puts, FileRead(record))


class _Copies:
    """Near copies among the articles (MinHash); the signatures in the store are read when the first one is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._copies: Any = None

    def of(self, article: Article) -> tuple[bytes | None, tuple[tuple[str, float], ...]]:
        """The article's signature and its near copies with their resemblance in 0..1."""
        import numpy as np

        from bot.ingest.duplicates import HASHES, NearCopies, signature  # numpy, which answering does not need

        if self._copies is None:
            self._copies = NearCopies()
            for article_id, raw in self._store.signatures():
                if len(raw) == 4 * HASHES:
                    self._copies.add_signature(article_id, np.frombuffer(raw, np.uint32))
        sign = signature(" ".join(p.text for p in article.paragraphs if p.kind == "body"))
        if sign is None:
            return None, ()
        near = self._copies.add_signature(article.source.id, sign)
        return sign.tobytes(), tuple((other, round(s, 4)) for other, s in near if other != article.source.id)


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
