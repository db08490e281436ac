"""Who did it to whom: a claim that exchanges agent and patient of a verb that the text has, in active or passive form.

Only plain patterns count: everything that the claim has on either side stands, in the text, on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.language.clauses import Clause
from bot.language.names import is_capital
from bot.verification.evidence import ClaimView, Evidence


class Roles(NamedTuple):
    """The content words, as stems, of those who do something and of those to whom it is done.

    `beside` are the Vietnamese syllables next to the verb's, which may be part of it: `đánh bại`.
    """

    agent: frozenset[str]
    patient: frozenset[str]
    beside: frozenset[str]


def _roles(clause: Clause, at: int) -> Roles | None:
    """Who does what word `at` tells to whom; None where the pattern is not plain."""
    found = clause.sides(at)
    if found is None:
        return None
    agent, patient = (_content(clause, side) for side in found)
    return Roles(agent, patient, _beside(clause, at)) if agent and patient else None


def _beside(clause: Clause, at: int) -> frozenset[str]:
    near = [i for i in (at - 1, at + 1) if clause.language == "vi" and 0 <= i < len(clause.words)]
    return frozenset(clause.words[i].stem for i in near if not is_capital(clause.found[i][0]))


def _content(clause: Clause, side: Sequence[int]) -> frozenset[str]:
    english = clause.language == "en"
    plain = (clause.words[i] for i in side if clause.found[i][0][0].isalpha())
    return frozenset(w.stem for w in plain if not (w.stop_en if english else w.stop_vi))


def exchanged_roles(claim: ClaimView, text: Evidence) -> str | None:
    """The verb of which the claim exchanges the two sides, as it writes it; None where it does not, for sure.

    A text that has both orders leaves it open.
    """
    if claim.asserted != len(claim.text) or claim.language != text.language:
        return None
    told = Clause(claim.text, claim.language)
    for at in told.verbs():
        stem = told.words[at].stem
        mine = _roles(told, at) if stem in text.places else None
        if mine is None or mine.agent & mine.patient:
            continue
        theirs = list(_roles_of(stem, text))
        if any(_exchanges(mine, r) for r in theirs) and not any(_agrees(mine, r) for r in theirs):
            return told.found[at][0]
    return None


def _roles_of(stem: str, text: Evidence) -> Iterator[Roles]:
    for span, forms in zip(text.spans, text.sentence_forms, strict=True):
        clause = Clause(span.of(text.text), text.language) if stem in forms else None
        for at in range(len(clause.words)) if clause else ():
            roles = _roles(clause, at) if clause and clause.words[at].stem == stem else None
            if roles:
                yield roles


def _exchanges(mine: Roles, theirs: Roles) -> bool:
    verb = (mine.beside & theirs.beside) | (theirs.agent & theirs.patient)
    one, two, three, four = (side - verb for side in (mine.agent, mine.patient, theirs.agent, theirs.patient))
    across = bool(one and two) and one <= four and two <= three
    return across and one.isdisjoint(three) and two.isdisjoint(four)


def _agrees(mine: Roles, theirs: Roles) -> bool:
    verb = mine.beside & theirs.beside
    return bool((mine.agent & theirs.agent) - verb) and bool((mine.patient & theirs.patient) - verb)
