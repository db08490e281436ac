"""The held-out news set: it loads, its quotes stand, and its gold is no stricter than its own evidence."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from bot.evaluation.dataset.cases import Case, read_cases

FOLDER = Path(__file__).parents[2] / "evals" / "news"
CASES = read_cases(FOLDER / "questions.jsonl")
ANSWERABLE = [case for case in CASES if case.answerable]


@cache
def _paragraphs(file: str) -> tuple[str, ...]:
    return tuple((FOLDER / "corpus" / file).read_text(encoding="utf-8").splitlines())


def _holding(file: str, quote: str) -> list[str]:
    return [text for text in _paragraphs(file) if quote in text]


def test_every_event_is_told_in_both_languages() -> None:
    events = {name.stem.rsplit("-", 1)[0] for name in (FOLDER / "corpus").iterdir()}
    assert {f"{event}-{language}.txt" for event in events for language in ("vi", "en")} == {
        name.name for name in (FOLDER / "corpus").iterdir()
    }
    assert len(events) == 8


@pytest.mark.parametrize("case", ANSWERABLE, ids=lambda case: case.id)
def test_every_quote_stands_and_holds_the_answer(case: Case) -> None:
    assert case.evidence
    for evidence in case.evidence:
        holding = _holding(evidence.article, evidence.quote)
        assert holding, evidence
        for text in holding:
            held = text.casefold()
            assert all(any(option.casefold() in held for option in group) for group in case.must_contain), evidence


def test_a_crosslingual_question_has_its_evidence_in_the_other_language_only() -> None:
    for case in CASES:
        if case.kind == "crosslingual":
            assert {e.article.removesuffix(".txt")[-2:] for e in case.evidence} == {
                "en" if case.language == "vi" else "vi"
            }


def test_the_mix_of_the_questions() -> None:
    assert len(CASES) >= 240
    silent, crossed = (
        (len(CASES) - len(ANSWERABLE)) / len(CASES),
        sum(c.kind == "crosslingual" for c in CASES) / len(CASES),
    )
    assert 0.25 <= silent <= 0.30
    assert 0.12 <= crossed <= 0.18


def test_followups_have_a_history_and_decomposed_questions_are_decomposed() -> None:
    for case in CASES:
        assert bool(case.history) == (case.kind == "followup")
        assert (case.question != unicodedata.normalize("NFC", case.question)) == (case.kind == "nfd")
