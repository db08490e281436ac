"""Every fault of a scripted server ends in time in a ModelError of the right kind."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bot.errors import ModelError, SettingsError
from bot.llm.openai_model import OpenAIChatModel, checked_address, parsed_rates
from bot.models import Usage
from bot.settings import Settings
from tests.llm.conftest import ASK, KEY, TIGHT
from tests.llm.server import (
    DONE,
    SSE_HEAD,
    Script,
    Step,
    closed_port,
    data,
    document,
    endless,
    event,
    plain,
    said,
    serving,
    status,
    usage,
)

HALF = event("Half")
ERROR = {"error": {"message": "The server is overloaded", "type": "server_error"}}
DRIP = [b"HTTP/1.1 200 OK\r\n", *[step for _ in range(60) for step in (b"X-A: b\r\n", 0.1)]]

PINGS: list[Step] = [b": ping\n\n", 0.05] * 100
FAULTS: dict[str, tuple[Script, str, str]] = {
    "429": (status(429, "slow down"), "rate_limited", ""),
    "429, come back in an hour": (status(429, headers="Retry-After: 3600\r\n"), "rate_limited", ""),
    "out of quota": (status(429, "no credit", code="insufficient_quota"), "rate_limited", ""),
    "500": (status(500), "server", ""),
    "502 with a page": (plain(b"<html>Bad gateway</html>", "text/html", 502), "server", ""),
    "401": (status(401, f"Incorrect API key provided: {KEY}"), "refused", ""),
    "404": (status(404, "model not found"), "refused", ""),
    "redirect": (plain(b"", "text/plain", 307, "Location: http://127.0.0.1:9/\r\n"), "refused", ""),
    "context overflow": (status(400, "the request exceeds the available context size"), "too_long", ""),
    "no answer at all": ([9.0], "timeout", ""),
    "headers one by one": (DRIP, "timeout", ""),
    "nothing after the headers": ([SSE_HEAD, 9.0], "timeout", ""),
    "keep-alive comments only": (endless(b": keep-alive\n\n", 0.05), "timeout", ""),
    "empty pieces only": (endless(event(""), 0.05), "timeout", ""),
    "stall": ([SSE_HEAD, HALF, 9.0], "silence", "Half"),
    "stall behind comments": ([SSE_HEAD, HALF, *PINGS], "silence", "Half"),
    "dropped before the first text": ([SSE_HEAD], "bad_response", ""),
    "dropped": ([SSE_HEAD.replace(b"Connection", b"Content-Length: 9999\r\nConnection"), HALF], "interrupted", "Half"),
    "cut without an end": (said("Half", finish=None, tail=()), "interrupted", "Half"),
    "done without a reason": (said("Half", finish=None), "interrupted", "Half"),
    "cut at the token limit": (said("Half", finish="length"), "truncated", "Half"),
    "filtered": (said("Half", finish="content_filter"), "filtered", "Half"),
    "refusal": ([SSE_HEAD, event(refusal="I will not."), event(finish="stop"), DONE], "filtered", ""),
    "malformed event": ([SSE_HEAD, HALF, b'data: {"choices": [\n\n'], "bad_response", "Half"),
    "event of another kind": ([SSE_HEAD, HALF, b"data: [1, 2]\n\n", b'data: "x"\n\n'], "interrupted", "Half"),
    "choices of another kind": ([SSE_HEAD, HALF, data({"choices": "none"})], "bad_response", "Half"),
    "a line without an end": ([SSE_HEAD, HALF, *[b"x" * 65536] * 40], "bad_response", "Half"),
    "error amid the stream": ([SSE_HEAD, HALF, data(ERROR)], "server", "Half"),
    "a web page with 200": (plain(b"<!doctype html><p>hi", "text/html; charset=utf-8"), "bad_response", ""),
    "no choices": (document({"choices": []}), "bad_response", ""),
    "no choices in the stream": ([SSE_HEAD, data({"choices": []}), DONE], "bad_response", ""),
    "an error with 200": (document(ERROR), "server", ""),
    "a document that is not JSON": (plain(b"{", "application/json"), "bad_response", ""),
    "a document without an end": ([b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", *[b"[" * 65536] * 40], "bad_response", ""),
    "not HTTP": ([b"SSH-2.0-OpenSSH_9.6\r\n"], "interrupted", ""),
    "empty": (said(""), "empty", ""),
    "blank": (said(" \n", " "), "empty", ""),
    "thinking alone": (said("<think>", "hm", "</think>"), "empty", ""),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_has_its_kind_within_the_deadline(fault: str, model: Any, drained: Any) -> None:
    script, kind, shown = FAULTS[fault]
    with serving(script) as server:
        limits = TIGHT if kind in ("timeout", "silence") else {}
        asked = model(server.address, **limits)
        asked.warm()
        since = time.monotonic()
        text, used, error = drained(asked.stream(ASK, max_tokens=99))
        assert time.monotonic() - since < TIGHT["deadline"] + 1
    assert error is not None
    assert (error.kind, text.strip(), used) == (kind, shown, None)
    assert KEY not in f"{error!s}{error!r}{error.__cause__!r}{error.__context__!r}"
    assert str(error).endswith(".")
    assert "\n" not in str(error)


def test_refused_connection(model: Any, drained: Any) -> None:
    _, _, error = drained(model(closed_port(), retries=1).stream(ASK, max_tokens=9))
    assert (error.kind, error.retryable) == ("unreachable", True)


def test_deadline_covers_all_tries(model: Any, drained: Any) -> None:
    with serving(status(500)) as server:
        since = time.monotonic()
        _, _, error = drained(model(server.address, retries=10, deadline=1.5).stream(ASK, max_tokens=9))
        assert time.monotonic() - since < 2.5
        assert error.kind == "server"
        assert 1 < len(server.requests) < 10


def test_endless_output_is_cut_at_its_limit(model: Any, drained: Any) -> None:
    with serving(endless(event("bla "))) as server:
        text, _, error = drained(model(server.address, answer_chars=1001).stream(ASK, max_tokens=9))
        assert server.hung_up.wait(1)
    assert (len(text), error.kind) == (1001, "truncated")


def test_endless_thinking_is_cut_at_the_deadline(model: Any, drained: Any) -> None:
    with serving(endless(event("<think>bla "), 0.01)) as server:
        text, _, error = drained(model(server.address, deadline=1).stream(ASK, max_tokens=9))
        assert server.hung_up.wait(1)
    assert (text, error.kind) == ("", "timeout")


def test_slow_but_living_stream_passes(model: Any, drained: Any) -> None:
    with serving(
        [SSE_HEAD, *[step for n in range(8) for step in (event(f"{n} "), 0.15)], event(finish="stop"), DONE]
    ) as server:
        assert drained(model(server.address, silence_timeout=1.0).stream(ASK, max_tokens=9))[0] == "0 1 2 3 4 5 6 7 "


def test_reasoning_is_a_sign_of_life_and_is_not_shown(model: Any, drained: Any) -> None:
    thinking = [step for _ in range(8) for step in (event(reasoning_content="hm"), 0.15)]
    with serving([SSE_HEAD, *thinking, event("Jakarta."), event(finish="stop"), DONE]) as server:
        assert drained(model(server.address, first_token_timeout=1.0).stream(ASK, max_tokens=9))[0] == "Jakarta."


def test_finished_reply_does_not_wait_for_the_end_of_the_stream(model: Any, drained: Any) -> None:
    with serving([SSE_HEAD, event("Jakarta."), event(finish="stop"), 9.0]) as server:
        text, used, error = drained(model(server.address).stream(ASK, max_tokens=9))
    assert (text, error) == ("Jakarta.", None)
    assert used.estimated


def test_server_that_does_not_stream(model: Any, drained: Any) -> None:
    reply = {
        "choices": [{"message": {"content": "Jakarta."}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 2},
    }
    with serving(document(reply)) as server:
        assert drained(model(server.address).stream(ASK, max_tokens=9)) == ("Jakarta.", Usage(7, 2), None)


def test_usage_and_cost(model: Any, drained: Any) -> None:
    with serving(said("Jakarta.", tail=(usage(1000, 200), DONE))) as server:
        _, used, _ = drained(model(server.address, prices="0.5,1.5").stream(ASK, max_tokens=9))
    assert used == Usage(1000, 200, estimated=False, cost=0.0008)


def test_tries_again_after_faults_before_the_first_text(model: Any, drained: Any) -> None:
    with serving(
        status(503, headers="Retry-After: 0\r\n"), [SSE_HEAD, event("", role="assistant")], said("Jakarta.")
    ) as server:
        text, _, error = drained(model(server.address, retries=2).stream(ASK, max_tokens=9))
        assert (text, error, len(server.requests)) == ("Jakarta.", None, 3)


def test_does_not_try_again_after_the_first_text(model: Any, drained: Any) -> None:
    with serving(said("Half", finish=None, tail=()), said("Jakarta.")) as server:
        text, _, error = drained(model(server.address, retries=2).stream(ASK, max_tokens=9))
        assert (text, error.kind, len(server.requests)) == ("Half", "interrupted", 1)


def test_retry_after_is_obeyed_within_the_deadline(model: Any, drained: Any) -> None:
    with serving(status(429, headers="Retry-After: 1\r\n"), said("Jakarta.")) as server:
        since = time.monotonic()
        text, _, _ = drained(model(server.address, retries=1).stream(ASK, max_tokens=9))
        assert (text, time.monotonic() - since >= 1.0) == ("Jakarta.", True)


def test_learns_what_a_server_rejects_and_remembers(model: Any, drained: Any) -> None:
    refusals = (
        status(400, "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."),
        status(400, "Unsupported value: 'temperature' does not support 0.0 with this model."),
        status(422, "stream_options: extra fields not permitted"),
    )
    with serving(*refusals, said("Jakarta.")) as server:
        asked = model(server.address)
        assert drained(asked.stream(ASK, max_tokens=9))[0] == "Jakarta."
        assert drained(asked.stream(ASK, max_tokens=9))[0] == "Jakarta."
        assert len(server.requests) == 5
        assert set(server.requests[-1].body) == {"model", "messages", "stream", "max_completion_tokens"}


def test_schema_is_sent_and_given_up_by_steps(model: Any, drained: Any) -> None:
    refusals = (
        status(400, "response_format json_schema is not supported"),
        status(400, "response_format is not supported"),
    )
    with serving(*refusals, said("{}")) as server:
        assert drained(model(server.address).stream(ASK, max_tokens=9, schema={"type": "object"}))[0] == "{}"
        formats = [request.body.get("response_format", {}).get("type") for request in server.requests]
    assert formats == ["json_schema", "json_object", None]


def test_same_refusal_twice_is_final(model: Any, drained: Any) -> None:
    with serving(status(400, "temperature is broken")) as server:
        _, _, error = drained(model(server.address).stream(ASK, max_tokens=9))
        assert (error.kind, len(server.requests)) == ("refused", 2)


@pytest.mark.parametrize("script", [endless(event("bla "), 0.02), [SSE_HEAD, 20.0], [20.0]])
def test_closing_closes_the_socket_within_a_second(script: Script, model: Any) -> None:
    with serving(script) as server:
        before = threading.active_count()
        stream = model(server.address).stream(ASK, max_tokens=9)
        next(stream)
        since = time.monotonic()
        stream.close()
        assert server.hung_up.wait(1.5)
        assert time.monotonic() - since < 1.0
    assert threading.active_count() <= before


def test_silence_is_broken_by_empty_pieces(model: Any) -> None:
    with serving([SSE_HEAD, 1.2, event("Hi"), event(finish="stop"), DONE]) as server:
        stream = model(server.address).stream(ASK, max_tokens=9)
        assert [piece for piece in stream if isinstance(piece, str)] == ["", "", "Hi"]


def test_many_at_once(model: Any, drained: Any) -> None:
    with serving(said("A", "B", tail=(usage(1, 1), DONE))) as server:
        asked = model(server.address)
        found: list[Any] = []
        threads = [
            threading.Thread(target=lambda: found.append(drained(asked.stream(ASK, max_tokens=9)))) for _ in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {(text, error) for text, _, error in found} == {("AB", None)}


def test_nothing_of_the_environment_is_sent_or_obeyed(
    model: Any, drained: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, closed_port())
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY", "OPENAI_API_KEY"):
        monkeypatch.setenv(name, "of-somebody-else")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Spy: 1")
    with serving(said("Jakarta.")) as server:
        assert drained(model(server.address).stream(ASK, max_tokens=9))[0] == "Jakarta."
        headers = server.requests[0].headers
    assert set(headers) == {
        "host", "accept", "accept-encoding", "connection", "content-type", "content-length", "user-agent", "authorization",
    }  # fmt: skip
    assert headers["authorization"] == f"Bearer {KEY}"


def test_proxy_of_the_settings_is_used(model: Any, drained: Any) -> None:
    with serving(said("Jakarta.")) as proxy:
        asked = model("http://model.example/v1", proxy=proxy.address.removesuffix("/v1"))
        assert drained(asked.stream(ASK, max_tokens=9))[0] == "Jakarta."
        assert proxy.requests[0].path == "http://model.example/v1/chat/completions"


def test_key_appears_nowhere(model: Any, drained: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(status(401, f"bad key Bearer {KEY} {KEY}"), said("Jakarta.")) as server:
        asked = model(server.address)
        _, _, error = drained(asked.stream(ASK, max_tokens=9))
        drained(asked.stream(ASK, max_tokens=9))
    shown = f"{asked!r} {vars(asked)!r} {error!r} {error.args} {caplog.text}"
    assert KEY not in shown


def test_local_server_needs_no_key(drained: Any) -> None:
    with serving(said("Jakarta.")) as server:
        local = OpenAIChatModel(Settings(base_url=server.address, model="m"))
        assert drained(local.stream(ASK, max_tokens=9))[0] == "Jakarta."
        assert server.requests[0].headers["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    "address", ["localhost:11434/v1", "ftp://a/v1", "http://", "http://u:secret@h/v1", "http://h:x/v1"]
)
def test_address_that_cannot_be_used(address: str) -> None:
    with pytest.raises(SettingsError) as caught:
        checked_address(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("prices", ["1", "a,b", "1,-2", "nan,1", "1,2,3"])
def test_prices_that_cannot_be_used(prices: str) -> None:
    with pytest.raises(SettingsError):
        parsed_rates(prices)


def test_module_does_not_load_the_sdk(root: Path) -> None:
    code = "import sys, bot.llm.openai_model, bot.llm.embedding, bot.answering.generation.generate; print('openai' in sys.modules, 'tiktoken' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, env=os.environ, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_fault_is_no_other_exception(model: Any) -> None:
    with serving(status(500)) as server, pytest.raises(ModelError) as caught:
        list(model(server.address).stream(ASK, max_tokens=9))
    assert caught.value.__context__ is None
