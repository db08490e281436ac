import pytest

from bot.answering.objections.deeds import deed_named_only
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "named_only"),
    [
        ("Who painted the picture?", "en", "Bà Mai tặng bức tranh.", True),
        ("Who painted the picture?", "en", "Bà Mai vẽ bức tranh.", False),
        ("Who sang the song?", "en", "Bà Mai hát bài hát.", False),
        ("Who donated it?", "en", "Bà Mai tặng bức tranh.", False),
        ("Who was the painter?", "en", "Bà Mai tặng bức tranh.", False),
        ("What did she paint?", "en", "Bà Mai tặng bức tranh.", False),
        ("Ai vẽ bức họa?", "vi", "Mai presented a painting.", True),
        ("Ai vẽ bức họa?", "vi", "Mai painted it in March.", False),
        ("Ai là họa sĩ?", "vi", "Mai presented a painting.", False),
    ],
)
def test_a_thing_is_no_deed(question: str, language: Language, text: str, named_only: bool) -> None:
    told: Language = "vi" if language == "en" else "en"
    view, (scene,) = read(question, language, text, told=told)
    assert deed_named_only(view, scene) is named_only


def test_the_same_language_knows_the_deed_by_its_form() -> None:
    view, (scene,) = read("Who painted the picture?", "en", "Mai gave a painting.")
    assert not deed_named_only(view, scene)
