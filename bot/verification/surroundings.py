"""What stands around a cited paragraph, and which figures of a claim it may tell that the paragraph does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from bot.language.facts import FactIndex
from bot.language.figures.dates import Moment
from bot.language.figures.numbers import Number
from bot.language.naming.names import Name
from bot.language.sentences.boundaries import Span
from bot.models import Paragraph
from bot.protocols import Library
from bot.verification.evidence import ClaimView, Evidence, evidence
from bot.verification.wording import Wording

_IN_YEAR = re.compile(
    r"\b(?:in|since|during|for|by|until|năm|mùa giải)(?: năm)? ((?:1\d|20)\d\d)\b(?! years| năm)", re.IGNORECASE
)


class Surroundings:
    """The article of a cited paragraph, as far as it is at hand: all of it from the `library`, else what is `near`."""

    def __init__(self, paragraph: Paragraph, near: Sequence[Paragraph] = (), library: Library | None = None) -> None:
        self._paragraph = paragraph
        self._near = near
        self._library = library

    @cached_property
    def before(self) -> Evidence | None:
        """The article's title and those of its paragraphs that are near and stand before: whom a pronoun stands for."""
        paragraphs = [p for p in self._near if p.source == self._paragraph.source and p.number < self._paragraph.number]
        return self._joined(paragraphs)

    @cached_property
    def article(self) -> FactIndex:
        """The numbers and dates of the article's title, day of publication and other paragraphs."""
        source = self._paragraph.source
        whole = self._library.article(source.id) if self._library else None
        paragraphs = whole.paragraphs if whole else [p for p in self._near if p.source == source]
        joined = self._joined([p for p in paragraphs if p.number != self._paragraph.number])
        return joined.facts if joined else evidence("", source.language, source.published).facts

    def _joined(self, paragraphs: Sequence[Paragraph]) -> Evidence | None:
        source = self._paragraph.source
        texts = [source.title or "", *(p.text for p in sorted(paragraphs, key=lambda p: p.number))]
        joined = "\n".join(filter(None, texts))
        return evidence(joined, source.language, source.published) if joined else None


class Unsaid:
    """Figures of a claim that the sentences of a text do not say: whether that leaves them open, or tells against them.

    The article sets the year, and the number in a name, of what it tells; a sentence that has its own goes by that one.
    """

    def __init__(self, claim: ClaimView, text: Evidence, where: Wording, around: Surroundings) -> None:
        self._claim = claim
        self._around = around
        self._text = text
        self._spans = [text.spans[i] for i in where.sentences]
        self._years = {m.start(1): int(m.group(1)) for m in _IN_YEAR.finditer(claim.text)}

    def number_is_open(self, number: Number, *, held: bool) -> bool:
        """Whether a number is the year of what is told, or belongs to a name, and the article or nothing tells another.

        Where nothing at hand names any year, a year is open if the text has the claim's other figures (`held`).
        """
        year = self._years.get(number.start)
        if year is None:
            return self._is_of_a_name(number)
        dated = self._text.facts.dated or self._around.article.dated
        if not dated:
            return held and not self._claim.answers(number.start)
        return not self._says_years and self._around.article.tells(year)

    def date_is_open(self, moment: Moment) -> bool:
        """Whether the article tells a date, or its year alone, and the sentences have the rest or no date at all."""
        if self._says_years or not moment.year:
            return False
        rest = replace(moment, year=None)
        if rest.month and self._dates:
            return self._around.article.tells(moment.year) and self._text.facts.holds_date(rest)
        return not self._dates and self._around.article.holds_date(moment)

    @cached_property
    def _dates(self) -> list[Moment]:
        return [m for m in self._text.found.dates if self._is_told(m)]

    @cached_property
    def _says_years(self) -> bool:
        if any(m.year or m.decade or m.century for m in self._dates):
            return True
        values = chain.from_iterable(n.values for n in self._text.found.numbers if not n.unit and self._is_told(n))
        return any(1000 <= v <= 2100 and v.denominator == 1 for v in values)

    def _is_told(self, fact: Moment | Number) -> bool:
        return any(s.has(fact.start) for s in self._spans)

    def _is_of_a_name(self, number: Number) -> bool:
        """`Super Bowl 50` where the article tells of that one; or where the text numbers others, and tells this without."""
        if not number.label.endswith(" ") or self._claim.answers(number.start):
            return False
        name = next((n for n in self._claim.facts.names if n.end + 1 == number.start and n.words[-1].certain), None)
        if name is None:
            return False
        told = self._around.article.tells_labelled(number)
        return self._is_unnumbered(name, number) if told is None else told

    def _is_unnumbered(self, name: Name, number: Number) -> bool:
        """Whether a text numbers a name, but not in a sentence that has it with all other figures of the claim."""
        likes = [n for n in self._text.found.names if any(w.folded == name.words[-1].folded for w in n.words)]
        ends = {end for n in self._text.found.numbers for end in (n.start - 1, n.end)}
        numbered = [n for n in likes if n.end in ends]
        others = [n for n in self._claim.facts.numbers if n.certain and n != number]
        return bool(numbered) and any(self._has_all(span, likes, numbered, others) for span in self._spans)

    def _has_all(self, span: Span, likes: Sequence[Name], numbered: Sequence[Name], figures: Sequence[Number]) -> bool:
        """Whether a sentence has one of the names, none of those that are numbered, and all figures."""
        if any(span.has(n.start) for n in numbered) or not any(span.has(n.start) for n in likes):
            return False
        values = {v for n in self._text.found.numbers if span.has(n.start) for v in n.values}
        return all(not values.isdisjoint(n.values) for n in figures)
