"""One browser's stay: its settings, its recent answers and its name in the workspace; all in memory, never stored."""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from bot.engine import NewsBot
from bot.errors import SettingsError
from bot.models import Answer
from bot.settings import Settings

COOKIE = "trich_session"
_KEY = re.compile(r"[0-9a-f]{32}")
_ANSWERS = 200
_SESSIONS = 5000
_IDLE = 12 * 3600.0


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader set in the page; None means as the server does. The key is never given back."""

    base_url: str | None = None
    model: str | None = None
    api_key: str | None = None
    passages: int | None = None
    strict: bool | None = None

    def applied(self, settings: Settings) -> Settings:
        """The server's settings under these choices. Raises SettingsError.

        A chosen endpoint never gets the server's key: it would be handed to whoever runs that endpoint.
        """
        changes: dict[str, Any] = {}
        if self.base_url is not None and self.base_url != settings.base_url:
            if self.base_url and urlsplit(self.base_url).scheme not in ("http", "https"):
                raise SettingsError("The endpoint must be an http:// or https:// address.")
            changes |= {"base_url": self.base_url, "api_key": ""}
        for name in ("model", "api_key", "passages", "strict"):
            if getattr(self, name) is not None:
                changes[name] = getattr(self, name)
        return replace(settings, **changes) if changes else settings


@dataclass(slots=True)
class Session:
    """A browser's settings and recent answers; `key` is its name in the workspace, `bot` what answered it last."""

    key: str
    choices: Choices = Choices()
    bot: NewsBot | None = None
    seen: float = field(default_factory=monotonic)
    _answers: OrderedDict[str, Answer] = field(default_factory=OrderedDict)

    def keep(self, answer: Answer) -> str:
        """Remembers an answer and returns the key by which the page can ask for it."""
        key = secrets.token_hex(8)
        self._answers[key] = answer
        while len(self._answers) > _ANSWERS:
            self._answers.popitem(last=False)
        return key

    def answer(self, key: str) -> Answer | None:
        """A remembered answer, or None."""
        return self._answers.get(key)


class Sessions:
    """All sessions by cookie; the longest idle go first, and `on_end` is told their keys."""

    def __init__(self, on_end: Callable[[str], None]) -> None:
        self._by_key: OrderedDict[str, Session] = OrderedDict()
        self._on_end, self._lock = on_end, Lock()

    def get(self, key: str | None) -> Session:
        """The session of a cookie; an unknown, missing or malformed one begins a session."""
        with self._lock:
            name = key if key and _KEY.fullmatch(key) else fresh_key()
            session = self._by_key.setdefault(name, Session(name))
            session.seen = monotonic()
            self._by_key.move_to_end(name)
            ended = self._ended()
        for old in ended:
            self._on_end(old)
        return session

    def _ended(self) -> list[str]:
        ended = []
        while self._by_key:
            oldest = next(iter(self._by_key.values()))
            if len(self._by_key) <= _SESSIONS and monotonic() - oldest.seen < _IDLE:
                break
            ended.append(oldest.key)
            del self._by_key[oldest.key]
        return ended


def fresh_key() -> str:
    """An unguessable session key (128 random bits)."""
    return secrets.token_hex(16)


def well_formed(key: str | None) -> bool:
    """Whether a cookie can be a session key."""
    return bool(key and _KEY.fullmatch(key))
