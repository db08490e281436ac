import pytest

from bot.answering.objections.kin import kin_unnamed, kin_unsaid
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "unsaid"),
    [
        ("How many years did Orla's husband get?", "en", "Orla got nine years.", True),
        ("Where does the son of Orla live?", "en", "Orla lives in Cork.", True),
        ("How many years did Orla's husband get?", "en", "Orla and her husband got nine years.", False),
        ("How many years did Orla's boat get?", "en", "Orla got nine years.", False),
        ("Chồng của Trần Khánh Vy bị phạt mấy năm tù?", "vi", "Trần Khánh Vy bị phạt 9 năm tù.", True),
        ("Chồng bà Vy bị phạt mấy năm tù?", "vi", "Trần Khánh Vy bị phạt 9 năm tù.", True),
        ("Chồng của Trần Khánh Vy bị phạt mấy năm tù?", "vi", "Vợ chồng Trần Khánh Vy bị phạt 9 năm tù.", False),
        ("Ngoài vợ chồng ông Kao còn có ai?", "vi", "Ông Kao đến cùng ông Sơn.", False),
        ("Công ty mẹ Hanbit ở đâu?", "vi", "Hanbit có trụ sở ở Seoul.", False),
        ("Cha đẻ của Linux là ai?", "vi", "Linux do Torvalds viết.", False),
    ],
)
def test_kin_of_somebody_named(question: str, language: Language, text: str, unsaid: bool) -> None:
    view, found = read(question, language, text)
    assert kin_unsaid(view, found[0]) is unsaid


@pytest.mark.parametrize(
    ("question", "language", "text", "unnamed"),
    [
        ("What is the name of Orla's husband?", "en", "Orla rowed with her husband.", True),
        ("What is the name of Orla's husband?", "en", "Orla and her husband met Bruno.", True),
        ("What is the name of Orla's husband?", "en", "Orla left her husband. Bruno rowed.", True),
        ("How is the captain's daughter called?", "en", "The captain named the boat after his daughter.", True),
        ("Vợ ông Sơn tên là gì?", "vi", "Ông Sơn và vợ đến Huế.", True),
        ("Phu nhân ông Sơn tên gì?", "vi", "Ông Sơn cùng phu nhân đến Huế.", True),
        ("Con trai bà Mai tên là gì?", "vi", "Bà Mai gặp con trai cùng cô Nhung.", True),
        ("What is the name of Orla's husband?", "en", "Orla rowed with her husband Bruno.", False),
        ("What is the name of Orla's husband?", "en", "Orla rowed with her husband, the painter Bruno.", False),
        ("What is the name of Orla's husband?", "en", "Bruno, husband of Orla, rowed.", False),
        ("What is the name of Orla's husband?", "en", "Orla met Bruno.", False),
        ("Who is Orla's husband?", "en", "Orla rowed with her husband.", True),
        ("Who is Orla's husband?", "en", "Orla rowed with her husband Bruno.", False),
        ("Ai là vợ ông Sơn?", "vi", "Ông Sơn và vợ đến Huế.", True),
        ("Vợ ông Sơn là ai?", "vi", "Ông Sơn và vợ là bà Nhung đến Huế.", False),
        ("What is the name of the ferry?", "en", "Orla rowed with her husband.", False),
        ("Vợ ông Sơn tên là gì?", "vi", "Ông Sơn và vợ là bà Nhung đến Huế.", False),
        ("Phu nhân ông Sơn tên gì?", "vi", "Ông Sơn cùng phu nhân Lê Thị Nhung đến.", False),
        ("Phu nhân ông Sơn tên gì?", "vi", "Hôm qua bà Nhung, phu nhân của ông Sơn, đến.", False),
        ("Con trai bà Mai tên là gì?", "vi", "Một chàng trai gặp bà Mai.", False),
        ("Nhân vật chính tên là gì?", "vi", "Nhân vật rời làng.", False),
    ],
)
def test_kin_whose_name_is_asked_for(question: str, language: Language, text: str, unnamed: bool) -> None:
    view, found = read(question, language, text)
    assert kin_unnamed(view, found[0]) is unnamed


def test_the_name_of_kin_across_languages() -> None:
    for text, unnamed in (("Orla đến cùng chồng.", True), ("Orla đến cùng chồng là Bruno.", False)):
        view, (scene,) = read("What is the name of Orla's husband?", "en", text, told="vi")
        assert kin_unnamed(view, scene) is unnamed
    for text, unnamed in (("Sơn came with his wife.", True), ("Sơn came with his wife Nhung.", False)):
        view, (scene,) = read("Vợ ông Sơn tên là gì?", "vi", text, told="en")
        assert kin_unnamed(view, scene) is unnamed
