"""Two collections asked as one: a session's own articles beside the shared ones."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge

from bot.models import Article, Filters, Passage, Question
from bot.protocols import Library
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.scoring.coverage import inverse_frequency


class JointRetriever:
    """Retriever and TermStatistics over several collections.

    Scores are shares of what a perfect paragraph would score (0..1), so those of two collections can stand in one
    ranking; document frequencies are added up.
    """

    def __init__(self, *retrievers: PassageRetriever) -> None:
        self._retrievers = retrievers

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        """At most `limit` passages, best first; the earlier collection wins a tie and an equal text."""
        rankings = [retriever.retrieve(question, limit=limit, filters=filters) for retriever in self._retrievers]
        ranked: dict[str, Passage] = {}
        for passage in merge(*rankings, key=lambda p: -p.score):
            ranked.setdefault(passage.paragraph.text, passage)
        return tuple(ranked.values())[:limit]

    def restored(self, question: Question, filters: Filters = Filters()) -> Question:
        """The question with its marks, as the first collection writes it that has them."""
        for retriever in self._retrievers:
            question = retriever.restored(question, filters)
        return question

    def idf(self, term: str) -> float:
        """BM25's idf over all paragraphs of the collections."""
        parts = [retriever.frequencies for retriever in self._retrievers]
        found = sum(part.document_frequency("terms", term) for part in parts)
        return inverse_frequency(found, sum(part.count for part in parts))


class JointLibrary:
    """The articles of several collections; the earlier one wins an id."""

    def __init__(self, *libraries: Library) -> None:
        self._libraries = libraries

    def article(self, article_id: str) -> Article | None:
        """One article whole, or None."""
        found = (library.article(article_id) for library in self._libraries)
        return next((article for article in found if article), None)

    def articles(self) -> Sequence[Article]:
        """All articles, those of the earlier collections first."""
        unique = {a.source.id: a for library in reversed(self._libraries) for a in library.articles()}
        return tuple(unique[article_id] for article_id in sorted(unique))
