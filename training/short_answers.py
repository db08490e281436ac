"""Learns which words of a sentence are the short answer, from XQuAD and questions.tsv; writes bot/answering/spans/weights.tsv.

    python training/short_answers.py --xquad FOLDER [--out FILE]

Figures are held out by article (8 folds, both languages of an article together); the weights that are written are then
learnt from all articles. The same data and seed give the same file.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import cases as making
import listwise
from span_rows import WIDEST, SpanRows, joined, rows_of, scoped

from bot.answering.choice.sentence import Weights, choose
from bot.answering.evidence.weights import softmax
from bot.answering.question.asked import Kind
from bot.answering.question.gap import gap_of
from bot.answering.question.view import QuestionView
from bot.answering.spans.features import Candidate, SpanScene
from bot.answering.spans.shape import shape_of
from bot.answering.spans.short_answer import LISTED, PRIORS, SCOPES, decoded
from bot.answering.text.paragraph_view import SentenceView, view_of
from bot.language.lexicon.glossary import Glossary
from bot.language.words.normalise import clean
from bot.models import Language, Passage
from bot.retrieval.retriever import PassageRetriever

OWN = Path(__file__).with_name("questions.tsv")
"""Questions of our own about the same articles."""
FOLDS = 8
SHOWN = 2
"""Sentences whose spans compete, as in an answer."""
PENALTY = 0.0025
ROUNDS = 80
SCALE = 0.35
"""Scale of the weights that only a kind of question or a language of text has: the smaller, the more all share."""
SOFT = 0.3
"""What a span counts that is right but for an edge, times the cube of its F1."""
SEEN, RIGHT, COMMON = 60, 3, 1000
"""A feature is learnt that this many spans have, and so many right ones of them, or that is common."""
LEAST = 0.005
"""The least weight that is written."""

Array = NDArray[np.float64]


@dataclass
class SpanCase:
    """A question's candidates: their features, what each says, how exact it is, and how much of it is shared (F1).

    `scopes` are the places in SCOPES of what counts for it, `placed` says which candidates stand where the answer does;
    `priors` are the sums of what is weighed by hand.
    """

    article: str
    language: str
    scopes: tuple[int, ...]
    rows: SpanRows
    spans: list[Candidate]
    exact: Array
    overlap: Array
    placed: Array
    priors: Array


class Looker:
    """Makes cases: retrieval over the pool, the sentence choice, and the spans of the best sentences.

    `places` are the features' columns by name.
    """

    def __init__(self, pools: Mapping[Language, PassageRetriever]) -> None:
        self._pools, self._glossary = pools, Glossary.load()
        self.places: dict[str, int] = {}

    def case(self, asked: making.Asked, *, given: bool) -> SpanCase:
        """The question with the sentences that would be shown or, `given`, with the one that answers."""
        pool, language = self._pools[asked.language], asked.language
        passages = tuple(pool.retrieve(asked.text, limit=making.PASSAGES))
        view = QuestionView(asked.text, language, pool, self._glossary, passages)
        gold = asked.gold[language]
        holding = making.answering_sentences(gold, asked.answers[language], asked.starts[language])
        right = [s for s in view_of(gold).sentences if s.index in holding]
        shown = [(s, 1.0) for s in right[:1]] if given else _chosen(view, passages)
        return self._made(asked, view, shown, right[:1])

    def _made(self, asked: making.Asked, view: QuestionView, shown: Shown, right: Sequence[SentenceView]) -> SpanCase:
        gap = gap_of(view.words, view.asked, view.language)
        rows, spans = rows_of([(SpanScene(view, s, gap), share) for s, share in shown], self.places)
        gold = asked.answers[asked.language]
        rates = np.array([scores(_text(s), gold) for s in spans]).reshape(-1, 2)
        start = asked.starts[asked.language]
        placed = np.array([s.sentence in right and s.start <= start + 4 and s.end > start for s in spans], dtype=float)
        scopes = tuple(SCOPES.index(scope) for scope in ("", view.asked.kind, view.language))
        priors = _priors(spans, view.asked.kind, self._glossary)
        return SpanCase(asked.article, asked.language, scopes, rows, spans, rates[:, 0], rates[:, 1], placed, priors)


Shown = Sequence[tuple[SentenceView, float]]


def _chosen(view: QuestionView, passages: Sequence[Passage]) -> Shown:
    choice = choose(view, passages, Weights.load(False))
    return [(choice.found[i].sentence, choice.shares[i]) for i in choice.order[:SHOWN]] if choice else []


def _text(span: Candidate) -> str:
    return span.sentence.paragraph.text[span.start : span.end]


def _priors(spans: Sequence[Candidate], kind: Kind, glossary: Glossary) -> Array:
    """The sum of what counts for or against each span by hand."""
    counts, sums = PRIORS.get(kind, {}), list[float]()
    for sentence, own in groupby(spans, key=lambda s: s.sentence):
        shape = shape_of(sentence, glossary)
        starts, ends = shape.starts(), shape.ends()
        names = ((*starts[s.first], *ends[s.last], *shape.pair(s.first, s.last)) for s in own)
        sums += [sum(counts.get(name, 0.0) for name in of) for of in names]
    return np.array(sums)


def targets(case: SpanCase) -> Array:
    """What each span counts: 1 where it is right, less where only an edge is wrong."""
    near = SOFT * np.where(case.overlap > 0.5, case.overlap**3, 0.0)
    if case.placed.any():
        near *= case.placed
    there = case.exact * case.placed
    return np.asarray(np.maximum(there if there.any() else case.exact, near))


def taught(shown: Sequence[SpanCase], given: Sequence[SpanCase]) -> list[SpanCase]:
    """The cases to learn from: as shown; from the right sentence where no right span is shown."""
    return [s if (s.exact * s.placed).any() else g for s, g in zip(shown, given, strict=True)]


def weights(cases: Sequence[SpanCase]) -> Array:
    """What each feature counts by scope; those that are rare or never right are not learnt."""
    kept = sorted((c for c in cases if targets(c).any()), key=lambda c: c.scopes)
    rights = [targets(c) for c in kept]
    groups = [(scopes, joined([c.rows for c in of])) for scopes, of in groupby(kept, key=lambda c: c.scopes)]
    used = _learnt(groups, np.concatenate(rights) > 0)
    columns = np.flatnonzero(used.any(axis=0))
    rows = scoped([(scopes, of.of(columns)) for scopes, of in groups], SCALE, used[:, columns])
    learnt = np.zeros(used.shape)
    learnt[:, columns] = rows.table(listwise.fit_rows(rows, rights, PENALTY, ROUNDS))
    return learnt


def _learnt(groups: Sequence[tuple[Sequence[int], SpanRows]], right: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The features that are learnt, by scope."""
    seen, good = np.zeros((2, len(SCOPES), WIDEST))
    start = 0
    for scopes, rows in groups:
        size = len(rows.places[0])
        seen[list(scopes)] += rows.seen(np.ones(size))
        good[list(scopes)] += rows.seen(right[start : start + size].astype(float))
        start += size
    return np.asarray(((seen >= SEEN) & (good >= RIGHT)) | (seen >= COMMON))


def held_out(
    shown: Sequence[SpanCase], given: Sequence[SpanCase], own: Sequence[SpanCase], fold: dict[str, int]
) -> Iterator[str]:
    """The figures of weights that never saw the article: end to end, and from the right sentence."""
    rates: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for number in range(FOLDS):
        learnt = weights([c for c in (*taught(shown, given), *own) if fold[c.article] != number])
        for name, cases in (("end to end", shown), ("from the right sentence", given)):
            for case in cases:
                if fold[case.article] == number:
                    rates.setdefault((name, case.language), []).append(_rate(case, learnt))
    for (name, language), found in rates.items():
        exact, overlap = np.mean(found, axis=0)
        yield f"{language} {name}: EM {exact:.3f}, F1 {overlap:.3f}, n = {len(found)}"


def _rate(case: SpanCase, learnt: Array) -> tuple[float, float]:
    if not case.spans:
        return 0.0, 0.0
    shares = softmax(list(case.rows.scores(learnt[list(case.scopes)].sum(axis=0)) + case.priors))
    order = sorted(range(len(shares)), key=lambda i: -shares[i])[:LISTED]
    best = case.spans.index(decoded([(shares[i], case.spans[i]) for i in order]))
    return float(case.exact[best]), float(case.overlap[best])


def plain(text: str) -> str:
    """SQuAD's normal form: lower case, without punctuation and English articles (Rajpurkar et al. 2016)."""
    words = re.sub(r"[^\w\s]", " ", clean(text).text.lower())
    return " ".join(w for w in words.split() if w not in ("a", "an", "the"))


def scores(given: str, gold: str) -> tuple[float, float]:
    """Exact match and F1 over words, 0..1 each."""
    mine, wanted = plain(given).split(), plain(gold).split()
    shared = sum((Counter(mine) & Counter(wanted)).values())
    return float(mine == wanted), 2 * shared / (len(mine) + len(wanted)) if shared else 0.0


def tsv(places: Mapping[str, int], learnt: Array) -> str:
    """The weights as a table: a feature a line, a column for each scope."""
    table: dict[str, list[str]] = {}
    for name, place in places.items():
        row = [round(float(weight), 3) for weight in learnt[:, place]]
        if any(abs(weight) >= LEAST for weight in row):
            table[name] = [f"{weight:g}" if abs(weight) >= LEAST else "" for weight in row]
    head = (
        "# Learnt by training/short_answers.py; see training/README.md. What a feature counts: always, and for a scope."
    )
    lines = [head, "\t".join(("# feature", "always", *SCOPES[1:]))]
    return "\n".join([*lines, *("\t".join((name, *row)) for name, row in sorted(table.items()))]) + "\n"


def main() -> None:
    """Learns, writes the file and prints the held-out figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--xquad", type=Path, default=os.environ.get("TRICH_XQUAD"), help="folder of xquad.*.json")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "bot/answering/spans/weights.tsv")
    options = parser.parse_args()
    articles, questions = making.read(Path(options.xquad))
    looker = Looker({lang: making.retriever(articles[lang]) for lang in making.LANGUAGES})
    shown, given = ([looker.case(q, given=g) for q in questions] for g in (False, True))
    own = [looker.case(q, given=True) for q in making.written(OWN, articles, questions)]
    options.out.write_text(tsv(looker.places, weights([*taught(shown, given), *own])), "utf-8")
    print("\n".join(held_out(shown, given, own, making.folds(questions, FOLDS, 1))))


if __name__ == "__main__":
    main()
