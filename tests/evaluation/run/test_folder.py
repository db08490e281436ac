from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import DatasetError
from bot.evaluation.run.folder import CASES, PREDICTIONS, Journal, RunFolder
from bot.evaluation.run.prediction import Prediction, Ranked
from tests.evaluation.conftest import answer


def prediction(name: str) -> Prediction:
    return Prediction(name, "Who?", answer(), (Ranked("bridge#1", "ab"),), None, "", {"answer": 1.5})


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    folder = RunFolder(tmp_path / "run")
    folder.begin({"suite": {}})
    with Journal(folder) as journal:
        for name in ("a", "b"):
            journal.add(prediction(name))
    return folder


def test_what_is_added_reads_back(folder: RunFolder) -> None:
    found = folder.predictions()
    assert found["", "a"].to_dict() == prediction("a").to_dict()
    assert folder.times() == {"a": {"answer": 1.5}, "b": {"answer": 1.5}}


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 400))
def test_a_torn_last_line_does_not_count_and_is_cut_off(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    folder = RunFolder(tmp_path_factory.mktemp("run"))
    with Journal(folder) as journal:
        journal.add(prediction("a"))
        journal.add(prediction("b"))
    path = folder.path / PREDICTIONS
    path.write_bytes(path.read_bytes()[:-cut])
    kept = list(folder.predictions())
    assert kept == [("", "a")] if cut > 1 else [("", "a"), ("", "b")]
    folder.mend()
    assert list(folder.predictions()) == kept
    assert path.read_bytes().endswith(b"\n")
    with Journal(folder) as journal:
        journal.add(prediction("b"))
    assert list(folder.predictions()) == [("", "a"), ("", "b")]


@pytest.mark.parametrize("line", ["{torn", "[]", '{"id": "x"}'])
def test_damage_in_the_middle_is_named_by_line(folder: RunFolder, line: str) -> None:
    path = folder.path / PREDICTIONS
    path.write_text(line + "\n" + path.read_text())
    with pytest.raises(DatasetError, match=r"predictions\.jsonl line 1 is damaged"):
        folder.predictions()


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("the system has no /dev/full")
    (tmp_path / PREDICTIONS).symlink_to(full)
    with Journal(RunFolder(tmp_path)) as journal, pytest.raises(DatasetError, match="cannot be written: No space left"):
        journal.add(prediction("a"))


def test_a_folder_holds_one_run(folder: RunFolder) -> None:
    with pytest.raises(DatasetError, match="holds a run already; --resume"):
        folder.begin({})


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatasetError, match="cannot be made"):
        RunFolder(tmp_path / "file" / "run").begin({})


def test_a_folder_without_a_run_says_so(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    with pytest.raises(DatasetError, match="is not a run: it has no manifest"):
        folder.manifest()
    with pytest.raises(DatasetError, match=r"is not a run: it has no cases\.jsonl"):
        folder.cases()
    folder.write("manifest.json", "[]")
    with pytest.raises(DatasetError, match="is not a JSON object"):
        folder.manifest()


def test_a_failed_write_leaves_the_old_file(folder: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("metrics.json", "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DatasetError, match="No space left"):
        folder.write("metrics.json", "new")
    assert (folder.path / "metrics.json").read_text() == "old"
    assert not list(folder.path.glob(".*.part"))


def test_cases_without_gold_are_damage(folder: RunFolder) -> None:
    folder.write(CASES, json.dumps({"id": "a", "question": "Who?", "answers": ["x"]}) + "\n")
    with pytest.raises(DatasetError, match=r"cases\.jsonl line 1 lacks its gold"):
        folder.cases()
