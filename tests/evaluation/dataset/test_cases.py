from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case, Evidence, Nugget, case_of, read_cases

GOOD = {"id": "a", "question": "Who?", "answers": ["Lâm"]}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xef\xbb\xbf\n" + json.dumps(GOOD).encode() + b"\n\n")
    assert [case.id for case in read_cases(path)] == ["a"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({**GOOD, "anwsers": ["x"]}, "unknown field 'anwsers'"),
        ({**GOOD, "question": " "}, "'question' must be a text"),
        ({**GOOD, "id": 7}, "'id' must be a text"),
        ({**GOOD, "answerable": "yes"}, "'answerable' is true or false"),
        ({**GOOD, "answers": "Lâm"}, "'answers' must be a list"),
        ({**GOOD, "answers": [""]}, "answers must be a list of texts"),
        ({**GOOD, "must_contain": ["Lâm"]}, "must_contain must be a list of texts"),
        ({**GOOD, "lang": "fr"}, "'lang' is 'vi' or 'en'"),
        ({**GOOD, "evidence": [{"article": "x"}]}, "each evidence has an 'article' and a 'quote'"),
        ({**GOOD, "nuggets": [{"weight": 1}]}, "each nugget has a 'text'"),
        ({"id": "a", "question": "Who?"}, "says what a right answer contains"),
        ({**GOOD, "answerable": False, "evidence": [{"article": "x", "quote": "y"}]}, "has no evidence"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, row: dict[str, Any], says: str) -> None:
    path = written(tmp_path / "q.jsonl", json.dumps({**GOOD, "id": "first"}), json.dumps(row))
    with pytest.raises(DatasetError, match=r"^q\.jsonl line 2") as caught:
        read_cases(path)
    assert says in str(caught.value)


@pytest.mark.parametrize("line", ["{", "[]", '"text"', "NaN x", "[" * 100_000])
def test_what_is_no_object_is_named_by_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(DatasetError, match=r"q\.jsonl line 1 is not"):
        read_cases(written(tmp_path / "q.jsonl", line))


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes(json.dumps(GOOD).encode() + b"\n\xe9\n")
    with pytest.raises(DatasetError, match=r"latin\.jsonl line 2 is not UTF-8"):
        read_cases(tmp_path / "latin.jsonl")
    with pytest.raises(DatasetError, match="There is no file"):
        read_cases(tmp_path / "none.jsonl")
    with pytest.raises(DatasetError, match="holds no question"):
        read_cases(written(tmp_path / "empty.jsonl", ""))
    with pytest.raises(DatasetError, match="stands twice"):
        read_cases(written(tmp_path / "twice.jsonl", json.dumps(GOOD), json.dumps(GOOD)))


@given(
    st.builds(
        Case,
        id=TEXT,
        question=TEXT,
        language=st.sampled_from(["vi", "en"]),
        answerable=st.just(True),
        kind=st.sampled_from(["", "list"]),
        must_contain=st.lists(st.lists(TEXT, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
        must_not_contain=TEXTS,
        answers=st.lists(TEXT, min_size=1, max_size=3).map(tuple),
        evidence=st.lists(st.builds(Evidence, TEXT, TEXT), max_size=2).map(tuple),
        history=TEXTS,
        nuggets=st.lists(st.builds(Nugget, TEXT, st.sampled_from([0.5, 1.0])), max_size=2).map(tuple),
        paraphrases=TEXTS,
        split=st.sampled_from(["", "dev"]),
        tags=TEXTS,
        without=TEXTS,
    )
)
def test_a_row_reads_back_as_its_case(case: Case) -> None:
    assert case_of(json.loads(json.dumps(case.to_row())), "x line 1") == case


def test_an_unanswerable_row_reads_back(tmp_path: Path) -> None:
    case = Case("a", "Who?", "en", False)
    assert case_of(case.to_row(), "x") == case
