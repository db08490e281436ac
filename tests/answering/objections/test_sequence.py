import pytest

from bot.answering.objections.sequence import asks_order, out_of_order
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "untold"),
    [
        ("Who led the choir before Orla?", "en", "Orla leads the choir.", True),
        ("Who led the choir before Orla?", "en", "Bruno led the choir before Orla did.", False),
        ("Who led the choir before Orla?", "en", "Orla leads the choir. She replaced Bruno.", False),
        ("Who led the choir before Orla?", "en", "Bruno, her predecessor, trained Orla.", False),
        ("Who was the captain before Orla?", "en", "Captain Orla must continue to lead.", True),
        ("Where did Mara go after Lugo?", "en", "From Lugo she continued to Vigo.", False),
        ("Which town did the ferry sail to after Lugo?", "en", "The ferry sailed to Lugo on Monday.", True),
        ("Which town did the ferry sail to after Lugo?", "en", "From Lugo the ferry then sailed to Vigo.", False),
        ("Where did Mara go after the bishop Bruno?", "en", "Mara went to Vigo with Bruno.", True),
        ("Where is the team going next?", "en", "The team is going to Vigo.", True),
        ("Who succeeded the captain?", "en", "The captain Bruno wept.", True),
        ("Who came after him?", "en", "Bruno came on Monday.", True),
        ("Who was mayor before Orla?", "en", "After a count, Bruno faced the mayor, Orla.", True),
        ("Who was mayor before Orla?", "en", "Bruno was mayor until he died, before Orla.", False),
        ("Who spoke after March?", "en", "Bruno spoke in April.", False),
        ("Who was the boat named after Lugo by?", "en", "Bruno named the boat Lugo.", False),
        ("Where did Mara go after she left Lugo?", "en", "Mara went to Vigo.", False),
        ("What did Mara plant after Lugo?", "en", "Mara planted a lime tree.", False),
        ("After which event was the tree planted?", "en", "Mara planted a tree.", True),
        ("After which event was the tree planted?", "en", "Following the mass, Mara planted a tree.", False),
        ("What happened just before the race?", "en", "The race was long.", True),
        ("What happened just before the race?", "en", "After a mass, the race was held.", False),
        ("Trước khi trồng cây thì có lễ gì?", "vi", "Bà Mai trồng cây.", True),
        ("Trước khi trồng cây thì có lễ gì?", "vi", "Sau lễ đón, bà Mai trồng cây.", False),
        ("Sau lễ nào thì bà Mai trồng cây?", "vi", "Bà Mai trồng cây.", True),
        ("Sau lễ đón, bà Mai làm gì?", "vi", "Bà Mai trồng cây.", False),
        ("Ai làm thuyền trưởng trước ông Hải?", "vi", "Ông Hải làm thuyền trưởng.", True),
        ("Ai làm thuyền trưởng trước ông Hải?", "vi", "Ông Hải thay ông Sơn làm thuyền trưởng.", False),
        ("Ai làm thuyền trưởng trước ông Hải?", "vi", "Ông Hải thay mặt đoàn làm thuyền trưởng.", True),
        ("Sau Huế, tàu ghé thành phố nào?", "vi", "Tàu ghé thành phố Huế.", True),
        ("Sau Huế, tàu ghé thành phố nào?", "vi", "Rời Huế, tàu ghé thành phố Vinh.", False),
        ("Thăm Huế xong thì bà Mai đi đâu?", "vi", "Bà Mai thăm Huế hôm qua.", True),
        ("Thăm Huế xong thì bà Mai đi đâu?", "vi", "Bà Mai thăm Huế rồi đi Vinh.", False),
        ("Bà Mai thăm nước nào nữa?", "vi", "Bà Mai thăm Lào.", True),
        ("Rời Huế, bà Mai sang nước nào?", "vi", "Bà Mai ở Huế hôm qua.", True),
        ("Rời Huế, bà Mai sang nước nào?", "vi", "Bà Mai thăm Huế, sau đó sang Lào.", False),
        ("Trước bà Mai, lãnh đạo nào đến Huế?", "vi", "Bà Mai gặp lãnh đạo Huế.", True),
        ("Sau bà Mai, văn kiện nào được ký?", "vi", "Bà Mai ký văn kiện.", False),
        ("Ai làm thuyền trưởng trước ông Hải?", "vi", "Ông Hải gặp nguyên thủ các nước.", True),
        ("Trước ông Hải, ai giữ kỷ lục chèo thuyền?", "vi", "Kỷ lục trong quá khứ do ông Sơn giữ.", False),
        ("Ai kế nhiệm ông Hải?", "vi", "Ông Hải nói với bà Mai.", True),
        ("Ai phát biểu sau tháng 3?", "vi", "Ông Hải phát biểu.", False),
    ],
)
def test_what_comes_before_or_after_is_told_so(question: str, language: Language, text: str, untold: bool) -> None:
    view, found = read(question, language, text)
    assert out_of_order(view, found[0]) is untold


def test_an_order_in_the_other_language() -> None:
    for text, untold in (("Bà Orla dẫn dắt dàn hợp xướng.", True), ("Bà Orla kế nhiệm ông Bruno.", False)):
        view, (scene,) = read("Who led the choir before Orla?", "en", text, told="vi")
        assert out_of_order(view, scene) is untold
    for text, untold in (("Hải is the captain.", True), ("Sơn, the former captain, taught Hải.", False)):
        view, (scene,) = read("Ai làm thuyền trưởng trước ông Hải?", "vi", text, told="en")
        assert out_of_order(view, scene) is untold


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Who ran the mill before the baker Bruno?", True),
        ("Who ran the mill next?", True),
        ("Which mill is next to Lugo?", False),
        ("Who ran the mill before it burnt?", True),
        ("Who ran the mill before harvest?", False),
        ("Who looked after Orla?", False),
    ],
)
def test_questions_for_an_order(question: str, asks: bool) -> None:
    view, _ = read(question, "en", "Bruno ran the mill.")
    assert asks_order(view) is asks
