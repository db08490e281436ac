"""Whatever fails, whenever: an article is wholly there or wholly not, and the next run makes good."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.retrieval.indexing.changes import FileRead, PutArticle, RemoveArticle
from bot.retrieval.indexing.indexer import index_folder
from bot.retrieval.storage.files import FileRecord


class Injected(Exception):
    """Stands for a crash at a fault point."""


class FailAfter:
    """Lets `writes` writes pass, then fails at each further one; counts them all."""

    def __init__(self, writes: int | None = None) -> None:
        self.writes = writes
        self.seen = 0

    def __call__(self, _point: str) -> None:
        self.seen += 1
        if self.writes is not None and self.seen > self.writes:
            raise Injected


def before(article: Any) -> Any:
    return [PutArticle(article(i, f"{i} old", "shared words", f"{i} stays")) for i in ("a", "b", "c")]


def changes(article: Any) -> Any:
    record = FileRecord("/news/c.txt", 1, 1, "d")
    return [
        PutArticle(article("a", "a fresh", "shared words", "a stays")),
        RemoveArticle("b"),
        PutArticle(article("c", "c stays", "c fresh", outlet="VNS"), origin=record.path),
        PutArticle(article("d", "d fresh", "shared words"), origin=record.path),
        FileRead(record),
    ]


def state(collection: Any) -> Any:
    """All that is stored and found."""
    words = ("old", "fresh", "stays", "shared")
    return (
        collection.store.articles(),
        collection.store.files(),
        {word: sorted(collection.find(word)) for word in words},
        collection.indexer.inverted.count,
    )


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, opening: Any, article: Any) -> Any:
    """A collection on disk, and its states before and after the changes."""
    folder = tmp_path_factory.mktemp("prepared")
    made = opening(folder / "news.db")
    made.indexer.apply(before(article))
    first = state(made)
    made.close()
    shutil.copytree(folder, folder.with_name("after"))
    counting = FailAfter()
    made = opening(folder.with_name("after") / "news.db", fault=counting)
    opened = counting.seen
    made.indexer.apply(changes(article))
    last = state(made)
    made.close()
    return folder, first, last, counting.seen - opened


def test_every_write_may_fail(prepared: tuple[Path, Any, Any, int], tmp_path: Path, opening: Any, article: Any) -> None:
    folder, first, last, writes = prepared
    assert writes > 20
    assert first != last
    for allowed in range(writes):
        place = tmp_path / str(allowed)
        shutil.copytree(folder, place)
        failing = opening(place / "news.db", fault=FailAfter(allowed))
        with pytest.raises(Injected):
            failing.indexer.apply(changes(article))
        failing.close()
        again = opening(place / "news.db")
        assert state(again) in (first, last), f"neither before nor after when write {allowed + 1} fails"
        again.indexer.apply(changes(article))
        assert state(again) == last, f"does not converge when write {allowed + 1} fails"
        again.close()
        shutil.rmtree(place)


def test_every_write_of_a_first_run_may_fail(tmp_path: Path, opening: Any, article: Any) -> None:
    counting = FailAfter()
    made = opening(tmp_path / "whole.db", fault=counting)
    made.indexer.apply(before(article))
    expected = state(made)
    made.close()
    for allowed in range(counting.seen):
        path = tmp_path / f"{allowed}.db"
        failing = opening(path, fault=FailAfter(allowed))
        with pytest.raises(Injected):
            failing.indexer.apply(before(article))
        failing.close()
        again = opening(path)
        assert len(again.store.articles()) in (0, 3)
        again.indexer.apply(before(article))
        assert state(again) == expected
        again.close()


def test_a_failing_source_of_changes_keeps_what_was_committed(collection: Any, article: Any) -> None:
    def source() -> Iterator[Any]:
        yield PutArticle(article("a", *(f"word {n}" for n in range(4_500))))
        yield PutArticle(article("b", "word"))
        raise StoreError("the source broke")

    with pytest.raises(StoreError, match="the source broke"):
        collection.indexer.apply(source())
    assert [head.source.id for head in collection.store.heads()] == ["a"]
    assert collection.find("4499") == ["a#4500"]


def test_a_full_disk_keeps_the_last_committed_state(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "word a"))])
    with collection.store.connections.configuring() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 40}")

    def source() -> Iterator[Any]:
        for number in range(12):
            yield PutArticle(article(f"n{number}", *(f"word {number} {n} " + "x" * 100 for n in range(500))))

    with pytest.raises(StoreError, match="The disk is full"):
        collection.indexer.apply(source())
    assert collection.store.article("a")
    assert "a#1" in collection.find("word")
    assert all(head.paragraphs in (1, 500) for head in collection.store.heads())
    with collection.store.connections.configuring() as db:
        db.execute("PRAGMA max_page_count = 1073741823")
    assert collection.indexer.apply(source()).added + len(collection.store.heads()) > 12
    assert collection.indexer.inverted.count == 6_001


def spoil(path: Path, first: float, last: float) -> None:
    """Overwrite the pages of a file between two fractions of its length."""
    size, page = path.stat().st_size, 4096
    with path.open("r+b") as file:
        for start in range(int(first * size) // page * page, max(int(last * size), 1), page):
            file.seek(start)
            file.write(b"\xa5" * page)


@pytest.fixture
def forty(tmp_path: Path, opening: Any, article: Any) -> Path:
    made = opening(tmp_path / "news.db")
    made.indexer.apply([PutArticle(article(f"n{i}", *(f"word {i} {n}" for n in range(40)))) for i in range(40)])
    made.close()
    return tmp_path / "news.db"


def test_a_spoilt_header_is_one_sentence(forty: Path, opening: Any) -> None:
    spoil(forty, 0, 0)
    with pytest.raises(StoreError, match=r"news\.db is damaged or not a store: move it away and index .* again\.$"):
        opening(forty)


def test_spoilt_pages_are_one_sentence_when_they_are_read(forty: Path, opening: Any) -> None:
    spoil(forty, 0.1, 0.9)
    with pytest.raises(StoreError, match=r"news\.db is damaged or not a store"):
        opening(forty).store.articles()


def test_a_spoilt_page_leaves_the_others_readable(forty: Path, opening: Any) -> None:
    spoil(forty, 0.999, 1)
    damaged = opening(forty)
    assert damaged.store.paragraph("n0#1").text == "word 0 0"
    damaged.close()


READ_AS_NOBODY = """
import json, os, sys, tantivy, tempfile, shutil
from pathlib import Path
from bot.retrieval.storage.store import Store
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.terms.weighted import WeightedTerm
def split_words(text, language):
    return {"terms": [word.strip(".,!?").lower() for word in text.split()]}
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
store = Store.open(Path(sys.argv[1]))
indexer = Indexer.open(store, split_words, "1")
hits = indexer.inverted.search([WeightedTerm("terms", "word")], 99)
print(json.dumps([store.writable, len(store.articles()), len(hits), indexer.inverted.folder is None]))
"""


def read_only(path: Path, root: Path) -> list[object]:
    """What a process that may not write finds: writable, articles, hits, index in memory."""
    for place, mode in ((path, 0o444), (index_folder(path), 0o555), (path.parent, 0o555)):
        os.chmod(place, mode)
    for folder in path.parent.parents:
        if folder.stat().st_uid == os.getuid() and folder.stat().st_mode & 0o005 != 0o005 and "pytest" in str(folder):
            os.chmod(folder, 0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_AS_NOBODY, str(path)],
            env={"PYTHONPATH": str(root)}, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    finally:
        os.chmod(path.parent, 0o755)
        os.chmod(index_folder(path), 0o755)
        os.chmod(path, 0o644)
    assert done.returncode == 0, done.stderr
    told: list[object] = json.loads(done.stdout)
    return told


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
class TestReadOnlyFolder:
    """A folder that may not be written is searched as it is."""

    @pytest.fixture
    def path(self, tmp_path: Path, opening: Any, article: Any) -> Any:
        path = tmp_path / "shelf" / "news.db"
        made = opening(path)
        made.indexer.apply([PutArticle(article(i, f"word {i}")) for i in "abc"])
        made.close()
        return path

    def test_after_a_clean_close(self, path: Path, root: Path) -> None:
        assert read_only(path, root) == [False, 3, 3, False]

    def test_with_an_unfolded_log(self, path: Path, root: Path, opening: Any, article: Any, tmp_path: Path) -> None:
        made = opening(path)
        made.indexer.apply([PutArticle(article("d", "word d"))])
        shutil.copytree(path.parent, tmp_path / "copy")
        made.close()
        copy = tmp_path / "copy" / "news.db"
        (tmp_path / "copy" / "news.db-shm").unlink()
        assert (tmp_path / "copy" / "news.db-wal").stat().st_size > 0
        assert read_only(copy, root) == [False, 4, 4, False]

    def test_with_a_damaged_index(self, path: Path, root: Path) -> None:
        (index_folder(path) / "meta.json").write_text("{")
        assert read_only(path, root) == [False, 3, 3, True]


def test_twenty_rounds_of_kill(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(root / "benchmarks" / "kill_loop.py"), "--rounds", "20"],
        env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True, timeout=150,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["faults"] == []
    assert report["commits_told"] > 20
    assert done.returncode == 0
