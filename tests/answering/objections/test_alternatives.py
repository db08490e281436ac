import pytest

from bot.answering.objections.alternatives import neither
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "said_neither"),
    [
        ("Did Orla come by train or by car?", "en", "Orla came on Monday.", True),
        ("Did Orla come by train or by car?", "en", "Orla came by car.", False),
        ("Did Orla come by train or by car?", "en", "Orla came on Monday. The train was late.", False),
        ("Which did she plant, a lime tree or a peach tree?", "en", "She planted a tree.", True),
        ("Which did she plant, a lime tree or a peach tree?", "en", "She planted a peach.", False),
        ("Did she leave or not?", "en", "She stayed.", False),
        ("How many boats, more or less, left?", "en", "Nine boats left.", False),
        ("Bà Mai trồng cây xoài hay cây ổi?", "vi", "Bà Mai trồng cây trong vườn.", True),
        ("Bà Mai trồng cây xoài hay cây ổi?", "vi", "Bà Mai trồng một cây ổi.", False),
        ("Bà Mai trồng cây gì, cây xoài hay cây ổi?", "vi", "Bà Mai trồng cây.", True),
        ("Đoàn đi bằng tàu hỏa hay ô tô?", "vi", "Đoàn đi hôm qua.", True),
        ("Đoàn đi bằng tàu hỏa hay ô tô?", "vi", "Đoàn đi bằng tàu hỏa.", False),
        ("Bà Mai có trồng cây hay không?", "vi", "Bà Mai đi Huế.", False),
        ("Bà Mai đã trồng cây hay chưa?", "vi", "Bà Mai đi Huế.", False),
    ],
)
def test_one_of_two_is_said(question: str, language: Language, text: str, said_neither: bool) -> None:
    view, found = read(question, language, text)
    assert neither(view, found[0]) is said_neither


def test_alternatives_in_the_other_language() -> None:
    for text, said_neither in (("Orla đến hôm qua.", True), ("Orla đến bằng tàu hỏa.", False)):
        view, (scene,) = read("Did Orla come by train or by car?", "en", text, told="vi")
        assert neither(view, scene) is said_neither
    for text, said_neither in (("The delegation left on Monday.", True), ("The delegation left by car.", False)):
        view, (scene,) = read("Đoàn đi bằng tàu hỏa hay ô tô?", "vi", text, told="en")
        assert neither(view, scene) is said_neither
