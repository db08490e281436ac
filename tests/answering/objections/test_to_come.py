import pytest

from bot.answering.objections.to_come import ASKS_FUTURE, long_past, tells_intent
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
        ("What is Mara promising to do?", "en", "Mara mended the ferry.", True),
        ("What has Mara pledged to do?", "en", "Mara spoke of a long-standing commitment.", True),
        ("What does Mara promise the village?", "en", "Mara is committed to the ferry and commits to mend it.", False),
        ("Bà Mai hứa sẽ tiếp tục làm gì?", "vi", "Bà Mai khẳng định phà đã được sửa.", True),
        ("Bà Mai cam kết làm gì?", "vi", "Bà Mai sẽ sửa phà của làng.", False),
    ],
)
def test_what_is_to_come_is_told_so(question: str, language: Language, text: str, past: bool) -> None:
    view, found = read(question, language, text)
    assert long_past(view, found[0]) is past


@pytest.mark.parametrize(
    ("question", "language", "text", "past"),
    [
        ("When will Mara visit Lugo?", "en", "Bruno visited Lugo on Monday.", True),
        ("When will Mara pay a return visit?", "en", "Mara wanted to visit Lugo in 1998.", True),
        ("When is Mara going to leave prison?", "en", "Mara went to prison on Monday.", True),
        ("When is the ferry due in Lugo?", "en", "The ferry left Lugo on Monday.", True),
        ("What date will the dam open?", "en", "The dam burst on May 4.", True),
        ("When does the mayor's term end?", "en", "The mayor praised the mayors of all times.", True),
        ("When does the mayor's term end?", "en", "The mayor's term runs until 2027.", False),
        ("When will Mara visit Lugo?", "en", "Mara will visit Lugo on Monday.", False),
        ("When will the dam open?", "en", "The opening of the dam is planned for Monday.", False),
        ("When will the fair end?", "en", "The fair runs until Monday.", False),
        ("When is the ferry due in Lugo?", "en", "The next ferry leaves on Monday.", False),
        ("When did Mara visit Lugo?", "en", "Mara visited Lugo on Monday.", False),
        ("When is the fair?", "en", "The fair opened on Monday.", False),
        ("Khi nào bà Mai sẽ sang thăm Huế?", "vi", "Bà Mai thăm Huế hôm thứ Hai.", True),
        ("Bao giờ thì bà Mai thăm Huế?", "vi", "Bà Mai thăm Huế hôm thứ Hai.", True),
        ("Bà Mai dự kiến ra tù năm nào?", "vi", "Bà Mai vào tù năm 2011.", True),
        ("Bà Mai sắp sang thăm nước nào?", "vi", "Bà Mai thăm Lào hôm thứ Hai.", True),
        ("Khi nào bà Mai sẽ sang thăm Huế?", "vi", "Bà Mai dự kiến thăm Huế hôm thứ Hai.", False),
        ("Bao giờ hội chợ kết thúc?", "vi", "Hội chợ kéo dài đến hết ngày 7/4.", False),
        ("Phí mới sẽ áp dụng từ tháng nào?", "vi", "Phí mới có hiệu lực từ tháng 5.", False),
        ("Bao giờ bà Mai đã thăm Huế?", "vi", "Bà Mai thăm Huế hôm thứ Hai.", False),
        ("Bà Mai thăm Huế khi nào?", "vi", "Bà Mai thăm Huế hôm thứ Hai.", False),
    ],
)
def test_when_it_is_to_come(question: str, language: Language, text: str, past: bool) -> None:
    view, found = read(question, language, text)
    assert long_past(view, found[0]) is past


def test_or_so_in_the_other_language() -> None:
    for text, past in (("Bà Mara đã sửa phà.", True), ("Bà Mara sẽ sửa phà.", False)):
        view, (scene,) = read("What will Mara do?", "en", text, told="vi")
        assert ASKS_FUTURE.says(view)
        assert long_past(view, scene) is past


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "Mara will mend the ferry.", True),
        ("en", "Mara would continue to mend ferries.", True),
        ("en", "Bruno hoped that Mara would mend the ferry.", False),
        ("en", "Bruno urged the village to mend the ferry and would help.", False),
        ("en", "Mara mended the ferry.", False),
        ("vi", "Bà Mai sẽ sửa phà.", True),
        ("vi", "Ông Sơn mong muốn bà Mai tiếp tục sửa phà.", False),
        ("vi", "Bà Mai khẳng định phà tốt.", False),
    ],
)
def test_what_is_hoped_of_another_is_no_intent(language: Language, text: str, intent: bool) -> None:
    _, (scene,) = read("Mara?", language, text)
    assert tells_intent(scene.sentence) is intent
