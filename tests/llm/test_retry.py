"""Retry-After in its forms, backoff that is bounded, repeatable and within the deadline."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ModelError
from bot.llm.deadline import Deadline, Patience
from bot.llm.retry import LONGEST_PAUSE, Backoff, retry_after

NOW = datetime(2026, 3, 10, 12, 0, 0, tzinfo=UTC)
BUSY = ModelError("Busy.", "rate_limited", retryable=True)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "3600"}, 3600.0), ({"retry-after": " 1.5 "}, 1.5), ({"retry-after-ms": "20", "retry-after": "9"}, 0.02),
        ({"retry-after": "Tue, 10 Mar 2026 12:00:30 GMT"}, 30.0), ({"retry-after": "Tue, 10 Mar 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "Tue, 10 Mar 2026 12:00:30"}, 30.0), ({"retry-after": "-5"}, None), ({"retry-after": "soon"}, None), ({}, None),
    ],
)  # fmt: skip
def test_retry_after(headers: dict[str, str], wait: float | None) -> None:
    assert retry_after(headers, NOW) == wait


def test_date_of_another_zone() -> None:
    assert (
        retry_after({"retry-after": "Tue, 10 Mar 2026 12:00:10 GMT"}, NOW.astimezone(timezone(timedelta(hours=7))))
        == 10.0
    )


@given(seed=st.integers(), tried=st.integers(1, 8))
def test_pauses_are_bounded_and_repeatable(seed: int, tried: int) -> None:
    pauses = [Backoff(8, seed).pause(tried, BUSY, None, Deadline(60)) for _ in range(2)]
    assert pauses[0] == pauses[1]
    assert pauses[0] is not None
    assert 0.25 <= pauses[0] <= LONGEST_PAUSE


@pytest.mark.parametrize(
    ("tried", "fault", "asked", "deadline"),
    [
        (3, BUSY, None, 60), (1, ModelError("No.", "refused"), None, 60), (1, BUSY, 3600.0, 60), (1, BUSY, None, 0.6), (1, BUSY, 59.8, 60),
    ],
)  # fmt: skip
def test_no_further_try(tried: int, fault: ModelError, asked: float | None, deadline: float) -> None:
    assert Backoff(2, 1).pause(tried, fault, asked, Deadline(deadline, clock=lambda: 0.0)) is None


def test_server_is_given_the_time_it_asks_for() -> None:
    assert Backoff(2, 1).pause(1, BUSY, 20.0, Deadline(60)) == 20.0


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_patience_runs_by_phases_within_the_deadline() -> None:
    clock = Clock()
    patience = Patience(Deadline(10, clock), first=4, between=2)
    assert patience.left() == 4
    clock.now = 3
    patience.heard(spoke=False, finished=False)
    assert patience.left() == 1
    patience.heard(spoke=True, finished=False)
    assert patience.left() == 2
    clock.now = 9
    assert patience.left() == 0
    over = patience.over()
    assert over
    assert over.kind == "silence"
    patience.heard(spoke=True, finished=False)
    assert patience.left() == 1
    clock.now = 10
    over = patience.over()
    assert over
    assert over.kind == "timeout"


def test_after_the_end_running_out_is_no_fault() -> None:
    patience = Patience(Deadline(10), first=4, between=2)
    patience.heard(spoke=False, finished=True)
    assert patience.left() <= 1
    assert patience.over() is None


def test_deadline_lies_ahead() -> None:
    with pytest.raises(ValueError, match="ahead"):
        Deadline(0)
