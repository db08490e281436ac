import pytest

from bot.answering.objections.heads import head_torn
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "text", "torn"),
    [
        ("Hội nghị diễn ra ở đâu?", "Bà Mai đề nghị làng sửa phà ở Lugo.", True),
        ("Nhiệm kỳ kết thúc khi nào?", "Bà Mai chèo phà qua các thời kỳ, từ năm 1990.", True),
        ("Hội nghị diễn ra ở đâu?", "Hội nghị họp ở Lugo.", False),
        ("Hội nghị diễn ra ở đâu?", "Bà Mai sửa phà ở Lugo.", False),
        ("Bà Mai đề nghị khi nào?", "Bà Mai họp hội nghị năm 1990.", False),
        ("Tỷ giá hôm nay thế nào?", "Bà Mai đánh giá cao làng sửa phà.", True),
        ("Hội nghị bàn về điều gì?", "Bà Mai đề nghị làng sửa phà ở Lugo.", False),
    ],
)
def test_the_word_at_the_head_is_there_as_a_word(question: str, text: str, torn: bool) -> None:
    view, found = read(question, "vi", text)
    assert head_torn(view, found[0]) is torn


def test_of_text_in_the_other_language_nothing_is_said() -> None:
    view, (scene,) = read("Hội nghị diễn ra ở đâu?", "vi", "Mara mended the ferry at Lugo.", told="en")
    assert not head_torn(view, scene)
