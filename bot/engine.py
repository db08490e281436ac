"""NewsBot: the path of one question. Sees only models, protocols, errors and phrases.

dialogue -> retrieve -> draft -> verify -> conclude. `ask` and `stream` drain the same generator, `events`.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from os import PathLike
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import ModelError, QuestionError
from bot.models import (
    AbstentionReason,
    Answer,
    Article,
    Citation,
    Claim,
    Conversation,
    Filters,
    Outcome,
    Passage,
    Question,
    Removed,
    Statement,
    Turn,
    Verdict,
)
from bot.phrases import Phrase, say
from bot.protocols import Abstained, Answerer, Dialogue, Library, Provisional, Remarks, Retriever, Shortener, Verifier

if TYPE_CHECKING:
    from bot.settings import Settings

NEAREST = 3
"""How many of the nearest paragraphs an abstention offers."""


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


@dataclass(slots=True)
class _Draft:
    """What has been gathered of one answer while it is being made."""

    by: str
    statements: list[Statement] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    abstained: Abstained | None = None
    remarks: Remarks = field(default_factory=Remarks)


@dataclass(slots=True)
class _Laps:
    """Wall-clock milliseconds by stage; time that the consumer of the stream takes is not counted."""

    laps: dict[str, float] = field(default_factory=lambda: {"retrieve": 0.0, "answer": 0.0, "verify": 0.0})

    def add(self, stage: str, since: float) -> None:
        self.laps[stage] += 1000 * (perf_counter() - since)

    def total(self) -> Mapping[str, float]:
        return {**self.laps, "total": sum(self.laps.values())}


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
        self._passages, self._question_chars, self._strict = passages, question_chars, strict
        self._noticing, self._resources = tuple(noticing), tuple(resources)

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
        fields of Settings. Raises ArticleError, StoreError or SettingsError with a sentence that says what to do.
        """
        from bot.wiring import open_bot  # wiring knows the concrete classes; a top import would be a cycle

        return open_bot(articles, index=index, settings=settings, **overrides)

    def ask(
        self, question: str, history: Conversation | Sequence[Answer] | None = None, filters: Filters | None = None
    ) -> Answer:
        """The checked answer. Raises QuestionError for an empty or over-long question; an abstention is an Answer."""
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
        laps, since = _Laps(), perf_counter()
        conversation = _conversation(history)
        asked = self._dialogue.standalone(self._limited(question), conversation)
        passages = tuple(self.retriever.retrieve(asked.standalone, limit=self._passages, filters=filters or Filters()))
        laps.add("retrieve", since)
        yield Searched(asked, passages)
        notices: list[str] = [n for room in self._noticing for n in room.notices(asked)]
        draft = _Draft(self._answerers[-1].name)
        if passages:
            draft = yield from self._answered(asked, passages, conversation, notices, laps)
        yield self._conclude(asked, passages, draft, notices, laps)

    def retrieve(self, question: str, limit: int = 10, filters: Filters | None = None) -> Sequence[Passage]:
        """The ranked paragraphs alone, best first; at most `limit`."""
        asked = self._dialogue.standalone(self._limited(question), Conversation())
        return self.retriever.retrieve(asked.standalone, limit=limit, filters=filters or Filters())

    def articles(self) -> Sequence[Article]:
        """The articles of the collection, ordered by id."""
        return self.library.articles()

    def close(self) -> None:
        """Closes the store and the model's connections; the bot cannot be used afterwards."""
        for resource in self._resources:
            resource.close()

    def __enter__(self) -> NewsBot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _limited(self, question: str) -> str:
        if len(question) > self._question_chars:
            raise QuestionError(
                f"A question has at most {self._question_chars} characters; this one has {len(question)}."
            )
        return question

    def _answered(
        self, asked: Question, passages: tuple[Passage, ...], history: Conversation, notices: list[str], laps: _Laps
    ) -> Generator[Event, None, _Draft]:
        """Tries the answerers in turn until one has statements or abstains; a failing model gives way to the next."""
        removed: list[Removed] = []
        for answerer in self._answerers:
            draft = _Draft(answerer.name, removed=removed)
            fault: ModelError | None = None
            try:
                yield from self._drafted(answerer, asked, passages, history, draft, laps)
            except ModelError as error:
                fault = error
            if answerer is self._answerers[-1]:
                if fault:
                    raise fault
                return draft
            notice = _notice(answerer.name, asked, draft, fault)
            if notice:
                notices.append(notice)
            if draft.statements or (draft.abstained and not fault):
                return draft
            if notice:
                yield Restarted(notice)
        raise AssertionError("the last answerer always concludes")

    def _drafted(
        self, answerer: Answerer, asked: Question, passages: tuple[Passage, ...], history: Conversation, draft: _Draft,
        laps: _Laps,
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
        self, claim: Claim, passages: tuple[Passage, ...], draft: _Draft, laps: _Laps
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
        shown = ("verified",) if self._strict else ("verified", "unconfirmed")
        return bool(verdict.citations) and verdict.support in shown

    def _conclude(
        self, asked: Question, passages: tuple[Passage, ...], draft: _Draft, notices: list[str], laps: _Laps
    ) -> Answer:
        since = perf_counter()
        statements = tuple(draft.statements)
        outcome, reason = _outcome(passages, draft)
        remarks, short = draft.remarks, None
        if statements:
            cited = tuple(dict.fromkeys(c for s in statements for c in s.citations))
            short = remarks.short or self._shortener.shorten(asked, cited)
            if short and short.paragraph not in {c.paragraph for c in cited}:
                short = None
        laps.add("answer", since)
        confidence = draft.abstained.confidence if draft.abstained else remarks.confidence
        return Answer(
            question=asked, outcome=outcome, answered_by=draft.by, statements=statements, short_span=short,
            short_answer=short.quote if short else None, message="" if statements else _message(outcome, reason, asked),
            reason=reason, nearest=() if statements else _nearest(passages, outcome), passages=passages,
            removed=tuple(draft.removed), notices=tuple(notices), confidence=confidence, timings_ms=laps.total(),
            usage=remarks.usage, prompt=remarks.prompt,
        )  # fmt: skip


def _conversation(history: Conversation | Sequence[Answer] | None) -> Conversation:
    if history is None:
        return Conversation()
    if isinstance(history, Conversation):
        return history
    return Conversation(tuple(Turn(answer.question, answer) for answer in history))


def _notice(model: str, asked: Question, draft: _Draft, fault: ModelError | None) -> str | None:
    if fault:
        phrase: Phrase = "model_interrupted" if draft.statements else "model_failed"
        return say(phrase, asked.language, model=model, kind=fault.kind.replace("_", " "))
    if not draft.statements and not draft.abstained:
        return say("model_unsupported", asked.language, model=model)
    return None


def _outcome(passages: Sequence[Passage], draft: _Draft) -> tuple[Outcome, AbstentionReason | None]:
    if draft.statements:
        return "answered", None
    if not passages:
        return "nothing_found", "off_topic"
    if draft.removed:
        return "unverified", None
    reason = draft.abstained.reason if draft.abstained else "fact_missing"
    return ("nothing_found" if reason == "off_topic" else "not_in_sources"), reason


def _message(outcome: Outcome, reason: AbstentionReason | None, asked: Question) -> str:
    phrase: Phrase = "not_in_sources"
    if outcome == "nothing_found" or outcome == "unverified":
        phrase = outcome
    elif reason == "premise_contradicted" or reason == "fact_missing":
        phrase = reason
    return say(phrase, asked.language)


def _nearest(passages: Sequence[Passage], outcome: Outcome) -> tuple[Citation, ...]:
    if outcome == "nothing_found":
        return ()
    return tuple(Citation(p.paragraph, 0, len(p.paragraph.text)) for p in passages[:NEAREST])
