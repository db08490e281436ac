"""Follow folders by looking at them again and again: works on every file system, needs no package."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]


def snapshot(paths: Sequence[Path], passed_over: Collection[str] = ()) -> Snapshot:
    """Size in bytes and modification time in ns of every file at or below the paths; links to folders are not followed.

    What vanishes while it is looked at is left out, as is what lies at the absolute paths `passed_over`.
    """
    found: Snapshot = {}
    for path in paths:
        for file in _files(path, passed_over):
            try:
                status = os.stat(file)
            except OSError:
                continue
            found[file] = (status.st_size, status.st_mtime_ns)
    return found


def differences(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """The files that came, went or changed, in order of name.

    >>> differences({"a": (1, 1), "b": (1, 1)}, {"b": (2, 2), "c": (1, 1)})
    ('a', 'b', 'c')
    """
    return tuple(sorted(file for file in before.keys() | after.keys() if before.get(file) != after.get(file)))


def watch(
    paths: Sequence[Path],
    on_change: Callable[[tuple[str, ...]], object],
    *,
    interval: float = 2.0,
    stop: threading.Event,
    passed_over: Collection[str] = (),
    since: Snapshot | None = None,
) -> None:
    """Call `on_change` with the files that came, went or changed since the last call, until `stop` is set.

    Looks every `interval` seconds, and waits for one look without a further change, so that a file is not read while
    it is being copied; what lies at the absolute paths `passed_over` is not looked at. `since` is the state already
    known (default: the state at the call). What `on_change` raises ends the watch.
    """
    known = snapshot(paths, passed_over) if since is None else since
    before = known
    while not stop.wait(interval):
        current = snapshot(paths, passed_over)
        if current == before and current != known:
            changed = differences(known, current)
            known = current
            on_change(changed)
        before = current


def _files(path: Path, passed_over: Collection[str]) -> Iterator[str]:
    if not path.is_dir():
        yield str(path)
        return
    for folder, folders, names in os.walk(path):
        if passed_over:
            folders[:] = [name for name in folders if os.path.abspath(os.path.join(folder, name)) not in passed_over]
        for name in names:
            file = os.path.join(folder, name)
            if not passed_over or os.path.abspath(file) not in passed_over:
                yield file
