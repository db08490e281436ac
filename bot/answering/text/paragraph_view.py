"""A paragraph read once for answering: its sentences as words that questions are compared with."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import add

from bot.answering.text.tokens import Token, read_tokens
from bot.language.figures.dates import Moment, dates
from bot.language.figures.number_words import ROMAN, SMALL
from bot.language.lexicon.likeness import Phrase
from bot.language.naming import titles
from bot.language.sentences.boundaries import Span, sentences
from bot.language.words.normalise import fold, words
from bot.language.words.terms import tokens, word_of
from bot.models import Paragraph

SHORTENED = 3
"""Words of a name from which on its initials may stand for it."""
_JOINS = words("of the and for on in to")
PREFIX = 5
"""Letters that two long words share when they are of one family (`accession`, `access`)."""


class SentenceView:
    """A sentence: its words in order, and the sets in which a question's words are looked up."""

    def __init__(self, paragraph: Paragraph, index: int, span: Span, words: list[Token]) -> None:
        self.paragraph, self.index, self.span, self.tokens = paragraph, index, span, words
        self.language = paragraph.language
        self._folded = [t.word.folded for t in words]

    @cached_property
    def forms(self) -> list[tuple[str, str]]:
        """Each of its words without tones, and its stem."""
        return [(t.word.folded, t.word.stem) for t in self.tokens]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset([t.word.stem for t in self.tokens])

    @cached_property
    def canonicals(self) -> frozenset[str]:
        """Its words in their canonical form."""
        return frozenset([t.word.canonical for t in self.tokens])

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words without tones, and neighbours joined (`viet nam`, `vietnam`)."""
        return frozenset(self._folded).union(map(add, self._folded, self._folded[1:]))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its neighbouring words without tones: `viet_nam`."""
        return frozenset([f"{a}_{b}" for a, b in pairwise(self._folded)])

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """What its long words begin with."""
        return frozenset([f[:PREFIX] for f in self._folded if len(f) > PREFIX])

    @cached_property
    def name_prefixes(self) -> frozenset[str]:
        """What its names begin with, alone and joined with the next one."""
        named = [f for f, token in zip(self._folded, self.tokens, strict=True) if token.capital]
        both = zip(pairwise(self._folded), pairwise(self.tokens), strict=True)
        named += [a + b for (a, b), (x, y) in both if x.capital and y.capital]
        return frozenset([f[:PREFIX] for f in named if len(f) > PREFIX])

    @cached_property
    def content(self) -> int:
        """How many of its words are no stop words."""
        return sum([not t.stop for t in self.tokens])

    @cached_property
    def text(self) -> str:
        """Its words as they stand."""
        return self.span.of(self.paragraph.text)

    @cached_property
    def lower(self) -> str:
        """The same without capitals; of another length where a capital is not one code point in lower case."""
        return self.text.lower()

    @cached_property
    def acronyms(self) -> tuple[str, ...]:
        """Its words of three or more capitals (`NHNN`), without marks."""
        return tuple(fold(t.text) for t in self.tokens if len(t.text) > 2 and t.text.isalpha() and t.text.isupper())

    @cached_property
    def bracketed(self) -> tuple[int, ...]:
        """The places of its words that stand alone in round brackets: `(CPR)`."""
        text = self.paragraph.text
        return tuple(i for i, t in enumerate(self.tokens) if text[t.start - 1 : t.end + 1] == f"({t.text})")

    @cached_property
    def initials(self) -> frozenset[str]:
        """What its names of three words or more may be shortened to: `SBV` for `State Bank of Việt Nam`, `TBT` for `Tổng Bí thư`."""
        found: set[str] = set()
        run = ""
        for place, token in enumerate(self.tokens):
            gap = self.gap(place - 1) if place else " "
            inside = bool(run) and token.word.canonical in titles.INSIDE - _JOINS
            if gap.strip() or not (token.capital or inside or (run and token.word.canonical in _JOINS)):
                run = ""
            if token.capital or (inside and run):
                run += fold(token.text[0]).upper()
                found.update(run[i:] for i in range(len(run) - SHORTENED + 1))
        return frozenset(found)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its small numbers as figures, however they are written; a name (`Ba Đình`) is none."""
        plain = {t.word.canonical for t in self.tokens if not t.capital}
        roman = [ROMAN[t.text] for t in self.tokens if t.text in ROMAN]
        return frozenset([SMALL.get(c, c) for c in plain if c in SMALL or c.isdigit()] + roman)

    @cached_property
    def words(self) -> int:
        """Its length in words, as readers count them."""
        return len(self.text.split())

    @cached_property
    def moments(self) -> list[Moment]:
        """Its dates."""
        return dates(self.text, self.paragraph.language, self.paragraph.source.published)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes at which a stem or folded form stands."""
        places: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            for form in {token.word.stem, token.word.folded}:
                places.setdefault(form, []).append(i)
        return places

    def gap(self, place: int) -> str:
        """What stands in the text between a word and the next one; "" behind the last."""
        there = self.tokens
        return self.paragraph.text[there[place].end : there[place + 1].start] if place + 1 < len(there) else ""

    def starts(self, phrase: Phrase) -> list[int]:
        """Where the stems of a phrase stand side by side."""
        found, size = self.places.get(phrase[0], ()), len(phrase)
        return [p for p in found if tuple([t.word.stem for t in self.tokens[p : p + size]]) == phrase]

    def name_start(self, place: int) -> int:
        """The first of the capital words that stand in a row right before a word, or the word itself."""
        while place > 0 and self.tokens[place - 1].capital:
            place -= 1
        return place

    def touched(self, match: re.Match[str]) -> tuple[int, int]:
        """The words, from a first to an end, that a match in its text touches; (n, n) for one between two words."""
        start, end = (self.span.start + place for place in match.span())
        return sum([t.end <= start for t in self.tokens]), sum([t.start < end for t in self.tokens])


class ParagraphView:
    """A paragraph's sentences, and all its words."""

    def __init__(self, paragraph: Paragraph, sentences: tuple[SentenceView, ...]) -> None:
        self.paragraph, self.sentences = paragraph, sentences

    @cached_property
    def canonicals(self) -> frozenset[str]:
        """Its words in their canonical form."""
        return frozenset[str]().union(*[s.canonicals for s in self.sentences])

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words without tones and joined with the next."""
        return frozenset[str]().union(*[s.folded for s in self.sentences])

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its stems without tones."""
        return frozenset(map(fold, frozenset[str]().union(*[s.stems for s in self.sentences])))


@lru_cache(maxsize=4096)
def view_of(paragraph: Paragraph) -> ParagraphView:
    """The reading of a paragraph, remembered.

    >>> from bot.models import Source
    >>> view = view_of(Paragraph(Source("a", "en"), 1, "Lâm left. He saw 142 pieces.", "body", "en"))
    >>> [(t.text, t.number) for t in view.sentences[1].tokens]
    [('He', False), ('saw', False), ('142', True), ('pieces', False)]
    """
    spans = sentences(paragraph.text)
    found = list(tokens(paragraph.text))
    views = []
    at = 0
    for index, span in enumerate(spans):
        first = at
        while at < len(found) and found[at][1] < span.end:
            at += 1
        words = read_tokens(found[first:at], paragraph.language, paragraph.text)
        if words:
            views.append(SentenceView(paragraph, index, span, words))
    return ParagraphView(paragraph, tuple(views))


@lru_cache(maxsize=4096)
def title_words(title: str) -> frozenset[str]:
    """The words of an article's title, without tones; remembered."""
    return frozenset(word_of(t).folded for t, _, _ in tokens(title))
