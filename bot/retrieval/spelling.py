"""Typing mistakes, mended against the collection itself: words one letter away that it does contain.

The candidates are all edits of distance one (Norvig, https://norvig.com/spell-correct.html; a swap of neighbours counts
as one, after Damerau 1964). The index knows which of them exist, and which stand beside the neighbouring word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from bot.language.normalise import fold
from bot.language.stopwords import ENGLISH, VIETNAMESE
from bot.language.syllables import is_syllable
from bot.language.terms import Word, stem
from bot.models import Language
from bot.retrieval.weighted import Field

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
_SHORTEST_STEM = 5
_LONGEST = 24
_KEPT = 3
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


def corrections(
    words: Sequence[QuestionWord], language: Language, frequencies: Frequencies
) -> list[tuple[Correction, ...]]:
    """For each word of a question its likely corrections, best first; mostly none."""
    speller = _English(frequencies) if language == "en" else _Vietnamese(frequencies)
    forms = [joint_form(w.word, language) for w in words]
    found: list[tuple[Correction, ...]] = []
    for i, (word, stop) in enumerate(words):
        if stop or not word.canonical.isalpha() or len(word.folded) > _LONGEST:
            found.append(())
            continue
        before = _Neighbour(forms[i - 1], words[i - 1].stop) if i else None
        after = _Neighbour(forms[i + 1], words[i + 1].stop) if i + 1 < len(words) else None
        found.append(tuple(speller.correct(word, before, after)))
    return found


class _Neighbour(NamedTuple):
    form: str
    stop: bool


class _Speller:
    """Shared by both languages: looking terms up."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._df = frequencies.document_frequency

    def known(self, form: str, folded: str) -> int:
        return self._df("terms", form) or self._df("folded", folded)

    def beside(self, form: str, before: _Neighbour | None, after: _Neighbour | None) -> tuple[float, int]:
        """How well a form fits its neighbours: sides (a stop word counts half) and frequency."""
        left = self._df("bigrams", f"{before.form}_{form}") if before else 0
        right = self._df("bigrams", f"{form}_{after.form}") if after else 0
        sides = sum(0.5 if n.stop else 1.0 for n, df in ((before, left), (after, right)) if n and df)
        return sides, left + right


class _English(_Speller):
    """A word that the collection does not contain is led to ones that it does."""

    def correct(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> Iterator[Correction]:
        typed = word.folded
        if len(typed) < _SHORTEST or not typed.isascii() or self.known(word.stem, typed):
            return
        near = edits(typed)
        if not _STOPS_EN.isdisjoint(near):
            return
        ranks: dict[str, tuple[float, bool, int]] = {}
        for edit in near:
            form = stem(edit)
            df = self.known(form, edit)
            if df:
                rank = (self.beside(form, before, after)[0], edit[0] == typed[0], df)
                ranks[form] = max(rank, ranks.get(form, rank))
        best = sorted(ranks, key=lambda form: (ranks[form], form), reverse=True)[:_KEPT]
        yield from map(Correction, best or self._shorter(typed))

    def _shorter(self, typed: str) -> Iterator[str]:
        """The mistake may lie in the ending, which the stem of the right word lacks."""
        for end in range(len(typed) - 1, _SHORTEST_STEM - 1, -1):
            for form in (stem(typed[:end]), typed[:end]):
                if self._df("terms", form):
                    yield form
                    return


class _Vietnamese(_Speller):
    """A syllable that stands beside neither neighbour in the collection is led to ones that do."""

    def correct(self, word: Word, before: _Neighbour | None, after: _Neighbour | None) -> Iterator[Correction]:
        typed = word.folded
        known = self.known(word.stem, typed)
        if known and self.beside(typed, before, after)[0]:
            return
        near = edits(typed)
        fits = ((edit, self.beside(edit, before, after)) for edit in near if is_syllable(edit))
        ranks: dict[str, tuple[float, int]] = {edit: rank for edit, rank in fits if rank[0]}
        if not ranks and not known and _STOPS_VI.isdisjoint(near):
            ranks = {edit: (0.0, df) for edit in near if (df := self.known(edit, edit))}
        best = sorted(ranks, key=lambda edit: (ranks[edit], edit), reverse=True)[:_KEPT]
        yield from (Correction(edit, doubtful=bool(known)) for edit in best)


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
