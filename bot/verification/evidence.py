"""A paragraph and a claim, each analysed once, in the forms that the checks compare."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import combinations, pairwise

from bot.language.facts import FactIndex, Facts, Figure, facts
from bot.language.figures.numbers import Number
from bot.language.figures.units import asked_unit
from bot.language.grammar.negation import Negation, negations
from bot.language.grammar.qualifiers import Qualifier, qualifiers
from bot.language.naming.name_index import NameIndex
from bot.language.naming.names import is_syllable
from bot.language.sentences.boundaries import Span, sentences
from bot.language.sentences.quotes import quotes, squeezed, word_spans
from bot.language.words.detect import language_of
from bot.language.words.terms import Term, content_terms, tokens, word_of
from bot.models import Language
from bot.verification.asking import plainly

_MONEY = "đồng"
"""A Vietnamese word that English writes with its marks."""
SHARE = "=%"
"""The form of a sentence that has a percentage."""


class Evidence:
    """A text that may carry a claim; everything is computed when it is first asked for, and kept.

    `anchor` is the day of publication; in a `scattered` text any two sentences may carry a claim together.
    """

    def __init__(self, text: str, language: Language, anchor: date | None = None, *, scattered: bool = False) -> None:
        self.text = text
        self.language = language
        self._anchor = anchor
        self._scattered = scattered

    @cached_property
    def spans(self) -> Sequence[Span]:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def neighbours(self) -> list[tuple[int, int]]:
        """The sentences that may carry a claim together."""
        indexes = range(len(self.spans))
        return list(combinations(indexes, 2) if self._scattered else pairwise(indexes))

    @cached_property
    def found(self) -> Facts:
        """Its numbers, dates and names."""
        return facts(self.text, self.language, self._anchor)

    @cached_property
    def facts(self) -> FactIndex:
        """Its numbers and dates, to be asked what they hold."""
        return FactIndex(self.found, self._anchor)

    @cached_property
    def figures(self) -> list[tuple[Number, int]]:
        """Its numbers and years with the index of the word where they stand."""
        return [(n, self._word_at(n.start)) for n in with_years(self.found)]

    @cached_property
    def told(self) -> list[tuple[Figure, int]]:
        """Its certain figures with the index of the sentence where they stand."""
        return [(f, bisect_right(self.span_starts, f.start) - 1) for f in self.found.told]

    @cached_property
    def span_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [s.start for s in self.spans]

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self.token_spans, (offset, len(self.text) + 1)) - 1)

    @cached_property
    def _tokens(self) -> list[tuple[str, int, int]]:
        return list(tokens(self.text))

    @cached_property
    def token_spans(self) -> list[tuple[int, int]]:
        """The span of each word."""
        return [(start, end) for _, start, end in self._tokens]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes of the words that have a form: a stem, or a word without marks behind a `~`."""
        places: dict[str, list[int]] = {}
        for i, (token, _, _) in enumerate(self._tokens):
            places.setdefault(word_of(token).stem, []).append(i)
            places.setdefault(f"~{word_of(token).folded}", []).append(i)
        return places

    @cached_property
    def openings(self) -> frozenset[str]:
        """All beginnings of its words' forms."""
        return frozenset(place[:end] for place in self.places for end in range(1, len(place) + 1))

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The index of each sentence's first word."""
        return [bisect_left(self.token_spans, (s.start, 0)) for s in self.spans]

    @cached_property
    def sentence_words(self) -> list[list[str]]:
        """The words of each sentence in order."""
        ends = [*self.sentence_starts[1:], len(self._tokens)]
        return [
            [word_of(t).canonical for t, _, _ in self._tokens[a:b]]
            for a, b in zip(self.sentence_starts, ends, strict=True)
        ]

    @cached_property
    def names(self) -> NameIndex:
        """Its names."""
        return NameIndex(self.text, self.language)

    @cached_property
    def sentence_forms(self) -> list[frozenset[str]]:
        """The forms of each sentence."""
        return [self.forms(span) for span in self.spans]

    def forms(self, span: Span) -> frozenset[str]:
        """The stems of a stretch, its words without marks behind a `~`, and its numbers behind a `=`; in Vietnamese also pairs
        of neighbours."""
        told = [n for n in self.found.numbers if span.start <= n.start < span.end]
        counted = [*(f"={v}" for n in told for v in n.values), *(SHARE for n in told if n.unit == "%")]
        words = [word_of(t) for t, _, _ in tokens(span.of(self.text))]
        marked, folded = [w.stem for w in words], [f"~{w.folded}" for w in words]
        beside = [*pairs([w.canonical for w in words]), *pairs(folded)] if self.language == "vi" else ()
        return frozenset((*marked, *folded, *beside, *counted))

    @cached_property
    def sentence_content(self) -> list[list[str]]:
        """The stems of the content words of each sentence in order."""
        return [[t.stem for t in content_terms(s.of(self.text), self.language)] for s in self.spans]

    @cached_property
    def sentence_negations(self) -> list[list[Negation]]:
        """The negations of each sentence."""
        return [negations(s.of(self.text), self.language) for s in self.spans]

    @cached_property
    def qualifiers(self) -> list[Qualifier]:
        """The words that bound what it says."""
        return qualifiers(self.text, self.language)

    @cached_property
    def squeezed(self) -> str:
        """Its words alone."""
        return squeezed(self.text)

    @cached_property
    def squeezed_spans(self) -> list[tuple[int, int]]:
        """The span of each word of `squeezed`."""
        return word_spans(self.text)

    @cached_property
    def sentence_of(self) -> list[int]:
        """The index of the sentence of each word of `squeezed`."""
        return [bisect_right(self.span_starts, start) - 1 for start, _ in self.squeezed_spans]


def with_years(found: Facts) -> list[Number]:
    """The numbers of a text, and the years of its dates as numbers."""
    return [*found.numbers, *(Number(m.start, m.end, (Fraction(m.year),)) for m in found.dates if m.year)]


def pairs(words: Sequence[str]) -> list[str]:
    """Each word with the one after it."""
    return [f"{one} {two}" for one, two in pairwise(words)]


class ClaimView:
    """A claim in the forms that the checks compare; each is computed when it is first asked for, and kept."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language

    @cached_property
    def asserted(self) -> int:
        """Where the answer begins in a question with its answer; the end of the text when it is none."""
        return _answer_start(self.text)

    def answers(self, offset: int) -> bool:
        """Whether what stands at `offset` belongs to the answer of a question with its answer."""
        return self.asserted <= offset

    @cached_property
    def facts(self) -> Facts:
        """Its numbers, dates and names; a bare number of the answer has the unit that the question asks for."""
        found = facts(self.text, self.language)
        unit = asked_unit(self.text[: self.asserted]) if self.asserted < len(self.text) else ""
        asked = (replace(n, unit=unit) if unit and self._is_bare(n) else n for n in found.numbers)
        return replace(found, numbers=tuple(asked))

    @cached_property
    def figures(self) -> list[Number]:
        """Its numbers, and the years of its dates as numbers."""
        return with_years(self.facts)

    def _is_bare(self, number: Number) -> bool:
        return self.answers(number.start) and number.certain and not (number.unit or number.shared)

    @cached_property
    def terms(self) -> list[Term]:
        """Its content words."""
        return content_terms(self.text, self.language)

    @cached_property
    def content(self) -> list[str]:
        """The stems of its content words in order."""
        return [t.stem for t in self.terms]

    @cached_property
    def _tokens(self) -> list[tuple[str, int, int]]:
        return list(tokens(self.text))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The span of each word."""
        return [(start, end) for _, start, end in self._tokens]

    @cached_property
    def words(self) -> list[str]:
        """Its words in order."""
        return [word_of(t).canonical for t, _, _ in self._tokens]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(word_of(t).stem for t, _, _ in self._tokens)

    @cached_property
    def negations(self) -> list[Negation]:
        """Its negations."""
        return negations(self.text, self.language)

    @cached_property
    def qualifiers(self) -> list[Qualifier]:
        """The words that bound what it says."""
        return qualifiers(self.text, self.language)

    @cached_property
    def quotes(self) -> list[Span]:
        """The words that it quotes."""
        return quotes(self.text)

    @cached_property
    def squeezed(self) -> str:
        """Its words alone."""
        return squeezed(self.text)


def _answer_start(text: str) -> int:
    """Where the answer begins in a question with its answer (`Who came? Lâm.`); the text's end when it is none."""
    mark = text.rfind("?")
    return mark + 1 if mark >= 0 and text[mark + 1 :].strip(" .") else len(text)


@lru_cache(maxsize=1024)
def spoken(claim: str) -> Language:
    """The language of a sentence, which may be short and full of names: by its lower-case words alone.

    A question with its answer is in the language of the question; the answer may be quoted.

    >>> spoken("Tô Lâm visited Jakarta."), spoken("Tô Lâm thăm Jakarta."), spoken("How many people died? 9 người.")
    ('en', 'vi', 'en')
    """
    plain = plainly(claim)
    asked = plain[: _answer_start(plain)]
    words = [t for t, _, _ in tokens(asked) if t.isalpha() and t.islower()]
    if any(not w.isascii() and w != _MONEY and is_syllable(w) for w in words):
        return "vi"
    foreign = sum(not is_syllable(w) for w in words)
    return "en" if foreign * 2 >= len(words) > 0 else language_of(asked)


@lru_cache(maxsize=4096)
def evidence(text: str, language: Language, anchor: date | None = None, *, scattered: bool = False) -> Evidence:
    """The analysis of a text, remembered."""
    return Evidence(text, language, anchor, scattered=scattered)


@lru_cache(maxsize=1024)
def claim_view(text: str, language: Language) -> ClaimView:
    """The analysis of a claim, remembered; a question with its answer is first brought into one form."""
    return ClaimView(plainly(text), language)
