"""Does the claim deny what the text says, or say what the text denies?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.negation import Negation
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.opposites import OPPOSITES


def flipped(claim: ClaimView, text: Evidence, index: int) -> bool:
    """Whether the claim and sentence `index` of the text differ in what they deny."""
    theirs = text.sentence_negations[index]
    sentence = text.sentence_stems[index]
    return _denied_only_here(claim.negations, theirs, sentence) or _denied_only_here(
        [n for n in theirs if n.explicit], claim.negations, claim.stems
    )


def _denied_only_here(mine: Sequence[Negation], theirs: Sequence[Negation], their_words: frozenset[str]) -> bool:
    """Whether I deny a word that they have and do not deny."""
    denied = {h for n in theirs for h in n.heads}
    for negation in mine:
        heads = negation.heads[:1] if not negation.explicit else negation.heads
        if negation.explicit and heads and heads[0] in their_words and not denied & set(heads) and not theirs:
            return True
    return False


def opposite(claim: ClaimView, text: Evidence, index: int) -> str | None:
    """A word of the claim for which sentence `index` has its opposite instead, as `increase/decrease`."""
    if claim.language != text.language:
        return None
    sentence = text.sentence_stems[index]
    table = OPPOSITES[claim.language]
    for word in sorted(claim.stems - sentence):
        against = table.get(word, frozenset()) & (sentence - claim.stems)
        if against:
            return f"{word}/{min(against)}"
    return None
