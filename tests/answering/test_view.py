import pytest

from bot.answering.view import SentenceView, view_of
from bot.models import Language, Paragraph, Source


def sentence(text: str, language: Language) -> SentenceView:
    (found,) = view_of(Paragraph(Source("a", language), 1, text, "body", language)).sentences
    return found


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("A bowl costs VNĐ120 today.", "en", ["VNĐ120"]),
        ("He paid US$40 and S$9.", "en", ["40", "9"]),
        ("She paid USD75 for seven cups.", "en", ["USD75", "seven"]),
        ("Bát phở giá VND45000 ở chợ.", "vi", ["VND45000"]),
        ("Ông mua ba cái và 2 rổ.", "vi", ["ba", "2"]),
        ("The A380 left gate B12 under COP28.", "en", []),
        ("Đội U23 gặp đội B52.", "vi", []),
        ("The vndirect office is in Vinh.", "en", []),
    ],
)
def test_numbers_and_labels(text: str, language: Language, numbers: list[str]) -> None:
    assert [t.text for t in sentence(text, language).tokens if t.number] == numbers


@pytest.mark.parametrize(
    ("text", "language", "figures"),
    [
        ("Seven boats and 12 nets.", "en", {"7", "12"}),
        ("Twenty boats.", "en", {"20"}),
        ("Bảy chiếc thuyền và chín tấm lưới.", "vi", {"7", "9"}),
        ("Boats and nets.", "en", set()),
        ("Thuyền và lưới.", "vi", set()),
    ],
)
def test_small_numbers_as_figures(text: str, language: Language, figures: set[str]) -> None:
    assert sentence(text, language).figures == figures


def test_its_length_as_readers_count() -> None:
    assert sentence("Kao’s boat, a 12-metre one, sank.", "en").words == 6
