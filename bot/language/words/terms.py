"""From a text to the terms that are indexed, searched and compared: one analysis for both languages.

The fields of a paragraph in the inverted index:

    terms     content words: English stems (irregular forms conflated), Vietnamese syllables with tones, numbers
    bigrams   neighbouring words, without tones: Vietnamese words are mostly two syllables long
    folded    the content words that have marks, without them: how people type in a hurry
    grams     the letters of a word in threes, for words that the collection does not know (not indexed by default)

Stemming: M. Porter's English stemmer (Porter2, https://snowballstem.org/algorithms/english/stemmer.html).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import Stemmer

from bot.language.words.normalise import canonical, fold
from bot.language.words.pieces import Pieces
from bot.language.words.stopwords import COMPOUNDS, ENGLISH, STOP_WORDS, VIETNAMESE
from bot.models import Language

_SUFFIX = r"(?:['’](?:[sStTdDmM]|re|RE|ve|VE|ll|LL)(?![^\W_]))?"
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+"  # 1,234 or 1.234,5
    r"|(?<![^\W_])(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|[^\W_]+{_SUFFIX}"
)
_BREAKS = frozenset('.!?…;:,()[]{}"“”«»\n')
_TOKEN_OR_BREAK = re.compile(f"{_TOKEN.pattern}|[{re.escape(''.join(sorted(_BREAKS)))}]")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|s)")
_CACHE_LIMIT = 100_000


Fields = dict[str, str]
"""The terms of a text for each field of the index, joined by spaces."""


class Word(NamedTuple):
    """A token analysed alone; the flags say in which language it is a stop word."""

    canonical: str
    stem: str
    folded: str
    stop_en: bool
    stop_vi: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a text at `start:end` (code points, half open) with the forms that are compared."""

    text: str
    start: int
    end: int
    stem: str
    folded: str


_IRREGULAR_LINES = (files("bot.language.words") / "irregular.tsv").read_text("utf-8").splitlines()
_IRREGULAR = dict(line.split("\t")[:2] for line in _IRREGULAR_LINES if line and line[0] != "#")

ANALYSER_VERSION = (
    f"1-{zlib.crc32(repr((_IRREGULAR, sorted(ENGLISH), sorted(VIETNAMESE), sorted(COMPOUNDS))).encode()):08x}"
)
"""Written into every index; an index of another version (of this code or its word lists) is rebuilt."""

_stem_word = Stemmer.Stemmer("english", 0).stemWord


class _Words(dict[str, Word]):
    """Remembers the analysis of every token seen; forgets all when it holds too many."""

    def __missing__(self, token: str) -> Word:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        word = _analyse_token(token)
        self[token] = word
        return word


def _analyse_token(token: str) -> Word:
    if token[0].isdigit():
        number = _number(token)
        return Word(number, number, number, False, False)
    if "." in token:
        acronym = token.replace(".", "").lower()
        return Word(acronym, _ACRONYMS.get(acronym, acronym), acronym, False, False)
    bare = re.split("['’]", token, maxsplit=1)[0]
    lower = canonical(bare)
    folded = fold(lower)
    if token in _CAPITALS:
        return Word(lower, _ACRONYMS.get(lower, lower), folded, False, False)
    return Word(lower, stem(lower), folded, lower in STOP_WORDS["en"], lower in STOP_WORDS["vi"])


_CAPITALS = frozenset({"US", "WHO", "IT", "AI", "UN", "USA"})
_ACRONYMS = {"us": "usa", "usa": "usa"}


def _number(token: str) -> str:
    if _THOUSANDS.fullmatch(token):
        return re.sub("[.,]", "", token)
    ordinal = _ORDINAL.fullmatch(token.lower())
    return ordinal.group(1) if ordinal else canonical(token.replace(",", "."))


def stem(word: str) -> str:
    """The stem of a canonical word: Porter2 after irregular forms are led back; words with marks stay as they are.

    >>> stem("delegations"), stem("welcomed"), stem("đoàn")
    ('deleg', 'welcom', 'đoàn')
    """
    return _stem_word(_IRREGULAR.get(word, word)) if word.isascii() else word


_words = _Words()


def word_of(token: str) -> Word:
    """The analysis of one token, remembered.

    >>> word_of("Lâm's").stem, word_of("30th").stem, word_of("1,200").stem, word_of("U.S.").stem
    ('lâm', '30', '1200', 'usa')
    """
    return _words[token]


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of an NFC text with their spans: words without hyphens, numbers with their separators.

    >>> [t for t, _, _ in tokens("Secretary-General Kao's 1,200 guests")]
    ['Secretary', 'General', "Kao's", '1,200', 'guests']
    """
    return ((m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def token_texts(text: str) -> list[str]:
    """The tokens of an NFC text without their spans, which is much faster.

    >>> token_texts("He paid 1,200.")
    ['He', 'paid', '1,200']
    """
    return _TOKEN.findall(text)


def name_and_number_texts(text: str) -> list[str]:
    """The tokens of an NFC text that begin with a capital or a digit, several times faster than all of them.

    >>> name_and_number_texts("Lâm paid 1,200 to the U.S. for his iPhone.")
    ['Lâm', '1,200', 'U.S.']
    """
    return _name_or_number().findall(text)


@cache
def _name_or_number() -> re.Pattern[str]:
    """The tokens of `_TOKEN`, told by their first character, which the engine looks for faster than for a condition."""
    capitals = "".join(letter for letter in map(chr, range(0x10000)) if letter.isupper())
    return re.compile(
        rf"[\d{re.escape(capitals)}](?<!\w.)"
        r"(?:(?<=\d)\d*(?:[.,]\d+)+"
        r"|(?<=\D)\.(?:[^\W\d_]\.)+"
        rf"|[^\W_]*{_SUFFIX})"
    )


def content_terms(text: str, language: Language) -> list[Term]:
    """The content words of an NFC text with their spans, stop words of its language left out.

    >>> [(t.stem, t.start, t.end) for t in content_terms("Lâm's delegation arrived", "en")]
    [('lâm', 0, 3), ('deleg', 6, 16), ('arriv', 17, 24)]
    """
    english = language == "en"
    found = []
    for token, start, end in tokens(text):
        word = _words[token]
        if word.stop_en if english else word.stop_vi:
            continue
        if "'" in token or "’" in token:
            end = start + len(re.split("['’]", token, maxsplit=1)[0])
        found.append(Term(text[start:end], start, end, word.stem, word.folded))
    return found


def analyse(text: str, language: Language) -> dict[str, list[str]]:
    """The terms of a text for each field of the index; a repeated term stays repeated (term frequency).

    >>> fields = analyse("Đoàn thăm Jakarta.", "vi")
    >>> fields["terms"], fields["bigrams"], fields["folded"]
    (['đoàn', 'thăm', 'jakarta'], ['doan_tham', 'tham_jakarta'], ['doan', 'tham'])
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    english = language == "en"
    fields: dict[str, list[str]] = {"terms": [], "bigrams": [], "folded": []}
    add_term, add_folded, add_bigram = (fields[f].append for f in ("terms", "folded", "bigrams"))
    before, before_stop = "", True
    for word in _words_and_breaks.of(text):
        if word is None:
            before = ""
            continue
        lower, stemmed, folded, stop_en, stop_vi = word
        stop = stop_en if english else stop_vi
        if not stop:
            add_term(stemmed)
            if folded != lower:
                add_folded(folded)
        joint = stemmed if english else folded
        if before and (not (stop and before_stop) or f"{before}_{joint}" in COMPOUNDS):
            add_bigram(f"{before}_{joint}")
        before, before_stop = joint, stop
    return fields


def joined(fields: dict[str, list[str]]) -> Fields:
    """What `analyse` gives with the terms of each field joined by spaces, which no term holds: as they are indexed.

    >>> joined(analyse("Đoàn thăm Jakarta.", "vi"))["terms"]
    'đoàn thăm jakarta'
    """
    return {field: " ".join(terms) for field, terms in fields.items()}


def _words_and_breaks_in(piece: str) -> Iterator[Word | None]:
    """The words of a piece of text, None for a mark that parts them."""
    return (None if token in _BREAKS else _words[token] for token in _TOKEN_OR_BREAK.findall(piece))


_words_and_breaks = Pieces(_words_and_breaks_in)


def grams(word: str, size: int = 3) -> list[str]:
    """The letters of a folded word in overlapping runs of `size`, with its edges marked.

    >>> grams("lam")
    ['^la', 'lam', 'am$']
    """
    edged = f"^{word}$"
    return [edged[i : i + size] for i in range(max(1, len(edged) - size + 1))]
