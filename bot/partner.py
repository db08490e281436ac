"""A second process for big jobs, on the machine's second core: functions of ours run there, a line of JSON each way.

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
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from typing import IO, Any

Function = Callable[[Any], Any]
"""A function at the top of a module of ours; its argument and result are what JSON can hold."""

PIPE_BYTES = 1_048_576
"""What fits into a pipe (Linux's most for anybody): an answer goes in one piece, or each end waits for the other's turn."""
_PROGRAM = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from bot.partner import work; work()"


class Partner:
    """Runs functions of modules of ours in another process, one call after another.

    `ahead` calls may wait for their answers, which come in the order of the calls. The process takes some tenths of a
    second to start, with the modules of the functions that are `expected`. `start` or the first `ask` does that; calls
    until it is up are refused: the caller goes on alone meanwhile and never waits for it. `answer` gives None when the
    process died or could not start: the caller then does the work itself.
    """

    def __init__(self, *expected: Function, ahead: int = 1) -> None:
        self._expected, self._ahead = expected, ahead
        self._process: subprocess.Popen[bytes] | None = None
        self._failed = not all(map(possible, expected))
        self._up = threading.Event()
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._begun = 0

    @property
    def busy(self) -> bool:
        """Whether as many calls wait for their answers as may."""
        return self._begun >= self._ahead

    @property
    def ready(self) -> bool:
        """Whether the answer to the oldest call is there, so that `answer` need not wait."""
        return not self._lines.empty()

    @property
    def up(self) -> bool:
        """Whether there is a process that can be asked."""
        return self._process is not None and self._up.is_set()

    def start(self) -> None:
        """Start the process where there is none, for calls to come."""
        if self._process is not None or self._failed:
            return
        self._up, self._lines, self._begun = threading.Event(), SimpleQueue(), 0
        try:
            self._process = _started(self._expected)
            threading.Thread(target=_hear, args=(self._process, self._up, self._lines), daemon=True).start()
        except (OSError, ValueError, RuntimeError):
            self._give_up()

    def ask(self, function: Function, value: object) -> bool:
        """Begin a call; False when there is no process yet, it is busy with others or cannot find the function."""
        if self.busy or self._failed or not possible(function):
            return False
        self.start()
        if not self._up.is_set() or self._process is None or self._process.stdin is None:
            return False
        try:
            _write(self._process.stdin, (_name(function), value))
        except (OSError, ValueError, RuntimeError):
            self._give_up()
            return False
        self._begun += 1
        return True

    def wait(self, seconds: float) -> bool:
        """Wait for a process that was started; True when it is up, or has ended."""
        return self._up.wait(seconds)

    def answer(self) -> Any:
        """The result of the oldest call begun; waits for it."""
        self._begun = max(0, self._begun - 1)
        if self._process is None:
            return None
        try:
            return json.loads(self._lines.get())
        except ValueError:
            self._give_up()
            return None

    def close(self) -> None:
        """End the process; what it was doing is dropped. A later call starts another."""
        process, self._process = self._process, None
        self._begun = 0
        if process is not None:
            _end(process)

    def _give_up(self) -> None:
        self._failed = True
        self.close()


def possible(function: Function) -> bool:
    """Is there a second core, and can another process find the function by its name? Not so a lambda or a test's."""
    module, name = _name(function)
    return cores() > 1 and module.startswith("bot.") and name.isidentifier()


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work() -> None:
    """The other process: a line with a function's name and argument in, one with the result out, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in sys.argv[2:]:
        import_module(module)
    _write(sys.stdout.buffer, "up")
    for line in sys.stdin.buffer:
        (module, name), value = json.loads(line)
        try:
            _write(sys.stdout.buffer, getattr(import_module(module), name)(value))
        except BrokenPipeError:
            os._exit(0)  # the caller was killed: nobody is left to be told


def _started(expected: Iterable[Function]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _PROGRAM, json.dumps(sys.path), *(_name(function)[0] for function in expected)]
    try:
        return _piped(command, PIPE_BYTES)
    except PermissionError:  # the machine allows smaller pipes alone
        return _piped(command, -1)


def _piped(command: list[str], size: int) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, bufsize=PIPE_BYTES, pipesize=size)  # noqa: S603


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


def _name(function: Function) -> tuple[str, str]:
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
