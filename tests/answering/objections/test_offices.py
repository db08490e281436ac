import pytest

from bot.answering.objections.offices import office_missing, office_of_another
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("What did the President of France say?", "en", "The mayor of Paris, France, spoke.", True),
        ("What did the President of France say?", "en", "Orla, president of France, spoke.", False),
        ("Which ministers came with Orla?", "en", "Orla came with a delegation.", True),
        ("Which ministers came with Orla?", "en", "Orla came with the Foreign Secretary.", False),
        ("Which ministers came with Orla?", "en", "Orla met the General Secretary of the union.", True),
        ("Which ministers came with Orla?", "en", "Orla came with the prime minister.", False),
        ("What did Prime Minister Quinn say?", "en", "Quinn spoke of boats.", False),
        ("Who is the photographer?", "en", "The boat left.", True),
        ("What did the president of the club say?", "en", "The chairman of the club wept.", True),
        ("What did the minister's spokesman say?", "en", "The spokeswoman of the ministry wept.", False),
        ("What did the government of Peru say?", "en", "Orla of Peru spoke.", True),
        ("What did the government of Peru say?", "en", "The Peruvian authorities spoke.", False),
        ("What did the police find?", "en", "Orla found a boat.", True),
        ("What did the police find?", "en", "Investigators found a boat.", False),
        ("Quốc hội bàn gì?", "vi", "Ông Sơn bàn việc phà.", True),
        ("Tổng thống Pháp nói gì?", "vi", "Thủ tướng Pháp phát biểu.", True),
        ("Tổng thống Pháp nói gì?", "vi", "Tổng thống Pháp phát biểu.", False),
        ("Tổng thống Pháp Macron nói gì?", "vi", "Ông Macron phát biểu.", False),
        ("Những bộ trưởng nào đi cùng bà Mai?", "vi", "Bà Mai đi cùng đoàn.", True),
        ("Những bộ trưởng nào đi cùng bà Mai?", "vi", "Bà Mai đi cùng thứ trưởng.", False),
        ("Chủ tịch xã nói gì?", "vi", "Ông Sơn phát biểu.", True),
        ("Chủ tịch xã nói gì?", "vi", "Bà Mai chủ trì cuộc họp.", False),
        ("Which country holds the chairmanship?", "en", "The country held a meeting.", True),
        ("Which country holds the chairmanship?", "en", "The country chaired a meeting.", False),
        ("Đại sứ Lào tên là gì?", "vi", "Lào cử một đoàn.", True),
    ],
)
def test_an_office_that_the_article_lacks(question: str, language: Language, text: str, missing: bool) -> None:
    view, found = read(question, language, text)
    assert office_missing(view, found) is missing


def test_an_office_in_the_other_language_or_another_paragraph() -> None:
    for text, missing in (("Thủ tướng Pháp phát biểu.", True), ("Tổng thống Pháp phát biểu.", False)):
        view, found = read("What did the President of France say?", "en", text, told="vi")
        assert office_missing(view, found) is missing
    for text, missing in (("A delegation came.", True), ("Two ministers came.", False)):
        view, found = read("Những bộ trưởng nào đến?", "vi", text, told="en")
        assert office_missing(view, found) is missing
    view, found = read("What did the ambassador say?", "en", "She spoke of boats.", "Orla is an envoy.")
    assert not office_missing(view, found)


@pytest.mark.parametrize(
    ("question", "language", "text", "another"),
    [
        ("What did the Indonesian ambassador say?", "en", "The Malaysian ambassador spoke of boats.", True),
        (
            "What did the ambassador of Thailand say?",
            "en",
            "The ambassadors of the member states spoke of boats.",
            True,
        ),
        ("Who is the head of the Vietnamese mission?", "en", "The head of the Malaysian mission spoke.", True),
        (
            "What did the Indonesian ambassador say?",
            "en",
            "The Indonesian ambassador met the Malaysian ambassador.",
            False,
        ),
        ("What did the Indonesian ambassador say?", "en", "Ambassador Quinn spoke of boats.", False),
        ("What did the ambassador say?", "en", "The Malaysian ambassador spoke of boats.", False),
        ("What did the Indonesian ambassador Quinn say?", "en", "The Malaysian ambassador spoke of boats.", False),
        ("Đại sứ Indonesia nói gì?", "vi", "Đại sứ Malaysia phát biểu.", True),
        ("Trưởng Phái đoàn Lào là ai?", "vi", "Các Đại sứ, Trưởng Phái đoàn Malaysia phát biểu.", True),
        ("Đại sứ Lào là ai?", "vi", "Lào mời các đại sứ và trưởng đoàn của các nước.", True),
        ("Đại sứ Malaysia nói gì?", "vi", "Đại sứ Malaysia phát biểu.", False),
        ("Đại sứ Indonesia nói gì?", "vi", "Ông Sơn, đại sứ, phát biểu.", False),
        ("Đại sứ nước nào phát biểu?", "vi", "Đại sứ Malaysia phát biểu.", False),
    ],
)
def test_an_office_of_another_land(question: str, language: Language, text: str, another: bool) -> None:
    view, found = read(question, language, text)
    assert office_of_another(view, found) is another


def test_an_office_of_another_land_in_the_other_language() -> None:
    for text, another in (("Đại sứ Malaysia phát biểu.", True), ("Đại sứ Indonesia phát biểu.", False)):
        view, found = read("What did the Indonesian ambassador say?", "en", text, told="vi")
        assert office_of_another(view, found) is another
    for text, another in (("The Malaysian ambassador spoke.", True), ("The Indonesian ambassador spoke.", False)):
        view, found = read("Đại sứ Indonesia nói gì?", "vi", text, told="en")
        assert office_of_another(view, found) is another
