"""A small collection with real retrieval, and an answerer over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.evidence.features import Scene, scenes
from bot.answering.extract import ExtractiveAnswerer
from bot.answering.question.view import QuestionView
from bot.ingest.collection import read_collection
from bot.language.lexicon.glossary import Glossary
from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Conversation, Language, Paragraph, ParagraphKind, Passage, Question, Source
from bot.protocols import DraftEvent
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store
from bot.settings import Settings


class Desk:
    """Retrieval and the answerer together, as the engine uses them."""

    def __init__(self, articles: list[Article]) -> None:
        indexer = Indexer.open(Store.open(None), analyse, ANALYSER_VERSION)
        indexer.apply([PutArticle(a) for a in articles])
        self.retriever = PassageRetriever(indexer.store, indexer.inverted)
        self.answerer = ExtractiveAnswerer(self.retriever, Glossary.load(), library=indexer.store)

    def passages(self, question: str) -> list[Passage]:
        return list(self.retriever.retrieve(question, limit=8))

    def ask(self, question: str) -> list[DraftEvent]:
        text = clean(question).text
        asked = self.retriever.restored(Question(text, text, language_of(text)))
        return list(self.answerer.draft(asked, self.passages(asked.standalone), Conversation()))


class Flat:
    """Every word is as rare as any other; one that no text has is rarer."""

    def idf(self, term: str) -> float:
        return 3.0 if term == "\x00" else 1.0


def read(
    question: str, asks: Language, *texts: str, told: Language | None = None, title: str | None = None
) -> tuple[QuestionView, list[Scene]]:
    """A question and every sentence of one article, a paragraph a text, in the language `told` or that of the question."""
    language = told or asks
    source = Source("made", language, title=title)
    found = [Passage(Paragraph(source, n, text, "body", language), 1.0) for n, text in enumerate(texts, 1)]
    view = QuestionView(question, asks, Flat(), Glossary.load(), found)
    return view, scenes(view, found)


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The two seed articles."""
    seeds = Path(__file__).resolve().parent.parent.parent / "seeds"
    return Desk([a for reading in read_collection([seeds], Settings()) for a in reading.articles])


@pytest.fixture(scope="session")
def passage() -> Callable[..., Passage]:
    """A passage of one paragraph."""

    def make(
        text: str,
        language: Language = "en",
        number: int = 1,
        kind: ParagraphKind = "body",
        outlet: str | None = None,
    ) -> Passage:
        source = Source(f"made-{language}", language, outlet=outlet)
        return Passage(Paragraph(source, number, text, kind, language), 1.0)

    return make
