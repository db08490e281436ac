"""The conversation on one open page: its turns, what is being answered, and how both are shown. No gradio."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from time import monotonic
from typing import Any, TypedDict

from bot.engine import NewsBot
from bot.errors import QuestionError, TrichError
from bot.models import Answer, Language
from bot.phrases import told
from bot.present import chat
from bot.present.escape import inert
from bot.present.progress import Progress
from bot.present.words import word
from bot.web.restore import answers_from
from bot.web.sessions import Session

EVERY = 0.1
"""Seconds between two updates of a growing answer: an update costs the server 2 ms, whatever its size."""
WAITED = 1.5
"""Seconds that a question may wait for a core before its reader is told so: in a crowd each update delays all."""
QUIET = 0.5
"""Seconds for which an extractive answer is made without showing its parts."""

_SIGNAL_CHARS = 4_000_000
_CORES = BoundedSemaphore(os.cpu_count() or 1)
"""Extractive answers are pure computation: more at once than cores get in each other's way, and all end last."""


class ChatLine(TypedDict):
    """A message as gradio's Chatbot takes it."""

    role: str
    content: str


@dataclass(slots=True)
class Dialogue:
    """The turns of one open page; kept by gradio for as long as the page is open.

    `_slot` holds the answer in the making while it is wanted. Whoever empties it (the answer itself, `stop`, the next
    question) has the say over it; taking from a list is atomic, so exactly one of them does.
    """

    turns: list[tuple[str, Answer]] = field(default_factory=list)
    stoppable: bool = False
    """Whether the page shows the button that stops the answer."""
    waiting: bool = False
    """Whether the answer waits for a core; it will then be there in a moment."""
    _lines: list[ChatLine] = field(default_factory=list)
    _asked: str = ""
    _slot: list[Progress] = field(default_factory=list)

    @property
    def lines(self) -> list[ChatLine]:
        """The finished turns as messages."""
        return list(self._lines)

    @property
    def growing(self) -> bool:
        """Whether an answer is being made."""
        return bool(self._slot)

    def busy_with(self, question: str) -> bool:
        """Whether this very question is being answered, as after a double Enter."""
        return self.growing and self._asked == question

    def cut(self, turn: int) -> str:
        """Drops turn `turn` (from 0) and all after it; returns its question, '' when there is no such turn."""
        question = self.turns[turn][1].question.text if 0 <= turn < len(self.turns) else ""
        del self.turns[max(turn, 0) :]
        del self._lines[2 * max(turn, 0) :]
        return question

    def add(self, answer: Answer, session: Session) -> None:
        """One more finished turn."""
        key = session.keep(answer)
        self.turns.append((key, answer))
        self._lines.append({"role": "user", "content": chat.question(answer.question.text)})
        self._lines.append({"role": "assistant", "content": chat.answer(answer, key)})

    def ask(
        self, question: str, bot: NewsBot, session: Session, language: Language, *, slow: bool
    ) -> Iterator[list[ChatLine]]:
        """The messages while a question is being answered, about ten times a second; the last ones are final.

        With `slow` (a model answers) the question is shown at once, else only if it has to wait for WAITED, or takes QUIET.
        An error ends as a message of its own, which is not kept as a turn.
        """
        self._slot.clear()
        self._slot, self._asked = [Progress()], question
        slot = self._slot
        head: list[ChatLine] = [*self._lines, {"role": "user", "content": chat.question(question)}]
        try:
            for state in self._watched(question, bot, slot) if slow else self._in_turn(question, bot, slot):
                if not state.answer:
                    yield [*head, {"role": "assistant", "content": chat.progress(state, language)}]
                elif _taken(slot):
                    self.add(state.answer, session)
        except TrichError as error:
            slot.clear()
            yield [
                *head,
                {"role": "assistant", "content": f'<span class="failed">{inert(told(str(error), language))}</span>'},
            ]
            return
        # Also after a next question has taken the say and is done: an update of this one may have overtaken its last.
        if slot is self._slot or not self.growing:
            yield self.lines

    def _in_turn(self, question: str, bot: NewsBot, slot: list[Progress]) -> Iterator[Progress]:
        """As `_watched`, with a core to itself from beginning to end: whoever came first is done first."""
        if not _CORES.acquire(timeout=WAITED):
            self.waiting = True
            yield slot[0]
            _CORES.acquire()
        self.waiting = False
        try:
            yield from self._watched(question, bot, slot, quiet=QUIET)
        finally:
            _CORES.release()

    def _watched(self, question: str, bot: NewsBot, slot: list[Progress], quiet: float = 0.0) -> Iterator[Progress]:
        """The states worth showing: from `quiet` seconds on, at most one every EVERY seconds, and the last."""
        due = monotonic() + quiet
        if not quiet:
            yield slot[0]
        for state in self._states(question, bot, slot):
            if state.answer or monotonic() >= due:
                yield state
                due = monotonic() + EVERY

    def _states(self, question: str, bot: NewsBot, slot: list[Progress]) -> Iterator[Progress]:
        """What is known after each event; ends early, and with it the model, once the slot is empty."""
        state = Progress()
        with closing(bot.events(question, history=[answer for _, answer in self.turns])) as events:
            for event in events:
                state = state.after(event)
                try:
                    slot[0] = state
                except IndexError:  # stopped
                    return
                yield state

    def stop(self, session: Session, by: str, language: Language) -> str:
        """Ends an answer in the making: its checked sentences become a turn; returns the question if there are none."""
        growing = _taken(self._slot)
        if growing is None:
            return ""
        said = growing.question.language if growing.question else language
        partial = growing.stopped(word("stopped", said), by)
        if partial is None:
            return self._asked
        self.add(partial, session)
        return ""

    def open(self, rows: object, bot: NewsBot, session: Session) -> None:
        """Replaces the turns by those that the browser kept. Raises QuestionError for rows that are no answers."""
        answers = answers_from(rows, bot.library)
        self.cut(0)
        for answer in answers:
            self.add(answer, session)


def _taken(slot: list[Progress]) -> Progress | None:
    try:
        return slot.pop()
    except IndexError:
        return None


def signal(text: str) -> Mapping[str, Any]:
    """What the page's script asks for: an object with `do` and its arguments. Raises QuestionError."""
    try:
        value = json.loads(text) if len(text) <= _SIGNAL_CHARS else None
    except (json.JSONDecodeError, RecursionError):
        value = None
    if not isinstance(value, dict) or not isinstance(value.get("do"), str):
        raise QuestionError("The page sent something that is not a command; reload it.")
    return value
