import pytest

from bot.language.sentences.quotes import quotes, squeezed


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('a "historic milestone" today', ["historic milestone"]),
        ("a “historic milestone” and «một»", ["historic milestone", "một"]),
        ("called ‘Moon River’ again", ["Moon River"]),
        ("Lâm's visit and ASEAN's role", []),
        ("the players' and the teams' wishes", []),
        ('an empty "--" pair', []),
    ],
)
def test_quoted_words(text: str, inside: list[str]) -> None:
    assert [s.of(text) for s in quotes(text)] == inside


def test_squeezed_ignores_case_marks_and_tone_placement() -> None:
    assert squeezed("“Hòa bình”, ông nói!") == squeezed("hoà  bình ông nói")


def test_squeezed_tells_percent_and_currency() -> None:
    assert squeezed("5%") != squeezed("5")
    assert squeezed("$5") != squeezed("€5")
