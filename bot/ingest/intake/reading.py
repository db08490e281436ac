"""What became of each file: a Reading a file, and the Report that sums them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

from bot.language.words.terms import Fields
from bot.models import Article

Status = Literal["read", "unchanged", "duplicate", "skipped", "refused"]


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells, without opening it, whether a file must be read again.

    `file` is the path relative to the given folder (POSIX, unprintable characters escaped) or the URL; `size` in bytes;
    `mtime_ns` in nanoseconds since the epoch (0 for a URL); `reader` is the fingerprint of all else that shapes the
    result: the version of the readers, the limits and the file's entry in the catalogue; `path` is the absolute path or
    the URL, which tells files of one name in two collections apart ('' for text from memory).
    """

    file: str
    size: int
    mtime_ns: int
    reader: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome for one file.

    `reason` is one sentence, empty only when there is nothing to add to `read`. `articles` holds what the file says for
    `read` and `duplicate`, and nothing otherwise. `same_as` names the file that holds the same text already. `removed`
    counts the invisible and control characters that were taken out. `content_hash` (32 hex digits) is equal for files
    that give the same articles. `signatures` may hold the MinHash of each article (`bot.ingest.article.duplicates`),
    `terms` those of each of its paragraphs, none for a text that was told before.
    """

    stamp: FileStamp
    status: Status
    reason: str = ""
    articles: tuple[Article, ...] = ()
    removed: int = 0
    content_hash: str = ""
    same_as: str | None = None
    signatures: tuple[bytes | None, ...] = ()
    terms: tuple[tuple[Fields, ...], ...] = ()

    def __post_init__(self) -> None:
        if bool(self.articles) != (self.status in ("read", "duplicate")):
            raise ValueError(f"{self.file!r}: articles stand exactly when read, not with {self.status!r}")
        if not self.reason and self.status != "read":
            raise ValueError(f"{self.file!r}: {self.status!r} needs a reason")

    @property
    def file(self) -> str:
        """The path relative to the given folder, or the URL."""
        return self.stamp.file

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return self.stamp.size

    @property
    def mtime_ns(self) -> int:
        """Time of the last change, nanoseconds since the epoch; 0 for a URL."""
        return self.stamp.mtime_ns

    @property
    def row(self) -> Row:
        """What a report keeps of it."""
        ids = tuple(a.source.id for a in self.articles)
        count = sum(len(a.paragraphs) for a in self.articles)
        return Row(self.file, self.status, self.reason, ids, count, self.removed, self.same_as)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of a report's row."""
        return self.row.to_dict()


class Row(NamedTuple):
    """A Reading without its texts: the ids of its articles and how many `paragraphs` they have together."""

    file: str
    status: Status
    reason: str
    articles: tuple[str, ...]
    paragraphs: int
    removed: int
    same_as: str | None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "file": self.file,
            "status": self.status,
            "reason": self.reason,
            "articles": list(self.articles),
            "paragraphs": self.paragraphs,
            "removed_characters": self.removed,
            "same_as": self.same_as,
        }


@dataclass(slots=True)
class Report:
    """The sum of the readings: how many ended how, and a row for each.

    >>> report = Report()
    >>> report.add(Reading(FileStamp("a.bin", 3, 0), "skipped", "its type is not one that is read"))
    >>> report.summary()
    '0 read, 1 skipped'
    """

    rows: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Report:
        """The report of all the readings."""
        report = cls()
        for reading in readings:
            report.add(reading)
        return report

    def add(self, reading: Reading) -> None:
        """Counts one more reading; its articles are not kept."""
        self.rows.append(reading.row)

    @property
    def counts(self) -> dict[Status, int]:
        """How many files ended in each status, all five always present."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in get_args(Status)}

    @property
    def removed_characters(self) -> int:
        """Invisible and control characters that were removed, over all files."""
        return sum(row.removed for row in self.rows)

    def summary(self) -> str:
        """One line: `12 read, 3 unchanged, 1 refused; 5 invisible characters removed`."""
        counts = [f"{n} {status}" for status, n in self.counts.items() if n or status == "read"]
        removed = self.removed_characters
        tail = f"; {removed} invisible character{'s' if removed > 1 else ''} removed" if removed else ""
        return ", ".join(counts) + tail

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "counts": self.counts,
            "removed_characters": self.removed_characters,
            "files": [row.to_dict() for row in self.rows],
        }
