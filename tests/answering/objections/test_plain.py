"""Plain reasons against an answer, on made-up news with real retrieval."""

from __future__ import annotations

import pytest

from bot.language.words.normalise import clean
from bot.models import Article, Claim, Language, Paragraph, Source
from bot.protocols import Abstained
from tests.answering.conftest import Desk

TEXT: dict[Language, list[str]] = {
    "en": [
        "Mayor Ann Bell will open a garden on Friday, where she will plant a tree near the old station.",
        "Engineer Carl Stone, 52, said the bridge over the Lenne had cost $40 million and would be finished in May.",
        "Governor Dana Frost of the Central Bank said prices rose after the announcement because fuel was scarce.",
        "The Central Bank moved to a new building in the harbour, the Central Bank said in a statement.",
        "The council adopted Port Vision 2040 without a vote.",
    ],
    "vi": [
        "Sáng 5/5, Thư viện Bình Minh đã được khánh thành tại phường An Hòa sau 20 tháng xây dựng.",
        "Giám đốc Thư viện Bình Minh Đỗ Thu Giang cho biết thư viện có 12 phòng đọc và 80.000 cuốn sách.",
    ],
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    articles = []
    for language, texts in TEXT.items():
        source = Source(f"made-{language}", language, title="Garden and bridge" if language == "en" else "Thư viện")
        texts = [clean(t).text for t in texts]
        articles.append(
            Article(source, tuple(Paragraph(source, n, t, "body", language) for n, t in enumerate(texts, 1)))
        )
    return Desk(articles)


@pytest.mark.parametrize(
    "question",
    [
        "What species of tree will Ann Bell plant?",
        "How tall is Carl Stone?",
        "What is Carl Stone's salary?",
        "Why did prices fall after the announcement?",
        "Why did the bridge over the Lenne cost $90 million?",
        "Why did Governor Victor Hale say prices rose?",
        "Vì sao Thư viện Bình Minh phải đóng cửa?",
        "Giám đốc Thư viện Bình Minh cao bao nhiêu?",
        "Where was Carl Stone born?",
        "What nationality is Carl Stone?",
        "What time did Governor Dana Frost speak?",
        "When was the Central Bank founded?",
        "Đỗ Thu Giang sinh ra ở tỉnh nào?",
        "What is the name of the old station?",
        "How many trees will Ann Bell plant on Friday?",
        "Thư viện Bình Minh trị giá bao nhiêu?",
        "When was the vision of the port adopted?",
        "How many sisters does Carl Stone have?",
        "Vợ của Đỗ Thu Giang tên là gì?",
    ],
)
def test_what_is_not_said_is_not_answered(desk: Desk, question: str) -> None:
    events = desk.ask(question)
    assert isinstance(events[0], Abstained), events


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How old is Carl Stone?", "Carl Stone, 52"),
        ("How much did the bridge over the Lenne cost?", "$40 million"),
        ("Who is the governor of the Central Bank?", "Dana Frost"),
        ("Why did prices rise after the announcement?", "fuel was scarce"),
        ("Giám đốc Thư viện Bình Minh là ai?", "Đỗ Thu Giang"),
        ("Giám đốc Thư viện Bình Minh tên là gì?", "Đỗ Thu Giang"),
        ("What is the name of the mayor?", "Ann Bell"),
    ],
)
def test_what_is_said_is_answered(desk: Desk, question: str, answer: str) -> None:
    events = desk.ask(question)
    assert isinstance(events[0], Claim), events
    assert answer in " ".join(e.text for e in events if isinstance(e, Claim))
