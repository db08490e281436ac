"""How much each kind of evidence counts in a query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

_TRANSLATING = ("translation", "rest", "phrase", "syllable")


@dataclass(frozen=True, slots=True)
class QueryWeights:
    """How much each kind of evidence counts against a word found as it was typed (1.0); learnt by training/ranking.py.

    `folded` without tones; `pair_en`, `pair_vi` neighbouring words; `correction` a mended typing mistake, `doubtful`
    where the word as typed is known, too; `synonym` multiplies the weights of a translation and back, `alike` those of
    what the thesaurus gives for a word, in its language and translated. Across languages:
    `translation` the (last) word of a translation, `rest` its other words, `phrase` its neighbouring words, `later`
    those after the first three, `syllable` a single syllable of a Vietnamese compound.
    """

    folded: float = 0.5
    pair_en: float = 0.2
    pair_vi: float = 0.5
    correction: float = 0.8
    synonym: float = 0.5
    alike: float = 0.5
    doubtful: float = 0.5
    translation: float = 0.8
    rest: float = 0.2
    phrase: float = 0.2
    later: float = 0.8
    syllable: float = 0.3


@lru_cache(maxsize=16)
def lighter(weights: QueryWeights, share: float) -> QueryWeights:
    """The same weights with a share of what a translation weighs."""
    return replace(weights, **{name: getattr(weights, name) * share for name in _TRANSLATING})
