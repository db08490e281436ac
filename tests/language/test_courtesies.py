"""Courtesies go, questions stay."""

from __future__ import annotations

import pytest

from bot.language.courtesies import plain_question
from bot.models import Language


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Could you tell me whether Lâm spoke?", "en", "whether Lâm spoke?"),
        ("Hi, please tell me in what city it lies", "en", "in what city it lies"),
        ("I'd like to know when it opened", "en", "when it opened"),
        ("Can you explain why the court freed him?", "en", "why the court freed him?"),
        ("Did you know that?", "en", "Did you know that?"),
        ("What did Lâm tell the ambassadors?", "en", "What did Lâm tell the ambassadors?"),
        ("Cho hỏi phổi do ai hiến vậy?", "vi", "phổi do ai hiến?"),
        ("Làm ơn cho tôi biết giá vé", "vi", "giá vé"),
        ("Bạn có biết ai thắng không?", "vi", "ai thắng?"),
        ("Phu nhân có đi cùng không ạ?", "vi", "Phu nhân có đi cùng không?"),
        ("cho toi biet truong co bao nhieu hoc sinh", "vi", "truong co bao nhieu hoc sinh"),
        ("Trận đấu diễn ra như thế nào?", "vi", "Trận đấu diễn ra như thế nào?"),
        ("Ai nói như vậy?", "vi", "Ai nói như vậy?"),
        ("Hỏi ai?", "vi", "Hỏi ai?"),
    ],
)
def test_courtesies_go(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left
