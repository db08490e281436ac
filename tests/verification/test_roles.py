import pytest

from bot.models import Language
from bot.present.words import reason
from bot.verification.attribution import check_text
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.roles import exchanged_roles

WELCOME = (
    "Lâm, his wife, and the delegation were warmly welcomed by ASEAN Secretary-General Kao Kim Hourn and his wife.",
    "Tổng Thư ký ASEAN Kao Kim Hourn đã nồng nhiệt đón Tổng Bí thư Tô Lâm.",
    "Denver defeated the Panthers 24-10. The Panthers met Carolina.",
)


@pytest.mark.parametrize(
    ("claim", "text", "language", "verb"),
    [
        ("Kao Kim Hourn was warmly welcomed by Lâm.", WELCOME[0], "en", "welcomed"),
        ("Kao Kim Hourn and his wife were warmly welcomed by Lâm.", WELCOME[0], "en", "welcomed"),
        ("The delegation welcomed Kao Kim Hourn.", WELCOME[0], "en", "welcomed"),
        ("Kao Kim Hourn welcomed the delegation.", WELCOME[0], "en", None),
        ("Lâm was welcomed by Kao Kim Hourn.", WELCOME[0], "en", None),
        ("The Panthers defeated Denver.", WELCOME[2], "en", "defeated"),
        ("Denver was defeated by the Panthers.", WELCOME[2], "en", "defeated"),
        ("The Panthers were defeated by Denver.", WELCOME[2], "en", None),
        ("The minister criticised the bank.", "The bank criticised the minister on Monday.", "en", "criticised"),
        ("Malaysia supports Indonesia.", "Indonesia supports Malaysia in the talks.", "en", "supports"),
        ("Lâm will welcome Kao.", "Kao will welcome Lâm on Monday.", "en", "welcome"),
        ("In Jakarta, Kao welcomed Lâm.", "Lâm was welcomed by Kao in Jakarta.", "en", None),
        ("Công ty kiện ông Nam.", "Ông Nam kiện công ty ra tòa.", "vi", "kiện"),
        ("Carolina met the Panthers.", WELCOME[2], "en", None),
        ("Who was defeated by the Panthers? Denver.", WELCOME[2], "en", "defeated"),
        ("Who was defeated by Denver? The Panthers.", WELCOME[2], "en", None),
        ("When was Denver defeated by the Panthers? On Sunday.", WELCOME[2], "en", None),
        ("Rice exports rose by 8 per cent.", "Rice exports rose 8 per cent and rose by 5 per cent.", "en", None),
        (
            "The Panthers defeated Denver.",
            "Denver defeated the Panthers, and the Panthers defeated Denver.",
            "en",
            None,
        ),
        ("Tô Lâm đã đón Kao Kim Hourn.", WELCOME[1], "vi", "đón"),
        ("Kao Kim Hourn được Tô Lâm đón.", WELCOME[1], "vi", "đón"),
        ("Kao Kim Hourn được đón bởi Tô Lâm.", WELCOME[1], "vi", "đón"),
        ("Tô Lâm được Kao Kim Hourn đón.", WELCOME[1], "vi", None),
        ("Kao Kim Hourn đã đón Tô Lâm.", WELCOME[1], "vi", None),
        ("Steelers đã đánh bại Broncos.", "Broncos đã đánh bại Steelers ở vòng bảng.", "vi", "đánh"),
        ("Broncos đã đánh bại Steelers.", "Broncos đã đánh bại Steelers ở vòng bảng.", "vi", None),
        ("Tô Lâm gặp Kao Kim Hourn.", "Kao Kim Hourn gặp Tô Lâm.", "vi", None),
    ],
)
def test_the_verb_whose_sides_a_claim_exchanges(claim: str, text: str, language: Language, verb: str | None) -> None:
    assert exchanged_roles(ClaimView(claim, language), Evidence(text, language)) == verb


def test_exchanged_roles_are_rejected_and_said_in_words() -> None:
    verdict = check_text("The delegation welcomed Kao Kim Hourn.", WELCOME[0])
    assert (verdict.support, verdict.reasons) == ("rejected", ("role:welcomed",))
    assert reason("role:welcomed", "en").endswith("the other way round: welcomed")
    assert "ai" in reason("role:đón", "vi")


@pytest.mark.parametrize(
    ("claim", "text", "support"),
    [
        ("Trịnh Khoa beat Hoàng Yến on Sunday.", "Thị trưởng Hoàng Yến đánh bại Trịnh Khoa hôm Chủ nhật.", "rejected"),
        ("Hoàng Yến was beaten by Trịnh Khoa.", "Thị trưởng Hoàng Yến đánh bại Trịnh Khoa hôm Chủ nhật.", "rejected"),
        ("Trịnh Khoa đánh bại Hoàng Yến.", "Mayor Hoàng Yến beat Trịnh Khoa in the run-off.", "rejected"),
        ("Hoàng Yến đánh bại Trịnh Khoa.", "Mayor Hoàng Yến beat Trịnh Khoa in the run-off.", "verified"),
        ("Hoàng Yến beat Trịnh Khoa.", "Trịnh Khoa bị Hoàng Yến đánh bại hôm Chủ nhật.", "verified"),
        ("DECnet được tạo bởi Digital.", "DECnet is a suite created by Digital.", "verified"),
        ("Tổng thống đề nghị bộ trưởng ký luật.", "Bộ trưởng đề nghị tổng thống ký luật.", "rejected"),
    ],
)
def test_names_change_sides_across_languages_as_well(claim: str, text: str, support: str) -> None:
    assert check_text(claim, text).support == support
