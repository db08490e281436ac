"""Does a number stand, in the text, near the words that the claim says it of? In lists of figures a wrong one is near."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from bot.language.figures.numbers import Number, ranges
from bot.language.figures.units import how_many
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.wording import Unit

_NO_PERIOD = re.compile(r"\b([12]\d{3})(?: to | until | đến | tới )[^.?\d]{0,60}\b\1\b")
FEWEST = 3
"""With fewer of the claim's words in the text, nearness says too little."""
REACH = 10.0
"""Distance in words at which a word supports a number half as much as next to it."""
FAR_OFF = 0.6
"""A number with less than this share of the support of the best other number belongs to something else.

Measured on XQuAD's tuning articles but the first: 0 to 2 % of true claims lie below (some 50 to 100 for each language and
form); half of the figures from elsewhere in the same paragraph do when the claim is a question with its answer, and 64 to
83 % when it is a sentence."""

FAR_OFF_ACROSS = 0.45
"""The same across languages, where only part of the words is found."""
THING, BEFORE = 3, 6
"""Words behind `how many` that name what is counted, and words before a figure within which the text has to have them."""


def unbound_numbers(claim: ClaimView, units: Sequence[Unit], text: Evidence) -> list[str]:
    """The numbers of a claim that the text has, but says of something else; as they are written in the claim."""
    figures = _telling(claim)
    if not figures or len(text.figures) < 2:
        return []
    claimed = {v for n in claim.facts.numbers for v in n.values}
    claimed |= {Fraction(m.year) for m in claim.facts.dates if m.year}
    words = _places(claim, units, text)
    if len(words) < FEWEST:
        return []
    support = [(number, _support(place, words)) for number, place in text.figures]
    least = FAR_OFF if claim.language == text.language else FAR_OFF_ACROSS
    found = []
    for figure in figures:
        own = [s for n, s in support if set(n.values) & set(figure.values)]
        likes = (
            s for n, s in support if n.certain and not claimed & set(n.values) and _is_like(figure, n, claim, text)
        )
        if own and max(own) < least * max(likes, default=0.0) and not _counts_its_thing(claim, text, figure):
            found.append(claim.text[figure.start : figure.end])
    return found


def _telling(claim: ClaimView) -> list[Number]:
    """The figures that a claim tells: of a question with its answer those of the answer, if it has any."""
    figures = [n for n in claim.facts.numbers if n.certain]
    return [n for n in figures if claim.answers(n.start)] or figures


def _is_like(one: Number, other: Number, claim: ClaimView, text: Evidence) -> bool:
    """Whether two figures could stand for each other: a time on the clock stands for no plain figure."""
    return (":" in claim.text[one.start : one.end]) == (":" in text.text[other.start : other.end])


def _counts_its_thing(claim: ClaimView, text: Evidence, figure: Number) -> bool:
    """Whether the text has the thing that the figure counts, or `how many` asks for, right before it: `in interceptions with 24`."""
    asked = how_many(claim.text[: claim.asserted]) if claim.answers(figure.start) else figure.end + 1
    first = bisect_left(claim.spans, (len(claim.text) if asked is None else asked, 0))
    near = {start for start, _ in claim.spans[first : first + THING]}
    thing = [text.places.get(t.stem, []) for t in claim.terms if t.start in near]
    own = [place for number, place in text.figures if set(number.values) & set(figure.values)]
    return bool(thing) and any(all(any(at - BEFORE <= p < at for p in places) for places in thing) for at in own)


def torn_ranges(claim: ClaimView, text: Evidence) -> list[str]:
    """The ranges and scores of a claim of which the text has one end with another end only, and those that end in the year in
    which they begin; as the claim writes them."""
    theirs = [(set(a.values), set(b.values)) for a, b in ranges(text.text, text.found.numbers)]
    theirs += [(b, a) for a, b in theirs]
    torn = [m[1] for m in _NO_PERIOD.finditer(claim.text) if not _NO_PERIOD.search(text.text)]
    for one, two in ranges(claim.text, claim.facts.numbers):
        held = [(not a.isdisjoint(one.values), not b.isdisjoint(two.values)) for a, b in theirs]
        if any(map(any, held)) and not any(map(all, held)):
            torn.append(claim.text[one.start : two.end])
    return torn


def _places(claim: ClaimView, units: Sequence[Unit], text: Evidence) -> list[list[int]]:
    """For each thing that the claim says, besides its figures, where the text has it."""
    spans = claim.facts.figures
    found: dict[object, list[int]] = {}
    for unit in units:
        key = (unit.forms, unit.phrases)
        if key not in found and not any(start <= unit.start < end for start, end in spans):
            whole = (form for phrase in unit.phrases if all(f in text.places for f in phrase) for form in phrase)
            found[key] = [place for form in {*unit.forms, *whole} for place in text.places.get(form, ())]
    return [places for places in found.values() if places]


def _support(place: int, words: Sequence[Sequence[int]]) -> float:
    """The words' nearness to a place, each at its nearest and shared among its places, so that rare words tell more."""
    return sum(1 / (1 + min(abs(place - p) for p in places) / REACH) / len(set(places)) for places in words)
