"""Offices, trades and forms of address, each as wide as its rule needs it."""

import pytest

from bot.language.naming.titles import (
    BESIDE_NAMES,
    OFFICE_SYLLABLES,
    OFFICIALS,
    VIETNAMESE_OFFICES,
    is_office,
    is_person,
    is_title,
)
from bot.language.words.normalise import fold
from bot.models import Language


@pytest.mark.parametrize(
    ("word", "language", "office", "person"),
    [
        ("ambassador", "en", True, True),
        ("nurse", "en", False, True),
        ("bridge", "en", False, False),
        ("dai su", "vi", True, True),
        ("bac si phau thuat", "vi", False, True),
        ("cay cau", "vi", False, False),
    ],
)
def test_offices_are_persons_but_not_the_other_way_round(
    word: str, language: Language, office: bool, person: bool
) -> None:
    assert is_office(word, language) is office
    assert is_person(word, language) is person


@pytest.mark.parametrize("office", VIETNAMESE_OFFICES)
def test_the_vietnamese_offices_are_offices_for_every_rule(office: str) -> None:
    assert is_office(fold(office), "vi")
    assert BESIDE_NAMES.fullmatch(office)
    assert OFFICIALS.fullmatch(office)


def test_trades_stand_beside_names_and_are_no_officials() -> None:
    assert BESIDE_NAMES.search("the farmer")
    assert not OFFICIALS.search("the farmer")


def test_the_words_of_a_title_before_a_name() -> None:
    assert all(map(is_title, ("mayor", "đại", "sứ", "bà")))
    assert not any(map(is_title, ("farmer", "lan")))
    assert "lan" not in OFFICE_SYLLABLES
