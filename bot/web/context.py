"""What every handler of the server needs, gathered in one value."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from starlette.requests import Request

from bot.engine import NewsBot
from bot.models import Language
from bot.settings import Settings
from bot.web.examples import examples
from bot.web.faults import Fault
from bot.web.feedback import Feedback
from bot.web.sessions import Choices, Session, Sessions
from bot.web.turnstile import Turnstile
from bot.web.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """Built once for a server; everything in it may be used from several threads."""

    workspace: Workspace
    settings: Settings
    quiet_bot: NewsBot
    """Over the shared collection; it never calls a model."""
    sessions: Sessions
    feedback: Feedback
    turnstile: Turnstile
    examples: dict[Language, list[str]]
    examples_lock: Lock

    @classmethod
    def of(cls, workspace: Workspace, settings: Settings) -> Context:
        """The context of a new server."""
        quiet = workspace.bot(replace(settings, api_key="", base_url="", model=""), None)
        return cls(
            workspace, settings, quiet, Sessions(workspace.forget), Feedback.of(settings),
            Turnstile(settings.concurrent, settings.queue), {}, Lock(),
        )  # fmt: skip

    def session(self, request: Request) -> Session:
        """The session of a request's cookie."""
        return self.sessions.get(request.state.session)

    def bot(self, session: Session) -> NewsBot:
        """The bot that answers for a session, under its own settings; the session holds it, so that it is made once."""
        session.bot = self.workspace.bot(session.choices.applied(self.settings), session.key)
        return session.bot

    def example_questions(self, language: Language) -> list[str]:
        """Questions that the collection answers; found at the first call, then remembered."""
        with self.examples_lock:
            if language not in self.examples:
                heads = [head.source for head in self.workspace.heads("")]
                self.examples[language] = examples(self.quiet_bot, heads, language)
            return self.examples[language]

    @property
    def endpoint_free(self) -> bool:
        """Whether readers may name an endpoint: only where they are the owner or have the password.

        Elsewhere anyone could make this server send requests to addresses of their choice.
        """
        return bool(self.settings.password) or _loopback(self.settings.host)

    def choose(self, session: Session, choices: Choices) -> None:
        """Sets a session's choices. Raises SettingsError, or Fault 403 where endpoints are not free."""
        if not self.endpoint_free and (choices.base_url is not None or choices.api_key is not None):
            raise Fault(403, "On a server that others can reach, the endpoint can be chosen only behind a password.")
        choices.applied(self.settings)
        session.choices = choices

    def shown_choices(self, session: Session) -> Mapping[str, Any]:
        """A session's settings for the page: of the key only whether there is one."""
        now = session.choices.applied(self.settings)
        return {
            "base_url": now.base_url, "model": now.model, "key": bool(now.api_key), "passages": now.passages,
            "strict": now.strict, "answers": now.model_name or "extractive", "endpoint_free": self.endpoint_free,
        }  # fmt: skip


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
