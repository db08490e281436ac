import pytest

from bot.answering.objections.founding import another_founded
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "another"),
    [
        ("When was Lugo founded?", "en", "The Lugo Museum was founded in 1901.", True),
        ("When was Lugo founded?", "en", "Lugo was founded in 1201.", False),
        ("When was Lugo founded?", "en", "Lugo marks the establishment of the Lugo Choir in 1990.", True),
        ("When was Lugo founded?", "en", "Romans founded the city of Lugo in 25 BC.", False),
        ("When was the Lugo Choir founded?", "en", "The Lugo Choir was founded in 1990.", False),
        ("When was Quinn founded?", "en", "Quinn Group was founded in 1990.", False),
        ("When was Quinn founded?", "en", "It was founded in 1990.", False),
        ("When was Lugo founded?", "en", "Vigo's club was founded in 1990.", True),
        ("When was Lugo founded?", "en", "The club was founded in 1990.", False),
        ("When was Lugo founded?", "en", "Romans founded the city in 25 BC.", False),
        ("Vinh được thành lập năm nào?", "vi", "Câu lạc bộ Hải Âu được thành lập năm 1990.", True),
        ("Vinh được thành lập năm nào?", "vi", "Câu lạc bộ được thành lập năm 1990.", False),
        ("When was Lugo flooded?", "en", "The Lugo Museum was founded in 1901.", False),
        ("Vinh được thành lập năm nào?", "vi", "Quỹ Vinh được thành lập năm 1990.", True),
        ("Vinh được thành lập năm nào?", "vi", "Thành phố Vinh được thành lập năm 1963.", False),
        ("Hải Âu ra đời khi nào?", "vi", "Tập đoàn Hải Âu ra đời năm 1988.", False),
        ("Hải Âu ra đời khi nào?", "vi", "Năm 1988 đánh dấu sự hình thành Quỹ Hải Âu.", True),
    ],
)
def test_what_is_founded_is_what_is_asked_about(question: str, language: Language, text: str, another: bool) -> None:
    view, found = read(question, language, text)
    assert another_founded(view, found[0]) is another


def test_the_founding_in_the_other_language() -> None:
    view, (scene,) = read("Cộng đồng ASEAN ra đời năm nào?", "vi", "The ASEAN Community was formed in 2015.", told="en")
    assert not another_founded(view, scene)
    view, (scene,) = read("ASEAN ra đời năm nào?", "vi", "The ASEAN Community was formed in 2015.", told="en")
    assert another_founded(view, scene)
    view, (scene,) = read("When was ASEAN founded?", "en", "Năm 2015 là dấu mốc hình thành Cộng đồng ASEAN.", told="vi")
    assert another_founded(view, scene)
