"""The worker gives what analysing at home gives, and is not missed when it dies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from bot import partner as module
from bot.language.words.terms import analyse
from bot.models import Language
from bot.partner import Partner
from bot.retrieval.indexing.analyst import Analyst, Text, analysed

BATCHES: list[list[Text]] = [
    [(f"Đoàn số {n} thăm Jakarta.", "vi"), (f"Delegation {n} visited.", "en")] for n in range(2000, 2006)
]


@pytest.fixture
def helper(monkeypatch: pytest.MonkeyPatch) -> Iterator[Partner]:
    monkeypatch.setattr(module, "cores", lambda: 2)
    with closing(Partner(analysed)) as made:
        yield made


def begun(analyst: Analyst) -> Any:
    """Hand in a first batch, which is analysed at home while the process starts; the process, when it is up."""
    analyst.hand_in(BATCHES[0], {})
    assert analyst._handed[-1].sent is False
    assert partner_of(analyst).wait(60)
    assert analyst.collect() == AT_HOME[0]
    return partner_of(analyst)._process


def partner_of(analyst: Analyst) -> Partner:
    assert analyst._partner is not None
    return analyst._partner


def collected(analyst: Analyst) -> list[list[dict[str, str]]]:
    found = []
    for batch in BATCHES:
        analyst.hand_in(batch, {})
        found.append(analyst.collect())
    return found


AT_HOME = [
    [{field: " ".join(terms) for field, terms in analyse(text, language).items()} for text, language in batch]
    for batch in BATCHES
]


def test_a_worker_gives_the_same(helper: Partner) -> None:
    analyst = Analyst(analyse, helper, worker_after=0)
    worker = begun(analyst)
    assert worker is not None
    analyst.hand_in(BATCHES[1], {})
    assert analyst._handed[-1].sent is True
    assert analyst.collect() == AT_HOME[1]
    assert collected(analyst) == AT_HOME
    helper.close()
    assert worker.returncode is not None


def test_a_worker_starts_where_only_small_pipes_are_allowed(helper: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    popen = subprocess.Popen
    sizes: list[int] = []

    def opened(*command: Any, pipesize: int, **more: Any) -> Any:
        sizes.append(pipesize)
        if pipesize > 0:
            raise PermissionError("Operation not permitted")
        return popen(*command, pipesize=pipesize, **more)

    monkeypatch.setattr(subprocess, "Popen", opened)
    analyst = Analyst(analyse, helper, worker_after=0)
    begun(analyst)
    assert sizes[-1] == -1
    assert collected(analyst) == AT_HOME


def test_a_worker_that_was_expected_takes_the_first_batch(helper: Partner) -> None:
    analyst = Analyst(analyse, helper, worker_after=2)
    analyst.expect(2)
    assert partner_of(analyst)._process is None
    analyst.expect(3)
    assert partner_of(analyst).wait(60)
    analyst.hand_in(BATCHES[0] + BATCHES[1], {})
    assert analyst._handed[-1].sent is True
    assert analyst.collect() == AT_HOME[0] + AT_HOME[1]


def test_a_worker_that_dies_is_not_missed(helper: Partner) -> None:
    analyst = Analyst(analyse, helper, worker_after=0)
    worker = begun(analyst)
    analyst.hand_in(BATCHES[0], {})
    worker.kill()
    worker.wait()
    assert analyst.collect() == AT_HOME[0]
    assert collected(analyst) == AT_HOME


def test_a_worker_that_is_not_needed_any_more_ends_while_it_starts(helper: Partner) -> None:
    analyst = Analyst(analyse, helper, worker_after=0)
    analyst.hand_in(BATCHES[0], {})
    worker = partner_of(analyst)._process
    helper.close()
    assert worker is not None
    assert worker.returncode is not None


def test_a_worker_that_cannot_start_is_not_missed(helper: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    analyst = Analyst(analyse, helper, worker_after=0)
    assert collected(analyst) == AT_HOME


def test_small_jobs_and_unnamed_functions_stay_at_home(helper: Partner) -> None:
    small = Analyst(analyse, helper)
    local = Analyst(lambda text, language: analyse(text, language), helper, worker_after=0)
    for analyst in (small, local):
        assert collected(analyst) == AT_HOME
        assert analyst._partner is None or analyst._partner._process is None


def test_two_batches_may_be_handed_in_before_one_is_collected(helper: Partner) -> None:
    analyst = Analyst(analyse, helper, worker_after=0)
    begun(analyst)
    for batch in BATCHES:
        analyst.hand_in(batch, {})
    assert [analyst.collect() for _ in BATCHES] == AT_HOME


def test_what_is_known_is_not_analysed(helper: Partner) -> None:
    known = dict(zip(BATCHES[0][:1], AT_HOME[0], strict=False))

    def unknown_only(text: str, language: Language) -> dict[str, list[str]]:
        assert (text, language) not in known
        return analyse(text, language)

    analyst = Analyst(analyse, helper)
    analyst._analyse = unknown_only
    analyst.hand_in(BATCHES[0], known)
    assert analyst.collect() == AT_HOME[0]
    assert analyst._seen == 1


def test_another_analysis_passes_over_what_the_usual_one_found(helper: Partner) -> None:
    analyst = Analyst(lambda text, language: {"terms": text.split()}, helper)
    analyst.hand_in([("a b", "en")], {("a b", "en"): {"terms": "of another"}})
    assert analyst.collect() == [{"terms": "a b"}]
