"""Near copies across articles, by MinHash over word shingles.

MinHash: A. Broder, "On the resemblance and containment of documents" (1997); banding (LSH): Leskovec, Rajaraman, Ullman,
"Mining of Massive Datasets", ch. 3, http://www.mmds.org. The estimate of a resemblance from k = 128 hashes has a
standard error of at most 1 / (2 sqrt(k)) = 0.044.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.language.words.normalise import canonical

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
_WORD = re.compile(r"\w+")
_SOURCE = np.random.default_rng(20250310)
_FACTORS = _SOURCE.integers(1, 2**32, HASHES, dtype=np.uint32) | np.uint32(1)
_OFFSETS = _SOURCE.integers(0, 2**32, HASHES, dtype=np.uint32)
_MIX = _SOURCE.integers(1, 2**63, SHINGLE_WORDS, dtype=np.uint64) | np.uint64(1)
_BAND_MIX = _SOURCE.integers(1, 2**63, _ROWS, dtype=np.uint64) | np.uint64(1)


def same_words(text: str) -> str:
    """The form in which two texts are equal when they say the same words.

    >>> same_words("Hòa bình, ổn định.") == same_words("Hoà bình ổn định")
    True
    """
    return " ".join(_WORD.findall(canonical(text))) or text.strip()


def signature(text: str) -> Signature | None:
    """The MinHash of a text; None when it has fewer than `LEAST_WORDS` words."""
    codes = np.fromiter(map(crc32, same_words(text).encode().split()), np.uint64)
    if len(codes) < LEAST_WORDS:
        return None
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


def near_copies(
    signatures: bytes | bytearray, fresh: Sequence[bool], threshold: float = THRESHOLD
) -> Iterator[tuple[int, int, float]]:
    """Among signatures end to end: the places of a copy and of one before it that it copies, and their resemblance.

    One of the two is `fresh`. Texts of resemblance s are compared with probability 1 - (1 - s^4)^32: .988 at .6, .87 at
    .5, .23 at .3; each with at most `_CROWD` before it that look alike, so that a flood of copies stays linear.
    """
    signs = np.frombuffer(signatures, np.uint32).reshape(-1, HASHES)
    codes = np.empty(0, np.int64)
    for band in range(BANDS):
        codes = np.union1d(codes, _alike(signs[:, band * _ROWS : (band + 1) * _ROWS], np.asarray(fresh, bool)))
    for start in range(0, len(codes), _COMPARED_AT_ONCE):
        later, earlier = np.divmod(codes[start : start + _COMPARED_AT_ONCE], len(signs))
        resemblance = (signs[later] == signs[earlier]).mean(axis=1)
        for place in np.flatnonzero(resemblance >= threshold):
            yield int(later[place]), int(earlier[place]), round(float(resemblance[place]), 4)


def _alike(rows: Signature, fresh: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs of places with equal rows, as later * count + earlier."""
    keys = (rows.astype(np.uint64) * _BAND_MIX).sum(axis=1, dtype=np.uint64)
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    found = [np.empty(0, np.int64)]
    for distance in range(1, min(_CROWD, len(keys) - 1) + 1):
        same = np.flatnonzero(keys[distance:] == keys[:-distance])
        if not len(same):
            break
        later, earlier = order[same + distance], order[same]
        wanted = fresh[later] | fresh[earlier]
        found.append(later[wanted] * len(keys) + earlier[wanted])
    return np.concatenate(found)


_CROWD = 20
_COMPARED_AT_ONCE = 10_000
