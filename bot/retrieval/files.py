"""Which files of a collection are as they were? Told by size and time, by content where those differ."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

_FRESH_NS = 2_000_000_000
UNTRUSTED = -1
"""As `mtime_ns`: the file was written while it was read, so its time proves nothing and its content is compared."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was when read: `path` as the collection names it, `size` in bytes, `digest` of the content."""

    path: str
    size: int
    mtime_ns: int
    digest: str

    @classmethod
    def of(cls, path: Path, name: str | None = None, *, now_ns: Callable[[], int] = time.time_ns) -> FileRecord:
        """The record of a file on disk; raises OSError when it cannot be read.

        A file changed within the last 2 s could change again within one tick of the file system's clock, as git
        has it (https://git-scm.com/docs/racy-git): its time is not trusted.
        """
        digest = digest_of(path)
        found = path.stat()
        settled = now_ns() - found.st_mtime_ns > _FRESH_NS
        return cls(name or str(path), found.st_size, found.st_mtime_ns if settled else UNTRUSTED, digest)


@dataclass(frozen=True, slots=True)
class Survey:
    """A collection's files against the store: what must be read, and what need not be.

    `moved` pairs the old path with the record under the new one; `refreshed` files have another time but the same
    content, so only their record is written.
    """

    unchanged: tuple[str, ...] = ()
    refreshed: tuple[FileRecord, ...] = ()
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved: tuple[tuple[str, FileRecord], ...] = ()
    gone: tuple[str, ...] = ()


def digest_of(path: Path) -> str:
    """The content's BLAKE2b, 16 bytes as hexadecimal digits; raises OSError."""
    digest = blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def survey(records: Mapping[str, FileRecord], present: Iterable[str]) -> Survey:
    """Compare the files that are there (paths that open as they are) with those recorded.

    A file that cannot be read counts as changed, so that reading it reports why. `records` should hold the files
    below the surveyed folders only: one that is missing from `present` is reported as gone.
    """
    found: dict[str, list[str]] = {"unchanged": [], "changed": [], "added": []}
    refreshed: list[FileRecord] = []
    here = sorted(set(present))
    for path in here:
        verdict = _compare(records.get(path), path)
        if isinstance(verdict, FileRecord):
            refreshed.append(verdict)
        else:
            found[verdict].append(path)
    gone = sorted(records.keys() - set(here))
    moved = _moves([records[path] for path in gone], found["added"])
    arrived = {record.path for _, record in moved}
    left = {old for old, _ in moved}
    return Survey(
        tuple(found["unchanged"]),
        tuple(refreshed),
        tuple(found["changed"]),
        tuple(path for path in found["added"] if path not in arrived),
        tuple(moved),
        tuple(path for path in gone if path not in left),
    )


def _compare(record: FileRecord | None, path: str) -> str | FileRecord:
    if record is None:
        return "added"
    try:
        found = os.stat(path)
        if (found.st_size, found.st_mtime_ns) == (record.size, record.mtime_ns):
            return "unchanged"
        if found.st_size != record.size:
            return "changed"
        current = FileRecord.of(Path(path))
    except OSError:
        return "changed"
    return current if current.digest == record.digest else "changed"


def _moves(gone: list[FileRecord], added: list[str]) -> list[tuple[str, FileRecord]]:
    """Pair vanished files with new ones of equal content; only files of an equal size are read."""
    waiting: dict[int, dict[str, list[str]]] = {}
    for record in gone:
        waiting.setdefault(record.size, {}).setdefault(record.digest, []).append(record.path)
    moves = []
    for path in added if waiting else ():
        try:
            candidates = waiting.get(os.stat(path).st_size)
            if candidates is None:
                continue
            arrived = FileRecord.of(Path(path))
        except OSError:
            continue
        if candidates.get(arrived.digest):
            moves.append((candidates[arrived.digest].pop(0), arrived))
    return moves
