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
from bot.language.terms import stem, tokens, word_of
from bot.models import Language

_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_ENGLISH_WORD = re.compile(r"[a-z]+")
_LEADING = re.compile(r"(?m)^(?:to|the|an?) (?=\S)")
_LONGEST_LINE = 2000

Table = dict[str, str]
"""From a normalised phrase to its equivalents, separated by semicolons."""


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
        words = [t for t, _, _ in tokens(phrase)] if isinstance(phrase, str) else list(phrase)
        keys = _keys(words, from_language)
        if from_language == "en":
            phrases = self._by_english
        else:
            phrases = self._by_folded if all(key.isascii() for key in keys) else self._by_vietnamese
        into: Language = "vi" if from_language == "en" else "en"
        found = ((start, end, _alternatives(phrases.table[key], into)) for start, end, key in phrases.longest(keys))
        return [Match(*match) for match in found if match[2]]

    @cached_property
    def _by_vietnamese(self) -> _Phrases:
        heads = canonical("".join(f"{head}\n" for head, _ in self._rows)).split("\n")[:-1]
        return _Phrases(zip(map(_spaced, heads), (english for _, english in self._rows), strict=True))

    @cached_property
    def _by_folded(self) -> _Phrases:
        table = self._by_vietnamese.table
        heads = "".join(f"{head}\n" for head in table)
        unmarked = {ord(c): fold(c) for c in set(heads) if not c.isascii()}
        return _Phrases(zip(heads.translate(unmarked).split("\n")[:-1], table.values(), strict=True))

    @cached_property
    def _by_english(self) -> _Phrases:
        pairs = [(phrase, head) for head, english in self._rows for phrase in english.split("; ")]
        lowered = _LEADING.sub("", "".join(f"{phrase}\n" for phrase, _ in pairs).lower())
        stems = {word: stem(word) for word in sorted(set(_ENGLISH_WORD.findall(lowered)))}
        keys = (_stemmed(phrase, stems) for phrase in lowered.split("\n")[:-1])
        return _Phrases(zip(keys, (head for _, head in pairs), strict=True))


class _Phrases:
    """Normalised phrases of one language, found in running words longest first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.table: Table = {}
        self._longest: dict[str, int] = {}
        for key, equivalents in pairs:
            known = self.table.get(key)
            self.table[key] = f"{known}; {equivalents}" if known else equivalents
            first = key.partition(" ")[0]
            length = key.count(" ") + 1
            if length > self._longest.get(first, 0):
                self._longest[first] = length

    def longest(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The longest phrases from left to right, without overlap: start, end, phrase."""
        place = 0
        while place < len(words):
            for end in range(min(len(words), place + self._longest.get(words[place], 0)), place, -1):
                key = " ".join(words[place:end])
                if key in self.table:
                    yield place, end, key
                    break
            else:
                end = place + 1
            place = end


def _stemmed(phrase: str, stems: dict[str, str]) -> str:
    try:
        return " ".join([stems[word] for word in phrase.split(" ")])
    except KeyError:
        return " ".join(word_of(token).stem for token, _, _ in tokens(phrase))


def _keys(words: Sequence[str], language: Language) -> list[str]:
    if language == "en":
        return [word_of(word).stem for word in words]
    return [word_of(word).canonical for word in words]


def _spaced(phrase: str) -> str:
    """A canonical phrase as its words, one space between them."""
    return phrase if _PLAIN.fullmatch(phrase) else " ".join(word_of(token).canonical for token, _, _ in tokens(phrase))


@lru_cache(maxsize=20_000)
def _alternatives(equivalents: str, into: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(filter(None, (_analysed(phrase, into) for phrase in equivalents.split("; ")))))


def _analysed(phrase: str, language: Language) -> tuple[str, ...]:
    words = [word_of(token) for token, _, _ in tokens(phrase)]
    if language == "vi":
        return tuple(word.canonical for word in words)
    return tuple(word.stem for word in words if not word.stop_en) or tuple(word.stem for word in words)


@lru_cache(maxsize=8)
def _load(extra: Path | None) -> Glossary:
    own = Glossary(_own_entries(extra) if extra else ())
    own._rows += _rows((files("bot.language") / "glossary.tsv").read_text("utf-8"))
    return own


def _rows(text: str) -> list[tuple[str, str]]:
    lines = (line.split("\t", 2) for line in text.split("\n") if line and line[0] != "#")
    return [(columns[0], columns[1]) for columns in lines]


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
    if not all(map(_spaced, (columns[0], *english))) or not english:
        raise SettingsError(f"{place}: a glossary line needs a Vietnamese headword and an English equivalent.")
    return Entry(columns[0], english)
