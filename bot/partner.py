"""A second process for big jobs, on the machine's second core: a function of ours run there, a line of JSON each way.

Run as a plain subprocess, so a caller's script is never imported a second time (as multiprocessing's `spawn` does), no
thread is forked, and nothing but plain data is exchanged.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from typing import IO, Any, Generic, TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")

_PROGRAM = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from bot.partner import work; work()"


class Partner(Generic[Asked, Told]):
    """Runs a function of a module of ours in another process, one call after another.

    `ahead` calls may wait for their answers, which come in the order of the calls. The process takes some tenths of a
    second to start. `start` or the first `ask` does that; calls until it is up are refused: the caller goes on alone
    meanwhile and never waits for it. `answer` gives None when the process died or could not start: the caller then does
    the work itself. Arguments and results are what JSON can hold.
    """

    def __init__(self, function: Callable[[Asked], Told], *, ahead: int = 1) -> None:
        self._function, self._ahead = function, ahead
        self._process: subprocess.Popen[bytes] | None = None
        self._failed = not possible(function)
        self._up = threading.Event()
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._begun = 0

    @property
    def busy(self) -> bool:
        """Whether as many calls wait for their answers as may."""
        return self._begun >= self._ahead

    def start(self) -> None:
        """Start the process where there is none, for calls to come."""
        if self._process is not None or self._failed:
            return
        try:
            self._process = _started(self._function)
            threading.Thread(target=_hear, args=(self._process, self._up, self._lines), daemon=True).start()
        except (OSError, ValueError, RuntimeError):
            self._give_up()

    def ask(self, value: Asked) -> bool:
        """Begin a call; False when there is no process yet, or it is busy with others."""
        if self.busy or self._failed:
            return False
        self.start()
        if not self._up.is_set() or self._process is None or self._process.stdin is None:
            return False
        try:
            _write(self._process.stdin, value)
        except (OSError, ValueError, RuntimeError):
            self._give_up()
            return False
        self._begun += 1
        return True

    def wait(self, seconds: float) -> bool:
        """Wait for a process that was started; True when it is up, or has ended."""
        return self._up.wait(seconds)

    def answer(self) -> Told | None:
        """The result of the oldest call begun; waits for it."""
        self._begun = max(0, self._begun - 1)
        if self._process is None:
            return None
        try:
            found: Told = json.loads(self._lines.get())
        except ValueError:
            self._give_up()
            return None
        return found

    def close(self) -> None:
        """End the process; what it was doing is dropped."""
        process, self._process = self._process, None
        self._begun = 0
        if process is not None:
            _end(process)

    def _give_up(self) -> None:
        self._failed = True
        self.close()


def possible(function: Callable[..., Any]) -> bool:
    """Is there a second core, and can another process find the function by its name? Not so a lambda or a test's."""
    module, name = _name(function)
    return cores() > 1 and module.startswith("bot.") and name.isidentifier()


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work() -> None:
    """The other process: a line with an argument in, a line with the result out, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    module, name = sys.argv[2:4]
    function = getattr(import_module(module), name)
    _write(sys.stdout.buffer, "up")
    for line in sys.stdin.buffer:
        try:
            _write(sys.stdout.buffer, function(json.loads(line)))
        except BrokenPipeError:
            os._exit(0)  # the caller was killed: nobody is left to be told


def _started(function: Callable[..., Any]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _PROGRAM, json.dumps(sys.path), *_name(function)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603


def _hear(process: subprocess.Popen[bytes], up: threading.Event, lines: SimpleQueue[bytes]) -> None:
    """Takes in the lines of a process as they come, so that it never waits to be heard; an empty one is its end."""
    with suppress(OSError, ValueError):
        if process.stdout is not None:
            process.stdout.readline()
            up.set()
            for line in process.stdout:
                lines.put(line)
    up.set()
    lines.put(b"")


def _name(function: Callable[..., Any]) -> tuple[str, str]:
    return getattr(function, "__module__", ""), getattr(function, "__qualname__", "")


def _write(file: IO[bytes], value: object) -> None:
    file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n")
    file.flush()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
    process.wait()
