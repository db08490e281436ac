"""A paragraph and a claim, each analysed once, in the forms that the checks compare."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache

from bot.language.facts import FactIndex, facts
from bot.language.names import NameIndex
from bot.language.negation import Negation, negations
from bot.language.quotes import quotes, squeezed
from bot.language.sentences import Span, sentences
from bot.language.terms import content_terms, tokens, word_of
from bot.models import Language


class Evidence:
    """A text that may carry a claim; everything is computed when it is first asked for, and kept."""

    def __init__(self, text: str, language: Language, anchor: date | None = None) -> None:
        self.text = text
        self.language = language
        self._anchor = anchor

    @cached_property
    def spans(self) -> list[Span]:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def facts(self) -> FactIndex:
        """Its numbers and dates."""
        return FactIndex(facts(self.text, self.language, self._anchor), self._anchor)

    @cached_property
    def names(self) -> NameIndex:
        """Its names."""
        return NameIndex(self.text, self.language)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words, stop words included."""
        return frozenset(w for s in self.sentence_stems for w in s)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words without tones."""
        return frozenset(word_of(t).folded for t, _, _ in tokens(self.text))

    @cached_property
    def sentence_stems(self) -> list[frozenset[str]]:
        """The stems of each sentence."""
        return [frozenset(word_of(t).stem for t, _, _ in tokens(s.of(self.text))) for s in self.spans]

    @cached_property
    def sentence_negations(self) -> list[list[Negation]]:
        """The negations of each sentence."""
        return [negations(s.of(self.text), self.language) for s in self.spans]

    @cached_property
    def squeezed(self) -> str:
        """Its words alone."""
        return squeezed(self.text)

    @cached_property
    def edges(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where sentences begin and end in `squeezed`."""
        begins, ends, at = set(), set(), 0
        for span in self.spans:
            length = len(squeezed(span.of(self.text))) - 1
            begins.add(at)
            at += max(length, 0)
            ends.add(at)
        return frozenset(begins), frozenset(ends)


class ClaimView:
    """A claim in the forms that the checks compare."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.facts = facts(text, language)
        self.terms = content_terms(text, language)
        self.stems = frozenset(word_of(t).stem for t, _, _ in tokens(text))
        self.negations = negations(text, language)
        self.quotes = quotes(text)
        self.squeezed = squeezed(text)


@lru_cache(maxsize=4096)
def evidence(text: str, language: Language, anchor: date | None = None) -> Evidence:
    """The analysis of a text, remembered."""
    return Evidence(text, language, anchor)


@lru_cache(maxsize=1024)
def claim_view(text: str, language: Language) -> ClaimView:
    """The analysis of a claim, remembered."""
    return ClaimView(text, language)
