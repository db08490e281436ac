"""Learns the weights of retrieval from XQuAD and writes bot/retrieval/scoring/weights.toml; the same run gives the same file.

    python -m training.ranking XQUAD_FOLDER [--seed 7]

1. Query weights: one pass of coordinate search by mean MRR, from the defaults of QueryWeights. A change must gain at
   least 0.002, as less is noise at this size.
2. Feature weights: for each question its candidates' features; a softmax over the candidates with weights that are not
   negative (listwise, Cao et al. 2007), fitted for text in the question's language and in the other one; the figures
   are held out by article, eight folds.
3. Fusion: one pass of coordinate search by the mean of R@1 and R@5 where both languages are searched.

The searches (1, 3) use every third question.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.retrieval_quality import Case, collection, figures, half_each, retyped, with_typos, xquad
from bot.language.words.normalise import fold
from bot.models import Language
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.scoring.ranking import FeatureWeights, RankingWeights
from bot.retrieval.terms.query import QuestionAnalysis

WEIGHTS = Path(__file__).resolve().parent.parent / "bot" / "retrieval" / "scoring" / "weights.toml"
FOLDS = 8
CANDIDATES = 12
THINNED = 3
PENALTY = 0.02
NOISE = 0.002


@dataclass(frozen=True)
class Row:
    """A kind of question, and where its answer is looked for."""

    retriever: PassageRetriever
    cases: Sequence[Case]
    languages: tuple[Language, ...]


@dataclass(frozen=True)
class Listed:
    """One question's candidates: the article it is about, their features, and which of them are right."""

    article: int
    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def weighted(retriever: PassageRetriever, weights: RankingWeights) -> PassageRetriever:
    """The same collection, ranked by these weights."""
    return PassageRetriever(retriever._store, retriever._inverted, weights=weights)


def listed(row: Row, asked_in: Language, language: Language, weights: RankingWeights) -> list[Listed]:
    """The candidates of every question in one language, searched for with the query weights."""
    found = []
    retriever, frequencies = weighted(row.retriever, weights), row.retriever._inverted.frequencies()
    for case in row.cases:
        analysis = QuestionAnalysis(case.question, asked_in, frequencies)
        candidates = sorted(retriever.candidates(analysis, language, CANDIDATES), key=lambda c: -c.features.score)
        right = np.array([c.voice.paragraph.ref in case.refs(language) for c in candidates], dtype=bool)
        found.append(Listed(case.article, np.array([c.features for c in candidates]).reshape(-1, 4), right))
    return found


def fit(data: Iterable[Listed]) -> NDArray[np.float64]:
    """Weights that are not negative, by maximum likelihood of the right candidate with a small penalty on their size."""
    told = [d for d in data if d.right.any() and not d.right.all()]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, gradient = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for d in told:
            raw = d.features @ weights
            chance = np.exp(raw - raw.max())
            chance /= chance.sum()
            held = chance * d.right / (chance @ d.right)
            value -= float(np.log(chance @ d.right))
            gradient = gradient + d.features.T @ (chance - held)
        return value, gradient

    found = minimize(loss, np.ones(4), jac=True, method="L-BFGS-B", bounds=[(0, None)] * 4)
    return np.asarray(found.x, dtype=np.float64)


def recalls(data: Sequence[Listed], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sums of hits at 1 and 5, and the number of questions."""
    sums = np.zeros(3)
    for d in data:
        ranked = d.right[np.argsort(-(d.features @ weights), kind="stable")] if len(d.right) else d.right
        sums += np.array([ranked[:1].any(), ranked[:5].any(), 1.0])
    return sums


def held_out(data: Sequence[Listed]) -> str:
    """R@1 and R@5 with n by BM25 alone, and by weights fitted on other articles."""
    alone, fitted = np.zeros(3), np.zeros(3)
    for part in range(FOLDS):
        kept = [d for d in data if d.article % FOLDS == part]
        fitted += recalls(kept, fit(d for d in data if d.article % FOLDS != part))
        alone += recalls(kept, np.array([1.0, 0, 0, 0]))
    said = [f"{sums[0] / sums[2]:.3f} / {sums[1] / sums[2]:.3f}" for sums in (alone, fitted)]
    return f"BM25 {said[0]}, these weights {said[1]} (n = {int(fitted[2])})"


def shares(weights: NDArray[np.float64]) -> FeatureWeights:
    """Weights as shares of 1, to three places."""
    rounded = [round(float(w), 3) for w in weights / weights.sum()]
    rounded[0] = round(1 - sum(rounded[1:]), 3)
    return FeatureWeights(*rounded)


def searched(start: Any, choices: Mapping[str, Sequence[float]], gain: float, judge: Callable[[Any], float]) -> Any:
    """One pass of coordinate search; a change must gain more than `gain`."""
    best, value = start, judge(start)
    for name, options in choices.items():
        for option in options:
            tried = replace(best, **{name: option})
            judged = judge(tried)
            print(f"  {name} = {option}: {judged:.4f} (best {value:.4f})", flush=True)
            if judged > value + gain:
                best, value = tried, judged
    return best


def tables(weights: RankingWeights) -> str:
    """The weights as TOML tables."""
    lines = []
    for name, table in asdict(weights).items():
        lines += [f"[{name}]", *(f"{key} = {value}" for key, value in table.items()), ""]
    return "\n".join(lines).rstrip() + "\n"


class Bench:
    """The collections and questions that everything is judged on."""

    def __init__(self, folder: Path, seed: int) -> None:
        (en, english), (vi, vietnamese) = xquad(folder, "en"), xquad(folder, "vi")
        both, half = collection([*en, *vi]), collection(half_each(en, vi))
        self.english, self.vietnamese, self.articles = english, vietnamese, len(en)
        toneless = retyped(vietnamese, lambda c: fold(c.question))
        typos_en = retyped(english, lambda c: with_typos(c.question, f"{seed}{c.id}"))
        typos_vi = retyped(vietnamese, lambda c: with_typos(c.question, f"{seed}{c.id}"))
        pair: tuple[Language, ...] = ("en", "vi")
        self.same = [Row(both, cases, pair) for cases in (english, vietnamese, toneless, typos_en, typos_vi)]
        self.across = [Row(collection(en), vietnamese, ("en",)), Row(collection(vi), english, ("vi",))]
        self.half = [Row(half, english, pair), Row(half, vietnamese, pair)]

    def judge(self, rows: Sequence[Row], weights: RankingWeights, by: Sequence[str]) -> float:
        """The mean of some figures over some rows."""
        found = []
        for row in rows:
            got = figures(weighted(row.retriever, weights), row.cases[::THINNED], *row.languages)
            found += [getattr(got, name) for name in by]
        return float(np.mean(found))


SAME = {
    "folded": (0.3, 0.8),
    "pair_en": (0.1, 0.4),
    "pair_vi": (0.3, 0.8),
    "correction": (0.6, 1.0),
    "doubtful": (0.3, 0.7),
}
ACROSS = {
    "translation": (0.6, 1.0),
    "rest": (0.1, 0.4),
    "phrase": (0.1, 0.4),
    "later": (0.6, 1.0),
    "syllable": (0.15, 0.5),
}
FUSION = {"into_en": (1.1, 1.3), "into_vi": (0.9, 1.1), "twin": (0.05, 0.2), "pivot": (0.4, 0.8)}


def learn(bench: Bench, weights: RankingWeights) -> tuple[RankingWeights, list[str]]:
    """The learnt weights and the figures that go with them."""
    for choices, rows in ((SAME, bench.same), (ACROSS, bench.across)):
        judge = partial(_judged, bench, rows, weights, "query", ("mrr",))
        weights = replace(weights, query=searched(weights.query, choices, NOISE, judge))
    same = listed(bench.same[0], "en", "en", weights) + listed(bench.same[1], "vi", "vi", weights)
    across = listed(bench.across[0], "vi", "en", weights) + listed(bench.across[1], "en", "vi", weights)
    weights = replace(weights, same=shares(fit(same)), across=shares(fit(across)))
    figures_ = [f"same language, held out by article, R@1 / R@5: {held_out(same)}"]
    figures_ += [f"across languages, held out by article, R@1 / R@5: {held_out(across)}"]
    rows = [*bench.same[:3], *bench.half]
    judge = partial(_judged, bench, rows, weights, "fusion", ("recall_1", "recall_5"))
    weights = replace(weights, fusion=searched(weights.fusion, FUSION, NOISE / 2, judge))
    figures_ += [f"fusion, mean of R@1 and R@5 over five kinds of question: {judge(weights.fusion):.3f}"]
    return weights, figures_


def _judged(
    bench: Bench, rows: Sequence[Row], weights: RankingWeights, table: str, by: Sequence[str], tried: Any
) -> float:
    return bench.judge(rows, replace(weights, **{table: tried}), by)


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    bench = Bench(given.folder, given.seed)
    weights, told = learn(bench, RankingWeights())
    head = [
        f"Written by training/ranking.py (seed {given.seed}).",
        f"Data: XQuAD development articles, {bench.articles} in English and the same in Vietnamese,",
        f"{len(bench.english)} questions a language; synonym, alike, heading, every, floor and the vectors' shares are set by hand.",
        *told,
    ]
    WEIGHTS.write_text("".join(f"# {line}\n" for line in head) + "\n" + tables(weights), "utf-8")
    print("\n".join(head))


if __name__ == "__main__":
    main()
