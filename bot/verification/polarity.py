"""Does the claim deny what the text says, or say what the text denies?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.grammar.negation import Negation
from bot.language.lexicon.opposites import OPPOSITES
from bot.verification.evidence import ClaimView, Evidence


def flipped(claim: ClaimView, text: Evidence, index: int) -> bool:
    """Whether the claim denies what sentence `index` of the text says, or says what that denies.

    Denials that share a denied word are the same; one that is left over on one side alone turns the claim around, unless
    the sentence also says the denied word without denying it.
    """
    mine, theirs = _unpaired(claim.negations, text.sentence_negations[index])
    if any(n.explicit for n in mine) and all(n.heads and claim.stems.isdisjoint(n.heads) for n in theirs):
        return True
    said = text.sentence_content[index]
    return not mine and any(
        n.explicit and n.heads and n.heads[0] in claim.stems and said.count(n.heads[0]) < 2 for n in theirs
    )


def _unpaired(mine: Sequence[Negation], theirs: Sequence[Negation]) -> tuple[list[Negation], list[Negation]]:
    """The negations of each side without a partner on the other: the same word first, then any of the same effect."""
    left, right = list(mine), list(theirs)
    for same_word in (True, False):
        for negation in tuple(left):
            partner = next((n for n in right if _denies_the_same(negation, n, same_word=same_word)), None)
            if partner:
                left.remove(negation)
                right.remove(partner)
    return left, right


def _denies_the_same(one: Negation, two: Negation, *, same_word: bool) -> bool:
    return bool(set(one.heads) & set(two.heads)) and (one.cue == two.cue or not same_word)


def opposite(claim: ClaimView, text: Evidence, index: int) -> str | None:
    """A word of the claim for which sentence `index` has its opposite instead, as `increase/decrease`."""
    if claim.language != text.language:
        return None
    mine, theirs = claim.content, text.sentence_content[index]
    here, there = set(mine), set(theirs)
    table = OPPOSITES[claim.language]
    for i, word in enumerate(mine):
        for other in sorted(table.get(word, frozenset()) & there - here) if word not in there else ():
            if _same_neighbour(mine, i, theirs, theirs.index(other)):
                return f"{word}/{other}"
    return None


def _same_neighbour(mine: Sequence[str], i: int, theirs: Sequence[str], j: int) -> bool:
    """Whether the content words before or after two words are the same."""
    return (i > 0 and j > 0 and mine[i - 1] == theirs[j - 1]) or mine[i + 1 : i + 2] == theirs[j + 1 : j + 2] != []
