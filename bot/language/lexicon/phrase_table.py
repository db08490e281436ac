"""Set phrases of one language in running words: a table that is prepared word by word as it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.language.words import normalise
from bot.language.words.normalise import fold
from bot.language.words.pieces import Pieces
from bot.language.words.terms import stem, token_texts, word_of
from bot.models import Language


class _Begun(NamedTuple):
    """The phrases with the same first word: their equivalents by their normalised words; by second word, the words of the longest."""

    equivalents: dict[str, str]
    longest: dict[str, int]


_NOTHING = _Begun({}, {})


class Phrases:
    """Phrases of one language, found in running words longest first.

    Only the first word of each is normalised beforehand, the rest when it is looked up.
    """

    def __init__(self, phrases: Sequence[str], equivalents: Sequence[str], normal: Callable[[str], str]) -> None:
        self._phrases, self._equivalents, self._normal = phrases, equivalents, normal
        self._places: dict[str, list[int]] = {}
        self._begun: dict[str, _Begun] = {}
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
        return self._beginning(words[0]).equivalents.get(" ".join(words))

    def longest(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The longest phrases from left to right, without overlap: start, end, equivalents."""
        begun, place, count = self._begun, 0, len(words)
        while place < count:
            word, after = words[place], place + 1
            known, longest = begun.get(word) or self._beginning(word)
            furthest = place + longest.get(words[after], 1) if after < count else after
            for end in range(min(count, furthest), after, -1):
                equivalents = known.get(" ".join(words[place:end]))
                if equivalents is not None:
                    yield place, end, equivalents
                    break
            else:
                end, equivalents = after, known.get(word)
                if equivalents is not None:
                    yield place, end, equivalents
            place = end

    def every(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The phrases of two words or more at every place, overlapping ones, too: start, equivalents."""
        for place in range(len(words) - 1):
            if words[place] in self._places:
                known, longest = self._beginning(words[place])
                furthest = place + longest.get(words[place + 1], 1)
                for end in range(place + 2, min(len(words), furthest) + 1):
                    equivalents = known.get(" ".join(words[place:end]))
                    if equivalents is not None:
                        yield place, equivalents

    def _beginning(self, first: str) -> _Begun:
        """The phrases that begin with a first word."""
        if first not in self._places:
            return _NOTHING
        begun = self._begun.get(first)
        if begun is None:
            known: dict[str, str] = {}
            longest: dict[str, int] = {}
            for place in self._places[first]:
                key, equivalents = self._normal(self._phrases[place]), self._equivalents[place]
                known[key] = f"{known[key]}; {equivalents}" if key in known else equivalents
                _, *further = key.split(" ")
                if further:
                    longest[further[0]] = max(longest.get(further[0], 0), 1 + len(further))
            begun = self._begun[first] = _Begun(known, longest)
        return begun


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
