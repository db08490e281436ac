"""A whole answer by a real model of 135 M parameters: it may be wrong, and then it is not shown as checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import NewsBot
from tests.real_llm.conftest import KEY

pytestmark = [pytest.mark.real_llm, pytest.mark.timeout(180)]


def test_answer_of_a_weak_model_is_checked_or_replaced(llama: str, seeds: Path, tmp_path: Path) -> None:
    limits: dict[str, Any] = {"deadline": 15.0, "first_token_timeout": 15.0, "silence_timeout": 15.0, "retries": 0}
    bot = NewsBot.open(
        seeds, index=tmp_path / "seeds.db", base_url=llama, api_key=KEY, model="smollm2", passages=1, context_tokens=1500,
        answer_tokens=60, **limits,
    )  # fmt: skip
    answer = bot.ask("Who welcomed the delegation?")
    bot.close()
    assert answer.outcome == "answered"
    assert answer.answered_by == "smollm2" or answer.notices
    assert all(s.citations and s.support != "rejected" for s in answer.statements)
