"""What a reader sees while an answer is being made: the engine's events folded into one value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.engine import Event, Restarted, Searched
from bot.models import Answer, Citation, Question, Removed, Statement
from bot.protocols import Provisional


@dataclass(frozen=True, slots=True)
class Progress:
    """An answer in the making; `provisional` is unchecked text, `answer` is set at the end."""

    question: Question | None = None
    statements: tuple[Statement, ...] = ()
    removed: tuple[Removed, ...] = ()
    notices: tuple[str, ...] = ()
    provisional: str = ""
    answer: Answer | None = None

    def after(self, event: Event) -> Progress:
        """The state after one more event."""
        match event:
            case Searched():
                return replace(self, question=event.question)
            case Provisional():
                return replace(self, provisional=event.text)
            case Statement():
                return replace(self, statements=(*self.statements, event), provisional="")
            case Removed():
                return replace(self, removed=(*self.removed, event), provisional="")
            case Restarted():
                return replace(self, statements=(), provisional="", notices=(*self.notices, event.notice))
            case Answer():
                return replace(self, answer=event, provisional="")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The distinct citations so far, in order of first use: their numbers will not change."""
        return tuple(dict.fromkeys(c for s in self.statements for c in s.citations))

    def stopped(self, notice: str, by: str) -> Answer | None:
        """The checked sentences as an answer that says it was stopped, or None when there are none; `by` wrote them."""
        if self.answer or not self.statements or self.question is None:
            return self.answer
        return Answer(
            question=self.question, outcome="answered", answered_by=by, statements=self.statements,
            removed=self.removed, notices=(*self.notices, notice),
        )  # fmt: skip
