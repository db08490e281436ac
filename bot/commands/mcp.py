"""`trich mcp`: the bot as a Model Context Protocol server on stdin and stdout; the home of the package `mcp`.

The protocol: https://modelcontextprotocol.io/specification
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot import __version__
from bot.commands.opening import bot_of
from bot.engine import NewsBot
from bot.errors import ArticleError, MissingExtra, QuestionError, TrichError
from bot.web.articles import article_json
from bot.web.restore import answers_from

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

LIMIT = 100
_INSTRUCTIONS = (
    "Questions about a collection of news articles, in Vietnamese or English. Every sentence of an answer is cited and "
    "checked; repeat its citations. Where `outcome` is not `answered`, the articles do not say: do not answer from elsewhere."
)

Json = dict[str, Any]


class Tools:
    """What a program may call; one call at a time, since a bot is used by one thread at a time."""

    def __init__(self, bot: NewsBot) -> None:
        self._bot, self._lock = bot, Lock()

    def ask(self, question: str, history: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        """Answers a question from the articles, every sentence cited and checked.

        The reply is the JSON of an answer, schema 1. `history` takes earlier replies of this tool, oldest first; it makes
        a follow-up question understandable.
        """
        with self._lock:
            return self._bot.ask(question, history=answers_from(history or [], self._bot.library)).to_dict()

    def retrieve(self, question: str, limit: int = 10) -> dict[str, Any]:
        """Ranks the paragraphs for a question, best first, without answering it; `limit` lies between 1 and 100."""
        if not 1 <= limit <= LIMIT:
            raise QuestionError(f"limit lies between 1 and {LIMIT}, not {limit}.")
        with self._lock:
            passages = [p.to_dict() for p in self._bot.retrieve(question, limit=limit)]
        return {"schema": 1, "id": None, "question": question, "passages": passages}

    def article(self, id: str) -> dict[str, Any]:
        """One article whole; `id` is the `article` of a citation, and paragraphs are numbered as citations number them."""
        with self._lock:
            found = self._bot.library.article(id)
        if found is None:
            raise ArticleError(f"There is no article {id[:120]!r}.")
        return article_json(found)


def run(args: argparse.Namespace) -> int:
    """Serves until stdin is closed. Raises MissingExtra when the package `mcp` is not installed."""
    _package()
    with bot_of(args) as bot:
        server(bot).run("stdio")
    return 0


def server(bot: NewsBot) -> MCPServer[Any]:
    """The server over a bot, which stays the caller's to close. Raises MissingExtra as `run` does."""
    made_by, tool_error = _package()
    made: MCPServer[Any] = made_by(
        "trich", title="Trích", version=__version__, instructions=_INSTRUCTIONS, log_level="WARNING"
    )
    tools = Tools(bot)
    for tool in (tools.ask, tools.retrieve, tools.article):
        made.add_tool(_told(tool, tool_error))
    return made


def _package() -> tuple[Callable[..., Any], type[Exception]]:
    """The server class and the error whose text a client is shown."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
    except ImportError as error:
        raise MissingExtra('`trich mcp` takes one more package: pip install "trich[mcp]".') from error
    return MCPServer, ToolError


def _told(tool: Callable[..., Json], tool_error: type[Exception]) -> Callable[..., Json]:
    """`tool` with our own errors as results that the client reads; all others are told as crashes, without their text."""

    @wraps(tool)
    def told(*args: Any, **kwargs: Any) -> Json:
        """`tool`, with our own errors as the client's."""
        try:
            return tool(*args, **kwargs)
        except TrichError as error:
            raise tool_error(str(error)) from error

    return told
