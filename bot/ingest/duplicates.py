"""One voice or two? Repeats inside an article, and near copies across articles, by MinHash over word shingles.

MinHash: A. Broder, "On the resemblance and containment of documents" (1997); banding (LSH): Leskovec, Rajaraman, Ullman,
"Mining of Massive Datasets", ch. 3, http://www.mmds.org. The estimate of a resemblance from k = 128 hashes has a
standard error of at most 1 / (2 sqrt(k)) = 0.044.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.language.normalise import canonical
from bot.models import Article

HASHES = 128
BANDS = 32
SHINGLE_WORDS = 3
THRESHOLD = 0.6
"""The least resemblance of a copy: about 8 words of 100 exchanged."""
LEAST_WORDS = 12
"""Shorter texts are compared by equality alone: a few common words make no copy."""

Signature = NDArray[np.uint32]
"""One row of `HASHES` numbers; `tobytes()` is 512 bytes, fit to be stored."""

_ROWS = HASHES // BANDS
_WORDS = re.compile(r"\w+")
_SOURCE = np.random.default_rng(20250310)
_FACTORS = _SOURCE.integers(1, 2**32, HASHES, dtype=np.uint32) | np.uint32(1)
_OFFSETS = _SOURCE.integers(0, 2**32, HASHES, dtype=np.uint32)
_MIX = _SOURCE.integers(1, 2**63, SHINGLE_WORDS, dtype=np.uint64) | np.uint64(1)
_BAND_MIX = _SOURCE.integers(1, 2**63, _ROWS, dtype=np.uint64) | np.uint64(1)

K = TypeVar("K", bound=Hashable)


class Pair(NamedTuple):
    """Two articles (`first` came first) or paragraphs and their estimated resemblance, 0..1 (Jaccard of shingles)."""

    first: str
    second: str
    similarity: float


def first_numbers(article: Article) -> dict[int, int]:
    """Each paragraph's number -> the number of the first paragraph of the article with the same words.

    Case, tone placement and punctuation do not count: a repeated paragraph is one source.
    """
    first: dict[str, int] = {}
    return {p.number: first.setdefault(same_words(p.text), p.number) for p in article.paragraphs}


def same_words(text: str) -> str:
    """The form in which two texts are equal when they say the same words.

    >>> same_words("Hòa bình, ổn định.") == same_words("Hoà bình ổn định")
    True
    """
    return " ".join(_WORDS.findall(canonical(text))) or text.strip()


def signature(text: str) -> Signature | None:
    """The MinHash of a text; None when it has fewer than `LEAST_WORDS` words."""
    return signature_of_words(same_words(text))


def signature_of_words(text: str) -> Signature | None:
    """`signature` of a text that `same_words` gave."""
    words = text.encode().split()
    if len(words) < LEAST_WORDS:
        return None
    codes = np.fromiter(map(crc32, words), np.uint64, len(words))
    count = len(codes) - SHINGLE_WORDS + 1
    shingles = np.zeros(count, np.uint64)
    for place in range(SHINGLE_WORDS):
        shingles += codes[place : place + count] * _MIX[place]
    mixed = (shingles >> np.uint64(32)).astype(np.uint32)
    hashed = np.multiply.outer(_FACTORS, mixed)
    hashed += _OFFSETS[:, None]
    least: Signature = hashed.min(axis=1)
    return least


def similarity(one: Signature, other: Signature) -> float:
    """The estimated resemblance of two texts, 0..1."""
    return float(np.count_nonzero(one == other)) / HASHES


def bands(sign: Signature) -> list[int]:
    """The `BANDS` keys (64 bits, as signed integers that SQLite can hold) of which near copies share at least one.

    Two texts of resemblance s share one with probability 1 - (1 - s^4)^32: .988 at .6, .87 at .5, .23 at .3.
    """
    mixed = (sign.reshape(BANDS, _ROWS).astype(np.uint64) * _BAND_MIX).sum(axis=1, dtype=np.uint64)
    numbers = np.arange(BANDS, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return [int(key) for key in (mixed ^ numbers).astype(np.int64)]


@dataclass(slots=True)
class NearCopies(Generic[K]):
    """Texts under keys; tells which of those added before a text is a near copy of. About 2 kB a text.

    `threshold` (0..1) is the least resemblance of a copy.

    >>> copies: NearCopies[str] = NearCopies()
    >>> text = "The delegation was welcomed in Jakarta by the Secretary-General and many ambassadors of the member states"
    >>> copies.add("a", text), copies.add("b", text + " today")[0][0]
    ([], 'a')
    """

    threshold: float = THRESHOLD
    _signatures: list[tuple[K, Signature]] = field(default_factory=list)
    _places: dict[int, list[int]] = field(default_factory=dict)

    def add(self, key: K, text: str) -> list[tuple[K, float]]:
        """Adds a text; gives the keys of its near copies with their resemblance, the closest first."""
        sign = signature(text)
        return [] if sign is None else self.add_signature(key, sign)

    def add_signature(self, key: K, sign: Signature) -> list[tuple[K, float]]:
        """`add` for a signature that was computed before."""
        place = len(self._signatures)
        candidates: set[int] = set()
        for band in bands(sign):
            others = self._places.setdefault(band, [])
            candidates.update(others[:_CROWD])
            others.append(place)
        self._signatures.append((key, sign))
        rated = [(similarity(sign, self._signatures[c][1]), c) for c in sorted(candidates)]
        close = sorted((r for r in rated if r[0] >= self.threshold), key=lambda r: (-r[0], r[1]))
        return [(self._signatures[c][0], score) for score, c in close]


_CROWD = 50
"""A copy of hundreds is compared with the first of them only, so that a flood of copies stays linear."""


def near_duplicates(articles: Iterable[Article], threshold: float = THRESHOLD) -> Iterator[Pair]:
    """The near copies among articles as they come; each copy is paired with the closest that came before it."""
    copies: NearCopies[str] = NearCopies(threshold)
    for article in articles:
        sign = signature_of_words(_told(article))
        found = [] if sign is None else copies.add_signature(article.source.id, sign)
        if found:
            yield Pair(found[0][0], article.source.id, round(found[0][1], 3))


def _told(article: Article) -> str:
    """The article's own words: body and captions, each repeat once."""
    return " ".join(dict.fromkeys(same_words(p.text) for p in article.paragraphs if p.kind in ("body", "caption")))


def near_duplicate_paragraphs(articles: Iterable[Article], threshold: float = THRESHOLD) -> Iterator[Pair]:
    """The near copies among the body paragraphs of different articles, by ref, as they come."""
    copies: NearCopies[tuple[str, str]] = NearCopies(threshold)
    for article in articles:
        for paragraph in article.paragraphs:
            if paragraph.kind != "body":
                continue
            found = copies.add((paragraph.source.id, paragraph.ref), paragraph.text)
            other = next((hit for hit in found if hit[0][0] != paragraph.source.id), None)
            if other:
                yield Pair(other[0][1], paragraph.ref, round(other[1], 3))
