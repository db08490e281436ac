"""Words and set phrases of one language in the other: `glossary.tsv`, and the user's own list on top.

A line of the file is `vietnamese<TAB>english 1; english 2<TAB>section`; `#` begins a comment. Lookups take the longest
entry that begins at a word, in both directions; Vietnamese typed without tones is found by its folded form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from bot.errors import SettingsError
from bot.language.lexicon.phrase_table import Phrases, canonical, folded, keys_of, stemmed, tokens_of
from bot.language.words.normalise import clean
from bot.language.words.terms import word_of
from bot.models import Language

_LINE = re.compile("(?m)^([^#\t\n][^\t\n]*)\t([^\t\n]+)")
_LEADING = ("to ", "the ", "a ", "an ")
_LONGEST_LINE = 2000
_MOST = 1000
"""Alternatives of one phrase, at most."""
_OTHER: dict[Language, Language] = {"en": "vi", "vi": "en"}


class Entry(NamedTuple):
    """A line of the glossary: the Vietnamese headword and its English equivalents, best first."""

    vietnamese: str
    english: tuple[str, ...]


class Match(NamedTuple):
    """Tokens `start:end` of a question (half open) and what they are in the other language.

    An alternative is a sequence of analysed words: English stems without stop words, or Vietnamese syllables.
    """

    start: int
    end: int
    alternatives: tuple[tuple[str, ...], ...]


class Glossary:
    """A bilingual word list; cheap to construct, each direction is prepared when it is first asked for.

    >>> glossary = Glossary([Entry("tổng bí thư", ("general secretary", "party chief"))])
    >>> glossary.translations("Tổng Bí thư Tô Lâm", "vi")
    [Match(start=0, end=3, alternatives=(('general', 'secretari'), ('parti', 'chief')))]
    >>> glossary.translations("the party chief", "en")
    [Match(start=1, end=3, alternatives=(('tổng', 'bí', 'thư'),))]
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._rows = [(entry.vietnamese, "; ".join(entry.english)) for entry in entries]

    @staticmethod
    def load(extra: Path | None = None) -> Glossary:
        """The built-in glossary, with the entries of `extra` before it; loaded once for each file.

        Raises SettingsError naming file and line when `extra` cannot be read.
        """
        return _load(extra)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(vietnamese, tuple(english.split("; "))) for vietnamese, english in self._rows)

    def translations(self, phrase: str | Sequence[str], from_language: Language) -> list[Match]:
        """The longest entries in a phrase or its tokens, from left to right, without overlap.

        Vietnamese without any mark is looked up by folded forms.
        """
        keys = keys_of(tokens_of(phrase) if isinstance(phrase, str) else phrase, from_language)
        return list(_translations(self, tuple(keys), from_language))

    def entries(self, words: Sequence[str], language: Language) -> list[tuple[int, int]]:
        """Where the entries stand that `translations` gives, start and end (half open), whatever they mean.

        >>> Glossary([Entry("tổng bí thư", ("general secretary",))]).entries(["Ông", "Tổng", "Bí", "thư"], "vi")
        [(1, 4)]
        """
        keys = keys_of(words, language)
        return [(start, end) for start, end, _ in self._table_for(keys, language).longest(keys)]

    def whole(self, phrase: Sequence[str], from_language: Language, most: int = _MOST) -> tuple[tuple[str, ...], ...]:
        """What the tokens of a phrase are together in the other language, as `Match.alternatives`; () where no entry is.

        At most `most`, the first ones.

        >>> glossary = Glossary([Entry("tổng bí thư", ("general secretary", "party chief"))])
        >>> glossary.whole(["party", "chiefs"], "en"), glossary.whole(["the", "party", "chief"], "en")
        ((('tổng', 'bí', 'thư'),), ())
        """
        keys = keys_of(phrase, from_language)
        there = self._table_for(keys, from_language).whole(keys)
        return _alternatives(there, _OTHER[from_language], most) if there else ()

    def words_in_english(self, keys: Sequence[str], most: int) -> set[str]:
        """The words of the best `most` alternatives of all translations of Vietnamese `keys_of`, faster than one by one.

        >>> glossary = Glossary([Entry("tổng bí thư", ("general secretary", "party chief"))])
        >>> sorted(glossary.words_in_english(["tổng", "bí", "thư"], 1))
        ['general', 'secretari']
        """
        return set().union(*[_best_words(there, most) for _, _, there in self._table_for(keys, "vi").longest(keys)])

    def _table_for(self, keys: Sequence[str], language: Language) -> Phrases:
        if language == "en":
            return self._by_english
        return self._by_folded if all(map(str.isascii, keys)) else self._by_vietnamese

    def toned(self, folded: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The Vietnamese headwords of several syllables that words without marks may stand for, with their places.

        >>> list(Glossary([Entry("tổng bí thư", ("party chief",))]).toned(["ai", "la", "tong", "bi", "thu"]))
        [(2, 'tổng bí thư')]
        """
        for start, heads in self._heads.every(folded):
            yield from ((start, head) for head in heads.split("; "))

    @cached_property
    def syllables(self) -> Counter[str]:
        """The syllables of the Vietnamese headwords, canonical, and how many headwords have each."""
        written = Counter(" ".join([head for head, _ in self._rows]).split())
        counted: Counter[str] = Counter()
        for syllable, times in written.items():
            counted[word_of(syllable).canonical] += times
        return counted

    def begins(self, word: str, language: Language) -> bool:
        """Does an entry begin with this word?

        >>> Glossary([Entry("đại sứ", ("ambassador",))]).begins("Đại", "vi")
        True
        """
        if language == "en":
            return self._by_english.begins(word_of(word).stem)
        return self._by_vietnamese.begins(word_of(word).canonical)

    @cached_property
    def _by_vietnamese(self) -> Phrases:
        return Phrases(*self._columns, canonical)

    @cached_property
    def _by_folded(self) -> Phrases:
        return Phrases(*self._columns, folded)

    @cached_property
    def _heads(self) -> Phrases:
        heads = [head for head, _ in self._rows if " " in head]
        return Phrases(heads, heads, folded)

    @cached_property
    def _by_english(self) -> Phrases:
        columns = [english.split("; ") for _, english in self._rows]
        phrases = "\n".join([phrase for column in columns for phrase in column]).lower().split("\n")
        bare = [p.partition(" ")[2] if p.startswith(_LEADING) else p for p in phrases]
        heads = [head for (head, _), column in zip(self._rows, columns, strict=True) for _ in column]
        return Phrases(bare, heads, stemmed)

    @property
    def _columns(self) -> tuple[list[str], list[str]]:
        return [head for head, _ in self._rows], [english for _, english in self._rows]


@lru_cache(maxsize=64)
def _translations(glossary: Glossary, keys: Sequence[str], language: Language) -> tuple[Match, ...]:
    """Remembered for a while, as retrieval and the answerer look up the same question."""
    found = glossary._table_for(keys, language).longest(keys)
    matches = (Match(start, end, _alternatives(there, _OTHER[language])) for start, end, there in found)
    return tuple(match for match in matches if match.alternatives)


@lru_cache(maxsize=20_000)
def _alternatives(equivalents: str, into: Language, most: int = _MOST) -> tuple[tuple[str, ...], ...]:
    found: dict[tuple[str, ...], None] = {}
    for phrase in equivalents.split("; "):
        if len(found) == most:
            break
        if words := _analysed(phrase, into):
            found[words] = None
    return tuple(found)


@lru_cache(maxsize=20_000)
def _best_words(equivalents: str, most: int) -> frozenset[str]:
    return frozenset(word for words in _alternatives(equivalents, "en", most) for word in words)


def _analysed(phrase: str, language: Language) -> tuple[str, ...]:
    if language == "vi":
        return tuple(canonical(phrase).split())
    words = [word_of(token) for token in tokens_of(phrase)]
    return tuple(word.stem for word in words if not word.stop_en) or tuple(word.stem for word in words)


@lru_cache(maxsize=8)
def _load(extra: Path | None) -> Glossary:
    own = Glossary(_own_entries(extra) if extra else ())
    own._rows += _LINE.findall((files("bot.language.lexicon") / "glossary.tsv").read_text("utf-8"))
    return own


def _own_entries(path: Path) -> Iterator[Entry]:
    """The user's entries, every line checked."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The glossary {path} (TRICH_GLOSSARY) cannot be read as UTF-8 text: {error}.") from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _own_entry(line, f"{path}, line {number}")


def _own_entry(line: str, place: str) -> Entry:
    if len(line) > _LONGEST_LINE:
        raise SettingsError(f"{place}: a glossary line has at most {_LONGEST_LINE} characters, this one {len(line)}.")
    columns = [clean(column).text.strip() for column in line.split("\t")]
    if not 2 <= len(columns) <= 3:
        raise SettingsError(f"{place}: a glossary line is `Vietnamese<TAB>English; English<TAB>section`.")
    english = tuple(filter(None, (phrase.strip() for phrase in columns[1].split(";"))))
    if not all(map(canonical, (columns[0], *english))) or not english:
        raise SettingsError(f"{place}: a glossary line needs a Vietnamese headword and an English equivalent.")
    return Entry(columns[0], english)
