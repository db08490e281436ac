"""A chat model behind a cache: the same request is answered from a file, so that a run with a model can be repeated.

Only replies that came to their end are kept. The key covers all that decides a reply: endpoint, model, messages and
parameters; never the API key.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from bot.errors import DatasetError
from bot.models import Usage
from bot.protocols import ChatModel, Message

_SCHEMA = "CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, reply TEXT NOT NULL) STRICT"


class ReplayCache:
    """Replies by request, in one SQLite file; safe to use from several threads. Raises DatasetError."""

    def __init__(self, path: Path) -> None:
        self.path, self._lock = path, Lock()
        self.hits = self.misses = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, check_same_thread=False, timeout=10)
            self._db.execute(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise DatasetError(f"The replay cache {path} cannot be used: {error}.") from None

    def get(self, key: str) -> tuple[str, Usage] | None:
        """The reply and its usage, or None."""
        with self._lock:
            row = self._db.execute("SELECT reply FROM replies WHERE key = ?", (key,)).fetchone()
            self.hits, self.misses = self.hits + (row is not None), self.misses + (row is None)
        if row is None:
            return None
        told = json.loads(row[0])
        return told["text"], Usage(**told["usage"])

    def put(self, key: str, text: str, usage: Usage) -> None:
        """Keeps a whole reply."""
        told = json.dumps({"text": text, "usage": asdict(usage)}, ensure_ascii=False)
        try:
            with self._lock, self._db:
                self._db.execute("INSERT OR REPLACE INTO replies VALUES (?, ?)", (key, told))
        except sqlite3.Error as error:
            raise DatasetError(f"The replay cache {self.path} cannot be written: {error}.") from None

    def close(self) -> None:
        """Closes the file."""
        self._db.close()


class ReplayedModel:
    """Implements `bot.protocols.ChatModel`: from the cache where it can, else from the model behind it.

    With `only_replay` a request that is not in the cache raises DatasetError instead of being sent. `endpoint` and
    `temperature` become part of the key.
    """

    def __init__(
        self, model: ChatModel, cache: ReplayCache, *, endpoint: str, temperature: float, only_replay: bool = False
    ) -> None:
        self._model, self._cache, self._only_replay = model, cache, only_replay
        self._said: Mapping[str, Any] = {"endpoint": endpoint, "model": model.name, "temperature": temperature}

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, schema: Mapping[str, Any] | None = None
    ) -> Generator[str | Usage, None, None]:
        """The reply, in one piece when it is replayed."""
        request = {**self._said, "messages": [asdict(m) for m in messages], "max_tokens": max_tokens, "schema": schema}
        key = sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
        kept = self._cache.get(key)
        if kept is not None:
            yield from kept
            return
        if self._only_replay:
            raise DatasetError(f"The replay cache {self._cache.path} does not hold a request of this run.")
        said: list[str] = []
        usage = Usage(0, 0, estimated=True)
        for piece in self._model.stream(messages, max_tokens=max_tokens, schema=schema):
            if isinstance(piece, Usage):
                usage = piece
            else:
                said.append(piece)
            yield piece
        self._cache.put(key, "".join(said), usage)
