"""Limits of time: one deadline for all, and how long the next sign of life may take."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from bot.errors import ModelError

GRACE = 1.0
"""Seconds that a finished reply is still listened to, for the usage that some servers send last."""


class Deadline:
    """A point in time by which everything must be done, retries and waits included; `seconds` from its making.

    >>> Deadline(5, clock=lambda: 100.0).remaining
    5.0
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        if seconds <= 0:
            raise ValueError(f"a deadline lies ahead, not {seconds} s")
        self.seconds, self.clock = seconds, clock
        self._end = clock() + seconds

    @property
    def remaining(self) -> float:
        """Seconds left, 0 when it has passed."""
        return max(0.0, self._end - self.clock())


class Patience:
    """How long one reply may keep its reader waiting: for the first token, then between tokens, never past the deadline.

    What does not carry text (keep-alive comments, empty pieces) is no sign of life, so it cannot stretch the wait.
    """

    def __init__(self, deadline: Deadline, *, first: float, between: float) -> None:
        self._deadline, self._between = deadline, between
        self._limit, self._phase = first, "first"
        self._since = deadline.clock()

    def heard(self, *, spoke: bool, finished: bool) -> None:
        """Something has come: text lets the wait for the next begin, the end of the reply a brief one for the usage."""
        if spoke or finished:
            self._limit, self._phase = self._between, "between"
            self._since = self._deadline.clock()
        if finished:
            self._limit, self._phase = min(GRACE, self._between), "finished"

    def left(self) -> float:
        """Seconds until it runs out, at least 0."""
        waited = self._deadline.clock() - self._since
        return max(0.0, min(self._limit - waited, self._deadline.remaining))

    def over(self) -> ModelError | None:
        """What to raise when it has run out; None after a complete reply, which nothing more needs to follow."""
        if self._phase == "finished":
            return None
        if not self._deadline.remaining:
            return ModelError(f"The model did not finish within {self._deadline.seconds:g} s.", "timeout")
        if self._phase == "first":
            return ModelError(f"The model sent no text within {self._limit:g} s.", "timeout")
        return ModelError(f"The model fell silent for {self._limit:g} s.", "silence")
