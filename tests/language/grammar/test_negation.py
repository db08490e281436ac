import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.grammar.negation import negations
from bot.models import Language


def denied(text: str, language: Language) -> list[tuple[str, ...]]:
    return [n.heads for n in negations(text, language)]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Lâm did not praise it.", ("prais",)),
        ("Lâm didn't praise it.", ("prais",)),
        ("He never visited Jakarta.", ("visit", "jakarta")),
        ("It failed to grow.", ("grow",)),
        ("He left without answering.", ("answer",)),
        ("It cannot publicly answer.", ("answer",)),
    ],
)
def test_english(text: str, heads: tuple[str, ...]) -> None:
    assert denied(text, "en") == [heads]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Việt Nam không cam kết.", ("cam", "kết")),
        ("Ông chưa từng thăm Lào.", ("thăm", "lào")),
        ("Ông từ chối trả lời.", ("trả", "lời")),
        ("Họ chẳng đồng ý.", ("đồng", "ý")),
    ],
)
def test_vietnamese(text: str, heads: tuple[str, ...]) -> None:
    assert denied(text, "vi") == [heads]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("not only praised but", "en"),
        ("No. 5 in the list", "en"),
        ("a school of No Child Left Behind", "en"),
        ("ngành hàng không phát triển", "vi"),
        ("không gian mới", "vi"),
        ("không chỉ Việt Nam", "vi"),
        ("Ông có đến không?", "vi"),
    ],
)
def test_what_is_no_negation(text: str, language: Language) -> None:
    assert not [n for n in negations(text, language) if n.explicit]


@given(
    st.lists(st.sampled_from(["not", "no", "didn't", "không", "chưa", "từ", "chối", "Lâm", ".", "?", "5"]), max_size=12)
)
def test_never_raises(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("vi", "en"):
        for negation in negations(text, language):
            assert 0 <= negation.start < negation.end <= len(text)
