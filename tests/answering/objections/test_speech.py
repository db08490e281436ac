import pytest

from bot.answering.objections.speech import said_by_another, unspoken
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "silent"),
    [
        ("What did Mara say about the dam?", "en", "Mara walked along the dam.", True),
        ("What has the mayor announced?", "en", "The mayor went home at noon.", True),
        ("What else did the coach tell the players?", "en", "The coach met the players.", True),
        (
            "What did Mara's husband say?",
            "en",
            "Mara, who came with her husband and all of the many rowers of the old fishing port, praised the dam.",
            True,
        ),
        ("What did Mara's husband say?", "en", "Mara's husband praised the dam.", False),
        ("Chồng bà Mai nói gì?", "vi", "Bà Mai cùng chồng đến dự lễ khánh thành con đập mới ở xã Vân và cảm ơn.", True),
        ("Chồng bà Mai nói gì?", "vi", "Chồng bà Mai khen con đập.", False),
        ("Bà Mai nói gì về con đập?", "vi", "Bà Mai đi dọc con đập.", True),
        ("Chủ tịch xã chia sẻ những gì?", "vi", "Chủ tịch xã về nhà lúc trưa.", True),
        ("Huấn luyện viên nhận xét thế nào?", "vi", "Huấn luyện viên gặp các cầu thủ.", True),
        ("What did Mara say about the dam?", "en", "Mara called the dam a folly.", False),
        ("What did Mara say about the dam?", "en", "Mara walked along the dam. “It leaks.”", False),
        ("What did Mara say about the dam?", "en", "The dam, in Mara’s words, is a folly.", False),
        ("What did the study say?", "en", "The study concluded that the dam leaks.", False),
        ("How does Mara describe the dam?", "en", "Mara walked along the dam.", True),
        ("How does Mara describe the dam?", "en", "Mara called the dam a folly.", False),
        ("Bà Mai đánh giá con đập ra sao?", "vi", "Bà Mai đi dọc con đập.", True),
        ("Bà Mai đánh giá con đập ra sao?", "vi", "Bà Mai khen con đập.", False),
        ("What did Mara build?", "en", "Mara built the dam.", False),
        ("Bà Mai nói gì về con đập?", "vi", "Theo bà Mai, con đập bị rò.", False),
        ("Bà Mai nói gì về con đập?", "vi", "Bà Mai đi dọc con đập: nước đục.", False),
        ("Nghiên cứu cho biết điều gì?", "vi", "Nghiên cứu cho thấy đập bị rò.", False),
        ("Bà Mai chia sẻ điều gì?", "vi", "Bà Mai tâm sự về con đập.", False),
        ("Bà Mai xây gì?", "vi", "Bà Mai xây con đập.", False),
    ],
)
def test_somebody_speaks_where_it_is_asked(question: str, language: Language, text: str, silent: bool) -> None:
    view, found = read(question, language, text)
    assert unspoken(view, found[0]) is silent


def test_speech_in_the_other_language() -> None:
    for text, silent in (("Mara cho biết đập bị rò.", False), ("Mara đi dọc con đập.", True)):
        view, (scene,) = read("What did Mara say about the dam?", "en", text, told="vi")
        assert unspoken(view, scene) is silent


@pytest.mark.parametrize(
    ("question", "language", "text", "other"),
    [
        ("According to Mara, what leaks?", "en", "Bruno said the dam leaks.", True),
        ("According to Mara, what leaks?", "en", "Mara said the dam leaks.", False),
        ("According to the report, what leaks?", "en", "Bruno said the dam leaks.", False),
        ("Cái gì bị rò, theo lời bà Mai?", "vi", "Ông Lê Hải nói con đập bị rò.", True),
        ("Ông Hải đến đâu theo lời mời của bà Mai?", "vi", "Ông Lê Hải nói ông đến Huế.", False),
        ("Theo bà Mai, cái gì bị rò?", "vi", "Bà Mai nói con đập bị rò.", False),
        ("How did Mara rate the dam?", "en", "At a meeting with Mara, Bruno praised the dam.", True),
        ("What did Mara say about the dam?", "en", "Bruno said the dam leaks.", True),
        ("Bà Mai đánh giá con đập ra sao?", "vi", "Tại cuộc gặp bà Mai, Tổng Giám đốc Lê Hải khen con đập.", True),
        ("Tổng Giám đốc Orla nhận xét con đập ra sao?", "vi", "Tổng Bí thư Lê Hải khen con đập.", True),
        ("How did Mara rate the dam?", "en", "Mara told Bruno that she praised the dam.", False),
        ("How did Mara rate the dam?", "en", "She praised the dam.", False),
        ("How did they rate the dam?", "en", "Bruno praised the dam.", False),
        ("What did Mara build?", "en", "Bruno said the dam leaks.", False),
        ("Bà Mai đánh giá con đập ra sao?", "vi", "Bà Mai khen con đập.", False),
    ],
)
def test_what_others_said_is_not_what_somebody_said(question: str, language: Language, text: str, other: bool) -> None:
    view, found = read(question, language, text)
    assert said_by_another(view, found[0], found) is other


def test_nor_is_it_in_the_other_language() -> None:
    view, found = read(
        "Bà Mara đánh giá con đập ra sao?", "vi", "At a meeting with Mara, Bruno praised the dam.", told="en"
    )
    assert said_by_another(view, found[0], found)
