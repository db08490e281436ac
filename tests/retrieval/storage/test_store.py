"""The store: what goes in comes out, versions are told apart, damage is said in one sentence."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreBusy, StoreError, StoreTooNew
from bot.models import Filters
from bot.retrieval.storage.schema import STEPS, bring_up_to_date
from bot.retrieval.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Any]:
    opened = Store.open(tmp_path / "news.db")
    yield opened
    opened.close()


def put(store: Store, *articles: Any) -> None:
    with store.writing() as writer:
        for one in articles:
            writer.put(one)


def test_an_article_comes_back_as_it_went_in(store: Any, article: Any) -> None:
    given = article(
        "vtv-aseán 1", "Tiêu đề.", "Đoàn thăm Jakarta.", kinds=("title", "body"), language="vi", title="Tiêu đề",
        outlet="VTV", published=date(2025, 3, 10), url="https://vtv.vn/1", file="a b/ế.txt",
    )  # fmt: skip
    put(store, given)
    assert store.article("vtv-aseán 1") == given
    assert store.articles() == (given,)
    assert store.paragraph("vtv-aseán 1#2") == given.paragraphs[1]


def test_it_is_there_after_closing_and_opening(tmp_path: Path, article: Any) -> None:
    first = Store.open(tmp_path / "deep" / "er" / "Tin tức.db")
    put(first, article("a", "One."))
    first.close()
    second = Store.open(tmp_path / "deep" / "er" / "Tin tức.db", read_only=True)
    assert [head.source.id for head in second.heads()] == ["a"]
    assert second.id == first.id
    second.close()


def test_heads_are_listed_by_id_with_their_number_of_paragraphs(store: Any, article: Any) -> None:
    put(store, article("b", "One.", "Two."), article("a", "Three."))
    assert [(head.source.id, head.paragraphs) for head in store.heads()] == [("a", 1), ("b", 2)]
    assert (store.counts().articles, store.counts().paragraphs) == (2, 3)


@pytest.mark.parametrize(
    "ref", ["", "#", "a", "a#0", "a#2", "a#x", "a#1#1", "a#١", "a#99999999999", "'; DROP TABLE x#1"]
)
def test_a_ref_that_names_nothing_is_none(store: Any, article: Any, ref: str) -> None:
    put(store, article("a", "One."))
    assert store.paragraph(ref) is None


def test_paragraphs_by_rowid_keep_the_order_asked_and_share_their_source(store: Any, article: Any) -> None:
    put(store, article("a", "One.", "Two.", "Three."))
    found = store.paragraphs([3, 99, 1])
    assert [(rowid, p.number) for rowid, p in found.items()] == [(3, 3), (1, 1)]
    assert found[3].source is found[1].source


def test_an_edit_keeps_the_rowids_of_what_did_not_change(store: Any, article: Any) -> None:
    put(store, article("a", "One.", "Two.", "Three."))
    put(store, article("a", "Zero.", "One.", "Two!", "Three."))
    assert {rowid: (p.number, p.text) for rowid, p in store.paragraphs(range(1, 9)).items()} == {
        1: (2, "One."), 3: (4, "Three."), 4: (1, "Zero."), 5: (3, "Two!"),
    }  # fmt: skip


def test_a_rowid_is_never_used_twice(store: Any, article: Any) -> None:
    put(store, article("a", "One."))
    with store.writing() as writer:
        writer.remove("a")
    put(store, article("a", "Two."))
    assert list(store.paragraphs([1, 2])) == [2]


def test_putting_the_same_article_again_writes_nothing(store: Any, article: Any) -> None:
    put(store, article("a", "One."))
    before = store.generation
    with store.writing() as writer:
        assert writer.put(article("a", "One.")).outcome == "unchanged"
    assert store.generation == before == 1


def test_a_transaction_that_raises_leaves_nothing(store: Any, article: Any) -> None:
    def fail() -> None:
        with store.writing() as writer:
            writer.put(article("a", "One."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.counts().articles == 0
    assert store.generation == 0


def test_equal_words_are_one_voice(store: Any, article: Any) -> None:
    put(
        store,
        article("a", "“Hòa bình” – 5%.", "Other.", outlet="VTV", language="vi"),
        article("b", '"Hoà  bình" - 5%.', outlet="VNS", language="vi"),
    )
    voice = store.voices([1])[1]
    assert (voice.paragraph.ref, voice.also_in) == ("a#1", ("b#1",))
    chosen = store.voices([1], Filters(outlets=("VNS",)))[1]
    assert (chosen.paragraph.ref, chosen.also_in) == ("b#1", ("a#1",))
    assert store.voices([1], Filters(outlets=("AFP",))) == {}


def test_a_line_of_a_thousand_articles_is_found_in_the_last(store: Any, article: Any) -> None:
    put(store, *(article(f"n{i:04}", "Read more.", outlet=f"outlet {i}") for i in range(200)))
    voice = store.voices([1], Filters(outlets=("outlet 199",)))[1]
    assert voice.paragraph.ref == "n0199#1"
    assert len(voice.also_in) == 20


def test_a_store_in_memory_needs_no_file(article: Any) -> None:
    store = Store.open(None)
    put(store, article("a", "One."))
    kept = store.paragraph("a#1")
    assert kept is not None
    assert kept.text == "One."
    store.close()


def test_it_opens_in_milliseconds(tmp_path: Path, article: Any) -> None:
    first = Store.open(tmp_path / "news.db")
    put(first, *(article(f"a{i}", *(f"Text {i} {n}." for n in range(10))) for i in range(300)))
    first.close()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        Store.open(tmp_path / "news.db").close()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1


def test_reading_goes_on_while_another_writes(store: Any, article: Any) -> None:
    put(store, article("a", "One."))
    seen = []
    with store.writing() as writer:
        writer.put(article("b", "Two."))
        reader = threading.Thread(target=lambda: seen.append(store.counts().articles))
        reader.start()
        reader.join(5)
    assert seen == [1]
    assert store.counts().articles == 2


def test_many_threads_read_at_once(store: Any, article: Any) -> None:
    put(store, *(article(f"a{i}", f"Text {i}.") for i in range(50)))
    wrong = []

    def read(number: int) -> None:
        for i in range(50):
            if store.paragraph(f"a{(i + number) % 50}#1").text != f"Text {(i + number) % 50}.":
                wrong.append(i)

    threads = [threading.Thread(target=read, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert wrong == []


def test_one_indexer_at_a_time(tmp_path: Path) -> None:
    one, two = Store.open(tmp_path / "news.db"), Store.open(tmp_path / "news.db")
    with (
        one.exclusively(0),
        pytest.raises(StoreBusy, match=r"Another process is indexing into .*news\.db"),
        two.exclusively(0.05),
    ):
        pass
    with two.exclusively(0):
        pass
    one.close()
    two.close()


def test_a_later_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Store.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    db.close()
    with pytest.raises(StoreTooNew, match="later version"):
        Store.open(path)


def test_an_older_schema_is_migrated_and_keeps_its_articles(tmp_path: Path, article: Any) -> None:
    path = tmp_path / "news.db"
    first = Store.open(path)
    put(first, article("a", "One."))
    first.close()
    steps = (*STEPS, "ALTER TABLE articles ADD COLUMN byline TEXT;\nUPDATE articles SET byline = 'TTXVN';\n")
    db = sqlite3.connect(path, isolation_level=None)
    bring_up_to_date(db, path, steps)
    assert db.execute("SELECT id, byline FROM articles").fetchall() == [("a", "TTXVN")]
    assert db.execute("PRAGMA user_version").fetchone() == (len(steps),)
    db.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Store.open(path).close()
    db = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        bring_up_to_date(db, path, (*STEPS, "CREATE TABLE half (x);\nNO SUCH STATEMENT;\n"))
    assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    db.close()
    Store.open(path).close()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE photos (x)")
    db.close()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("photos",)]
    db.close()


def test_a_text_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_text("Just a text, long enough to hold a header. " * 50)
    with pytest.raises(StoreError, match="damaged or not a store"):
        Store.open(path)
    assert path.read_text().startswith("Just a text")


def test_a_folder_or_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="There is no index"):
        Store.open(tmp_path / "none.db", read_only=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path / "file" / "news.db")


def test_reading_only_refuses_to_write(tmp_path: Path, article: Any) -> None:
    Store.open(tmp_path / "news.db").close()
    store = Store.open(tmp_path / "news.db", read_only=True)
    with pytest.raises(StoreError, match="read-only"), store.writing():
        pass
    with pytest.raises(StoreError, match="read-only"), store.exclusively(0):
        pass
    store.close()


def test_the_version_that_made_it_is_recorded(store: Any) -> None:
    assert store.meta("trich")
    assert store.meta("no such fact") == ""


def test_leads_are_the_first_body_paragraphs_newest_first(store: Any, article: Any) -> None:
    old = article(
        "old", "Title.", "Rain fell.", "It stopped.", kinds=("title", "body", "body"), published=date(2020, 1, 1)
    )
    new = article("new", "Snow fell.", published=date(2021, 1, 1), language="vi")
    put(store, old, new, article("bare", "Title.", kinds=("title",)))
    assert [v.paragraph.text for v in store.leads(2).values()] == ["Snow fell.", "Rain fell."]
    assert [v.paragraph.text for v in store.leads(2, Filters(articles=("old",))).values()] == ["Rain fell."]
    assert [v.paragraph.text for v in store.leads(1, Filters(languages=("vi",))).values()] == ["Snow fell."]
    assert not store.leads(1)
