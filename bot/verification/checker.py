"""Does the cited text carry the sentence? Numbers, dates, names, quotes, polarity and wording, without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.language.dates import Moment
from bot.language.detect import language_of
from bot.language.glossary import Glossary
from bot.language.numbers import Number
from bot.language.quotes import squeezed
from bot.language.sentences import Span
from bot.models import Citation, Claim, Language, Paragraph, Passage, Support, Verdict
from bot.verification.alignment import exchanged
from bot.verification.binding import unbound_numbers
from bot.verification.evidence import ClaimView, Evidence, claim_view, evidence
from bot.verification.polarity import flipped, opposite
from bot.verification.wording import units, units_across, wording


class Limits(NamedTuple):
    """Shares of the claim's words: below `hardly` it is rejected, from `carried` on the wording confirms it."""

    hardly: float
    carried: float


LIMITS: dict[Language, Limits] = {"en": Limits(0.42, 0.5), "vi": Limits(0.5, 0.6)}
"""Within a language (XQuAD tuning articles: under 1 % of true claims lie below `hardly`)."""
ACROSS = Limits(0.1, 0.6)
"""Across languages, where the glossary does not know every word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one text says of one claim; `spans` are the sentences that carry it."""

    support: Support
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]
    score: float


class RuleVerifier:
    """The deterministic check; implements `bot.protocols.Verifier`.

    `glossary` translates words when claim and text are in different languages; by default the built-in one.
    """

    def __init__(self, glossary: Glossary | None = None) -> None:
        self._glossary = glossary

    def verify(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        """The verdict on one claim; another of the passages is cited instead where only that one carries it."""
        language = language_of(claim.text)
        cited = tuple(dict.fromkeys(c.paragraph for c in claim.citations))
        findings = [(p, self._look(claim.text, language, p)) for p in cited]
        carrying = [(p, f) for p, f in findings if f.support == "verified"]
        if carrying:
            return Verdict("verified", _citations(carrying[:1]))
        others = [p.paragraph for p in passages if p.paragraph not in cited]
        for paragraph in others:
            finding = self._look(claim.text, language, paragraph)
            if finding.support == "verified":
                return Verdict("verified", _citations([(paragraph, finding)]), (f"reattributed:{paragraph.ref}",))
        return _verdict(findings)

    def best(self, claim: Claim, paragraphs: Sequence[Paragraph], language: Language | None = None) -> Verdict:
        """The verdict of the paragraph that says most for a claim, whatever the claim cites."""
        spoken = language or language_of(claim.text)
        return _verdict([(p, self._look(claim.text, spoken, p)) for p in paragraphs])

    def _look(self, claim: str, language: Language, paragraph: Paragraph) -> Finding:
        anchor = paragraph.source.published
        return self._check(claim_view(claim, language), evidence(paragraph.text, paragraph.language, anchor))

    def _check(self, claim: ClaimView, text: Evidence) -> Finding:
        across = claim.language != text.language
        said = units_across(claim, self._words) if across else units(claim)
        found = wording(said, text)
        if verbatim(claim, text):
            return Finding("verified", (), (text.spans[found.best],), 2.0)
        missing, open_years = _missing_facts(claim, text)
        reasons = [*missing, *(f"number:{n}" for n in unbound_numbers(claim, said, text))]
        if not across:
            reasons += _contradictions(claim, text, found.best)
        limits = ACROSS if across else LIMITS[claim.language]
        if found.share < limits.hardly:
            reasons.append(f"wording:{found.share:.2f}")
        spans = tuple(text.spans[found.first : found.last + 1])
        if reasons:
            return Finding("rejected", tuple(dict.fromkeys(reasons)), spans, found.share)
        if found.share >= limits.carried and not open_years and not _unproven(claim, text):
            return Finding("verified", (), spans, found.share)
        return Finding("unconfirmed", (*open_years, f"wording:{found.share:.2f}"), spans, found.share)

    @property
    def _words(self) -> Glossary:
        if self._glossary is None:
            try:
                self._glossary = Glossary.load()
            except FileNotFoundError:
                self._glossary = Glossary(())
        return self._glossary


def verbatim(claim: ClaimView, text: Evidence) -> bool:
    """Whether the claim is, word for word, one or more whole sentences of the text."""
    words = claim.squeezed[:-1]
    begins, ends = text.edges
    at = text.squeezed.find(claim.squeezed)
    while at >= 0 and words:
        if at in begins and at + len(words) in ends:
            return True
        at = text.squeezed.find(claim.squeezed, at + 1)
    return False


def _missing_facts(claim: ClaimView, text: Evidence) -> tuple[list[str], list[str]]:
    """The numbers and dates of a claim that the text lacks; and the years that it leaves open, having none at all."""
    missing: list[str] = []
    for place in sorted({(f.start, f.end) for f in (*claim.facts.dates, *claim.facts.numbers)}):
        dates = [m for m in claim.facts.dates if _touches(m, place)]
        numbers = [n for n in claim.facts.numbers if _touches(n, place)]
        held = any(map(text.facts.holds_date, dates)) or any(map(text.facts.holds_number, numbers))
        if not held and (dates or any(n.certain for n in numbers)):
            missing.append(f"{'date' if dates else 'number'}:{claim.text[place[0] : place[1]]}")
    if text.facts.tells_years:
        return missing, []
    told = {f"number:{match.group(1)}" for match in _IN_YEAR.finditer(claim.text[: claim.asserted])}
    return [reason for reason in missing if reason not in told], [reason for reason in missing if reason in told]


_IN_YEAR = re.compile(
    r"\b(?:in|since|during|for|by|until|năm|mùa giải)(?: năm)? ((?:1\d|20)\d\d)\b(?! years| năm)", re.IGNORECASE
)


def _touches(fact: Number | Moment, place: tuple[int, int]) -> bool:
    return fact.start < place[1] and place[0] < fact.end


def _contradictions(claim: ClaimView, text: Evidence, best: int) -> list[str]:
    reasons = [f"name:{claim.text[n.start : n.end]}" for n in claim.facts.names if text.names.contradicts(n)]
    if any(squeezed(q.of(claim.text)) not in text.squeezed for q in claim.quotes):
        reasons.append("quote")
    if other := exchanged(claim, text, best):
        reasons.append(other)
    if flipped(claim, text, best):
        reasons.append("negation")
    if contrary := opposite(claim, text, best):
        reasons.append(f"opposite:{contrary}")
    return reasons


def _unproven(claim: ClaimView, text: Evidence) -> bool:
    """Whether something is left open that only the same words could settle: part of a name, a quote."""
    return any(text.names.missing(n) for n in claim.facts.names) or any(
        squeezed(q.of(claim.text)) not in text.squeezed for q in claim.quotes
    )


_RANK = {"verified": 2, "unconfirmed": 1, "rejected": 0}


def _verdict(findings: Sequence[tuple[Paragraph, Finding]]) -> Verdict:
    if not findings:
        return Verdict("rejected", (), ("uncited",))
    paragraph, finding = max(findings, key=lambda pair: (_RANK[pair[1].support], pair[1].score))
    return Verdict(finding.support, _citations([(paragraph, finding)]), finding.reasons)


def _citations(findings: Sequence[tuple[Paragraph, Finding]]) -> tuple[Citation, ...]:
    return tuple(Citation(p, s.start, s.end) for p, f in findings for s in f.spans)
