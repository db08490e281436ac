"""The hashes by which the store tells texts apart; BLAKE2b, 16 bytes (RFC 7693)."""

from __future__ import annotations

import re
from hashlib import blake2b

from bot.language.words.normalise import canonical
from bot.models import Article, content_hash

__all__ = ["article_hash", "content_hash", "words_hash"]

_PLAIN = {**dict.fromkeys("‘’‚", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—−", "-")}
_SHAPES = re.compile(f"[{''.join(_PLAIN)}]")


def words_hash(text: str) -> bytes:
    """Equal for texts that differ only in case, spaces, tone placement and the shapes of quotes and dashes.

    >>> words_hash("Ông nói: “Hòa bình”.") == words_hash('Ông nói:  "Hoà bình".')
    True
    >>> words_hash("minus -5%") == words_hash("minus 5%")
    False
    """
    plain = canonical(text)
    if not plain.isascii():
        plain = _SHAPES.sub(lambda shape: _PLAIN[shape[0]], plain)
    return _hash(" ".join(plain.split()))


def article_hash(article: Article) -> bytes:
    """The identity of an article's head and paragraphs together."""
    source = article.source
    parts: list[object] = [source.id, source.language, source.title, source.outlet]
    parts += [source.published, source.url, source.file]
    for paragraph in article.paragraphs:
        parts += [paragraph.number, paragraph.kind, paragraph.language, paragraph.text]
    return _hash("\x00".join("\x01" if part is None else str(part) for part in parts))


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
