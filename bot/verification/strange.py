"""What no article is likely to say and no check of words would miss: addresses, and words of mixed alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,20}://|\bwww\.)[^\s<>\"'\])]+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def strange(claim: str, text: str) -> list[str]:
    """The reasons against a claim with an address, or a word that only looks like one, which the text does not hold.

    >>> strange("He left (see http://a.example/x).", "He left."), strange("\u041aao left.", "Kao left.")
    (['address:http://a.example/x'], ['letters:\u041aao'])
    """
    addresses = [f"address:{found}" for found in _ADDRESS.findall(claim) if found not in text]
    return addresses + [f"letters:{word}" for word in _mixed(claim) if word not in text]


def _mixed(claim: str) -> Iterator[str]:
    """Words with letters of more than one alphabet, as forged ones have; and those of letters that mimic Latin ones."""
    if claim.isascii():
        return
    for word in _WORD.findall(claim):
        latin = len(_LATIN.findall(word))
        other = sum(not unicodedata.name(c, "").startswith("LATIN") for c in word)
        mimic = other and unicodedata.normalize("NFKC", word) != word and unicodedata.normalize("NFKC", word).isascii()
        if mimic or (latin and other):
            yield word
