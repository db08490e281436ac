"""Learns which words of a sentence are the short answer, from XQuAD, and writes bot/answering/span_weights.toml.

    python training/short_answers.py --xquad FOLDER [--out FILE]

Figures are held out by article (4 folds, both languages of an article together); the weights that are written are then
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
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import cases as making
import listwise

from bot.answering.question_view import QuestionView
from bot.answering.spans import SPAN, SpanScene
from bot.answering.view import SentenceView, view_of
from bot.language.glossary import Glossary
from bot.language.normalise import clean
from bot.models import Language
from bot.retrieval.retriever import PassageRetriever

FOLDS = 4
PENALTY = 0.003
VIETNAMESE = 0.7
"""Scale of the weights that only Vietnamese text has: the smaller, the more both languages share."""

Array = NDArray[np.float64]


@dataclass
class SpanCase:
    """The candidates of the sentence that answers, as features and words."""

    article: str
    language: str
    features: Array
    texts: list[str]
    answer: str


def look(folder: Path) -> tuple[list[SpanCase], dict[str, int]]:
    """The questions whose answering sentence retrieval finds, each in its own language, and the fold of each article."""
    articles, questions = making.read(folder)
    pools = {lang: making.retriever(articles[lang]) for lang in making.LANGUAGES}
    glossary = Glossary.load()
    return list(_cases(questions, pools, glossary)), making.folds(questions, FOLDS, 1)


def _cases(
    questions: Sequence[making.Asked], pools: Mapping[Language, PassageRetriever], glossary: Glossary
) -> Iterator[SpanCase]:
    for asked in questions:
        pool = pools[asked.language]
        passages = tuple(pool.retrieve(asked.text, limit=making.PASSAGES))
        view = QuestionView(asked.text, asked.language, pool, glossary, passages)
        if any(p.paragraph == asked.gold[asked.language] for p in passages):
            yield from _case(asked, view)


def _case(asked: making.Asked, view: QuestionView) -> Iterator[SpanCase]:
    gold, answer = asked.gold[asked.language], asked.answers[asked.language]
    holding = making.answering_sentences(gold, answer, asked.starts[asked.language])
    right: list[SentenceView] = [s for s in view_of(gold).sentences if s.index in holding]
    if not right:
        return
    scene = SpanScene(view, right[0], 0)
    spans = scene.candidates()
    if spans:
        features = np.array([scene.features(c) for c in spans])
        yield SpanCase(asked.article, asked.language, features, [gold.text[c.start : c.end] for c in spans], answer)


def held_out(cases: Sequence[SpanCase], fold: dict[str, int]) -> Iterator[str]:
    """The figures of weights that never saw the article, a line a language."""
    rates: dict[str, list[tuple[float, float]]] = {lang: [] for lang in making.LANGUAGES}
    for number in range(FOLDS):
        learnt = weights([c for c in cases if fold[c.article] != number])
        for case in cases:
            if fold[case.article] == number:
                given = case.texts[int((case.features @ learnt[case.language]).argmax())]
                rates[case.language].append(scores(given, case.answer))
    for language, found in rates.items():
        exact, overlap = np.mean(found, axis=0)
        yield f"{language}: short answer from the right sentence EM {exact:.3f}, F1 {overlap:.3f}, n = {len(found)}"


def weights(cases: Sequence[SpanCase]) -> dict[str, Array]:
    """The weights for text of each language: what both share and what Vietnamese adds."""
    rows = []
    for c in cases:
        own = c.features * (VIETNAMESE if c.language == "vi" else 0.0)
        rows.append((np.hstack([c.features, own]), np.array([plain(t) == plain(c.answer) for t in c.texts])))
    learnt = listwise.fit(rows, PENALTY)
    shared, added = learnt[: len(SPAN)], learnt[len(SPAN) :]
    return {"en": shared, "vi": shared + VIETNAMESE * added}


def plain(text: str) -> str:
    """SQuAD's normal form: lower case, without punctuation and English articles (Rajpurkar et al. 2016)."""
    words = re.sub(r"[^\w\s]", " ", clean(text).text.lower())
    return " ".join(w for w in words.split() if w not in ("a", "an", "the"))


def scores(given: str, gold: str) -> tuple[float, float]:
    """Exact match and F1 over words, 0..1 each."""
    mine, wanted = plain(given).split(), plain(gold).split()
    shared = sum((Counter(mine) & Counter(wanted)).values())
    return float(mine == wanted), 2 * shared / (len(mine) + len(wanted)) if shared else 0.0


def toml(tables: dict[str, Array]) -> str:
    """The weights as a file that people can read."""
    parts = ["# Learnt by training/short_answers.py; see training/README.md."]
    for language, table in tables.items():
        parts += [f"\n[{language}]", *(f"{k} = {round(float(v), 4)}" for k, v in zip(SPAN, table, strict=True))]
    return "\n".join(parts) + "\n"


def main() -> None:
    """Learns, writes the file and prints the held-out figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--xquad", type=Path, default=os.environ.get("TRICH_XQUAD"), help="folder of xquad.*.json")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "bot/answering/span_weights.toml")
    options = parser.parse_args()
    cases, fold = look(Path(options.xquad))
    options.out.write_text(toml(weights(cases)), "utf-8")
    print("\n".join(held_out(cases, fold)))


if __name__ == "__main__":
    main()
