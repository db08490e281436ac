import pytest

from bot.answering.objections.premises import deed_missing, name_missing, number_missing, opposed
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "contrary"),
    [
        ("Why did the board refuse the offer?", "en", "The board accepted the offer on Monday.", True),
        ("Why did the board spurn the offer?", "en", "The board accepted the offer on Monday.", True),
        ("Why did the board take up the offer?", "en", "The board accepted the offer on Monday.", False),
        ("Vì sao công ty khước từ đề nghị?", "vi", "Công ty chấp nhận đề nghị hôm thứ Hai.", True),
        ("Vì sao công ty chấp thuận đề nghị?", "vi", "Công ty chấp nhận đề nghị hôm thứ Hai.", False),
    ],
)
def test_the_contrary_of_a_word_or_of_its_like(question: str, language: Language, text: str, contrary: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert opposed(view, scene) is contrary


@pytest.mark.parametrize(
    ("question", "asks", "text", "told", "missing"),
    [
        ("What did Ida Moss paint?", "en", "Colm Reyes painted a gate.", "en", True),
        ("What did Lê Hà paint?", "en", "Colm Reyes painted a gate.", "en", True),
        ("What did Lê Hà paint?", "en", "Trần Bảo đã vẽ cổng làng.", "vi", True),
        ("What did Lê Hà paint?", "en", "Bà Lê Nga đã vẽ cổng làng.", "vi", True),
        ("Bà Lê Hà vẽ gì?", "vi", "Ông Trần Bảo vẽ cổng làng.", "vi", True),
        ("Bà Lê Hà vẽ gì?", "vi", "Thu Hà vẽ cổng làng.", "vi", True),
        ("What did Ida Moss paint?", "en", "Moss painted a gate.", "en", False),
        ("What did Lê Hà paint?", "en", "Lê Hà painted a gate.", "en", False),
        ("What did Lê Hà paint?", "en", "Bà Lê Hà đã vẽ cổng làng.", "vi", False),
        ("What did the painter Lan Hà paint?", "en", "Bà Lan Hà đã vẽ cổng làng.", "vi", False),
        ("Bà Lê Hà vẽ gì?", "vi", "Bà Hà vẽ cổng làng.", "vi", False),
        ("Bà Lê Hà vẽ gì?", "vi", "Lê Hà painted a gate.", "en", False),
    ],
)
def test_a_name_that_the_article_lacks(question: str, asks: Language, text: str, told: Language, missing: bool) -> None:
    view, found = read(question, asks, text, told=told)
    assert name_missing(view, found) is missing


def test_a_title_may_name_it() -> None:
    for title, missing in (("Ida Moss paints again", False), ("A painter is back", True)):
        view, found = read("What did Ida Moss paint?", "en", "She painted a gate.", title=title)
        assert name_missing(view, found) is missing


@pytest.mark.parametrize(
    ("question", "asks", "text", "told", "missing"),
    [
        ("Who sold 40 boats?", "en", "Colm sold 30 boats.", "en", True),
        ("Who signed Vision 2045?", "en", "Colm signed Vision 2035.", "en", True),
        ("Ai bán 40 thuyền?", "vi", "Bảo bán 30 thuyền.", "vi", True),
        ("Who sold 40 boats?", "en", "Bảo bán 30 thuyền.", "vi", True),
        ("Who sold 40 boats?", "en", "Colm sold forty boats.", "en", False),
        ("Who sold three boats?", "en", "Colm sold 30 boats.", "en", False),
        ("Ai bán 40 thuyền?", "vi", "Bảo bán bốn mươi thuyền.", "vi", False),
        ("Who sold 40 boats?", "en", "Bảo bán 40 thuyền.", "vi", False),
    ],
)
def test_a_number_that_the_article_lacks(
    question: str, asks: Language, text: str, told: Language, missing: bool
) -> None:
    view, found = read(question, asks, text, told=told)
    assert number_missing(view, found) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("Why did the painting of the gate take place?", "en", "The painting of the gate cost $9.", False),
        ("How did the sale of the mill happen?", "en", "The sale of the mill was quick.", False),
        ("Did the mill exist?", "en", "Rain fell.", True),
        ("Why did Colm paint the gate?", "en", "Colm closed the mill.", True),
        ("How did Colm mend the gate?", "en", "Colm closed the mill.", True),
        ("Vì sao việc bán xưởng diễn ra?", "vi", "Việc bán xưởng tốn kém.", False),
        ("Vì sao ông Bảo vẽ cổng làng?", "vi", "Ông Bảo đóng xưởng.", True),
        ("Ông Bảo bán xưởng như thế nào?", "vi", "Ông Bảo bán xưởng rất nhanh.", False),
    ],
)
def test_what_was_done_must_be_said_and_light_words_need_not(
    question: str, language: Language, text: str, missing: bool
) -> None:
    view, (scene,) = read(question, language, text)
    assert deed_missing(view, scene) is missing
