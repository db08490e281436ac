"""The path of one question: what is yielded, what is concluded, and what happens when a model fails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bot import Conversation
from bot.engine import NewsBot, Restarted, Searched
from bot.errors import ModelError, QuestionError
from bot.models import Answer, Filters, Question, Removed, Statement
from tests.fakes import (
    Abstained,
    AsAsked,
    LastWord,
    Provisional,
    Remarks,
    Script,
    Shelf,
    WordForWord,
    cited,
    claim,
)


def bot(*answerers: Script, **options: Any) -> NewsBot:
    shelf = Shelf()
    return NewsBot(
        retriever=shelf, library=shelf, answerers=answerers, verifier=WordForWord(), dialogue=AsAsked(),
        shortener=LastWord(), **options,
    )  # fmt: skip


def test_statements_then_the_answer() -> None:
    events = list(bot(Script([claim(2), claim(1), Remarks(confidence=0.9)])).stream("Who?"))
    assert [type(e) for e in events] == [Statement, Statement, Answer]
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert answer.text == "He was welcomed by Kao Kim Hourn [1]. Lâm visited Jakarta on Monday [2]."
    assert (answer.outcome, answer.confidence, answer.answered_by) == ("answered", 0.9, "extractive")
    assert set(answer.timings_ms) == {"retrieve", "answer", "verify", "total"}


def test_ask_drains_the_same_path() -> None:
    one = bot(Script([claim(1)]))
    assert one.ask("Who?").statements == list(one.stream("Who?"))[-1].statements  # type: ignore[union-attr]


def test_events_tell_all() -> None:
    script = Script([Provisional("He"), claim(2), claim(2, "He was welcomed by Bob.")], "model")
    kinds = [type(e) for e in bot(script, Script([Abstained("fact_missing")])).events("Who?")]
    assert kinds == [Searched, Provisional, Statement, Removed, Answer]


def test_what_fails_the_check_is_listed_and_not_shown() -> None:
    answer = bot(Script([claim(1), claim(1, "Lâm visited Bangkok.")])).ask("Where?")
    assert [s.text for s in answer.statements] == ["Lâm visited Jakarta on Monday."]
    assert answer.removed == (Removed("Lâm visited Bangkok.", ("wording:0.00",)),)


def test_nothing_survives() -> None:
    answer = bot(Script([claim(1, "Lâm visited Bangkok.")])).ask("Where?")
    assert (answer.outcome, answer.statements) == ("unverified", ())
    assert "could be verified" in answer.text
    assert [c.quote for c in answer.nearest][:1] == ["Lâm visited Jakarta on Monday."]


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [("off_topic", "nothing_found"), ("fact_missing", "not_in_sources"), ("premise_contradicted", "not_in_sources")],
)
def test_abstaining_is_an_answer(reason: Any, outcome: str) -> None:
    answer = bot(Script([Abstained(reason, 0.2)])).ask("How many?")
    assert (answer.outcome, answer.reason, answer.confidence) == (outcome, reason, 0.2)
    assert bool(answer.nearest) == (outcome == "not_in_sources")


def test_nothing_found_asks_no_answerer() -> None:
    script = Script([claim(1)])
    answer = bot(script).ask("nothing")
    assert (answer.outcome, answer.nearest, script.closed) == ("nothing_found", (), False)


def test_a_failing_model_gives_way_with_a_notice() -> None:
    failing = Script([Provisional("He"), ModelError("It timed out.", "timeout")], "gpt")
    events = list(bot(failing, Script([claim(1)])).events("Who?"))
    assert any(isinstance(e, Restarted) for e in events)
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert answer.answered_by == "extractive"
    assert "gpt" in answer.notices[0]
    assert "timeout" in answer.notices[0]


def test_a_model_cut_off_keeps_what_was_checked() -> None:
    answer = bot(Script([claim(1), ModelError("Cut.", "interrupted")], "gpt"), Script([claim(2)])).ask("Who?")
    assert (answer.answered_by, len(answer.statements)) == ("gpt", 1)
    assert "cut off" in answer.notices[0]


def test_a_model_that_invents_gives_way() -> None:
    answer = bot(Script([claim(1, "Invented.")], "gpt"), Script([claim(1)])).ask("Who?")
    assert answer.answered_by == "extractive"
    assert [r.text for r in answer.removed] == ["Invented."]
    assert answer.notices


def test_a_model_that_abstains_is_believed() -> None:
    answer = bot(Script([Abstained("fact_missing")], "gpt"), Script([claim(1)])).ask("Who?")
    assert (answer.answered_by, answer.outcome, answer.notices) == ("gpt", "not_in_sources", ())


def test_strict_drops_the_unconfirmed() -> None:
    doubtful = claim(1, "Lâm perhaps came.")
    assert bot(Script([doubtful])).ask("Who?").statements[0].support == "unconfirmed"
    assert bot(Script([doubtful]), strict=True).ask("Who?").outcome == "unverified"


def test_a_sentence_said_twice_stands_once() -> None:
    assert len(bot(Script([claim(1), claim(1)])).ask("Who?").statements) == 1


def test_short_answers_lie_in_what_is_cited() -> None:
    assert bot(Script([claim(1), Remarks(short=cited(3))])).ask("Who?").short_answer is None
    answer = bot(Script([claim(1)])).ask("When?")
    assert (answer.short_answer, answer.short_span and answer.short_span.quote) == ("Monday", "Monday")


def test_questions_have_limits() -> None:
    with pytest.raises(QuestionError, match="empty"):
        bot(Script([])).ask(" ")
    with pytest.raises(QuestionError, match="at most 10 characters; this one has 11"):
        bot(Script([]), question_chars=10).ask("x" * 11)


def test_closing_the_stream_closes_the_answerer() -> None:
    script = Script([claim(1), claim(2)])
    stream = bot(script).stream("Who?")
    next(stream)
    stream.close()
    assert script.closed


def test_history_may_be_a_list_of_answers() -> None:
    one = bot(Script([claim(1)]))
    first = one.ask("Who?")
    assert one.ask("And where?", [first]).outcome == one.ask("And where?", Conversation().then(first)).outcome


def test_a_bot_needs_an_answerer() -> None:
    with pytest.raises(ValueError, match="needs an answerer"):
        bot()


class Reviewing:
    """A Reviewer that confirms what says 'perhaps', and rejects what says 'perhaps not'."""

    def __init__(self, fault: ModelError | None = None) -> None:
        self.fault = fault

    def review(self, statements: Sequence[Statement]) -> list[Statement | Removed]:
        if self.fault:
            raise self.fault
        return [
            Removed(s.text, ("entailment:contradicted",))
            if "perhaps not" in s.text
            else Statement(s.text, s.citations, "verified")
            for s in statements
        ]


def test_a_reviewer_confirms_or_removes() -> None:
    script = Script([claim(1, "Lâm perhaps came."), claim(2, "He was perhaps not welcomed.")])
    for strict in (False, True):
        answer = bot(script, reviewer=Reviewing(), strict=strict).ask("Who?")
        assert [(s.text, s.support) for s in answer.statements] == [("Lâm perhaps came.", "verified")]
        assert answer.removed == (Removed("He was perhaps not welcomed.", ("entailment:contradicted",)),)


def test_a_failing_reviewer_changes_nothing() -> None:
    script = Script([claim(1, "Lâm perhaps came.")])
    down = Reviewing(ModelError("Down.", "unreachable"))
    assert bot(script, reviewer=down).ask("Who?").statements[0].support == "unconfirmed"
    assert bot(script, reviewer=down, strict=True).ask("Who?").outcome == "unverified"


def test_a_question_is_searched_for_with_its_marks() -> None:
    class Marks:
        def restored(self, question: Question, filters: Filters = Filters()) -> Question:
            return Question(question.text, "Lâm", question.language)

    one = bot(Script([claim(1)]), restorer=Marks())
    answer = one.ask("Lam")
    assert (answer.question.text, answer.question.standalone) == ("Lam", "Lâm")
    assert one.retrieve("Lam") == one.retriever.retrieve("Lâm", limit=10)
