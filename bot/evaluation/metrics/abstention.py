"""Abstention: how often the bot is silent where it should be, and what its confidence is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One row for each question: may it be answered, was it, and was the answer right?"""

    answerable: tuple[bool, ...]
    answered: tuple[bool, ...]
    right: tuple[bool, ...]

    def __post_init__(self) -> None:
        if not len(self.answerable) == len(self.answered) == len(self.right):
            raise ValueError("each question has all three")


def rejection_recall(v: Verdicts) -> float:
    """|abstained and unanswerable| / |unanswerable| (RGB's negative rejection, Chen et al. 2024)."""
    silent = [not done for able, done in zip(v.answerable, v.answered, strict=True) if not able]
    return sum(silent) / len(silent) if silent else 0.0


def over_refusal(v: Verdicts) -> float:
    """|abstained and answerable| / |answerable|."""
    silent = [not done for able, done in zip(v.answerable, v.answered, strict=True) if able]
    return sum(silent) / len(silent) if silent else 0.0


def abstention_precision(v: Verdicts) -> float:
    """|abstained and unanswerable| / |abstained|."""
    silent = [not able for able, done in zip(v.answerable, v.answered, strict=True) if not done]
    return sum(silent) / len(silent) if silent else 0.0


class Triple(NamedTuple):
    """SimpleQA's grades as shares of all questions (Wei et al. 2024); an answered unanswerable one is incorrect."""

    correct: float
    incorrect: float
    not_attempted: float

    @property
    def accuracy_given_attempted(self) -> float:
        """correct / (correct + incorrect)."""
        attempted = self.correct + self.incorrect
        return self.correct / attempted if attempted else 0.0

    @property
    def f_score(self) -> float:
        """The harmonic mean of `correct` and `accuracy_given_attempted`."""
        whole = self.correct + self.accuracy_given_attempted
        return 2 * self.correct * self.accuracy_given_attempted / whole if whole else 0.0


def triple(v: Verdicts) -> Triple:
    """The three grades of a run."""
    n = len(v.answered) or 1
    attempted = sum(v.answered)
    correct = sum(done and right for done, right in zip(v.answered, v.right, strict=True))
    return Triple(correct / n, (attempted - correct) / n, (len(v.answered) - attempted) / n)


def trust(v: Verdicts, penalty: float = 1.0) -> float:
    """The mean of +1 for a right answer, 0 for silence, -penalty for a wrong answer."""
    grades = triple(v)
    return grades.correct - penalty * grades.incorrect


class RiskPoint(NamedTuple):
    """At this coverage (share of questions answered) this share of the answers is wrong."""

    coverage: float
    risk: float


def risk_coverage(confidence: Sequence[float], wrong: Sequence[bool]) -> list[RiskPoint]:
    """The risk-coverage curve (El-Yaniv and Wiener 2010): answers in order of confidence, equal ones together.

    >>> risk_coverage([0.9, 0.5], [False, True])
    [RiskPoint(coverage=0.5, risk=0.0), RiskPoint(coverage=1.0, risk=0.5)]
    """
    ordered = sorted(zip(confidence, wrong, strict=True), key=lambda pair: -pair[0])
    points: list[RiskPoint] = []
    errors = 0
    for place, (value, is_wrong) in enumerate(ordered, 1):
        errors += is_wrong
        if place == len(ordered) or ordered[place][0] != value:
            points.append(RiskPoint(place / len(ordered), errors / place))
    return points


def aurc(confidence: Sequence[float], wrong: Sequence[bool]) -> float:
    """The area under the risk-coverage curve, 0 best (Geifman and El-Yaniv 2019)."""
    area, before = 0.0, 0.0
    for point in risk_coverage(confidence, wrong):
        area += point.risk * (point.coverage - before)
        before = point.coverage
    return area


def auroc(confidence: Sequence[float], positive: Sequence[bool]) -> float:
    """The chance that a positive has a higher confidence than a negative, ties half (Mann and Whitney 1947).

    >>> auroc([0.9, 0.2, 0.4], [True, False, True])
    1.0
    """
    values, truth = np.asarray(confidence, float), np.asarray(positive, bool)
    ups, downs = values[truth], np.sort(values[~truth])
    if not ups.size or not downs.size:
        return float("nan")
    below = np.searchsorted(downs, ups, "left")
    level = np.searchsorted(downs, ups, "right") - below
    return float((below + level / 2).sum() / (ups.size * downs.size))


class Bin(NamedTuple):
    """Answers of similar confidence: its mean, the share that was right, and their number."""

    confidence: float
    right: float
    n: int


def reliability(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[Bin]:
    """The reliability diagram in `bins` bins of equal width; empty ones are left out (Guo et al. 2017)."""
    values, truth = np.asarray(confidence, float), np.asarray(right, float)
    places = np.minimum((values * bins).astype(int), bins - 1)
    return [
        Bin(float(values[places == b].mean()), float(truth[places == b].mean()), int((places == b).sum()))
        for b in range(bins)
        if (places == b).any()
    ]


def expected_calibration_error(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """ECE: the mean gap between confidence and share of right answers, weighted by bin (Naeini et al. 2015)."""
    diagram = reliability(confidence, right, bins)
    n = sum(b.n for b in diagram)
    return sum(b.n * abs(b.confidence - b.right) for b in diagram) / n if n else 0.0
