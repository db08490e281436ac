"""Settings towards a scripted server, and a reader of streams."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from bot.errors import ModelError
from bot.llm.openai_model import OpenAIChatModel
from bot.models import Usage
from bot.protocols import Message
from bot.settings import Settings

KEY = "sk-test-0123456789"
TIGHT = {"deadline": 2.0, "first_token_timeout": 0.4, "silence_timeout": 0.4}
"""Limits for tests that wait until one runs out."""
ASK = (Message("system", "Be brief."), Message("user", "Where?"))

Said = tuple[str, Usage | None, ModelError | None]


@pytest.fixture
def model() -> Callable[..., OpenAIChatModel]:
    """Makes a model for an address, with limits that a busy machine keeps."""

    def make(address: str, **settings: Any) -> OpenAIChatModel:
        limits: dict[str, Any] = {
            "deadline": 10.0, "first_token_timeout": 8.0, "silence_timeout": 8.0, "connect_timeout": 5.0, "retries": 0,
        }  # fmt: skip
        return OpenAIChatModel(Settings(base_url=address, api_key=KEY, model="m", **{**limits, **settings}), seed=1)

    return make


@pytest.fixture
def drained() -> Callable[[Iterable[str | Usage]], Said]:
    """Reads a stream to its end: the text, the usage, the fault."""

    def drain(stream: Iterable[str | Usage]) -> Said:
        text, used = "", None
        try:
            for piece in stream:
                if isinstance(piece, Usage):
                    used = piece
                else:
                    text += piece
        except ModelError as fault:
            return text, used, fault
        return text, used, None

    return drain
