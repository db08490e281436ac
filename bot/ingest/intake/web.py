"""A URL -> a Reading: the page, feed or text that stands there."""

from __future__ import annotations

from bot.errors import ArticleError
from bot.ingest.html.feeds import feed_drafts
from bot.ingest.html.markup import parse_page
from bot.ingest.html.pages import page_draft
from bot.ingest.intake.files import conclude, reader_fingerprint
from bot.ingest.intake.reading import FileStamp, Reading
from bot.ingest.network.fetch import FEED_TYPES, PAGE_TYPES, Fetched, Fetcher
from bot.ingest.readers.plain import draft_of
from bot.ingest.text.draft import Draft
from bot.ingest.text.encodings import decode
from bot.ingest.text.identity import article_id, shown
from bot.settings import Settings


def read_url(url: str, settings: Settings, fetcher: Fetcher | None = None) -> Reading:
    """Fetches and reads one address; a refusal is a Reading that names the hop and the rule."""
    file = shown(url)
    try:
        fetched = (fetcher or Fetcher()).fetch(url)
        stamp = FileStamp(file, len(fetched.content), 0, reader_fingerprint(settings, None))
        return conclude(_drafts(fetched), stamp, settings, identify=_identify)
    except ArticleError as error:
        return Reading(FileStamp(file, 0, 0), "refused", str(error))


def _identify(file: str, key: str) -> str:
    return article_id(file.split("://", 1)[-1], key)


def _drafts(fetched: Fetched) -> list[Draft]:
    if fetched.media_type in FEED_TYPES:
        return feed_drafts(fetched.content, fetched.url)
    if fetched.media_type in PAGE_TYPES:
        tree, removed = parse_page(fetched.content, fetched.url, charset=fetched.charset)
        return [page_draft(tree, removed=removed, url=fetched.url)]
    decoded = decode(fetched.content, fetched.url, declared=fetched.charset)
    return [draft_of(decoded.text, removed=decoded.removed)]
