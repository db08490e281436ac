"""Who did it to whom: a claim that exchanges agent and patient of a verb that the text has, in active or passive form.

Only plain patterns count: everything that the claim has on either side stands, in the text, on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.language.grammar.clauses import Clause
from bot.language.grammar.verbs import is_light
from bot.language.naming.names import is_capital
from bot.language.words.terms import tokens, word_of
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.stretches import certain_names
from bot.verification.wording import Unit

_WHO = re.compile(r"\s*(?:who (?!did\b|does\b|do\b)|ai (?!là\b))(.+?)\?", re.IGNORECASE)
_CONVERSE = frozenset({"lose", "thua", "receiv", "nhận"})
"""Verbs that translate to another whose sides are exchanged: `thua` is to lose, and to be beaten."""


class Roles(NamedTuple):
    """The content words, as stems, of those who do something and of those to whom it is done.

    `beside` are the Vietnamese syllables next to the verb's, which may be part of it: `đánh bại`.
    """

    agent: frozenset[str]
    patient: frozenset[str]
    beside: frozenset[str]


def _roles(clause: Clause, at: int, names: frozenset[str] | None = None) -> Roles | None:
    """Who does what word `at` tells to whom, by `names` alone if given; None where the pattern is not plain."""
    found = clause.sides(at)
    if found is None:
        return None
    agent, patient = (_content(clause, side) if names is None else _folded(clause, side) & names for side in found)
    return Roles(agent, patient, _beside(clause, at)) if agent and patient else None


def _beside(clause: Clause, at: int) -> frozenset[str]:
    near = [i for i in (at - 1, at + 1) if clause.language == "vi" and 0 <= i < len(clause.words)]
    return frozenset(clause.words[i].stem for i in near if not is_capital(clause.found[i][0]))


def _content(clause: Clause, side: Sequence[int]) -> frozenset[str]:
    english = clause.language == "en"
    plain = (clause.words[i] for i in _heads(clause, side) if clause.found[i][0][0].isalpha())
    return frozenset(w.stem for w in plain if not (w.stop_en if english else w.stop_vi))


def _heads(clause: Clause, side: Sequence[int]) -> Iterator[int]:
    """The words of a side without those that an English `of` adds to the one before it: `the team of the Secretariat`."""
    added = False
    for i in side:
        word = clause.words[i].canonical
        added = clause.language == "en" and word not in ("and", "or") and (added or word == "of")
        if not added:
            yield i


def _folded(clause: Clause, side: Sequence[int]) -> frozenset[str]:
    return frozenset(clause.words[i].folded for i in side)


def _capitals(text: str) -> frozenset[str]:
    return frozenset(word_of(token).folded for token, _, _ in tokens(text) if is_capital(token))


def exchanged_roles(claim: ClaimView, text: Evidence, said: Sequence[Unit] = ()) -> str | None:
    """The verb of which the claim exchanges the two sides, as it writes it; None where it does not, for sure.

    A question for who did it is read with its answer. A text that has both orders leaves it open. Across languages the verb is
    what `said` translates it to, and the sides are the names that both have.
    """
    stated = claim.text if claim.asserted == len(claim.text) else _answered(claim)
    if stated is None or (stated != claim.text and claim.language != text.language):
        return None
    told = Clause(stated, claim.language)
    names = None if claim.language == text.language else _capitals(claim.text) & _capitals(text.text)
    for at in told.verbs() if names is None else told.main():
        verbs = frozenset({told.words[at].stem}) if names is None else _translated(told.found[at][1], said)
        mine = _roles(told, at, names) if not verbs.isdisjoint(text.places) else None
        if mine is None or mine.agent & mine.patient:
            continue
        theirs = list(_roles_of(verbs, text, names))
        if any(_exchanges(mine, r) for r in theirs) and not any(_agrees(mine, r) for r in theirs):
            return told.found[at][0]
    return None


def other_agent(claim: ClaimView, text: Evidence) -> str | None:
    """The verb, as a statement writes it, of which the text names another agent alone for what it is done to."""
    if claim.asserted != len(claim.text) or claim.language != text.language:
        return None
    told = Clause(claim.text, claim.language)
    own = certain_names(claim.facts.names)
    for at in told.main() if own else ():
        known = told.words[at].stem in text.places and not is_light(told.found[at][0], claim.language)
        mine = _roles(told, at) if known else None
        sides = told.sides(at) if mine else None
        names = _folded(told, sides[0]) & own if sides else frozenset()
        theirs = list(_named_agents(told.words[at].stem, mine.patient, text)) if mine and names else []
        if theirs and all(other and other.isdisjoint(names) for other in theirs):
            return told.found[at][0]
    return None


def _named_agents(verb: str, patient: frozenset[str], text: Evidence) -> Iterator[frozenset[str]]:
    """The names of those by whom one of these has done to it what a verb tells; none where the text tells it in the active form,
    in which much may stand between the two."""
    names = certain_names(text.found.names)
    for span, forms in zip(text.spans, text.sentence_forms, strict=True):
        clause = Clause(span.of(text.text), text.language) if verb in forms else None
        for at in range(len(clause.words)) if clause else ():
            sides = clause.sides(at) if clause and clause.words[at].stem == verb else None
            if clause and sides and patient & _content(clause, sides[1]):
                agent, done_to = sides
                yield _folded(clause, agent) & names if done_to.start < agent.start else frozenset()


def _answered(claim: ClaimView) -> str | None:
    """The answer in the place of the word that asks for who did it; None for any other question."""
    asked = _WHO.fullmatch(claim.text, 0, claim.asserted)
    return f"{claim.text[claim.asserted :].strip(' .')} {asked[1]}." if asked else None


def _translated(start: int, said: Sequence[Unit]) -> frozenset[str]:
    """The words of the other language for what stands at `start` of the claim."""
    forms = (form for u in said if u.start == start for form in (*u.forms, *(f for p in u.phrases for f in p)))
    found = frozenset(form for form in forms if not form.startswith("~"))
    return frozenset() if found & _CONVERSE else found


def _roles_of(verbs: frozenset[str], text: Evidence, names: frozenset[str] | None) -> Iterator[Roles]:
    for span, forms in zip(text.spans, text.sentence_forms, strict=True):
        clause = Clause(span.of(text.text), text.language) if not verbs.isdisjoint(forms) else None
        for at in range(len(clause.words)) if clause else ():
            roles = _roles(clause, at, names) if clause and clause.words[at].stem in verbs else None
            if roles:
                yield roles


def _exchanges(mine: Roles, theirs: Roles) -> bool:
    """Whether each side of the claim stands on the other side of the text, but for what both have on the same side."""
    verb = (mine.beside & theirs.beside) | (theirs.agent & theirs.patient)
    one, three = _apart(mine.agent - verb, theirs.agent - verb)
    two, four = _apart(mine.patient - verb, theirs.patient - verb)
    return bool(one and two) and one <= four and two <= three


def _apart(one: frozenset[str], two: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return one - two, two - one


def _agrees(mine: Roles, theirs: Roles) -> bool:
    verb = mine.beside & theirs.beside
    return bool((mine.agent & theirs.agent) - verb) and bool((mine.patient & theirs.patient) - verb)
