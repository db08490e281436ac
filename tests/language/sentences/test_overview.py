"""Questions that ask for the whole."""

import pytest

from bot.language.sentences.overview import asks_overview, asks_summary
from bot.models import Language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is this article about?", "en"),
        ("What are the two stories about?", "en"),
        ("What's the news?", "en"),
        ("What happened?", "en"),
        ("What's going on?", "en"),
        ("Give me a short summary of the articles.", "en"),
        ("What are the main points?", "en"),
        ("What do the reports say?", "en"),
        ("Bài viết nói về gì?", "vi"),
        ("Bài báo này viết về chuyện gì?", "vi"),
        ("Có tin gì mới?", "vi"),
        ("Hãy tóm tắt bài viết cho tôi", "vi"),
        ("tom tat bai bao", "vi"),
        ("Chuyện gì đã xảy ra?", "vi"),
        ("Nội dung chính của bài là gì?", "vi"),
    ],
)
def test_what_asks_for_the_whole(question: str, language: Language) -> None:
    assert asks_overview(question, language)
    assert asks_summary(question, language)


@pytest.mark.parametrize(
    ("question", "language", "summary"),
    [
        ("What happened after the race?", "en", False),
        ("What does the article say about Lugo?", "en", False),
        ("What do they say?", "en", False),
        ("What is the main message of Orla?", "en", False),
        ("Summarise the race in Lugo", "en", True),
        ("Summarise Orla's speech", "en", False),
        ("Bài báo nói gì về Huế?", "vi", False),
        ("Tin này do ai đưa?", "vi", False),
        ("Tóm tắt vụ cháy chợ", "vi", True),
        ("Tóm tắt phát biểu của bà Mai", "vi", False),
    ],
)
def test_what_asks_for_a_part(question: str, language: Language, summary: bool) -> None:
    assert not asks_overview(question, language)
    assert asks_summary(question, language) is summary
