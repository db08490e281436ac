"""NewsBot: the path of one question. Sees the ground floor only.

dialogue -> retrieve -> draft -> verify -> conclude. `ask` and `stream` drain the same generator, `events`.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from os import PathLike
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from bot.conclusion import Draft, Laps, conclude, notice_of
from bot.errors import ModelError, QuestionError, StoreError
from bot.models import (
    Answer,
    Article,
    Claim,
    Conversation,
    Filters,
    Passage,
    Question,
    Removed,
    Statement,
    Turn,
    Verdict,
)
from bot.protocols import (
    Abstained,
    Answerer,
    Dialogue,
    Library,
    Provisional,
    Remarks,
    Restorer,
    Retriever,
    Reviewer,
    Shortener,
    Verifier,
)

if TYPE_CHECKING:
    from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Searched:
    """The paragraphs are found; drafting begins."""

    question: Question
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Restarted:
    """What was written so far is void: the next answerer takes over, and `notice` says why."""

    notice: str


Event = Searched | Provisional | Statement | Removed | Restarted | Answer


class Noticing(Protocol):
    """A room that may have something to tell the user about its last piece of work."""

    def notices(self, question: Question) -> Sequence[str]:
        """Sentences for the user; usually none."""
        ...


class NewsBot:
    """Answers questions about a collection of articles; every sentence is cited and checked.

    Built by `NewsBot.open` (or by hand from the parts that `bot.protocols` describes).
    """

    def __init__(
        self,
        *,
        retriever: Retriever,
        library: Library,
        answerers: Sequence[Answerer],
        verifier: Verifier,
        dialogue: Dialogue,
        shortener: Shortener,
        reviewer: Reviewer | None = None,
        restorer: Restorer | None = None,
        passages: int = 8,
        question_chars: int = 2000,
        strict: bool = False,
        noticing: Sequence[Noticing] = (),
        resources: Sequence[Any] = (),
    ) -> None:
        if not answerers:
            raise ValueError("a bot needs an answerer; the last one must work without a model")
        self.retriever, self.library, self.verifier = retriever, library, verifier
        self._answerers, self._dialogue, self._shortener = tuple(answerers), dialogue, shortener
        self._reviewer, self._restorer = reviewer, restorer
        self._passages, self._question_chars, self._strict = passages, question_chars, strict
        self._noticing, self._resources = tuple(noticing), tuple(resources)
        self._closed = False

    @classmethod
    def open(
        cls,
        articles: str | PathLike[str] | Sequence[str | PathLike[str]] | None = None,
        index: str | PathLike[str] | None = None,
        settings: Settings | None = None,
        **overrides: Any,
    ) -> NewsBot:
        """A bot over files and folders (default: the seed articles); what is new or changed is indexed first.

        `index` is the store's file (default: one for each collection under `Settings.home_folder`); `overrides` are
        fields of Settings, or `embedder`, which gives vectors beside the words (docs/python.md). Raises ArticleError,
        StoreError or SettingsError with a sentence that says what to do.
        """
        from bot.wiring import open_bot  # wiring knows the concrete classes; a top import would be a cycle

        return open_bot(articles, index=index, settings=settings, **overrides)

    def ask(
        self, question: str, history: Conversation | Sequence[Answer] | None = None, filters: Filters | None = None
    ) -> Answer:
        """The checked answer; an abstention is an Answer too.

        `history` makes a follow-up understandable: a Conversation, or the answers so far, oldest first. Raises
        QuestionError for a question that is empty, too long or no text, StoreError when the bot was closed.
        """
        *_, answer = self.events(question, history, filters)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self, question: str, history: Conversation | Sequence[Answer] | None = None, filters: Filters | None = None
    ) -> Generator[Statement | Answer, None, None]:
        """Checked statements one at a time, then the Answer; closing the iterator stops a model at once."""
        with closing(self.events(question, history, filters)) as events:
            for event in events:
                if isinstance(event, Statement | Answer):
                    yield event

    def events(
        self, question: str, history: Conversation | Sequence[Answer] | None = None, filters: Filters | None = None
    ) -> Generator[Event, None, None]:
        """All that happens on the way: Searched, Provisional text, Statements, Removed, Restarted, and the Answer."""
        laps, since = Laps(), perf_counter()
        conversation = _conversation(history)
        asked = self._understood(question, conversation, filters)
        passages = tuple(self.retriever.retrieve(asked.standalone, limit=self._passages, filters=filters or Filters()))
        laps.add("retrieve", since)
        yield Searched(asked, passages)
        notices: list[str] = [n for room in self._noticing for n in room.notices(asked)]
        draft = Draft(self._answerers[-1].name)
        if passages:
            draft = yield from self._answered(asked, passages, conversation, notices, laps)
            yield from self._reviewed(draft, laps)
        yield conclude(asked, passages, draft, notices, laps, self._shortener)

    def retrieve(self, question: str, limit: int = 10, filters: Filters | None = None) -> Sequence[Passage]:
        """The ranked paragraphs alone, best first; at most `limit`."""
        asked = self._understood(question, Conversation(), filters)
        return self.retriever.retrieve(asked.standalone, limit=limit, filters=filters or Filters())

    def articles(self) -> Sequence[Article]:
        """The articles of the collection, ordered by id."""
        self._check_open()
        return self.library.articles()

    def close(self) -> None:
        """Closes the store; the bot raises StoreError afterwards. Closing twice does no harm."""
        self._closed = True
        for resource in self._resources:
            resource.close()

    def __enter__(self) -> NewsBot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError("This bot was closed; open another one.")

    def _understood(self, question: str, conversation: Conversation, filters: Filters | None) -> Question:
        """The question as it is searched for: standing alone, and with the marks that were left out in typing."""
        asked = self._dialogue.standalone(self._accepted(question), conversation)
        return self._restorer.restored(asked, filters or Filters()) if self._restorer else asked

    def _accepted(self, question: str) -> str:
        self._check_open()
        if not isinstance(question, str):
            raise QuestionError(f"A question is text, not {type(question).__name__}.")
        if len(question) > self._question_chars:
            raise QuestionError(
                f"A question has at most {self._question_chars} characters; this one has {len(question)}."
            )
        return question

    def _answered(
        self, asked: Question, passages: tuple[Passage, ...], history: Conversation, notices: list[str], laps: Laps
    ) -> Generator[Event, None, Draft]:
        """Tries the answerers in turn until one has statements or abstains; a failing model gives way to the next."""
        removed: list[Removed] = []
        for answerer in self._answerers:
            draft = Draft(answerer.name, removed=removed)
            fault: ModelError | None = None
            try:
                yield from self._drafted(answerer, asked, passages, history, draft, laps)
            except ModelError as error:
                fault = error
            if answerer is self._answerers[-1]:
                if fault:
                    raise fault
                return draft
            notice = notice_of(answerer.name, asked, draft, fault)
            if notice:
                notices.append(notice)
            if draft.statements or (draft.abstained and not fault):
                return draft
            if notice:
                yield Restarted(notice)
        raise AssertionError("the last answerer always concludes")

    def _drafted(
        self, answerer: Answerer, asked: Question, passages: tuple[Passage, ...], history: Conversation, draft: Draft,
        laps: Laps,
    ) -> Generator[Event, None, None]:  # fmt: skip
        """One answerer's draft, each claim checked before it goes on."""
        with closing(answerer.draft(asked, passages, history)) as events:
            while True:
                since = perf_counter()
                event = next(events, None)
                laps.add("answer", since)
                match event:
                    case None:
                        return
                    case Provisional():
                        yield event
                    case Claim():
                        yield from self._checked(event, passages, draft, laps)
                    case Abstained():
                        draft.abstained = event
                    case Remarks():
                        draft.remarks = event

    def _checked(
        self, claim: Claim, passages: tuple[Passage, ...], draft: Draft, laps: Laps
    ) -> Generator[Event, None, None]:
        since = perf_counter()
        verdict = self.verifier.verify(claim, passages)
        laps.add("verify", since)
        if self._holds(verdict):
            statement = Statement(claim.text, verdict.citations, verdict.support)
            if all(s.text != statement.text for s in draft.statements):
                draft.statements.append(statement)
                yield statement
            return
        gone = Removed(claim.text, verdict.reasons)
        draft.removed.append(gone)
        yield gone

    def _holds(self, verdict: Verdict) -> bool:
        strict = self._strict and self._reviewer is None  # a reviewer may still confirm what the rules leave open
        return bool(verdict.citations) and verdict.support in (("verified",) if strict else ("verified", "unconfirmed"))

    def _reviewed(self, draft: Draft, laps: Laps) -> Generator[Event, None, None]:
        """What the rules leave open is looked at once more by the reviewer, if there is one; it edits nothing."""
        if self._reviewer is None or all(s.support == "verified" for s in draft.statements):
            return
        since = perf_counter()
        reviewed: Sequence[Statement | Removed] = draft.statements
        with suppress(ModelError):
            reviewed = self._reviewer.review(draft.statements)
        if self._strict:
            reviewed = [_confirmed(s) for s in reviewed]
        laps.add("verify", since)
        draft.statements = [s for s in reviewed if isinstance(s, Statement)]
        gone = [s for s in reviewed if isinstance(s, Removed)]
        draft.removed += gone
        yield from gone


def _conversation(history: Conversation | Sequence[Answer] | None) -> Conversation:
    if history is None:
        return Conversation()
    if isinstance(history, Conversation):
        return history
    if not all(isinstance(answer, Answer) for answer in history):
        raise QuestionError("The history is a Conversation or a list of answers.")
    return Conversation(tuple(Turn(answer.question, answer) for answer in history))


def _confirmed(statement: Statement | Removed) -> Statement | Removed:
    if isinstance(statement, Statement) and statement.support != "verified":
        return Removed(statement.text, ("unconfirmed",))
    return statement
