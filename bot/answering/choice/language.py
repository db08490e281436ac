"""Which language's text answers, where the passages are in both: weights over how sure each is and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answering.choice.sentence import Choice
from bot.answering.evidence.weights import log_odds, sigmoid, tables

LIKELIER = 0.6
"""Chance from which text in the other language is quoted although the question's own language is sure enough."""


@dataclass(frozen=True, slots=True)
class LanguageWeights:
    """The chance that the other language's text answers and the own one's does not: a logistic regression.

    Over the log-odds of both confidences, and how much more of the question the other language's sentence holds: of its
    plain words where the own language is sure enough, as names are written otherwise in each, of all words where it is
    not. Where the own language nearly answers, the same story is there without the fact, and the other rarely has it.

    >>> weights = LanguageWeights(own=-0.5, other=1.0, cover=2.0, bias=-1.0)
    >>> weights.chance(0.1, 0.9, 0.0) > weights.chance(0.4, 0.9, 0.0)
    True
    """

    own: float
    other: float
    cover: float
    bias: float

    def chance(self, own: float, other: float, cover: float) -> float:
        """The chance, 0..1; `own` and `other` are confidences, `cover` (-1..1) is what the other sentence holds more."""
        return sigmoid(self.own * log_odds(own) + self.other * log_odds(other) + self.cover * cover + self.bias)

    @staticmethod
    def load(table: str) -> LanguageWeights:
        """The learnt weights: `preferred` where the own language is sure enough, `alone` where it is not."""
        return LanguageWeights(**tables()["languages"][table])


def _are_twins(own: Choice, other: Choice) -> bool:
    """Whether both languages' best sentences are of paragraphs that tell the same: what somebody else did, he did in both."""
    one, two = own.best.passage, other.best.passage
    return one.twin == two.paragraph or two.twin == one.paragraph


def settles(own: Choice, least: float) -> bool:
    """Whether the own language's choice is taken whatever the other language tells: even what is sure and says it all."""
    most = LanguageWeights.load("preferred").chance(own.confidence, 1.0, 1 - own.plain)
    return own.confidence >= least and (most < LIKELIER or bool(own.measured))


def between(own: Choice | None, other: Choice | None, least: float) -> Choice | None:
    """The choice among both languages' choices; `least`, 0..1, is the confidence from which the bot answers."""
    if own is None or other is None:
        return own or other
    if own.confidence >= least:
        more = other.plain - own.plain
        likelier = LanguageWeights.load("preferred").chance(own.confidence, other.confidence, more) >= LIKELIER
        fair = (not other.objected or bool(own.objected)) and not own.measured
        return other if likelier and fair and other.confidence >= least else own
    sure = LanguageWeights.load("alone").chance(own.confidence, other.confidence, other.cover - own.cover)
    if other.measured and own.measured is False:
        sure = max(sure, other.confidence)
    if other.objected:
        sure = min(sure, other.confidence)
    if own.objected == "premise" and _are_twins(own, other) and not other.named:
        sure = min(sure, own.confidence)
    if sure >= least:
        return replace(other, confidence=sure)
    nearest = max(own, other, key=lambda choice: choice.confidence)
    return replace(nearest, confidence=max(own.confidence, sure))
