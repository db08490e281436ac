"""The questions that teach the confidence are held to their form; no text of theirs is measured."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted((ROOT / "training" / "news").glob("*/"))


def rows(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_answer_is_a_sentence_of_its_report(folder: Path) -> None:
    reports = {file.name: file.read_text("utf-8") for file in (folder / "corpus").iterdir()}
    asked = rows(folder / "questions.jsonl")
    assert len(asked) == 180
    assert {name.rsplit("-", 1)[1] for name in reports} == {"en.txt", "vi.txt"}
    told = [(e["article"], e["quote"]) for row in asked for e in row["evidence"]]  # type: ignore[attr-defined]
    assert [(article, quote) for article, quote in told if quote not in reports[article]] == []
    assert [row["id"] for row in asked if bool(row["evidence"]) is not row["answerable"]] == []


def test_none_of_it_is_measured() -> None:
    taught = {str(row["question"]) for folder in FOLDERS for row in rows(folder / "questions.jsonl")}
    measured = {str(row.get("question")) for file in (ROOT / "evals").glob("*/*.jsonl") for row in rows(file)}
    assert len(taught) > 1000
    assert len(measured) > 3000
    assert sorted(taught & measured) == []
