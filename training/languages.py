"""When text in the other language may answer although the question's own language does not: cases over both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import cases as making
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bot.answering.choice import Weights, choose
from bot.answering.extract import with_twins
from bot.answering.question_view import QuestionView
from bot.answering.scoring import log_odds
from bot.language.glossary import Glossary
from bot.language.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language, Paragraph, Passage
from bot.retrieval.changes import PutArticle
from bot.retrieval.indexing import Indexer
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.store import Store
from bot.retrieval.twins import TwinFinder

OTHER: Mapping[Language, Language] = {"en": "vi", "vi": "en"}
Held = Mapping[tuple[int, bool], Weights]
"""Weights that never saw a fold, by its number, for text in the question's language (False) or the other (True)."""


def collection(articles: Mapping[str, Sequence[Article]]) -> PassageRetriever:
    """A retriever over the articles of both languages, with their twins, in memory."""
    indexer = Indexer.open(Store.open(None), analyse, ANALYSER_VERSION)
    indexer.find_twins = TwinFinder(indexer.store, indexer.inverted).find
    indexer.apply([PutArticle(a) for language in making.LANGUAGES for a in articles[language]])
    return PassageRetriever(indexer.store, indexer.inverted, glossary=Glossary.load)


def fit(
    articles: Mapping[str, Sequence[Article]], questions: Sequence[making.Asked], spoiler: making.Spoiler,
    fold: Mapping[str, int], held: Held, lines: list[str],
) -> dict[str, float]:  # fmt: skip
    """The weights of `LanguageWeights`: logistic regression over the cases that the own language does not answer."""
    retriever, glossary = collection(articles), Glossary.load()
    rows: list[tuple[float, float, float]] = []
    for asked in questions:
        for answerable, text, passages in _cases(asked, retriever, spoiler):
            view = QuestionView(text, asked.language, retriever, glossary, passages)
            own = [p for p in passages if p.paragraph.language == asked.language]
            other = with_twins([p for p in passages if p.paragraph.language != asked.language], own)
            number = fold[asked.article]
            same, across = choose(view, own, held[number, False]), choose(view, other, held[number, True])
            if same and across and same.confidence < 0.5:
                rows.append((log_odds(same.confidence), log_odds(across.confidence), float(answerable)))
    return _logistic(np.array(rows), lines)


def _cases(
    asked: making.Asked, retriever: PassageRetriever, spoiler: making.Spoiler
) -> Iterator[tuple[bool, str, list[Passage]]]:
    """Answered by the other language alone; by none, the gold paragraphs taken away; by none, the question spoilt."""
    own, other = asked.gold[asked.language], asked.gold[OTHER[asked.language]]
    yield True, asked.text, _without(retriever, asked.text, [own])
    yield False, asked.text, _without(retriever, asked.text, [own, other])
    for text in spoiler.spoilt(asked):
        yield False, text, _without(retriever, text, [])


def _without(retriever: PassageRetriever, text: str, gone: Sequence[Paragraph]) -> list[Passage]:
    found = retriever.retrieve(text, limit=making.PASSAGES + len(gone))
    kept = [replace(p, twin=None if p.twin in gone else p.twin) for p in found if p.paragraph not in gone]
    return kept[: making.PASSAGES]


def _logistic(rows: NDArray[np.float64], lines: list[str]) -> dict[str, float]:
    own, other, answerable = rows.T
    signs = 2 * answerable - 1

    def loss(w: NDArray[np.float64]) -> float:
        return float(np.logaddexp(0, -signs * (w[0] * own + w[1] * other + w[2])).sum())

    weights = minimize(loss, np.array([0.0, 1.0, 0.0]), method="BFGS").x
    sure = weights[0] * own + weights[1] * other + weights[2] > 0
    lines.append(
        f"  the other language answers {np.mean(sure[answerable == 1]):.3f} of {int(answerable.sum())}, "
        f"falsely {np.mean(sure[answerable == 0]):.3f} of {int((1 - answerable).sum())}"
    )
    return {name: round(float(w), 2) for name, w in zip(("own", "other", "bias"), weights, strict=True)}
