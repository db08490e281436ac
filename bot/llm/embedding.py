"""Embeddings from any OpenAI-compatible endpoint, under the same limits and the same error type as the chat model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import sleep
from typing import Any

from bot.errors import ModelError, SettingsError
from bot.llm.deadline import Deadline
from bot.llm.faults import Fault
from bot.llm.feed import Feed, Line
from bot.llm.openai_model import BEAT, Client
from bot.llm.retry import Backoff
from bot.settings import Settings

BATCH = 64
"""Texts in one request."""
QUESTION_SECONDS = 5.0
"""A question is embedded within this time or searched by words alone, since somebody is waiting."""

Vectors = list[list[float]]


class OpenAIEmbedder:
    """Turns texts into vectors; `name` is the model's. Raises SettingsError when no model or address is set."""

    def __init__(self, settings: Settings, *, seed: int | None = None) -> None:
        address = settings.embedding_base_url or settings.base_url
        if not settings.embedding_model or not (address or settings.api_key):
            raise SettingsError("Embeddings need TRICH_EMBEDDING_MODEL and an endpoint.")
        self.name = settings.embedding_model
        self._settings, self._seed = settings, seed
        self._client = Client(settings, address)

    def __repr__(self) -> str:
        return f"OpenAIEmbedder({self.name!r})"

    def embed(self, texts: Sequence[str], *, question: bool = False) -> Vectors:
        """One vector for each text, in order. Raises ModelError; a question is given a few seconds and one try."""
        self._client.warm()
        allowed = min(QUESTION_SECONDS, self._settings.deadline) if question else self._settings.deadline
        backoff = Backoff(0 if question else self._settings.retries, self._seed)
        vectors: Vectors = []
        for start in range(0, len(texts), BATCH):
            vectors += self._batch(list(texts[start : start + BATCH]), Deadline(allowed), backoff)
        return vectors

    def _batch(self, texts: list[str], deadline: Deadline, backoff: Backoff) -> Vectors:
        tried = 0
        while True:
            answer = self._attempt(texts, deadline)
            if not isinstance(answer, Fault):
                return answer
            tried += 1
            pause = backoff.pause(tried, answer.error, answer.retry_after, deadline)
            if pause is None:
                raise answer.error
            sleep(pause)

    def _attempt(self, texts: list[str], deadline: Deadline) -> Vectors | Fault:
        feed: Feed[Vectors | Fault] = Feed(lambda line: self._vectors(texts, line, deadline), self._client.fault)
        with feed:
            for answer in feed.items(lambda: deadline.remaining, BEAT):
                if answer is not None:
                    return answer
        return Fault(ModelError(f"The embedding model did not answer within {deadline.seconds:g} s.", "timeout"))

    def _vectors(self, texts: list[str], line: Line, deadline: Deadline) -> Iterator[Vectors]:
        """The vectors of one batch, as one item; runs in the feed's thread."""
        create: Any = self._client.open(line).embeddings.create
        timeout = self._client.timeout(deadline.remaining)
        answer = create(model=self.name, input=texts, encoding_format="float", timeout=timeout)
        placed = sorted(answer.data, key=lambda datum: datum.index)
        vectors = [[float(value) for value in datum.embedding] for datum in placed]
        if [datum.index for datum in placed] != list(range(len(texts))) or len({*map(len, vectors)}) != 1:
            raise ModelError("The embedding endpoint did not give one vector for each text.", "bad_response")
        yield vectors
