import pytest

from bot.answering.objections.acts import act_unsaid
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "unsaid"),
    [
        ("Which town opposed the bridge?", "en", "The town praised the bridge.", True),
        ("Which papers were signed in Lugo?", "en", "The papers were read in Lugo.", True),
        ("How many papers were signed in Lugo?", "en", "They saw the signing of four papers in Lugo.", False),
        ("Những giấy tờ nào được ký ở Lugo?", "vi", "Giấy tờ được đọc ở Lugo.", True),
        ("Which town opposed the bridge?", "en", "The town of Lugo opposed it.", False),
        ("Which town opposed the bridge?", "en", "Lugo saw the bridge. It was opposed there.", False),
        ("Why did Orla resign?", "en", "Orla rowed home.", True),
        ("How long was Orla suspended?", "en", "Orla rowed for three days.", True),
        ("Who refereed the race?", "en", "Bruno won the race.", True),
        ("Which town built the bridge?", "en", "The town praised the bridge.", False),
        ("When did Orla leave Lugo?", "en", "Orla visited Lugo on Monday.", True),
        ("When did Orla leave Lugo?", "en", "Orla left Lugo on Monday.", False),
        ("Bà Mai rời Huế khi nào?", "vi", "Bà Mai đến Huế hôm thứ Hai.", True),
        ("Bà Mai rời Huế khi nào?", "vi", "Bà Mai rời Huế hôm thứ Hai.", False),
        ("Bà Mai bị đình chỉ mấy ngày?", "vi", "Bà Mai chèo thuyền ba ngày.", True),
        ("Bà Mai bị đình chỉ mấy ngày?", "vi", "Bà Mai bị đình chỉ ba ngày.", False),
        ("Hai bên đã ký những văn kiện nào?", "vi", "Hai bên gặp nhau ở Huế.", True),
        ("Hai bên đã ký những văn kiện nào?", "vi", "Hai bên ký hai văn kiện ở Huế.", False),
        ("Xã nào phản đối cây cầu?", "vi", "Xã Vân khen cây cầu.", True),
        ("Xã nào phản đối cây cầu?", "vi", "Xã Vân phản đối cây cầu.", False),
        ("Văn kiện nào nói về cây cầu?", "vi", "Xã Vân khen cây cầu.", False),
    ],
)
def test_a_hostile_act_is_told(question: str, language: Language, text: str, unsaid: bool) -> None:
    view, found = read(question, language, text)
    assert act_unsaid(view, found[0]) is unsaid


def test_a_hostile_act_in_the_other_language() -> None:
    for text, unsaid in (("Thị trấn khen cây cầu.", True), ("Thị trấn phản đối cây cầu.", False)):
        view, (scene,) = read("Which town opposed the bridge?", "en", text, told="vi")
        assert act_unsaid(view, scene) is unsaid
