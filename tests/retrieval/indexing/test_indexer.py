"""Changes in, a searchable collection out; what did not change is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreBusy, StoreError
from bot.retrieval.indexing.changes import FileGone, FileMoved, FileRead, FileTouched, PutArticle, RemoveArticle
from bot.retrieval.indexing.indexer import batches, index_folder
from bot.retrieval.relations.links import Twin, best_twins
from bot.retrieval.relations.near import near_articles
from bot.retrieval.storage.files import FileRecord
from bot.retrieval.storage.resolution import resolve

RECORD = FileRecord("/news/a.txt", 10, 1, "d1")


def test_an_article_is_found_by_its_words(collection: Any, article: Any) -> None:
    report = collection.indexer.apply([PutArticle(article("a", "Lâm was welcomed.", "Trees were planted."))])
    assert (report.added, report.paragraphs, report.analysed) == (1, 2, 2)
    assert collection.find("planted") == ["a#2"]


def test_only_evidence_is_indexed(collection: Any, article: Any) -> None:
    kinds = ("title", "byline", "caption", "promo")
    collection.indexer.apply([PutArticle(article("a", "word one", "word two", "word three", "word four", kinds=kinds))])
    assert collection.find("word") == ["a#1", "a#3"]


def test_an_edit_analyses_the_changed_paragraph_only(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", *(f"text {i}" for i in range(20))))])
    edited = [f"text {i}" for i in range(20)]
    edited[7] = "another text"
    edited.insert(0, "first text")
    report = collection.indexer.apply([PutArticle(article("a", *edited))])
    assert (report.changed, report.paragraphs, report.analysed) == (1, 2, 2)
    assert collection.find("another") == ["a#9"]
    assert collection.find("19") == ["a#21"]
    assert collection.find("7") == []


def test_an_unchanged_article_is_not_analysed(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One."))])
    report = collection.indexer.apply([PutArticle(article("a", "One."))])
    assert (report.unchanged, report.analysed, report.touched) == (1, 0, False)
    assert collection.store.generation == 1


def test_a_new_date_or_outlet_is_seen_by_filters(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One.", outlet="VNS", published=date(2025, 1, 1)))])
    collection.indexer.apply([PutArticle(article("a", "One.", outlet="VTV", published=date(2025, 2, 1)))])
    assert collection.find("one", outlets=("VNS",)) == []
    assert collection.find("one", outlets=("VTV",), since=date(2025, 2, 1)) == ["a#1"]


def test_equal_words_are_indexed_once_and_pass_each_others_filters(collection: Any, article: Any) -> None:
    collection.indexer.apply(
        [PutArticle(article("a", "One.", outlet="VNS")), PutArticle(article("b", "ONE.", outlet="VTV"))]
    )
    assert collection.indexer.inverted.count == 1
    assert collection.find("one") == ["a#1"]
    assert collection.find("one", outlets=("VTV",)) == ["b#1"]
    assert collection.find("one", articles=("b",)) == ["b#1"]


def test_when_the_first_of_equal_words_goes_the_next_speaks(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article(i, "One.", outlet=i)) for i in ("a", "b", "c")])
    collection.indexer.apply([RemoveArticle("a")])
    assert collection.find("one") == ["b#1"]
    assert collection.find("one", outlets=("a",)) == []
    collection.indexer.apply([PutArticle(article("b", "Two."))])
    assert collection.find("one") == ["c#1"]
    assert collection.indexer.inverted.count == 2


def test_a_promo_line_with_the_same_words_does_not_speak(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One.", kinds=("promo",))), PutArticle(article("b", "One."))])
    assert collection.find("one") == ["b#1"]


def test_an_article_in_the_same_batch_may_change_twice(collection: Any, article: Any) -> None:
    collection.indexer.apply([
        PutArticle(article("a", "One.")), PutArticle(article("a", "Two.")), RemoveArticle("a"),
        PutArticle(article("a", "Three.")), RemoveArticle("none"),
    ])  # fmt: skip
    assert [collection.find(word) for word in ("one", "two", "three")] == [[], [], ["a#1"]]


def test_what_a_file_no_longer_holds_goes(collection: Any, article: Any) -> None:
    put = [PutArticle(article(i, f"word {i}"), origin=RECORD.path) for i in "abc"]
    collection.indexer.apply([*put, FileRead(RECORD)])
    report = collection.indexer.apply([PutArticle(article("b", "word b"), origin=RECORD.path), FileRead(RECORD)])
    assert (report.removed, report.unchanged, report.files) == (2, 1, 1)
    assert collection.store.origins() == {"b": RECORD.path}
    assert collection.find("word") == ["b#1"]


def test_a_large_file_spreads_over_batches(collection: Any, article: Any) -> None:
    put = [PutArticle(article(f"a{i}", *(f"word {i} {n}" for n in range(900))), origin=RECORD.path) for i in range(7)]
    grew = []
    report = collection.indexer.apply([*put, FileRead(RECORD)], lambda so_far: grew.append(so_far.added))
    assert grew == [5, 7]
    assert (report.removed, collection.indexer.inverted.count) == (0, 6300)


def test_a_renamed_file_keeps_its_articles_and_their_ids(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One.", file="a.txt"), origin=RECORD.path), FileRead(RECORD)])
    moved = FileRecord("/news/b.txt", 10, 2, "d1")
    report = collection.indexer.apply([FileMoved(RECORD.path, moved, "b.txt")])
    assert (report.moved, report.analysed) == (1, 0)
    assert collection.store.article("a").source.file == "b.txt"
    assert collection.store.files() == {"/news/b.txt": moved}
    assert collection.find("one") == ["a#1"]
    again = collection.indexer.apply(
        [PutArticle(article("a", "One.", file="b.txt"), origin="/news/b.txt"), FileRead(moved)]
    )
    assert (again.paragraphs, again.analysed, again.removed) == (0, 0, 0)


def test_a_vanished_file_takes_its_articles_along(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One."), origin=RECORD.path), FileRead(RECORD)])
    collection.indexer.apply([PutArticle(article("b", "Two."))])
    report = collection.indexer.apply([FileGone(RECORD.path)])
    assert report.removed == 1
    assert collection.store.files() == {}
    assert (collection.find("one"), collection.find("two")) == ([], ["b#1"])


def test_a_touched_file_only_has_its_record_renewed(collection: Any) -> None:
    collection.indexer.apply([FileRead(RECORD)])
    later = FileRecord(RECORD.path, 10, 99, "d1")
    report = collection.indexer.apply([FileTouched(later)])
    assert collection.store.files() == {RECORD.path: later}
    assert not report.touched


def test_files_are_listed_by_folder(collection: Any) -> None:
    paths = ("/news/a.txt", "/news/sub/b.txt", "/newsletter/c.txt")
    collection.indexer.apply([FileRead(FileRecord(path, 1, 1, "d")) for path in paths])
    assert list(collection.store.files("/news")) == ["/news/a.txt", "/news/sub/b.txt"]
    assert list(collection.store.files("/news/", "/newsletter/c.txt")) == sorted(paths)


def signed(article: Any, *texts: str, sign: int) -> PutArticle:
    return PutArticle(article(*texts), signature=bytes([sign]) * 512)


def test_near_copies_are_looked_for_where_something_changed(collection: Any, article: Any) -> None:
    asked = []

    def find_near(signatures: bytes, fresh: Any) -> Any:
        signs = signatures[::512]
        asked.append((signs, list(fresh)))
        pairs = [(a, b) for a in range(len(signs)) for b in range(a) if signs[a] == signs[b] and (fresh[a] or fresh[b])]
        return [(a, b, 0.9) for a, b in pairs]

    collection.indexer.find_near = find_near
    collection.indexer.apply([signed(article, "a", "One.", sign=1), signed(article, "b", "One!", sign=1)])
    collection.indexer.apply([signed(article, "c", "Uno.", sign=1), PutArticle(article("short", "No."))])
    assert near_articles(collection.store) == {
        "a": (("b", 0.9), ("c", 0.9)), "b": (("a", 0.9), ("c", 0.9)), "c": (("a", 0.9), ("b", 0.9)),
    }  # fmt: skip
    collection.indexer.apply([signed(article, "b", "Another.", sign=2)])
    collection.indexer.apply([])
    assert near_articles(collection.store) == {"a": (("c", 0.9),), "c": (("a", 0.9),)}
    assert asked == [(b"\1\1", [True, True]), (b"\1\1\1", [False, False, True]), (b"\1\2\1", [False, True, False])]
    collection.indexer.apply([RemoveArticle("c")])
    assert near_articles(collection.store) == {}


def test_batches_hold_some_thousand_paragraphs(article: Any) -> None:
    changes = [PutArticle(article(f"a{i}", *(["text"] * 1000))) for i in range(9)]
    assert [len(batch) for batch in batches(changes)] == [4, 4, 1]
    assert list(batches([])) == []


def test_opening_again_finds_the_index_as_it_was(tmp_path: Path, opening: Any, article: Any) -> None:
    first = opening(tmp_path / "news.db")
    first.indexer.apply([PutArticle(article("a", "One."))])
    first.close()
    times = {f.name: f.stat().st_mtime_ns for f in index_folder(tmp_path / "news.db").iterdir()}
    second = opening(tmp_path / "news.db")
    assert second.find("one") == ["a#1"]
    second.close()
    assert {f.name: f.stat().st_mtime_ns for f in index_folder(tmp_path / "news.db").iterdir()} == times


def test_another_analyser_rebuilds_the_index(tmp_path: Path, opening: Any, article: Any) -> None:
    first = opening(tmp_path / "news.db")
    first.indexer.apply([PutArticle(article("a", "One."))])
    first.close()
    second = opening(tmp_path / "news.db", version="2")
    assert second.find("one") == ["a#1"]
    second.close()


def test_an_index_of_another_store_is_not_believed(tmp_path: Path, opening: Any, article: Any) -> None:
    for name, word in (("one.db", "one"), ("two.db", "two")):
        made = opening(tmp_path / name)
        made.indexer.apply([PutArticle(article("a", word))])
        made.close()
    (tmp_path / "one.db").unlink()
    (tmp_path / "two.db").rename(tmp_path / "one.db")
    mixed = opening(tmp_path / "one.db")
    assert (mixed.find("one"), mixed.find("two")) == ([], ["a#1"])
    mixed.close()


def test_an_older_copy_of_the_store_rebuilds_the_index(tmp_path: Path, opening: Any, article: Any) -> None:
    path = tmp_path / "news.db"
    made = opening(path)
    made.indexer.apply([PutArticle(article("a", "One."))])
    made.close()
    backup = path.read_bytes()
    made = opening(path)
    made.indexer.apply([PutArticle(article("b", "Two."))])
    made.indexer.apply([PutArticle(article("c", "Three."))])
    made.close()
    path.write_bytes(backup)
    restored = opening(path)
    assert (restored.find("one"), restored.find("two")) == (["a#1"], [])
    restored.close()


@pytest.mark.parametrize("damage", ["stamp.json", "meta.json", ".term", ".fast"])
def test_a_damaged_index_is_simply_rebuilt(tmp_path: Path, opening: Any, article: Any, damage: str) -> None:
    made = opening(tmp_path / "news.db")
    made.indexer.apply([PutArticle(article("a", "One."))])
    made.close()
    file = next(f for f in index_folder(tmp_path / "news.db").iterdir() if f.name.endswith(damage))
    file.write_bytes(b"{")
    repaired = opening(tmp_path / "news.db")
    assert repaired.find("one") == ["a#1"]
    repaired.close()


def test_where_the_index_cannot_be_written_it_is_built_in_memory(tmp_path: Path, opening: Any, article: Any) -> None:
    made = opening(tmp_path / "news.db")
    made.indexer.apply([PutArticle(article("a", "One."))])
    made.close()
    folder = index_folder(tmp_path / "news.db")
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    read = opening(tmp_path / "news.db", read_only=True)
    assert read.find("one") == ["a#1"]
    assert not folder.exists()
    with pytest.raises(StoreError, match="read-only"):
        read.indexer.apply([RemoveArticle("a")])
    read.close()


def test_while_another_indexes_the_last_commit_is_served(tmp_path: Path, opening: Any, article: Any) -> None:
    writer = opening(tmp_path / "news.db")
    writer.indexer.apply([PutArticle(article("a", "One."))])
    with writer.store.exclusively(0):
        with writer.store.writing() as transaction:
            transaction.put(article("b", "Two."))
        reader = opening(tmp_path / "news.db", wait=0.01)
        assert (reader.find("one"), reader.find("two")) == (["a#1"], [])
        with pytest.raises(StoreBusy):
            reader.indexer.apply([RemoveArticle("a")])
    reader.indexer.apply([])
    assert (reader.find("two"), writer.find("two")) == (["b#1"], ["b#1"])
    reader.close()
    writer.close()


def test_what_another_process_indexes_is_found_without_opening_again(
    tmp_path: Path, opening: Any, article: Any
) -> None:
    one, two = opening(tmp_path / "news.db"), opening(tmp_path / "news.db")
    one.indexer.apply([PutArticle(article("a", "One."))])
    assert two.find("one") == ["a#1"]
    two.indexer.apply([PutArticle(article("a", "Two."))])
    assert (one.find("one"), one.find("two")) == ([], ["a#1"])
    one.close()
    two.close()


def test_rebuilding_changes_nothing_that_is_found(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article(f"a{i}", f"word {i}", "word")) for i in range(30)])
    before = collection.find("word")
    collection.indexer.catch_up(anew=True)
    assert collection.find("word") == before
    assert collection.indexer.inverted.count == 31


def test_scores_forget_texts_that_were_edited_away(collection: Any, article: Any, opening: Any) -> None:
    for step in range(30):
        collection.indexer.apply([PutArticle(article("a", f"word {step} one", f"word {step} two"))])
    inverted = collection.indexer.inverted
    assert (inverted.count, inverted.dead <= 20) == (2, True)
    assert inverted.document_frequency("terms", "word") == 2


def test_twins_are_looked_for_where_something_changed(tmp_path: Path, opening: Any, article: Any) -> Any:
    asked = []
    made = opening(tmp_path / "news.db")

    def find_twins(article_ids: Any, _partner: Any) -> Any:
        asked.append(list(article_ids))
        return [Twin(1, 2, 0.5), Twin(1, 3, 0.9), Twin(1, 99, 1.0)] if "a" in article_ids else []

    made.indexer.find_twins = find_twins
    made.indexer.apply([PutArticle(article("a", "One.")), PutArticle(article("b", "Một.", "Hai."))])
    assert best_twins(made.store, [3, 1, 2]) == {3: Twin(3, 1, 0.9), 1: Twin(1, 3, 0.9), 2: Twin(2, 1, 0.5)}
    made.indexer.apply([PutArticle(article("b", "Một.", "Ba."))])
    made.indexer.apply([])
    assert asked == [["a", "b"], ["b"]]
    assert best_twins(made.store, [1, 2, 3]) == {}
    made.close()


class TestResolution:
    """A citation given earlier keeps its meaning."""

    @pytest.fixture
    def cited(self, collection: Any, article: Any) -> Any:
        from bot.retrieval.storage.hashing import content_hash

        collection.indexer.apply([PutArticle(article("a", "One.", "Two.", "Three."))])

        def fate(ref: str, text: str) -> Any:
            found = resolve(collection.store, ref, content_hash(text))
            return found.status, found.paragraph and found.paragraph.ref

        return fate

    def test_current(self, cited: Any) -> None:
        assert cited("a#2", "Two.") == ("current", "a#2")

    def test_changed(self, cited: Any, collection: Any, article: Any) -> None:
        collection.indexer.apply([PutArticle(article("a", "One.", "Two, corrected.", "Three."))])
        assert cited("a#2", "Two.") == ("changed", "a#2")

    def test_moved_within_the_article(self, cited: Any, collection: Any, article: Any) -> None:
        collection.indexer.apply([PutArticle(article("a", "Zero.", "One.", "Two.", "Three."))])
        assert cited("a#2", "Two.") == ("moved", "a#3")

    def test_removed_while_others_move_up(self, cited: Any, collection: Any, article: Any) -> None:
        collection.indexer.apply([PutArticle(article("a", "One.", "Three."))])
        assert cited("a#2", "Two.") == ("removed", None)

    def test_removed_with_the_article(self, cited: Any, collection: Any) -> None:
        collection.indexer.apply([RemoveArticle("a")])
        assert cited("a#2", "Two.") == ("removed", None)

    def test_moved_to_another_article(self, cited: Any, collection: Any, article: Any) -> None:
        collection.indexer.apply([RemoveArticle("a"), PutArticle(article("b", "Two."))])
        assert cited("a#2", "Two.") == ("moved", "b#1")

    def test_back_again(self, cited: Any, collection: Any, article: Any) -> None:
        collection.indexer.apply([RemoveArticle("a")])
        collection.indexer.apply([PutArticle(article("a", "One.", "Two."))])
        assert cited("a#2", "Two.") == ("current", "a#2")

    def test_never_there(self, cited: Any, collection: Any) -> None:
        assert cited("a#2", "Four.") == ("unknown", None)
        assert cited("no ref", "Two.") == ("unknown", None)
        with pytest.raises(ValueError, match="32 hexadecimal"):
            resolve(collection.store, "a#1", "abcd")
