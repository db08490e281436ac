"""The inverted index: scores add up, filters hold, odd input is harmless, damage is noticed."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.models import Filters
from bot.retrieval.inverted import Inverted
from bot.retrieval.terms.weighted import BestOf, Filterable, SumOf, WeightedTerm

NOWHERE = Filterable(("a",))


def index_of(rows: dict[int, str], folder: Path | None = None) -> Inverted:
    index = Inverted.open(folder, identity="test")
    if folder:
        index.clear()
    index.add((rowid, NOWHERE, {"terms": text}) for rowid, text in rows.items())
    index.commit(1)
    return index


def bm25(term: str, text: str, texts: list[str]) -> float:
    """Robertson and Zaragoza's formula with k1 1.2 and b 0.75, as an oracle."""
    words = text.split()
    n = sum(term in other.split() for other in texts)
    idf = math.log(1 + (len(texts) - n + 0.5) / (n + 0.5))
    average = sum(len(other.split()) for other in texts) / len(texts)
    frequency = words.count(term)
    return idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * len(words) / average))


TEXTS = {1: "a b c", 2: "a a d", 3: "b e f g h", 4: "c d", 5: "a h h h"}


@pytest.mark.parametrize("term", ["a", "b", "d", "h"])
def test_scores_are_bm25(term: str) -> None:
    index = index_of(TEXTS)
    found = dict(index.search([WeightedTerm("terms", term)], 10))
    expected = {r: bm25(term, t, list(TEXTS.values())) for r, t in TEXTS.items() if term in t.split()}
    assert found == pytest.approx(expected, rel=1e-4)


def test_weights_multiply_and_parts_add_up() -> None:
    index = index_of(TEXTS)
    a, b = (dict(index.search([WeightedTerm("terms", t)], 10)) for t in "ab")
    both = dict(index.search([WeightedTerm("terms", "a", 2.0), WeightedTerm("terms", "b", 0.5)], 10))
    assert both == pytest.approx({r: 2 * a.get(r, 0) + 0.5 * b.get(r, 0) for r in a | b}, rel=1e-4)
    summed = index.search([SumOf((WeightedTerm("terms", "a", 2.0), WeightedTerm("terms", "b", 0.5)))], 10)
    assert dict(summed) == pytest.approx(both)


def test_of_alternatives_the_best_counts() -> None:
    index = index_of(TEXTS)
    a, b = (dict(index.search([WeightedTerm("terms", t)], 10)) for t in "ab")
    best = dict(index.search([BestOf((WeightedTerm("terms", "a"), WeightedTerm("terms", "b")))], 10))
    assert best == pytest.approx({r: max(a.get(r, 0), b.get(r, 0)) for r in a | b}, rel=1e-4)


def test_alternatives_may_be_sums() -> None:
    index = index_of(TEXTS)
    pair = SumOf((WeightedTerm("terms", "b"), WeightedTerm("terms", "c")))
    found = index.search([BestOf((pair, WeightedTerm("terms", "missing")))], 10)
    assert [rowid for rowid, _ in found] == [1, 4, 3]


def test_fields_are_kept_apart() -> None:
    index = Inverted.open(None)
    index.add([(1, NOWHERE, {"terms": "x", "folded": "y"}), (2, NOWHERE, {"bigrams": "x", "grams": "y"})])
    index.commit(1)
    found = {(f, t): [r for r, _ in index.search([WeightedTerm(f, t)], 5)] for f in ("terms", "bigrams", "folded", "grams")
             for t in "xy"}  # fmt: skip
    assert {key: rowids for key, rowids in found.items() if rowids} == {
        ("terms", "x"): [1], ("folded", "y"): [1], ("bigrams", "x"): [2], ("grams", "y"): [2],
    }  # fmt: skip


def test_ties_are_sorted_by_rowid_also_where_the_limit_cuts() -> None:
    index = index_of(dict.fromkeys((90, 7, 55, *range(100, 300), 3), "same words"))
    assert [r for r, _ in index.search([WeightedTerm("terms", "same")], 4)] == [3, 7, 55, 90]


def test_filters() -> Any:
    index = Inverted.open(None)
    index.add([
        (1, Filterable(("a",), ("VNS",), ("en",), (date(2025, 3, 10),)), {"terms": "x"}),
        (2, Filterable(("b", "c"), ("VTV", "V N+S"), ("vi",), (date(2024, 1, 1), date(2026, 1, 1))), {"terms": "x"}),
        (3, Filterable(("d",), (), ("vi",), ()), {"terms": "x"}),
    ])  # fmt: skip
    index.commit(1)

    def passing(**asked: Any) -> Any:
        return [rowid for rowid, _ in index.search([WeightedTerm("terms", "x")], 9, Filters(**asked))]

    assert passing() == [1, 2, 3]
    assert passing(articles=("c", "d")) == [2, 3]
    assert passing(outlets=("V N+S",)) == [2]
    assert passing(outlets=("V",)) == []
    assert passing(languages=("vi",), since=date(2026, 1, 1)) == [2]
    assert passing(until=date(2024, 12, 31)) == [2]
    assert passing(since=date(2025, 3, 10), until=date(2025, 3, 10)) == [1]
    assert passing(articles=("\ud800",)) == []


def test_a_filter_does_not_change_scores() -> None:
    index = index_of(TEXTS)
    query = [WeightedTerm("terms", "a")]
    assert dict(index.search(query, 9, Filters(articles=("a",)))) == pytest.approx(dict(index.search(query, 9)))


@given(st.lists(st.text(max_size=30), max_size=6), st.integers(-3, 50))
def test_odd_terms_and_limits_never_raise(terms: list[str], limit: int) -> None:
    query = [WeightedTerm("terms", term) for term in terms]
    found = ODD.search([*query, BestOf(tuple(query)), SumOf(())], limit)
    assert len(found) <= max(limit, 0)
    assert all(0 <= ODD.document_frequency("terms", term) <= ODD.count for term in terms)


ODD = index_of(TEXTS)


@pytest.mark.parametrize("term", ["", " ", "a b", "\x00", "a*", "terms:a", "\ud800", "x" * 70_000, "(", '"'])
def test_nothing_is_query_syntax(term: str) -> None:
    assert ODD.search([WeightedTerm("terms", term)], 5) == []
    assert ODD.document_frequency("terms", term) == 0


@pytest.mark.parametrize("weight", [0, -1, math.nan, math.inf])
def test_a_weight_is_a_positive_number(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        WeightedTerm("terms", "a", weight)


def test_an_unknown_field_is_refused() -> None:
    unknown: Any = "title"
    with pytest.raises(ValueError, match="a term lies in one of"):
        WeightedTerm(unknown, "a")


def test_document_frequency_and_count() -> None:
    assert (ODD.count, ODD.document_frequency("terms", "a"), ODD.document_frequency("terms", "zz")) == (5, 3, 0)


def test_adding_a_rowid_again_replaces_it_and_deleting_forgets_it(tmp_path: Path) -> None:
    index = index_of({1: "a", 2: "b", 3: "c"}, tmp_path)
    index.add([(2, NOWHERE, {"terms": "new"})])
    index.delete([3, 99])
    assert [r for r, _ in index.search([WeightedTerm("terms", "b")], 5)] == [2]
    index.commit(2)
    index.release()
    assert index.search([WeightedTerm("terms", "b")], 5) == []
    assert [r for r, _ in index.search([WeightedTerm("terms", "new")], 5)] == [2]
    assert (index.count, index.generation) == (2, 2)
    index.close()


def test_what_was_not_committed_is_dropped(tmp_path: Path) -> None:
    index = index_of({1: "a"}, tmp_path)
    index.add([(2, NOWHERE, {"terms": "b"})])
    index.release()
    index.add([(3, NOWHERE, {"terms": "c"})])
    index.commit(2)
    assert [index.document_frequency("terms", t) for t in "abc"] == [1, 0, 1]
    index.close()


def test_another_reader_sees_a_commit(tmp_path: Path) -> None:
    writer = index_of({1: "a"}, tmp_path)
    reader = Inverted.open(tmp_path, identity="test")
    assert reader.generation == 1
    writer.add([(2, NOWHERE, {"terms": "b"})])
    writer.commit(2)
    assert [r for r, _ in reader.search([WeightedTerm("terms", "b")], 5)] == [2]
    assert reader.generation == 2
    writer.close()
    reader.close()


def test_an_index_of_another_identity_counts_as_none(tmp_path: Path) -> None:
    index_of({1: "a"}, tmp_path).close()
    other = Inverted.open(tmp_path, identity="another store")
    assert (other.generation, other.count, other.search([WeightedTerm("terms", "a")], 5)) == (0, 0, [])
    other.close()


@pytest.mark.parametrize("suffix", [".term", ".idx", ".fast", ".fieldnorm", ".store", "meta.json", ".managed.json"])
@pytest.mark.parametrize("damage", ["truncated", "gone"])
def test_a_damaged_index_counts_as_none_and_can_be_made_anew(tmp_path: Path, suffix: str, damage: str) -> None:
    index_of({1: "a", 2: "b"}, tmp_path).close()
    (tmp_path / "mine.txt").write_text("keep")
    file = next(f for f in sorted(tmp_path.iterdir()) if f.name.endswith(suffix))
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    index = Inverted.open(tmp_path, identity="test")
    if index.generation:
        assert suffix in (".store", ".managed.json"), "only what searching never reads may be missed"
    index.clear()
    index.add([(5, NOWHERE, {"terms": "a"})])
    index.commit(7)
    assert (index.generation, index.count) == (7, 1)
    index.close()
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_a_commit_that_a_kill_cut_short_does_not_hinder_the_next(tmp_path: Path) -> None:
    index_of({1: "a", 2: "b", 3: "c"}, tmp_path).close()
    before = (tmp_path / "meta.json").read_bytes()
    killed = Inverted.open(tmp_path, identity="test")
    killed.delete([1])
    killed.commit(2)
    killed.close()
    assert list(tmp_path.glob("*.del")), "this test wants the files that a commit writes before its last step"
    (tmp_path / "meta.json").write_bytes(before)
    index = Inverted.open(tmp_path, identity="test")
    index.delete([2])
    index.commit(3)
    assert [index.document_frequency("terms", "a"), index.count] == [1, 2]
    assert index.search([WeightedTerm("terms", "b")], 5) == []
    index.close()


def test_after_a_failed_commit_nothing_is_stamped(tmp_path: Path) -> None:
    index_of({1: "a", 2: "b"}, tmp_path).close()
    index = Inverted.open(tmp_path, identity="test")
    index.delete([1])
    (tmp_path / "stamp.new").mkdir()
    for _ in range(2):
        with pytest.raises(StoreError, match="written"):
            index.commit(2)
    index.release()
    assert index.generation == 1
    (tmp_path / "stamp.new").rmdir()
    index.delete([1])
    index.commit(2)
    assert (index.generation, index.count) == (2, 1)
    index.close()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    index = Inverted.open(tmp_path / "file" / "index", identity="test")
    assert index.generation == 0
    with pytest.raises(StoreError, match="cannot be made"):
        index.clear()
    with pytest.raises(StoreError, match="not there"):
        index.add([(1, NOWHERE, {})])


def test_writing_beside_another_writer_is_one_sentence(tmp_path: Path) -> None:
    one = index_of({1: "a"}, tmp_path)
    two = Inverted.open(tmp_path, identity="test")
    with pytest.raises(StoreError, match="cannot be written"):
        two.delete([1])
    one.close()
    two.close()
