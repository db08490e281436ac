"""Set phrases of one language in running words: a table that is prepared word by word as it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.language.terms import stem, tokens, word_of
from bot.models import Language


class _Group(NamedTuple):
    """The phrases that begin with the same word, normalised: their equivalents, and what the second word can be.

    `longest` holds for each second word the most words of a phrase that goes on with it.
    """

    table: dict[str, str]
    longest: dict[str, int]


_NONE = _Group({}, {})


class Phrases:
    """Phrases of one language, found in running words longest first.

    Only the first word of each is normalised beforehand; the rest of a phrase when its first word is looked up.
    """

    def __init__(self, phrases: Sequence[str], equivalents: Sequence[str], normal: Callable[[str], str]) -> None:
        self._phrases, self._equivalents, self._normal = phrases, equivalents, normal
        self._groups: dict[str, _Group] = {}
        self._places: dict[str, list[int]] = {}
        written: dict[str, list[int]] = {}
        for place, phrase in enumerate(phrases):
            first = phrase.partition(" ")[0]
            if first not in written:
                written[first] = self._places.setdefault(normal(first).partition(" ")[0], [])
            written[first].append(place)

    def begins(self, first: str) -> bool:
        """Does a phrase begin with this word?"""
        return first in self._places

    def longest(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The longest phrases from left to right, without overlap: start, end, equivalents."""
        place, count = 0, len(words)
        while place < count:
            first, end = words[place], place + 1
            if first in self._places:
                group = self._groups.get(first) or self._group(first)
                most = group.longest.get(words[end], 1) if end < count else 1
                for end in range(min(count, place + most), place + 1, -1):
                    equivalents = group.table.get(" ".join(words[place:end]))
                    if equivalents is not None:
                        break
                else:
                    end, equivalents = place + 1, group.table.get(first)
                if equivalents is not None:
                    yield place, end, equivalents
            place = end

    def every(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The phrases of two words or more at every place, overlapping ones, too: start, equivalents."""
        for place in range(len(words) - 1):
            group = self._groups.get(words[place]) or self._group(words[place])
            for end in range(place + 2, min(len(words), place + group.longest.get(words[place + 1], 1)) + 1):
                equivalents = group.table.get(" ".join(words[place:end]))
                if equivalents is not None:
                    yield place, equivalents

    def _group(self, first: str) -> _Group:
        if first not in self._places:
            return _NONE
        if first not in self._groups:
            table: dict[str, str] = {}
            for place in self._places[first]:
                key, equivalents = self._normal(self._phrases[place]), self._equivalents[place]
                table[key] = f"{table[key]}; {equivalents}" if key in table else equivalents
            longest: dict[str, int] = {}
            for words in (key.split(" ") for key in table):
                if len(words) > 1:
                    longest[words[1]] = max(len(words), longest.get(words[1], 0))
            self._groups[first] = _Group(table, longest)
        return self._groups[first]


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
    if phrase.replace(" ", "").isalpha():
        return phrase.split()
    return [token for token, _, _ in tokens(phrase)]


def canonical(phrase: str) -> str:
    """The words of a phrase in their canonical form."""
    return " ".join([word_of(token).canonical for token in tokens_of(phrase)])


def folded(phrase: str) -> str:
    """The words of a phrase without tones."""
    return " ".join([word_of(token).folded for token in tokens_of(phrase)])


def stemmed(phrase: str) -> str:
    """The stems of a phrase in lower case; a plain word is not worth remembering as a token."""
    if phrase.isascii() and phrase.isalpha():
        return stem(phrase)
    return " ".join([word_of(token).stem for token in tokens_of(phrase)])
