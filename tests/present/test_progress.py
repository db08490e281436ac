"""Events fold into what a reader sees."""

from __future__ import annotations

from bot.engine import Restarted, Searched
from bot.models import Answer, Removed
from bot.present.progress import Progress
from bot.protocols import Provisional


def folded(*events: object) -> Progress:
    state = Progress()
    for event in events:
        state = state.after(event)  # type: ignore[arg-type]
    return state


def test_a_checked_sentence_replaces_its_provisional_text(answered: Answer) -> None:
    state = folded(Searched(answered.question, ()), Provisional("Lâm was"), answered.statements[0])
    assert (state.provisional, state.statements) == ("", answered.statements[:1])


def test_a_restart_voids_what_was_written(answered: Answer) -> None:
    state = folded(answered.statements[0], Removed("x", ()), Provisional("y"), Restarted("The model failed."))
    assert (state.statements, state.provisional, state.notices) == ((), "", ("The model failed.",))


def test_stopping_keeps_checked_sentences_only(answered: Answer) -> None:
    state = folded(Searched(answered.question, ()), answered.statements[0], Provisional("He pl"))
    stopped = state.stopped("Stopped.", "some-model")
    assert stopped is not None
    assert (stopped.statements, stopped.notices) == (answered.statements[:1], ("Stopped.",))


def test_stopping_before_the_first_sentence_gives_no_answer(answered: Answer) -> None:
    assert folded(Searched(answered.question, ()), Provisional("L")).stopped("Stopped.", "m") is None


def test_a_finished_answer_cannot_be_stopped(answered: Answer) -> None:
    assert folded(answered).stopped("Stopped.", "m") is answered
