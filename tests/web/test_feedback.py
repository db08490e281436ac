"""The file of opinions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.models import Answer
from bot.web.feedback import Feedback, Opinion


@pytest.fixture
def answer(workspace: Any) -> Answer:
    return workspace.bot().ask("Who welcomed the delegation?")  # type: ignore[no-any-return]


def test_opinions_are_kept_in_order(tmp_path: Path, answer: Answer) -> None:
    feedback = Feedback(tmp_path / "deep" / "feedback.jsonl")
    assert list(feedback.rows()) == []
    feedback.add(Opinion("good"), answer)
    feedback.add(Opinion("wrong_source", 1, "Đoạn khác\u2028\n"), answer)
    rows = list(feedback.rows())
    assert [(r["kind"], r["citation"]) for r in rows] == [("good", None), ("wrong_source", 1)]
    assert rows[1]["comment"] == "Đoạn khác\u2028\n"
    assert rows[0]["answer"] == answer.to_dict()


def test_a_torn_line_is_left_out(tmp_path: Path, answer: Answer) -> None:
    feedback = Feedback(tmp_path / "feedback.jsonl")
    feedback.add(Opinion("good"), answer)
    with feedback.path.open("ab") as file:
        file.write(b'{"kind": "good", "ans\n[1]\n\xff'[:-1])
    assert len(list(feedback.rows())) == 1


def test_opinions_become_evaluation_rows(tmp_path: Path, answer: Answer) -> None:
    feedback = Feedback(tmp_path / "feedback.jsonl")
    feedback.add(Opinion("good"), answer)
    feedback.add(Opinion("wrong_answer", None, "no"), answer)
    good, wrong = feedback.as_eval_rows()
    assert good["answers"] == ["Kao Kim Hourn"]
    assert good["evidence"] == [{"article": "vns-asean", "paragraph": 2, "quote": answer.citations[0].quote}]
    assert good["answerable"] is True
    assert wrong["tags"] == ["wrong_answer"]
    assert "answers" not in wrong
    assert wrong["rejected"] == answer.text
    assert json.dumps([good, wrong])


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, answer: Answer) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"feedback\.jsonl"):
        Feedback(tmp_path / "file" / "feedback.jsonl").add(Opinion("good"), answer)
