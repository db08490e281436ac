import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.light_words import LEFT, framing, holds, is_light
from bot.answering.words import words
from bot.language.terms import word_of
from bot.models import Language

FRAMES = sorted(words("what did has the mayor say said think about dam ai nói cho biết trở thành chính xác gì con đập"))


@pytest.mark.parametrize(
    ("question", "language", "framed"),
    [
        ("What did the mayor say about the dam", "en", ["say"]),
        ("What has Mara stated on the new dam", "en", ["stated"]),
        ("How many boats does the report mention near Hoi", "en", ["mention"]),
        ("Bà Mai cho biết con đập dài bao nhiêu", "vi", ["cho", "biết"]),
        ("Anh Tú trở thành đội trưởng năm nào", "vi", ["trở", "thành"]),
        ("Con dap dai chinh xac bao nhieu met", "vi", ["chinh", "xac"]),
        ("Who built the dam and the bridge", "en", []),
        ("The mayor said that boats sank", "en", []),
        ("What did Mara think", "en", ["think"]),
        ("Did Mara say", "en", []),
        ("Ai nói", "vi", []),
        ("Ai xây con đập ở làng Hoa", "vi", []),
    ],
)
def test_words_that_only_say_who_said_it(question: str, language: Language, framed: list[str]) -> None:
    found = question.split()
    assert [found[i] for i in sorted(framing([word_of(w) for w in found], language))] == framed


@given(st.lists(st.sampled_from(FRAMES) | st.text("a.đ?", min_size=1, max_size=3), max_size=14))
def test_framing_lies_in_the_question_and_leaves_some_of_it(found: list[str]) -> None:
    for language in ("en", "vi"):
        framed = framing([word_of(w) for w in found], language)
        assert framed <= set(range(len(found)))
        assert not framed or len(found) - len(framed) > LEFT


def test_light_words_in_every_form() -> None:
    assert all(is_light(word_of(w)) for w in ("happened", "occurs", "becoming", "nằm", "chuyến"))
    assert not any(is_light(word_of(w)) for w in ("planted", "bridge", "trồng", "hosted"))
    assert [holds(word_of(w)) for w in ("hosted", "houses", "đóng", "planted")] == [True, True, True, False]
