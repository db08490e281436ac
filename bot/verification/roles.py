"""Who did it to whom: a claim that exchanges agent and patient of a verb that the text has, in active or passive form.

Only plain patterns count: everything that the claim has on either side stands, in the text, on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.language.names import is_capital
from bot.language.terms import tokens, word_of
from bot.language.verbs import is_past, main_verb
from bot.models import Language
from bot.verification.evidence import ClaimView, Evidence

_BREAK = re.compile(r"[.;:!?()\"“”«»\n]")
_CLAUSES: dict[Language, frozenset[str]] = {
    "en": frozenset(
        {
            "that",
            "who",
            "which",
            "whom",
            "whose",
            "when",
            "after",
            "before",
            "while",
            "because",
            "but",
            "if",
            "although",
        }
        | {"where", "as", "than", "since", "until"}
    ),
    "vi": frozenset(
        {"mà", "khi", "sau", "trước", "nhưng", "vì", "nếu", "rằng", "để", "nhằm", "cùng", "với", "và", "hơn"}
    ),
}
_PREPOSITIONS = "in on at for during to from of with into over under through against about"
_EN_MUTUAL = "met married joined faced divorced bordered fought played matched contacted equalled combined included"
_AFTERWARDS = frozenset(_PREPOSITIONS.split())
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "did"})
_HELPERS = _BE | _MODALS | {"has", "have", "had", "also", "not"}
_VI_PASSIVE, _VI_BY = frozenset({"bị", "được"}), frozenset({"bởi", "do"})
_VI_MUTUAL = frozenset(
    {"gặp", "cưới", "giáp", "đấu", "hôn", "thành", "hội", "đàm", "trao", "đổi", "hợp", "tác", "giữa"}
)
_MUTUAL = _VI_MUTUAL.union(word_of(word).stem for word in _EN_MUTUAL.split())
"""Verbs that say the same when their sides are exchanged."""


class Roles(NamedTuple):
    """The content words, as stems, of those who do something and of those to whom it is done.

    `beside` are the Vietnamese syllables next to the verb's, which may be part of it: `đánh bại`.
    """

    agent: frozenset[str]
    patient: frozenset[str]
    beside: frozenset[str]


class _Clause:
    """A sentence in tokens; roles are read around one of them."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language
        self.found = list(tokens(text))
        self.words = [word_of(token) for token, _, _ in self.found]

    def verbs(self) -> Iterator[int]:
        """Where a verb may stand: an English past form or main verb; any plain Vietnamese syllable, where form tells nothing."""
        main = main_verb(self.text, self.language)
        for i, word in enumerate(self.words):
            raw = self.found[i][0]
            if is_capital(raw) or not raw.isalpha() or word.stem in _MUTUAL:
                continue
            formed = is_past(word.canonical) or self.found[i][1] == main
            if formed if self.language == "en" else not word.stop_vi:
                yield i

    def roles(self, at: int) -> Roles | None:
        """Who does what word `at` tells to whom; None where the pattern is not plain."""
        found = self._english(at) if self.language == "en" else self._vietnamese(at)
        if found is None:
            return None
        agent, patient = (self._content(side) for side in found)
        return Roles(agent, patient, self._beside(at)) if agent and patient else None

    def _beside(self, at: int) -> frozenset[str]:
        near = [i for i in (at - 1, at + 1) if self.language == "vi" and 0 <= i < len(self.words)]
        return frozenset(self.words[i].stem for i in near if not is_capital(self.found[i][0]))

    def _english(self, at: int) -> tuple[range, range] | None:
        words = [w.canonical for w in self.words]
        first = at
        while first and (words[first - 1] in _HELPERS or words[first - 1].endswith("ly")):
            first -= 1
        passive = not _BE.isdisjoint(words[first:at])
        if passive:
            if words[at + 1 : at + 2] != ["by"]:
                return None
            return self._after(at + 2), self._before(first)
        return self._before(first), self._after(at + 1)

    def _vietnamese(self, at: int) -> tuple[range, range] | None:
        words = [w.canonical for w in self.words]
        before = self._before(at)
        marked = [i for i in before if words[i] in _VI_PASSIVE]
        if not marked:
            return before, self._after(at + 1)
        if marked[-1] < at - 1 and any(is_capital(self.found[i][0]) for i in range(marked[-1] + 1, at)):
            return range(marked[-1] + 1, at), range(before.start, marked[-1])
        by = next((i for i in range(at + 1, min(at + 4, len(words))) if words[i] in _VI_BY), None)
        return (self._after(by + 1), range(before.start, marked[-1])) if by else None

    def _before(self, end: int) -> range:
        """The words before `end` that belong to the same clause."""
        start = end
        while start and not self._breaks(start - 1, start) and not self._ends(start - 1):
            start -= 1
        return range(start, end)

    def _after(self, start: int) -> range:
        end = start
        while end < len(self.words) and not self._ends(end) and not (end and self._breaks(end - 1, end)):
            if self.language == "en" and self.words[end].canonical in _AFTERWARDS:
                break
            end += 1
        return range(start, end)

    def _breaks(self, one: int, two: int) -> bool:
        return bool(_BREAK.search(self.text, self.found[one][2], self.found[two][1]))

    def _ends(self, at: int) -> bool:
        word = self.words[at].canonical
        return word in _CLAUSES[self.language] or (self.language == "en" and is_past(word))

    def _content(self, side: Sequence[int]) -> frozenset[str]:
        english = self.language == "en"
        plain = (self.words[i] for i in side if self.found[i][0][0].isalpha())
        return frozenset(w.stem for w in plain if not (w.stop_en if english else w.stop_vi))


def exchanged_roles(claim: ClaimView, text: Evidence) -> str | None:
    """The verb of which the claim exchanges the two sides, as it writes it; None where it does not, for sure.

    A text that has both orders leaves it open.
    """
    if claim.asserted != len(claim.text) or claim.language != text.language:
        return None
    told = _Clause(claim.text, claim.language)
    for at in told.verbs():
        stem = told.words[at].stem
        mine = told.roles(at) if stem in text.places else None
        if mine is None or mine.agent & mine.patient:
            continue
        theirs = list(_roles_of(stem, text))
        if any(_exchanges(mine, r) for r in theirs) and not any(_agrees(mine, r) for r in theirs):
            return told.found[at][0]
    return None


def _roles_of(stem: str, text: Evidence) -> Iterator[Roles]:
    for span, forms in zip(text.spans, text.sentence_forms, strict=True):
        clause = _Clause(span.of(text.text), text.language) if stem in forms else None
        for at in range(len(clause.words)) if clause else ():
            roles = clause.roles(at) if clause and clause.words[at].stem == stem else None
            if roles:
                yield roles


def _exchanges(mine: Roles, theirs: Roles) -> bool:
    verb = mine.beside & theirs.beside
    one, two, three, four = (side - verb for side in (mine.agent, mine.patient, theirs.agent, theirs.patient))
    across = bool(one and two) and one <= four and two <= three
    return across and one.isdisjoint(three) and two.isdisjoint(four)


def _agrees(mine: Roles, theirs: Roles) -> bool:
    verb = mine.beside & theirs.beside
    return bool((mine.agent & theirs.agent) - verb) and bool((mine.patient & theirs.patient) - verb)
