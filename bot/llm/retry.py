"""Whether and when to try again: few times, with jitter, as the server asks, never past the deadline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random

from bot.errors import ModelError
from bot.llm.deadline import Deadline

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
_USEFUL = 0.5


class Backoff:
    """Exponential backoff with jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).

    `retries` further tries at most; `seed` makes the jitter repeatable.
    """

    def __init__(self, retries: int, seed: int | None = None) -> None:
        self._retries = retries
        self._random = Random(seed)  # noqa: S311 - jitter, not a secret

    def pause(self, tried: int, fault: ModelError, asked: float | None, deadline: Deadline) -> float | None:
        """Seconds to wait after the `tried`-th failed try (from 1); None when there is no point in another.

        `asked` is the server's Retry-After: a shorter pause would be rude, one past the deadline useless.
        """
        if tried > self._retries or not fault.retryable:
            return None
        own = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tried - 1)) * self._random.uniform(0.5, 1.0)
        pause = max(own, asked or 0.0)
        return pause if pause + _USEFUL <= deadline.remaining else None


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """The wait that a server asks for, in seconds, at least 0; None when it asks for none that can be read.

    RFC 9110, section 10.2.3 (seconds or a date), and OpenAI's `retry-after-ms`.

    >>> retry_after({"retry-after": "30"}), retry_after({"retry-after-ms": "250"}), retry_after({"retry-after": "soon"})
    (30.0, 0.25, None)
    """
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        if "retry-after" in headers:
            return _wait(headers["retry-after"], now or datetime.now(UTC))
    except (ValueError, TypeError):
        return None
    return None


def _wait(text: str, now: datetime) -> float:
    if text.strip().replace(".", "", 1).isdigit():
        return float(text)
    when = parsedate_to_datetime(text)
    return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds())
