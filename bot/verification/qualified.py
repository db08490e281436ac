"""Does a claim bound what it says as the text does? `all` for `most`, `will` for `may`, `before` for `after` go too far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.language.negation import DENIALS
from bot.language.numbers import Number
from bot.language.qualifiers import BINDING, Qualifier, allows
from bot.language.terms import content_terms
from bot.language.verbs import is_past
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.wording import Unit

_NEEDED = ("all", "most", "half", "few", "only", "second", "superlative", *BINDING)
"""What a claim may say only where the text says it."""
_OPPOSED = (("before", "after"), ("up", "down"), ("above", "below"), ("first", "last"), ("greatest", "least"))
_NARROWED = {"superlative": "ranked", "all": "nearly all"}
"""Kinds of which another kind, that ends in the same word, says less."""
_CLAUSE_END = re.compile(r"[,;.:]| (?:but|while|and|nhưng|còn|và) ")
_TO = re.compile(
    r"(?:[ ,:(~$€£]|by|to|from|of|about|around|nearly|some|only|xuống|lên|còn|khoảng|gần|hơn|thêm|tới|đến|từ|mức|US|VNĐ)*"
)
_NEAR = 24
"""Code points between a word for a rise or fall and its figure, at most."""
_HEADS = 4
"""Content words behind a qualifier that it bounds."""


def unbounded(claim: ClaimView, text: Evidence, said: Sequence[Unit], sentences: Sequence[int]) -> list[str]:
    """The qualifiers, as reasons, that the claim and the `sentences` of the text that carry it do not share.

    What a question says is not claimed, but for the side that it takes between two opposites.
    """
    told = "\n".join(text.spans[i].of(text.text) for i in sentences)
    stems = claim.stems if claim.language == text.language else frozenset(_meanings(said))
    return [
        *_lacking(claim, text),
        *(reason for i in sentences for reason in _left_out(claim, text, stems, i)),
        *_denied(claim, text, stems, sentences),
        *_turned(claim, text, told),
    ]


def wrong_ways(claim: ClaimView, text: Evidence) -> list[str]:
    """The figures, as reasons, that the claim says something rose by and the text that it fell, or the reverse."""
    ways = _ways(text.text, text.found.numbers, text.qualifiers)
    found = []
    for values, way in _ways(claim.text, claim.facts.numbers, claim.qualifiers):
        theirs = {other for others, other in ways if not others.isdisjoint(values)}
        if theirs and way not in theirs:
            found.append(f"opposite:{way}")
    return found


def _ways(text: str, figures: Sequence[Number], bounds: Sequence[Qualifier]) -> list[tuple[set[Fraction], str]]:
    """For each number right behind a word for a rise or fall, its values and which it is."""
    moves = [q for q in bounds if q.kind in ("up", "down")]
    return [
        (set(n.values), q.kind)
        for n in figures
        for q in moves
        if q.end <= n.start <= q.end + _NEAR and _TO.fullmatch(text, q.end, n.start)
    ]


def _lacking(claim: ClaimView, text: Evidence) -> Iterator[str]:
    """What the claim says and the text does not; of a superlative, that the text ranks it behind another."""
    stated = claim.asserted == len(claim.text)
    for kind, start, end in claim.qualifiers:
        words = claim.text[start:end]
        needed = kind in _NEEDED and (stated or claim.answers(start)) and not allows(kind, text.text, text.language)
        if needed or _is_narrowed(claim, text, kind):
            yield f"bound:{words}"


def _is_narrowed(claim: ClaimView, text: Evidence, kind: str) -> bool:
    """Whether a text has a kind of qualifier with less said before it only: `the second highest`, `nearly all`."""
    less = _NARROWED.get(kind)
    if not less or allows(less, claim.text, claim.language):
        return False
    narrowed = {q.end for q in text.qualifiers if q.kind == less}
    found = {q.end for q in text.qualifiers if q.kind == kind}
    return bool(found) and found <= narrowed


def _left_out(claim: ClaimView, text: Evidence, stems: frozenset[str], index: int) -> Iterator[str]:
    """What sentence `index` of the text says of the very thing that the claim tells, and the claim does not."""
    span = text.spans[index]
    for kind, start, end in text.qualifiers:
        if not span.start <= start < span.end or allows(kind, claim.text, claim.language):
            continue
        heads = _heads(text, end, span.end)
        bound = bool(heads) and heads[0] in stems and 2 * sum(head in stems for head in heads) >= len(heads)
        if bound and (kind in BINDING or (kind == "planned" and _is_done(claim, heads))):
            yield f"bound:{text.text[start:end]}"


def _heads(text: Evidence, start: int, end: int) -> list[str]:
    """The content words that a qualifier before `start` bounds, in the same clause."""
    stop = _CLAUSE_END.search(text.text, start + 1, end)
    return [t.stem for t in content_terms(text.text[start : stop.start() if stop else end], text.language)[:_HEADS]]


def _denied(claim: ClaimView, text: Evidence, stems: frozenset[str], sentences: Sequence[int]) -> Iterator[str]:
    """What the text says that somebody denied or did not get done, and the claim tells as it is."""
    for index in sentences if not claim.negations else ():
        for negation in text.sentence_negations[index]:
            if negation.cue in DENIALS and negation.heads and stems.issuperset(negation.heads):
                yield f"negation:{negation.cue}"


def _meanings(said: Sequence[Unit]) -> Iterator[str]:
    """Every word by which the text may say what the claim says."""
    for unit in said:
        yield from unit.forms
        for phrase in unit.phrases:
            yield from phrase


def _is_done(claim: ClaimView, heads: Sequence[str]) -> bool:
    """Whether the claim tells of something in the past: in Vietnamese by its marker, in English by the form of the verb."""
    if claim.language == "vi":
        return "đã" in claim.words
    return any(is_past(t.text.lower()) and t.text.lower() not in heads for t in claim.terms if t.stem in heads)


def _turned(claim: ClaimView, text: Evidence, told: str) -> Iterator[str]:
    """Where the claim says the one of two opposites and the text the other alone."""
    mine = {kind: claim.text[start:end] for kind, start, end in claim.qualifiers}
    for pair in _OPPOSED:
        for one, other in (pair, pair[::-1]):
            only_one = one in mine and other not in mine and not allows(one, told, text.language)
            if only_one and allows(other, told, text.language):
                yield f"opposite:{mine[one]}"
