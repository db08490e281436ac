"""Names in a text, and whether another text holds them: inflected, with or without tones, in part, as an acronym.

A name is a run of capitalised words. The first word of a sentence is capital anyway, so it is a name for certain only
where its shape says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bot.language.normalise import canonical, fold
from bot.language.sentences import sentences
from bot.language.stopwords import STOP_WORDS
from bot.language.terms import stem, tokens
from bot.models import Language

_LINKS = frozenset({" ", "-", "–", ". ", "’", "'"})
_PARTICLES = frozenset(["of", "the", "de", "von", "van", "der", "den", "da", "del", "di", "la", "le", "al", "bin", "ibn", "y", "e", "du", "des"])
_PARTICLE_GAP = re.compile(r" (?:(?:of|the|de|von|van|der|den|da|del|di|la|le|al|bin|ibn|du|des) ){1,2}")
_OPENING = re.compile(r"[:\"“”‘«(\[—–*•]\s*$|\n\s*$")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|th|tr|ch|ph|kh|gh|gi|qu|[bcdđghklmnprstvx])?"
    r"(?:uya|uye|uyu|ieu|yeu|oai|oay|oao|oeo|uoi|uou|uay|uây|[iyu]?[aeo][iyou]?|oa[iy]?|u[yaeio]?|i[au]?|y|uo|ie|ye)"
    r"(?:ng|nh|ch|[cmnpt])?",
)
_CAPITAL_COMMON = frozenset(
    ["president", "mr", "mrs", "ms", "dr", "prof", "professor", "king", "queen", "prince", "princess", "sir", "lord", "lady", "pope", "saint", "st", "general", "secretary", "minister", "prime", "chairman", "party", "state", "ambassador", "emperor", "senator", "governor", "mayor", "captain", "colonel", "bishop", "archbishop", "tổng", "bí", "thư", "chủ", "tịch", "thủ", "tướng", "bộ", "trưởng", "phó", "ông", "bà", "đại", "sứ", "thư", "ký"]
)
_DEMONYMS = (
    "france french", "spain spanish spaniard", "germany german", "poland polish pole", "denmark danish dane",
    "sweden swedish swede", "wales welsh", "ireland irish", "greece greek", "switzerland swiss", "netherlands dutch holland",
    "britain british uk briton england english", "thailand thai", "philippines filipino", "turkey turkish türkiye",
    "scotland scottish scots", "norway norwegian", "laos lao laotian", "china chinese", "portugal portuguese",
    "us usa america american",
)  # fmt: skip
_KIN = {word: row for row in _DEMONYMS for word in row.split()}


class NameWord(NamedTuple):
    """A word of a name: canonical and folded, without its possessive; `certain` False where it may be a plain word."""

    text: str
    canonical: str
    folded: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end) of a text."""

    start: int
    end: int
    words: tuple[NameWord, ...]


def names(text: str, language: Language) -> list[Name]:
    """The names of a text in order.

    >>> [text[n.start:n.end] for text in ["Tô Lâm's visit to the Committee of Permanent Representatives in Jakarta"]
    ...  for n in names(text, "en")]
    ["Tô Lâm's", 'Committee of Permanent Representatives', 'Jakarta']
    """
    starts = {s.start for s in sentences(text)}
    found: list[Name] = []
    run: list[NameWord] = []
    start = end = 0
    for token, at, to in tokens(text):
        if not is_capital(token):
            continue
        if run and not _continues(text[end:at], text[end - 2 : end]):
            found.append(Name(start, end, tuple(run)))
            run = []
        if not run:
            start = at
        word = _name_word(token, text, at, starts, language)
        if word is not None:
            run.append(word)
        elif not run:
            continue
        end = to
    if run:
        found.append(Name(start, end, tuple(run)))
    return found


def is_capital(token: str) -> bool:
    """Whether a token is written as names are: a capital letter, then anything.

    >>> is_capital("Lâm"), is_capital("iPhone"), is_capital("10th"), is_capital("lâm")
    (True, True, False, False)
    """
    return token[0].isupper() or (token[0].isalpha() and any(c.isupper() for c in token[1:]))


def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable by its spelling; a foreign name mostly cannot.

    >>> is_syllable("lâm"), is_syllable("nguyễn"), is_syllable("luther"), is_syllable("jakarta")
    (True, True, False, False)
    """
    return bool(_SYLLABLE.fullmatch(fold(word)))


def bare(token: str) -> str:
    """A token without its possessive ending.

    >>> bare("Lâm's"), bare("O’Brien’s")
    ('Lâm', 'O’Brien')
    """
    return re.sub(r"['’][sS]?$", "", token)


def _continues(gap: str, before: str) -> bool:
    if before[-2:] in ("'s", "’s"):
        return False
    return gap in _LINKS or bool(_PARTICLE_GAP.fullmatch(gap))


def _name_word(token: str, text: str, at: int, starts: set[int], language: Language) -> NameWord | None:
    word = bare(token)
    lower = canonical(word)
    if len(word) < 2 and not word.isupper():
        return None
    initial = at in starts or bool(_OPENING.search(text[max(0, at - 3) : at]))
    plain = lower in STOP_WORDS[language] and not (word.isupper() and len(word) > 1)
    if plain and (initial or language == "en"):
        return None
    return NameWord(word, lower, fold(lower), not initial or _surely(word, lower, language))


def _surely(word: str, lower: str, language: Language) -> bool:
    """Whether a word at the start of a sentence is a name by its shape alone."""
    if sum(c.isupper() for c in word) > 1:
        return True
    if language == "en":
        return not word.isascii()
    return not is_syllable(lower)


class NameIndex:
    """The words of one text, ready to be asked whether they hold a name."""

    def __init__(self, text: str, language: Language) -> None:
        words = [(bare(t), at) for t, at, _ in tokens(text)]
        self._canonical = [canonical(w) for w, _ in words]
        self._words = frozenset(self._canonical)
        self._capitals = frozenset(canonical(w) for w, _ in words if is_capital(w))
        self._folded = {fold(w): w for w in self._words}
        self._ascii = frozenset(w for w in self._words if w.isascii())
        self._stems = frozenset(stem(w) for w in self._words)
        folded = [fold(w) for w in self._canonical]
        self._pairs = frozenset(a + b for a, b in zip(folded, folded[1:], strict=False))
        self._follows = frozenset(zip(self._canonical, self._canonical[1:], strict=False))
        self._prefixes = frozenset(fold(w)[:5] for w in self._capitals if len(w) >= 5)
        self._kin = frozenset(_KIN[w] for w in self._words if w in _KIN)
        self._names = names(text, language)
        self._initials = frozenset(_initials(n) for n in self._names if len(n.words) > 1)

    def holds(self, name: Name) -> bool:
        """Whether every word of a name that is surely one is here, in the order of the name where it has tones."""
        return not self.missing(name)

    def missing(self, name: Name) -> tuple[NameWord, ...]:
        """The words of a name that are not here; none for an acronym whose long form is here, or the other way round."""
        if self._holds_short_or_joined(name):
            return ()
        return tuple(w for w in name.words if not self._holds_word(w))

    def contradicts(self, name: Name) -> bool:
        """Whether the words of a name are missing in a way that no other part of it excuses."""
        gone = [w for w in self.missing(name) if w.certain and w.canonical not in _CAPITAL_COMMON]
        if not gone:
            return False
        present = [w for w in name.words if w not in gone and w.canonical not in _CAPITAL_COMMON]
        return not present or not any(self._stands_alone(w) for w in present)

    def _stands_alone(self, word: NameWord) -> bool:
        """Whether a word is somewhere a name by itself, so that it can be short for a longer one."""
        return any(len(_without_titles(n)) == 1 and word.folded == _without_titles(n)[0].folded for n in self._names)

    def _holds_word(self, word: NameWord) -> bool:
        lower, folded = word.canonical, word.folded
        if lower in self._words or stem(lower) in self._stems:
            return True
        if folded in self._folded and (lower.isascii() or folded in self._ascii):
            return True
        if lower in _KIN and _KIN[lower] in self._kin:
            return True
        return folded in self._pairs or (len(folded) >= 5 and folded[:5] in self._prefixes)

    def _holds_short_or_joined(self, name: Name) -> bool:
        joined = "".join(w.folded for w in name.words)
        if joined in self._folded or joined in self._initials:
            return True
        return len(name.words) > 2 and _initials(name) in self._words


def _without_titles(name: Name) -> list[NameWord]:
    return [w for w in name.words if w.canonical not in _CAPITAL_COMMON]


def _initials(name: Name) -> str:
    return "".join(w.folded[0] for w in name.words if w.folded)


def content(found: Iterable[Name]) -> list[NameWord]:
    """All words of some names."""
    return [w for name in found for w in name.words]
