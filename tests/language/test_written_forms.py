"""What is written in one form holds what is written in another, in either language; and a changed one does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.facts import FactIndex, facts
from bot.models import Language

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
EN_ONES = _ONES.split()
EN_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
VI_ONES = "không một hai ba bốn năm sáu bảy tám chín".split()  # noqa: SIM905
EN_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
ROMAN = "_ I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()  # noqa: SIM905
VI_SCALES: tuple[tuple[int, str], ...] = ((1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1000, "nghìn"))
PUBLISHED = date(2025, 3, 10)
"""A Monday."""


def holds(fact: str, language: Language, text: str, text_language: Language, published: date | None = None) -> bool:
    """Whether every figure of one text is held by the other."""
    index = FactIndex(facts(text, text_language, published), published)
    found = facts(fact, language)
    assert found.figures, f"no figure in {fact!r}"
    for start, end in found.figures:
        moments = [m for m in found.dates if m.start < end and start < m.end]
        numbers = [n for n in found.numbers if n.start < end and start < n.end]
        if not (any(map(index.holds_date, moments)) or any(map(index.holds_number, numbers))):
            return False
    return True


def english(n: int) -> str:
    if n >= 1_000_000:
        return f"{english(n // 1_000_000)} million{' ' + english(n % 1_000_000) if n % 1_000_000 else ''}"
    if n >= 1000:
        return f"{english(n // 1000)} thousand{' ' + english(n % 1000) if n % 1000 else ''}"
    if n >= 100:
        return f"{EN_ONES[n // 100]} hundred{' and ' + english(n % 100) if n % 100 else ''}"
    if n >= 20:
        return EN_TENS[n // 10] + (f"-{EN_ONES[n % 10]}" if n % 10 else "")
    return EN_ONES[n]


def vietnamese(n: int, *, full: bool = False) -> str:
    """`full` says the hundreds and the ten that are nought, as in `một nghìn không trăm linh năm`."""
    for scale, word in VI_SCALES:
        if n >= scale:
            rest = f" {vietnamese(n % scale, full=True)}" if n % scale else ""
            return f"{vietnamese(n // scale)} {word}{rest}"
    if n >= 100 or full:
        hundreds, left = f"{VI_ONES[n // 100]} trăm", n % 100
        return hundreds + ("" if not left else f" linh {VI_ONES[left]}" if left < 10 else f" {vietnamese(left)}")
    if n < 10:
        return VI_ONES[n]
    unit = n % 10
    last = "" if not unit else " lăm" if unit == 5 else " mốt" if unit == 1 and n > 20 else f" {VI_ONES[unit]}"
    return ("mười" if n < 20 else f"{VI_ONES[n // 10]} mươi") + last


COUNTS = st.integers(11, 999) | st.integers(1000, 999_999) | st.integers(10**6, 10**9 - 1)


@given(COUNTS, st.integers(1, 99))
def test_counts_in_words_and_digits_hold_each_other(n: int, more: int) -> None:
    forms: list[tuple[str, Language]] = [
        (f"{english(n)} people", "en"), (f"{vietnamese(n)} người", "vi"), (f"{n:,} people", "en"), (f"{n} people", "en"),
        (f"{n:,} người".replace(",", "."), "vi"), (f"{n:,} people".replace(",", " "), "en"),
    ]  # fmt: skip
    for fact, language in forms:
        for text, other in forms:
            assert holds(fact, language, text, other), (fact, text)
            assert not holds(f"{n + more} people", "en", text, other), (n + more, text)


@given(st.integers(1, 99), st.integers(1, 9), st.sampled_from([("million", "triệu"), ("billion", "tỷ")]))
def test_decimals_with_a_scale_hold_each_other(whole: int, tenth: int, words: tuple[str, str]) -> None:
    mine, theirs = f"{whole}.{tenth} {words[0]}", f"{whole},{tenth} {words[1]}"
    assert holds(mine, "en", theirs, "vi")
    assert holds(theirs, "vi", mine, "en")
    assert not holds(f"{whole}.{10 - tenth if tenth != 5 else 4} {words[0]}", "en", theirs, "vi")
    other = "billion" if words[0] == "million" else "million"
    assert not holds(f"{whole}.{tenth} {other}", "en", theirs, "vi")


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.integers(1, 27))
def test_dates_in_every_form_hold_each_other(day: date, shift: int) -> None:
    def forms(d: date) -> list[tuple[str, Language]]:
        month = EN_MONTHS[d.month - 1]
        return [
            (f"on {month} {d.day}, {d.year}", "en"), (f"on {d.day} {month} {d.year}", "en"),
            (f"the {d.day}th of {month}, {d.year}", "en"), (d.isoformat(), "en"),
            (f"ngày {d.day} tháng {d.month} năm {d.year}", "vi"), (f"ngày {d.day}/{d.month}/{d.year}", "vi"),
            (f"hôm {d.day}-{d.month}-{d.year}", "vi"), (f"{d.day:02}.{d.month:02}.{d.year}", "vi"),
            (f"ngày {d.day} tháng {vietnamese(d.month)}, {d.year}", "vi"),
        ]  # fmt: skip

    for fact, language in forms(day):
        for text, other in forms(day):
            assert holds(fact, language, text, other), (fact, text)
        for text, other in forms(day + timedelta(shift)):
            assert not holds(fact, language, text, other), (fact, text)


@given(st.integers(1, 21))
def test_centuries_hold_each_other(n: int) -> None:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(n if n < 20 else n % 10, "th")
    forms: list[tuple[str, Language]] = [
        (f"the {n}{ending} century", "en"), (f"thế kỷ {n}", "vi"), (f"thế kỷ thứ {n}", "vi"), (f"thế kỷ {ROMAN[n]}", "vi"),
    ]  # fmt: skip
    for fact, language in forms:
        for text, other in forms:
            assert holds(fact, language, text, other), (fact, text)
        assert not holds(fact, language, f"thế kỷ {ROMAN[n % 21 + 1]}", "vi")


@given(st.integers(160, 202))
def test_decades_hold_each_other(n: int) -> None:
    forms: list[tuple[str, Language]] = [
        (f"the {n}0s", "en"), (f"thập niên {n}0", "vi"), (f"thập kỷ {n}0", "vi"), (f"những năm {n}0", "vi"),
        (f"thập kỷ {n % 10}0 của thế kỷ {n // 10 + 1}", "vi"),
    ]  # fmt: skip
    for fact, language in forms:
        for text, other in forms:
            assert holds(fact, language, text, other), (fact, text)
        assert not holds(fact, language, f"the {n + 1}0s", "en")


SAME: list[tuple[str, Language, str, Language]] = [
    ("on March 10", "en", "hôm 10/3", "vi"), ("mùng 5 tháng 2", "vi", "5 February", "en"),
    ("ngày mồng một tháng năm", "vi", "1/5", "vi"), ("rằm tháng giêng", "vi", "ngày 15 tháng 1", "vi"),
    ("tháng mười hai năm 1999", "vi", "December 1999", "en"), ("tháng 12/1999", "vi", "December 1999", "en"),
    ("một triệu rưỡi", "vi", "1.5 million", "en"), ("1 tỉ 200 triệu", "vi", "1,2 tỷ", "vi"), ("100k", "vi", "100.000", "vi"),
    ("ba lăm người", "vi", "35", "en"), ("twenty-first", "en", "thứ hai mươi mốt", "vi"), ("the seventh", "en", "lần thứ bảy", "vi"),
    ("thứ bảy", "vi", "on Saturday", "en"), ("a decade", "en", "mười năm", "vi"), ("một thập kỷ", "vi", "ten years", "en"),
    ("half a century", "en", "50 năm", "vi"), ("a dozen", "en", "12", "en"), ("một tá", "vi", "12", "vi"),
    ("half", "en", "50%", "vi"), ("three quarters", "en", "75%", "vi"), ("two-thirds", "en", "hai phần ba", "vi"),
    ("10–15%", "en", "10 đến 15%", "vi"), ("1990–95", "en", "from 1990 to 1995", "en"), ("six and a half", "en", "6,5", "vi"),
    ("44 BC", "en", "năm 44 TCN", "vi"), ("44 BCE", "en", "năm 44 trước Công nguyên", "vi"),
    ("7 p.m.", "en", "19h", "vi"), ("7:30 pm", "en", "19 giờ 30", "vi"), ("7 giờ tối", "vi", "7 p.m.", "en"),
    ("US$3.3 million", "en", "3,3 triệu đô la", "vi"), ("VNĐ85 billion", "en", "85 tỷ đồng", "vi"),
    ("5 km", "en", "5 kilomét", "vi"), ("20 tonnes", "en", "20 tấn", "vi"), ("5 hectares", "en", "5 ha", "vi"),
    ("World War II", "en", "Thế chiến thứ hai", "vi"), ("quý I", "vi", "the first quarter", "en"), ("100m", "en", "100 mét", "vi"),
]  # fmt: skip
OTHER: list[tuple[str, Language, str, Language]] = [
    ("on 10 April", "en", "10/3", "vi"), ("thứ bảy", "vi", "on Sunday", "en"), ("lần thứ tám", "vi", "the seventh", "en"),
    ("44 BC", "en", "44 AD", "en"), ("a dozen", "en", "10", "en"), ("two-thirds", "en", "one third", "en"),
    ("7 p.m.", "en", "7 a.m.", "en"), ("7 giờ sáng", "vi", "7 p.m.", "en"), ("1990–96", "en", "from 1990 to 1995", "en"),
    ("3 triệu", "vi", "3 tỷ", "vi"), ("$3 million", "en", "3 million euros", "en"), ("5%", "en", "5 percentage points", "en"),
    ("5 km", "en", "5 metres", "en"), ("5 kg", "vi", "5 tấn", "vi"), ("15 phút", "vi", "15 giờ", "vi"), ("5 years", "en", "5 tháng", "vi"),
    ("50 dollars", "en", "50%", "en"), ("40 tons", "en", "40 people", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "language", "text", "other"), SAME)
def test_the_same_in_another_form_is_held(fact: str, language: Language, text: str, other: Language) -> None:
    assert holds(fact, language, text, other)


@pytest.mark.parametrize(("fact", "language", "text", "other"), OTHER)
def test_something_else_is_not_held(fact: str, language: Language, text: str, other: Language) -> None:
    assert not holds(fact, language, text, other)


@pytest.mark.parametrize(
    ("fact", "text", "language"),
    [
        ("on 9 March 2025", "yesterday", "en"), ("on 8 March", "on Saturday", "en"), ("on 9 March", "last night", "en"),
        ("ngày 11/3/2025", "ngày mai", "vi"), ("ngày 9/3", "tối qua", "vi"), ("in 2024", "last year", "en"),
        ("năm 2024", "năm ngoái", "vi"), ("năm 2026", "sang năm", "vi"), ("in February", "last month", "en"),
        ("tháng 4 năm 2025", "tháng tới", "vi"),
    ],
)  # fmt: skip
def test_what_is_told_from_the_day_of_publication_is_held(fact: str, text: str, language: Language) -> None:
    assert holds(fact, language, text, language, PUBLISHED)
    assert not holds("on 1 January 2020", "en", text, language, PUBLISHED)
    assert not holds("in 2020", "en", text, language, PUBLISHED)
