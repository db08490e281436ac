import pytest

from bot.answering.objections.to_come import asks_future, long_past
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "past"),
    [
        ("What will Mara do for the village?", "en", "Mara mended the ferry of the village.", True),
        ("What will Mara do for the village?", "en", "Mara will mend the ferry of the village.", False),
        ("What is Mara going to do?", "en", "Mara pledged to mend the ferry.", False),
        ("What did Mara do?", "en", "Mara mended the ferry.", False),
        ("Bà Mai sẽ làm gì cho làng?", "vi", "Bà Mai đã sửa phà của làng.", True),
        ("Bà Mai sẽ làm gì cho làng?", "vi", "Bà Mai cam kết sửa phà của làng.", False),
        ("Bà Mai đã làm gì cho làng?", "vi", "Bà Mai đã sửa phà của làng.", False),
    ],
)
def test_what_is_to_come_is_told_so(question: str, language: Language, text: str, past: bool) -> None:
    view, found = read(question, language, text)
    assert long_past(view, found[0]) is past


def test_or_so_in_the_other_language() -> None:
    for text, past in (("Bà Mara đã sửa phà.", True), ("Bà Mara sẽ sửa phà.", False)):
        view, (scene,) = read("What will Mara do?", "en", text, told="vi")
        assert asks_future(view)
        assert long_past(view, scene) is past
