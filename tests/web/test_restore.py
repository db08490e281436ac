"""Answers back from their JSON, and nothing else."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import NewsBot
from bot.errors import QuestionError
from bot.web.restore import answers_from


@pytest.fixture
def bot(workspace: Any) -> NewsBot:
    return workspace.bot()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "question", ["Who welcomed the delegation?", "nothing here", "Who welcomed them? wrong", "xyzzy"]
)
def test_an_answer_survives_the_round_trip(bot: NewsBot, question: str) -> None:
    answer = bot.ask(question)
    (back,) = answers_from([answer.to_dict()], bot.library)
    assert (back.question, back.statements, back.nearest, back.text) == (
        answer.question, answer.statements, answer.nearest, answer.text,
    )  # fmt: skip
    assert (back.removed, back.notices, back.reason) == (answer.removed, answer.notices, answer.reason)


def test_the_stored_paragraph_wins_over_a_forged_one(bot: NewsBot) -> None:
    row = bot.ask("Who welcomed the delegation?").to_dict()
    row["citations"][0]["title"] = "forged"
    (back,) = answers_from([row], bot.library)
    assert back.citations[0].paragraph.source.title == "Tô Lâm visits the ASEAN Secretariat"


def test_a_conversation_outlives_its_article(bot: NewsBot) -> None:
    row = bot.ask("Who welcomed the delegation?").to_dict()
    row["citations"][0]["article"] = "removed-since"
    (back,) = answers_from([row], bot.library)
    assert back.citations[0].quote == row["citations"][0]["quote"]


def test_only_the_latest_hundred_turns_come_back(bot: NewsBot) -> None:
    row = bot.ask("nothing here").to_dict()
    assert len(answers_from([row] * 130, bot.library)) == 100


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "great"}, {"language": "fr"}, {"statements": []}, {"citations": []}, {"question": " "},
        {"question": "x" * 30_000}, {"statements": [{"text": "x", "citations": [0], "support": "verified"}]},
        {"statements": [{"text": "x", "citations": [1], "support": "rejected"}]}, {"timings_ms": {"total": "long"}},
        {"usage": {"prompt_tokens": "x"}}, {"notices": [1]}, {"removed": [{"text": "x"}]}, {"confidence": "high"},
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused(bot: NewsBot, change: dict[str, Any]) -> None:
    row = bot.ask("Who welcomed the delegation?").to_dict()
    with pytest.raises(QuestionError, match="Row 1 of the history"):
        answers_from([{**row, **change}], bot.library)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.lists(JSON, min_size=1, max_size=2),
    st.sampled_from(["citations", "statements", "removed", "usage", "nearest"]),
    JSON,
)
def test_no_json_brings_it_down(rows: list[Any], key: str, value: Any) -> None:
    class Empty:
        def article(self, article_id: str) -> None:
            return None

        def articles(self) -> list[Any]:
            return []

    base = {
        "question": "q", "standalone_question": "q", "language": "en", "outcome": "not_in_sources", "answer": "no",
        "answered_by": "extractive", "citations": [], "statements": [],
    }  # fmt: skip
    for row in ([*rows], [{**base, key: value}]):
        with contextlib.suppress(QuestionError):
            answers_from(row, Empty())


def test_a_history_is_a_list() -> None:
    with pytest.raises(QuestionError, match="a list"):
        answers_from({"a": 1}, None)  # type: ignore[arg-type]
