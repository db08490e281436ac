import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.text.paragraph_view import PREFIX, SHORTENED, SentenceView, view_of
from bot.models import Language, Paragraph, Source


def sentence(text: str, language: Language) -> SentenceView:
    (found,) = view_of(Paragraph(Source("a", language), 1, text, "body", language)).sentences
    return found


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


@pytest.mark.parametrize(
    ("text", "language", "held", "missing"),
    [
        ("He left the Bank of Lugo State.", "en", {"BLS"}, {"BOLS", "BL", "HL"}),
        ("The Lugo Rowing Club of Old Ferrol met.", "en", {"LRC", "LRCOF", "RCOF", "COF"}, {"TLR", "OF"}),
        ("Orla Quinn, Bruno Vidal met.", "en", set(), {"OQB", "OQBV", "QBV"}),
        ("Orla Quinn met Bruno.", "en", set(), {"OQB", "OQ"}),
        ("Hôm qua Liên Hợp Quốc họp.", "vi", {"LHQ"}, {"HLHQ", "LH"}),
        ("Đội Đua Đò thắng.", "vi", {"DDD"}, {"ĐĐĐ"}),
        ("Hôm qua Tổng Bí thư họp.", "vi", {"TBT"}, {"HTBT", "TBTH"}),
        ("Hôm qua Tổng Thư ký ASEAN họp.", "vi", {"TTK", "TTKA"}, {"TT", "TA"}),
        ("Hôm qua Hội Chèo trưởng thành.", "vi", set(), {"HCTT"}),
        ("Hôm qua bí thư họp.", "vi", set(), {"BT", "QBT"}),
        ("Hôm qua bí thư Sơn Hải họp.", "vi", set(), {"BTSH"}),
    ],
)
def test_what_names_may_be_shortened_to(text: str, language: Language, held: set[str], missing: set[str]) -> None:
    found = sentence(text, language).initials
    assert held <= found
    assert not missing & found


@pytest.mark.parametrize(
    ("text", "language", "held", "missing"),
    [
        ("The Peruvian rowed to Indonesia.", "en", {"peruv", "indon"}, {"rowed"}),
        ("A restoration began.", "en", set(), {"resto"}),
        ("Đoàn Việt Nam về nước.", "vi", {"vietn"}, set()),
        ("Đoàn về nước.", "vi", set(), {"ve", "nuoc"}),
    ],
)
def test_beginnings_of_names(text: str, language: Language, held: set[str], missing: set[str]) -> None:
    found = sentence(text, language).name_prefixes
    assert held <= found
    assert not missing & found


@given(st.text("AĐb. ,-é", max_size=40).filter(str.strip))
def test_initials_are_capitals_of_three_or_more_words(text: str) -> None:
    for language in ("en", "vi"):
        for found in view_of(Paragraph(Source("a", language), 1, text, "body", language)).sentences:
            assert all(len(i) >= SHORTENED for i in found.initials)
            assert all(len(p) == PREFIX for p in found.name_prefixes)
