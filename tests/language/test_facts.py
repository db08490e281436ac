from datetime import date

import pytest

from bot.language.facts import FactIndex, facts
from bot.models import Language


def holds(fact: str, text: str, language: Language = "en", text_language: Language | None = None) -> bool:
    index = FactIndex(facts(text, text_language or language))
    found = facts(fact, language)
    assert found.figures
    return all(map(index.holds_number, found.numbers)) and all(map(index.holds_date, found.dates))


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("1234 pieces", "1,234 pieces"),
        ("30 years", "the thirtieth year"),
        ("in 2025", "on 10 March 2025"),
        ("March 10", "10 March 2025"),
        ("in March", "on 10 March"),
        ("in the 19th century", "the 17th and 19th centuries"),
        ("5%", "5 per cent"),
    ],
)
def test_held(fact: str, text: str) -> None:
    assert holds(fact, text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("143 pieces", "142 pieces"),
        ("on 11 March", "on 10 March 2025"),
        ("10 March 2024", "10 March 2025"),
        ("10 March 2025", "10 March"),
        ("5%", "$5"),
        ("the 1990s", "the 1980s"),
        ("on Tuesday", "on Monday"),
    ],
)
def test_not_held(fact: str, text: str) -> None:
    assert not holds(fact, text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("ngày 10 tháng 3", "on March 10"),
        ("một thập kỷ", "the 10th anniversary"),
        ("thế kỷ XIX", "the nineteenth century"),
        ("1.234 người", "1,234 people"),
        ("3,5 triệu", "3.5 million"),
        ("hai phần ba", "two-thirds"),
    ],
)
def test_held_across_languages(fact: str, text: str) -> None:
    assert holds(fact, text, "vi", "en")


def test_the_day_of_publication_fills_in_what_the_text_leaves_out() -> None:
    published = date(2025, 3, 10)
    index = FactIndex(facts("visited on Monday", "en", published), published)
    assert index.holds_date(facts("on 10 March 2025", "en").dates[0])
    assert not index.holds_date(facts("on 11 March 2025", "en").dates[0])


def test_an_ordinal_that_may_be_a_weekday_is_kept_as_both() -> None:
    found = facts("lần thứ bảy", "vi")
    assert [int(n.values[0]) for n in found.numbers] == [7]
    assert [m.weekday for m in found.dates] == [5]
    assert facts("on Monday", "en").names == ()
