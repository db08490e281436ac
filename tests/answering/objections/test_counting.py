import pytest

from bot.answering.objections.counting import measured_otherwise, uncounted, undated
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "otherwise"),
    [
        ("Who rowed for 12 hours?", "en", "Mara rowed for 9 hours.", True),
        ("Who scored with 4:51 left?", "en", "With 4:51 left, Mara scored.", False),
        ("Where did 30 pupils sing?", "en", "In Vinh 45 pupils sang.", True),
        ("Who lent 3 tents?", "en", "Mara lent 5 tents.", True),
        ("Ai chèo thuyền suốt 12 tiếng?", "vi", "Mai chèo thuyền suốt 9 tiếng.", True),
        ("30 học sinh hát ở đâu?", "vi", "Tại Vinh, 45 học sinh hát.", True),
        ("Ai cho mượn 3 lều?", "vi", "Mai cho mượn 5 lều.", True),
        ("Who rowed for 12 hours?", "en", "Mara rowed for twelve hours.", False),
        ("Who rowed for 12 hours?", "en", "Mara rowed for hours.", False),
        ("Who rowed on 12 May?", "en", "Mara rowed on 9 May.", False),
        ("Who rowed in 2012 boats?", "en", "Mara rowed in 9 boats.", False),
        ("Who rowed for 12 hours?", "en", "Mara rowed for 9 hours, then for 12 hours.", False),
        ("Ai chèo thuyền suốt 12 tiếng?", "vi", "Mai chèo thuyền suốt mười hai tiếng.", False),
        ("Ai chèo thuyền suốt 12 tiếng?", "vi", "Mai chèo thuyền mấy tiếng.", False),
        ("Ai cho mượn 3 lều?", "vi", "Mai cho mượn lều.", False),
    ],
)
def test_the_unit_of_a_figure_with_another_one(question: str, language: Language, text: str, otherwise: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert measured_otherwise(view, scene) is otherwise


def test_units_are_compared_within_a_language_only() -> None:
    view, (scene,) = read("Who rowed for 12 hours?", "en", "Mai chèo thuyền suốt 9 tiếng.", told="vi")
    assert not measured_otherwise(view, scene)


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("How many goals did Mara score?", "en", "Mara scored goals in a 3-2 win.", True),
        ("How many goals did Mara score?", "en", "Mara scored goals on 14/12.", True),
        ("How many goals did Mara score?", "en", "Mara scored the second goal.", True),
        ("How many goals did Mara score?", "en", "Mara scored the 5th goal.", True),
        ("Mai ghi bao nhiêu bàn?", "vi", "Mai ghi bàn thứ hai.", True),
        ("Mai ghi bao nhiêu bàn?", "vi", "Mai ghi bàn trong trận thắng 3-2.", True),
        ("Mai ghi bao nhiêu bàn?", "vi", "Mai ghi bàn ngày 14/12.", True),
        ("How many goals did Mara score?", "en", "Mara scored 4 goals in a 3-2 win.", False),
        ("How many goals did Mara score?", "en", "Mara scored 4-5 goals.", False),
        ("How many goals did Mara score?", "en", "Mara scored several goals in a 3-2 win.", False),
        ("Mai ghi bao nhiêu bàn?", "vi", "Mai ghi 4 bàn trong trận thắng 3-2.", False),
        ("Mai ghi bao nhiêu bàn?", "vi", "Mai ghi nhiều bàn.", False),
        ("Mai ghi bao nhiêu bàn?", "vi", "Mai ghi hai bàn ngày 14/12.", False),
    ],
)
def test_a_score_a_rank_or_a_day_counts_nothing(question: str, language: Language, text: str, nothing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert uncounted(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("When was Lugo a forest?", "en", "By 9000 BP, Lugo was a forest.", False),
        ("When did the mill close?", "en", "The mill closed.", True),
        ("When did the mill close?", "en", "The mill adopted Vision 2040.", True),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy đóng cửa.", True),
        ("When did the mill close?", "en", "The mill closed on Friday.", False),
        ("When did the mill close?", "en", "The mill closed last week.", False),
        ("When did the mill close?", "en", "The mill closed at noon.", False),
        ("Chợ họp khi nào?", "vi", "Chợ họp mỗi thứ bảy.", False),
        ("Chợ họp khi nào?", "vi", "Chợ họp lần thứ ba.", True),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy đóng cửa hôm qua.", False),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy đóng cửa lần đầu tiên.", True),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy đóng cửa đầu mùa hè.", False),
    ],
)
def test_when_needs_a_time(question: str, language: Language, text: str, nothing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert undated(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("What is the number of pupils?", "en", "The pupils sang.", True),
        ("Number of pupils at the school", "en", "Pupils sang at school in 2019.", True),
        ("What is the number of pupils?", "en", "The school has 45 pupils.", False),
        ("What was the number of pupils?", "en", "Dozens of pupils sang.", False),
        ("Number of the pupils", "en", "The school has 45 pupils.", False),
        ("What is the phone number?", "en", "The pupils sang.", False),
        ("How many artworks does the school own?", "en", "The artwork hangs beside 45 pieces.", False),
        ("How many artworks does the school own?", "en", "The artwork hangs beside 45 chairs.", True),
        ("How many people work there?", "en", "Some work beside 45 pieces.", True),
        ("Số học sinh là bao nhiêu?", "vi", "Học sinh hát.", False),
    ],
)
def test_the_number_of_something(question: str, language: Language, text: str, nothing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert uncounted(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("When did the mill close?", "en", "The mill closed with 12 looms.", True),
        ("When did the mill close?", "en", "The mill closed beside 3 looms.", True),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy có 12 cỗ máy đóng cửa.", True),
        ("When did the mill close?", "en", "The mill closed at 7 pm.", False),
        ("When did the mill close?", "en", "The mill closed on 14/12.", False),
        ("When did the mill close?", "en", "The mill closed on the 3rd.", False),
        ("When did the mill close?", "en", "The mill closed at 7.30.", False),
        ("When did the mill close?", "en", "The mill closed after the outbreak of the war.", False),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy đóng cửa lúc 7 giờ.", False),
        ("Nhà máy đóng cửa khi nào?", "vi", "Nhà máy đóng cửa dịp lễ.", False),
    ],
)
def test_a_figure_alone_is_no_time(question: str, language: Language, text: str, nothing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert undated(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("How many goals has Mara scored so far?", "en", "Mara scored her seventh goal.", False),
        ("How many goals has Mara scored to date?", "en", "Mara scored her 7th goal.", False),
        ("How many goals has Mara scored, including this one?", "en", "Mara scored her twentieth goal.", False),
        ("How many goals did Mara score?", "en", "Mara scored her seventh goal.", True),
        ("How many goals has Mara scored so far?", "en", "Mara scored goals.", True),
        ("How many goals has Mara scored so far?", "en", "Mara scored goals on 14/12.", True),
        ("Mai ghi bao nhiêu bàn tính đến nay?", "vi", "Mai ghi 7 bàn.", False),
        ("Mai ghi bao nhiêu bàn tính đến nay?", "vi", "Mai ghi bàn ngày 14/12.", True),
    ],
)
def test_a_rank_counts_what_there_was_so_far(question: str, language: Language, text: str, nothing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert uncounted(view, scene) is nothing


def test_a_rank_in_the_other_language_counts_too() -> None:
    for question, nothing in (("Mai ghi bao nhiêu bàn đến nay?", False), ("Mai ghi bao nhiêu bàn?", True)):
        view, (scene,) = read(question, "vi", "Mai scored her seventh goal.", told="en")
        assert uncounted(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("Until what year does the plan of the mill run?", "en", "The mill adopted Vision 2040.", False),
        ("For which year is the plan of the mill?", "en", "The mill adopted Vision 2040.", False),
        ("By what year will the mill close?", "en", "The mill will close on Friday.", True),
        ("When did the mill adopt the plan?", "en", "The mill adopted Vision 2040.", True),
        ("In which year did the mill adopt the plan?", "en", "The mill adopted Vision 2040.", True),
        ("Kế hoạch của xưởng kéo dài đến năm nào?", "vi", "Xưởng công bố Đề án Lúa Vàng 2040.", False),
        ("Kế hoạch của xưởng là cho năm nào?", "vi", "Xưởng công bố Đề án Lúa Vàng 2040.", False),
        ("Kế hoạch của xưởng kéo dài tới năm bao nhiêu?", "vi", "Xưởng họp ở Lugo.", True),
        ("Xưởng công bố kế hoạch năm nào?", "vi", "Xưởng công bố Đề án Lúa Vàng 2040.", True),
    ],
)
def test_the_year_in_the_name_of_a_plan_is_its_aim(question: str, language: Language, text: str, nothing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert undated(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "nothing"),
    [
        ("How many people work at the mill?", "en", "The mill holds a work of 142 pieces.", "en", True),
        ("How many people work at the mill?", "en", "The mill has been at work for 30 years.", "en", True),
        ("How many employees does the mill have?", "en", "The mill sold 50 boats.", "en", True),
        ("How many people work at the mill?", "en", "The mill has 250 staff.", "en", False),
        ("How many people work at the mill?", "en", "The mill employs 130 salespeople.", "en", False),
        ("How many people died in the mill?", "en", "The fire claimed 14 lives.", "en", False),
        ("How many people died in the mill?", "en", "Four died in the mill.", "en", False),
        ("How many workers has the mill?", "en", "The mill has 130 weavers.", "en", False),
        ("How many boats were sold?", "en", "The mill sold 50 boats.", "en", False),
        (
            "How many artworks are in the collection?",
            "en",
            "The artwork is the first in a collection of 142 pieces.",
            "en",
            False,
        ),
        (
            "How many artworks are in the hall?",
            "en",
            "The artwork is the first in a collection of 142 pieces.",
            "en",
            True,
        ),
        ("Có bao nhiêu người làm ở xưởng?", "vi", "Xưởng hoạt động đã 30 năm.", "vi", True),
        ("Xưởng có bao nhiêu nhân viên?", "vi", "Xưởng bán 50 chiếc thuyền.", "vi", True),
        ("Xưởng có bao nhiêu nhân viên?", "vi", "Xưởng tạo việc cho 250 lao động.", "vi", False),
        ("Có bao nhiêu người chết?", "vi", "Vụ cháy làm 4 người chết.", "vi", False),
        ("Xưởng có bao nhiêu nhân viên?", "vi", "The mill sold 50 boats.", "en", True),
        ("Xưởng có bao nhiêu nhân viên?", "vi", "The mill has 250 weavers.", "en", False),
        ("How many people work at the mill?", "en", "Xưởng bán 50 chiếc thuyền.", "vi", True),
    ],
)
def test_things_and_years_count_no_people(
    question: str, language: Language, text: str, told: Language, nothing: bool
) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert uncounted(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "nothing"),
    [
        ("Hội có bao nhiêu nước thành viên?", "vi", "Các nước thành viên của Hội họp tại Huế.", True),
        ("Hội có bao nhiêu nước thành viên?", "vi", "Các nước thành viên họp sau 30 năm.", True),
        ("How many countries are in the League?", "en", "In the League 30 years passed.", True),
        ("Hội có bao nhiêu nước thành viên?", "vi", "Hội có 9 nước thành viên.", False),
        ("Hội đã hoạt động bao nhiêu năm?", "vi", "Hội đã hoạt động 30 năm.", False),
    ],
)
def test_a_plural_and_a_span_of_time_count_nothing_else(
    question: str, language: Language, text: str, nothing: bool
) -> None:
    view, found = read(question, language, text)
    assert uncounted(view, found[0]) is nothing


def test_a_word_of_time_is_no_year_of_a_plan() -> None:
    view, (scene,) = read("Kế hoạch kéo dài đến năm nào?", "vi", "Hôm nay Hội thông qua kế hoạch.")
    assert undated(view, scene)
    view, (scene,) = read("Kế hoạch kéo dài đến năm nào?", "vi", "Hôm nay Hội thông qua kế hoạch 2045.")
    assert not undated(view, scene)
