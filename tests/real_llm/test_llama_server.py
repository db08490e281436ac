"""The model path against a real server: streaming, usage, schema, cancelling, refusals, embeddings."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from bot.errors import ModelError
from bot.llm.embedding import OpenAIEmbedder
from bot.llm.openai_model import OpenAIChatModel
from bot.models import Usage
from bot.protocols import Message
from bot.settings import Settings
from tests.real_llm.conftest import KEY

pytestmark = [pytest.mark.real_llm, pytest.mark.timeout(180)]

ASK = (Message("system", "You answer briefly."), Message("user", "Name the capital of France in one sentence."))


def model(address: str, **settings: Any) -> OpenAIChatModel:
    limits: dict[str, Any] = {
        "deadline": 90.0,
        "first_token_timeout": 60.0,
        "silence_timeout": 60.0,
        "retries": 0,
        "api_key": KEY,
    }
    return OpenAIChatModel(Settings(base_url=address, model="smollm2", **{**limits, **settings}))


def reply(asked: OpenAIChatModel, max_tokens: int = 40, **more: Any) -> tuple[str, Usage]:
    *pieces, used = asked.stream(ASK, max_tokens=max_tokens, **more)
    assert isinstance(used, Usage)
    return "".join(piece for piece in pieces if isinstance(piece, str)), used


def test_streams_an_answer_and_its_usage(llama: str) -> None:
    text, used = reply(model(llama), 200)
    assert "Paris" in text
    assert not used.estimated
    assert used.prompt_tokens > 10
    assert used.completion_tokens > 3


def test_temperature_zero_is_repeatable(llama: str) -> None:
    assert reply(model(llama), 200)[0] == reply(model(llama), 200)[0]


def test_cut_at_the_token_limit(llama: str) -> None:
    with pytest.raises(ModelError) as caught:
        reply(model(llama), 2)
    assert caught.value.kind == "truncated"


def test_schema_makes_json(llama: str) -> None:
    schema = {
        "type": "object",
        "required": ["verdict"],
        "properties": {"verdict": {"type": "string", "enum": ["supported", "not_stated"]}},
        "additionalProperties": False,
    }
    text, _ = reply(model(llama), 60, schema=schema)
    assert json.loads(text)["verdict"] in ("supported", "not_stated")


def test_closing_the_stream_frees_the_server(llama: str) -> None:
    stream = model(llama).stream((Message("user", "Count from one to five hundred in words."),), max_tokens=500)
    while not next(stream):
        pass
    since = time.monotonic()
    stream.close()
    assert time.monotonic() - since < 1
    assert reply(model(llama), 200)[0]


def test_wrong_key_is_refused_without_showing_it(llama: str) -> None:
    with pytest.raises(ModelError) as caught:
        reply(model(llama, api_key="wrong-key-xyz"))
    assert caught.value.kind == "refused"
    assert "wrong-key-xyz" not in str(caught.value)


def test_overflow_is_too_long(llama: str) -> None:
    with pytest.raises(ModelError) as caught:
        list(model(llama).stream((Message("user", "word " * 6000),), max_tokens=5))
    assert caught.value.kind == "too_long"


def test_embeddings_are_vectors_of_one_length(llama: str) -> None:
    embedder = OpenAIEmbedder(Settings(base_url=llama, api_key=KEY, embedding_model="smollm2", deadline=90.0))
    one, two, again = embedder.embed(["Jakarta is the capital.", "Cây xoài ra quả.", "Jakarta is the capital."])
    assert len(one) == len(two) > 100
    assert one == pytest.approx(again, abs=1e-3)
