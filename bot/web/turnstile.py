"""So many answers at once, so many waiting; whoever comes after that is told `busy` at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from bot.web.faults import Fault

T = TypeVar("T")
BUSY = "The server is busy: too many questions are waiting. Please try again in a moment."


class Turnstile:
    """Runs work in threads, at most `concurrent` at once with `queue` more waiting."""

    def __init__(self, concurrent: int, queue: int) -> None:
        self._limiter = CapacityLimiter(concurrent)
        self._room = concurrent + queue
        self._inside = 0

    async def run(self, work: Callable[[], T]) -> T:
        """The result of `work`. Raises Fault 503 when the queue is full."""
        if self._inside >= self._room:
            raise Fault(503, BUSY)
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1
