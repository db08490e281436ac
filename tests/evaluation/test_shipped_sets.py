"""Every set of questions that comes with the project can be run as its README says: its evidence stands in its articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation.cases import read_cases
from bot.evaluation.gold import Shelves
from bot.ingest.collection import read_collection
from bot.settings import Settings

SEEDS, NEWS, BLIND = "seeds", "evals/news/corpus", "evals/blind-news/corpus"


@pytest.mark.parametrize(
    ("name", "folders"),
    [
        ("seeds", [SEEDS]), ("blind-seeds", [SEEDS]), ("news", [NEWS]), ("blind-news", [BLIND]), ("followups", [SEEDS, NEWS]),
    ],
)  # fmt: skip
def test_the_evidence_of_every_answerable_question_stands(root: Path, name: str, folders: list[str]) -> None:
    readings = read_collection([root / folder for folder in folders], Settings())
    shelves = Shelves([article for reading in readings for article in reading.articles])
    cases = [case for case in read_cases(root / "evals" / name / "questions.jsonl") if case.answerable]
    assert all(shelves.gold_of(case, strict=True) for case in cases)
