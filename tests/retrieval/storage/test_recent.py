"""What was read before is as good as what is stored: it goes with the first write, of whoever writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.retrieval.storage import recent
from bot.retrieval.storage.files import FileRecord
from bot.retrieval.storage.store import Store


def read(store: Store) -> tuple[Any, ...]:
    """All that is remembered, as it is read: the article, the paragraph and its voice."""
    return store.article("a"), store.paragraphs([1]), store.voices([1])


@pytest.mark.parametrize("name", ["news.db", None])
def test_what_another_connection_writes_is_seen(name: str | None, tmp_path: Path, article: Any) -> None:
    with_file = tmp_path / name if name else None
    store = Store.open(with_file)
    other = Store.open(with_file) if with_file else store
    for text in ("One.", "Two."):
        with other.writing() as writer:
            writer.put(article("a", text))
        found = store.article("a")
        assert found
        assert found.paragraphs[0].text == text
    with other.writing() as writer:
        writer.remove("a")
    assert read(store) == (None, {}, {})


def test_a_renamed_file_is_seen(tmp_path: Path, article: Any) -> None:
    store = Store.open(tmp_path / "news.db")
    with store.writing() as writer:
        writer.put(article("a", "One.", file="old.txt"), origin="/old.txt")
    read(store)
    with store.writing() as writer:
        writer.move_file("/old.txt", FileRecord("/new.txt", 1, 1, ""), "new.txt")
    found, paragraphs, voices = read(store)
    assert {found.source.file, paragraphs[1].source.file, voices[1].paragraph.source.file} == {"new.txt"}


def test_what_is_taken_back_was_not_remembered(article: Any) -> None:
    store = Store.open(None)

    def fail() -> None:
        with store.writing() as writer:
            writer.put(article("a", "One."))
            assert store.article("a") is not None
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert read(store) == (None, {}, {})


def test_no_more_is_kept_than_there_is_room_for(article: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "MOST", 2)
    store = Store.open(None)
    with store.writing() as writer:
        writer.put(article("a", "One.", "Two.", "Three."))
    for rowid in (1, 2, 3, 1):
        assert list(store.paragraphs([rowid])) == [rowid]
        assert len(store._recent.paragraphs) <= 2
