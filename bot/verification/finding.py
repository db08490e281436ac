"""What one text says of one claim: carried, left open, or contradicted, and by which sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from bot.language.figures.dates import Moment
from bot.language.figures.numbers import Number
from bot.language.lexicon.glossary import Glossary
from bot.language.naming.names import Name
from bot.language.sentences.boundaries import Span
from bot.language.sentences.quotes import squeezed
from bot.models import Language, Support
from bot.verification.alignment import Exchange, exchanged
from bot.verification.apart import of_another_part
from bot.verification.binding import torn_ranges, unbound_numbers
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.numbering import misnumbered
from bot.verification.order import miscounted, turned_order
from bot.verification.placing import misplaced
from bot.verification.plain_words import unheld
from bot.verification.polarity import flipped, opposite
from bot.verification.qualified import unbounded, wrong_ways
from bot.verification.roles import exchanged_roles, other_agent
from bot.verification.strange import strange
from bot.verification.surroundings import Surroundings, Unsaid
from bot.verification.titles import exchanged_titles
from bot.verification.told import told_otherwise
from bot.verification.verbatim import repeated
from bot.verification.wording import Unit, Wording, units, units_across, wording
from bot.verification.yearly import of_year


class Limits(NamedTuple):
    """Shares of the claim's words: below `hardly` it is rejected, from `carried` on the wording confirms it."""

    hardly: float
    carried: float


_LIST = re.compile(r",? (?:and|or|và|hoặc|hay) |, | & ")
LIMITS: dict[Language, Limits] = {"en": Limits(0.42, 0.5), "vi": Limits(0.51, 0.56)}
"""Within a language (XQuAD tuning articles but the first: about 1 % of true claims lie below `hardly`)."""
RELIEF = 0.07
"""What `hardly` is lower by for a claim that is pinned down by names or figures, which the text must have besides.

Measured on XQuAD's tuning articles: 23 true claims lie in between, and 8 of those that cite another paragraph of the article."""
NEARLY = 0.75
"""Share of the words that a question puts in quotes from which on they count as the text's, told in another way."""
ACROSS = Limits(0.1, 0.6)
"""Across languages, where the glossary does not know every word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one text says of one claim.

    `spans` are the sentences that carry it; `score` orders findings of equal support, higher is better.
    """

    support: Support
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]
    score: float


def examine(claim: ClaimView, text: Evidence, glossary: Glossary, around: Surroundings) -> Finding:
    """Checks a claim against a text. What stands `around` it tells whose name a pronoun stands for, and leaves years open.

    Rejected: a fact is missing or contradicted, the polarity is turned, or hardly any of the wording is there, or none of
    the plain words of a statement. Unconfirmed: the verb or most plain words of a statement are not there.
    Verified: every check holds and the wording is carried, or the claim repeats sentences word for word.
    """
    if same := repeated(claim, text):
        return Finding("verified", (), tuple(text.spans[i] for i in same), 2.0)
    context = around.before
    across = claim.language != text.language
    said = units_across(claim, glossary) if across else units(claim)
    where = wording(said, text)
    spans = tuple(text.spans[i] for i in where.sentences)
    limits = ACROSS if across else LIMITS[claim.language]
    missing, open_ends = _missing_facts(claim, text, where, around)
    exchange = Exchange(None, ()) if across else exchanged(claim, text, where.best, glossary)
    missing += _misplaced(claim, text, said, exchange.reason)
    missing += [f"name:{n}" for n in exchanged_titles(claim, text)]
    missing += [*strange(claim.text, text.text), *wrong_ways(claim, text)]
    if verb := exchanged_roles(claim, text, said):
        missing.append(f"role:{verb}")
    if not across:
        missing += _contradictions(claim, text, where, context, glossary)
        open_ends += [f"word:{word}" for word in exchange.words]
    unknown, nothing_held = unheld(claim, text, said, glossary)
    (missing if nothing_held else open_ends).extend(f"word:{word}" for word in unknown)
    hardly = limits.hardly - (RELIEF if not across and _is_pinned(claim) else 0)
    if where.share < hardly or (not across and _answers_with_other_words(claim, text)):
        missing.append(f"wording:{where.share:.2f}")
    if missing:
        return Finding("rejected", tuple(dict.fromkeys(missing)), spans, where.share)
    open_ends += [*_unproven(claim, text, context), *unbounded(claim, text, said, where.sentences)]
    open_ends += [*told_otherwise(claim, said, text), *(f"number:{n}" for n in of_another_part(claim, text))]
    if verb := other_agent(claim, text):
        open_ends.append(f"role:{verb}")
    if where.share < limits.carried:
        open_ends.append(f"wording:{where.share:.2f}")
    reasons = tuple(dict.fromkeys(open_ends))
    return Finding("unconfirmed" if reasons else "verified", reasons, spans, where.share)


def _missing_facts(
    claim: ClaimView, text: Evidence, where: Wording, around: Surroundings
) -> tuple[list[str], list[str]]:
    """The numbers and dates of a claim that the text lacks; and those of them that it leaves open."""
    lacking: list[tuple[str, list[Number], list[Moment]]] = []
    held = False
    for start, end in claim.facts.figures:
        dates = [m for m in claim.facts.dates if _touches(m, start, end)]
        numbers = [n for n in claim.facts.numbers if _touches(n, start, end)]
        certain = bool(dates) or any(n.certain for n in numbers)
        if any(map(text.facts.holds_date, dates)) or any(map(text.facts.holds_number, numbers)):
            held = held or certain
        elif certain and not any(_is_listed(claim, n) for n in numbers):
            lacking.append((f"{'date' if dates else 'number'}:{claim.text[start:end]}", numbers, dates))
    unsaid = Unsaid(claim, text, where, around)
    missing: list[str] = []
    left: list[str] = []
    for reason, numbers, dates in lacking:
        is_open = any(map(unsaid.date_is_open, dates)) or any(unsaid.number_is_open(n, held=held) for n in numbers)
        (left if is_open else missing).append(reason)
    return missing, left


def _misplaced(claim: ClaimView, text: Evidence, said: Sequence[Unit], exchange: str | None) -> list[str]:
    """As reasons, the figures that the text has of something else; and what a claim `exchange`s.

    Where the text gives a number of the claim's year, no other nearness tells against it.
    """
    yearly = of_year(claim, text)
    wrong = [claim.text[a:b] for a, b in claim.facts.figures if a == yearly.wrong]
    wrong += [*torn_ranges(claim, text), *miscounted(claim, said, text), *misnumbered(claim, text)]
    loose = [f"number:{n}" for n in (*unbound_numbers(claim, said, text), *misplaced(claim, said, text))]
    told = [f"number:{claim.text[a:b]}" for a, b in claim.facts.figures if a == yearly.told]
    return [*(f"number:{n}" for n in wrong), *(r for r in (*loose, *filter(None, [exchange])) if r not in told)]


def _is_listed(claim: ClaimView, number: Number) -> bool:
    """Whether a question tells how many things its answer lists: `Which two groups ...? A and B`."""
    listed = [part for part in _LIST.split(claim.text[claim.asserted :]) if part.strip(" .")]
    return not claim.answers(number.start) and len(listed) > 1 and len(listed) in number.values


def _is_pinned(claim: ClaimView) -> bool:
    """Whether the answer to a question has a name or figure, or a statement two of them."""
    facts: list[Number | Moment | Name] = [*claim.facts.numbers, *claim.facts.dates, *claim.facts.names]
    stated = claim.asserted == len(claim.text)
    telling = [f for f in facts if _is_certain(f) and (stated or claim.answers(f.start))]
    return len(telling) > stated


def _is_certain(fact: Number | Moment | Name) -> bool:
    if isinstance(fact, Name):
        return any(w.certain for w in fact.words)
    return isinstance(fact, Moment) or fact.certain


def _answers_with_other_words(claim: ClaimView, text: Evidence) -> bool:
    """Whether, in a question with its answer, fewer than half of the answer's plain words are in the text."""
    figures = claim.facts.figures
    answer = [t for t in claim.terms if claim.answers(t.start) and not any(a <= t.start < b for a, b in figures)]
    found = [t for t in answer if t.stem in text.places or (t.text.isascii() and f"~{t.folded}" in text.places)]
    return 2 * len(found) < len(answer)


def _touches(fact: Number | Moment, start: int, end: int) -> bool:
    return fact.start < end and start < fact.end


def _contradictions(
    claim: ClaimView, text: Evidence, where: Wording, context: Evidence | None, glossary: Glossary
) -> list[str]:
    loose = [q for q in claim.quotes if _nearly_quotes(claim, q, text)]
    wrong = [n for n in claim.facts.names if text.names.contradicts(n) and not _known(n, context)]
    reasons = [
        _name(claim, n) for n in wrong if not any(q.has(n.start) for q in loose) and not _is_phrase(claim, n, glossary)
    ]
    if any(not _nearly_quotes(claim, q, text) for q in _misquoted(claim, text)):
        reasons.append("quote")
    if flipped(claim, text, where.best):
        reasons.append("negation")
    if contrary := opposite(claim, text, where.best):
        reasons.append(f"opposite:{contrary}")
    if turned := turned_order(claim, text, where.best):
        reasons.append(f"order:{turned}")
    return reasons


def _is_phrase(claim: ClaimView, name: Name, glossary: Glossary) -> bool:
    """Whether a Vietnamese syllable begins a phrase of plain words with a capital: `Kỷ băng hà`."""
    if claim.language != "vi" or len(name.words) > 1:
        return False
    at = bisect_left(claim.spans, (name.start, 0))
    ends = [m.end for m in glossary.translations(claim.words, "vi") if m.start == at]
    return bool(ends) and ends[0] > at + 1 and claim.text[claim.spans[at + 1][0]].islower()


def _unproven(claim: ClaimView, text: Evidence, context: Evidence | None) -> list[str]:
    """What is left open: a name of which the text has a part, or which the context alone has; a quote."""
    names = [n for n in claim.facts.names if not text.names.proves(n)]
    parts = [n for n in names if text.names.contradicts(n) or not _known(n, context)]
    return [*(_name(claim, n) for n in parts), *(("quote",) if _misquoted(claim, text) else ())]


def _known(name: Name, context: Evidence | None) -> bool:
    return context is not None and context.names.proves(name)


def _name(claim: ClaimView, name: Name) -> str:
    return f"name:{claim.text[name.start : name.end]}"


def _misquoted(claim: ClaimView, text: Evidence) -> list[Span]:
    return [q for q in claim.quotes if squeezed(q.of(claim.text)) not in text.squeezed]


def _nearly_quotes(claim: ClaimView, quote: Span, text: Evidence) -> bool:
    """Whether a question, which may name a thing in its own way, quotes words of which a sentence has most in this order."""
    if claim.answers(quote.start) or claim.asserted == len(claim.text):
        return False
    words = squeezed(quote.of(claim.text)).split()
    figures = {w for w in words if w[0].isdigit()}
    others = (squeezed(s.of(text.text)).split() for s in text.spans)
    return any(figures.issubset(o) and _in_order(words, o) >= NEARLY * len(words) for o in others)


def _in_order(words: Sequence[str], others: Sequence[str]) -> int:
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks)
