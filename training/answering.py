"""Learns the weights of the extractive answerer from XQuAD and news/, and writes bot/answering/evidence/weights.toml.

    python training/answering.py --xquad FOLDER [--out FILE] [--report FILE]

Everything is held out by article where figures are reported (4 folds); the weights that are written are then learnt
from all articles. The same data and seed give the same file.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import cases as making
import languages
import listwise
import news
from boosting import Boosting, auroc, calibration, calibration_error

from bot.answering.choice.abstention import FALLING, RISING, SURE, sureness
from bot.answering.choice.sentence import Weights, choose
from bot.answering.evidence.features import NAMES, Scene, raw, scenes
from bot.answering.evidence.weights import Curve, Linear, Trees, softmax
from bot.answering.question.view import QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.models import Language
from bot.retrieval.retriever import PassageRetriever

FOLDS = 4
SEED = 7
PENALTY = 0.003
VIETNAMESE = 0.7
"""Scale of the weights that only Vietnamese text has: the smaller, the more both languages share."""
MIXTURE = {"answerable": 2.0, "article": 0.05, "paragraph": 0.8, "sentence": 0.05, "swapped": 0.25, "other": 0.15}
"""What a case of each kind counts: three questions of five have an answer; a missing paragraph above all, the commonest case."""
NEWS = 0.15
"""What all cases about invented news count together, against all of XQuAD's."""

GROWN = Boosting(
    trees=110, depth=4, step=0.11, share=0.4, signs=tuple((name in RISING) - (name in FALLING) for name in SURE)
)
UNSURE = Trees.read([0.0], SURE), Curve(((0.0, 0.5), (1.0, 0.5)))
"""No confidence: sentences are chosen before it is learnt."""
Array = NDArray[np.float64]
Pools = Mapping[Language, PassageRetriever]


@dataclass
class Seen:
    """A case with its sentences as features, and which of them answer."""

    case: making.Case
    view: QuestionView
    scenes: list[Scene]
    features: Array
    right: NDArray[np.bool_]


@dataclass
class Judged:
    """A case's chosen sentence as features of confidence, or None where there was no sentence.

    `first` whether it answers, `both` whether it or the second does.
    """

    kind: str
    language: str
    fold: int
    evidence: Array | None
    first: bool
    both: bool

    @property
    def counts(self) -> float:
        """What it counts: of XQuAD a sentence beside the one that answers teaches nothing, as it is nearly as good."""
        return 0.0 if self.kind == "answerable" and not self.first else MIXTURE.get(self.kind, 0.0)


def look(questions: Sequence[making.Asked], pools: Pools, spoiler: making.Spoiler) -> dict[bool, list[Seen]]:
    """All cases: in one language (False) and across (True)."""
    glossary = Glossary.load()
    seen: dict[bool, list[Seen]] = {False: [], True: []}
    for question in questions:
        for pool in making.LANGUAGES:
            for case in spoiler.cases(question, pool):
                view = QuestionView(case.text, question.language, pools[pool], glossary, case.passages)
                seen[pool != question.language].append(_seen(case, view))
    return seen


def _seen(case: making.Case, view: QuestionView) -> Seen:
    found = scenes(view, case.passages)
    features = np.array(raw(view, found)) if found else np.zeros((0, len(NAMES)))
    gold, asked = case.asked.gold[case.pool], case.asked
    holding = making.answering_sentences(gold, asked.answers[case.pool], asked.starts[case.pool])
    right = [s.passage.paragraph == gold and s.sentence.index in holding for s in found]
    wanted = case.kind == "answerable"
    return Seen(case, view, found, features, np.array([wanted and r for r in right], dtype=bool))


def look_at_news(told: Sequence[news.Told], collection: str) -> Iterator[tuple[bool, Seen]]:
    """The cases about invented news: whether across languages, and what is seen."""
    for question in told:
        for case in question.cases(collection):
            found = scenes(question.view, case.passages)
            features = np.array(raw(question.view, found)) if found else np.zeros((0, len(NAMES)))
            right = np.array([question.is_answer(s) for s in found], dtype=bool)
            yield case.pool != case.asked.language, Seen(case, question.view, found, features, right)


def sentence_weights(seen: Sequence[Seen]) -> Array:
    """The weights of sentence choice, from XQuAD alone."""
    return listwise.fit([(s.features, s.right) for s in seen if s.case.kind == "answerable"], PENALTY)


def judge(seen: Sequence[Seen], weights: Array, fold: dict[str, int]) -> Iterator[Judged]:
    """The chosen sentences by some weights."""
    for s in seen:
        asked = s.case.asked
        if not s.scenes:
            yield Judged(s.case.kind, asked.language, fold[asked.article], None, False, False)
            continue
        order, evidence = _chosen(s, weights)
        first, both = bool(s.right[order[0]]), bool(s.right[order[:2]].any())
        yield Judged(s.case.kind, asked.language, fold[asked.article], evidence, first, both)


def _chosen(seen: Seen, weights: Array) -> tuple[list[int], Array]:
    """The sentences, best first, and the features of the best; of news with all rules of the bot, which are made for it."""
    if seen.case.kind in MIXTURE:
        shares = softmax(list(seen.features @ weights))
        order = sorted(range(len(shares)), key=lambda i: -shares[i])
        return order, np.array(sureness(seen.view, seen.scenes, shares, order[0]))
    chosen = choose(seen.view, seen.case.passages, Weights(Linear(NAMES, tuple(map(float, weights))), *UNSURE))
    assert chosen is not None
    return list(chosen.order), np.array(chosen.evidence)


def held_out(seen: Sequence[Seen], fold: dict[str, int]) -> tuple[list[Judged], list[Array]]:
    """Every case judged by weights that never saw its article, and these weights by fold."""
    judged: list[Judged] = []
    learnt: list[Array] = []
    for number in range(FOLDS):
        learnt.append(sentence_weights([s for s in seen if fold[s.case.asked.article] != number]))
        judged += judge([s for s in seen if fold[s.case.asked.article] == number], learnt[-1], fold)
    return [j for j in judged if j.evidence is not None], learnt


def confidence_scores(judged: Sequence[Judged]) -> tuple[Array, list[Trees]]:
    """The confidence of each case by trees that never saw its article, and these trees by fold."""
    features, labels, weights = _arrays(judged)
    numbers = np.array([j.fold for j in judged])
    scores = np.zeros(len(judged))
    grown: list[Trees] = []
    for number in range(FOLDS):
        inside = numbers == number
        grown.append(Trees.read(GROWN.fit(features[~inside], labels[~inside], weights[~inside], SURE), SURE))
        scores[inside] = [grown[-1].of(row) for row in features[inside]]
    return scores, grown


def _arrays(judged: Sequence[Judged]) -> tuple[Array, Array, Array]:
    features = np.array([j.evidence for j in judged])
    labels = np.array([float(j.kind in ("answerable", "told") and j.first) for j in judged])
    counts = np.array([j.counts for j in judged])
    told = np.array([j.kind not in MIXTURE for j in judged])
    return features, labels, np.where(told, NEWS * counts.sum() / max(told.sum(), 1), counts)


def learn(seen: Sequence[Seen], fold: dict[str, int], lines: list[str]) -> tuple[dict[str, Any], list[Weights]]:
    """The tables of one kind of text, and the weights held out by fold; the held-out figures are added to `lines`."""
    judged, chosen = held_out(seen, fold)
    scores, grown = confidence_scores(judged)
    features, labels, weights = _arrays(judged)
    points = calibration(scores, labels, weights)
    _report(judged, scores, fold, lines)
    final = sentence_weights(seen)
    curve = Curve(tuple((a, b) for a, b in points))
    held = [Weights(Linear(NAMES, tuple(map(float, w))), trees, curve) for w, trees in zip(chosen, grown, strict=True)]
    return {
        "sentence": dict(zip(NAMES, (round(float(w), 4) for w in final), strict=True)),
        "trees": GROWN.fit(features, labels, weights, SURE),
        "points": points,
    }, held


def _report(judged: Sequence[Judged], scores: Array, fold: dict[str, int], lines: list[str]) -> None:
    _, labels, weights = _arrays(judged)
    numbers = np.array([j.fold for j in judged])
    chances = np.zeros(len(judged))
    for number in range(FOLDS):
        inside = numbers == number
        points = np.array(calibration(scores[~inside], labels[~inside], weights[~inside]))
        chances[inside] = np.interp(scores[inside], points[:, 0], points[:, 1])
    lines.append(f"  calibration error {calibration_error(chances, labels, weights):.3f}, n = {len(judged)}")
    kinds, first = np.array([j.kind for j in judged]), np.array([j.first for j in judged])
    told, right = kinds == "told", (kinds == "told") & first
    lines.append(
        f"  news: right sentence first {np.mean(first[told]):.3f}, AUROC of these against all others "
        f"{auroc(scores[right], scores[(kinds == 'untold') | (told & ~first)]):.3f}, n = {told.sum()} of {np.sum(~np.isin(kinds, list(MIXTURE)))}"
    )
    for language in making.LANGUAGES:
        mine = np.array([j.language == language for j in judged])
        yes = mine & (kinds == "answerable")
        chosen = [j for j in judged if j.language == language and j.kind == "answerable"]
        lines.append(
            f"  {language}: right sentence first {np.mean([j.first for j in chosen]):.3f}, in two "
            f"{np.mean([j.both for j in chosen]):.3f}, answered at .5 {np.mean(chances[yes] >= 0.5):.3f}, n = {yes.sum()}"
        )
        for kind in MIXTURE:
            no = mine & (kinds == kind)
            if kind != "answerable" and no.any():
                limit = np.quantile(scores[no], 0.9)
                lines.append(
                    f"    {kind:<10} AUROC {auroc(scores[yes], scores[no]):.3f}, answered at 10 % false "
                    f"{np.mean(scores[yes] > limit):.3f}, false at .5 {np.mean(chances[no] >= 0.5):.3f}, n = {no.sum()}"
                )


def toml(tables: dict[str, dict[str, Any]]) -> str:
    """The weights as a file that people can read."""
    parts = [
        "# Learnt by training/answering.py; see training/README.md. A tree: [feature, threshold, up to it, above]."
    ]
    for name, table in tables.items():
        if name == "languages":
            for kind, weights in table.items():
                parts += [f"\n[{name}.{kind}]", *(f"{k} = {v}" for k, v in weights.items())]
            continue
        parts += [f"\n[{name}.sentence]", *(f"{k} = {v}" for k, v in table["sentence"].items())]
        parts += [f"\n[{name}.calibration]", f"points = {table['points']}"]
        parts += [f"\n[{name}.confidence]", "trees = [", *(f"    {_row(t)}," for t in table["trees"]), "]"]
    return "\n".join(parts) + "\n"


def _row(tree: Any) -> str:
    if not isinstance(tree, list):
        return f"{tree}"
    return f'["{tree[0]}", {tree[1]}, {_row(tree[2])}, {_row(tree[3])}]'


def main() -> None:
    """Learns, writes the file and prints the held-out figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--xquad", type=Path, default=os.environ.get("TRICH_XQUAD"), help="folder of xquad.*.json")
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parent.parent / "bot" / "answering" / "evidence" / "weights.toml"
    )
    options = parser.parse_args()
    articles, questions = making.read(Path(options.xquad))
    pools = {lang: making.retriever(articles[lang]) for lang in making.LANGUAGES}
    spoiler = making.Spoiler(questions, pools, SEED)
    fold = making.folds(questions, FOLDS, 1)
    seen = look(questions, pools, spoiler)
    told = {folder.name: news.questions(folder) for folder in news.collections()}
    for number, (collection, asked) in enumerate(told.items()):
        fold[collection] = number % FOLDS
        for across, case in look_at_news(asked, collection):
            seen[across].append(case)
    learnt: dict[str, Any] = {}
    held: dict[tuple[int, bool], Weights] = {}
    lines: list[str] = []
    for across in (False, True):
        lines.append("across languages" if across else "one language")
        learnt["across" if across else "same"], weights = learn(seen[across], fold, lines)
        held |= {(number, across): w for number, w in enumerate(weights)}
    lines.append("both languages")
    learnt["languages"] = languages.fit(articles, questions, spoiler, fold, held, told, lines)
    options.out.write_text(toml(learnt), "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
