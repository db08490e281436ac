"""Connections that go to a checked address only and keep to one deadline. The home of httpcore."""

from __future__ import annotations

import queue
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from bot.errors import FetchRefused

Resolve = Callable[[str, int], list[str]]
Allowed = Callable[[str], bool]


class Deadline:
    """A moment by which all must be done; `left` is in seconds."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises FetchRefused when none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchRefused("it took too long")
        return left


class PinnedBackend(httpcore.NetworkBackend):
    """Resolves a host once, refuses it when any of its addresses is not allowed, and connects to what was checked.

    As the checked address itself is dialled, a name that resolves differently a moment later (DNS rebinding) gains
    nothing; TLS still verifies the certificate against the name.
    """

    def __init__(self, deadline: Deadline, resolve: Resolve, allowed: Allowed) -> None:
        self._deadline, self._resolve, self._allowed = deadline, resolve, allowed
        self._dialler = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connects to the first checked address that answers; raises FetchRefused naming an address that is refused."""
        addresses = self._addresses(host, port)
        for address in addresses:
            if not self._allowed(address):
                raise FetchRefused(f"the address {address} is not on the public internet")
        failure: Exception = FetchRefused(f"the name {host} has no address")
        for address in addresses[:4]:
            try:
                stream = self._dialler.connect_tcp(address, port, self._deadline.left(), None, socket_options)
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        """The system's resolver knows no timeout, so it is asked from a thread that may be left behind."""
        answers: queue.Queue[list[str] | FetchRefused] = queue.Queue()

        def ask() -> None:
            """Puts what the resolver says, or its refusal, into `answers`."""
            try:
                answers.put(self._resolve(host, port))
            except FetchRefused as error:
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self._deadline.left())
        except queue.Empty:
            raise FetchRefused(f"the name {host} takes too long to resolve") from None
        if isinstance(answer, FetchRefused):
            raise answer
        return answer

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: only addresses are dialled."""
        raise FetchRefused("a local socket is not fetched from")


class _TimedStream(httpcore.NetworkStream):
    """A stream whose every operation ends by the deadline, so that a drip of bytes cannot prolong it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """At most `max_bytes`; the deadline stands in for `timeout`."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of `buffer`; the deadline stands in for `timeout`."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Ends the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same stream under TLS; the certificate is checked against the name."""
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a stream."""
        return self._stream.get_extra_info(info)
