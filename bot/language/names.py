"""Names in a text, and whether another text holds them: inflected, with or without tones, in part, as an acronym.

A name is a run of capitalised words. The first word of a sentence is capital anyway, so it is a name for certain only
where its shape says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.language.calendar_words import MONTH_WORDS, WEEKDAYS
from bot.language.glossary import Glossary
from bot.language.normalise import canonical, fold
from bot.language.sentences import sentences
from bot.language.stopwords import STOP_WORDS
from bot.language.terms import stem, tokens, word_of
from bot.models import Language

_LINKS = frozenset({" ", "-", "–", ". ", "’", "'"})
_PARTICLE_GAP = re.compile(r" (?:(?:of|the|de|von|van|der|den|da|del|di|la|le|al|bin|ibn|du|des) ){1,2}")
_OPENING = re.compile(r"[:\"“”‘«(\[—–*•]\s*$|\n\s*$")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|th|tr|ch|ph|kh|gh|gi|qu|[bcdđghklmnprstvx])?"
    r"(?:uya|uye|uyu|ieu|yeu|oai|oay|oao|oeo|uoi|uou|uay|uây|[iyu]?[aeo][iyou]?|oa[iy]?|u[yaeio]?|i[au]?|y|uo|ie|ye)"
    r"(?:ng|nh|ch|[cmnpt])?",
)
_PLAIN_ENDINGS = ("ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "ance", "ence", "ists", "ism", "ogy")
_OPENERS = frozenset(
    "prior besides despite except aside according unlike together compared given alongside amid yesterday today tomorrow earlier later meanwhile moreover however then also".split()
)
_CALENDAR = frozenset(WEEKDAYS) | (frozenset(MONTH_WORDS) - {"may", "march", "april", "june", "august", "mar", "jan"})
_TITLES = frozenset(
    [
        "president",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "professor",
        "king",
        "queen",
        "prince",
        "princess",
        "sir",
        "lord",
        "lady",
        "pope",
        "saint",
        "st",
        "general",
        "secretary",
        "minister",
        "prime",
        "chairman",
        "party",
        "state",
        "ambassador",
        "emperor",
        "senator",
        "governor",
        "mayor",
        "captain",
        "colonel",
        "bishop",
        "archbishop",
        "tổng",
        "bí",
        "thư",
        "chủ",
        "tịch",
        "thủ",
        "tướng",
        "bộ",
        "trưởng",
        "phó",
        "ông",
        "bà",
        "đại",
        "sứ",
        "thư",
        "ký",
    ]
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
    """A word of a name: canonical and folded, without its possessive; `certain` False where it may be a plain word.

    `part` counts the pieces of the name between particles (`University | of Chicago`); `after` is the next token.
    """

    text: str
    canonical: str
    folded: str
    certain: bool
    part: int
    after: str


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
    start = end = part = 0
    found_tokens = list(tokens(text))
    for i, (token, at, to) in enumerate(found_tokens):
        if not is_capital(token):
            continue
        after = word_of(found_tokens[i + 1][0]).canonical if i + 1 < len(found_tokens) else ""
        if run and (not _continues(text[end:at], text[end - 2 : end]) or run[-1].canonical in _CALENDAR):
            found.append(Name(start, end, tuple(run)))
            run = []
        part = 0 if not run else part + (text[end:at] not in _LINKS)
        certain = _certainty(token, text, at, starts, language)
        if certain and language == "vi" and text[to + 1 : to + 2].islower():
            certain = f"{canonical(token)} {after}" not in _plain_pairs()
        if certain is not None:
            start = start if run else at
            word = bare(token).replace(".", "")
            run.append(NameWord(word, canonical(word), fold(word), certain, part, after))
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


def _certainty(token: str, text: str, at: int, starts: set[int], language: Language) -> bool | None:
    """Whether a capitalised token is surely a word of a name; None where it is surely none."""
    word = bare(token)
    lower = canonical(word)
    if len(word) < 2 and not word.isupper():
        return None
    initial = at in starts or bool(_OPENING.search(text[max(0, at - 3) : at]))
    plain = (lower in STOP_WORDS[language] or (initial and lower in _OPENERS)) and not (
        word.isupper() and len(word) > 1
    )
    if plain and (initial or language == "en"):
        return None
    return not initial or _surely(word, lower, language)


def _surely(word: str, lower: str, language: Language) -> bool:
    """Whether a word at the start of a sentence is a name by its shape, or because it is no plain word."""
    if sum(c.isupper() for c in word) > 1:
        return True
    if language == "en":
        return not word.isascii() or not is_plain(lower)
    return not is_syllable(lower)


class NameIndex:
    """The words of one text, ready to be asked whether they hold a name."""

    def __init__(self, text: str, language: Language) -> None:
        words = [bare(t).replace(".", "") for t, _, _ in tokens(text)]
        lowered = [canonical(w) for w in words]
        self._language = language
        self._words = frozenset(lowered)
        self._capitals = frozenset(c for w, c in zip(words, lowered, strict=True) if is_capital(w))
        self._folded = frozenset(fold(w) for w in self._words)
        self._ascii = frozenset(w for w in self._words if w.isascii())
        self._stems = frozenset(stem(w) for w in self._words)
        self._pairs = frozenset(zip(lowered, lowered[1:], strict=False))
        self._joined = frozenset(fold(a + b) for a, b in self._pairs)
        self._long = tuple(sorted(w for w in self._folded if len(w) >= 5))
        self._kin = frozenset(_KIN[w] for w in self._words if w in _KIN)
        self._names = names(text, language)
        self._initials = frozenset(_initials(n) for n in self._names if len(n.words) > 1)

    def missing(self, name: Name) -> tuple[NameWord, ...]:
        """The words of a name that are not here; none for an acronym whose long form is here, or the other way round."""
        if self._holds_short_or_joined(name):
            return ()
        return tuple(w for w in name.words if not self._holds_word(w, name))

    def contradicts(self, name: Name) -> bool:
        """Whether certain words of a name are missing in a way that no other word of it excuses.

        A title is excused by the name that it belongs to, a first name by a surname that stands alone somewhere.
        """
        gone = self.missing(name)
        return any(self._is_wrong([w for w in name.words if w.part == p], gone) for p in {w.part for w in gone})

    def _is_wrong(self, part: Sequence[NameWord], gone: Sequence[NameWord]) -> bool:
        absent = [w for w in part if w in gone]
        present = [w for w in part if w not in gone]
        if not any(w.certain for w in absent):
            return False
        if present and all(w.canonical in _TITLES for w in absent):
            return False
        ends = part[-1:] if self._language == "vi" else (part[0], part[-1])
        return not any(self._stands_alone(w) for w in present if w in ends and w.canonical not in _TITLES)

    def _stands_alone(self, word: NameWord) -> bool:
        """Whether a word is somewhere a name by itself, so that it can be short for a longer one."""
        plain = [[w for w in n.words if w.certain and w.canonical not in _TITLES] for n in self._names]
        return any(len(p) == 1 and p[0].folded == word.folded for p in plain)

    def _holds_word(self, word: NameWord, name: Name) -> bool:
        lower, folded = word.canonical, word.folded
        if self._language == "vi" and is_syllable(lower):
            return self._holds_syllable(word, name)
        if lower in self._words or stem(lower) in self._stems:
            return True
        if folded in self._folded and (lower.isascii() or folded in self._ascii):
            return True
        if lower in _KIN and _KIN[lower] in self._kin:
            return True
        return folded in self._joined or any(_akin(folded, w) for w in self._long)

    def _holds_syllable(self, word: NameWord, name: Name) -> bool:
        """A syllable by itself says little: it counts where it is capital, or next to the same neighbour."""
        lower = word.canonical
        if lower in self._capitals:
            return True
        if lower not in self._words:
            return lower.isascii() and lower in self._folded
        before = {w.canonical for w in name.words if w.after == lower}
        return (lower, word.after) in self._pairs or any((b, lower) in self._pairs for b in before) or not word.certain

    def _holds_short_or_joined(self, name: Name) -> bool:
        joined = "".join(w.folded for w in name.words)
        if joined in self._folded or joined in self._initials:
            return True
        return len(name.words) > 2 and _initials(name) in self._words


def _akin(one: str, two: str) -> bool:
    """Whether two folded words are forms of one name: a common beginning, or one letter apart in a long word."""
    if len(one) < 5:
        return False
    common = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if common >= 5 and common * 3 >= 2 * min(len(one), len(two)):
        return True
    return min(len(one), len(two)) >= 6 and abs(len(one) - len(two)) <= 1 and _one_edit(one, two, common)


def _one_edit(one: str, two: str, common: int) -> bool:
    """Whether the words differ by one letter (added, left out, exchanged or swapped with its neighbour)."""
    a, b = one[common:], two[common:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _initials(name: Name) -> str:
    return "".join(w.folded[0] for w in name.words if w.folded)


@lru_cache(maxsize=1)
def _plain_stems() -> frozenset[str]:
    """The stems of English words that the glossary writes in lower case."""
    phrases = (p for entry in Glossary.load() for p in entry.english if p == p.lower())
    return frozenset(stem(w) for p in phrases for w in p.split())


@lru_cache(maxsize=1)
def _plain_pairs() -> frozenset[str]:
    """Vietnamese words of two syllables that the glossary writes in lower case: `đại học` is no name in `Đại học`."""
    return frozenset(canonical(e.vietnamese) for e in Glossary.load() if e.vietnamese == e.vietnamese.lower())


def is_plain(word: str) -> bool:
    """Whether an English word is a plain one rather than a name, as far as the glossary and its ending tell.

    >>> is_plain("students"), is_plain("following"), is_plain("luther")
    (True, True, False)
    """
    if word in STOP_WORDS["en"] or word in _OPENERS or stem(word) in _plain_stems():
        return True
    return len(word) > 5 and word.endswith(_PLAIN_ENDINGS)
