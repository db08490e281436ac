"""A draft -> an Article: clean, split what is too long, number from 1, tell the kinds apart, complete the head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.ingest.article.catalogue import Entry
from bot.ingest.article.head import outlet_of, published_of, url_of
from bot.ingest.article.kinds import kinds_of
from bot.ingest.text.draft import Block, Draft
from bot.ingest.text.paragraphs import split_long
from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.models import Article, Language, Paragraph, Source

_HEAD_CHARS = 300
_SAMPLE_CHARS = 600
_MARK = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯẠ-ỹ]")


class Assembled(NamedTuple):
    """An article (None where nothing is left to index) and how many characters cleaning took out of it."""

    article: Article | None
    removed: int


def assemble(draft: Draft, *, article_id: str, file: str, entry: Entry | None, paragraph_chars: int) -> Assembled:
    """The article of a draft; what the catalogue's `entry` says of the head wins over what was read."""
    blocks, removed = _clean_blocks(draft, paragraph_chars)
    if not any(c.isalnum() for block in blocks for c in block.text):
        return Assembled(None, removed)
    texts = [block.text for block in blocks]
    known_title = (entry and entry.title) or _line(draft.title)
    kinds = kinds_of(blocks, known_title)
    headline = next(
        (t for t, k, b in zip(texts, kinds, blocks, strict=True) if k == "title" and b.hint != "heading"), None
    )
    source = Source(
        id=article_id,
        language=(entry and entry.language) or draft.language or _language_of_all(texts),
        title=known_title or headline,
        outlet=(entry and entry.outlet) or _line(draft.outlet) or outlet_of(texts),
        published=(entry and entry.published) or draft.published or published_of(texts, kinds),
        url=(entry and entry.url) or _line(draft.url) or url_of(texts, kinds),
        file=file,
    )
    return Assembled(
        Article(
            source,
            tuple(
                Paragraph(source, number, text, kind, _language(text, source.language))
                for number, (text, kind) in enumerate(zip(texts, kinds, strict=True), 1)
            ),
        ),
        removed,
    )


def _clean_blocks(draft: Draft, limit: int) -> tuple[list[Block], int]:
    kept: list[Block] = []
    removed = draft.removed
    for block in draft.blocks:
        text = block.text
        if not draft.cleaned:
            text, taken = clean(text)
            removed += taken
        text = " ".join(text.split())
        if len(text) <= limit:
            if text:
                kept.append(Block(text, block.hint))
        else:
            kept.extend(Block(piece, block.hint) for piece in split_long(text, limit))
    return kept, removed


def _line(text: str | None) -> str | None:
    """A head's field on one line, cleaned, at most 300 characters; None when nothing is left."""
    return " ".join(clean(text).text.split())[:_HEAD_CHARS].strip() or None if text else None


def _language_of_all(texts: Sequence[str]) -> Language:
    """The language of an article, from its first words; letters that English lacks settle it at once."""
    sample = "\n".join(texts)[:_SAMPLE_CHARS]
    return "vi" if _share_of_marks(sample) > 0.1 else language_of(sample)


def _language(text: str, usual: Language) -> Language:
    """A paragraph's language: its article's, unless it is long enough to tell and its letters say otherwise."""
    if len(text) < 60:
        return usual
    share = _share_of_marks(text)
    if share > 0.08 if usual == "vi" else share < 0.02:
        return usual
    return language_of(text)


def _share_of_marks(text: str) -> float:
    """How much of a text that is not empty are letters that English lacks, 0..1."""
    return 0.0 if text.isascii() else len(_MARK.findall(text)) / len(text)
