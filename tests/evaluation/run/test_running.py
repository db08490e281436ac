from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.engine import NewsBot
from bot.errors import DatasetError
from bot.evaluation.dataset.suite import held_out, open_suite
from bot.evaluation.metrics.robustness import robustness
from bot.evaluation.metrics.scoring import scored, scores_of
from bot.evaluation.run.folder import PREDICTIONS, RunFolder
from bot.evaluation.run.manifest import check_same, manifest_of
from bot.evaluation.run.prediction import predict
from bot.evaluation.run.running import WORK, Plan, planned, run
from bot.models import Filters
from bot.settings import Settings
from tests.evaluation.conftest import QUESTIONS, run_of, write_suite
from tests.fakes import AsAsked, LastWord, Script, Shelf, WordForWord, claim


def test_a_run_answers_every_case_and_cleans_up(finished: RunFolder) -> None:
    scores = scores_of(finished)
    assert [s.case.id for s in scores] == ["who", "praise", "gold"]
    assert all(s.right for s in scores), [s.prediction for s in scores if not s.right]
    assert not (finished.path / WORK).exists()


def test_repeats_are_byte_identical_whatever_the_hash_seed_and_the_jobs(dataset: Path, tmp_path: Path) -> None:
    found = set()
    for seed, jobs in (("1", "1"), ("77", "3")):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "bot", "eval", str(dataset), "--out", str(out), "--jobs", jobs, "--json"],
            env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
        found.add((out / PREDICTIONS).read_bytes())
    assert len(found) == 1


def test_kill_nine_costs_at_most_the_question_in_hand(tmp_path: Path) -> None:
    rows = [{**QUESTIONS[n % 2], "id": f"q{n}"} for n in range(60)]
    dataset = write_suite(tmp_path / "many", rows)
    command = [sys.executable, "-m", "bot", "eval", str(dataset), "--json"]
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    subprocess.run([*command, "--out", str(whole)], check=True, capture_output=True)
    with subprocess.Popen(
        [*command, "--out", str(torn)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        path = torn / PREDICTIONS
        while process.poll() is None and not (path.exists() and path.read_bytes().count(b"\n") >= 5):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    kept = RunFolder(torn).predictions()
    assert len(kept) >= 5
    subprocess.run([*command, "--resume", str(torn)], check=True, capture_output=True)
    assert (torn / PREDICTIONS).read_bytes() == (whole / PREDICTIONS).read_bytes()


def test_an_error_is_asked_again_on_resume(dataset: Path, tmp_path: Path) -> None:
    suite = open_suite(dataset)
    folder = run_of(suite, tmp_path / "run")
    path = folder.path / PREDICTIONS
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows[1].update(answer=None, error="The model is away.", ranking=[])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    asked: list[str] = []
    run(suite, folder, Settings(), tell=lambda prediction: asked.append(prediction.id))
    assert asked == ["praise"]
    assert all(p.error is None for p in folder.predictions().values())


@pytest.mark.parametrize("what", ["questions", "articles", "settings", "options"])
def test_a_changed_run_is_not_resumed(dataset: Path, what: str) -> None:
    suite, settings = open_suite(dataset), Settings()
    before = manifest_of(suite, settings, ["trich"], {"hold_out": False})
    check_same(before, manifest_of(suite, settings, ["trich"], {"hold_out": False}))
    if what == "articles":
        (dataset / "corpus" / "more.txt").write_text("More.")
    if what == "questions":
        suite = replace(suite, cases=suite.cases[:2])
    if what == "settings":
        settings = Settings(passages=3)
    options = {"hold_out": what == "options"}
    with pytest.raises(DatasetError, match=f"The {what} have changed since the run began"):
        check_same(before, manifest_of(suite, settings, ["trich"], options))


def test_the_manifest_holds_no_secret_and_no_path(dataset: Path) -> None:
    settings = Settings(
        api_key="sk-secret-1", password="secret-2", token="secret-3", base_url="http://user:secret-4@host.example/v1",
        proxy="http://secret-5@proxy", home="/home/somebody", model="m",
    )  # fmt: skip
    command = ["trich", "eval", str(dataset.resolve()), "--base-url", settings.base_url]
    told = json.dumps(manifest_of(open_suite(dataset), settings, command, {}))
    assert "secret" not in told
    assert "host.example" in told
    assert str(dataset.parent) not in told
    assert "somebody" not in told


def test_held_out_cases_do_not_see_their_article(dataset: Path, tmp_path: Path) -> None:
    (dataset / "corpus" / "other.txt").write_text("The tram of Oakmere runs again since Tuesday.\n")
    folder = run_of(held_out(open_suite(dataset)), tmp_path / "run")
    scores = scores_of(folder)
    assert [s.case.id for s in scores] == ["who", "praise"]
    assert all(s.right for s in scores)
    assert all("bridge" not in ranked.ref for s in scores for ranked in s.prediction.ranking)


def test_a_missing_quote_ends_the_run_with_file_and_line(dataset: Path, tmp_path: Path) -> None:
    (dataset / "corpus" / "bridge.txt").write_text("Another text altogether.\n")
    with pytest.raises(DatasetError, match=r"questions\.jsonl line 1: no paragraph of bridge\.txt holds the quote"):
        run_of(open_suite(dataset), tmp_path / "run")


def test_robustness_asks_in_other_forms_and_over_other_collections(dataset: Path, tmp_path: Path) -> None:
    suite = open_suite(dataset)
    suite = replace(suite, cases=suite.cases[:1])
    folder, plan = RunFolder(tmp_path / "run"), Plan(robustness=True)
    folder.begin({})
    run(suite, folder, Settings(), plan)
    predictions = folder.predictions()
    assert len(predictions) == sum(len(asks) for _, asks in planned(suite, plan))
    cases, gold = folder.cases()
    told = robustness(scored(cases, gold, predictions), gold, predictions)
    assert {"lower_case", "typo", "paraphrase_1", "shuffled", "distractors_1000", "worst case"} <= told.keys()
    assert told["shuffled"]["consistent"] == 1.0


def bot(script: Script) -> NewsBot:
    shelf = Shelf()
    return NewsBot(
        retriever=shelf,
        library=shelf,
        answerers=[script],
        verifier=WordForWord(),
        dialogue=AsAsked(),
        shortener=LastWord(),
    )


def test_a_crash_of_the_bot_is_a_row_with_its_error(dataset: Path) -> None:
    class Broken(Script):
        def draft(self, *args: object) -> object:  # type: ignore[override]
            raise KeyError("span")

    case = open_suite(dataset).cases[0]
    found = predict(bot(Broken([])), case)
    assert found.answer is None
    assert found.error == "KeyError: 'span'"


def test_times_stay_out_of_the_line(dataset: Path) -> None:
    found = predict(bot(Script([claim(1)])), open_suite(dataset).cases[0], Filters())
    assert set(found.milliseconds or {}) == {"first_sentence", "answer", "retrieve"}
    assert "timings_ms" not in json.dumps(found.to_dict())
