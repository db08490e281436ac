"""A word of a question with what else it may be called, and what the glossary makes of its phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.likeness import Likeness, Phrase
from bot.language.words.terms import Word
from bot.models import Language


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """A word of the question at `index`: its weight (idf), what it is, and its phrase's equivalents.

    `akin` has the same translation, `like` the same meaning; `pair` is the word joined with the next one; `translated`
    and `alike` are all words of the equivalents.
    """

    index: int
    text: str
    word: Word
    weight: float
    name: bool
    number: bool
    translations: tuple[Phrase, ...]
    akin: tuple[Phrase, ...]
    like: Likeness
    pair: str
    translated: frozenset[str]
    alike: frozenset[str]
    light: bool


@lru_cache(maxsize=4096)
def words_of(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    """All words of some phrases."""
    return frozenset(word for phrase in phrases for word in phrase)


@lru_cache(maxsize=4096)
def synonyms(glossary: Glossary, phrases: tuple[Phrase, ...], language: Language) -> tuple[Phrase, ...]:
    """What the first equivalents of a phrase mean in its own language: a thesaurus by way of the other one.

    >>> from bot.language.lexicon.glossary import Entry
    >>> glossary = Glossary([Entry("gia nhập", ("join", "accede"))])
    >>> synonyms(glossary, (("gia", "nhập"),), "en")
    (('join',), ('acced',))
    """
    other: Language = "vi" if language == "en" else "en"
    back: dict[Phrase, None] = {}
    for phrase in phrases[:4]:
        back.update(dict.fromkeys(glossary.whole(phrase, other, 6)))
    return tuple(back)


def name_runs(terms: Sequence[QuestionWord]) -> dict[int, tuple[int, ...]]:
    """For each place among words that is part of a name of several, the places of the whole name."""
    runs: dict[int, tuple[int, ...]] = {}
    run: list[int] = []
    for place, term in enumerate((*terms, None)):
        if term and term.name and (not run or terms[run[-1]].index == term.index - 1):
            run.append(place)
            continue
        runs.update({p: tuple(run) for p in run if len(run) > 1})
        run = [place] if term and term.name else []
    return runs
