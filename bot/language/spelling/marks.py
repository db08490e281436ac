"""The marks of Vietnamese letters: which a word has, and which words may have been meant where some are left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bot.language.words.normalise import fold
from bot.language.words.syllables import is_syllable
from bot.language.words.terms import tokens

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LETTERS = frozenset("\u0302\u0306\u031b")
_BAR = frozenset("đ")


def is_under_marked(text: str) -> bool:
    """Whether hardly a Vietnamese word has a tone: of plain words more than half do in ordinary writing.

    >>> is_under_marked("Ai don doan?"), is_under_marked("Ai đón đoàn?"), is_under_marked("Tông Bi thư thăm ai?")
    (True, False, True)
    """
    plain = [t for n, (t, _, _) in enumerate(tokens(text)) if _is_plain(t, n) and is_syllable(fold(t))]
    toned = sum(not _TONES.isdisjoint(unicodedata.normalize("NFD", t)) for t in plain)
    return len(plain) > 1 and 10 * toned <= len(plain)


def _is_plain(token: str, place: int) -> bool:
    return place == 0 or not token[0].isupper() or (token.isupper() and len(token) > 1)


def marks_typed(typed: Sequence[str]) -> frozenset[str]:
    """The kinds of marks that words without a tone have: where one lacks, it is meant to. Names may be pasted."""
    words = [frozenset[str]().union(*map(_marks, t)) for t in typed if not t[0].isupper()]
    marks = frozenset[str]().union(*(w for w in words if w.isdisjoint(_TONES)))
    return (_BAR if _BAR & marks else frozenset()) | (_LETTERS if _LETTERS & marks else frozenset())


@lru_cache(maxsize=16_384)
def allows(typed: str, form: str, meant: frozenset[str]) -> bool:
    """Whether a word may have been meant by what was typed: no typed mark is contradicted."""
    if len(typed) != len(form):
        return False
    pairs = [(_marks(t), _marks(f)) for t, f in zip(typed, form, strict=True)]
    return all(t <= f and (t & meant) == (f & meant) for t, f in pairs)


@lru_cache(maxsize=512)
def _marks(letter: str) -> frozenset[str]:
    decomposed = unicodedata.normalize("NFD", letter.lower())
    return _BAR if letter in "đĐ" else frozenset(c for c in decomposed if unicodedata.combining(c))
