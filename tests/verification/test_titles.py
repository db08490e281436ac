"""Titles that a text gives to others."""

import pytest

from bot.verification.evidence import ClaimView, Evidence
from bot.verification.titles import exchanged_titles

EN = Evidence("Deputy Mayor Lan met Mayor Bình Quân and Governor Hải. Quân later became President Quân.", "en")
VI = Evidence("Phó Chủ tịch Lê Hoa gặp Chủ tịch Đỗ Tuấn và Thanh tra Mai Lan.", "vi")


@pytest.mark.parametrize("claim", ["Mayor Lan spoke.", "Governor Quân spoke.", "Deputy Mayor Hải spoke."])
def test_a_title_that_the_text_gives_to_another_is_exchanged(claim: str) -> None:
    assert exchanged_titles(ClaimView(claim, "en"), EN) == [claim.removesuffix(" spoke.")]


@pytest.mark.parametrize("claim", ["Mayor Quân spoke.", "President Quân spoke.", "Judge Hải spoke.", "Mayor An spoke."])
def test_a_title_that_is_borne_or_unknown_is_not(claim: str) -> None:
    assert exchanged_titles(ClaimView(claim, "en"), EN) == []


def test_a_deputy_is_no_chairman() -> None:
    assert exchanged_titles(ClaimView("Chủ tịch Lê Hoa phát biểu.", "vi"), VI) == ["Chủ tịch Lê Hoa"]
    assert exchanged_titles(ClaimView("Phó Chủ tịch Lê Hoa phát biểu.", "vi"), VI) == []
