"""Reads from an endpoint in a thread of its own, so that nothing the other side does can hold the caller."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Callable, Generator, Iterator
from queue import Empty, Full, Queue
from threading import Event, Lock, Thread
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_BACKLOG = 256
_POLL = 0.2
_JOIN = 0.25
_RESET = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""Linger on, for 0 s: closing the socket resets the connection."""


class Line:
    """The socket of one request, which any thread may cut.

    A shutdown wakes a thread that is blocked reading; closing the file descriptor would not.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self.is_cut = Event()

    def attach(self, connection: socket.socket | None) -> None:
        """The request goes over this socket; it is shut at once when the line was cut before."""
        with self._lock:
            self._socket = connection
            if self.is_cut.is_set():
                self._shut()

    def trace(self, event: str, details: dict[str, Any]) -> None:
        """Hears from the HTTP library where a connection was made (https://www.encode.io/httpcore/extensions/#trace)."""
        if event.endswith("connect_tcp.complete"):
            self.attach(details["return_value"].get_extra_info("socket"))

    def cut(self) -> None:
        """Shut the socket, whoever reads from it, or as soon as there is one."""
        with self._lock:
            self.is_cut.set()
            self._shut()

    def _shut(self) -> None:
        if self._socket is None:
            return
        try:
            # A closed window would keep the other side waiting for its next probe: tell it by a reset.
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            # The plain method, also for TLS: it must not touch the TLS state that another thread is reading.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError:
            return  # the other side was faster


class Feed(Generic[T]):
    """The items of a blocking iterator, made in a daemon thread; leaving the `with` block cuts its line.

    `produce` gets the Line to attach its socket to; what it raises is given to `fault`, whose result is the last item.
    """

    def __init__(self, produce: Callable[[Line], Iterator[T]], fault: Callable[[Exception], T]) -> None:
        self._produce, self._fault = produce, fault
        self._line = Line()
        self._queue: Queue[T | None] = Queue(_BACKLOG)
        self.ended = False
        self._thread = Thread(target=self._run, name="model-feed", daemon=True)

    def __enter__(self) -> Feed[T]:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.cut()
        self._thread.join(_JOIN)

    def items(self, left: Callable[[], float], beat: float) -> Generator[T | None, None, None]:
        """The items as they come; None at least every `beat` seconds while none does.

        It stops when nothing is `left()` of the reader's patience (s); `ended` tells that the other side was done.
        """
        while patience := left():
            try:
                item = self._queue.get(timeout=min(patience, beat))
            except Empty:
                yield None
                continue
            if item is None:
                self.ended = True
                return
            yield item

    def _run(self) -> None:
        try:
            for item in self._produce(self._line):
                if not self._put(item):
                    return
        except Exception as error:  # noqa: BLE001 - the edge of a thread: whatever happens is told to the reader
            self._put(self._fault(error))
        self._put(None)

    def _put(self, item: T | None) -> bool:
        """Hands an item over, waiting while the reader is behind; False when the line was cut meanwhile."""
        while not self._line.is_cut.is_set():
            try:
                self._queue.put(item, timeout=_POLL)
            except Full:
                continue
            return True
        return False
