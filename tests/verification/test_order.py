"""What a claim counts and which it sets first, held against the text in either language."""

import pytest

from bot.verification.attribution import check_text

DOCTORS = {
    "en": "The ministry sent 120 doctors and 30 nurses to Huế.",
    "vi": "Bộ đã cử 120 bác sĩ và 30 y tá đến Huế.",
}


@pytest.mark.parametrize("text", DOCTORS.values(), ids=DOCTORS)
@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The ministry sent 120 doctors to Huế.", "verified"),
        ("The ministry sent 30 nurses to Huế.", "verified"),
        ("The ministry sent 30 doctors to Huế.", "rejected"),
        ("The ministry sent thirty doctors to Huế.", "rejected"),
        ("Bộ đã cử 120 bác sĩ đến Huế.", "verified"),
        ("Bộ đã cử 30 bác sĩ đến Huế.", "rejected"),
    ],
)
def test_a_figure_of_another_thing_is_rejected(text: str, claim: str, support: str) -> None:
    assert check_text(claim, text).support == support


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The ministry sent 150 doctors.", "The ministry sent 100 doctors and 50 doctors more, and 150 nurses."),
        ("Two of the five children were hurt.", "Five children were on the bus and two were hurt."),
        ("The ministry sent 30 people.", DOCTORS["en"]),
        ("Nhà máy làm 500 xe buýt.", "Nhà máy làm 20 xe hơi và 500 xe buýt."),
    ],
)
def test_a_figure_that_may_count_the_same_is_not_rejected(claim: str, text: str) -> None:
    assert check_text(claim, text).support != "rejected"


@pytest.mark.parametrize(
    ("claim", "text", "support"),
    [
        ("The school closed before the bridge opened.", "The school closed before the bridge opened.", "verified"),
        ("The bridge opened before the school closed.", "The school closed before the bridge opened.", "rejected"),
        ("The two sides met after the treaty was signed.", "The treaty was signed after the two sides met.", "rejected"),
        ("The treaty was signed after the two sides met.", "After the two sides met, the treaty was signed.", "verified"),
        ("After the treaty was signed, the two sides met.", "After the two sides met, the treaty was signed.", "rejected"),
        ("Cầu mở cửa sau khi trường đóng cửa.", "Trường đóng cửa sau khi cầu mở cửa.", "rejected"),
        ("Trường đóng cửa sau khi cầu mở cửa.", "Trường đóng cửa sau khi cầu mở cửa.", "verified"),
    ],
)  # fmt: skip
def test_what_came_first_is_not_turned_around(claim: str, text: str, support: str) -> None:
    assert check_text(claim, text).support == support
