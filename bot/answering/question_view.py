"""A question read once: its weighted words, what they are in the other language, and words of like meaning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.question_type import Asked, asked, is_toneless
from bot.answering.view import PREFIX, SentenceView
from bot.language.glossary import Glossary
from bot.language.names import is_capital, is_plain, is_syllable
from bot.language.normalise import clean
from bot.language.stopwords import STOP_WORDS
from bot.language.terms import Word, tokens, word_of
from bot.models import Language
from bot.protocols import TermStatistics

AKIN = 0.6
"""Strength of a word of like meaning (same translation) against the word itself."""
FAMILY = 0.45
"""Strength of a long word with the same beginning."""
PART = 0.4
"""Strength of the last word of a translation without the rest."""
LIGHT = 0.25
"""Share of its weight that a word keeps which only says that something happened or stands somewhere."""
LONGEST = 64
_UNKNOWN = "\x00"

_LIGHT_WORDS = frozenset(
    "take place occur happen hold held locate located situate situated lie mention call known describe refer do make "
    "exist contain include involve diễn ra xảy nằm đặt gồm bao nhắc nêu gọi thuộc tổ chức".split()
)
_MEANT = frozenset({"won"})
"""Stop words that mean something in a question."""
_LIGHT_STEMS = frozenset(word_of(w).stem for w in _LIGHT_WORDS)

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """A word of the question at `index`: its weight (idf), what it is, and its phrase's equivalents."""

    index: int
    text: str
    word: Word
    weight: float
    name: bool
    number: bool
    translations: tuple[Phrase, ...]
    akin: tuple[Phrase, ...]
    pair: str


class QuestionView:
    """A question as it is compared with sentences of either language."""

    def __init__(self, text: str, language: Language, statistics: TermStatistics, glossary: Glossary) -> None:
        self.text, self.language = clean(text).text, language
        self.found = list(tokens(self.text))[:LONGEST]
        self.words = [word_of(t) for t, _, _ in self.found]
        self.asked: Asked = asked(self.text, language)
        self.toneless = language == "vi" and is_toneless(self.words)
        self._statistics, self._glossary = statistics, glossary
        self.highest = max(statistics.idf(_UNKNOWN), 1e-6)
        self.folded = frozenset(w.folded for w in self.words)
        self.stems = frozenset(w.stem for w in self.words)
        self.terms = tuple(self._terms())
        self.total = sum(t.weight for t in self.terms) or 1.0
        self.pairs = [f"{a.folded}_{b.folded}" for a, b in zip(self.words, self.words[1:], strict=False)]

    def _terms(self) -> Iterable[QuestionWord]:
        groups = self._groups()
        lower_case = all(not is_capital(t) for t, _, _ in self.found[1:])
        for i, ((text, _, _), word) in enumerate(zip(self.found, self.words, strict=True)):
            if i in self.asked.asking or self._is_stop(word):
                continue
            translations, akin = groups.get(i, ((), ()))
            name = not lower_case and is_capital(text) and (i > 0 or self._opens_with_name(word))
            joint = self.words[i + 1].folded if i + 1 < len(self.words) else ""
            yield QuestionWord(
                i, text, word, self._weight(word, translations), name, text[0].isdigit(), translations, akin,
                word.folded + joint,
            )  # fmt: skip

    def _is_stop(self, word: Word) -> bool:
        if self.language == "en":
            return word.stop_en and word.canonical not in _MEANT
        return word.stop_vi or (self.toneless and word.canonical in _folded_stops())

    def _opens_with_name(self, word: Word) -> bool:
        after = self.found[1][0] if len(self.found) > 1 else ""
        if after and is_capital(after):
            return True
        return not is_plain(word.canonical) if self.language == "en" else not is_syllable(word.canonical)

    def _weight(self, word: Word, translations: tuple[Phrase, ...]) -> float:
        """The idf; where the collection knows only the translation, that one's."""
        own = self._statistics.idf(word.stem)
        if word.stem in _LIGHT_STEMS:
            return LIGHT * own
        if own < self.highest - 1e-6:
            return own
        known = [max(map(self._statistics.idf, phrase)) for phrase in translations[:4] if phrase]
        return min([own, *known])

    def _groups(self) -> dict[int, tuple[tuple[Phrase, ...], tuple[Phrase, ...]]]:
        """For each word the translations of its phrase, and phrases of its language with the same translation."""
        groups: dict[int, tuple[tuple[Phrase, ...], tuple[Phrase, ...]]] = {}
        words = [t for t, _, _ in self.found]
        for match in self._glossary.translations(words, self.language):
            akin = synonyms(self._glossary, match.alternatives, self.language)
            for i in range(match.start, match.end):
                groups[i] = (match.alternatives, akin)
        return groups


@lru_cache(maxsize=1)
def _folded_stops() -> frozenset[str]:
    return frozenset(word_of(w).folded for w in STOP_WORDS["vi"])


@lru_cache(maxsize=4096)
def synonyms(glossary: Glossary, phrases: tuple[Phrase, ...], language: Language) -> tuple[Phrase, ...]:
    """What the first equivalents of a phrase mean in its own language: a thesaurus by way of the other one.

    >>> from bot.language.glossary import Entry
    >>> glossary = Glossary([Entry("gia nhập", ("join", "accede"))])
    >>> synonyms(glossary, (("gia", "nhập"),), "en")
    (('join',), ('acced',))
    """
    other: Language = "vi" if language == "en" else "en"
    back: dict[Phrase, None] = {}
    for phrase in phrases[:4]:
        for match in glossary.translations(phrase, other):
            if match.end - match.start == len(phrase):
                back.update(dict.fromkeys(match.alternatives[:6]))
    return tuple(back)


def strengths(question: QuestionView, sentence: SentenceView) -> list[float]:
    """How surely each word of the question stands in a sentence, 0..1 each."""
    across = question.language != sentence.paragraph.language
    return [_strength(term, question, sentence, across) for term in question.terms]


def _strength(term: QuestionWord, question: QuestionView, sentence: SentenceView, across: bool) -> float:
    word = term.word
    if word.canonical in sentence.canonicals or (word.stem in sentence.stems and not across):
        return 1.0
    direct = _folded_strength(term, question, sentence, across)
    if direct >= 0.9 or not (term.translations if across else term.akin):
        return direct
    if across:
        return max(direct, max((_held(p, sentence) for p in term.translations), default=0.0))
    return max(direct, AKIN * max((_held(p, sentence) == 1.0 for p in term.akin), default=0))


def _folded_strength(term: QuestionWord, question: QuestionView, sentence: SentenceView, across: bool) -> float:
    word = term.word
    typed_plain = word.canonical == word.folded
    if word.folded in sentence.folded and (typed_plain or term.name):
        if not across:
            return 0.95
        if term.name or term.number or (len(word.folded) > 3 and question.language == "en"):
            return 0.9
    if term.name and (term.pair in sentence.folded):
        return 0.9
    if len(word.folded) > PREFIX and word.folded[:PREFIX] in sentence.prefixes and (not across or term.name):
        return FAMILY
    return 0.0


def _held(phrase: Phrase, sentence: SentenceView) -> float:
    """1 for a whole translation, PART for its last English or first Vietnamese word alone."""
    present = [word in sentence.stems for word in phrase]
    if all(present):
        return _together(phrase, sentence)
    if len(phrase) > 1 and any(present):
        return PART * sum(present) / len(present)
    return 0.0


def _together(phrase: Phrase, sentence: SentenceView) -> float:
    """A phrase of several words counts in full only where they stand side by side."""
    if len(phrase) == 1:
        return 1.0
    places = [sentence.places.get(word, ()) for word in phrase]
    for first in places[0]:
        if all(any(abs(p - first) <= len(phrase) + 1 for p in spots) for spots in places[1:]):
            return 1.0
    return 0.7
