"""What paragraphs are recognised by across languages: names and numbers, and what the glossary makes of the words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.phrase_table import keys_of
from bot.language.words.pieces import Pieces
from bot.language.words.terms import name_and_number_texts, token_texts, word_of
from bot.retrieval.inverted import Frequencies
from bot.retrieval.storage.rows import Told
from bot.retrieval.terms.weighted import BestOf, Part, WeightedTerm

Mark = tuple[str, str]
"""A name or number as (stem, folded form)."""
Keys = Mapping[str, float]
"""What a paragraph can be recognised by across languages, with its idf."""

_RARE = 0.02
_RARE_AT_MOST = 2_000
_TRANSLATIONS = 2
_REMEMBERED = 50_000
_PARAGRAPHS = 8_000


class Marks:
    """The names and numbers of paragraphs and how rare they are in one state of the index, the latest remembered."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies
        self._commonest = min(max(20.0, _RARE * frequencies.count), _RARE_AT_MOST)
        self._mark_of = _MarkOf()
        self._found: dict[str, int] = {}
        self._marks: dict[int, frozenset[Mark]] = {}

    def forget(self) -> None:
        """Let go of what takes much memory."""
        if len(self._marks) > _PARAGRAPHS:
            self._marks.clear()
        if len(self._found) > _REMEMBERED:
            self._found.clear()

    def of(self, told: Told) -> frozenset[Mark]:
        """The names and numbers of a paragraph."""
        found = self._marks.get(told.rowid)
        if found is None:
            found = self._marks[told.rowid] = self._mark_of.all(name_and_number_texts(told.text))
        return found

    def rarest(self, paragraphs: Iterable[Told], most: int) -> list[Mark]:
        """The rarest names and numbers of an article that stand in more than one paragraph of the collection."""
        rare = []
        for mark in frozenset().union(*map(self.of, paragraphs)):
            found = self._found.get(mark[0])
            if found is None:
                found = self._found[mark[0]] = self._frequencies.document_frequency("terms", mark[0])
            if 1 < found <= self._commonest:
                rare.append((found, mark))
        return [mark for _, mark in sorted(rare)[:most]]

    def written(self, mark: Mark) -> Part:
        """How a name or number is searched for: with its folded form where one stands in any paragraph."""
        stem, folded = mark
        exact = WeightedTerm("terms", stem)
        if stem[0].isdigit() or not self._frequencies.document_frequency("folded", folded):
            return exact
        return BestOf((exact, WeightedTerm("folded", folded)))


class Recognition:
    """The keys of paragraphs against one state of the index, the latest remembered."""

    def __init__(self, frequencies: Frequencies, marks: Marks, glossary: Callable[[], Glossary]) -> None:
        self._marks, self._glossary = marks, glossary
        self._stems_in, self._syllables_in = Pieces(_stems_in), Pieces(_syllables_in)
        self._idf_of = _IdfOf(frequencies)
        self._keys: dict[int, Keys] = {}

    def forget(self) -> None:
        """Let go of what takes much memory."""
        self._marks.forget()
        if len(self._keys) > _PARAGRAPHS // 4:
            self._keys.clear()
        if len(self._idf_of) > _REMEMBERED:
            self._idf_of.clear()

    def of(self, paragraphs: Sequence[Told]) -> dict[int, Keys]:
        """The keys of some paragraphs by rowid."""
        return {told.rowid: self._keys_of(told) for told in paragraphs}

    def _keys_of(self, told: Told) -> Keys:
        if told.rowid not in self._keys:
            words = {form for mark in self._marks.of(told) for form in mark} | self._english(told)
            self._keys[told.rowid] = {stem: self._idf_of[stem] for stem in sorted(words)}
        return self._keys[told.rowid]

    def _english(self, told: Told) -> set[str]:
        """English stems of a paragraph: its own, or those of its translation."""
        if told.language == "en":
            return set(self._stems_in.of(told.text))
        return self._glossary().words_in_english([*self._syllables_in.of(told.text)], _TRANSLATIONS)


class _IdfOf(dict[str, float]):
    """How rare the words of one state of the index are: BM25's idf by stem or folded form, the commoner one's."""

    def __init__(self, frequencies: Frequencies) -> None:
        super().__init__()
        self._frequencies = frequencies

    def __missing__(self, stem: str) -> float:
        frequency, count = self._frequencies.document_frequency, self._frequencies.count
        found = max(frequency("terms", stem), frequency("folded", stem))
        self[stem] = idf = math.log(1 + (count - found + 0.5) / (found + 0.5))
        return idf


class _MarkOf(dict[str, Mark | None]):
    """What both languages write alike: the mark of a capitalised word or a number, None for another token."""

    def all(self, tokens: Iterable[str]) -> frozenset[Mark]:
        """The marks among some tokens."""
        return frozenset(filter(None, map(self.__getitem__, tokens)))

    def __missing__(self, token: str) -> Mark | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = word_of(token)
        name = token[0].isupper() and not word.stop_en and not word.stop_vi
        self[token] = mark = (word.stem, word.folded) if name or token[0].isdigit() else None
        return mark


def _stems_in(text: str) -> Iterator[str]:
    """The stems of English content words."""
    return (word.stem for word in map(word_of, token_texts(text)) if not word.stop_en)


def _syllables_in(text: str) -> list[str]:
    """The syllables of a Vietnamese text as the glossary looks them up."""
    return keys_of(token_texts(text), "vi")
