"""Plain text -> a draft."""

from __future__ import annotations

from bot.ingest.text.draft import Block, Draft
from bot.ingest.text.encodings import decode
from bot.ingest.text.paragraphs import split_paragraphs
from bot.language.words.normalise import clean
from bot.settings import Settings


def read(content: bytes, name: str, settings: Settings) -> list[Draft]:
    """The one article of a text file; raises ArticleError when it is not text."""
    decoded = decode(content, name)
    return [draft_of(decoded.text, removed=decoded.removed)]


def draft_of(text: str, *, removed: int = 0) -> Draft:
    """The draft of a text in memory; `removed` characters were taken out of it before."""
    cleaned = clean(text)
    blocks = tuple(Block(paragraph) for paragraph in split_paragraphs(cleaned.text))
    return Draft(blocks, removed=removed + cleaned.removed, cleaned=True)
