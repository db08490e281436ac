"""Every set of questions that comes with the project can be run as its README says: its evidence stands in its articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.dataset.cases import read_cases
from bot.evaluation.dataset.gold import Shelves
from bot.ingest.collection import read_collection
from bot.settings import Settings

SEEDS, NEWS, BLIND = "seeds", "evals/news/corpus", "evals/blind-news/corpus"
EXAMS = [
    ("exam-seeds", [SEEDS]),
    ("exam-news", ["evals/exam-news/corpus"]),
    ("readers-news", ["evals/readers-news/corpus"]),
    ("fresh-news", ["evals/fresh-news/corpus"]),
]


@pytest.mark.parametrize(
    ("name", "folders"),
    [
        ("seeds", [SEEDS]), ("blind-seeds", [SEEDS]), ("readers-seeds", [SEEDS]), ("news", [NEWS]), ("blind-news", [BLIND]),
        ("blind-fresh", ["evals/blind-fresh/corpus"]), ("followups", [SEEDS, NEWS]),
        *EXAMS,
    ],
)  # fmt: skip
def test_the_evidence_of_every_answerable_question_stands(root: Path, name: str, folders: list[str]) -> None:
    shelves = _shelves(root, folders)
    cases = [case for case in read_cases(root / "evals" / name / "questions.jsonl") if case.answerable]
    assert all(shelves.gold_of(case, strict=True) for case in cases)


def test_every_seed_question_that_stands_alone_is_asked_in_other_words(root: Path) -> None:
    for case in read_cases(root / "evals/seeds/questions.jsonl"):
        wordings = {wording.casefold() for wording in (case.question, *case.paraphrases)}
        assert len(wordings) == 1 + len(case.paraphrases), case.id
        assert len(case.paraphrases) >= (0 if case.history else 3), case.id


@pytest.mark.parametrize(("name", "folders"), EXAMS)
def test_every_quote_of_an_exam_names_one_paragraph_that_holds_the_answer(
    root: Path, name: str, folders: list[str]
) -> None:
    shelves = _shelves(root, folders)
    for case in read_cases(root / "evals" / name / "questions.jsonl"):
        for evidence in case.evidence:
            (gold,) = shelves.gold_of(replace(case, evidence=(evidence,)), strict=True)
            held = gold.text.casefold()
            assert all(any(option.casefold() in held for option in group) for group in case.groups), (case.id, evidence)


@pytest.mark.parametrize(("name", "folders"), EXAMS)
def test_a_crosslingual_question_of_an_exam_is_answered_in_the_other_language_only(
    root: Path, name: str, folders: list[str]
) -> None:
    shelves = _shelves(root, folders)
    for case in read_cases(root / "evals" / name / "questions.jsonl"):
        if case.kind == "crosslingual":
            assert case.language not in {gold.language for gold in shelves.gold_of(case, strict=True)}, case.id


def _shelves(root: Path, folders: list[str]) -> Shelves:
    readings = read_collection([root / folder for folder in folders], Settings())
    return Shelves([article for reading in readings for article in reading.articles])
