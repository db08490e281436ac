"""Which sentence of the passages answers best, and how sure that is; one choice for each language of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answering.abstention import SURE, guarded, leads, says_all, sureness
from bot.answering.features import NAMES, Scene, raw, scenes
from bot.answering.objections import Objection, Objections
from bot.answering.question_view import QuestionView
from bot.answering.scoring import Curve, Linear, Trees, log_odds, sigmoid, softmax, tables
from bot.models import Passage

LOCATED = 6.0
"""What `X, in the capital Jakarta` counts for `Where is X?`, a question that says nothing else to look for."""
LED = 3.0
"""What a lead gains that tells where or when of the event that a bare question asks for."""
ASKED = 4.0
"""What a sentence loses that asks itself."""
HEADED = 2.5
"""What a headline or caption loses: the sentence that says it is the better source."""
UNFIT = 3.0
"""What a sentence loses that lacks the unit, the year or the day that is asked for."""
OBJECTED = 2.0
"""What a sentence loses that a plain reason speaks against."""
OBJECTED_SHARE = 0.4
"""What is left of the confidence in such a sentence."""
PREFERENCE = 0.3
"""How much surer text in the other language must be to be quoted although the question's own answers."""
LOOKED_AT = 10
"""Sentences that are checked for plain reasons against them, at most."""
_LOCATED_AT, _FIT_AT, _HEADING_AT = NAMES.index("located"), NAMES.index("type"), NAMES.index("heading")


@dataclass(frozen=True, slots=True)
class Weights:
    """What sentence choice and confidence weigh, for text in the question's language or in the other."""

    sentence: Linear
    confidence: Trees
    calibration: Curve

    @staticmethod
    def load(across: bool) -> Weights:
        """The learnt weights, read once."""
        return _load(across)


@lru_cache(maxsize=2)
def _load(across: bool) -> Weights:
    table = tables()["across" if across else "same"]
    points = tuple((float(a), float(b)) for a, b in table["calibration"]["points"])
    return Weights(Linear.read(table["sentence"], NAMES), Trees.read(table["confidence"]["trees"], SURE), Curve(points))


@dataclass(frozen=True, slots=True)
class LanguageWeights:
    """How sure text in the other language may be where the question's own language is not sure enough.

    A logistic regression over the log-odds of both confidences: where the question's own language nearly answers, the
    same story is there without the fact, and the other language rarely has it.

    >>> LanguageWeights(own=-0.5, other=1.0, bias=-1.0).confidence(0.1, 0.9) > LanguageWeights(-0.5, 1.0, -1.0).confidence(0.4, 0.9)
    True
    """

    own: float
    other: float
    bias: float

    def confidence(self, own: float, other: float) -> float:
        """The confidence, 0..1, in the other language's text, from that in each language's."""
        return sigmoid(self.own * log_odds(own) + self.other * log_odds(other) + self.bias)

    @staticmethod
    def load() -> LanguageWeights:
        """The learnt weights, read once."""
        return LanguageWeights(**tables()["languages"])


@dataclass(frozen=True, slots=True)
class Choice:
    """The sentences of the passages of one language with their shares, best first by `order`.

    `confidence`, 0..1, is that of the best one; `evidence` its features, in the order of `abstention.SURE`;
    `objected` the plain reason against it.
    """

    found: tuple[Scene, ...]
    shares: tuple[float, ...]
    order: tuple[int, ...]
    confidence: float
    evidence: tuple[float, ...]
    objected: Objection = ""

    @property
    def best(self) -> Scene:
        """The sentence that answers best."""
        return self.found[self.order[0]]


def choose(question: QuestionView, passages: Sequence[Passage], weights: Weights) -> Choice | None:
    """The choice among the sentences of passages of one language; None where there is none."""
    found = scenes(question, passages)
    if not found:
        return None
    features = raw(question, found)
    bonus = LOCATED if question.bare else 0.0
    led = [question.bare and leads(question, s, f[_FIT_AT]) for s, f in zip(found, features, strict=True)]
    penalty = UNFIT if question.asked.measure else 0.0
    scores = [
        weights.sentence.of(f)
        + bonus * f[_LOCATED_AT]
        - penalty * (f[_FIT_AT] == 0)
        + LED * lead
        - ASKED * asks
        - HEADED * f[_HEADING_AT]
        for f, lead, asks in zip(features, led, (s.sentence.text.rstrip().endswith("?") for s in found), strict=True)
    ]
    against = _weighed(question, found, scores)
    shares = softmax(scores)
    order = sorted(range(len(found)), key=lambda i: (-shares[i], found[i].rank, i))
    evidence = sureness(question, found, shares, order[0])
    calibrated = weights.calibration.at(weights.confidence.of(evidence))
    objected = against.get(order[0], "")
    best = found[order[0]]
    beside = bool(bonus) and features[order[0]][_LOCATED_AT] == 1 and says_all(question, best)
    told = led[order[0]] or beside
    confidence = guarded(question, best, calibrated, told=told) * (
        OBJECTED_SHARE if objected not in ("", "holder") else 1.0
    )
    return Choice(tuple(found), tuple(shares), tuple(order), confidence, evidence, objected)


def between(own: Choice | None, other: Choice | None, least: float) -> Choice | None:
    """The choice among both languages' choices; `least`, 0..1, is the confidence from which the bot answers.

    The question's own language, unless it is not sure enough or the other one is far surer.
    """
    if own is None or other is None:
        return own or other
    if own.confidence >= least:
        return other if other.confidence >= own.confidence + PREFERENCE else own
    sure = LanguageWeights.load().confidence(own.confidence, other.confidence)
    if sure >= least:
        return replace(other, confidence=sure)
    nearest = max(own, other, key=lambda choice: choice.confidence)
    return replace(nearest, confidence=max(own.confidence, sure))


def _weighed(question: QuestionView, found: Sequence[Scene], scores: list[float]) -> dict[int, Objection]:
    """Lowers the scores of the likeliest sentences that a plain reason speaks against, until the best one has none."""
    against: dict[int, Objection] = {}
    objections = Objections(question, found)
    for _ in range(min(LOOKED_AT, len(found))):
        best = min(range(len(found)), key=lambda i: (-scores[i], found[i].rank, i))
        if best in against:
            break
        against[best] = objections.against(found[best])
        scores[best] -= OBJECTED * bool(against[best])
    return against
