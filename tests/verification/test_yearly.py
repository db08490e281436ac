"""Numbers and the year that a text gives them of."""

import pytest

from bot.verification.attribution import check_text

BOATS = "The yard sold 90 boats in 2023, up from 40 in 2022."


@pytest.mark.parametrize(("claim", "support"), [
    ("The yard sold 40 boats in 2022.", "verified"),
    ("In 2023, the yard sold 90 boats.", "verified"),
    ("The yard sold 40 boats in 2023.", "rejected"),
    ("Năm 2023, xưởng bán 40 tàu.", "rejected"),
])  # fmt: skip
def test_each_number_has_its_year(claim: str, support: str) -> None:
    assert check_text(claim, BOATS).support == support
