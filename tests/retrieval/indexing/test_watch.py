"""Following a folder: a change is told once, when it is over."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from bot.retrieval.indexing.watch import snapshot, watch

INTERVAL = 0.02


class Watching:
    """A watch in a thread, and what it told so far."""

    def __init__(self, *paths: Any) -> None:
        self.told: list[tuple[str, ...]] = []
        self._stop = threading.Event()
        self._heard = threading.Semaphore(0)
        self._thread = threading.Thread(
            target=watch,
            args=(paths, self._hear),
            kwargs={"interval": INTERVAL, "stop": self._stop, "since": snapshot(paths)},
        )
        self._thread.start()

    def _hear(self, files: tuple[str, ...]) -> None:
        self.told.append(files)
        self._heard.release()

    def wait(self) -> bool:
        return self._heard.acquire(timeout=5)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: Any) -> None:
        self._stop.set()
        self._thread.join(5)
        assert not self._thread.is_alive()


def test_new_changed_and_removed_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    with Watching(tmp_path) as watching:
        file = tmp_path / "sub" / "a.txt"
        file.write_text("one")
        assert watching.wait()
        file.write_text("longer")
        assert watching.wait()
        file.unlink()
        assert watching.wait()
    assert watching.told == [(str(file),)] * 3


def test_a_file_that_still_grows_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with Watching(tmp_path) as watching:
        ticks = threading.Event()
        for length in range(1, 30):
            file.write_text("x" * length)
            ticks.wait(INTERVAL / 4)
        assert watching.wait()
    assert file.stat().st_size == 29
    assert watching.told[-1] == (str(file),)
    assert len(watching.told) < 10


def test_a_missing_folder_is_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    with Watching(folder) as watching:
        folder.mkdir()
        (folder / "a.txt").write_text("one")
        assert watching.wait()
    assert watching.told[-1] == (str(folder / "a.txt"),)


def test_nothing_is_told_of_an_untouched_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    with Watching(tmp_path) as watching:
        threading.Event().wait(INTERVAL * 5)
    assert watching.told == []


def test_what_is_passed_over_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "own.db-terms").mkdir()
    for name in ("a.txt", "own.db", "own.db-terms/meta.json"):
        (tmp_path / name).write_text("one")
    own = {str(tmp_path / name) for name in ("own.db", "own.db-terms")}
    assert [*snapshot([tmp_path], own)] == [str(tmp_path / "a.txt")]
