"""A Reading as plain data that JSON can hold, to be handed from one process to another."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from bot.ingest.intake.reading import FileStamp, Reading, Status
from bot.models import Article, Paragraph, Source

Parcel = list[Any]
_STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}


def packed(reading: Reading) -> Parcel:
    """The reading as lists, texts and numbers."""
    stamp = reading.stamp
    return [
        [stamp.file, stamp.size, stamp.mtime_ns, stamp.reader, stamp.path],
        [reading.status, reading.reason],
        [reading.removed, reading.content_hash, reading.same_as],
        [_packed_article(article) for article in reading.articles],
        [sign and sign.hex() for sign in reading.signatures],
        reading.terms,
    ]


def unpacked(parcel: Parcel) -> Reading:
    """The reading that was packed.

    >>> reading = Reading(FileStamp("a.bin", 3, 0), "skipped", "its type is not one that is read")
    >>> unpacked(packed(reading)) == reading
    True
    """
    stamp, (status, reason), (removed, content_hash, same_as), articles, signatures, terms = parcel
    signs = tuple(sign and bytes.fromhex(sign) for sign in signatures)
    found = tuple(map(_unpacked_article, articles))
    return Reading(
        FileStamp(*stamp),
        _STATUSES[status],
        reason,
        found,
        removed,
        content_hash,
        same_as,
        signs,
        tuple(map(tuple, terms)),
    )


def _packed_article(article: Article) -> Parcel:
    source = article.source
    published = source.published and source.published.isoformat()
    head = [source.id, source.language, source.title, source.outlet, published, source.url, source.file]
    return [head, [[p.number, p.text, p.kind, p.language] for p in article.paragraphs]]


def _unpacked_article(parcel: Parcel) -> Article:
    (article_id, language, title, outlet, published, url, file), paragraphs = parcel
    day = date.fromisoformat(published) if published else None
    source = Source(article_id, language, title, outlet, day, url, file)
    return Article(source, tuple(Paragraph(source, *paragraph) for paragraph in paragraphs))
