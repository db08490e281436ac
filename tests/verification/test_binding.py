import pytest

from bot.verification.attribution import check_text

DEFENCE = (
    "Đội thủ chỉ thua 308 điểm, đứng thứ sáu trong giải, đồng thời dẫn đầu giải về số lần đoạt bóng với 24 lần. Đội có bốn cầu thủ "
    "ở trận toàn sao. Trong mùa giải, đội thủ có bốn lần ném bóng lỗi, hai lần mất bóng và bảy lần bị phạt."
)
WAR = "The war lasted from its declaration in 1756 to the signing of the peace treaty in 1763."
EMPIRE = "Pháp chiếm Algeria năm 1830 nhưng bắt đầu xây dựng lại đế chế toàn cầu của mình sau năm 1850."


@pytest.mark.parametrize(
    ("claim", "text", "support"),
    [
        ("Đội thủ có bao nhiêu lần đoạt bóng? 24.", DEFENCE, "verified"),
        ("Đội thủ có 24 lần đoạt bóng.", DEFENCE, "verified"),
        ("Đội thủ có bao nhiêu lần đoạt bóng? 25.", DEFENCE, "rejected"),
        ("When was the war? From 1756 to the signing of the peace treaty in 1763.", WAR, "verified"),
        ("When was the war? From 1763 to the signing of the peace treaty in 1763.", WAR, "rejected"),
        ("Pháp bắt đầu xây dựng lại đế chế toàn cầu sau năm 1850.", EMPIRE, "verified"),
        ("Pháp bắt đầu xây dựng lại đế chế toàn cầu sau năm 1830.", EMPIRE, "rejected"),
        ("Pháp chiếm Algeria năm 1830.", EMPIRE, "verified"),
    ],
)
def test_a_figure_is_bound_to_what_it_counts_and_dates(claim: str, text: str, support: str) -> None:
    assert check_text(claim, text).support == support
