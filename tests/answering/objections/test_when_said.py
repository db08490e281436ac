import pytest

from bot.answering.objections.when_said import another_year
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "another"),
    [
        ("Who won the race last year?", "en", "Orla won the race on Saturday.", True),
        ("Who won the race last year?", "en", "Orla won the race. Bruno was last year's winner.", False),
        ("Who won the race last year?", "en", "Bruno won the race in 2023.", False),
        ("Where will the race be next year?", "en", "The race was in Lugo.", True),
        ("Where will the race be next year?", "en", "The next edition will be in Lugo.", False),
        ("Who won the race?", "en", "Orla won the race.", False),
        ("Ai thắng năm ngoái?", "vi", "Bà Mai thắng hôm qua.", True),
        ("Ai thắng năm ngoái?", "vi", "Mùa trước, bà Mai thắng.", False),
        ("Sang năm giải diễn ra ở đâu?", "vi", "Giải diễn ra ở Huế.", True),
        ("Ai thắng năm ngoái?", "vi", "Bà Mai thắng sau 30 năm qua.", True),
        ("Who won the race last year?", "en", "Orla spoke of Vision 2045.", True),
        ("What was found 100 years ago?", "en", "Orla found a boat.", False),
        ("Sang năm giải diễn ra ở đâu?", "vi", "Năm sau, giải diễn ra ở Huế.", False),
    ],
)
def test_last_year_is_not_today(question: str, language: Language, text: str, another: bool) -> None:
    view, found = read(question, language, text)
    assert another_year(view, found[0]) is another


def test_a_year_in_the_other_language() -> None:
    for text, another in (("Bà Orla thắng hôm qua.", True), ("Năm ngoái bà Orla thắng.", False)):
        view, (scene,) = read("Who won the race last year?", "en", text, told="vi")
        assert another_year(view, scene) is another
