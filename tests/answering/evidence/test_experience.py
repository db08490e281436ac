"""Whether something has happened before."""

import pytest

from bot.answering.evidence.experience import TELLS_FIRST, asks_ever
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "asks"),
    [
        ("Has Orla ever rowed to Lugo?", "en", True),
        ("Had the mayor been there before?", "en", True),
        ("Was it the first race of Orla?", "en", True),
        ("Did Bruno previously own the mill?", "en", True),
        ("Has Orla never rowed?", "en", True),
        ("Has Orla rowed to Lugo?", "en", False),
        ("Who rowed first?", "en", False),
        ("Was it the first race of Orla, or which one is it?", "en", False),
        ("When had Orla been there before?", "en", False),
        ("Is the ferry old?", "en", False),
        ("Bà Mai đã từng đến Lugo chưa?", "vi", True),
        ("Trước đây bà Mai có đến Lugo không?", "vi", True),
        ("Đây có phải lần đầu bà Mai chèo thuyền không?", "vi", True),
        ("Bà Mai đã bao giờ chèo thuyền chưa?", "vi", True),
        ("Trước giờ có ai đến Lugo chưa?", "vi", True),
        ("Xưa nay bà Mai có chèo thuyền không?", "vi", True),
        ("Đã có thị trưởng nào đến Lugo chưa?", "vi", True),
        ("Bà Mai có đến Lugo không?", "vi", False),
        ("Ai từng đến Lugo?", "vi", False),
        ("Lần đầu bà Mai đến Lugo là khi nào?", "vi", False),
    ],
)
def test_what_asks_if_it_was_before(question: str, language: Language, asks: bool) -> None:
    view, _ = read(question, language, "Orla.")
    assert asks_ever(view) is asks


@pytest.mark.parametrize(
    ("language", "text", "tells"),
    [
        ("en", "It was her first-ever race.", True),
        ("en", "Orla had never rowed.", True),
        ("en", "She had once lived in Lugo.", True),
        ("en", "Orla rowed home.", False),
        ("en", "Beforehand they ate.", False),
        ("vi", "Đây là lần đầu bà Mai chèo thuyền.", True),
        ("vi", "Bà Mai chưa từng chèo thuyền.", True),
        ("vi", "Trước đó bà Mai ở Vinh.", True),
        ("vi", "Bà Mai chèo thuyền.", False),
        ("vi", "Bà Mai đứng đầu đoàn.", False),
    ],
)
def test_what_tells_of_a_first_time(language: Language, text: str, tells: bool) -> None:
    _, (scene,) = read("Orla?", language, text)
    assert TELLS_FIRST.says(scene.sentence) is tells
