"""Typing mistakes, mended against the collection itself: words one letter away that it does contain.

The candidates are all edits of distance one (Norvig, https://norvig.com/spell-correct.html; a swap of neighbours counts
as one, after Damerau 1964). The index knows which of them exist, and which stand beside the neighbouring word.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, Protocol

from bot.language.words.normalise import fold
from bot.language.words.stopwords import ENGLISH, VIETNAMESE
from bot.language.words.syllables import is_syllable
from bot.language.words.terms import Word, stem
from bot.models import Language
from bot.retrieval.terms.weighted import Field

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
_SHORTEST_STEM = 5
_LONGEST = 24
_KEPT = 3
_REMEMBERED = 20_000
_STOPS_EN = frozenset(word for word in ENGLISH if len(word) >= _SHORTEST)
_STOPS_VI = frozenset(map(fold, VIETNAMESE))


class Frequencies(Protocol):
    """What is asked of the inverted index: in how many paragraphs a term occurs, and how many there are."""

    @property
    def count(self) -> int:
        """The number of paragraphs."""
        ...

    def document_frequency(self, field: Field, term: str) -> int:
        """The number of paragraphs with a term in a field, 0..count."""
        ...

    def held(self, field: Field, terms: Collection[str]) -> set[str]:
        """Those of the terms that occur in a field at all."""
        ...


class QuestionWord(NamedTuple):
    """A word of the question in place; `stop` for a word without topic."""

    word: Word
    stop: bool


class Correction(NamedTuple):
    """What a word may have been meant to be: a stem (English) or folded syllable (Vietnamese).

    `doubtful` when the word as typed occurs in the collection, too, but never beside its neighbours.
    """

    form: str
    doubtful: bool = False


def joint_form(word: Word, language: Language) -> str:
    """The form in which a word takes part in the index's bigrams."""
    return word.stem if language == "en" else word.folded


class Spelling:
    """Corrections against one state of a collection; what it knows near a word is looked up once.

    `most` words of a question are mended at most, the first ones: more unknown words than that are a question about
    something else.
    """

    def __init__(self, frequencies: Frequencies, *, most: int = 8) -> None:
        self._spellers: dict[Language, _Speller] = {"en": _English(frequencies), "vi": _Vietnamese(frequencies)}
        self._most = most

    def corrections(self, words: Sequence[QuestionWord], language: Language) -> list[tuple[Correction, ...]]:
        """For each word of a question its likely corrections, best first; mostly none."""
        speller = self._spellers[language]
        forms = [joint_form(w.word, language) for w in words]
        found: list[tuple[Correction, ...]] = []
        left = self._most
        for i, (word, stop) in enumerate(words):
            before = _Neighbour(forms[i - 1], words[i - 1].stop) if i else None
            after = _Neighbour(forms[i + 1], words[i + 1].stop) if i + 1 < len(words) else None
            letters = not stop and word.canonical.isalpha() and len(word.folded) <= _LONGEST
            if letters and left and speller.doubts(word, before, after):
                left -= 1
                found.append(tuple(speller.correct(word, before, after)))
            else:
                found.append(())
        return found


class _Neighbour(NamedTuple):
    form: str
    stop: bool


class _Near(NamedTuple):
    """A word of the collection one edit away: its form in the index, as it is written, and its frequency."""

    form: str
    written: str
    frequency: int


class _Speller(ABC):
    """Shared by both languages: looking terms up, and remembering what is near a word."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._df = frequencies.document_frequency
        self._held = frequencies.held
        self._remembered: dict[str, tuple[_Near, ...]] = {}

    @abstractmethod
    def doubts(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> bool:
        """May the word be a mistake?"""

    @abstractmethod
    def correct(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> Iterator[Correction]:
        """Its likely corrections."""

    def known(self, form: str, folded: str) -> int:
        """How many paragraphs hold the word, as it is written or without its marks."""
        return self._df("terms", form) or self._df("folded", folded)

    def beside(self, form: str, before: _Neighbour | None, after: _Neighbour | None) -> tuple[float, int]:
        """How well a form fits its neighbours: sides (a stop word counts half) and frequency."""
        left = self._df("bigrams", f"{before.form}_{form}") if before else 0
        right = self._df("bigrams", f"{form}_{after.form}") if after else 0
        sides = sum(0.5 if n.stop else 1.0 for n, df in ((before, left), (after, right)) if n and df)
        return sides, left + right

    def near(self, typed: str) -> tuple[_Near, ...]:
        """What the collection knows one edit away."""
        found = self._remembered.get(typed)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[typed] = tuple(self._found(typed))
        return found

    @abstractmethod
    def _found(self, typed: str) -> Iterator[_Near]:
        """The same, looked up."""

    def _looked_up(self, forms: Sequence[str], written: Sequence[str]) -> Iterator[_Near]:
        """Those words that the collection knows."""
        known, folded = self._held("terms", forms), self._held("folded", written)
        for form, word in zip(forms, written, strict=True):
            if form in known or word in folded:
                yield _Near(form, word, self.known(form, word))


class _English(_Speller):
    """A word that the collection does not contain is led to ones that it does."""

    def doubts(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> bool:
        """Whether it is long enough and the collection has it in no form."""
        return len(word.folded) >= _SHORTEST and word.folded.isascii() and not self.known(word.stem, word.folded)

    def correct(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> Iterator[Correction]:
        """The nearest words of the collection, those that stand beside a neighbour first; none for a stop word."""
        typed = word.folded
        ranks: dict[str, tuple[float, bool, int]] = {}
        for form, written, df in self.near(typed):
            if written in _STOPS_EN:
                return
            rank = (self.beside(form, before, after)[0], written[0] == typed[0], df)
            ranks[form] = max(rank, ranks.get(form, rank))
        best = sorted(ranks, key=lambda form: (ranks[form], form), reverse=True)[:_KEPT]
        yield from map(Correction, best or self._shorter(typed))

    def _found(self, typed: str) -> Iterator[_Near]:
        near = edits(typed)
        stops = _STOPS_EN.intersection(near)
        if stops:
            return iter(_Near(stop, stop, 0) for stop in sorted(stops))
        return self._looked_up([*map(stem, near)], near)

    def _shorter(self, typed: str) -> Iterator[str]:
        """The mistake may lie in the ending, which the stem of the right word lacks."""
        for end in range(len(typed) - 1, _SHORTEST_STEM - 1, -1):
            for form in (stem(typed[:end]), typed[:end]):
                if self._df("terms", form):
                    yield form
                    return


class _Vietnamese(_Speller):
    """A syllable that stands beside neither neighbour in the collection is led to ones that do."""

    def doubts(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> bool:
        """Whether the collection lacks it, or has it beside neither neighbour."""
        return not (self.known(word.stem, word.folded) and self.beside(word.folded, before, after)[0])

    def correct(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> Iterator[Correction]:
        """The nearest syllables that stand beside a neighbour; else, for an unknown one, the nearest of all."""
        known = self.known(word.stem, word.folded)
        near = self.near(word.folded)
        fits = ((w.form, self.beside(w.form, before, after)) for w in near if is_syllable(w.form))
        ranks: dict[str, tuple[float, int]] = {form: rank for form, rank in fits if rank[0]}
        if not ranks and not known and all(w.form not in _STOPS_VI for w in near):
            ranks = {w.form: (0.0, w.frequency) for w in near}
        best = sorted(ranks, key=lambda form: (ranks[form], form), reverse=True)[:_KEPT]
        yield from (Correction(form, doubtful=bool(known)) for form in best)

    def _found(self, typed: str) -> Iterator[_Near]:
        near = edits(typed)
        if self.known(typed, typed):
            near = [*filter(is_syllable, near)]
        stops = (_Near(edit, edit, 0) for edit in near if edit in _STOPS_VI)
        found = {word.form: word for word in (*stops, *self._looked_up(near, near))}
        return (found[edit] for edit in near if edit in found)


def edits(word: str) -> list[str]:
    """All words one deletion, swap of neighbours, replacement or insertion away, in a fixed order.

    >>> {"the", "th", "then"} <= set(edits("teh") + edits("te") + edits("thn"))
    True
    """
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = dict.fromkeys(a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1)
    found |= dict.fromkeys(a + b[1:] for a, b in splits if b)
    found |= dict.fromkeys(a + c + b[1:] for a, b in splits if b for c in _LETTERS)
    found |= dict.fromkeys(a + c + b for a, b in splits for c in _LETTERS)
    found.pop(word, None)
    found.pop("", None)
    return list(found)
