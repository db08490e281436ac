"""The conversation on one open page, without gradio."""

from __future__ import annotations

import copy
from pathlib import Path
from threading import BoundedSemaphore, Thread
from typing import Any

import pytest

from bot.engine import NewsBot
from bot.errors import QuestionError
from bot.settings import Settings
from bot.web import dialogue as module
from bot.web.dialogue import Dialogue, signal
from bot.web.sessions import Session
from bot.workspace import SharedWorkspace
from tests.llm.server import SSE_HEAD, Step, event, serving

WHO = "Who welcomed the delegation?"


@pytest.fixture
def bot(workspace: Any) -> NewsBot:
    workspace.answerer.pause = 0.02
    return workspace.bot()  # type: ignore[no-any-return]


def said(dialogue: Dialogue) -> list[str]:
    return [answer.question.text for _, answer in dialogue.turns]


def test_a_quick_answer_is_one_update(bot: NewsBot) -> None:
    dialogue, session = Dialogue(), Session("a")
    (lines,) = dialogue.ask(WHO, bot, session, "en", slow=False)
    assert [line["role"] for line in lines] == ["user", "assistant"]
    assert said(dialogue) == [WHO]
    key = dialogue.turns[0][0]
    assert f"a-{key}" in lines[1]["content"]
    assert session.answer(key) is dialogue.turns[0][1]


def test_with_a_model_the_question_is_shown_at_once(bot: NewsBot) -> None:
    first, *_, last = Dialogue().ask(WHO, bot, Session("a"), "en", slow=True)
    assert 'class="searching"' in first[1]["content"]
    assert 'class="about' in last[1]["content"]


def test_a_slow_answer_grows_at_most_ten_times_a_second(bot: NewsBot) -> None:
    updates = list(Dialogue().ask("slow ASEAN secretariat Jakarta", bot, Session("a"), "en", slow=False))
    assert 4 < len(updates) < 25
    assert any('class="provisional"' in u[1]["content"] for u in updates)


def test_who_waits_for_a_core_is_told_and_answered_when_one_is_free(
    bot: NewsBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cores = BoundedSemaphore(1)
    monkeypatch.setattr(module, "_CORES", cores)
    monkeypatch.setattr(module, "WAITED", 0.01)
    cores.acquire()
    updates = Dialogue().ask(WHO, bot, Session("a"), "en", slow=False)
    assert 'class="searching"' in next(updates)[1]["content"]
    cores.release()
    assert 'class="about' in next(updates)[1]["content"]
    assert cores.acquire(blocking=False)


def test_stopping_keeps_what_was_checked_and_ends_the_answer(bot: NewsBot) -> None:
    dialogue, session = Dialogue(), Session("a")
    updates = dialogue.ask("slow ASEAN secretariat Jakarta", bot, session, "en", slow=True)
    while not dialogue._slot or not dialogue._slot[0].statements:
        next(updates)
    assert dialogue.busy_with("slow ASEAN secretariat Jakarta")
    assert not dialogue.busy_with(WHO)
    assert dialogue.stop(session, "extractive", "en") == ""
    assert not dialogue.growing
    assert "You stopped this answer" in dialogue.lines[-1]["content"]
    assert list(updates) == [dialogue.lines]
    assert len(dialogue.turns) == 1


def test_stopping_too_early_gives_the_question_back(bot: NewsBot) -> None:
    dialogue, session = Dialogue(), Session("a")
    updates = dialogue.ask("slow Jakarta", bot, session, "en", slow=True)
    next(updates)
    assert dialogue.stop(session, "extractive", "en") == "slow Jakarta"
    assert list(updates) == [[]]
    assert dialogue.stop(session, "extractive", "en") == ""


def test_stopping_hangs_up_on_a_silent_model(tmp_path: Path) -> None:
    silent: list[Step] = [SSE_HEAD, event("Lâm was "), 30.0]
    with serving(silent) as server:
        settings = Settings(home=str(tmp_path), base_url=server.address, api_key="k", model="m")
        workspace = SharedWorkspace.open(index=tmp_path / "seeds.db", settings=settings)
        dialogue, session = Dialogue(), Session("a")
        updates = dialogue.ask(WHO, workspace.bot(), session, "en", slow=True)
        page = Thread(target=lambda: list(updates))
        page.start()
        while not dialogue._slot or not dialogue._slot[0].provisional:
            page.join(0.02)
        assert dialogue.stop(session, "m", "en") == WHO
        assert server.hung_up.wait(2)
        page.join(2)
        assert not page.is_alive()
        workspace.close()


def test_the_next_question_has_the_say(bot: NewsBot) -> None:
    dialogue, session = Dialogue(), Session("a")
    old = dialogue.ask("slow ASEAN secretariat Jakarta", bot, session, "en", slow=True)
    next(old)
    list(dialogue.ask(WHO, bot, session, "en", slow=False))
    assert list(old) == [dialogue.lines]
    assert said(dialogue) == [WHO]


def test_cutting(bot: NewsBot) -> None:
    dialogue, session = Dialogue(), Session("a")
    for question in (WHO, "And where?", "What did Lâm plant?"):
        list(dialogue.ask(question, bot, session, "en", slow=False))
    assert dialogue.cut(7) == ""
    assert dialogue.cut(1) == "And where?"
    assert (said(dialogue), len(dialogue.lines)) == ([WHO], 2)
    assert dialogue.cut(-3) == ""
    assert dialogue.lines == []


def test_an_error_is_shown_and_not_kept(bot: NewsBot) -> None:
    dialogue = Dialogue()
    *_, last = dialogue.ask("x" * 3000, bot, Session("a"), "en", slow=False)
    assert 'class="failed"' in last[1]["content"]
    *_, last = dialogue.ask("x" * 3000, bot, Session("a"), "vi", slow=False)
    assert "Câu hỏi dài tối đa" in last[1]["content"]
    assert dialogue.turns == []
    assert not dialogue.growing


def test_opening_replaces_the_turns(bot: NewsBot) -> None:
    dialogue, session = Dialogue(), Session("a")
    list(dialogue.ask(WHO, bot, session, "en", slow=False))
    rows = [bot.ask("What did Lâm plant?").to_dict()]
    dialogue.open(rows, bot, session)
    assert said(dialogue) == ["What did Lâm plant?"]
    with pytest.raises(QuestionError):
        dialogue.open([{"no": "answer"}], bot, session)
    assert said(dialogue) == ["What did Lâm plant?"]


def test_gradio_can_copy_it() -> None:
    assert copy.deepcopy(Dialogue()) == Dialogue()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"do": 1}', "x" * 4_000_001, "[" * 100_000])
def test_what_is_no_command_is_refused(text: str) -> None:
    with pytest.raises(QuestionError):
        signal(text)


def test_a_command() -> None:
    assert signal('{"do": "undo", "turn": 2}')["turn"] == 2
