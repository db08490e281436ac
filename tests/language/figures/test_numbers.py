from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.figures.numbers import numbers, readings
from bot.models import Language

texts = st.text(alphabet=st.sampled_from("0123456789.,:/-– %$½ abhundredtwentyhai mươi lăm triệuXVI\n'’đ"), max_size=80)


def values(text: str, language: Language) -> list[float]:
    return [float(n.values[0]) for n in numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234 people", [1234]),
        ("1 234 567", [1234567]),
        ("3.5 per cent", [3.5]),
        ("6½ sacks", [6.5]),
        ("Two hundred and five", [205]),
        ("a hundred and fifty", [150]),
        ("seven hundred thousand", [700_000]),
        ("the twenty-first visit", [21]),
        ("the 7th piece", [7]),
        ("2.3 billion", [2.3e9]),
        ("$5m", [5e6]),
        ("a dozen", [12]),
        ("two dozen", [24]),
        ("half a century", [50]),
        ("three decades", [30]),
        ("a decade", [10]),
        ("two-thirds", [pytest.approx(2 / 3)]),
        ("Henry VIII", [8]),
        ("100–150", [100, 150]),
        ("G20", [20]),
        ("at 7:30 p.m.", [19.5]),
    ],
)
def test_english_forms(text: str, expected: list[float]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234 người", [1234]),
        ("3,5 phần trăm", [3.5]),
        ("hai mươi lăm", [25]),
        ("hai lăm", [25]),
        ("ba mươi mốt", [31]),
        ("mười lăm", [15]),
        ("một trăm linh năm", [105]),
        ("năm mươi", [50]),
        ("hai mươi năm", [20]),
        ("hai nghìn không trăm hai mươi lăm", [2025]),
        ("1,2 triệu", [1.2e6]),
        ("5 nghìn tỷ đồng", [5e12]),
        ("hai triệu rưỡi", [2.5e6]),
        ("lần thứ bảy", [7]),
        ("một thập kỷ", [10]),
        ("nửa thế kỷ", [50]),
        ("hai phần ba", [pytest.approx(2 / 3)]),
        ("năm 1995", [1995]),
        ("năm người", [5]),
        ("một tỷ lệ lớn", [1]),
        ("hai triệu phú", [2]),
    ],
)
def test_vietnamese_forms(text: str, expected: list[float]) -> None:
    assert values(text, "vi") == expected


@pytest.mark.parametrize("text", ["năm nay", "trong năm", "Việt Nam không cam kết", "hàng năm", "đường hàng không"])
def test_plain_vietnamese_words_are_no_numbers(text: str) -> None:
    assert numbers(text, "vi") == []


@pytest.mark.parametrize(("text", "language"), [("one of them", "en"), ("the second man", "en"), ("một người", "vi"), ("ba ơi", "vi")])  # fmt: skip
def test_doubtful_words_are_not_demanded(text: str, language: Language) -> None:
    assert [n.certain for n in numbers(text, language)] == [False]


def test_separators_keep_both_readings_own_convention_first() -> None:
    assert readings("1.234", "vi") == (Fraction(1234), Fraction(1234, 1000))
    assert readings("1.234", "en") == (Fraction(1234, 1000), Fraction(1234))
    assert readings("1.234.567,5", "vi") == (Fraction(12345675, 10),)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("20%", "%"),
        ("20 phần trăm", "%"),
        ("$5", "USD"),
        ("5 triệu USD", "USD"),
        ("10 euros", "EUR"),
        ("7 boats", ""),
        ("1237 year", ""),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert [n.unit for n in numbers(text, "vi" if "phần" in text else "en")] == [unit]


@given(texts, st.sampled_from(["vi", "en"]))
def test_never_raises_and_spans_are_in_order(text: str, language: Language) -> None:
    end = 0
    for number in numbers(text, language):
        assert end <= number.start < number.end <= len(text)
        assert number.values
        end = number.end


@given(st.integers(0, 10**9))
def test_grouped_digits_round_trip(value: int) -> None:
    for written, language in ((f"{value:,}", "en"), (f"{value:,}".replace(",", "."), "vi"), (str(value), "vi")):
        assert [n.values[0] for n in numbers(f"({written})", language)] == [value]  # type: ignore[arg-type]
