"""Set phrases of one language in running words: a table that is prepared word by word as it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.language.words import normalise
from bot.language.words.normalise import fold
from bot.language.words.terms import stem, token_texts, word_of
from bot.models import Language


class _Table(NamedTuple):
    """Phrases with the same first two words: their equivalents by their normalised words, and the words of the longest."""

    equivalents: dict[str, str]
    longest: int


class Phrases:
    """Phrases of one language, found in running words longest first.

    Only the first word of each is normalised beforehand; the second when the first is looked up, the rest when both are.
    """

    def __init__(self, phrases: Sequence[str], equivalents: Sequence[str], normal: Callable[[str], str]) -> None:
        self._phrases, self._equivalents, self._normal = phrases, equivalents, normal
        self._places: dict[str, list[int]] = {}
        self._single: dict[str, str | None] = {}
        self._seconds: dict[str, dict[str, list[int]]] = {}
        self._tables: dict[tuple[str, str], _Table] = {}
        written: dict[str, list[int]] = {}
        for place, phrase in enumerate(phrases):
            first = phrase.partition(" ")[0]
            if first not in written:
                written[first] = self._places.setdefault(normal(first).partition(" ")[0], [])
            written[first].append(place)

    def begins(self, first: str) -> bool:
        """Does a phrase begin with this word?"""
        return first in self._places

    def whole(self, words: Sequence[str]) -> str | None:
        """The equivalents of the phrase that consists of these words; None where there is none."""
        if not words or words[0] not in self._places:
            return None
        if len(words) == 1:
            return self._alone(words[0])
        table = self._table(words[0], words[1])
        return table.equivalents.get(" ".join(words)) if table else None

    def longest(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The longest phrases from left to right, without overlap: start, end, equivalents."""
        places, seconds = self._places, self._seconds
        place, count = 0, len(words)
        while place < count:
            first, end = words[place], place + 1
            if first in places:
                equivalents = None
                begun = end < count and words[end] in (seconds.get(first) or self._by_second(first))
                if begun and (table := self._table(first, words[end])):
                    for end in range(min(count, place + table.longest), place + 1, -1):
                        equivalents = table.equivalents.get(" ".join(words[place:end]))
                        if equivalents is not None:
                            break
                if equivalents is None:
                    end, equivalents = place + 1, self._alone(first)
                if equivalents is not None:
                    yield place, end, equivalents
            place = end

    def every(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The phrases of two words or more at every place, overlapping ones, too: start, equivalents."""
        for place in range(len(words) - 1):
            table = self._table(words[place], words[place + 1]) if words[place] in self._places else None
            for end in range(place + 2, min(len(words), place + table.longest) + 1) if table else ():
                equivalents = table.equivalents.get(" ".join(words[place:end])) if table else None
                if equivalents is not None:
                    yield place, equivalents

    def _alone(self, first: str) -> str | None:
        """The equivalents of a first word by itself."""
        if first not in self._single:
            there = ((place, self._phrases[place]) for place in self._places[first])
            table = self._normalised([place for place, phrase in there if " " not in phrase or not _is_plain(phrase)])
            self._single[first] = table.equivalents.get(first)
        return self._single[first]

    def _table(self, first: str, second: str) -> _Table | None:
        """The phrases that begin with a first word and a second one."""
        places = (self._seconds.get(first) or self._by_second(first)).get(second)
        if places is None:
            return None
        found = self._tables.get((first, second))
        if found is None:
            found = self._tables[first, second] = self._normalised(places)
        return found

    def _by_second(self, first: str) -> dict[str, list[int]]:
        """The places of the phrases that begin with a first word, by their second one; empty for those that have none."""
        found: dict[str, list[int]] = {}
        for place in self._places[first]:
            found.setdefault(self._second(self._phrases[place]), []).append(place)
        self._seconds[first] = found
        return found

    def _second(self, phrase: str) -> str:
        """The second word of a phrase, normalised; empty where it has one."""
        begun = " ".join(phrase.split(" ", 2)[:2])
        words = self._normal(begun).split(" ")
        if len(words) < 2 and len(begun) < len(phrase):
            words = self._normal(phrase).split(" ")
        return words[1] if len(words) > 1 else ""

    def _normalised(self, places: Sequence[int]) -> _Table:
        table: dict[str, str] = {}
        for place in places:
            key, equivalents = self._normal(self._phrases[place]), self._equivalents[place]
            table[key] = f"{table[key]}; {equivalents}" if key in table else equivalents
        return _Table(table, max((key.count(" ") + 1 for key in table), default=0))


def keys_of(words: Iterable[str], language: Language) -> list[str]:
    """The words of a text as phrases are looked up: English stems, canonical Vietnamese syllables.

    >>> keys_of(["Presented", "gifts"], "en")
    ['present', 'gift']
    """
    if language == "en":
        return [word_of(word).stem for word in words]
    return [word_of(word).canonical for word in words]


def tokens_of(phrase: str) -> list[str]:
    """The tokens of a phrase; most are plain words, which a split finds faster."""
    return phrase.split(" ") if _is_plain(phrase) else token_texts(phrase)


def canonical(phrase: str) -> str:
    """The words of a phrase in their canonical form."""
    if _is_plain(phrase):
        return normalise.canonical(phrase)
    return " ".join([word_of(token).canonical for token in token_texts(phrase)])


def folded(phrase: str) -> str:
    """The words of a phrase without tones."""
    if _is_plain(phrase):
        return fold(normalise.canonical(phrase))
    return " ".join([word_of(token).folded for token in token_texts(phrase)])


def stemmed(phrase: str) -> str:
    """The stems of a phrase in lower case; a plain word is not worth remembering as a token."""
    if phrase.isascii() and (phrase.isalpha() or (phrase.islower() and _is_plain(phrase))):
        return " ".join(map(stem, phrase.split(" ")))
    return " ".join([word_of(token).stem for token in tokens_of(phrase)])


def _is_plain(phrase: str) -> bool:
    """Whether a phrase is words of letters alone, with a space between: its tokens are what stands between the spaces."""
    return all(map(str.isalpha, phrase.split(" ")))
