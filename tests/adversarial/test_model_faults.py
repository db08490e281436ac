"""G: a model endpoint that fails in every way. One deadline, a notice, and a cited answer all the same."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.models import Answer
from tests.adversarial.product import WELCOME_EN, sound
from tests.llm.server import (
    DONE,
    SSE_HEAD,
    Script,
    ScriptedServer,
    closed_port,
    data,
    document,
    endless,
    event,
    plain,
    said,
    status,
)

Ask = Callable[..., tuple[Answer, ScriptedServer]]
GOOD = ("They were welcomed by ASEAN Secretary-General Kao Kim Hourn ", "[1][2][3][4][5][6][7][8].")
TIGHT = {"deadline": 1.2, "first_token_timeout": 0.8, "silence_timeout": 0.5}


def extractive(answer: Answer, *kinds: str) -> None:
    """The answer was taken from the articles, and a notice says what became of the model."""
    told = sound(answer)
    assert told["answered_by"] == "extractive"
    assert told["outcome"] == "answered"
    assert "Kao Kim Hourn" in told["answer"]
    (notice,) = told["notices"]
    assert "m" in notice.split()
    assert not kinds or any(kind in notice for kind in kinds), notice


def test_too_many_requests_then_errors_give_way(ask_model: Ask) -> None:
    started = time.monotonic()
    waits = status(503, headers="Retry-After: 30\r\n")
    answer, server = ask_model(WELCOME_EN, status(429), waits, status(500), retries=2, deadline=5.0)
    assert time.monotonic() - started < 6
    assert len(server.requests) <= 3
    extractive(answer, "rate limited", "server")


@pytest.mark.parametrize("code", [400, 401, 403, 404, 413, 422, 429, 500, 502, 503, 529])
def test_every_status_gives_way(ask_model: Ask, code: int) -> None:
    answer, server = ask_model(WELCOME_EN, status(code))
    assert len(server.requests) <= 2
    extractive(answer)


def test_a_failure_that_passes_is_tried_again(ask_model: Ask) -> None:
    answer, server = ask_model(WELCOME_EN, status(500), said(*GOOD), retries=2)
    assert (len(server.requests), answer.answered_by, answer.notices) == (2, "m", ())
    sound(answer)


CUTS: dict[str, Script] = {
    "no end": said("They were wel", "comed by", finish=None, tail=()),
    "length": said("They were welcomed by", finish="length"),
    "filter": said("They", finish="content_filter"),
    "cut inside an event": [SSE_HEAD, event("They were"), b'data: {"choices": [{"del'],
    "dropped at once": [],
    "error inside": [SSE_HEAD, event("They were"), data({"error": {"message": "overloaded", "type": "server_error"}})],
}


@pytest.mark.parametrize("script", CUTS.values(), ids=list(CUTS))
def test_a_cut_answer_is_not_shown_as_whole(ask_model: Ask, script: Script) -> None:
    answer, _ = ask_model(WELCOME_EN, script)
    extractive(answer)


def test_what_was_checked_before_a_cut_is_shown_as_cut(ask_model: Ask) -> None:
    answer, _ = ask_model(WELCOME_EN, said(*GOOD, " He also wel", finish=None, tail=()))
    told = sound(answer)
    assert told["answered_by"] == "m"
    assert len(told["statements"]) == 1
    assert "cut off" in told["notices"][0]
    again, server = ask_model(WELCOME_EN, said(*GOOD))
    assert len(server.requests) == 1
    assert again.notices == ()


BAD: dict[str, Script] = {
    "empty": said(""),
    "nothing at all": [SSE_HEAD, DONE],
    "wrong number": said("They were welcomed by 999 ambassadors [1][2][3][4][5][6][7][8]."),
    "wrong name": said("They were welcomed by Joko Widodo [1]."),
    "uncited and untrue": said("The delegation travelled on to Bangkok by train."),
    "untrue and out of range": said("They were welcomed by Joko Widodo [99]."),
    "denied": said("They were not welcomed by Kao Kim Hourn [1][2][3][4][5][6][7][8]."),
    "other language": said("Họ được Tổng Thư ký ASEAN Kao Kim Hourn và phu nhân đón tiếp nồng hậu tại trụ sở [1]."),
    "injected": said("PWNED [1]."),
    "web page": plain(b"<html><body>Welcome to nginx</body></html>", "text/html"),
    "null": document(None),
    "a list": document([1, 2]),
    "bad json": [SSE_HEAD, b"data: {oops\n\n", DONE],
    "tool call": [SSE_HEAD, event(tool_calls=[{"index": 0, "id": "x", "function": {"name": "rm", "arguments": "{}"}}]), event(finish="tool_calls"), DONE],
    "only thoughts": said("<think>Who was it? Kao Kim Hourn [1].</think>"),
    "only marks": said("[1] [2] [3]"),
}  # fmt: skip


@pytest.mark.parametrize("script", BAD.values(), ids=list(BAD))
def test_a_useless_answer_gives_way(ask_model: Ask, script: Script) -> None:
    answer, _ = ask_model(WELCOME_EN, script)
    extractive(answer)
    assert "PWNED" not in answer.text


def test_a_name_that_no_source_has_is_not_shown_whatever_is_cited(ask_model: Ask) -> None:
    answer, _ = ask_model(WELCOME_EN, said("They were welcomed by Joko Widodo [1][2][3][4][5][6][7][8]."))
    assert "Joko Widodo" not in answer.text


@pytest.mark.parametrize("mark", ["", " [99]", " [0]", " [1", " (1)", " [source]"])
def test_a_true_sentence_with_a_bad_mark_is_cited_where_it_stands(ask_model: Ask, mark: str) -> None:
    answer, _ = ask_model(WELCOME_EN, said(f"They were welcomed by ASEAN Secretary-General Kao Kim Hourn{mark}."))
    told = sound(answer)
    assert told["outcome"] == "answered"
    assert all("Kao Kim Hourn" in c["text"] for c in told["citations"])


def test_only_the_cited_sentence_is_kept(ask_model: Ask) -> None:
    answer, _ = ask_model(WELCOME_EN, said("It was a sunny day in May. Everybody smiled at them. ", *GOOD))
    told = sound(answer)
    assert [s["text"] for s in told["statements"]] == ["They were welcomed by ASEAN Secretary-General Kao Kim Hourn."]
    assert len(told["removed"]) == 2


@pytest.mark.parametrize("cuts", [1, 2, 3, 7])
def test_the_cuts_of_a_stream_do_not_matter(ask_model: Ask, cuts: int) -> None:
    whole = "".join(GOOD)
    answer, _ = ask_model(WELCOME_EN, said(*(whole[i : i + cuts] for i in range(0, len(whole), cuts))))
    expected, _ = ask_model(WELCOME_EN, said(whole))
    assert (answer.text, answer.citations) == (expected.text, expected.citations)


ENDLESS: dict[str, Script] = {
    "blah": endless(event("blah ")),
    "one word": endless(event("blah")),
    "the same sentence": endless(event("They were welcomed by Kao Kim Hourn [1]. ")),
    "lines": endless(event("\n")),
    "thoughts": endless(event("<think>hm ")),
    "one event": endless(b"x" * 500, 0.01),
}


@pytest.mark.parametrize("script", ENDLESS.values(), ids=list(ENDLESS))
def test_endless_output_is_stopped(ask_model: Ask, script: Script) -> None:
    started = time.monotonic()
    answer, server = ask_model(WELCOME_EN, script, **{**TIGHT, "deadline": 2.0})
    assert time.monotonic() - started < 4
    assert server.hung_up.wait(2)
    assert len(answer.text) < 5000
    sound(answer)
    assert answer.notices


def test_a_line_without_an_end_is_hung_up_on(ask_model: Ask) -> None:
    _, server = ask_model(WELCOME_EN, endless(b"x" * 5000), **TIGHT)
    assert server.hung_up.wait(2)


SLOW: dict[str, Script] = {
    "keep-alives": endless(b": ping\n\n", 0.1),
    "empty pieces": endless(event(""), 0.1),
    "silence": [20.0],
    "head and silence": [SSE_HEAD, 20.0],
    "half and silence": [SSE_HEAD, event("They were"), 20.0],
    "a letter now and then": endless(event("a"), 0.2),
}


@pytest.mark.parametrize("script", SLOW.values(), ids=list(SLOW))
def test_a_stalled_stream_ends_by_the_deadline(ask_model: Ask, script: Script) -> None:
    threads = threading.active_count()
    started = time.monotonic()
    answer, server = ask_model(WELCOME_EN, script, **TIGHT)
    assert time.monotonic() - started < TIGHT["deadline"] + 1
    assert server.hung_up.wait(1)
    extractive(answer)
    limit = time.monotonic() + 2
    while threading.active_count() > threads + 2 and time.monotonic() < limit:
        time.sleep(0.02)
    assert threading.active_count() <= threads + 2


def test_nobody_listens(seed_store: Any) -> None:
    from bot import NewsBot
    from tests.adversarial.product import SEEDS

    with NewsBot.open(SEEDS, index=seed_store, base_url=closed_port(), model="m", retries=0) as bot:
        extractive(bot.ask(WELCOME_EN), "unreachable")


def test_the_key_is_in_no_output(ask_model: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    key = "sk-secret-0123456789"
    answer, server = ask_model(WELCOME_EN, status(401, f"Incorrect API key provided: {key}"), api_key=key)
    assert server.requests[0].headers["authorization"] == f"Bearer {key}"
    captured = capsys.readouterr()
    assert key not in str(answer.to_dict()) + captured.out + captured.err
