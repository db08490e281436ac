"""What else the words of a question may be called: by the thesaurus, in its own language and, translated, in the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.thesaurus import Like, Thesaurus
from bot.models import Language

Phrase = tuple[str, ...]

TRANSLATIONS = 4
"""Translations of each member of a group that are looked for, best first."""


class Likeness:
    """The phrases that say the same as a word, `own` in its language and `across` in the other, with all words of each.

    What it is called in the other language is looked up when it is asked for: often no text in it is read.
    """

    def __init__(self, own: tuple[Phrase, ...], language: Language, glossary: Glossary) -> None:
        self.own = own
        self._language, self._glossary = language, glossary

    @cached_property
    def across(self) -> tuple[Phrase, ...]:
        """The translations of the phrases."""
        found: dict[Phrase, None] = {}
        for phrase in self.own:
            found.update(dict.fromkeys(self._glossary.whole(phrase, self._language, TRANSLATIONS)))
        return tuple(found)

    @cached_property
    def single(self) -> frozenset[str]:
        """The phrases that are one word."""
        return frozenset(phrase[0] for phrase in self.own if len(phrase) == 1)

    @cached_property
    def words_own(self) -> frozenset[str]:
        """All words of the phrases."""
        return _words(self.own)

    @cached_property
    def words_across(self) -> frozenset[str]:
        """All words of the translations."""
        return _words(self.across)


NOTHING = Likeness((), "en", Glossary(()))


def likeness(
    words: Sequence[str], names: Sequence[bool], language: Language, glossary: Glossary
) -> dict[int, Likeness]:
    """For each place of a question what its phrase may also be called; a single word that is a name has no like.

    >>> likeness(["Who", "commended", "Rose"], [False, False, True], "en", Glossary([]))[1].own[:2]
    (('prais',), ('laud',))
    """
    found: dict[int, Likeness] = {}
    for like in alike_in(words, names, language):
        said = _likeness(like.phrases, language, glossary)
        found.update((place, said) for place in range(like.start, like.end))
    return found


def alike_in(words: Sequence[str], names: Sequence[bool], language: Language) -> list[Like]:
    """What the thesaurus has for the words of a question; it has nothing for a single word that is a name."""
    found = Thesaurus.load(language).alike(words)
    return [like for like in found if like.end - like.start > 1 or not names[like.start]]


_likeness = lru_cache(maxsize=4096)(Likeness)


def _words(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase)
