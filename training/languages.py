"""When text in the other language answers better than the question's own: cases over articles in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import cases as making
import news
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bot.answering.choice.language import LIKELIER
from bot.answering.choice.sentence import Choice, Weights, choose
from bot.answering.evidence.weights import log_odds
from bot.answering.extract import with_twins
from bot.answering.question.view import QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language, Paragraph, Passage
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.relations.twins import TwinFinder
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store
from bot.settings import ABSTAIN_BELOW

OTHER: Mapping[Language, Language] = {"en": "vi", "vi": "en"}
LEAST = ABSTAIN_BELOW
"""The confidence from which the bot answers, by default."""
COUNTS = 1.2
"""What a case counts that the other language must not answer, against one that it should: a false answer is worse."""
PENALTY = 0.5
"""Ridge on the weights: there are few cases in which a sure language is wrong."""
Held = Mapping[tuple[int, bool], Weights]
"""Weights that never saw a fold, by its number, for text in the question's language (False) or the other (True)."""
Features = tuple[float, float, float]
Told = Literal["both", "other", "own", "none", "spoilt", "news"]


@dataclass(frozen=True)
class Pair:
    """What both languages choose for a question, which of them is right, and which text still tells it.

    `own` and `other` are the log-odds of their confidences, `plain` and `cover` what the other language's sentence holds
    more of the question: of its plain words, of all.
    """

    told: Told
    own: float
    other: float
    plain: float
    cover: float
    sure: bool
    own_right: bool
    other_right: bool


def collection(articles: Mapping[str, Sequence[Article]]) -> PassageRetriever:
    """A retriever over the articles of both languages, with their twins, in memory."""
    indexer = Indexer.open(Store.open(None), analyse, ANALYSER_VERSION)
    indexer.find_twins = TwinFinder(indexer.store, indexer.inverted).find
    indexer.apply([PutArticle(a) for language in making.LANGUAGES for a in articles[language]])
    return PassageRetriever(indexer.store, indexer.inverted, glossary=Glossary.load)


def fit(
    articles: Mapping[str, Sequence[Article]], questions: Sequence[making.Asked], spoiler: making.Spoiler,
    fold: Mapping[str, int], held: Held, told: Mapping[str, Sequence[news.Told]], lines: list[str],
) -> dict[str, dict[str, float]]:  # fmt: skip
    """The weights of `LanguageWeights`, by table."""
    found = [*pairs(articles, questions, spoiler, fold, held), *news_pairs(told, fold, held)]
    sure = [p for p in found if p.sure and p.own_right != p.other_right]
    alone = [p for p in found if not p.sure]
    preferring, leaving = [(p.own, p.other, p.plain) for p in sure], [(p.own, p.other, p.cover) for p in alone]
    preferred = _logistic(preferring, [p.other_right for p in sure], 1.0)
    left = _logistic(
        leaving, [p.told in ("both", "other") or (p.told == "news" and p.other_right) for p in alone], COUNTS
    )
    _report("picks the other", sure, preferring, preferred, LIKELIER, lines)
    _report("the other answers alone", alone, leaving, left, LEAST, lines)
    names = ("own", "other", "cover", "bias")
    return {
        table: {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}
        for table, weights in (("preferred", preferred), ("alone", left))
    }


def pairs(
    articles: Mapping[str, Sequence[Article]], questions: Sequence[making.Asked], spoiler: making.Spoiler,
    fold: Mapping[str, int], held: Held,
) -> Iterator[Pair]:  # fmt: skip
    """Both languages' choices for all cases, by weights that never saw the article."""
    retriever, glossary = collection(articles), Glossary.load()
    for asked in questions:
        for told, text, passages in _cases(asked, retriever, spoiler):
            view = QuestionView(text, asked.language, retriever, glossary, passages)
            own = [p for p in passages if p.paragraph.language == asked.language]
            other = with_twins([p for p in passages if p.paragraph.language != asked.language], own)
            number = fold[asked.article]
            same, across = choose(view, own, held[number, False]), choose(view, other, held[number, True])
            if same and across:
                spoilt = told == "spoilt"
                yield Pair(
                    told, log_odds(same.confidence), log_odds(across.confidence),
                    across.plain - same.plain, across.cover - same.cover, same.confidence >= LEAST,
                    not spoilt and _right(same, asked), not spoilt and _right(across, asked),
                )  # fmt: skip


def news_pairs(told: Mapping[str, Sequence[news.Told]], fold: Mapping[str, int], held: Held) -> Iterator[Pair]:
    """Both languages' choices for the questions about invented news, by weights that never saw their collection."""
    for collection, questions in told.items():
        number = fold[collection]
        for q in questions:
            same, across = choose(q.view, q.own, held[number, False]), choose(q.view, q.other, held[number, True])
            if same and across:
                yield Pair(
                    "news", log_odds(same.confidence), log_odds(across.confidence),
                    across.plain - same.plain, across.cover - same.cover, same.confidence >= LEAST, q.is_answer(same.best), q.is_answer(across.best),
                )  # fmt: skip


def _right(choice: Choice, asked: making.Asked) -> bool:
    """Whether the sentence that is chosen holds the answer."""
    best = choice.best
    language = best.passage.paragraph.language
    gold = asked.gold[language]
    holding = making.answering_sentences(gold, asked.answers[language], asked.starts[language])
    return best.passage.paragraph == gold and best.sentence.index in holding


def _cases(
    asked: making.Asked, retriever: PassageRetriever, spoiler: making.Spoiler
) -> Iterator[tuple[Told, str, list[Passage]]]:
    """Told by both languages; by one alone, the gold paragraph of the other taken away; by none; the question spoilt."""
    own, other = asked.gold[asked.language], asked.gold[OTHER[asked.language]]
    gone: tuple[tuple[Told, list[Paragraph]], ...] = (
        ("both", []), ("other", [own]), ("own", [other]), ("none", [own, other]),
    )  # fmt: skip
    for told, paragraphs in gone:
        yield told, asked.text, _without(retriever, asked.text, paragraphs)
    for text in spoiler.spoilt(asked):
        yield "spoilt", text, _without(retriever, text, [])


def _without(retriever: PassageRetriever, text: str, gone: Sequence[Paragraph]) -> list[Passage]:
    found = retriever.retrieve(text, limit=making.PASSAGES + len(gone))
    kept = [replace(p, twin=None if p.twin in gone else p.twin) for p in found if p.paragraph not in gone]
    return kept[: making.PASSAGES]


def _logistic(features: Sequence[Features], labels: Sequence[bool], against: float) -> NDArray[np.float64]:
    """Weights of the three features and a bias, by maximum likelihood with a ridge; what a case with no counts."""
    rows = np.array([(*row, 1.0) for row in features])
    signs = np.where(labels, 1, -1)
    counts = np.where(labels, 1.0, against)

    def loss(w: NDArray[np.float64]) -> float:
        return float((counts * np.logaddexp(0, -signs * (rows @ w))).sum() + PENALTY * (w[:3] @ w[:3]))

    return np.asarray(minimize(loss, np.array([-0.5, 1.0, 1.0, 0.0]), method="BFGS").x)


def _report(
    what: str, found: Sequence[Pair], features: Sequence[Features], weights: NDArray[np.float64], least: float,
    lines: list[str],
) -> None:  # fmt: skip
    chosen = np.array([1 / (1 + np.exp(-((*row, 1.0) @ weights))) >= least for row in features])
    right = np.array([p.other_right for p in found])
    lines.append(f"  {what}: {_share(chosen[right])}, falsely {_share(chosen[~right])}")


def _share(chosen: NDArray[np.bool_]) -> str:
    """The share that is chosen and of how many; no share of none."""
    return f"{np.mean(chosen):.3f} (n = {chosen.size})" if chosen.size else "n = 0"
