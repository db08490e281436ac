"""The deterministic check: numbers, dates, names, quotes, polarity and wording, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.lexicon.glossary import Glossary
from bot.language.naming.names import Name
from bot.language.sentences.framing import unframed
from bot.models import Citation, Claim, Language, Paragraph, Passage, Verdict
from bot.protocols import Library
from bot.verification.evidence import ClaimView, Evidence, claim_view, evidence, spoken
from bot.verification.finding import Finding, examine
from bot.verification.surroundings import Surroundings
from bot.verification.wording import units_across

_Found = tuple[Finding, tuple[Citation, ...]]


class RuleVerifier:
    """The deterministic check; implements `bot.protocols.Verifier`.

    `glossary` translates words when claim and text are in different languages; by default the built-in one.
    `library` has the articles whole; without it, only the paragraphs at hand tell what stands around a cited one.

    >>> from bot.models import Source
    >>> paragraph = Paragraph(Source("a", "en"), 1, "Lâm praised the Secretariat. It owns 142 pieces.", "body", "en")
    >>> cited = (Citation(paragraph, 0, 48),)
    >>> RuleVerifier().verify(Claim("The Secretariat owns 142 pieces.", cited), ()).support
    'verified'
    >>> RuleVerifier().verify(Claim("Lâm did not praise the Secretariat.", cited), ()).reasons
    ('negation',)
    """

    def __init__(self, glossary: Glossary | None = None, library: Library | None = None) -> None:
        self._given = glossary
        self._library = library

    def verify(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        """The verdict on one claim; another of the passages is cited instead where only that one carries it.

        The citations of the verdict are the sentences that carry the claim. A claim that cites nothing is rejected
        as `uncited` unless one of the passages carries it.
        """
        language = spoken(claim.text)
        cited = tuple(dict.fromkeys(c.paragraph for c in claim.citations))
        if quoted := _framed_quotes(claim.text, cited):
            return Verdict("verified", quoted)
        rest = [p.paragraph for p in passages if p.paragraph not in cited]
        near = (*cited, *rest)
        found = [self._look(claim.text, language, p, near) for p in cited]
        if len(cited) > 1 and not _carried(found):
            found += [self._look_at_all(claim.text, language, group) for group in _by_language(cited)]
        if not _carried(found):
            for paragraph in rest:
                finding, citations = self._look(claim.text, language, paragraph, near)
                if finding.support == "verified":
                    return Verdict("verified", citations, (f"reattributed:{paragraph.ref}",))
        if strangers := () if _carried(found) else self._strangers(claim.text, language, cited):
            found = [(replace(f, support="rejected", reasons=strangers), citations) for f, citations in found]
        return _verdict(found)

    def best(self, claim: str, paragraphs: Sequence[Paragraph], language: Language | None = None) -> Verdict:
        """The verdict of the paragraph that says most for a claim that cites none."""
        told = language or spoken(claim)
        return _verdict([self._look(claim, told, p, paragraphs) for p in paragraphs])

    def _look(self, claim: str, language: Language, paragraph: Paragraph, near: Sequence[Paragraph]) -> _Found:
        text = _evidence(paragraph)
        around = Surroundings(paragraph, near, self._library)
        finding = examine(claim_view(claim, language), text, self._glossary, around)
        return finding, tuple(Citation(paragraph, s.start, s.end) for s in finding.spans)

    def _look_at_all(self, claim: str, language: Language, paragraphs: Sequence[Paragraph]) -> _Found:
        """The finding on paragraphs that carry a claim only together."""
        text = evidence("\n".join(p.text for p in paragraphs), paragraphs[0].language, scattered=True)
        around = Surroundings(paragraphs[0], library=self._library)
        finding = examine(claim_view(claim, language), text, self._glossary, around)
        citations, shift = [], 0
        for paragraph in paragraphs:
            inside = (s for s in finding.spans if shift <= s.start < shift + len(paragraph.text))
            citations += [Citation(paragraph, s.start - shift, s.end - shift) for s in inside]
            shift += len(paragraph.text) + 1
        return finding, tuple(citations)

    def _strangers(self, claim: str, language: Language, cited: Sequence[Paragraph]) -> tuple[str, ...]:
        """As reasons, the names of which no cited paragraph of either language has anything.

        Text of the other language alone leaves a name open: it may be translated there in a way that no table knows.
        """
        if len({p.language for p in cited}) < 2:
            return ()
        view, texts = claim_view(claim, language), [_evidence(p) for p in cited]
        strange = [n for n in view.facts.names if not any(self._hints_at(n, view, text) for text in texts)]
        return tuple(f"name:{view.text[n.start : n.end]}" for n in strange)

    def _hints_at(self, name: Name, claim: ClaimView, text: Evidence) -> bool:
        """Whether a text has any word of a name that is surely its own, or a translation of one."""
        own = [w for w in name.words if w.certain]
        if not own or any(w not in text.names.missing(name) for w in own):
            return True
        across = units_across(claim_view(claim.text[name.start : name.end], claim.language), self._glossary)
        return text.language != claim.language and any(u.carried_by(f) for u in across for f in text.sentence_forms)

    @property
    def _glossary(self) -> Glossary:
        if self._given is None:
            self._given = Glossary.load()
        return self._given


def _framed_quotes(claim: str, cited: Sequence[Paragraph]) -> tuple[Citation, ...]:
    """The words that a claim quotes in full from text in the other language, found in a cited paragraph."""
    for paragraph in cited:
        quote = unframed(claim, paragraph.source)
        start = paragraph.text.find(quote) if quote and quote.strip() else -1
        if quote and start >= 0:
            return (Citation(paragraph, start, start + len(quote)),)
    return ()


def _by_language(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs of each language of which there are several."""
    groups = [[p for p in paragraphs if p.language == language] for language in ("vi", "en")]
    return [group for group in groups if len(group) > 1]


def _evidence(paragraph: Paragraph) -> Evidence:
    return evidence(paragraph.text, paragraph.language, paragraph.source.published)


def _carried(found: Sequence[_Found]) -> bool:
    return any(finding.support == "verified" for finding, _ in found)


def _verdict(found: Sequence[_Found]) -> Verdict:
    if not found:
        return Verdict("rejected", (), ("uncited",))
    finding, citations = max(found, key=_weight)
    return Verdict(finding.support, citations, finding.reasons)


def _weight(found: _Found) -> tuple[bool, float, bool]:
    """A text that carries the claim comes first, then the one nearest to its wording, whatever that one says."""
    support = found[0].support
    return support == "verified", found[0].score, support == "unconfirmed"
