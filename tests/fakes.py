"""Small rooms for tests of the engine: each keeps its protocol's promise and nothing more."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from bot.errors import ModelError, QuestionError
from bot.models import Article, Citation, Claim, Conversation, Filters, Paragraph, Passage, Question, Source, Verdict
from bot.protocols import Abstained, DraftEvent, Provisional, Remarks

SOURCE = Source("vns-asean", "en", title="A visit", outlet="VNS", file="visit.txt")
TEXTS = ("Lâm visited Jakarta on Monday.", "He was welcomed by Kao Kim Hourn.", "He planted a tree.")
PARAGRAPHS = tuple(Paragraph(SOURCE, n, text, "body", "en") for n, text in enumerate(TEXTS, 1))


def cited(number: int) -> Citation:
    """The whole of one paragraph."""
    return Citation(PARAGRAPHS[number - 1], 0, len(TEXTS[number - 1]))


def claim(number: int, text: str | None = None) -> Claim:
    """A claim that cites one paragraph, by default its own words."""
    return Claim(text or TEXTS[number - 1], (cited(number),))


class Shelf:
    """Retriever and Library over the three paragraphs: all of them, for any question but `nothing`."""

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        if "nothing" in question:
            return ()
        return tuple(Passage(p, 1 / p.number) for p in PARAGRAPHS)[:limit]

    def article(self, article_id: str) -> Article | None:
        return Article(SOURCE, PARAGRAPHS) if article_id == SOURCE.id else None

    def articles(self) -> Sequence[Article]:
        return (Article(SOURCE, PARAGRAPHS),)


@dataclass
class Script:
    """An Answerer that says what it is told; a ModelError among the events is raised."""

    events: Sequence[DraftEvent | ModelError]
    name: str = "extractive"
    closed: bool = False

    def draft(
        self, question: Question, passages: Sequence[Passage], history: Conversation
    ) -> Generator[DraftEvent, None, None]:
        try:
            for event in self.events:
                if isinstance(event, ModelError):
                    raise event
                yield event
        finally:
            self.closed = True


class WordForWord:
    """A Verifier that believes the very words of a paragraph, doubts those with 'perhaps' and rejects the rest."""

    def verify(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        if any(claim.text in c.paragraph.text for c in claim.citations):
            return Verdict("verified", claim.citations)
        if "perhaps" in claim.text:
            return Verdict("unconfirmed", claim.citations, ("wording:0.50",))
        return Verdict("rejected", (), ("wording:0.00",))


class AsAsked:
    """A Dialogue that leaves the question alone."""

    def standalone(self, question: str, history: Conversation) -> Question:
        if not question.strip():
            raise QuestionError("The question is empty.")
        return Question(question, question, "en")


class LastWord:
    """A Shortener: the last word of the first citation."""

    def shorten(self, question: Question, citations: Sequence[Citation]) -> Citation | None:
        first = citations[0]
        start = first.quote.rstrip(".").rfind(" ") + 1
        return Citation(first.paragraph, first.start + start, first.end - 1)


__all__ = [
    "AsAsked",
    "Abstained",
    "LastWord",
    "Provisional",
    "Remarks",
    "Script",
    "Shelf",
    "WordForWord",
    "cited",
    "claim",
]
