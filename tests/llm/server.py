"""A scripted HTTP server on loopback: each request gets the next script, a list of bytes to send and waits (s)."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

Step = bytes | float
Script = Iterable[Step]

SSE_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


@dataclass
class Request:
    """What a client sent."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class ScriptedServer:
    """Answers by script; remembers the requests, and counts the connections that the client closed early."""

    scripts: list[Script]
    requests: list[Request] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    stopping: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    def answer(self, connection: socket.socket) -> None:
        """Read one request, play the next script (the last one again when they run out), close."""
        with connection:
            request = read_request(connection)
            if request is None:
                return
            self.requests.append(request)
            script = self.scripts[min(len(self.requests), len(self.scripts)) - 1]
            try:
                for step in script:
                    if self.stopping.is_set():
                        return
                    if isinstance(step, bytes):
                        connection.sendall(step)
                    elif self._wait(connection, step):
                        return
            except OSError:
                self.hung_up.set()

    def _wait(self, connection: socket.socket, seconds: float) -> bool:
        """Wait, unless the client hangs up first."""
        connection.settimeout(seconds)
        try:
            gone = connection.recv(1) == b""
        except TimeoutError:
            return False
        finally:
            connection.settimeout(None)
        if gone:
            self.hung_up.set()
        return gone


def read_request(connection: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return None
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    line, *lines = head.decode("latin-1").split("\r\n")
    headers = {k.lower(): v for k, v in (h.split(": ", 1) for h in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    return Request(line.split()[1], headers, json.loads(body) if body else {})


@contextmanager
def serving(*scripts: Script) -> Iterator[ScriptedServer]:
    """A server on a free port of loopback."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(5)
    server = ScriptedServer(list(scripts), address=f"http://127.0.0.1:{listener.getsockname()[1]}/v1")
    threads: list[threading.Thread] = []

    def accept() -> None:
        while not server.stopping.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threads.append(threading.Thread(target=server.answer, args=(connection,), daemon=True))
            threads[-1].start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()
    try:
        yield server
    finally:
        server.stopping.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for thread in [acceptor, *threads]:
            thread.join(2)


def closed_port() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}/v1"


def event(text: str | None = None, finish: str | None = None, **delta: Any) -> bytes:
    """One chunk of a streamed chat completion."""
    said = {**({"content": text} if text is not None else {}), **delta}
    choice = {"index": 0, "delta": said, "finish_reason": finish}
    return data({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]})


def data(value: Any) -> bytes:
    """One server-sent event with a JSON value."""
    return f"data: {json.dumps(value)}\n\n".encode()


def usage(prompt: int, completion: int) -> bytes:
    """The chunk that ends a stream with `include_usage`."""
    tokens = {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}
    return data(
        {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [], "usage": tokens}
    )


DONE = b"data: [DONE]\n\n"


def said(*pieces: str, finish: str | None = "stop", tail: Script = (DONE,)) -> list[Step]:
    """A whole streamed reply."""
    return [SSE_HEAD, *(event(p) for p in pieces), *([event(finish=finish)] if finish else []), *tail]


def status(number: int, message: str = "no", headers: str = "", **error: Any) -> list[Step]:
    """An error answer as OpenAI-compatible servers write it."""
    return document({"error": {"message": message, **error}}, number, headers)


def document(value: Any, code: int = 200, headers: str = "") -> list[Step]:
    """A JSON answer."""
    return plain(json.dumps(value).encode(), "application/json", code, headers)


def plain(body: bytes, kind: str, code: int = 200, headers: str = "") -> list[Step]:
    """An answer of any kind."""
    head = f"HTTP/1.1 {code} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{headers}\r\n"
    return [head.encode() + body]


def endless(piece: bytes, pause: float = 0.0) -> Script:
    """The same again and again until the client hangs up."""

    def play() -> Iterator[Step]:
        yield SSE_HEAD
        for _ in repeat(None):
            yield piece
            if pause:
                yield pause

    return Again(play)


class Again:
    """A script that can be played more than once."""

    def __init__(self, play: Any) -> None:
        self._play = play

    def __iter__(self) -> Iterator[Step]:
        return iter(self._play())
