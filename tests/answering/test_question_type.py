import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question_type import asked
from bot.language.glossary import Glossary
from bot.language.normalise import fold
from bot.language.terms import tokens
from bot.language.tones import with_marks

KINDS = [
    ("Who welcomed the delegation?", "en", "person"),
    ("Whom did Lâm urge?", "en", "person"),
    ("When was the community established?", "en", "date"),
    ("In what year did Việt Nam join?", "en", "date"),
    ("Where is the Secretariat?", "en", "place"),
    ("Which country is it in?", "en", "place"),
    ("How many pieces are there?", "en", "number"),
    ("How much does the painting cost?", "en", "number"),
    ("Why did he come?", "en", "reason"),
    ("How did he describe it?", "en", "manner"),
    ("What is the name of his wife?", "en", "name"),
    ("What did he plant?", "en", "thing"),
    ("Is it the first visit?", "en", "yes_no"),
    ("Ai đã đón đoàn?", "vi", "person"),
    ("Chuyến thăm diễn ra khi nào?", "vi", "date"),
    ("Việt Nam gia nhập năm nào?", "vi", "date"),
    ("Trụ sở ở đâu?", "vi", "place"),
    ("Có bao nhiêu tác phẩm?", "vi", "number"),
    ("Tại sao ông đến?", "vi", "reason"),
    ("Ông nói như thế nào?", "vi", "manner"),
    ("Phu nhân tên là gì?", "vi", "name"),
    ("Ông đã tặng gì?", "vi", "thing"),
    ("Ông có trồng cây không?", "vi", "yes_no"),
]


@pytest.mark.parametrize(("question", "language", "kind"), KINDS)
def test_kind(question: str, language: str, kind: str) -> None:
    assert asked(question, language).kind == kind


@pytest.mark.parametrize(("question", "kind"), [(q, k) for q, lang, k in KINDS if lang == "vi"])
def test_kind_of_a_question_typed_without_tones(question: str, kind: str) -> None:
    assert asked(with_marks(fold(question), (), Glossary.load()), "vi").kind == kind


@pytest.mark.parametrize(
    ("question", "language", "measure"),
    [
        ("How long did the meeting last?", "en", "duration"),
        ("How old is he?", "en", "age"),
        ("How much does it cost?", "en", "money"),
        ("In which year was it founded?", "en", "year"),
        ("On what day of the week did he come?", "en", "weekday"),
        ("Bức tranh trị giá bao nhiêu tiền?", "vi", "money"),
        ("Ông bao nhiêu tuổi?", "vi", "age"),
        ("Buổi làm việc kéo dài mấy giờ?", "vi", "duration"),
        ("Thành lập năm nào?", "vi", "year"),
    ],
)
def test_measure(question: str, language: str, measure: str) -> None:
    assert asked(question, language).measure == measure


@pytest.mark.parametrize(
    ("question", "language", "focus"),
    [
        ("What species of tree was planted?", "en", ["species"]),
        ("What is the price of gold?", "en", ["price"]),
        ("How many people were there?", "en", ["people"]),
        ("Tổng Bí thư trồng loại cây gì?", "vi", ["loại", "cây"]),
        ("Dân số Indonesia là bao nhiêu?", "vi", ["Dân", "số"]),
    ],
)
def test_focus(question: str, language: str, focus: list[str]) -> None:
    words = [t for t, _, _ in tokens(question)]
    assert [words[i] for i in asked(question, language).focus] == focus


def test_several() -> None:
    assert asked("Which two anniversaries does the visit mark?", "en").several
    assert asked("Những ai đón đoàn?", "vi").several
    assert not asked("Who welcomed him?", "en").several


@given(st.text(max_size=80), st.sampled_from(["en", "vi"]))
def test_any_text_is_read(text: str, language: str) -> None:
    found = asked(text, language)
    count = len(list(tokens(text)))
    assert all(0 <= i < count for i in (*found.asking, *found.focus))
