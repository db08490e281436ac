"""Places in a series, and multiples."""

import pytest

from bot.verification.attribution import check_text

FIRM = "The firm opened its first factory in Huế in the third quarter, when sales doubled. Phases II and III follow."


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("The firm opened its second factory in Huế.", "number:second factory"),
        ("Sales doubled in the fourth quarter.", "number:fourth quarter"),
        ("Sales tripled in the third quarter.", "number:tripled"),
        ("Doanh số tăng gấp ba.", "number:gấp ba"),
    ],
)
def test_another_place_or_multiple_is_rejected(claim: str, wrong: str) -> None:
    verdict = check_text(claim, FIRM)
    assert verdict.support == "rejected"
    assert wrong in verdict.reasons


@pytest.mark.parametrize("claim", ["Sales doubled in Q3.", "The firm opened its 1st factory.", "Phase 3 follows."])
def test_the_same_written_in_another_way_is_not(claim: str) -> None:
    assert not any(r.startswith("number:") for r in check_text(claim, FIRM).reasons)
