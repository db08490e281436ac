"""Figures that a text has where it tells something else."""

import pytest

from bot.verification.attribution import check_text

PLANT = "The Acme plant in Huế was planned in 2012. It opened in 2019. The town got its first tram on 5 May 2021."


@pytest.mark.parametrize(
    "claim",
    ["The town got its first tram in 2019.", "When did the town get its tram? 2012.", "The tram came on May 6."],
)
def test_a_figure_of_another_sentence_is_rejected(claim: str) -> None:
    assert check_text(claim, PLANT).support == "rejected"


@pytest.mark.parametrize(
    "claim",
    [
        "The Acme plant in Huế opened in 2019.",
        "The Acme plant, planned in 2012, opened in 2019.",
        "In 2021, the town got its first tram.",
        "When did the Acme plant open? 2019.",
    ],
)
def test_one_that_the_sentence_before_explains_is_kept(claim: str) -> None:
    assert check_text(claim, PLANT).support != "rejected"
