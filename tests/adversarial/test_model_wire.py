"""G: what comes over the wire. Whatever an endpoint sends, the end is a checked answer or the articles' own words."""

from __future__ import annotations

import gzip
import json
import resource
import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.models import Answer
from tests.adversarial.product import WELCOME_EN, sound
from tests.llm.server import DONE, SSE_HEAD, Script, ScriptedServer, data, document, event, plain, said

Ask = Callable[..., tuple[Answer, ScriptedServer]]
SENTENCE = "They were welcomed by ASEAN Secretary-General Kao Kim Hourn"
REPLY = f"{SENTENCE} [1]."
STOP = event(finish="stop")
STREAM = event(REPLY) + STOP + DONE
WHOLE = {"choices": [{"index": 0, "message": {"role": "assistant", "content": REPLY}, "finish_reason": "stop"}]}


def head(kind: str = "text/event-stream", first: str = "HTTP/1.1 200 OK", more: str = "") -> bytes:
    typed = f"Content-Type: {kind}\r\n" if kind else ""
    return f"{first}\r\n{typed}Connection: close\r\n{more}\r\n".encode()


def message(content: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "message": {"content": content}, "finish_reason": "stop"}]}


def chunk(*choices: Any, **more: Any) -> bytes:
    return data({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices, **more})


RAW = (
    "data: "
    + json.dumps({"choices": [{"index": 0, "delta": {"content": f"Tô Lâm planted a tree [1]. {REPLY}"}}]}, ensure_ascii=False)
    + "\n\n"
).encode()  # fmt: skip
BYTES = [RAW[i : i + 5] for i in range(0, len(RAW), 5)]

GOOD: dict[str, Script] = {
    "a letter at a time": [SSE_HEAD, *map(event, REPLY), STOP, DONE],
    "a byte at a time": [SSE_HEAD, *(bytes([b]) for b in STREAM)],
    "bytes of one letter apart": [SSE_HEAD, *BYTES, STOP, DONE],
    "no type": [head(""), STREAM],
    "type of plain text": [head("text/plain"), STREAM],
    "type of bytes": [head("application/octet-stream"), STREAM],
    "HTTP 1.0": [head(first="HTTP/1.0 200 OK"), STREAM],
    "gzip": [head(more="Content-Encoding: gzip\r\n"), gzip.compress(STREAM)],
    "an encoding that is none": [head(more="Content-Encoding: zstdx\r\n"), STREAM],
    "carriage returns": [SSE_HEAD, STREAM.replace(b"\n", b"\r\n")],
    "no blank behind the colon": [SSE_HEAD, STREAM.replace(b"data: ", b"data:")],
    "comments": [SSE_HEAD, b": hello\n\n", event(REPLY), b": still here\n\n", STOP, DONE],
    "no [DONE]": [SSE_HEAD, event(REPLY), STOP],
    "no last line break": [SSE_HEAD, event(REPLY), STOP, b"data: [DONE]"],
    "text behind [DONE]": [SSE_HEAD, STREAM, event(" They went to Bangkok [1]."), STOP],
    "a length that was never sent": [head(more="Content-Length: 99999\r\n"), STREAM],
    "the role first": [SSE_HEAD, event(role="assistant"), STREAM],
    "an end of its own": [SSE_HEAD, event(REPLY), event(finish="eos"), DONE],
    "chunks that are none": [SSE_HEAD, data("hi"), data([1]), data(None), data({"choices": None}), STREAM],
    "two answers, one kept": [SSE_HEAD, *(chunk(*({"index": i, "delta": {"content": t}} for i in (1, 0))) for t in (SENTENCE, " [1].")), STOP, DONE],
    "two answers in turn": [SSE_HEAD, *(chunk({"index": i, "delta": {"content": t}}) for t in (SENTENCE, " [1].") for i in (0, 1)), STOP, DONE],
    "text in parts": [SSE_HEAD, event(content=[{"type": "text", "text": REPLY}]), STOP, DONE],
    "usage in words": [SSE_HEAD, event(REPLY), STOP, chunk(usage={"prompt_tokens": -5, "completion_tokens": "many"}), DONE],
    "usage beyond belief": [SSE_HEAD, event(REPLY), STOP, chunk(usage={"prompt_tokens": 10**30, "completion_tokens": 1}), DONE],
    "one document": document(WHOLE),
    "one document in parts": document(message([{"type": "text", "text": SENTENCE}, {"type": "text", "text": " [1]."}, 5])),
    "one document with odd usage": document({**WHOLE, "usage": {"prompt_tokens": "x"}}),
    "one document with usage in words": document({**WHOLE, "usage": "many"}),
}  # fmt: skip


@pytest.mark.parametrize("script", GOOD.values(), ids=list(GOOD))
def test_a_whole_reply_is_read_however_it_is_sent(ask_model: Ask, script: Script) -> None:
    answer, _ = ask_model(WELCOME_EN, script)
    told = sound(answer)
    assert (told["answered_by"], told["notices"]) == ("m", [])
    assert told["statements"][-1]["text"] == f"{SENTENCE}."
    assert "Bangkok" not in told["answer"]
    assert 0 < told["usage"]["prompt_tokens"] < 10**6


BAD: dict[str, Script] = {
    "an image": [head("image/png"), b"\x89PNG\r\n\x1a\n" * 100],
    "events called JSON": [head("application/json"), STREAM],
    "JSON called events": [SSE_HEAD, json.dumps(WHOLE).encode()],
    "broken gzip": [head(more="Content-Encoding: gzip\r\n"), b"\x1f\x8bjunk" * 50],
    "a redirect": [b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/v1\r\nContent-Length: 0\r\n\r\n"],
    "a redirect to nowhere": [b"HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n"],
    "no content": [b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"],
    "a status of its own": [head(first="HTTP/1.1 999 Weird"), STREAM],
    "not HTTP": [b"SSH-2.0-OpenSSH_9.0\r\n"],
    "a TLS alert": [b"\x15\x03\x01\x00\x02\x02\x46"],
    "a heap of headers": [head(more="".join(f"X-{i}: {'a' * 1000}\r\n" for i in range(2000))), STREAM],
    "a header without an end": [b"HTTP/1.1 200 OK\r\nX: " + b"a" * 3_000_000],
    "a broken chunk": [head(more="Transfer-Encoding: chunked\r\n"), b"ZZ\r\nabc\r\n"],
    "too short a length": [head(more="Content-Length: 20\r\n"), STREAM],
    "broken UTF-8": [SSE_HEAD, event(REPLY)[:30] + b"\xff\xfe" + event(REPLY)[30:], STOP, DONE],
    "[DONE] alone": [SSE_HEAD, DONE, STREAM],
    "an error event": [SSE_HEAD, event("They were"), b'event: error\ndata: {"message": "overloaded"}\n\n'],
    "a delta of nothing": [SSE_HEAD, chunk({"index": 0, "delta": None}), STREAM],
    "choices of words": [SSE_HEAD, data({"choices": "none"}), STREAM],
    "only the second answer": [SSE_HEAD, chunk({"index": 1, "delta": {"content": REPLY}}), STOP, DONE],
    "a function call": [SSE_HEAD, event(function_call={"name": "x", "arguments": "{}"}), event(finish="function_call"), DONE],
    "a refusal": [SSE_HEAD, event(refusal="I cannot."), STOP, DONE],
    "an error with 200": document({"error": {"message": "overloaded"}}),
    "an error in a word": document({"error": "overloaded"}),
    "a detail": document({"detail": "no such model"}),
    "an empty object": document({}),
    "a string": document("hello"),
    "a number": document(5),
    "no body": plain(b"", "application/json"),
    "content null": document(message(None)),
    "content a number": document(message(5)),
    "no message": document({"choices": [{}]}),
    "choices null": document({"choices": None}),
    "a choice that is a word": document({"choices": ["abc"]}),
    "a message that is a word": document({"choices": [{"message": "abc"}]}),
    "pieces twice": [SSE_HEAD, *(event(t) for t in ("They were ", "They were ", SENTENCE[10:], SENTENCE[10:], " [1].")), STOP, DONE],
    "ever longer pieces": [SSE_HEAD, *(event(REPLY[:i]) for i in range(5, len(REPLY), 10)), STOP, DONE],
    "a heap of text": [SSE_HEAD, event("They were there. " * 100_000), STOP, DONE],
}  # fmt: skip


@pytest.mark.parametrize("script", BAD.values(), ids=list(BAD))
def test_what_cannot_be_read_gives_way(ask_model: Ask, script: Script) -> None:
    started = time.monotonic()
    answer, server = ask_model(WELCOME_EN, script, deadline=5.0)
    assert time.monotonic() - started < 6
    assert len(server.requests) == 1
    told = sound(answer)
    assert (told["answered_by"], told["outcome"]) == ("extractive", "answered")
    assert "Kao Kim Hourn" in told["answer"]
    assert len(told["notices"]) == 1


@pytest.mark.parametrize("kind", ["text/event-stream", "application/json"])
def test_a_bomb_costs_little(ask_model: Ask, kind: str) -> None:
    bomb = gzip.compress(b" " * 150_000_000, 1)
    ask_model(WELCOME_EN, said(REPLY))  # what the first request loads is not the bomb's
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer, _ = ask_model(WELCOME_EN, [head(kind, more="Content-Encoding: gzip\r\n"), bomb], deadline=5.0)
    assert sound(answer)["answered_by"] == "extractive"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kB


def test_nothing_of_a_failed_reply_is_remembered(ask_model: Ask) -> None:
    for script in (BAD["pieces twice"], said("They were welcomed", finish="length")):
        answer, server = ask_model(WELCOME_EN, script, said(REPLY))
        assert answer.answered_by == "extractive"
        again, other = ask_model(WELCOME_EN, said(REPLY))
        assert (again.answered_by, len(server.requests), len(other.requests)) == ("m", 1, 1)


def test_a_vietnamese_reader_is_told_in_vietnamese(ask_model: Ask) -> None:
    answer, _ = ask_model("Ai đã đón Tổng Bí thư Tô Lâm?", BAD["an error with 200"])
    (notice,) = answer.notices
    assert "(lỗi máy chủ)" in notice
