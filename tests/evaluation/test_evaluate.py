"""The command itself: forms, options, exit statuses, and nothing but JSON on stdout when asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.evaluation.run.folder import RunFolder

Captured = pytest.CaptureFixture[str]


def test_a_run_prints_its_verdict_and_writes_its_reports(dataset: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "run"
    assert main(["eval", str(dataset), "--out", str(out), "--judge", "lexical"]) == 0
    assert capsys.readouterr().out.startswith("3 questions: 100.0 % right")
    for name in ("report.html", "report.md", "metrics.json", "manifest.json", "predictions.jsonl"):
        assert (out / name).stat().st_size > 0, name


def test_options_may_come_first_and_json_is_alone(dataset: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["eval", "--json", "--limit", "1", "--out", str(tmp_path / "run"), str(dataset)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["n"] == 1
    assert told["figures"]["right"]["mean"] == 1.0


def test_the_default_folder_is_under_runs(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["eval", str(dataset), "--limit", "1"]) == 0
    assert main(["eval", str(dataset), "--limit", "1"]) == 0
    assert len(list((tmp_path / "runs").glob("*-bridge-*"))) == 2


def test_a_run_scores_again_without_its_data_set(finished: RunFolder, capsys: Captured) -> None:
    before = (finished.path / "metrics.json").read_text()
    assert main(["eval", "score", str(finished.path), "--json"]) == 0
    assert (finished.path / "metrics.json").read_text() == before
    assert json.loads(capsys.readouterr().out)["complete"] is True


def test_compare_reads_two_runs(finished: RunFolder, capsys: Captured) -> None:
    assert main(["eval", "compare", str(finished.path), str(finished.path)]) == 0
    assert "no difference seen" in capsys.readouterr().out
    assert main(["eval", "compare", str(finished.path), str(finished.path), "--json"]) == 0
    assert {row["verdict"] for row in json.loads(capsys.readouterr().out)} == {"no difference seen"}


def test_the_gate_passes_what_was_accepted_and_fails_what_fell(
    finished: RunFolder, tmp_path: Path, capsys: Captured
) -> None:
    baseline = tmp_path / "baseline.json"
    assert main(["eval", "gate", str(finished.path), "--baseline", str(baseline), "--accept"]) == 0
    assert main(["eval", "gate", str(finished.path), "--baseline", str(baseline)]) == 0
    told = json.loads(baseline.read_text())
    told["figures"]["right"]["mean"] = 2.0
    baseline.write_text(json.dumps(told))
    capsys.readouterr()
    assert main(["eval", "gate", str(finished.path), "--baseline", str(baseline), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["failures"] == ["right fell from 2.000 to 1.000"]


def test_export_names_what_it_wrote(finished: RunFolder, tmp_path: Path, capsys: Captured) -> None:
    assert main(["eval", "export", str(finished.path), "--as", "trec", "--out", str(tmp_path / "trec")]) == 0
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == ["run.trec", "qrels.trec"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none"], "There is no data set none."),
        (["score", "none"], "none is not a run"),
        (["compare", "none", "none"], "none is not a run"),
        (["DATASET", "--replay"], "--replay wants --cache FILE."),
        (["DATASET", "--judge", "llm", "--limit", "1"], "--judge llm takes a model"),
        (["DATASET", "--cross", "vi:en"], "--cross pairs two SQuAD-like files"),
        (["DATASET", "--split", "test"], "No case of the data set is left"),
        (["DATASET", "--baseline", "none"], "There is no baseline none"),
    ],
)
def test_an_error_is_one_sentence(
    dataset: Path, tmp_path: Path, arguments: list[str], says: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["eval", *(str(dataset) if word == "DATASET" else word for word in arguments)]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("trich:")]
    assert len(lines) == 1
    assert says in lines[0]


@pytest.mark.parametrize("arguments", [[], ["x", "--jobs", "0"], ["compare", "a"], ["x", "--nope"], ["gate", "r"]])
def test_wrong_usage_is_status_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["eval", *arguments])
    assert caught.value.code == 2


def test_help_tells_the_forms(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["eval", "--help"])
    assert caught.value.code == 0
    assert "trich eval gate RUN --baseline FILE" in capsys.readouterr().out


def test_an_interrupted_run_reports_what_it_has(
    dataset: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.evaluation.run import running
    from bot.evaluation.run.prediction import predict

    def impatient(bot: Any, case: Any, *rest: Any) -> object:
        if getattr(case, "id", "") == "gold":
            raise KeyboardInterrupt
        return predict(bot, case, *rest)

    monkeypatch.setattr(running, "predict", impatient)
    out = tmp_path / "run"
    assert main(["eval", str(dataset), "--out", str(out)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("INCOMPLETE. 2 questions")
    assert "--resume" in told.err
    monkeypatch.setattr(running, "predict", predict)
    assert main(["eval", str(dataset), "--resume", str(out)]) == 0
    assert capsys.readouterr().out.startswith("3 questions")
