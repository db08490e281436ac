"""One file, or a text in memory -> a Reading."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.errors import ArticleError
from bot.ingest.article.catalogue import Entry, read_catalogue
from bot.ingest.intake.reading import FileStamp, Reading
from bot.ingest.readers.formats import SUFFIXES, reader_for
from bot.ingest.text.draft import Draft
from bot.ingest.text.identity import article_id, fingerprint, shown
from bot.models import Article
from bot.settings import Settings

READER_VERSION = 1
"""Raised when the readers give another result for the same bytes, so that stores read their files again."""

Identify = Callable[[str, str], str]
"""The id of an article from its file and its key."""


def read_file(path: str | Path, settings: Settings, *, file: str | None = None) -> Reading:
    """Reads one file; its folder's catalogue gives the head when it lists the file. `file`: the name it is known by.

    A file that cannot be read gives a Reading that is `skipped` or `refused`; a broken catalogue raises ArticleError.
    """
    path = Path(path)
    known_as = file or shown(path.name)
    return read_path(path, known_as, settings, entry=read_catalogue(path.parent).get(path.name))


def read_path(path: Path, file: str, settings: Settings, *, entry: Entry | None) -> Reading:
    """Reads the file at `path`, known as `file`, with the head that the catalogue gives."""
    limit = settings.file_mb * 1_000_000
    fingerprint_ = reader_fingerprint(settings, entry)
    try:
        with open(path, "rb", opener=_open_without_waiting) as stream:
            status = os.fstat(stream.fileno())
            stamp = FileStamp(file, status.st_size, status.st_mtime_ns, fingerprint_)
            content = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        return Reading(FileStamp(file, 0, 0), "refused", f"{file} cannot be read: {_why(error)}.")
    if len(content) > limit:
        return Reading(stamp, "refused", f"{file} is larger than {settings.file_mb} MB (TRICH_FILE_MB).")
    return read_content(content, stamp, settings, entry=entry)


def _open_without_waiting(path: str, flags: int) -> int:
    """Opening a pipe that took a file's place must not wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def read_bytes(content: bytes, name: str, settings: Settings) -> Reading:
    """Reads an upload: the bytes of a file that is called `name`."""
    file = shown(name.replace("\\", "/").rsplit("/", 1)[-1]) or "upload"
    stamp = FileStamp(file, len(content), 0, reader_fingerprint(settings, None))
    if len(content) > settings.file_mb * 1_000_000:
        return Reading(stamp, "refused", f"{file} is larger than {settings.file_mb} MB (TRICH_FILE_MB).")
    return read_content(content, stamp, settings)


def read_text(text: str, name: str, settings: Settings | None = None, *, id: str | None = None) -> Article:
    """The article of a plain text in memory; raises ArticleError when there is nothing in it.

    >>> [p.ref for p in read_text("One paragraph.\\nAnother one.", "note.txt").paragraphs]
    ['note#1', 'note#2']
    """
    from bot.ingest.article.assemble import assemble
    from bot.ingest.readers.plain import draft_of

    settings = settings or Settings()
    file = shown(name) or "text"
    assembled = assemble(
        draft_of(text),
        article_id=id or article_id(file if file.endswith(".txt") else f"{file}.txt"),
        file=file,
        entry=None,
        paragraph_chars=settings.paragraph_chars,
    )
    if assembled.article is None:
        raise ArticleError(f"{file} holds no text.")
    return assembled.article


def read_content(content: bytes, stamp: FileStamp, settings: Settings, *, entry: Entry | None = None) -> Reading:
    """Reads the bytes of a file with the reader that its name asks for."""
    read = reader_for(stamp.file)
    if read is None:
        return Reading(stamp, "skipped", f"{stamp.file}: its type is not one that is read ({' '.join(SUFFIXES)}).")
    try:
        drafts = read(content, stamp.file, settings)
        return conclude(drafts, stamp, settings, entry=entry)
    except ArticleError as error:
        return Reading(stamp, "refused", str(error))


def conclude(
    drafts: Sequence[Draft],
    stamp: FileStamp,
    settings: Settings,
    *,
    entry: Entry | None = None,
    identify: Identify = article_id,
) -> Reading:
    """The Reading of a file's drafts; a file without any text is `skipped`."""
    from bot.ingest.article.assemble import assemble

    articles: list[Article] = []
    removed = 0
    for draft in drafts:
        own = entry if entry and not draft.key else None
        made = assemble(
            draft,
            article_id=own.id if own else identify(stamp.file, draft.key),
            file=stamp.file,
            entry=own,
            paragraph_chars=settings.paragraph_chars,
        )
        removed += made.removed
        if made.article:
            articles.append(made.article)
    remark = " ".join(draft.remark for draft in drafts if draft.remark)
    if not articles:
        return Reading(stamp, "skipped", remark or f"{stamp.file} holds no text: nothing to index.", removed=removed)
    return Reading(stamp, "read", remark, tuple(articles), removed, text_hash(articles))


def with_status(reading: Reading, same_as: str) -> Reading:
    """The reading as a duplicate of the file `same_as`; what there was to say of it still is."""
    reason = " ".join(filter(None, (f"{reading.file} holds the same text as {same_as}.", reading.reason)))
    return replace(reading, status="duplicate", reason=reason, same_as=same_as)


def text_hash(articles: Sequence[Article]) -> str:
    """32 hexadecimal digits that are equal for equal paragraphs, whatever the heads say."""
    return fingerprint(*(p.text for a in articles for p in a.paragraphs))


def reader_fingerprint(settings: Settings, entry: Entry | None) -> str:
    """What shapes a reading besides the file's bytes: the readers' version, the limits, the catalogue's entry."""
    return fingerprint(str(READER_VERSION), str(settings.paragraph_chars), str(settings.file_mb), repr(entry))[:12]
