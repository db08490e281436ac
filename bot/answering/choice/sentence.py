"""Which sentence of the passages answers best, and how sure that is; one choice for each language of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.choice.abstention import SURE, guarded, leads, says_all, sureness
from bot.answering.choice.clues import clues
from bot.answering.evidence.features import NAMES, Scene, coverage_of, raw, scenes, topical
from bot.answering.evidence.weights import Curve, Linear, Trees, softmax, tables
from bot.answering.objections.holders import holds_office
from bot.answering.objections.plain import Objection, Objections
from bot.answering.objections.representing import ON_BEHALF, REPRESENTS
from bot.answering.question.view import QuestionView
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
TOPICAL = 5.0
"""What a sentence gains for all words of the question that it leaves to what its article is about.

Not where a place or a date is asked for: those stand in the lead.
"""
OBJECTED = 2.0
"""What a sentence loses that a plain reason speaks against."""
OBJECTED_SHARE = 0.31
"""What is left of the confidence in such a sentence."""
NAMED = 0.7
"""Strength from which on a name of the question counts as held."""
HELD = 0.6
"""What is left of the doubt when the office that is asked about stands there with a name, or somebody speaks for others."""
SECOND_BELOW = 0.7
"""Share of the best sentence under which a second one is shown."""
SECOND_FROM = 0.05
"""Share that the second one has at least."""
LOOKED_AT = 10
"""Sentences that are checked for plain reasons against them, at most."""
_COVER_AT = SURE.index("cover")
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
class Choice:
    """The sentences of the passages of one language with their shares, best first by `order`.

    `confidence`, 0..1, is that of the best one; `evidence` its features, in the order of `abstention.SURE`; `plain` the share,
    by idf, of the question's plain words that it holds, 0..1;
    `objected` the plain reason against it; `named` whether it holds every name of the question; `measured` whether it
    holds the day or the year that is asked for, None where none is; `seconds` the indexes of the sentences that may be
    shown beside the best one, best first.
    """

    found: tuple[Scene, ...]
    shares: tuple[float, ...]
    order: tuple[int, ...]
    confidence: float
    evidence: tuple[float, ...]
    plain: float = 0.0
    objected: Objection = ""
    named: bool = False
    measured: bool | None = None
    seconds: tuple[int, ...] = ()

    @property
    def best(self) -> Scene:
        """The sentence that answers best."""
        return self.found[self.order[0]]

    @property
    def cover(self) -> float:
        """The share of all words of the question, by idf, that the best sentence holds; 0..1."""
        return self.evidence[_COVER_AT]


def choose(question: QuestionView, passages: Sequence[Passage], weights: Weights) -> Choice | None:
    """The choice among the sentences of passages of one language; None where there is none."""
    found = scenes(question, passages)
    if not found:
        return None
    features = raw(question, found)
    bonus = LOCATED if question.bare else 0.0
    led = [question.bare and leads(question, s, f[_FIT_AT]) for s, f in zip(found, features, strict=True)]
    penalty = UNFIT if question.asked.measure else 0.0
    further = TOPICAL * (question.asked.kind not in ("place", "date"))
    scores = [
        weights.sentence.of(f)
        + bonus * f[_LOCATED_AT]
        - penalty * (f[_FIT_AT] == 0)
        + LED * lead
        + clue
        + (further * topical(question, s) if further else 0.0)
        - ASKED * s.sentence.text.rstrip().endswith("?")
        - HEADED * f[_HEADING_AT] * (not question.of_photo)
        for s, f, lead, clue in zip(found, features, led, clues(question, found), strict=True)
    ]
    objections = Objections(question, found)
    against = _weighed(objections, found, scores)
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
    if not objected and (
        (objections.office and holds_office(objections.office, question, best.sentence))
        or (ON_BEHALF.says(question) and REPRESENTS.says(best.sentence))
    ):
        confidence = 1 - HELD * (1 - confidence)
    names = [h for t, h in zip(question.terms, best.held, strict=True) if t.name]
    named = bool(names) and min(names) >= NAMED
    measured = (
        features[order[0]][_FIT_AT] > (0.0 if question.asked.measure else 0.5)
        if question.asked.kind == "date"
        else None
    )
    return Choice(
        tuple(found),
        tuple(shares),
        tuple(order),
        confidence,
        evidence,
        _plain_cover(question, best),
        objected,
        named,
        measured,
        tuple(_seconds(question, objections, found, against, shares, order)),
    )


def _plain_cover(question: QuestionView, scene: Scene) -> float:
    """The share of the question's words, names and numbers apart, that a sentence holds; 1 where there are none."""
    plain = [p for p, t in enumerate(question.terms) if not (t.name or t.number)]
    return coverage_of(question, scene.held, plain) if plain else 1.0


def _seconds(
    question: QuestionView,
    objections: Objections,
    found: Sequence[Scene],
    against: Mapping[int, Objection],
    shares: Sequence[float],
    order: Sequence[int],
) -> Iterator[int]:
    """The next best sentences, where the best one does not stand out or several things are asked for.

    None that a plain reason speaks against; one not looked at yet may tell of somebody else, or of another event.
    """
    if not (question.asked.several or shares[order[0]] < SECOND_BELOW):
        return
    told = question.asked.kind in ("thing", "manner")
    for i in (i for i in order[1:3] if shares[i] >= SECOND_FROM):
        if not (against[i] if i in against else told and objections.against(found[i]) == "premise"):
            yield i


def _weighed(objections: Objections, found: Sequence[Scene], scores: list[float]) -> dict[int, Objection]:
    """Lowers the scores of the likeliest sentences that a plain reason speaks against, until the best one has none."""
    against: dict[int, Objection] = {}
    for _ in range(min(LOOKED_AT, len(found))):
        best = min(range(len(found)), key=lambda i: (-scores[i], found[i].rank, i))
        if best in against:
            break
        against[best] = objections.against(found[best])
        scores[best] -= OBJECTED * bool(against[best])
    return against
