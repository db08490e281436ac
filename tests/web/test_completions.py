"""Any OpenAI client can ask: driven with the official one."""

from __future__ import annotations

from typing import Any

import openai
import pytest
from starlette.testclient import TestClient


@pytest.fixture
def openai_client(client: TestClient) -> openai.OpenAI:
    client.base_url = "http://localhost"
    return openai.OpenAI(api_key="any", base_url="http://localhost/v1", http_client=client, max_retries=0)


def asked(*texts: str) -> list[Any]:
    return [{"role": "user", "content": text} for text in texts]


def test_models(openai_client: openai.OpenAI) -> None:
    assert [m.id for m in openai_client.models.list()] == ["trich"]


def test_an_answer_with_its_citations(openai_client: openai.OpenAI) -> None:
    done = openai_client.chat.completions.create(model="trich", messages=asked("Who welcomed the delegation?"))
    assert done.choices[0].message.content is not None
    assert done.choices[0].message.content.endswith("[1].")
    assert done.choices[0].finish_reason == "stop"
    extra = done.model_extra or {}
    assert extra["citations"][0]["ref"] == "vns-asean#2"
    assert extra["trich"]["schema"] == 1
    assert done.usage is not None


def test_a_stream_says_the_same(openai_client: openai.OpenAI) -> None:
    question = asked("all about the ASEAN secretariat Jakarta")
    whole = openai_client.chat.completions.create(model="trich", messages=question)
    chunks = list(
        openai_client.chat.completions.create(
            model="trich", messages=question, stream=True, stream_options={"include_usage": True}
        )
    )
    text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    assert text == whole.choices[0].message.content
    assert chunks[-1].usage is not None
    last = next(c for c in chunks if c.choices and c.choices[0].finish_reason)
    assert (last.model_extra or {})["citations"] == (whole.model_extra or {})["citations"]


def test_an_abstention_streams_its_sentence(openai_client: openai.OpenAI) -> None:
    chunks = openai_client.chat.completions.create(model="trich", messages=asked("nothing at all"), stream=True)
    assert "articles" in "".join(c.choices[0].delta.content or "" for c in chunks)


def test_earlier_questions_make_a_follow_up_understandable(openai_client: openai.OpenAI) -> None:
    messages: list[Any] = [
        {"role": "system", "content": "ignored"}, *asked("Who welcomed the delegation?"),
        {"role": "assistant", "content": "x"}, {"role": "user", "content": [{"type": "text", "text": "And where?"}]},
    ]  # fmt: skip
    done = openai_client.chat.completions.create(model="trich", messages=messages)
    assert (done.model_extra or {})["trich"]["standalone_question"] == "And where Who welcomed the delegation?"


def test_errors_are_the_clients_own(openai_client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError, match="at most 2000 characters"):
        openai_client.chat.completions.create(model="trich", messages=asked("x" * 2001))
    with pytest.raises(openai.BadRequestError, match="last message"):
        openai_client.chat.completions.create(model="trich", messages=[{"role": "system", "content": "x"}])
    with pytest.raises(openai.BadRequestError):
        list(openai_client.chat.completions.create(model="trich", messages=asked("x" * 2001), stream=True))
