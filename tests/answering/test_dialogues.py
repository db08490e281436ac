"""Whole dialogues without a model: the last question is understood from the ones before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import Conversation, NewsBot
from bot.evaluation.dataset.cases import Case, read_cases
from bot.models import Answer

ROOT = Path(__file__).resolve().parents[2]
CASES = read_cases(ROOT / "evals" / "followups" / "questions.jsonl")


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewsBot]:
    index = tmp_path_factory.mktemp("dialogues") / "store.db"
    with NewsBot.open([ROOT / "seeds", ROOT / "evals" / "news" / "corpus"], index=index) as opened:
        yield opened


def asked(bot: NewsBot, *questions: str) -> Answer:
    """The answer to the last of the questions of a conversation."""
    told = Conversation()
    for question in questions:
        answer = bot.ask(question, history=told)
        told = told.then(answer)
    return answer


def is_right(case: Case, answer: Answer) -> bool:
    text = answer.text.casefold()
    cited = {(c.paragraph.source.file, c.paragraph.text) for c in answer.citations}
    said = all(any(form.casefold() in text for form in group) for group in case.groups)
    return said and any(e.article == file and e.quote in stored for e in case.evidence for file, stored in cited)


@pytest.mark.parametrize(("split", "least"), [("dev", 0.75), ("held-out", 0.75)])
def test_most_dialogues_end_in_the_right_answer(bot: NewsBot, split: str, least: float) -> None:
    cases = [case for case in CASES if case.split == split]
    wrong = [case.id for case in cases if not is_right(case, asked(bot, *case.history, case.question))]
    assert len(wrong) <= (1 - least) * len(cases), wrong


def test_a_new_topic_is_not_completed(bot: NewsBot) -> None:
    for case in CASES:
        if case.kind == "topic":
            assert asked(bot, *case.history, case.question).question.standalone == case.question


def test_the_example_of_the_contract(bot: NewsBot, tmp_path: Path) -> None:
    with NewsBot.open(ROOT / "seeds", index=tmp_path / "seeds.db") as seeds:
        answer = asked(seeds, "Who welcomed the delegation?", "And where?")
    assert "Jakarta" in answer.text
    assert answer.question.standalone != answer.question.text


def test_stand_alone_questions_are_left_alone(bot: NewsBot) -> None:
    before = Conversation().then(bot.ask("Who welcomed the delegation?"))
    questions = [c.question for c in read_cases(ROOT / "evals" / "news" / "questions.jsonl") if not c.history]
    understood = [bot._dialogue.standalone(question, before) for question in questions]
    completed = [q.standalone for q in understood if q.standalone != q.text]
    assert len(completed) <= len(questions) // 50, completed
