"""Does a claim bound what it says as the text does? `all` for `most`, `will` for `may`, `before` for `after` go too far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.language.figures.numbers import Number
from bot.language.grammar.negation import DENIALS
from bot.language.grammar.qualifiers import BINDING, Qualifier, allows
from bot.language.grammar.verbs import is_past, main_verb
from bot.language.words.terms import content_terms
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.order import same_order
from bot.verification.stretches import certain_names, stretches
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
_SIDE = re.compile(r" (?:the )?(?:năm |khoảng |about )?")
_SIDES = ("before", "after")
_MOVES = ("up", "down", *_SIDES)
_LINK = {"up": _TO, "down": _TO, "before": _SIDE, "after": _SIDE}
_REACHED = re.compile(
    r"\b(?:to|xuống|lên|còn|tới|đến|mức)(?: (?:about|around|nearly|over|just|only|còn|mức|khoảng|gần|hơn))* ?(?:US)?[$€£]?$"
)
"""What stands before the figure that something rises or falls to, not by."""
_NEAR = 24
"""Code points between a word for a rise or fall and its figure, at most."""
_INTENDED = frozenset({"dự kiến", "dự định", "lên kế hoạch", "có kế hoạch"})
"""Words for a plan that a Vietnamese claim must not leave out, as its verb has no form that tells a plan from a deed."""
_DEFINITE = frozenset({"the", "các", "những"})
_PARTS = re.compile(r" \w+ of (?:the |its )?\w")
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
        *_other_ends(claim, text),
        *_turned(claim, text, told, in_order=any(same_order(claim, text, i) for i in sentences)),
    ]


def wrong_ways(claim: ClaimView, text: Evidence) -> list[str]:
    """The figures, as reasons, that the claim says something rose by and the text that it fell, or the reverse; and those that it
    sets `before` or `after` where the text sets another there."""
    ways = _ways(text.text, [n for n, _ in text.figures], text.qualifiers)
    found = []
    for values, way in _ways(claim.text, claim.figures, claim.qualifiers):
        theirs = {other for others, other in ways if not others.isdisjoint(values)}
        if (theirs and way not in theirs) or (way in _SIDES and not theirs and way in {other for _, other in ways}):
            found.append(f"opposite:{way}")
    return found


def _other_ends(claim: ClaimView, text: Evidence) -> Iterator[str]:
    """The figures that the claim says something rose or fell by and the text that it did to, or the reverse."""
    told = _moved(text.text, [n for n, _ in text.figures if n.unit], text.qualifiers)
    for values, reached in _moved(claim.text, [n for n in claim.figures if n.unit], claim.qualifiers):
        theirs = {other for others, other in told if not others.isdisjoint(values)}
        if theirs == {not reached}:
            yield "bound:to" if reached else "bound:by"


def _moved(text: str, figures: Sequence[Number], bounds: Sequence[Qualifier]) -> list[tuple[set[Fraction], bool]]:
    """For each figure that something rises or falls by or to, its values and whether it is what is reached."""
    moves = [q for q in bounds if q.kind in ("up", "down")]
    found = []
    for n in figures:
        reached = bool(_REACHED.search(text, max(0, n.start - _NEAR), n.start))
        near = [q for q in moves if q.end <= n.start and (reached or _TO.fullmatch(text, q.end, n.start))]
        if near and not _CLAUSE_END.search(text, near[-1].end, n.start):
            found.append((set(n.values), reached))
    return found


def _ways(text: str, figures: Sequence[Number], bounds: Sequence[Qualifier]) -> list[tuple[set[Fraction], str]]:
    """For each number right behind a word for a rise, fall or side in time, its values and which it is."""
    moves = [q for q in bounds if q.kind in _MOVES]
    return [
        (set(n.values), q.kind)
        for n in figures
        for q in moves
        if q.end <= n.start <= q.end + _NEAR and _LINK[q.kind].fullmatch(text, q.end, n.start)
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
        heads, cue = _heads(text, end, span.end), text.text[start:end]
        bound = bool(heads) and heads[0] in stems and 2 * sum(head in stems for head in heads) >= len(heads)
        more = bound and _says_more(claim, text, kind, cue, heads) and not _is_of_others(claim, text, start)
        if more or (kind == "some" and _PARTS.match(text.text, end) and _is_whole(heads, stems)):
            yield f"bound:{cue}"


def _is_whole(heads: Sequence[str], stems: frozenset[str]) -> bool:
    """Whether a claim tells of a whole what a text tells of a part: `the council` for `some members of the council`."""
    return len(heads) > 2 and heads[0] not in stems and stems.issuperset(heads[1:])


def _is_of_others(claim: ClaimView, text: Evidence, at: int) -> bool:
    """Whether what a qualifier bounds is told of others by name than those whom the claim names."""
    mine = certain_names(claim.facts.names)
    stretch = next((s for s in stretches(text.text) if s.has(at)), None) if mine else None
    theirs = certain_names([n for n in text.found.names if stretch and stretch.has(n.start)])
    return bool(theirs) and mine.isdisjoint(theirs)


def _says_more(claim: ClaimView, text: Evidence, kind: str, cue: str, heads: Sequence[str]) -> bool:
    """Whether a claim says more than a text when it leaves out a qualifier of these `heads`, written as `cue`."""
    if kind == "planned":
        return _is_done(claim, text, heads) or (claim.language == "vi" and cue.lower() in _INTENDED)
    if kind == "some":
        return claim.language == text.language and _is_definite(claim, heads[0])
    return kind in BINDING


def _is_definite(claim: ClaimView, head: str) -> bool:
    """Whether a claim tells of all of a kind: `the members`, `các đại biểu`."""
    told = {
        t.start for t in claim.terms if t.stem == head and (claim.asserted == len(claim.text) or claim.answers(t.start))
    }
    return any(
        word in _DEFINITE and after in told for word, (after, _) in zip(claim.words, claim.spans[1:], strict=False)
    )


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


def _is_done(claim: ClaimView, text: Evidence, heads: Sequence[str]) -> bool:
    """Whether the claim tells of something in the past: in Vietnamese by its marker, in English by the form of the verb."""
    if claim.language == "vi":
        return "đã" in claim.words
    if text.language != "en":
        verb = main_verb(claim.text, "en")
        return any(t.start == verb and is_past(t.text.lower()) for t in claim.terms)
    return any(is_past(t.text.lower()) and t.text.lower() not in heads for t in claim.terms if t.stem in heads)


def _turned(claim: ClaimView, text: Evidence, told: str, *, in_order: bool) -> Iterator[str]:
    """Where the claim says the one of two opposites and the text the other alone; `B after A` is `A before B`."""
    mine = {kind: claim.text[start:end] for kind, start, end in claim.qualifiers}
    for pair in _OPPOSED:
        for one, other in (pair, pair[::-1]):
            only_one = one in mine and other not in mine and not allows(one, told, text.language)
            if only_one and allows(other, told, text.language) and not (in_order and one in _SIDES):
                yield f"opposite:{mine[one]}"
