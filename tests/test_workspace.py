"""A session's uploads are its own, stand beside the shared articles, and leave nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from gc import collect
from pathlib import Path
from weakref import ref

import pytest

from bot.engine import NewsBot
from bot.errors import ArticleError
from bot.settings import Settings
from bot.workspace import SharedWorkspace

STORM = "Storm Bebinca hit Quảng Ninh on Friday.\n\nThe storm sank 14 boats at Cái Rồng port.\n".encode()
QUESTION = "How many boats did the storm sink?"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[SharedWorkspace]:
    opened = SharedWorkspace.open(index=tmp_path / "seeds.db", settings=Settings())
    yield opened
    opened.close()


def test_an_upload_answers_for_its_session_alone(workspace: SharedWorkspace) -> None:
    reading = workspace.upload("anna", "storm.txt", STORM)
    assert (reading.status, [a.source.id for a in reading.articles]) == ("read", ["storm"])
    answer = workspace.bot(session="anna").ask(QUESTION)
    assert "14 boats" in answer.text
    for session in ("bob", None):
        assert workspace.bot(session=session).ask(QUESTION).outcome != "answered"
        assert workspace.bot(session=session).library.article("storm") is None


def test_the_shared_articles_answer_beside_it(workspace: SharedWorkspace) -> None:
    workspace.upload("anna", "storm.txt", STORM)
    answer = workspace.bot(session="anna").ask("Who welcomed the delegation?")
    assert "Kao Kim Hourn" in answer.text
    assert [(h.source.id, h.own) for h in workspace.heads("anna")] == [
        ("storm", True), ("vns-asean", False), ("vtv-asean", False),
    ]  # fmt: skip


def test_the_same_file_again_replaces_and_another_of_its_name_does_not(workspace: SharedWorkspace) -> None:
    workspace.upload("anna", "storm.txt", STORM)
    workspace.upload("anna", "storm.txt", STORM.replace(b"14", b"15"))
    assert [h.source.id for h in workspace.heads("anna") if h.own] == ["storm"]
    assert "15 boats" in workspace.bot(session="anna").ask(QUESTION).text
    reading = workspace.upload("anna", "vns-asean.txt", STORM)
    assert [a.source.id for a in reading.articles] == ["vns-asean-2"]


def test_remove_and_forget(workspace: SharedWorkspace) -> None:
    workspace.upload("anna", "storm.txt", STORM)
    assert not workspace.remove("bob", "storm")
    assert not workspace.remove("anna", "vns-asean")
    assert workspace.remove("anna", "storm")
    assert not workspace.remove("anna", "storm")
    workspace.upload("anna", "storm.txt", STORM)
    workspace.forget("anna")
    assert all(not h.own for h in workspace.heads("anna"))


def test_what_is_no_article_is_said(workspace: SharedWorkspace) -> None:
    assert workspace.upload("anna", "photo.png", b"\x89PNG").status == "skipped"
    assert workspace.upload("anna", "empty.txt", b" ").status == "skipped"


def test_there_is_a_limit(workspace: SharedWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.workspace.MAX_ARTICLES", 1)
    monkeypatch.setattr("bot.workspace.MAX_SESSIONS", 1)
    workspace.upload("anna", "storm.txt", STORM)
    with pytest.raises(ArticleError, match="at most 1 uploaded"):
        workspace.upload("anna", "other.txt", STORM)
    workspace.upload("bob", "storm.txt", STORM)
    assert all(not h.own for h in workspace.heads("anna"))


def test_a_bot_is_made_once_and_goes_with_whoever_asked_for_it(workspace: SharedWorkspace) -> None:
    assert workspace.bot() is workspace.bot(session="anna")
    keyed = Settings(api_key="sk-reader", base_url="http://127.0.0.1:9/v1")
    held = workspace.bot(keyed, "anna")
    assert workspace.bot(keyed, "anna") is held
    gone = ref(held)
    del held
    collect()
    assert gone() is None
    assert all(not settings.api_key for settings, _ in workspace._bots)


def test_a_bot_that_is_held_knows_what_is_uploaded_later(workspace: SharedWorkspace) -> None:
    workspace.upload("anna", "storm.txt", STORM)
    held = workspace.bot(session="anna")
    workspace.upload("anna", "storm.txt", STORM.replace(b"14", b"15"))
    assert workspace.bot(session="anna") is held
    assert "15 boats" in held.ask(QUESTION).text


def test_the_list_follows_what_is_indexed(tmp_path: Path) -> None:
    opened = SharedWorkspace.open(index=tmp_path / "seeds.db", settings=Settings())
    assert len(opened.heads("")) == 2
    (tmp_path / "storm.txt").write_bytes(STORM)
    other = NewsBot.open(tmp_path / "storm.txt", index=tmp_path / "seeds.db")
    assert "storm" in [h.source.id for h in opened.heads("")]
    other.close()
    opened.close()
