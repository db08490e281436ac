import pytest

from bot.present.words import reason
from bot.verification.attribution import check_text

TRADE = "Rice exports rose 8 per cent in March while coffee exports fell 12 per cent. Shrimp exports rose in April and fell in May."
BANK = "Chairwoman Mai Liên told reporters that sales had fallen; analyst Đức Anh said prices would recover, and Mr Hòa left early."


@pytest.mark.parametrize(
    ("claim", "text", "reasons"),
    [
        ("Coffee exports rose in March.", TRADE, ("opposite:rose",)),
        ("Coffee exports fell in March.", TRADE, ()),
        ("Shrimp exports fell in May.", TRADE, ()),
        ("Exports rose in March.", TRADE, ()),
        ("Mai Liên said prices would recover.", BANK, ("speaker:Mai Liên",)),
        ("Đức Anh said prices would recover.", BANK, ()),
        ("Prices would recover, Đức Anh said.", BANK, ()),
        ("According to Mai Liên, prices would recover.", BANK, ("speaker:Mai Liên",)),
    ],
)
def test_what_is_told_of_another_stays_open(claim: str, text: str, reasons: tuple[str, ...]) -> None:
    verdict = check_text(claim, text)
    assert verdict.reasons == reasons
    assert verdict.support == ("unconfirmed" if reasons else "verified")


def test_another_speaker_is_said_in_words() -> None:
    assert reason("speaker:Lan", "en").endswith("another speaker: Lan")
    assert "người khác" in reason("speaker:Lan", "vi")
