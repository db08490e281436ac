"""Words of one language that a reader of news takes for the same: `thesaurus_en.tsv`, `kinds_en.tsv` and their like.

A line of a thesaurus is a group, `word; word; set phrase<TAB>section`; `#` begins a comment. A word may stand in several
groups, and groups do not join: `present` is a gift and an act of showing, a gift is not shown. A line of kinds,
`player<TAB>goalkeeper; striker<TAB>section`, goes one way: who asks for a player may be told of a goalkeeper. Lookups take
the longest phrase that begins at a word. See docs/thesaurus.md for what may stand in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from bot.language.lexicon.phrase_table import Phrases, canonical, folded, keys_of, stemmed, tokens_of
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import word_of
from bot.models import Language

_FUNCTION = frozenset(word_of(word).stem for word in STOP_WORDS["en"])
_LINE = re.compile("(?m)^([^#\t\n][^\t\n]*)\t")
_KINDS = re.compile("(?m)^([^#\t\n][^\t\n]*)\t([^\t\n]*)\t")


class Like(NamedTuple):
    """Tokens `start:end` of a text (half open) and the phrases that say the same, each as English stems or syllables."""

    start: int
    end: int
    phrases: tuple[tuple[str, ...], ...]


class Thesaurus:
    """Groups of words of one language; cheap to construct, prepared when it is first asked.

    >>> thesaurus = Thesaurus(["gift; present; souvenir", "accompany; travel with"], "en")
    >>> thesaurus.alike("Who travelled with the President?")
    [Like(start=1, end=3, phrases=(('accompani',),))]
    >>> Thesaurus(["vợ; phu nhân"], "vi").alike("phu nhan")
    [Like(start=0, end=2, phrases=(('vợ',),))]
    >>> Thesaurus([], "en", [("player", "goalkeeper; striker")]).alike("striker") # a striker is asked for, not a player
    []
    """

    def __init__(self, groups: Iterable[str], language: Language, kinds: Iterable[tuple[str, str]] = ()) -> None:
        self._groups, self.language, self._kinds = tuple(groups), language, tuple(kinds)

    @staticmethod
    def load(language: Language) -> Thesaurus:
        """The built-in groups of a language; loaded once."""
        return _load(language)

    def __len__(self) -> int:
        return len(self._groups)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (tuple(group.split("; ")) for group in self._groups)

    def alike(self, phrase: str | Sequence[str]) -> list[Like]:
        """The longest members of groups in a phrase or its tokens, from left to right, without overlap.

        Vietnamese without any mark is looked up by folded forms.
        """
        words = tokens_of(phrase) if isinstance(phrase, str) else phrase
        return list(_alike(self, tuple(keys_of(words, self.language))))

    def _like(self, phrase: tuple[str, ...], group: str) -> tuple[tuple[str, ...], ...]:
        """What is like a phrase of some group; of `proud of`, which is one word to look for, what is like that one, too."""
        like = _others(group, self.language, phrase)
        content = [key for key in phrase if key not in _FUNCTION] if len(phrase) > 1 else []
        alone = self._members.whole(content) if len(content) == 1 else None
        return tuple(dict.fromkeys((*like, *_others(alone, self.language, tuple(content))))) if alone else like

    @cached_property
    def _members(self) -> Phrases:
        return Phrases(*self._columns, stemmed if self.language == "en" else canonical)

    @cached_property
    def _folded(self) -> Phrases:
        return Phrases(*self._columns, folded)

    @property
    def _columns(self) -> tuple[list[str], list[str]]:
        groups = [group.split("; ") for group in self._groups]
        members = [member for group in groups for member in group]
        lines = [line for line, group in zip(self._groups, groups, strict=True) for _ in group]
        return members + [general for general, _ in self._kinds], lines + [kinds for _, kinds in self._kinds]


@lru_cache(maxsize=64)
def _alike(thesaurus: Thesaurus, keys: Sequence[str]) -> tuple[Like, ...]:
    """Remembered for a while, as retrieval and the answerer look up the same question."""
    plain = thesaurus.language == "vi" and all(key.isascii() for key in keys)
    found = (thesaurus._folded if plain else thesaurus._members).longest(keys)
    return tuple(Like(start, end, thesaurus._like(tuple(keys[start:end]), group)) for start, end, group in found)


@lru_cache(maxsize=20_000)
def _others(group: str, language: Language, own: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The members of one or more groups, without the phrase itself and what is a part of it: `donor` of `organ donor`."""
    members = dict.fromkeys(tuple(keys_of(tokens_of(member), language)) for member in group.split("; "))
    plain = {word_of(word).folded for word in own}
    return tuple(m for m in members if not plain.issuperset(word_of(word).folded for word in m))


@lru_cache(maxsize=2)
def _load(language: Language) -> Thesaurus:
    groups, kinds = (
        (files("bot.language.lexicon") / f"{name}_{language}.tsv").read_text("utf-8") for name in ("thesaurus", "kinds")
    )
    return Thesaurus(_LINE.findall(groups), language, _KINDS.findall(kinds))
