"""Analysis beside the indexing: one worker process for big jobs, on the machine's second core.

Run as a plain subprocess that exchanges lines of JSON, so a caller's script is never imported a second time (as
multiprocessing's `spawn` does), no thread is forked, and nothing but plain data is exchanged.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import IO

from bot.models import Language

Fields = dict[str, list[str]]
Analyse = Callable[[str, Language], Fields]
"""`bot.language.terms.analyse`: the terms of a text for each field; terms hold no space."""

WORKER_AFTER = 5_000
"""Texts that are analysed at home before a worker is worth its start (about 0.3 s)."""

_PROGRAM = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from bot.retrieval.analyst import work; work()"


class Analyst:
    """Analyses batches of texts in order: `hand_in` one, do other work, `collect` it.

    >>> analyst = Analyst(lambda text, language: {"terms": text.split()})
    >>> analyst.hand_in([("a b", "en")])
    >>> analyst.collect()
    [{'terms': ['a', 'b']}]
    """

    def __init__(self, analyse: Analyse, *, worker_after: int = WORKER_AFTER) -> None:
        self._analyse = analyse
        self._worker_after = worker_after if _cores() > 1 and _importable(analyse) else sys.maxsize
        self._seen = 0
        self._handed: deque[tuple[Sequence[tuple[str, Language]], bool]] = deque()
        self._worker: subprocess.Popen[bytes] | None = None

    def hand_in(self, texts: Sequence[tuple[str, Language]]) -> None:
        """Begin with a batch; a worker takes at most one at a time, further ones are analysed when collected."""
        self._seen += len(texts)
        if self._seen > self._worker_after and self._worker is None:
            self._start()
        busy = any(sent for _, sent in self._handed)
        self._handed.append((texts, not busy and self._send(texts)))

    def collect(self) -> list[Fields]:
        """The terms of the oldest batch handed in, in the order of its texts."""
        texts, sent = self._handed.popleft()
        if sent:
            found = self._receive()
            if found is not None and len(found) == len(texts):
                return found
            self._give_up()
        return [self._analyse(text, language) for text, language in texts]

    def close(self) -> None:
        """Forget what was not collected and end the worker."""
        self._handed.clear()
        worker, self._worker = self._worker, None
        if worker is not None:
            _end(worker)

    def _start(self) -> None:
        command = [sys.executable, "-c", _PROGRAM, json.dumps(sys.path), *_name(self._analyse)]
        try:
            self._worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        except (OSError, ValueError):
            self._worker_after = sys.maxsize

    def _send(self, texts: Sequence[tuple[str, Language]]) -> bool:
        if self._worker is None or self._worker.stdin is None:
            return False
        try:
            _write(self._worker.stdin, texts)
        except OSError:
            self._give_up()
            return False
        return True

    def _receive(self) -> list[Fields] | None:
        if self._worker is None or self._worker.stdout is None:
            return None
        line = self._worker.stdout.readline()
        try:
            found: list[Fields] = json.loads(line)
        except ValueError:
            return None
        return found

    def _give_up(self) -> None:
        """A worker that died is not missed: the rest is analysed at home."""
        worker, self._worker = self._worker, None
        self._worker_after = sys.maxsize
        if worker is not None:
            _end(worker)


def work() -> None:
    """The worker: a line with texts in, a line with their terms out, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    module, name = sys.argv[2:4]
    analyse: Analyse = getattr(import_module(module), name)
    for line in sys.stdin.buffer:
        _write(sys.stdout.buffer, [analyse(text, language) for text, language in json.loads(line)])


def _write(file: IO[bytes], value: object) -> None:
    file.write(json.dumps(value, separators=(",", ":")).encode() + b"\n")
    file.flush()


def _end(worker: subprocess.Popen[bytes]) -> None:
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
    worker.kill()
    worker.wait()


def _name(analyse: Analyse) -> tuple[str, str]:
    return getattr(analyse, "__module__", ""), getattr(analyse, "__qualname__", "")


def _importable(analyse: Analyse) -> bool:
    """Can another process find the function by its name? Not so a lambda or one of a test."""
    module, name = _name(analyse)
    return module.startswith("bot.") and name.isidentifier()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
