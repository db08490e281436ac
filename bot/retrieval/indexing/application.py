"""Applies changes to the store, batch by batch, and counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.retrieval.indexing.changes import (
    Change,
    FileGone,
    FileMoved,
    FileRead,
    FileTouched,
    IndexReport,
    PutArticle,
    RemoveArticle,
)
from bot.retrieval.storage.writing import Writer


class Application:
    """The changes of one run: a file's articles may spread over several batches, the report over all."""

    def __init__(self) -> None:
        self.report = IndexReport()
        self._read: defaultdict[str, set[str]] = defaultdict(set)

    def run(self, writer: Writer, batch: Iterable[Change]) -> None:
        """Apply one batch within its transaction."""
        for change in batch:
            self._apply(writer, change)

    def _apply(self, writer: Writer, change: Change) -> None:
        report = self.report
        match change:
            case PutArticle():
                self._put(writer, change)
            case RemoveArticle(article_id):
                report.removed += writer.remove(article_id)
            case FileRead(record):
                report.removed += writer.remove_of_file(record.path, keep=self._read.pop(record.path, ()))
                writer.record_file(record)
                report.files += 1
            case FileTouched(record):
                writer.record_file(record)
            case FileMoved(old, record, name):
                report.moved += writer.move_file(old, record, name)
            case FileGone(path):
                report.removed += writer.remove_of_file(path)
                writer.forget_file(path)

    def _put(self, writer: Writer, change: PutArticle) -> None:
        article_id = change.article.source.id
        put = writer.put(change.article, change.origin, change.signature)
        if change.origin is not None:
            self._read[change.origin].add(article_id)
        self.report.added += put.outcome == "added"
        self.report.changed += put.outcome == "changed"
        self.report.unchanged += put.outcome == "unchanged"
        self.report.paragraphs += put.written
