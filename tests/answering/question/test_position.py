import pytest

from bot.answering.question.kind import asked
from bot.answering.question.position import asks_position
from bot.models import Language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What position does Ida Moss hold?", "en"),
        ("Which post did Ida Moss occupy in 2019?", "en"),
        ("What is Ida Moss's job title?", "en"),
        ("What was the rank of Ida Moss?", "en"),
        ("Bà Ý đang giữ chức vụ gì?", "vi"),
        ("Bà Ý từng đảm nhiệm cương vị nào?", "vi"),
        ("Chức vụ của bà Ý là gì?", "vi"),
    ],
)
def test_questions_for_an_office(question: str, language: Language) -> None:
    found = asked(question, language)
    assert (found.kind, found.measure) == ("thing", "office")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does Ida Moss hold in her hand?", "en"),
        ("What position did the boat drift to?", "en"),
        ("Who holds the post of mayor?", "en"),
        ("Bà Ý giữ vật gì?", "vi"),
        ("Ai giữ chức vụ chủ tịch xã?", "vi"),
        ("Vị trí của con đập ở đâu?", "vi"),
    ],
)
def test_other_questions(question: str, language: Language) -> None:
    assert asked(question, language).measure != "office"


def test_only_the_name_is_left_to_look_for() -> None:
    forms = ["bà", "ý", "giữ", "chức", "vụ", "gì"]
    assert asks_position(forms, "vi") == frozenset({2, 3, 4, 5})
    assert asks_position([], "en") == frozenset()
