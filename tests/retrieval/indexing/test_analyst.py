"""The worker gives what analysing at home gives, and is not missed when it dies."""

from __future__ import annotations

from typing import Any

import pytest

from bot import partner as module
from bot.language.words.terms import analyse
from bot.retrieval.indexing.analyst import Analyst

BATCHES = [[(f"Đoàn số {n} thăm Jakarta.", "vi"), (f"Delegation {n} visited.", "en")] for n in range(2000, 2006)]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "cores", lambda: 2)


def begun(analyst: Analyst) -> Any:
    """Hand in a first batch, which is analysed at home while the process starts; the process, when it is up."""
    analyst.hand_in(BATCHES[0])
    assert analyst._handed[-1][1] is False
    assert analyst._partner.wait(60)
    assert analyst.collect() == AT_HOME[0]
    return analyst._partner._process


def collected(analyst: Analyst) -> list:
    found = []
    for batch in BATCHES:
        analyst.hand_in(batch)
        found.append(analyst.collect())
    return found


AT_HOME = [
    [{field: " ".join(terms) for field, terms in analyse(text, language).items()} for text, language in batch]
    for batch in BATCHES
]


def test_a_worker_gives_the_same(two_cores: None) -> None:
    analyst = Analyst(analyse, worker_after=0)
    worker = begun(analyst)
    assert worker is not None
    analyst.hand_in(BATCHES[1])
    assert analyst._handed[-1][1] is True
    assert analyst.collect() == AT_HOME[1]
    assert collected(analyst) == AT_HOME
    analyst.close()
    assert worker.returncode is not None


def test_a_worker_that_was_expected_takes_the_first_batch(two_cores: None) -> None:
    analyst = Analyst(analyse, worker_after=2)
    analyst.expect(2)
    assert analyst._partner._process is None
    analyst.expect(3)
    assert analyst._partner.wait(60)
    analyst.hand_in(BATCHES[0] + BATCHES[1])
    assert analyst._handed[-1][1] is True
    assert analyst.collect() == AT_HOME[0] + AT_HOME[1]
    analyst.close()


def test_a_worker_that_dies_is_not_missed(two_cores: None) -> None:
    analyst = Analyst(analyse, worker_after=0)
    worker = begun(analyst)
    analyst.hand_in(BATCHES[0])
    worker.kill()
    worker.wait()
    assert analyst.collect() == AT_HOME[0]
    assert collected(analyst) == AT_HOME
    analyst.close()


def test_a_worker_that_is_not_needed_any_more_ends_while_it_starts(two_cores: None) -> None:
    analyst = Analyst(analyse, worker_after=0)
    analyst.hand_in(BATCHES[0])
    worker = analyst._partner._process
    analyst.close()
    assert worker.returncode is not None


def test_a_worker_that_cannot_start_is_not_missed(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.sys, "executable", "/nowhere/python")
    analyst = Analyst(analyse, worker_after=0)
    assert collected(analyst) == AT_HOME
    analyst.close()


def test_small_jobs_and_unnamed_functions_stay_at_home(two_cores: None) -> None:
    small = Analyst(analyse)
    local = Analyst(lambda text, language: analyse(text, language), worker_after=0)
    for analyst in (small, local):
        assert collected(analyst) == AT_HOME
        assert analyst._partner is None or analyst._partner._process is None
        analyst.close()


def test_two_batches_may_be_handed_in_before_one_is_collected(two_cores: None) -> None:
    analyst = Analyst(analyse, worker_after=0)
    begun(analyst)
    for batch in BATCHES:
        analyst.hand_in(batch)
    assert [analyst.collect() for _ in BATCHES] == AT_HOME
    analyst.close()
