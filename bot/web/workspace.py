"""What the web room asks of the house: bots for sessions, and a place for their uploads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.engine import NewsBot
from bot.models import Article, Source
from bot.settings import Settings


class Reading(Protocol):
    """What became of one uploaded file; `status` is `read`, `skipped` or `failed`, `reason` a sentence or None."""

    @property
    def file(self) -> str:
        """The file's name."""
        ...

    @property
    def status(self) -> str:
        """What became of it."""
        ...

    @property
    def reason(self) -> str | None:
        """Why it was not read, in one sentence."""
        ...

    @property
    def articles(self) -> Sequence[Article]:
        """The articles found in it."""
        ...


class Head(Protocol):
    """An article in a list: its source, how many paragraphs it has, and whether this session uploaded it."""

    @property
    def source(self) -> Source:
        """Title, outlet, day, language, file."""
        ...

    @property
    def paragraphs(self) -> int:
        """How many paragraphs it has."""
        ...

    @property
    def own(self) -> bool:
        """Whether this session uploaded it and may remove it."""
        ...


class Workspace(Protocol):
    """The shared collection, and beside it what each session uploaded, seen by that session alone.

    All methods may be called from several threads at once.
    """

    def bot(self, settings: Settings | None = None, session: str | None = None) -> NewsBot:
        """The bot that answers for a session under these settings (default: the server's); not to be closed."""
        ...

    def heads(self, session: str) -> Sequence[Head]:
        """The articles that a session sees, its own first, then by id."""
        ...

    def upload(self, session: str, name: str, data: bytes) -> Reading:
        """Reads one file for one session. Raises ArticleError naming the file when it cannot be read."""
        ...

    def remove(self, session: str, article_id: str) -> bool:
        """Removes an article that this session uploaded; False when it has no such article."""
        ...

    def forget(self, session: str) -> None:
        """Drops all that a session uploaded."""
        ...
