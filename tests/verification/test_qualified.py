import pytest

from bot.models import Support
from bot.verification.attribution import check_text

VILLAGE = "Most residents of the village left their homes before the storm; some pupils of the school stayed behind."
LÀNG = "Phần lớn người dân trong làng đã rời nhà trước khi bão đổ bộ; một số học sinh của trường ở lại."
BANK = "Shares of the bank rose 3.1 per cent on Monday. Its profit was VNĐ120 billion, down 5 per cent, for buyers under 35."
RANK = "Foreign investment in Huế was the second highest in the country."
FACTORY = "The firm opened a factory in Huế on Monday."
TREE = "Lâm planted a commemorative tree in the grounds of the Secretariat and presented a painting as a gift."


@pytest.mark.parametrize(
    ("claim", "text", "reason"),
    [
        ("All residents of the village left their homes before the storm.", VILLAGE, "bound:All"),
        ("Few residents of the village left their homes before the storm.", VILLAGE, "bound:Few"),
        ("Most residents of the village left their homes after the storm.", VILLAGE, "opposite:after"),
        ("Only residents left the village.", VILLAGE, "bound:Only"),
        ("Tất cả người dân trong làng đã rời nhà trước khi bão đổ bộ.", LÀNG, "bound:Tất cả"),
        ("Phần lớn người dân trong làng đã rời nhà sau khi bão đổ bộ.", LÀNG, "opposite:sau"),
        ("All residents of the village left their homes before the storm.", LÀNG, "bound:All"),
        ("Phần lớn người dân trong làng đã rời nhà sau bão.", VILLAGE, "opposite:sau"),
        ("Foreign investment in Huế was the highest in the country.", RANK, "bound:highest"),
        ("The firm opened its second factory in Huế.", FACTORY, "bound:second"),
        ("Lâm may have planted a commemorative tree in the grounds of the Secretariat.", TREE, "bound:may"),
    ],
)
def test_a_claim_that_is_bounded_in_another_way_is_left_open(claim: str, text: str, reason: str) -> None:
    verdict = check_text(claim, text)
    assert verdict.support == "unconfirmed"
    assert reason in verdict.reasons


@pytest.mark.parametrize(
    ("claim", "text", "reason"),
    [
        ("The ministry will build a bridge in Huế.", "The ministry may build a bridge in Huế next year.", "bound:may"),
        ("Bộ sẽ xây cầu mới ở Huế.", "Bộ có thể xây cầu mới ở Huế vào năm tới.", "bound:có thể"),
        ("Bộ sẽ xây cầu ở Huế.", "The ministry may build a bridge in Huế next year.", "bound:may"),
        ("The minister resigned on Monday.", "The minister reportedly resigned on Monday.", "bound:reportedly"),
        (
            "The director stole from the bank.",
            "Police accused the director of stealing from the bank.",
            "bound:accused",
        ),
        (
            "Bộ trưởng đã từ chức hôm thứ Hai.",
            "Theo một số nguồn tin, bộ trưởng đã từ chức hôm thứ Hai.",
            "bound:nguồn tin",
        ),
        (
            "The firm dumped waste into the river.",
            "The firm denied that it had dumped waste into the river.",
            "negation:denied",
        ),
        ("The ministry built a bridge in Huế.", "The ministry plans to build a bridge in Huế.", "bound:plans to"),
        ("Bộ đã xây cầu ở Huế.", "Bộ sẽ xây cầu ở Huế.", "bound:sẽ"),
    ],
)
def test_what_may_be_or_is_said_or_planned_is_no_fact(claim: str, text: str, reason: str) -> None:
    verdict = check_text(claim, text)
    assert verdict.support == "unconfirmed"
    assert reason in verdict.reasons


@pytest.mark.parametrize(
    "claim",
    [
        "Shares of the bank fell 3.1 per cent on Monday.",
        "The profit of the bank was up 5 per cent.",
        "Cổ phiếu của ngân hàng giảm 3,1% hôm thứ Hai.",
    ],
)
def test_a_figure_that_went_the_other_way_is_rejected(claim: str) -> None:
    assert check_text(claim, BANK).support == "rejected"


@pytest.mark.parametrize(
    ("claim", "text", "support"),
    [
        ("Most of the residents left their homes before the storm.", VILLAGE, "verified"),
        ("Shares of the bank rose 3.1 per cent.", BANK, "verified"),
        ("The ministry may build a bridge in Huế.", "The ministry may build a bridge in Huế next year.", "verified"),
        (
            "Police accused the director of stealing.",
            "Police accused the director of stealing from the bank.",
            "verified",
        ),
        ("Who left before the storm? Most residents of the village.", VILLAGE, "verified"),
    ],
)
def test_a_claim_that_is_bounded_in_the_same_way_is_verified(claim: str, text: str, support: Support) -> None:
    assert check_text(claim, text).support == support


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("All of the coffee of Huế is exported.", "Nearly all of the coffee of Huế is exported."),
        ("Half of the coffee of Huế is exported.", "Some of the coffee of Huế is exported."),
        ("The museum is the youngest in the region.", "The museum is the oldest in the region."),
        ("Bảo tàng mới nhất vùng sẽ đóng cửa.", "Bảo tàng lâu đời nhất vùng sẽ đóng cửa."),
        ("The museum of Huế, the youngest, will close.", "Bảo tàng Huế, lâu đời nhất, sẽ đóng cửa."),
        ("A faulty valve caused the blast.", "Investigators believe that a faulty valve caused the blast."),
        ("Van bị lỗi gây ra vụ nổ.", "Cơ quan điều tra cho rằng van bị lỗi gây ra vụ nổ."),
        ("The president vetoed the bill.", "Ministers urged the president to veto the bill, but he signed it."),
    ],
)
def test_a_claim_that_goes_further_than_its_source_is_not_verified(claim: str, text: str) -> None:
    assert check_text(claim, text).support != "verified"
