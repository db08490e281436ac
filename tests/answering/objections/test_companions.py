import pytest

from bot.answering.objections.companions import alone
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "is_alone"),
    [
        ("Who rowed together with Orla?", "en", "Orla rowed to Lugo and wept.", True),
        ("Who rowed together with Orla?", "en", "Bruno rowed with Orla.", False),
        ("Who rowed together with Orla?", "en", "Orla and Bruno rowed.", False),
        ("Who rowed alongside Orla Quinn?", "en", "Orla Quinn, accompanied by Bruno, rowed.", False),
        ("Who rowed along with Orla?", "en", "Bruno rowed.", False),
        ("Who met with Orla?", "en", "Orla rowed.", False),
        ("What did Bruno eat together with Orla?", "en", "Orla ate plums.", False),
        ("Apart from Orla, who rowed?", "en", "Orla rowed to the island.", True),
        ("Apart from Orla, who rowed?", "en", "Orla and Bruno rowed.", False),
        ("Apart from Orla, who rowed?", "en", "Bruno rowed.", False),
        ("Ngoài bà Mai, còn ai chèo thuyền?", "vi", "Bà Mai chèo thuyền ra đảo.", True),
        ("Ngoài bà Mai, còn ai chèo thuyền?", "vi", "Bà Mai, ông Hải chèo thuyền ra đảo.", False),
        ("Ai trồng cây cùng bà Mai?", "vi", "Bà Mai trồng cây trong vườn và nghỉ.", True),
        ("Ai trồng cây cùng bà Mai?", "vi", "Bà Mai và ông Hải trồng cây.", False),
        ("Ai trồng cây cùng bà Mai?", "vi", "Ông Hải trồng cây với bà Mai.", False),
        ("Lãnh đạo nào đi cùng với bà Mai?", "vi", "Bà Mai đi Huế.", True),
        ("Ai đến cùng ngày với bà Mai?", "vi", "Bà Mai đi Huế.", False),
    ],
)
def test_a_companion_is_joined_to_the_name(question: str, language: Language, text: str, is_alone: bool) -> None:
    view, found = read(question, language, text)
    assert alone(view, found[0]) is is_alone


def test_companions_in_the_other_language() -> None:
    for text, is_alone in (("Orla chèo thuyền.", True), ("Orla cùng Bruno chèo thuyền.", False)):
        view, (scene,) = read("Who rowed together with Orla?", "en", text, told="vi")
        assert alone(view, scene) is is_alone
