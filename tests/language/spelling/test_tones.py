import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon.glossary import Glossary
from bot.language.spelling.frequent import COUNTED, FREQUENT, PHRASES
from bot.language.spelling.marks import is_under_marked
from bot.language.spelling.tones import with_marks
from bot.language.words.normalise import clean, fold, fold_aligned
from bot.language.words.syllables import is_syllable

EVALS = Path(__file__).resolve().parents[3] / "evals"
TEXTS = (
    "Chiều 3/5, Tổng thống Phần Lan Aino Lehtonen đã tới thăm Trường Đại học Bách khoa Hà Nội.",
    "Ông Lâm Văn Tám, Hiệu trưởng nhà trường, tặng khách bức tranh sơn mài vẽ hồ Gươm.",
    "Sau trận lũ, cầu Sông Lô bị cuốn trôi; 12 hộ dân phải rời nhà.",
)
QUESTIONS = [
    clean(question["question"]).text
    for name in ("seeds", "news")
    for question in map(json.loads, (EVALS / name / "questions.jsonl").read_text("utf-8").splitlines())
    if question["lang"] == "vi" and not question["question"].isascii()
]
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def marked(text: str) -> str:
    return with_marks(text, TEXTS, Glossary.load())


def bare(text: str) -> str:
    """Without any mark; capitals stay."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def without_tones(text: str) -> str:
    """Without tones; ă â đ ê ô ơ ư stay."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(TONES))


@pytest.mark.parametrize(
    "question",
    [
        "Tổng thống Phần Lan đã tới thăm trường nào?",
        "Ông Lâm tặng khách cái gì?",
        "Ai dịch cuốn sách này?",
        "Xin cho tôi hỏi, theo bài báo thì ông Lâm gặp những ai ạ?",
        "Ai là hiệu trưởng của trường?",
        "Cầu nào bị cuốn trôi sau trận lũ?",
        "Có bao nhiêu hộ dân phải rời nhà?",
        "Ai tặng khách bức tranh sơn mài?",
        "Vì sao bộ trưởng ngoại giao từ chức?",
        "Ảnh trong bài lấy của ai?",
        "Ai chụp ảnh này?",
        "Bức ảnh do ai chụp?",
        "Quà của ông Tám là gì?",
        "Ông Tám nhận quà gì?",
        "Có những món quà nào?",
        "Hộ dân rời nhà bao nhiêu năm rồi?",
        "Còn những ai rời nhà?",
        "Ngoài ông Tám, còn ai rời nhà?",
        "Ông Tám vẫn còn dạy học không?",
        "Ông Tám có mấy con?",
        "Ông có con không?",
        "Khách là anh của ai?",
        "Ông Tám có ảnh hưởng gì?",
        "Ai đi qua cầu?",
        "Ai qua đời sau trận lũ?",
        "Nước Anh ở đâu?",
    ],
)
@pytest.mark.parametrize("typed", [bare, without_tones])
def test_marks_left_out_in_typing_come_back(question: str, typed: Callable[[str], str]) -> None:
    assert is_under_marked(typed(question))
    assert marked(typed(question)) == question


def test_a_word_is_read_by_its_topic() -> None:
    assert with_marks("cau nao", ["Xe qua cầu."], Glossary([])) == "cầu nào"
    assert with_marks("cau nao", ["Đó là một câu thơ."], Glossary([])) == "câu nào"


def test_question_words_stand_where_people_put_them() -> None:
    assert with_marks("may ngay", ["Máy chạy cả ngày."], Glossary([])) == "mấy ngày"
    assert with_marks("may chay", ["Máy chạy cả ngày."], Glossary([])) == "máy chạy"


def test_a_name_is_read_as_names_are_written() -> None:
    assert marked("Ong Lam lam gi?") == "Ông Lâm làm gì?"
    assert marked("Ai toi Phan Lan?") == "Ai tới Phần Lan?"


def test_foreign_words_numbers_and_pasted_marks_stay() -> None:
    assert marked("Aino Lehtonen den ngay 3/5 luc 10h30?") == "Aino Lehtonen đến ngày 3/5 lúc 10h30?"
    assert marked("Hiệu trưởng Lam Van Tam noi gi?") == "Hiệu trưởng Lâm Văn Tám nói gì?"


def test_marks_of_letters_that_are_typed_elsewhere_are_meant_to_lack() -> None:
    texts = ["Ông mua sơn.", "Bà mua sơn.", "Cô mua son."]
    assert with_marks("ai mua son", texts, Glossary([])) == "ai mua sơn"
    assert with_marks("ai mua son ơ đâu", texts, Glossary([])) == "ai mua son ở đâu"


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_with_its_marks_is_left_alone(question: str) -> None:
    assert not is_under_marked(question) or marked(question) == question


def test_a_question_without_its_marks_is_noticed() -> None:
    assert all(is_under_marked(bare(q)) for q in QUESTIONS if sum(w.islower() for w in q.split()) > 2)


@given(st.text())
def test_only_marks_are_added(text: str) -> None:
    cleaned = clean(text).text
    result = marked(cleaned)
    assert len(result) == len(cleaned)
    assert fold_aligned(result) == fold_aligned(cleaned)


@given(st.lists(st.sampled_from(["ai", "da", "Don", "LAM", "đên", "3/5", "o", "đâu", "Jakarta", "?", "(", "toa"])))
def test_any_mixture_of_words_keeps_its_letters(words: list[str]) -> None:
    text = " ".join(words)
    assert fold(marked(text)) == fold(text)


def test_the_lists_hold_vietnamese_syllables() -> None:
    words = {*FREQUENT, *COUNTED, *(word for phrase in PHRASES for word in phrase.split())} - {"^", "$"}
    assert [word for word in words if not is_syllable(fold(word))] == []
    assert all(" " in phrase for phrase in PHRASES)
