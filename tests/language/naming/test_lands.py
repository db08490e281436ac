"""What is a land, a place, one of a land's people."""

import pytest

from bot.language.lexicon.open_classes import classes
from bot.language.naming.lands import BEHIND_TITLES, ONE_SYLLABLE, RELATED, is_people, is_place
from bot.language.words.normalise import fold
from bot.models import Language


@pytest.mark.parametrize(
    ("name", "languages", "place"),
    [
        ("jakarta", (), True),
        ("ha noi", (), True),
        ("ha noi", ("vi",), True),
        ("thai lan", ("en",), False),
        ("thailand", ("en",), True),
        ("thailand", ("vi",), False),
        ("orla", (), False),
    ],
)
def test_places_by_language(name: str, languages: tuple[Language, ...], place: bool) -> None:
    assert is_place(name, *languages) is place


def test_people_are_told_by_the_ending() -> None:
    assert all(map(is_people, ("malaysian", "thai", "vietnamese", "british", "iraqi")))
    assert not any(map(is_people, ("engineer", "malaysia", "swiss", "orla")))


def test_lands_of_one_syllable_stand_behind_titles_too_but_for_a_given_name() -> None:
    assert {fold(land) for land in ONE_SYLLABLE} - BEHIND_TITLES == {"thai"}


def test_related_names_lead_to_one_row() -> None:
    assert RELATED["laotian"] == RELATED["laos"]
    assert "malaysia" not in RELATED


def test_each_class_is_of_one_language_and_has_words() -> None:
    assert all(name[:3] in ("en_", "vi_") and words for name, words in classes().items())
