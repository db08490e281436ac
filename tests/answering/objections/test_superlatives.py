import pytest

from bot.answering.objections.superlatives import unsurpassed
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "unsaid"),
    [
        ("Which farm sold the most apples?", "en", "The Quinn farm sold apples.", True),
        ("Which farm sold the most apples?", "en", "The Quinn farm sold most of the apples.", False),
        ("Which farm sold the most apples?", "en", "The Quinn farm sold a record 40 tonnes.", False),
        ("Which farm sold the most apples?", "en", "The Quinn farm sold apples. It is the biggest grower.", False),
        ("Who has given the most money?", "en", "Orla has given money.", True),
        ("Which is the oldest mill?", "en", "The mill was built in 1790.", True),
        ("Which is the oldest mill?", "en", "The Lugo mill is the oldest.", False),
        ("Who is the youngest member?", "en", "Orla, a member, is 19.", True),
        ("Who burnt the most valuable boats?", "en", "Orla burnt the boats.", False),
        ("Who burnt the oldest boats?", "en", "Orla burnt the boats.", False),
        ("Who is the third oldest man?", "en", "Bruno is 99.", False),
        ("Ai đốt những con thuyền cũ nhất?", "vi", "Bà Mai đốt thuyền.", False),
        ("Who is the youngest player?", "en", "The best player is Orla.", True),
        ("Who is the youngest player?", "en", "Orla is the youngest player.", False),
        ("Ai là cầu thủ trẻ nhất?", "vi", "Cầu thủ xuất sắc nhất là bà Mai.", True),
        ("Ai là cầu thủ trẻ nhất?", "vi", "Cầu thủ trẻ nhất là bà Mai.", False),
        ("What do most people eat?", "en", "People eat bread.", False),
        ("Who tested the forest?", "en", "Orla tested the forest.", False),
        ("How many boats left at most?", "en", "Nine boats left.", False),
        ("Xã nào trồng nhiều cam nhất?", "vi", "Xã Vân trồng cam.", True),
        ("Xã nào trồng nhiều cam nhất?", "vi", "Xã Vân trồng nhiều cam nhất tỉnh.", False),
        ("Xã nào trồng nhiều cam nhất?", "vi", "Xã Vân trồng phần lớn số cam.", False),
        ("Xã nào trồng nhiều cam nhất?", "vi", "Xã Vân thống nhất trồng cam.", True),
        ("Ai cao tuổi nhất đoàn?", "vi", "Bà Mai, 80 tuổi, ở trong đoàn.", True),
        ("Hai bên nhất trí điều gì?", "vi", "Hai bên bàn về cam.", False),
        ("Ai thống nhất đất nước?", "vi", "Ông Sơn dẹp loạn.", False),
        ("Giải nhất thuộc về ai?", "vi", "Bà Mai đoạt giải.", False),
        ("Thứ nhất là gì?", "vi", "Bà Mai nói về cam.", False),
    ],
)
def test_what_surpasses_the_rest_is_said_to(question: str, language: Language, text: str, unsaid: bool) -> None:
    view, found = read(question, language, text)
    assert unsurpassed(view, found[0]) is unsaid


def test_a_superlative_in_the_other_language() -> None:
    for text, unsaid in (("Xã Vân bán táo.", True), ("Xã Vân bán nhiều táo nhất.", False)):
        view, (scene,) = read("Which village sold the most apples?", "en", text, told="vi")
        assert unsurpassed(view, scene) is unsaid
    for text, unsaid in (("Vân village sells apples.", True), ("Vân village is the top seller of apples.", False)):
        view, (scene,) = read("Xã nào bán nhiều táo nhất?", "vi", text, told="en")
        assert unsurpassed(view, scene) is unsaid
