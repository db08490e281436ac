"""The seams of the house: what each room promises the engine. Imports models only.

Each has a real and a fake implementation; `tests/` uses both through these.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from bot.models import (
    AbstentionReason,
    Article,
    Citation,
    Claim,
    Conversation,
    Filters,
    Passage,
    Question,
    Removed,
    Statement,
    Usage,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Provisional:
    """Text of a sentence that is still being written; never shown as checked."""

    text: str


@dataclass(frozen=True, slots=True)
class Abstained:
    """The answerer read the passages and says that they do not answer, and why."""

    reason: AbstentionReason
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Remarks:
    """What an answerer adds to its sentences: the few words that answer, its confidence in 0..1, what it cost."""

    short: Citation | None = None
    confidence: float | None = None
    usage: Usage | None = None
    prompt: str | None = None


DraftEvent = Provisional | Claim | Abstained | Remarks


class Retriever(Protocol):
    """Finds paragraphs.

    `retrieve("who welcomed the delegation", limit=8)` returns at most `limit` passages, best first, one for each
    distinct text, of the kinds that may be cited; none when nothing matches. It never raises for odd characters.
    """

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        """At most `limit` passages, best first."""
        ...


class Restorer(Protocol):
    """Tells the words of a question that was typed without Vietnamese marks, from the articles that it is about."""

    def restored(self, question: Question, filters: Filters = Filters()) -> Question:
        """The question, its stand-alone form with marks; the same one when nothing is to be restored."""
        ...


class Library(Protocol):
    """Reads the stored articles; raises StoreError when the store cannot be read."""

    def article(self, article_id: str) -> Article | None:
        """One article whole, or None."""
        ...

    def articles(self) -> Sequence[Article]:
        """All articles, ordered by id."""
        ...


class TermStatistics(Protocol):
    """Document frequencies of the collection, for weighting words (idf)."""

    def idf(self, term: str) -> float:
        """BM25's idf of an analysed term over all paragraphs: ln(1 + (N - n + .5) / (n + .5)); 0 <= idf."""
        ...


class Answerer(Protocol):
    """Drafts an answer from passages; `name` is what `answered_by` shows.

    It yields Claims (and Provisional text while they grow), or one Abstained, and may close with Remarks.
    """

    @property
    def name(self) -> str:
        """`extractive` or the model's name."""
        ...

    def draft(
        self, question: Question, passages: Sequence[Passage], history: Conversation
    ) -> Generator[DraftEvent, None, None]:
        """The draft as a stream; raises ModelError when a model fails."""
        ...


class Verifier(Protocol):
    """Does the cited text carry the sentence? Pure: the same claim and passages give the same verdict."""

    def verify(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        """The verdict on one claim; another of the passages may be cited instead where it carries the claim."""
        ...


class Reviewer(Protocol):
    """Looks once more at what the verifier leaves open."""

    def review(self, statements: Sequence[Statement]) -> Sequence[Statement | Removed]:
        """The statements in order, each confirmed, as it was, or removed; their words unchanged. Raises ModelError."""
        ...


class Dialogue(Protocol):
    """Turns a follow-up into a question that stands alone (used for retrieval only)."""

    def standalone(self, question: str, history: Conversation) -> Question:
        """The question with its language and its stand-alone form."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a model."""

    role: Literal["system", "user", "assistant"]
    content: str


class ChatModel(Protocol):
    """A chat model behind one deadline and one error type.

    `stream` yields pieces of text and ends with the Usage; it raises ModelError, and nothing else, when it fails;
    closing the iterator closes the connection. While the model is silent, an empty piece comes now and then, so that
    the caller can give up.
    """

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, schema: Mapping[str, Any] | None = None
    ) -> Generator[str | Usage, None, None]:
        """The reply as it comes; with `schema`, a JSON document of that JSON Schema where the server can."""
        ...


class Shortener(Protocol):
    """Finds the few words of cited sentences that answer the question."""

    def shorten(self, question: Question, citations: Sequence[Citation]) -> Citation | None:
        """The span that answers, or None where no short answer is safe."""
        ...
