"""What else the words of a question may be called: by the thesaurus, in its own language and, translated, in the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.thesaurus import Thesaurus
from bot.models import Language

Phrase = tuple[str, ...]

TRANSLATIONS = 4
"""Translations of each member of a group that are looked for, best first."""


class Likeness(NamedTuple):
    """The phrases that say the same as a word: of its own language, and of the other, with all words of each."""

    own: tuple[Phrase, ...] = ()
    across: tuple[Phrase, ...] = ()
    words_own: frozenset[str] = frozenset()
    words_across: frozenset[str] = frozenset()


NOTHING = Likeness()


def likeness(
    words: Sequence[str], names: Sequence[bool], language: Language, glossary: Glossary
) -> dict[int, Likeness]:
    """For each place of a question what its phrase may also be called; a single word that is a name has no like.

    >>> likeness(["Who", "commended", "Rose"], [False, False, True], "en", Glossary([]))[1].own[:2]
    (('prais',), ('laud',))
    """
    found: dict[int, Likeness] = {}
    for like in Thesaurus.load(language).alike(words):
        if like.end - like.start == 1 and names[like.start]:
            continue
        said = _likeness(like.phrases, language, glossary)
        found.update((place, said) for place in range(like.start, like.end))
    return found


@lru_cache(maxsize=4096)
def _likeness(phrases: tuple[Phrase, ...], language: Language, glossary: Glossary) -> Likeness:
    across: dict[Phrase, None] = {}
    for phrase in phrases:
        across.update(dict.fromkeys(glossary.whole(phrase, language, TRANSLATIONS)))
    return Likeness(phrases, tuple(across), _words(phrases), _words(across))


def _words(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase)
