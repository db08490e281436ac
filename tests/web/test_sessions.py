"""Sessions: who they are, what they chose, when they end."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import SettingsError
from bot.settings import Settings
from bot.web import sessions
from bot.web.context import Context
from bot.web.faults import Fault
from bot.web.sessions import Choices, Session, Sessions


def test_a_cookie_names_its_session_and_a_bad_one_begins_another() -> None:
    known = Sessions(lambda _: None)
    first = known.get("a" * 32)
    assert known.get("a" * 32) is first
    assert known.get("../../etc").key != "../../etc"
    assert known.get(None).key != known.get(None).key


def test_idle_and_surplus_sessions_end(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    known = Sessions(ended.append)
    monkeypatch.setattr(sessions, "_SESSIONS", 2)
    for letter in "abc":
        known.get(letter * 32)
    assert ended == ["a" * 32]
    monkeypatch.setattr(sessions, "_IDLE", -1.0)
    known.get("d" * 32)
    assert set(ended) >= {"a" * 32, "b" * 32, "c" * 32}


def test_a_session_remembers_its_latest_answers(workspace: Any) -> None:
    answer = workspace.bot().ask("Who welcomed the delegation?")
    session = Session("a")
    keys = [session.keep(answer) for _ in range(201)]
    assert session.answer(keys[0]) is None
    assert session.answer(keys[-1]) is answer


def test_a_chosen_endpoint_never_gets_the_servers_key() -> None:
    server = Settings(base_url="https://paid.example/v1", api_key="sk-server")
    chosen = Choices(base_url="https://mine.example/v1").applied(server)
    assert (chosen.base_url, chosen.api_key) == ("https://mine.example/v1", "")
    assert Choices(base_url="https://mine.example/v1", api_key="sk-mine").applied(server).api_key == "sk-mine"
    assert Choices(model="other").applied(server).api_key == "sk-server"
    assert Choices(base_url="").applied(server).model_name == ""


@pytest.mark.parametrize("choices", [Choices(base_url="file:///x"), Choices(passages=99)])
def test_bad_choices_are_refused(choices: Choices) -> None:
    with pytest.raises(SettingsError):
        choices.applied(Settings())


@pytest.mark.parametrize(
    ("settings", "free"),
    [
        ({}, True),
        ({"host": "0.0.0.0"}, False),
        ({"host": "0.0.0.0", "password": "x"}, True),
        ({"host": "localhost"}, True),
    ],
)
def test_endpoints_are_free_only_for_owners(workspace: Any, settings: dict[str, Any], free: bool) -> None:
    context = Context.of(workspace, Settings(**settings))
    session = Session("a")
    if free:
        context.choose(session, Choices(base_url="http://127.0.0.1:1/v1"))
    else:
        with pytest.raises(Fault, match="password"):
            context.choose(session, Choices(base_url="http://127.0.0.1:1/v1"))
        context.choose(session, Choices(passages=3))
    assert context.shown_choices(session)["endpoint_free"] is free
