"""Answers as JSON, and a small suite of its own with a run of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.dataset.suite import Suite, open_suite
from bot.evaluation.report.results import Results, results_of
from bot.evaluation.run.folder import RunFolder
from bot.evaluation.run.manifest import manifest_of
from bot.evaluation.run.running import run
from bot.settings import Settings

BRIDGE = (
    "The bridge of Varden was opened on 4 May by Elin Marklund.\n\n"
    "The bridge of Varden cost 12 million crowns.\n\n"
    "The engineer Rosa Valdemarin praised the builders of the bridge.\n"
)
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "who", "lang": "en", "kind": "factoid", "question": "Who opened the bridge of Varden?",
        "must_contain": [["Elin Marklund"]], "answers": ["Elin Marklund"],
        "evidence": [{"article": "bridge.txt", "quote": "opened on 4 May by Elin Marklund"}],
        "paraphrases": ["By whom was the bridge of Varden opened?"],
    },
    {
        "id": "praise", "lang": "en", "kind": "factoid", "question": "Who praised the builders of the bridge?",
        "answers": ["Rosa Valdemarin"], "evidence": [{"article": "bridge", "quote": "Rosa Valdemarin praised the builders"}],
    },
    {"id": "gold", "lang": "en", "kind": "off_topic", "question": "What is the price of gold today?", "answerable": False},
]  # fmt: skip


def write_suite(folder: Path, rows: list[dict[str, Any]] = QUESTIONS, article: str = BRIDGE) -> Path:
    (folder / "corpus").mkdir(parents=True)
    (folder / "corpus" / "bridge.txt").write_text(article, encoding="utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "questions.jsonl").write_text(lines, encoding="utf-8")
    return folder


def run_of(suite: Suite, path: Path) -> RunFolder:
    folder, settings = RunFolder(path), Settings()
    folder.begin(manifest_of(suite, settings, ["trich", "eval", suite.name], {}))
    run(suite, folder, settings)
    return folder


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return write_suite(tmp_path / "bridge")


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run of the small suite, scored; tests leave it as it is."""
    base = tmp_path_factory.mktemp("finished")
    folder = run_of(open_suite(write_suite(base / "bridge")), base / "run")
    results_of(folder)
    return folder


@pytest.fixture
def results(finished: RunFolder) -> Results:
    return results_of(finished)


def answer(**more: Any) -> dict[str, Any]:
    """The JSON of an answer that cites one paragraph."""
    text = "The bridge was opened by Elin Marklund."
    citation = {
        "number": 1, "ref": "bridge#1", "text": text, "start": 0, "end": len(text), "quote": text, "file": "bridge.txt",
        "language": "en", "title": "Bridge", "source": None, "published": None,
    }  # fmt: skip
    told = {
        "outcome": "answered", "answer": f"{text[:-1]} [1].", "short_answer": "Elin Marklund", "language": "en",
        "statements": [{"text": text, "citations": [1], "support": "verified"}], "citations": [citation], "nearest": [],
        "confidence": 0.9, "usage": None,
    }  # fmt: skip
    return {**told, **more}
