import pytest

from bot.answering.objections.kin import kin_unsaid
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
