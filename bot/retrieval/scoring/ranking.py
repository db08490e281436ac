"""From features to one ranking over both languages; the weights are learnt (training/ranking.py, weights.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from bot.models import Language, ParagraphKind
from bot.retrieval.scoring.coverage import Features
from bot.retrieval.terms.query_weights import QueryWeights

RAREST = 0.5
"""Share of a question's rarest word from which on a paragraph has it: the best of its names, or one nearly as good."""


@dataclass(frozen=True, slots=True)
class FeatureWeights:
    """What each feature of a paragraph counts; not negative, of sum 1, so that the score lies in 0..1."""

    score: float
    words: float
    sentence: float
    window: float

    def __post_init__(self) -> None:
        weights = (self.score, self.words, self.sentence, self.window)
        if min(weights) < 0 or abs(sum(weights) - 1) > 1e-6:
            raise ValueError(f"feature weights are shares of 1, not {weights}")

    def of(self, features: Features) -> float:
        """The score of a paragraph, 0..1."""
        return (
            self.score * features.score
            + self.words * features.words
            + self.sentence * features.sentence
            + self.window * features.window
        )


@dataclass(frozen=True, slots=True)
class FusionWeights:
    """How the rankings of the two languages and of the vectors become one.

    `into_en` and `into_vi` multiply the score of English (Vietnamese) text for a question in the other language; `twin` is the share of its twin's score that a
    paragraph gains; `pivot` the share of a paragraph's score that its twin in the other language is worth at least;
    `heading` multiplies captions and titles; `every`: of so many passages at least one is in the other language, where
    it has any of at least `floor` of the best score; `vectors_en`, `vectors_vi` the vectors' part by question language.
    """

    into_en: float = 1.2
    into_vi: float = 1.0
    twin: float = 0.1
    pivot: float = 0.6
    heading: float = 0.9
    every: int = 4
    floor: float = 0.2
    vectors_en: float = 0.35
    vectors_vi: float = 0.2

    def into(self, language: Language) -> float:
        """What the score of text in `language` counts for a question in the other one."""
        return self.into_en if language == "en" else self.into_vi

    def vectors(self, language: Language) -> float:
        """The vectors' part, 0..1, for a question in `language`."""
        return self.vectors_en if language == "en" else self.vectors_vi


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """All weights of retrieval."""

    query: QueryWeights = field(default_factory=QueryWeights)
    same: FeatureWeights = field(default_factory=lambda: FeatureWeights(0.55, 0.15, 0.15, 0.15))
    across: FeatureWeights = field(default_factory=lambda: FeatureWeights(0.55, 0.15, 0.15, 0.15))
    fusion: FusionWeights = field(default_factory=FusionWeights)

    @staticmethod
    def load() -> RankingWeights:
        """The learnt weights, read once from weights.toml."""
        return _load()

    @staticmethod
    def from_tables(tables: Mapping[str, Any]) -> RankingWeights:
        """Weights from the tables of a TOML file; raises TypeError for a name that does not exist."""
        return RankingWeights(
            QueryWeights(**tables["query"]),
            FeatureWeights(**tables["same"]),
            FeatureWeights(**tables["across"]),
            FusionWeights(**tables["fusion"]),
        )


@lru_cache(maxsize=1)
def _load() -> RankingWeights:
    return RankingWeights.from_tables(
        tomllib.loads((files("bot.retrieval.scoring") / "weights.toml").read_text("utf-8"))
    )


class Ranked(NamedTuple):
    """A paragraph by rowid and its score, higher is better."""

    rowid: int
    score: float


def by_score(scores: Mapping[int, float]) -> list[Ranked]:
    """Best first, ties by rowid.

    >>> by_score({3: 0.5, 1: 0.5, 2: 0.9})
    [Ranked(rowid=2, score=0.9), Ranked(rowid=1, score=0.5), Ranked(rowid=3, score=0.5)]
    """
    return [Ranked(rowid, score) for rowid, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]


def kind_weight(kind: ParagraphKind, weights: FusionWeights) -> float:
    """A caption or headline stands slightly below the body sentence that says the same."""
    return weights.heading if kind in ("caption", "title") else 1.0


def with_twins(
    own: Mapping[int, float], other: Mapping[int, float], twins: Mapping[int, int], weights: FusionWeights
) -> tuple[dict[int, float], dict[int, float]]:
    """The scores of both languages after each paragraph has heard its twin's.

    `own` is of the question's language; `twins` maps its rowids to their twins. A twin that words alone did not find
    joins `other`.

    >>> with_twins({1: 1.0}, {}, {1: 2}, FusionWeights(twin=0.1, pivot=0.6))
    ({1: 1.0}, {2: 0.6})
    """
    raised = dict(own)
    joined = dict(other)
    for rowid, twin in twins.items():
        raised[rowid] = own[rowid] + weights.twin * other.get(twin, 0.0)
        joined[twin] = max(joined.get(twin, 0.0), weights.pivot * own[rowid])
    return raised, joined


def with_direct(joined: Sequence[Ranked], other: Mapping[int, float]) -> list[Ranked]:
    """The other language's ranking in which its own best hit has the second place at least, among those raised by twins.

    A twin says what its pair says; what only the other language tells is found by words.

    >>> with_direct([Ranked(1, 0.9), Ranked(2, 0.8), Ranked(3, 0.4)], {3: 0.4, 2: 0.1})
    [Ranked(rowid=1, score=0.9), Ranked(rowid=3, score=0.8), Ranked(rowid=2, score=0.8)]
    """
    best = max(other, key=lambda rowid: (other[rowid], -rowid), default=None)
    place = next((i for i, ranked in enumerate(joined) if ranked.rowid == best), 0)
    if place < 2:
        return list(joined)
    moved = Ranked(joined[place].rowid, joined[1].score)
    return [joined[0], moved, *joined[1:place], *joined[place + 1 :]]


def with_rarest(ranking: Sequence[Ranked], shares: Mapping[int, float], limit: int) -> list[Ranked]:
    """A ranking in which one paragraph of a language has the question's rarest word: the second, if none had it.

    `shares` is what the paragraphs of the language have of that word, 0..1, best paragraph first.

    >>> with_rarest([Ranked(1, 0.9), Ranked(2, 0.8)], {1: 0.0, 2: 0.1, 3: 1.0}, 2)
    [Ranked(rowid=1, score=0.9), Ranked(rowid=3, score=0.8)]
    """
    best = max(shares, key=lambda rowid: shares[rowid], default=None)
    if best is None or shares[best] < RAREST or any(shares.get(r.rowid, 0.0) >= RAREST for r in ranking):
        return list(ranking)
    at = ranking[1].score if len(ranking) > 1 else 0.0
    return [*ranking[:1], Ranked(best, at), *ranking[1:]][:limit]


def shared_out(own: Sequence[Ranked], other: Sequence[Ranked], limit: int, weights: FusionWeights) -> list[Ranked]:
    """One ranking of both, best first, in which neither language crowds the other out.

    Of every `weights.every` places one goes to each language, where it has a paragraph of enough score. Scores are
    capped by those before, so that they never rise down the ranking.

    >>> own = [Ranked(1, 0.9), Ranked(2, 0.8), Ranked(3, 0.7), Ranked(4, 0.6)]
    >>> [r.rowid for r in shared_out(own, [Ranked(9, 0.5)], 4, FusionWeights(every=3, floor=0.3))]
    [1, 2, 9, 3]
    """
    queues = ([*own], [*other])
    least = weights.floor * max((queue[0].score for queue in queues if queue), default=0.0)
    ranking: list[Ranked] = []
    since = [0, 0]
    while len(ranking) < limit and any(queues):
        side = _next_side(queues, since, least, weights.every)
        chosen = queues[side].pop(0)
        cap = ranking[-1].score if ranking else chosen.score
        ranking.append(Ranked(chosen.rowid, min(chosen.score, cap)))
        since[side], since[1 - side] = 0, since[1 - side] + 1
    return ranking


def _next_side(queues: tuple[list[Ranked], list[Ranked]], since: list[int], least: float, every: int) -> int:
    for side in (0, 1):
        if queues[side] and queues[side][0].score >= least and since[side] >= every - 1:
            return side
    if not queues[0] or not queues[1]:
        return 0 if queues[0] else 1
    return 0 if queues[0][0].score >= queues[1][0].score else 1
