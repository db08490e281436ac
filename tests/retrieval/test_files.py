"""Which files need not be read again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from bot.retrieval.files import UNTRUSTED, FileRecord, Survey, survey

LONG_AGO = 1_700_000_000_000_000_000


def write(path: Path, text: str, mtime_ns: int = LONG_AGO) -> str:
    path.write_text(text)
    os.utime(path, ns=(mtime_ns, mtime_ns))
    return str(path)


@pytest.fixture
def news(tmp_path: Path) -> Any:
    paths = [write(tmp_path / name, text) for name, text in (("a.txt", "one"), ("b.txt", "two"), ("c.txt", "three"))]
    return tmp_path, {path: FileRecord.of(Path(path)) for path in paths}


def test_an_untouched_folder_is_recognised_unread(news: tuple[Path, dict[str, FileRecord]], monkeypatch: pytest.MonkeyPatch) -> None:
    _, records = news
    monkeypatch.setattr("bot.retrieval.files.digest_of", lambda path: pytest.fail(f"read {path}"))
    assert survey(records, records) == Survey(unchanged=tuple(records))


def test_changed_added_and_gone(news: tuple[Path, dict[str, FileRecord]]) -> None:
    folder, records = news
    write(folder / "a.txt", "longer")
    write(folder / "b.txt", "owt", LONG_AGO + 1)
    (folder / "c.txt").unlink()
    new = write(folder / "d.txt", "fresh")
    found = survey(records, [str(folder / "a.txt"), str(folder / "b.txt"), new])
    assert found == Survey(
        changed=(str(folder / "a.txt"), str(folder / "b.txt")), added=(new,), gone=(str(folder / "c.txt"),)
    )


def test_a_touched_file_is_compared_by_content(news: tuple[Path, dict[str, FileRecord]]) -> None:
    folder, records = news
    write(folder / "a.txt", "one", LONG_AGO + 5)
    found = survey(records, records)
    assert [r.mtime_ns for r in found.refreshed] == [LONG_AGO + 5]
    assert (found.changed, len(found.unchanged)) == ((), 2)


def test_a_renamed_file_is_recognised(news: tuple[Path, dict[str, FileRecord]]) -> None:
    folder, records = news
    (folder / "a.txt").rename(folder / "sub.txt")
    found = survey(records, [str(folder / name) for name in ("sub.txt", "b.txt", "c.txt")])
    assert found.moved == ((str(folder / "a.txt"), FileRecord.of(folder / "sub.txt")),)
    assert (found.added, found.gone) == ((), ())


def test_of_two_copies_one_is_the_renamed_file(news: tuple[Path, dict[str, FileRecord]]) -> None:
    folder, records = news
    (folder / "a.txt").rename(folder / "x.txt")
    write(folder / "y.txt", "one")
    found = survey(records, [str(folder / name) for name in ("x.txt", "y.txt", "b.txt", "c.txt")])
    assert [(old, record.path) for old, record in found.moved] == [(str(folder / "a.txt"), str(folder / "x.txt"))]
    assert found.added == (str(folder / "y.txt"),)


def test_a_file_written_a_moment_ago_is_not_trusted_by_its_time(tmp_path: Path) -> None:
    path = Path(write(tmp_path / "a.txt", "one"))
    assert FileRecord.of(path, now_ns=lambda: LONG_AGO + 1).mtime_ns == UNTRUSTED
    record = FileRecord.of(path, now_ns=lambda: LONG_AGO + 3_000_000_000)
    assert record.mtime_ns == LONG_AGO
    hasty = {str(path): FileRecord(str(path), 3, UNTRUSTED, record.digest)}
    write(path, "eno")
    assert survey(hasty, hasty).changed == (str(path),)


def test_a_file_that_cannot_be_read_counts_as_changed(news: tuple[Path, dict[str, FileRecord]]) -> None:
    folder, records = news
    (folder / "a.txt").unlink()
    (folder / "a.txt").mkdir()
    assert survey(records, records).changed == (str(folder / "a.txt"),)


def test_nothing_recorded_and_nothing_there() -> None:
    assert survey({}, []) == Survey()
