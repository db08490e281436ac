"""Embeddings at an endpoint: in order, in batches, under the same limits and error type."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot.errors import ModelError, SettingsError
from bot.llm import embedding
from bot.llm.embedding import OpenAIEmbedder
from bot.settings import Settings
from tests.llm.conftest import KEY
from tests.llm.server import Script, closed_port, document, plain, serving, status


def embedder(address: str, **settings: Any) -> OpenAIEmbedder:
    limits: dict[str, Any] = {"deadline": 10.0, "retries": 0, **settings}
    made = OpenAIEmbedder(Settings(base_url=address, api_key=KEY, embedding_model="e", **limits), seed=1)
    made._client.warm()
    return made


def vectors(*rows: list[float], order: list[int] | None = None) -> Script:
    places = order or list(range(len(rows)))
    return document(
        {
            "object": "list",
            "model": "e",
            "data": [{"object": "embedding", "index": n, "embedding": rows[n]} for n in places],
        }
    )


def test_vectors_come_in_the_order_of_the_texts() -> None:
    with serving(vectors([1.0, 0.0], [0.0, 1.0], order=[1, 0])) as server:
        assert embedder(server.address).embed(["one", "two"]) == [[1.0, 0.0], [0.0, 1.0]]
        assert server.requests[0].path == "/v1/embeddings"
        assert server.requests[0].body == {"input": ["one", "two"], "model": "e", "encoding_format": "float"}


def test_many_texts_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "BATCH", 2)
    with serving(vectors([1.0], [2.0]), vectors([3.0])) as server:
        assert embedder(server.address).embed(["a", "b", "c"]) == [[1.0], [2.0], [3.0]]


def test_tries_again() -> None:
    with serving(status(503), vectors([1.0])) as server:
        assert embedder(server.address, retries=1).embed(["a"]) == [[1.0]]


def test_address_of_its_own() -> None:
    with serving(vectors([1.0])) as server:
        assert embedder(closed_port(), embedding_base_url=server.address).embed(["a"]) == [[1.0]]


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (status(401, f"bad {KEY}"), "refused"),
        (status(500), "server"),
        (vectors(), "bad_response"),
        (vectors([1.0]), "bad_response"),
        (vectors([1.0], [1.0, 2.0]), "bad_response"),
        (vectors([1.0], [2.0], [3.0]), "bad_response"),
        (plain(b"<html>", "text/html"), "bad_response"),
        (document({"data": [{"index": 0, "embedding": ["x"]}, {"index": 1, "embedding": None}]}), "bad_response"),
    ],
)
def test_faults(script: Script, kind: str) -> None:
    with serving(script) as server, pytest.raises(ModelError) as caught:
        embedder(server.address).embed(["a", "b"])
    assert caught.value.kind == kind
    assert KEY not in str(caught.value)


def test_stalled_endpoint_ends_at_the_deadline_and_is_hung_up_on() -> None:
    with serving([20.0]) as server:
        since = time.monotonic()
        with pytest.raises(ModelError) as caught:
            embedder(server.address, deadline=1).embed(["a"])
        assert time.monotonic() - since < 2
        assert caught.value.kind == "timeout"
        assert server.hung_up.wait(1)


def test_a_question_is_tried_once_and_not_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "QUESTION_SECONDS", 0.4)
    with serving([20.0]) as server:
        since = time.monotonic()
        with pytest.raises(ModelError):
            embedder(server.address, retries=5).embed(["a"], question=True)
        assert time.monotonic() - since < 1.5
        assert len(server.requests) == 1


def test_needs_a_model_and_an_endpoint() -> None:
    with pytest.raises(SettingsError):
        OpenAIEmbedder(Settings(base_url="http://localhost/v1"))
    with pytest.raises(SettingsError):
        OpenAIEmbedder(Settings(embedding_model="e"))
