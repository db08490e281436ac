"""A wording is looked for in the language of the text and without its capitals."""

from bot.answering.text.wording import Wording
from tests.answering.conftest import read

WEPT = Wording(r"\bwept\b", "khóc")


def test_it_is_found_in_questions_and_sentences_of_its_language() -> None:
    view, (scene,) = read("Who WEPT?", "en", "Orla khóc. ", told="vi")
    assert WEPT.says(view)
    assert WEPT.says(scene.sentence)
    view, (scene,) = read("Ai wept?", "vi", "Orla khóc.", told="en")
    assert not WEPT.says(view)
    assert not WEPT.says(scene.sentence)


def test_all_places_of_it() -> None:
    view, _ = read("Who wept, and wept?", "en", "Rain.")
    assert [m.start() for m in WEPT.finditer(view)] == [4, 14]
    assert [m.start() for m in WEPT.within("he wept", "en")] == [3]
    assert WEPT.search(view) is not None
