import pytest

from bot.answering.objections.lasting import lasting_otherwise
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "otherwise"),
    [
        ("How long did the meeting last?", "en", "At the meeting Orla praised the club's work over the past 30 years.", True),
        ("How many hours did the talks go on?", "en", "The talks came 30 years after the flood. Orla spoke.", True),
        ("How long was the visit of Orla?", "en", "The visit marks the 30th anniversary of the dam.", True),
        ("How long is the term of the mayor?", "en", "The mayor said the dam had leaked in the last two years.", True),
        ("What was the duration of the trial?", "en", "The trial of Orla began.", True),
        ("How long did the meeting last?", "en", "The race lasted two hours.", True),
        ("How long did the meeting last?", "en", "The meeting lasted two hours.", False),
        ("How long did the meeting last?", "en", "Orla left after a two-hour meeting.", False),
        ("How long did the meeting last?", "en", "Orla held a meeting for half an hour.", False),
        ("How long is the festival?", "en", "The festival runs until April.", False),
        ("How long was the trial?", "en", "The trial took place from Monday to Friday.", False),
        ("How long has Orla led the club?", "en", "Orla praised the club over the past 30 years.", False),
        ("How long did Orla wait?", "en", "Orla met the club.", False),
        ("How long did Orla and Bruno talk?", "en", "Orla talked of the club's work over the past 30 years.", True),
        ("How long did Orla and Bruno talk?", "en", "Orla and Bruno talked for two hours.", False),
        ("Bà Mai và ông Sơn làm việc với nhau trong bao lâu?", "vi", "Làm việc với ông Sơn, bà Mai khen 30 năm qua.", True),
        ("Bà Mai và ông Sơn hội đàm bao lâu?", "vi", "Bà Mai và ông Sơn hội đàm trong hai giờ.", False),
        ("Buổi làm việc kéo dài bao lâu?", "vi", "Tại buổi làm việc bà Mai khen câu lạc bộ trong 30 năm qua.", True),
        ("Nhiệm kỳ của thị trưởng là mấy năm?", "vi", "Nhiệm kỳ của thị trưởng đánh dấu 30 năm xây đập.", True),
        ("Lễ hội diễn ra trong mấy ngày?", "vi", "Lễ hội khai mạc tối nay.", True),
        ("Buổi họp báo kéo dài bao lâu?", "vi", "Lễ hội kéo dài đến hết tuần.", True),
        ("Buổi làm việc kéo dài bao lâu?", "vi", "Buổi làm việc kéo dài hai giờ.", False),
        ("Chuyến thăm của bà Mai kéo dài mấy ngày?", "vi", "Chuyến thăm diễn ra trong ba ngày.", False),
        ("Phiên tòa kéo dài mấy ngày?", "vi", "Phiên tòa mở từ thứ Hai đến thứ Tư.", False),
        ("Lễ hội kéo dài bao lâu?", "vi", "Lễ hội kéo dài đến hết ngày 7/4.", False),
        ("Trận đấu bị hoãn bao nhiêu phút?", "vi", "Trận đấu bắt đầu muộn.", False),
        ("Chuyến thăm là ngày mấy tháng mấy?", "vi", "Chuyến thăm đánh dấu 30 năm.", False),
    ],
)  # fmt: skip
def test_what_lasts_is_the_event_asked_about(question: str, language: Language, text: str, otherwise: bool) -> None:
    view, found = read(question, language, text)
    assert lasting_otherwise(view, found[0]) is otherwise


@pytest.mark.parametrize(
    ("question", "asks", "text", "told", "otherwise"),
    [
        ("How long did the meeting last?", "en", "Buổi họp nhắc lại 30 năm qua.", "vi", True),
        ("How long did the meeting last?", "en", "Cuộc họp kéo dài hai giờ.", "vi", False),
        ("Cuộc họp kéo dài bao lâu?", "vi", "The meeting recalled the past 30 years.", "en", True),
        ("Cuộc họp kéo dài bao lâu?", "vi", "The meeting lasted two hours.", "en", False),
    ],
)
def test_or_so_in_the_other_language(question: str, asks: Language, text: str, told: Language, otherwise: bool) -> None:
    view, (scene,) = read(question, asks, text, told=told)
    assert lasting_otherwise(view, scene) is otherwise
