from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.figures.dates import dates
from bot.models import Language

Parts = tuple[int | None, int | None, int | None]
texts = st.text(alphabet=st.sampled_from("0123456789/.-– ngàythángnămMarchofthe ,stdế kỷXIVs'’hứ hai"), max_size=60)


def parts(text: str, language: Language) -> list[Parts]:
    return [(m.year, m.month, m.day) for m in dates(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 10 March 2025", (2025, 3, 10)),
        ("March 10, 2025", (2025, 3, 10)),
        ("March 10th", (None, 3, 10)),
        ("the 10th of March", (None, 3, 10)),
        ("the seventh of July", (None, 7, 7)),
        ("in March 2025", (2025, 3, None)),
        ("in May", (None, 5, None)),
        ("2025-03-10", (2025, 3, 10)),
        ("Sept. 5", (None, 9, 5)),
    ],
)
def test_english_forms(text: str, expected: Parts) -> None:
    assert parts(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hôm nay (10/3)", (None, 3, 10)),
        ("10-3-2025", (2025, 3, 10)),
        ("10.3.2025", (2025, 3, 10)),
        ("ngày 10 tháng 3 năm 2025", (2025, 3, 10)),
        ("ngày 10 tháng 3", (None, 3, 10)),
        ("mùng 7 tháng ba", (None, 3, 7)),
        ("mồng một", (None, None, 1)),
        ("tháng Ba năm 2025", (2025, 3, None)),
        ("tháng 3/2025", (2025, 3, None)),
        ("ngày mười lăm tháng tám", (None, 8, 15)),
        ("tháng chạp", (None, 12, None)),
    ],
)
def test_vietnamese_forms(text: str, expected: Parts) -> None:
    assert parts(text, "vi") == [expected]


@pytest.mark.parametrize("text", ["you may come", "they march on", "24–10", "1.234.567", "the second time"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text, "en") == []


def test_ambiguous_order_gives_both_readings_in_english_only() -> None:
    assert parts("10/3/2025", "en") == [(2025, 3, 10), (2025, 10, 3)]
    assert parts("10/3/2025", "vi") == [(2025, 3, 10)]


def test_a_range_has_both_days() -> None:
    assert parts("10-12 March", "en") == [(None, 3, 10), (None, 3, 12)]
    assert parts("ngày 10 và 11 tháng 3", "vi") == [(None, 3, 10), (None, 3, 11)]


@pytest.mark.parametrize(
    ("text", "language", "century"),
    [("the 19th century", "en", 19), ("nineteenth-century art", "en", 19), ("thế kỷ XIX", "vi", 19), ("thế kỷ thứ 19", "vi", 19)],
)  # fmt: skip
def test_centuries(text: str, language: Language, century: int) -> None:
    assert [m.century for m in dates(text, language)] == [century]


@pytest.mark.parametrize(
    ("text", "language"),
    [("the 1990s", "en"), ("the '90s", "en"), ("the nineties", "en"), ("thập niên 1990", "vi"), ("những năm 90", "vi")],
)
def test_decades(text: str, language: Language) -> None:
    assert [m.decade for m in dates(text, language)] == [1990]


@pytest.mark.parametrize("text", ["lần thứ hai mươi", "thứ ba mươi", "thứ năm trăm"])
def test_a_higher_ordinal_is_no_weekday(text: str) -> None:
    assert dates(text, "vi") == []


@pytest.mark.parametrize(("text", "language"), [("on Monday", "en"), ("thứ Hai", "vi"), ("thứ 2", "vi")])
def test_weekdays_become_dates_with_the_day_of_publication(text: str, language: Language) -> None:
    published = date(2025, 3, 12)
    assert [m.weekday for m in dates(text, language)] == [0]
    assert [(m.month, m.day) for m in dates(text, language, published)] == [(3, 10)]


@given(st.integers(0, 6), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_relative_days_are_at_most_a_week_before(weekday: int, published: date) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    found = dates(f"on {name} and yesterday", "en", published)
    days = [date(m.year or 0, m.month or 0, m.day or 0) for m in found]
    assert days[0].weekday() == weekday
    assert timedelta(0) <= published - days[0] < timedelta(7)
    assert published - days[1] == timedelta(1)


@given(texts, st.sampled_from(["vi", "en"]), st.none() | st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_never_raises_and_spans_lie_inside(text: str, language: Language, anchor: date | None) -> None:
    for moment in dates(text, language, anchor):
        assert 0 <= moment.start < moment.end <= len(text)
        assert any(p is not None for p in (moment.year, moment.month, moment.day, moment.weekday, moment.decade, moment.century))  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_written_dates_round_trip(day: date) -> None:
    for text, language in (
        (f"{day.day} {day:%B} {day.year}", "en"),
        (f"{day:%B} {day.day}, {day.year}", "en"),
        (f"ngày {day.day} tháng {day.month} năm {day.year}", "vi"),
        (f"{day.day}/{day.month}/{day.year}", "vi"),
        (day.isoformat(), "en"),
    ):
        assert parts(text, language) == [(day.year, day.month, day.day)]  # type: ignore[arg-type]
