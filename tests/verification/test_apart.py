import pytest

from bot.verification.attribution import check_text

SHARES = "Shares of FPT gained 2.5 per cent to 140,000 đồng; shares of Vietcombank lost 1.3 per cent to 88,000 đồng."
COUNTS = "Bệnh viện Hoàng Mai nhận 40 bệnh nhân, trong khi Bệnh viện Thanh Trì nhận 25 bệnh nhân."


@pytest.mark.parametrize(
    ("claim", "text", "support"),
    [
        ("FPT shares rose to 140,000 đồng.", SHARES, "verified"),
        ("FPT shares rose to 88,000 đồng.", SHARES, "unconfirmed"),
        ("Vietcombank shares lost 1.3 per cent to 88,000 đồng.", SHARES, "verified"),
        ("Bệnh viện Hoàng Mai nhận 40 bệnh nhân.", COUNTS, "verified"),
    ],
)
def test_a_figure_of_another_part_is_left_open(claim: str, text: str, support: str) -> None:
    assert check_text(claim, text).support == support


def test_the_other_hospitals_figure_is_not_verified() -> None:
    assert check_text("Bệnh viện Hoàng Mai nhận 25 bệnh nhân.", COUNTS).support != "verified"
