import pytest

from bot.answering.objections.naming import name_unattached
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "apart"),
    [
        ("What is the name of the captain?", "en", "The captain left in Lugo.", True),
        ("What is the name of the captain?", "en", "In Lugo the captain wept.", True),
        ("How is the captain called?", "en", "The captain left for Lugo.", True),
        ("What is the captain's name?", "en", "The captain left for Lugo.", True),
        ("What is the captain called?", "en", "The captain left for Lugo.", True),
        ("What is the captain called?", "en", "The captain, Orla Quinn, left.", False),
        ("What is the boat called?", "en", "The boat left.", False),
        ("What is the boat called?", "en", "The boat left for Lugo.", False),
        ("What is the painting called?", "en", "The painting hangs in Lugo.", True),
        ("What was the novel named?", "en", "The novel sold in Lugo.", True),
        ("What is the statue called?", "en", "The statue, Rain at Dawn, burnt.", False),
        ("What was the novel called?", "en", "It sold the novel Rain.", False),
        ("What is the painting called?", "en", "The painting, called a wonder, hangs in Lugo.", False),
        ("What is the name of the school?", "en", "Lugo House (a school for boys) burnt.", False),
        ("What is the name of the school?", "en", "It burnt a school: Lugo House.", False),
        ("What is the captain's name?", "en", "On behalf of the crew at LUGO, the captain wept.", True),
        ("Đại sứ Lào tên là gì?", "vi", "Thay mặt đoàn tại VINH, Đại sứ Lào cảm ơn.", True),
        ("Đại sứ Lào tên là gì?", "vi", "Các Đại diện tại Vinh gặp Đại sứ Lào.", True),
        ("Đại sứ Lào tên là gì?", "vi", "Đại sứ Lào Khăm Sảo cảm ơn.", False),
        ("Thuyền trưởng tên là gì?", "vi", "Thuyền trưởng rời tàu tại Vinh.", True),
        ("Tên của thuyền trưởng là gì?", "vi", "Thuyền trưởng rời tàu tại Vinh.", True),
        ("Tên của vị thuyền trưởng?", "vi", "Thuyền trưởng rời tàu tại Vinh.", True),
        ("Vị thuyền trưởng tên gì?", "vi", "Thuyền trưởng rời tàu tại Vinh.", True),
        ("Tên của vị thuyền trưởng?", "vi", "Thuyền trưởng Trần Sơn rời tàu.", False),
        ("What is the name of the captain?", "en", "The captain Orla Quinn left.", False),
        ("What is the name of the captain?", "en", "Orla Quinn, captain, left.", False),
        ("How is the captain called?", "en", "Orla is the captain.", False),
        ("What is the name of the ferry?", "en", "A ferry, named after a song, left for Lugo.", False),
        ("Who is the captain?", "en", "The captain left in Lugo.", False),
        ("What is the name of the captain who wept?", "en", "The captain wept in Lugo.", True),
        ("Thuyền trưởng tên là gì?", "vi", "Thuyền trưởng Trần Sơn rời tàu.", False),
        ("Thuyền trưởng tên là gì?", "vi", "Ông Trần Sơn là thuyền trưởng.", False),
    ],
)
def test_a_name_stands_beside_its_bearer(question: str, language: Language, text: str, apart: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert name_unattached(view, scene) is apart


@pytest.mark.parametrize(
    ("question", "text", "unattached"),
    [
        ("What is the name of the ambassador who spoke?", "The ambassador of Peru spoke of boats.", True),
        ("What is the name of the mayor who opened the dam?", "The mayor opened the dam.", True),
        ("What is the name of the ambassador who spoke?", "Ambassador Orla Quinn spoke of boats.", False),
        ("What is the name of the mayor who opened the dam?", "Orla Quinn, mayor since May, opened the dam.", False),
        ("What is the name of the girl who was saved?", "Rescuers saved a girl.", False),
        ("What is the name of the mayor who opened the dam?", "Orla Quinn opened the dam.", False),
    ],
)
def test_the_name_of_an_officer_whatever_he_did(question: str, text: str, unattached: bool) -> None:
    view, (scene,) = read(question, "en", text)
    assert name_unattached(view, scene) is unattached
