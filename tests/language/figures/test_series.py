"""Places in a series, and multiples, in their written forms."""

import pytest

from bot.language.figures.series import MULTIPLE, series
from bot.models import Language


@pytest.mark.parametrize(
    ("text", "language", "things"),
    [
        (
            "the 21st floor, week two, weeks 2-4",
            "en",
            [("floor", 21), ("week", 2), ("week", 2), ("week", 3), ("week", 4)],
        ),
        ("the second-largest city in Q3", "en", [("largest", 2), ("quarter", 3)]),
        ("on 5th May, on the fifth day, day one hundred, at first", "en", []),
        ("prices quadrupled, five times as high", "en", [(MULTIPLE, 4), (MULTIPLE, 5)]),
        ("quý II và III, lần thứ mười", "vi", [("lần", 10), ("quý", 2), ("quý", 3)]),
        ("tầng mười hai, sáng thứ hai, khoá bốn mươi, thứ hai mươi", "vi", []),
        ("tăng gấp đôi, gấp 3 lần, gấp năm", "vi", [(MULTIPLE, 2), (MULTIPLE, 3), (MULTIPLE, 5)]),
    ],
)
def test_each_form_is_read(text: str, language: Language, things: list[tuple[str, object]]) -> None:
    assert [(p.thing, p.value) for p in series(text, language)] == things


def test_the_last_number_of_a_list_may_count_what_follows() -> None:
    assert [p.certain for p in series("trong quý 3 và 9 tháng", "vi")] == [True, False]
    assert [p.certain for p in series("quý 2 và 3 năm nay", "vi")] == [True, True]
