"""Set phrases of one language in running words: a table that is prepared word by word as it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from bot.language.words import normalise
from bot.language.words.normalise import fold
from bot.language.words.pieces import Pieces
from bot.language.words.terms import stem, token_texts, word_of
from bot.models import Language


class _Begun(NamedTuple):
    """The phrases with the same first word: the equivalents of that word alone, and the places of the others by their second word."""

    alone: str | None
    others: dict[str, list[int]]


class _Pair(NamedTuple):
    """The phrases with the same first two words: their equivalents by all their words, and the words of the longest."""

    equivalents: dict[str, str]
    longest: int


_NOTHING, _NO_PAIR = _Begun(None, {}), _Pair({}, 0)


class Phrases:
    """Phrases of one language, found in running words longest first.

    Only the first word of each is normalised beforehand, the second when the first is looked up, the rest when both are.
    """

    def __init__(self, phrases: Sequence[str], equivalents: Sequence[str], normal: Callable[[str], str]) -> None:
        self._phrases, self._equivalents, self._normal = phrases, equivalents, normal
        self._places: dict[str, list[int]] = {}
        self._begun: dict[str, _Begun] = {}
        self._pairs: dict[tuple[str, str], _Pair] = {}
        self._first = cache(lambda written: normal(written).partition(" ")[0])
        written: dict[str, list[int]] = {}
        for place, phrase in enumerate(phrases):
            first = phrase.partition(" ")[0]
            if first not in written:
                written[first] = self._places.setdefault(self._first(first), [])
            written[first].append(place)

    def begins(self, first: str) -> bool:
        """Does a phrase begin with this word?"""
        return first in self._places

    def whole(self, words: Sequence[str]) -> str | None:
        """The equivalents of the phrase that consists of these words; None where there is none."""
        if len(words) < 2:
            return self._beginning(words[0]).alone if words else None
        return self._pair(words[0], words[1]).equivalents.get(" ".join(words))

    def longest(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The longest phrases from left to right, without overlap: start, end, equivalents."""
        begun, place, count = self._begun, 0, len(words)
        while place < count:
            word, after = words[place], place + 1
            equivalents, others = begun.get(word) or self._beginning(word)
            end = after
            if others and after < count and words[after] in others:
                known, longest = self._pair(word, words[after])
                for further in range(min(count, place + longest), after, -1):
                    of_all = known.get(" ".join(words[place:further]))
                    if of_all is not None:
                        end, equivalents = further, of_all
                        break
            if equivalents is not None:
                yield place, end, equivalents
            place = end

    def every(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The phrases of two words or more at every place, overlapping ones, too: start, equivalents."""
        for place in range(len(words) - 1):
            known, longest = self._pair(words[place], words[place + 1])
            for end in range(place + 2, min(len(words), place + longest) + 1):
                equivalents = known.get(" ".join(words[place:end]))
                if equivalents is not None:
                    yield place, equivalents

    def _beginning(self, first: str) -> _Begun:
        """The phrases that begin with a first word."""
        if first not in self._places:
            return _NOTHING
        begun = self._begun.get(first)
        if begun is None:
            alone: list[str] = []
            others: dict[str, list[int]] = {}
            for place in self._places[first]:
                head, *rest = self._phrases[place].split(" ", 2)
                second = self._first(rest[0]) if rest and head.isalpha() else ""
                if not second and (rest or not head.isalpha()):
                    second = self._second(head, rest)
                if second:
                    others.setdefault(second, []).append(place)
                else:
                    alone.append(self._equivalents[place])
            begun = self._begun[first] = _Begun("; ".join(alone) if alone else None, others)
        return begun

    def _second(self, head: str, rest: Sequence[str]) -> str:
        """The second word of a phrase, normalised, where its first may be two (`vice-president`); "" where there is none."""
        _, _, second = self._normal(head).partition(" ")
        return (second or self._normal(" ".join(rest))).partition(" ")[0]

    def _pair(self, first: str, second: str) -> _Pair:
        """The phrases that begin with two words."""
        places = self._beginning(first).others.get(second)
        if places is None:
            return _NO_PAIR
        pair = self._pairs.get((first, second))
        if pair is None:
            known: dict[str, str] = {}
            for place in places:
                key, equivalents = self._normal(self._phrases[place]), self._equivalents[place]
                known[key] = f"{known[key]}; {equivalents}" if key in known else equivalents
            longest = max(key.count(" ") for key in known) + 1
            pair = self._pairs[first, second] = _Pair(known, longest)
        return pair


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
    return phrase.split() if phrase.replace(" ", "").isalpha() else token_texts(phrase)


def canonical(phrase: str) -> str:
    """The words of a phrase in their canonical form."""
    return " ".join(_canonicals.of(phrase))


def folded(phrase: str) -> str:
    """The words of a phrase without tones."""
    return " ".join(_foldeds.of(phrase))


def stemmed(phrase: str) -> str:
    """The stems of a phrase in lower case."""
    return " ".join(_stems.of(phrase))


def _canonicals_of(piece: str) -> Iterable[str]:
    if piece.isalpha():
        return (normalise.canonical(piece),)
    return (word_of(token).canonical for token in token_texts(piece))


def _foldeds_of(piece: str) -> Iterable[str]:
    if piece.isalpha():
        return (fold(normalise.canonical(piece)),)
    return (word_of(token).folded for token in token_texts(piece))


def _stems_of(piece: str) -> Iterable[str]:
    if piece.isascii() and piece.isalpha() and piece.islower():  # not worth remembering as a token
        return (stem(piece),)
    return (word_of(token).stem for token in token_texts(piece))


_canonicals, _foldeds, _stems = Pieces(_canonicals_of), Pieces(_foldeds_of), Pieces(_stems_of)
