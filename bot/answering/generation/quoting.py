"""Where a drafted sentence stands in the paragraph that it cites: the span that is marked for the reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.language.sentences.boundaries import Span, sentences
from bot.language.words.detect import language_of
from bot.language.words.normalise import canonical
from bot.language.words.terms import content_terms, tokens
from bot.models import Citation, Language, Paragraph

_ALIKE = 0.3
"""Share of the content words of a claim that a sentence must hold to be taken for its source."""


def citation_of(claim: str, paragraph: Paragraph, quote: str = "") -> Citation:
    """The sentence of a paragraph that is most like a claim, or that holds a quote; the whole paragraph when none is.

    >>> from bot.models import Source
    >>> text = "He left on Monday. The Secretariat is in Jakarta, Indonesia."
    >>> citation_of("It is in Jakarta.", Paragraph(Source("a", "en"), 1, text, "body", "en")).quote
    'The Secretariat is in Jakarta, Indonesia.'
    """
    spans = sentences(paragraph.text)
    quoted = quote_span(quote, paragraph.text) if quote else None
    best = _covering(quoted, spans) if quoted else _most_like(claim, paragraph, spans)
    whole = Span(0, len(paragraph.text))
    start, end = best or whole
    return Citation(paragraph, start, end)


def quote_span(quote: str, text: str) -> Span | None:
    """Where a text holds quoted words, one after the other; case, spacing and punctuation aside.

    >>> quote_span("hoà BÌNH,  ổn định", "Vì hòa bình - ổn định.")
    Span(start=3, end=21)
    """
    wanted = [canonical(token) for token, _, _ in tokens(quote)]
    found = [(canonical(token), start, end) for token, start, end in tokens(text)]
    words = [word for word, _, _ in found]
    for at in range(len(words) - len(wanted) + 1):
        if wanted and words[at : at + len(wanted)] == wanted:
            return Span(found[at][1], found[at + len(wanted) - 1][2])
    return None


def _covering(quoted: Span, spans: Sequence[Span]) -> Span:
    """The quoted words and what else stands in their sentences."""
    touched = [s for s in spans if s.start < quoted.end and quoted.start < s.end] or [quoted]
    return Span(min(quoted.start, touched[0].start), max(quoted.end, touched[-1].end))


def _most_like(claim: str, paragraph: Paragraph, spans: Sequence[Span]) -> Span | None:
    spoken = language_of(claim)
    across = spoken != paragraph.language
    wanted = _forms(claim, spoken, across)
    if not wanted:
        return None
    texts = (span.of(paragraph.text) for span in spans)
    shares = [(len(wanted & _forms(text, paragraph.language, across)), -n) for n, text in enumerate(texts)]
    share, order = max(shares, default=(0, 0))
    return spans[-order] if share >= _ALIKE * len(wanted) else None


@lru_cache(maxsize=4096)
def _forms(text: str, language: Language, across: bool) -> frozenset[str]:
    """The words that are compared: stems and unmarked forms; across languages those alone that need no translation."""
    terms = content_terms(text, language)
    if across:
        return frozenset(t.folded for t in terms if t.text[0].isupper() or t.text[0].isdigit())
    return frozenset(t.stem for t in terms) | frozenset(t.folded for t in terms)
