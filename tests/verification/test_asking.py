import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.verification.asking import plainly
from bot.verification.attribution import check_text

TEXT = "Tô Lâm visited the ASEAN Secretariat in Jakarta on Monday with 30 officials."
VI_TEXT = "Tô Lâm thăm Ban Thư ký ASEAN tại Jakarta cùng 30 quan chức."
EN = ["{q}? {a}.", "{q}: {a}", "{q} - {a}", "{q}? — {a}", "{q}?\n{a}", "Question: {q}? Answer: {a}.", "Q: {q}? A: {a}",
      "The answer to “{q}?” is {a}.", 'The answer to the question "{q}?" is: {a}', "“{q}?” {a}", "{q} => {a}"]  # fmt: skip
VI = ["{q}? {a}.", "{q}: {a}", "{q} – {a}", "Hỏi: {q}? Đáp: {a}.", "Câu hỏi: {q}? Trả lời: {a}", "Câu trả lời cho câu hỏi “{q}?” là {a}."]  # fmt: skip


@pytest.mark.parametrize("form", EN)
def test_every_way_to_put_an_english_answer_gets_one_verdict(form: str) -> None:
    question = "How many officials visited the Secretariat with Tô Lâm"
    assert check_text(form.format(q=question, a="30"), TEXT).support == "verified"
    assert check_text(form.format(q=question, a="31"), TEXT).support == "rejected"


@pytest.mark.parametrize("form", VI)
def test_every_way_to_put_a_vietnamese_answer_gets_one_verdict(form: str) -> None:
    question = "Bao nhiêu quan chức cùng Tô Lâm thăm Ban Thư ký ASEAN"
    assert check_text(form.format(q=question, a="30"), VI_TEXT).support == "verified"
    assert check_text(form.format(q=question, a="31"), VI_TEXT).support == "rejected"


@pytest.mark.parametrize(
    "text",
    [
        "Lâm said: it was good.",
        "Ông nói: tốt.",
        "On Monday - as planned - he left.",
        "Where he came from",
        "Kick-off: 19:30",
        "A: B",
        "What a day!",
        "What? ",
    ],
)
def test_what_is_no_answered_question_stays_as_it_is(text: str) -> None:
    assert plainly(text) == text


@given(st.text(max_size=80))
def test_it_never_fails_and_settles(text: str) -> None:
    once = plainly(text)
    assert plainly(plainly(once)) == plainly(once)


@given(st.text("ab ?:-\n“”", max_size=30))
def test_it_adds_nothing_but_the_mark(text: str) -> None:
    assert {c for c in plainly(text) if c.isalpha()} <= set(text)
