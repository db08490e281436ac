"""The whole path over the seed articles with a scripted endpoint: checked sentences, or the extractive answer and why."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import NewsBot
from bot.llm.prompts import load
from bot.models import Answer, Conversation
from bot.protocols import Provisional
from tests.llm.server import (
    DONE,
    SSE_HEAD,
    Script,
    closed_port,
    data,
    endless,
    event,
    plain,
    said,
    serving,
    status,
    usage,
)

QUESTION = "Who welcomed the delegation?"
PIECES = ("They were welcomed by ASEAN Secretary-General ", "Kao Kim Hourn [1]", "[2][3][4].")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index") / "seeds.db"


@pytest.fixture
def ask(seeds: Path, store: Path) -> Iterator[Any]:
    opened: list[NewsBot] = []

    def asked(address: str, question: str = QUESTION, history: Conversation | None = None, **settings: Any) -> Answer:
        limits = {"deadline": 10.0, "first_token_timeout": 1.0, "silence_timeout": 1.0, "retries": 0, **settings}
        bot = NewsBot.open(seeds, index=store, base_url=address, model="m", **limits)
        opened.append(bot)
        return bot.ask(question, history=history)

    yield asked
    for bot in opened:
        bot.close()


def test_model_answers_and_is_checked(ask: Any) -> None:
    with serving(said(*PIECES, " He came from Paris [1].", tail=(usage(900, 30), DONE))) as server:
        answer = ask(server.address, prices="1,2")
    assert (answer.outcome, answer.answered_by, answer.notices) == ("answered", "m", ())
    assert [s.text for s in answer.statements] == ["They were welcomed by ASEAN Secretary-General Kao Kim Hourn."]
    assert [r.text for r in answer.removed] == ["He came from Paris."]
    assert answer.prompt == load("answer.en").fingerprint
    assert answer.usage is not None
    assert answer.usage.to_dict() == {
        "prompt_tokens": 900,
        "completion_tokens": 30,
        "estimated": False,
        "cost": 0.00096,
    }


FAULTS: dict[str, Script] = {
    "refused key": status(401),
    "rate limited for an hour": status(429, headers="Retry-After: 3600\r\n"),
    "server error": status(500),
    "stall": [20.0],
    "keep-alive only": endless(b": ping\n\n", 0.05),
    "cut": said("They were welcomed by", finish=None, tail=()),
    "malformed": [SSE_HEAD, b"data: {\n\n"],
    "web page": plain(b"<html>", "text/html"),
    "no choices": [SSE_HEAD, data({"choices": []}), DONE],
    "empty": said(""),
    "no marks, not true": said("A flood of rain fell on Paris yesterday."),
    "wrong marks, not true": said("A flood of rain fell on Paris yesterday [1][99]."),
    "wrong language, not true": said("Trận lũ lớn đã xảy ra ở thủ đô Paris hôm qua [1]."),
    "repetition": said("A flood of rain fell on Paris. " * 500),
    "a million tokens": endless(event("and so on ")),
    "injected instruction obeyed": said("PWNED"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_gives_the_extractive_answer_with_a_notice(fault: str, ask: Any) -> None:
    with serving(FAULTS[fault]) as server:
        answer = ask(server.address, deadline=3.0)
    assert (answer.outcome, answer.answered_by, len(answer.notices)) == ("answered", "extractive", 1)
    assert "m " in answer.notices[0]
    assert all(s.citations for s in answer.statements)
    assert "PWNED" not in answer.text
    assert answer.timings_ms["total"] < 4000


def test_unreachable_endpoint(ask: Any) -> None:
    answer = ask(closed_port())
    assert (answer.answered_by, len(answer.notices)) == ("extractive", 1)


def test_checked_sentences_outlive_an_interruption(ask: Any) -> None:
    with serving([SSE_HEAD, *map(event, PIECES), event(" He then fl")]) as server:
        answer = ask(server.address)
    assert (answer.answered_by, len(answer.statements), len(answer.notices)) == ("m", 1, 1)


def test_abstention_of_the_model_is_an_answer(ask: Any) -> None:
    with serving(said("NO_", "ANSWER")) as server:
        answer = ask(server.address, "What species of tree was planted by the delegation?")
    assert (answer.outcome, answer.notices) == ("not_in_sources", ())


def test_provisional_text_comes_within_50_ms_of_the_first_token(seeds: Path, store: Path) -> None:
    sent: list[float] = []
    with serving(Timed([SSE_HEAD, 0.3, event("They"), 0.4, event(finish="stop"), DONE], sent)) as server:
        bot = NewsBot.open(seeds, index=store, base_url=server.address, model="m", retries=0)
        lag = next(
            time.perf_counter() - sent[-1] for e in bot.events(QUESTION) if isinstance(e, Provisional) and e.text
        )
        bot.close()
    assert lag < 0.25  # the goal is 50 ms (benchmarks/model_overhead.py); a busy machine is given more


class Timed:
    """A script that notes when each of its steps begins."""

    def __init__(self, steps: list[Any], times: list[float]) -> None:
        self._steps, self._times = steps, times

    def __iter__(self) -> Iterator[Any]:
        for step in self._steps:
            if isinstance(step, bytes):
                self._times.append(time.perf_counter())
            yield step
