"""Does the sentence that has a claim's figure say the rest, or one that has another such figure? Then the figure is that one's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.facts import DAY, YEAR, Figure
from bot.language.sentences.boundaries import Span
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.stretches import stretches
from bot.verification.wording import Unit

MORE = 0.2
"""Share of the words around a figure that another sentence must have more of, by itself and with the one before it.

Measured on XQuAD's tuning articles: no true claim lies above, of some 700 with such a figure in either language."""
MORE_ACROSS = 0.3
"""The same across languages, where only part of the words is found."""
LEAST = 3
"""Words around a figure without which the stretch next to it counts as well: `In 2007, | the bank opened in Hue`."""


def misplaced(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> list[str]:
    """The figures that a text has where it tells something else, and another such figure where it tells this; as the claim writes them.

    Of a question with its answer those of the answer are asked; else only the years and days, as a statement's numbers count
    things that its words name.
    """
    mine = claim.facts.told if len(text.spans) > 1 and len(text.told) > 1 else []
    claimed = frozenset(v for f in mine for v in f.values)
    asked = [f for f in mine if claim.answers(f.start)] or [f for f in mine if f.kind in (YEAR, DAY)]
    share = MORE if claim.language == text.language else MORE_ACROSS
    found = []
    for figure in asked:
        own = {i for other, i in text.told if not other.values.isdisjoint(figure.values)}
        rivals = {i for other, i in text.told if other.kind == figure.kind and other.values.isdisjoint(claimed)}
        if own and rivals - own and _more(_around(claim, said, figure), text, own, rivals, share):
            found.append(next(claim.text[a:b] for a, b in claim.facts.figures if a == figure.start))
    return found


def _more(around: Sequence[Unit], text: Evidence, own: set[int], rivals: set[int], share: float) -> bool:
    """Whether one of the `rivals` has more of these words, by this `share`, than any of `own`, alone and with the one before."""
    whole = sum(u.weight for u in around)
    hits = {i: _held(around, text, i) for i in {*own, *rivals, *(i - 1 for i in (*own, *rivals) if i)}}

    def most(sentences: set[int], back: int) -> float:
        """The largest weight of a sentence with so many before it."""
        return max(sum(around[j].weight for j in hits[i] | hits[max(0, i - back)]) for i in sentences)

    least = share * whole
    return whole > 0 and all(most(rivals, back) - most(own, back) >= least for back in (0, 1))


def _held(around: Sequence[Unit], text: Evidence, index: int) -> frozenset[int]:
    return frozenset(j for j, unit in enumerate(around) if unit.carried_by(text.sentence_forms[index]))


def _around(claim: ClaimView, said: Sequence[Unit], figure: Figure) -> list[Unit]:
    """What a claim says in the stretch of a figure, and next to it as far as that says little; no figures."""
    plain = [u for u in said if not any(a <= u.start < b for a, b in claim.facts.figures)]
    if claim.asserted != len(claim.text):
        return plain
    parts = list(stretches(claim.text))
    first = last = max(i for i, part in enumerate(parts) if part.start <= figure.start)
    while len(found := _within(plain, parts[first], parts[last])) < LEAST and last - first < len(parts) - 1:
        if first and (last == len(parts) - 1 or claim.text[parts[first].start - 1] != "."):
            first -= 1
        else:
            last += 1
    return found


def _within(units: Sequence[Unit], first: Span, last: Span) -> list[Unit]:
    return [u for u in units if first.start <= u.start < last.end]
