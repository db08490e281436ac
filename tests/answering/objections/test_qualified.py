import pytest

from bot.answering.objections.qualified import unqualified
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "text", "bare"),
    [
        ("Ông Hải vẽ bức tranh nào?", "Ông Hải vẽ bức tranh.", True),
        ("Đoàn đi qua con đường nào?", "Đoàn đi qua con đường, rồi nghỉ.", True),
        ("Bà Lan mua cửa hàng nào?", "Bà Lan mua cửa hàng và mở lại.", True),
        ("Ông Hải vẽ bức tranh nào?", "Ông Hải vẽ bức tranh “Mùa gặt”.", False),
        ("Đoàn đi qua con đường nào?", "Đoàn đi qua con đường Hoa Ban.", False),
        ("Bà Lan mua cửa hàng nào?", "Bà Lan mua cửa hàng của người em.", False),
        ("Ông Hải vẽ bức tranh nào?", "Ông Hải vẽ bức tranh. Bức tranh lụa được treo.", True),
        ("Ông Hải vẽ bức tranh nào?", "Ông Hải có một xưởng vẽ.", False),
        ("Ông Hải vẽ gì?", "Ông Hải vẽ bức tranh.", False),
        ("Trường dạy môn học nào?", "Trường dạy ba môn học, trong đó có cờ vua.", False),
        ("Trường dạy môn học nào?", "Trường dạy các môn học, gồm cờ vua và bơi.", False),
        ("Trường dạy môn học nào?", "Trường dạy các môn học, như cờ vua.", False),
        ("Trường dạy môn học nào?", "Trường dạy các môn học, rồi nghỉ.", True),
    ],
)
def test_a_noun_needs_a_word_that_says_which(question: str, text: str, bare: bool) -> None:
    view, found = read(question, "vi", text)
    assert unqualified(view, found[0]) is bare


def test_english_text_says_which_before_the_noun() -> None:
    view, (scene,) = read("Ông Hải vẽ bức tranh nào?", "vi", "Hải painted the silk picture.", told="en")
    assert not unqualified(view, scene)
