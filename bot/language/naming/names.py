"""Names in a text, and whether another text holds them: inflected, with or without tones, in part, as an acronym.

A name is a run of capitalised words. The first word of a sentence is capital anyway, so it is a name for certain only
where its shape says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.language.figures.calendar_words import MONTH_WORDS, WEEKDAYS
from bot.language.lexicon.glossary import Glossary
from bot.language.sentences.boundaries import sentences
from bot.language.words.normalise import canonical, fold
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import stem, tokens, word_of
from bot.models import Language

_LINKS = frozenset({" ", "-", "–", ". ", "’", "'"})
_PARTICLE_GAP = re.compile(r" (?:(?:of|the|de|von|van|der|den|da|del|di|la|le|al|bin|ibn|du|des) ){1,2}")
_OPENING = re.compile(r"[:\"“”‘«(\[—–*•]\s*$|\n\s*$")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|th|tr|ch|ph|kh|gh|gi|qu|k(?=[eiy])|[bcdđghlmnprstvx])?"
    r"(?:uya|uye|uyu|ieu|yeu|oai|oay|oao|oeo|uoi|uou|uay|uây|[iyu]?[aeo][iyou]?|oa[iy]?|u[yaeio]?|i[au]?|y|uo|ie|ye)"
    r"(?:ng|nh|ch|[cmnpt])?",
)
_PLAIN_ENDINGS = ("ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "ance", "ence", "ists", "ism", "ogy")
_OPENERS = (
    "prior besides despite except aside according unlike together compared given alongside amid yesterday today tomorrow "
    "earlier later meanwhile moreover however then also"
)
_NO_NAMES = frozenset(_OPENERS.split())
"""Words that open a sentence and belong to no name behind them."""
_CALENDAR = frozenset(WEEKDAYS) | (frozenset(MONTH_WORDS) - {"may", "march", "april", "june", "august", "mar", "jan"})


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
    if token[0].isupper() or token.islower():
        return token[0].isupper()
    return token[0].isalpha() and any(c.isupper() for c in token[1:])


def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable by its spelling; a foreign name mostly cannot.

    >>> is_syllable("lâm"), is_syllable("nguyễn"), is_syllable("luther"), is_syllable("kao")
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
    plain = (lower in STOP_WORDS[language] or (initial and lower in _NO_NAMES)) and not (
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
    if word in STOP_WORDS["en"] or word in _NO_NAMES or stem(word) in _plain_stems():
        return True
    return len(word) > 5 and word.endswith(_PLAIN_ENDINGS)
