"""The names of a sentence with the titles before them."""

import pytest

from bot.answering.evidence.name_runs import named_runs, parted, title_end
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("language", "text", "runs"),
    [
        ("en", "We saw Secretary of State Orla Quinn, Bruno, Ida and Tom.", ["Secretary of State Orla Quinn", "Bruno", "Ida", "Tom"]),
        ("en", "They rowed home.", []),
        ("vi", "Hôm qua Tổng Thư ký ASEAN gặp Trần Sơn.", ["Tổng Thư ký ASEAN", "Trần Sơn"]),
    ],
)  # fmt: skip
def test_the_names_of_a_sentence_with_their_titles(language: Language, text: str, runs: list[str]) -> None:
    _, (scene,) = read("Who left?", language, text)
    assert [" ".join(t.text for t in run) for run in named_runs(scene.sentence)] == runs


def test_what_parts_two_words() -> None:
    _, (scene,) = read("Who left?", "en", "Orla, Bruno (a rower) left")
    assert [parted(scene.sentence, place) for place in range(5)] == [True, True, False, True, False]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "We saw Mayor Orla Quinn and Bruno.", ["Orla Quinn"]),
        ("en", "HÀ NỘI — Party General Secretary Trần Sơn left.", ["Trần Sơn"]),
        ("vi", "Hôm qua Thủ tướng Trần Sơn gặp Ida.", ["Trần Sơn"]),
    ],
)
def test_where_the_name_begins_behind_a_title(language: Language, text: str, names: list[str]) -> None:
    _, (scene,) = read("Who left?", language, text)
    runs = [(run, title_end(run)) for run in named_runs(scene.sentence)]
    assert [" ".join(t.text for t in run[end:]) for run, end in runs if end] == names
