"""Words and set phrases of one language in the other: `glossary.tsv`, and the user's own list on top.

A line of the file is `vietnamese<TAB>english 1; english 2<TAB>section`; `#` begins a comment. Lookups take the longest
entry that begins at a word, in both directions; Vietnamese typed without tones is found by its folded form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from bot.errors import SettingsError
from bot.language.normalise import canonical, clean, fold
from bot.language.terms import tokens, word_of
from bot.models import Language

_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_LEADING = re.compile(r"(?:to|the|an?) (?=\S)")
_LONGEST_PHRASE = 10
_LONGEST_LINE = 2000


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
        self._entries = tuple(entries)

    @staticmethod
    def load(extra: Path | None = None) -> Glossary:
        """The built-in glossary, with the entries of `extra` before it; loaded once for each file.

        Raises SettingsError naming file and line when `extra` cannot be read.
        """
        return _load(extra)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def translations(self, phrase: str | Sequence[str], from_language: Language) -> list[Match]:
        """The longest entries in a phrase or its tokens, from left to right, without overlap."""
        words = [t for t, _, _ in tokens(phrase)] if isinstance(phrase, str) else list(phrase)
        keys = _keys(words, from_language)
        table = self._by_english if from_language == "en" else self._by_vietnamese
        if from_language == "vi" and all(key.isascii() for key in keys):
            table = self._by_folded
        return list(self._longest(keys, table, from_language))

    def _longest(self, keys: list[str], table: dict[str, list[str]], language: Language) -> Iterator[Match]:
        place = 0
        while place < len(keys):
            for end in range(min(len(keys), place + _LONGEST_PHRASE), place, -1):
                found = table.get(" ".join(keys[place:end]))
                if found:
                    yield Match(place, end, _alternatives(found, language))
                    break
            else:
                end = place + 1
            place = end

    @cached_property
    def _by_vietnamese(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for vietnamese, english in self._entries:
            table.setdefault(_plain(vietnamese), []).extend(english)
        return table

    @cached_property
    def _by_folded(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        folded = fold("\n".join(self._by_vietnamese)).split("\n")
        for key, english in zip(folded, self._by_vietnamese.values(), strict=True):
            table.setdefault(key, []).extend(english)
        return table

    @cached_property
    def _by_english(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for vietnamese, english in self._entries:
            for phrase in english:
                key = " ".join(word_of(w).stem for w in _plain(_LEADING.sub("", phrase.lower())).split())
                table.setdefault(key, []).append(vietnamese)
        return table


def _keys(words: Sequence[str], language: Language) -> list[str]:
    if language == "en":
        return [word_of(word).stem for word in words]
    return [word_of(word).canonical for word in words]


def _plain(phrase: str) -> str:
    if _PLAIN.fullmatch(phrase):
        return canonical(phrase)
    return " ".join(word_of(token).canonical for token, _, _ in tokens(canonical(phrase)))


def _alternatives(phrases: Iterable[str], from_language: Language) -> tuple[tuple[str, ...], ...]:
    into: Language = "vi" if from_language == "en" else "en"
    return tuple(dict.fromkeys(filter(None, (_analysed(phrase, into) for phrase in phrases))))


@lru_cache(maxsize=20_000)
def _analysed(phrase: str, language: Language) -> tuple[str, ...]:
    words = [word_of(token) for token, _, _ in tokens(phrase)]
    if language == "vi":
        return tuple(word.canonical for word in words)
    return tuple(word.stem for word in words if not word.stop_en) or tuple(word.stem for word in words)


@lru_cache(maxsize=8)
def _load(extra: Path | None) -> Glossary:
    built_in = (files("bot.language") / "glossary.tsv").read_text("utf-8")
    return Glossary([*(_own_entries(extra) if extra else ()), *_entries(built_in)])


def _entries(text: str) -> Iterator[Entry]:
    for line in text.split("\n"):
        if line and line[0] != "#":
            columns = line.split("\t")
            yield Entry(columns[0], tuple(columns[1].split("; ")))


def _own_entries(path: Path) -> Iterator[Entry]:
    """The user's entries, every line checked."""
    try:
        text = clean(path.read_text("utf-8-sig")).text
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The glossary {path} (TRICH_GLOSSARY) cannot be read as UTF-8 text: {error}.") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield _own_entry(line, f"{path}, line {number}")


def _own_entry(line: str, place: str) -> Entry:
    if len(line) > _LONGEST_LINE:
        raise SettingsError(f"{place}: a glossary line has at most {_LONGEST_LINE} characters, this one {len(line)}.")
    columns = [column.strip() for column in line.split("\t")]
    if not 2 <= len(columns) <= 3:
        raise SettingsError(f"{place}: a glossary line is `Vietnamese<TAB>English; English<TAB>section`.")
    english = tuple(filter(None, (phrase.strip() for phrase in columns[1].split(";"))))
    if not _plain(columns[0]) or not english or not all(map(_plain, english)):
        raise SettingsError(f"{place}: a glossary line needs a Vietnamese headword and an English equivalent.")
    return Entry(columns[0], english)
