"""A claim that repeats a sentence but for a figure or a name says something else, even if the text has that elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from typing import NamedTuple

from bot.language.figures.numbers import Number
from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.thesaurus import Thesaurus
from bot.language.naming.name_index import akin
from bot.language.naming.names import Name, is_capital
from bot.language.naming.titles import is_title
from bot.language.words.normalise import fold
from bot.language.words.terms import content_terms, tokens, word_of
from bot.models import Language
from bot.verification.evidence import ClaimView, Evidence

REPEATED = 0.7
"""Share of the claim's words, in order, from which on it counts as a repetition of the sentence."""
NEARLY_ALL = 0.8
"""The same share from which on a new plain word leaves the claim open; those who say a thing anew change more words."""
_SHORTEST, _LONGEST = 3, 5
_Range = tuple[int, int]


class Exchange(NamedTuple):
    """What a claim puts in place of words of a sentence: a figure or name as a reason, and plain words that are new."""

    reason: str | None
    words: tuple[str, ...]


def exchanged(claim: ClaimView, text: Evidence, index: int, glossary: Glossary) -> Exchange:
    """What the claim, if it repeats sentence `index`, puts in place of its words; a question may use words of its own.

    Ratcliff and Obershelp's matching (Python's difflib) over words.
    """
    words: list[str] = []
    same, replaced = _replaced(claim, text, index)
    for mine, theirs in replaced:
        if number := _other_number(claim, text, index, mine, theirs, loosely=same < NEARLY_ALL):
            return Exchange(f"number:{number}", ())
        if name := _other_name(claim, text, index, mine, theirs):
            return Exchange(f"name:{name}", ())
        if same >= NEARLY_ALL and claim.asserted == len(claim.text):
            words += _new_words(claim, text, mine, theirs, glossary)
    return Exchange(None, tuple(words))


def _replaced(claim: ClaimView, text: Evidence, index: int) -> tuple[float, list[tuple[_Range, _Range]]]:
    """The share of the claim's words that a sentence repeats, and the few that differ, as ranges of claim and text."""
    mine, theirs = claim.words, text.sentence_words[index]
    if len(mine) < _SHORTEST:
        return 0.0, []
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.real_quick_ratio() < 0.5:
        return 0.0, []
    codes = matcher.get_opcodes()
    same = sum(b - a for tag, a, b, _, _ in codes if tag == "equal") / len(mine)
    if same < REPEATED:
        return same, []
    shift = text.sentence_starts[index]
    few = [c for c in codes if c[0] == "replace" and c[2] - c[1] <= _LONGEST and c[4] - c[3] <= _LONGEST]
    swaps = [((a, b), (shift + c, shift + d)) for _, a, b, c, d in few]
    return same, [(mine, theirs) for mine, theirs in swaps if not _is_aside(text, theirs)]


def _is_aside(text: Evidence, words: _Range) -> bool:
    """Whether words stand in brackets of their own, so that a claim leaves them out and puts nothing in their place."""
    start, end = text.token_spans[words[0]][0], text.token_spans[words[1] - 1][1]
    return text.text[:start].endswith("(") and text.text.startswith(")", end)


def _new_words(claim: ClaimView, text: Evidence, mine: _Range, theirs: _Range, glossary: Glossary) -> list[str]:
    """The content words of a replacement that the text has nowhere, unless both sides translate to the same."""
    start, end = claim.spans[mine[0]][0], claim.spans[mine[1] - 1][1]
    told = [*claim.facts.figures, *((n.start, n.end) for n in claim.facts.names)]
    plain = [t for t in claim.terms if start <= t.start < end and not any(a <= t.start < b for a, b in told)]
    new = [t for t in plain if t.text.isalpha() and t.stem not in text.places]
    taken = text.text[text.token_spans[theirs[0]][0] : text.token_spans[theirs[1] - 1][1]]
    if not new or not content_terms(taken, text.language):
        return []
    own = claim.text[start:end]
    same = _meanings(own, claim.language, glossary) & _meanings(taken, text.language, glossary)
    return [] if same or _alike(own, taken, claim.language) else [t.text for t in new]


def _meanings(words: str, language: Language, glossary: Glossary) -> set[tuple[str, ...]]:
    return {meaning for match in glossary.translations(words, language) for meaning in match.alternatives}


def _alike(one: str, two: str, language: Language) -> bool:
    """Whether the thesaurus has a word of one text for a word of the other."""
    there = {word_of(token).stem for token, _, _ in tokens(two)}
    return any(there.issuperset(phrase) for like in Thesaurus.load(language).alike(one) for phrase in like.phrases)


def _other_number(
    claim: ClaimView, text: Evidence, index: int, mine: _Range, theirs: _Range, *, loosely: bool
) -> str | None:
    """The figure that a claim puts in place of another; one that repeats `loosely` may tell another sentence with it."""
    (start, end), (other_start, other_end) = _span(claim.spans, mine), _span(text.token_spans, theirs)
    here = [n for n in claim.facts.numbers if n.certain and start <= n.start < end and not claim.answers(n.start)]
    there = {v for n in text.found.numbers if other_start <= n.start < other_end for v in n.values}
    dated = (m.figures for m in text.found.dates if other_start < m.end and m.start < other_end)
    there |= {Fraction(figure) for figures in dated for figure in figures}
    wrong = next((n for n in here if there and not there & set(n.values)), None)
    if wrong is None or (loosely and _told_with_new(claim, text, index, wrong)):
        return None
    return None if _as_well_elsewhere(claim, text, index, wrong) else claim.text[wrong.start : wrong.end]


def _other_name(claim: ClaimView, text: Evidence, index: int, mine: _Range, theirs: _Range) -> str | None:
    """The name that a claim puts in place of another."""
    (start, end), (other_start, other_end) = _span(claim.spans, mine), _span(text.token_spans, theirs)
    names = [n for n in claim.facts.names if start <= n.start < end and any(w.certain for w in n.words)]
    replaced = [n for n in text.found.names if other_start <= n.start < other_end and any(w.certain for w in n.words)]
    alike = not names or not replaced or _shared(claim.text[start:end], text.text[other_start:other_end])
    alike = alike or _keeps_its_word(claim, text, index, names[0])
    alike = alike or (names[0].end > end and all(is_title(w) for w in claim.words[mine[0] : mine[1]]))
    if alike or _as_well_elsewhere(claim, text, index, names[0]):
        return None
    return claim.text[names[0].start : names[0].end]


def _span(words: Sequence[tuple[int, int]], span: _Range) -> tuple[int, int]:
    return words[span[0]][0], words[span[1] - 1][1]


def _as_well_elsewhere(claim: ClaimView, text: Evidence, index: int, fact: Number | Name) -> bool:
    """Whether the claim repeats as much of the sentence when its fact is taken for the same fact further on or before.

    Of `five in Huế and seven in Hà Nội`, `seven in Hà Nội` is told with the words that stand before `five`.
    """
    mine, theirs = claim.words, text.sentence_words[index]
    first, last = (bisect_left(claim.spans, (at, 0)) for at in (fact.start, fact.end))
    size, most = last - first, _repeated(mine, theirs)
    return any(
        _repeated(mine[:first], theirs[:at]) + size + _repeated(mine[last:], theirs[at + size :]) >= most
        for at in range(len(theirs) - size + 1)
        if theirs[at : at + size] == mine[first:last]
    )


def _told_with_new(claim: ClaimView, text: Evidence, index: int, number: Number) -> bool:
    """Whether another sentence has the number with a plain word of the claim that this one lacks: `It opened in 2019.`"""
    here = text.sentence_forms[index]
    new = {t.stem for t in claim.terms if t.text.isalpha() and t.stem not in here}
    told = {bisect_right(text.span_starts, n.start) - 1 for n, _ in text.figures if set(n.values) & set(number.values)}
    return any(not new.isdisjoint(text.sentence_forms[i]) for i in told - {index})


def _keeps_its_word(claim: ClaimView, text: Evidence, index: int, name: Name) -> bool:
    """Whether the sentence has a name right before the content word that the claim has it before: `Lâm said`, moved to the end."""
    first, last = (bisect_left(claim.spans, (at, 0)) for at in (name.start, name.end))
    own, theirs = claim.words[first : last + 1], text.sentence_words[index]
    content = {t.start for t in claim.terms}
    if last >= len(claim.spans) or claim.spans[last][0] not in content:
        return False
    return any(theirs[at : at + len(own)] == own for at in range(len(theirs)))


def _repeated(mine: Sequence[str], theirs: Sequence[str]) -> int:
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _shared(one: str, two: str) -> bool:
    """Whether two spans have a capitalised word, or the beginning of one, in common."""
    mine, theirs = set(_capitals(one)), set(_capitals(two))
    initials = {"".join(w[0] for w in _capitals(s)) for s in (one, two)}
    if initials & {w[:4] for w in mine | theirs}:
        return True
    return any(a[:4] == b[:4] or akin(a, b) for a in mine for b in theirs)


def _capitals(text: str) -> Iterator[str]:
    return (fold(w) for w in text.replace("-", " ").split() if is_capital(w))
