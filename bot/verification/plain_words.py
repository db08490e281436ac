"""The plain words of a claim judged by themselves: names and figures that a text holds say nothing of what is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.language.grammar.verbs import is_light, main_verb
from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.thesaurus import Thesaurus
from bot.language.words.terms import word_of
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.wording import Unit

_STEM = 4
"""Letters that a word and its kin must share at least: elected, election."""


FEW = 0.5
"""A statement of whose plain words a smaller share is held stays open.

Measured on XQuAD's tuning articles: 2.4 % (en) and 3.7 % (vi) of the true statements that hold otherwise lie below, and
every sixth in which a noun was exchanged for another answer's (en)."""


class Plain(NamedTuple):
    """A plain word at `start:end` of the claim, and whether the text has it in any like form."""

    start: int
    end: int
    held: bool


class Unheld(NamedTuple):
    """The words that leave a claim open, as it writes them; `rejects` where a statement's plain words are all missing."""

    words: tuple[str, ...]
    rejects: bool


def unheld(claim: ClaimView, text: Evidence, said: Sequence[Unit], glossary: Glossary) -> Unheld:
    """What the text has in no like form: the verb that a statement turns on, or most of its plain words.

    A question has words of its own, so that a question with its answer is open only where none of its several words is held; so
    is a claim in the other language, where a word may be translated in another way.
    """
    found = _plain_words(claim, text, said, glossary)
    gone = [p for p in found if not p.held]
    stated = claim.asserted == len(claim.text)
    words = tuple(claim.text[p.start : p.end] for p in gone)
    if gone and len(gone) == len(found) and (stated or len(gone) > 1):
        return Unheld(words, stated and len(gone) > 1 and claim.language == text.language)
    if stated and len(found) - len(gone) < FEW * len(found):
        return Unheld(words, rejects=False)
    verb = main_verb(claim.text, claim.language) if stated and gone else None
    return Unheld(tuple(claim.text[p.start : p.end] for p in gone if p.start == verb), rejects=False)


def _plain_words(claim: ClaimView, text: Evidence, said: Sequence[Unit], glossary: Glossary) -> list[Plain]:
    """The content words of a claim that are no part of a name or figure, as far as their likes are known."""
    if claim.language != text.language:
        found = _across(claim, text, said)
    elif claim.language == "en":
        found = _english(claim, text)
    else:
        found = _vietnamese(claim, text, glossary)
    told = [*claim.facts.figures, *((n.start, n.end) for n in claim.facts.names)]
    return [
        p
        for p in found
        if not any(a <= p.start < b for a, b in told) and not is_light(claim.text[p.start : p.end], claim.language)
    ]


def _english(claim: ClaimView, text: Evidence) -> Iterator[Plain]:
    alike = _alike(claim, text)
    for term in claim.terms:
        if term.text.isalpha():
            held = term.stem in text.places or term.start in alike or _has_kin(term.stem, text)
            yield Plain(term.start, term.end, held)


def _has_kin(stem: str, text: Evidence) -> bool:
    """Whether a word of the text begins as this one does, but for its ending."""
    if len(stem) < _STEM:
        return False
    return stem[: max(_STEM, len(stem) - 2)] in text.openings


def _alike(claim: ClaimView, text: Evidence) -> frozenset[int]:
    """Where words of the claim begin for which the text has one of the same meaning that the claim has not itself."""
    likes = Thesaurus.load(claim.language).alike(claim.words)
    own = claim.stems
    held = (
        like
        for like in likes
        if any(all(w in text.places for w in phrase) and not own.issuperset(phrase) for phrase in like.phrases)
    )
    return frozenset(claim.spans[i][0] for like in held for i in range(like.start, like.end))


def _vietnamese(claim: ClaimView, text: Evidence, glossary: Glossary) -> Iterator[Plain]:
    """Words of several syllables are known from the glossary; they are held where the text has them unbroken.

    A closing function syllable (`giành được`, `sinh ra`) may miss.
    """
    marked = not claim.text.isascii()
    known = {m.start: m.end for m in glossary.translations(claim.words, "vi")}
    alike = _alike(claim, text) if marked else frozenset()
    forms = claim.words if marked else [f"~{word_of(w).folded}" for w in claim.words]
    content, i = {t.start for t in claim.terms}, 0
    while i < len(forms):
        end = known.get(i, i + 1)
        start = claim.spans[i][0]
        if start in content and claim.words[i].isalpha():
            last = max((j for j in range(i, end) if claim.spans[j][0] in content), default=i)
            yield Plain(start, claim.spans[end - 1][1], start in alike or _has_phrase(forms[i : last + 1], text))
        i = end


def _has_phrase(words: Sequence[str], text: Evidence) -> bool:
    if len(words) == 1:
        return words[0] in text.places
    return any(all(f"{a} {b}" in f for a, b in pairwise(words)) for f in text.sentence_forms)


def _across(claim: ClaimView, text: Evidence, said: Sequence[Unit]) -> Iterator[Plain]:
    """What the glossary translates; the rest may be anything."""
    ends = dict(claim.spans)
    for unit in said:
        if any(not f.startswith("~") for f in unit.forms) or len(unit.phrases) > 1:
            yield Plain(unit.start, ends[unit.start], any(unit.carried_by(f) for f in text.sentence_forms))
