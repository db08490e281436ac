"""Is a text Vietnamese or English? Decided by marks, then by common words, typed with or without tones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.language.words.normalise import fold
from bot.language.words.syllables import is_syllable
from bot.models import Language

_MARKED = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯà-ãè-êì-íò-õù-úýÀ-ÃÈ-ÊÌ-ÍÒ-ÕÙ-ÚÝĩĨũŨẠ-ỹ]")
SYLLABLES = 0.75
"""Share of the words that must be spelt as Vietnamese syllables for a text to be Vietnamese by its spelling alone."""
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "between",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "during",
        "each",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "many",
        "more",
        "most",
        "much",
        "not",
        "of",
        "on",
        "one",
        "or",
        "other",
        "our",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "under",
        "until",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "me",
        "tell",
        "name",
        "give",
        "say",
        "said",
    ]
)
_VIETNAMESE = frozenset(
    [
        "ai",
        "anh",
        "ba",
        "bao",
        "bay",
        "ban",
        "bang",
        "bi",
        "boi",
        "buoc",
        "cac",
        "cai",
        "can",
        "chi",
        "cho",
        "chua",
        "chuc",
        "chung",
        "co",
        "con",
        "cua",
        "cung",
        "da",
        "dan",
        "dang",
        "day",
        "de",
        "den",
        "di",
        "dien",
        "dieu",
        "do",
        "doi",
        "don",
        "dong",
        "du",
        "dua",
        "duoc",
        "duong",
        "gi",
        "gia",
        "giua",
        "giao",
        "hai",
        "hay",
        "hien",
        "hoi",
        "hon",
        "khi",
        "khac",
        "khong",
        "lai",
        "la",
        "lam",
        "len",
        "loai",
        "luc",
        "ma",
        "may",
        "moi",
        "mot",
        "muc",
        "nam",
        "nao",
        "nay",
        "neu",
        "ngay",
        "nguoi",
        "nhan",
        "nhat",
        "nhieu",
        "nhu",
        "nhung",
        "noi",
        "nuoc",
        "o",
        "ong",
        "phai",
        "qua",
        "quoc",
        "ra",
        "rang",
        "rat",
        "sau",
        "se",
        "so",
        "su",
        "tai",
        "tam",
        "theo",
        "the",
        "thi",
        "thu",
        "thuoc",
        "tinh",
        "toi",
        "tong",
        "tren",
        "trong",
        "truoc",
        "trung",
        "tu",
        "tung",
        "va",
        "van",
        "vao",
        "vay",
        "ve",
        "vi",
        "viec",
        "viet",
        "voi",
        "vua",
        "xay",
        "y",
        "dau",
        "tham",
        "nhat",
        "ta",
    ]
)


def language_of(text: str) -> Language:
    """The language of a text or question; English when nothing tells.

    >>> language_of("Ai đón đoàn?"), language_of("ai don tong bi thu to lam"), language_of("Who welcomed Tô Lâm?")
    ('vi', 'vi', 'en')
    >>> language_of("Đà Nẵng court verdict"), language_of("Việt Nam joined ASEAN when?")
    ('en', 'en')
    """
    tokens = _WORD.findall(text)
    words = [w.lower() for w in tokens]
    if not words or _names_among_english(tokens):
        return "en"
    english = sum(w in _ENGLISH for w in words)
    # A marked name says nothing: English reports write Tô Lâm, too.
    plain = [w for i, w in enumerate(tokens) if i == 0 or w[0].islower()]
    marked = sum(bool(_MARKED.search(w)) for w in plain)
    if marked / len(words) > 0.34 or (marked and not english) or _spells_vietnamese(plain):
        return "vi"
    toneless = sum(map(_toneless, words))
    return "vi" if max(toneless, marked) > english and max(toneless, marked) / len(words) > 0.2 else "en"


def _names_among_english(tokens: Sequence[str]) -> bool:
    """Whether all that looks Vietnamese are names: of the other words none does, and one cannot be a syllable."""
    plain = [w for w in tokens if w[0].islower()]
    if any(_MARKED.search(w) or _toneless(w) for w in plain):
        return False
    return any(not is_syllable(w) for w in plain)


@lru_cache(maxsize=20_000)
def _toneless(word: str) -> bool:
    """Whether a word is a common Vietnamese one typed with or without its tones, and no common English one."""
    return fold(word) in _VIETNAMESE and word not in _ENGLISH


def _spells_vietnamese(words: Sequence[str]) -> bool:
    """Whether nearly all of some words can be Vietnamese syllables (of an English question two in three at most can)."""
    if len(words) < 3 or 2 * sum(w.lower() in _ENGLISH for w in words) > len(words):
        return False
    return sum(is_syllable(fold(w)) for w in words) > SYLLABLES * len(words)
