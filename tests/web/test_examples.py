"""Example questions: the forms, and that only answered ones are shown."""

from __future__ import annotations

from typing import Any

import pytest

from bot.models import Article, Language, Paragraph, Source
from bot.web.example_forms import questions
from bot.web.examples import candidates, examples


@pytest.mark.parametrize(
    ("sentence", "language", "wanted"),
    [
        ("The team was welcomed by Ann Lee.", "en", ["Who welcomed the team?"]),
        ("Mayor Ann Lee opened 12 new libraries in Hue.", "en",
         ["Who opened 12 new libraries?", "What did Mayor Ann Lee open?"]),
        ("The Ministry of Health warned that masks are short.", "en", ["What did the Ministry of Health warn?"]),
        ("He opened a library.", "en", []),
        ("They were welcomed by Ann Lee.", "en", []),
        ("Lee said so.", "en", []),
        ("Chủ tịch Lê Văn A đã khánh thành cây cầu mới tại Huế.", "vi", ["Ai đã khánh thành cây cầu mới?"]),
        ("Việt Nam đã xuất khẩu nhiều gạo.", "vi", []),
        ("Thủ tướng Phạm Minh Chính nhấn mạnh điều này.", "vi", ["Thủ tướng Phạm Minh Chính nhấn mạnh điều gì?"]),
        ("", "en", []),
    ],
)  # fmt: skip
def test_a_sentence_becomes_questions(sentence: str, language: Language, wanted: list[str]) -> None:
    assert [question for _, question in questions(sentence, language)] == wanted


def test_the_best_forms_come_first_and_captions_ask_nothing() -> None:
    source = Source("a", "en")
    texts = ("Mayor Ann Lee said yes.", "Ann Lee opened a library.", "Guests were met by Ann Lee.")
    kinds = ("body", "body", "title")
    rows = tuple(
        Paragraph(source, n, t, k, "en")  # type: ignore[arg-type]
        for n, (t, k) in enumerate(zip(texts, kinds, strict=True), 1)
    )
    assert candidates(Article(source, rows)) == [
        ("Who opened a library?", 2), ("What did Ann Lee open?", 2), ("What did Mayor Ann Lee say?", 1),
    ]  # fmt: skip


def test_only_what_the_bot_answers_from_there_is_shown(workspace: Any) -> None:
    bot, sources = workspace.bot(), [a.source for a in workspace.articles]
    assert "Who planted a commemorative tree?" in examples(bot, sources, "en")
    assert all(question.endswith("?") for question in examples(bot, sources, "vi"))
    assert examples(bot, [], "en") == []
