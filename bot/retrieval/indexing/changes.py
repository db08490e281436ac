"""What can happen to a collection: the changes that an indexer applies, and its report."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.words.terms import Fields
from bot.models import Article
from bot.retrieval.storage.files import FileRecord


@dataclass(frozen=True, slots=True)
class PutArticle:
    """An article was read: add it, or bring the stored one of its id up to date.

    `origin` is the path of the file it came from, as in its FileRecord; `signature` is what near copies are found by
    (MinHash); `terms` are those of its paragraphs by `bot.language.words.terms`, where they are known, none for a text
    that was told before.
    """

    article: Article
    origin: str | None = None
    signature: bytes | None = None
    terms: tuple[Fields, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """An article is to go."""

    article_id: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file was read to its end: all its articles were put just before; those of earlier readings go."""

    record: FileRecord


@dataclass(frozen=True, slots=True)
class FileMoved:
    """A file was renamed: its articles keep their ids; `name` is their new `Source.file`."""

    old: str
    record: FileRecord
    name: str | None = None


@dataclass(frozen=True, slots=True)
class FileTouched:
    """A file has another time but the same content."""

    record: FileRecord


@dataclass(frozen=True, slots=True)
class FileGone:
    """A file is no longer there: its articles go."""

    path: str


Change = PutArticle | RemoveArticle | FileRead | FileMoved | FileTouched | FileGone


@dataclass(slots=True)
class IndexReport:
    """What an indexer did, in articles (`paragraphs`: those written, `analysed`: those indexed, `files`: recorded)."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    moved: int = 0
    files: int = 0
    paragraphs: int = 0
    analysed: int = 0

    @property
    def touched(self) -> bool:
        """Did anything change that a reader could see?"""
        return bool(self.added or self.changed or self.removed or self.moved)
