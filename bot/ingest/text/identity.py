"""Names: the id of an article, and a file's name as it can be shown and stored."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

from bot.language.words.normalise import fold

_NOT_SLUG = re.compile(r"[^a-z0-9_]+")
_SLUG_CHARS = 60


def article_id(file: str, key: str = "") -> str:
    """The id of an article: a slug of its file (and of `key`, which tells the articles of one file apart).

    It depends on nothing but its arguments, so it is the same in every run whatever other files come and go. Where the
    slug alone could stand for another file too, six hexadecimal digits of the name's hash follow.

    >>> article_id("asean-visit.txt")
    'asean-visit'
    >>> article_id("tin/Chuyến thăm.html")
    'tin-chuyen-tham-html-6e7b62'
    """
    name = file.removesuffix(".txt")
    slug = _slug(f"{name}-{key}" if key else name) or "article"
    exact = not key and slug == name and file.endswith(".txt")
    return slug if exact else f"{slug}-{fingerprint(file, key)[:6]}"


def _slug(text: str) -> str:
    return _NOT_SLUG.sub("-", fold(text)).strip("-")[:_SLUG_CHARS].rstrip("-")


def fingerprint(*parts: str) -> str:
    """32 hexadecimal digits (BLAKE2b, 128 bits) that tell sequences of texts apart.

    >>> fingerprint("a", "b") == fingerprint("ab")
    False
    """
    digest = blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


def shown(name: str) -> str:
    r"""A file name or URL that is safe to print and store: unprintable characters and lone surrogates are escaped.

    >>> shown("a\nb\u202ec.txt")
    'a\\nb\\u202ec.txt'
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else _escaped(c) for c in name)


def _escaped(char: str) -> str:
    if unicodedata.category(char) == "Zs":
        return " "
    return char.encode("unicode_escape").decode("ascii")
