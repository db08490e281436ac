"""What speaks for a sentence beyond the words that it shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.choice.clues import (
    DONE,
    EVER,
    FELT,
    NAMED,
    ORDERED,
    REASONED,
    SPOKEN_FOR,
    TO_COME,
    TWO_PLACES,
    clues,
)
from bot.models import Language
from tests.answering.conftest import read

GAINS = [
    ("Why did the ferry sink?", "en", "The ferry sank because of a storm.", REASONED),
    ("Why did the ferry sink?", "en", "The ferry sank in a storm.", 0.0),
    ("When did the ferry sink?", "en", "The ferry sank because of a storm.", 0.0),
    ("Vì sao phà chìm?", "vi", "Phà chìm vì bão.", REASONED),
    ("Vì sao phà chìm?", "vi", "Phà chìm ở Lugo.", 0.0),
    ("Has Orla ever rowed to Lugo?", "en", "It was her first race to Lugo.", EVER),
    ("Has Orla ever rowed to Lugo?", "en", "Orla rowed to Lugo.", 0.0),
    ("Who rowed to Lugo?", "en", "It was her first race to Lugo.", 0.0),
    ("Bà Mai đã từng đến Lugo chưa?", "vi", "Bà Mai lần đầu đến Lugo.", EVER),
    ("Bà Mai đã từng đến Lugo chưa?", "vi", "Bà Mai đến Lugo.", 0.0),
    ("Who spoke on behalf of the club?", "en", "Orla spoke for the club.", SPOKEN_FOR),
    ("Who spoke on behalf of the club?", "en", "Orla spoke at the club.", 0.0),
    ("Who spoke at the club?", "en", "Orla spoke for the club.", 0.0),
    ("Ai thay mặt tổ chèo phát biểu?", "vi", "Bà Mai thay mặt tổ chèo phát biểu.", SPOKEN_FOR),
    ("Ai thay mặt tổ chèo phát biểu?", "vi", "Bà Mai phát biểu ở tổ chèo.", 0.0),
    ("Where was the ferry mended?", "en", "The ferry was mended in Lugo.", DONE),
    ("When was the ferry mended?", "en", "Orla mended the ferry in May.", DONE),
    ("Where was the ferry mended?", "en", "The ferry lies in Lugo.", 0.0),
    ("Who mended the ferry?", "en", "Orla mended the ferry.", 0.0),
    ("Where was the ferry mended last May?", "en", "The ferry was mended in Lugo.", 0.0),
    ("Where is the ferry?", "en", "The ferry is in Lugo.", 0.0),
    ("Where is the race held?", "en", "The race is held in Lugo.", 0.0),
    ("Phà được sửa ở đâu?", "vi", "Phà được sửa ở Lugo.", 0.0),
    ("Which club mended the ferry?", "en", "The Rowing Club mended the ferry.", NAMED),
    ("Which club mended the ferry?", "en", "The Club of Lugo mended the ferry.", NAMED),
    ("Which club mended the ferry?", "en", "A rowing club mended the ferry.", 0.0),
    ("Which club mended the ferry?", "en", "The Rowing Club Director mended the ferry.", 0.0),
    ("Which club of Lugo mended the ferry?", "en", "The Lugo Club mended the ferry.", 0.0),
    ("Who mended the ferry of the club?", "en", "The Rowing Club mended the ferry.", 0.0),
    ("Câu lạc bộ nào sửa phà?", "vi", "Một câu lạc bộ sửa phà.", 0.0),
    ("What will Orla do for the club?", "en", "Orla pledged to mend its ferry.", TO_COME),
    ("What will Orla do for the club?", "en", "Orla mended its ferry.", 0.0),
    ("Bà Mai sẽ làm gì?", "vi", "Bà Mai sẽ sửa phà.", TO_COME),
    ("After which event was the tree planted?", "en", "After the mass Orla planted a tree.", ORDERED),
    ("After which event was the tree planted?", "en", "Orla planted a tree.", 0.0),
    ("Sau lễ nào thì bà Mai trồng cây?", "vi", "Sau lễ đón, bà Mai trồng cây.", ORDERED),
    ("In which city and country is the ferry?", "en", "The ferry is in Ferrol, Spain.", TWO_PLACES),
    ("In which city and country is the ferry?", "en", "The ferry is in Ferrol.", 0.0),
    ("In which city is the ferry?", "en", "The ferry is in Ferrol, Spain.", 0.0),
    ("Phà ở thành phố nào, quốc gia nào?", "vi", "Phà nằm tại Ferrol, Spain.", TWO_PLACES),
    ("Phà ở thành phố nào?", "vi", "Phà nằm tại Ferrol, Spain.", 0.0),
]


@pytest.mark.parametrize(("question", "language", "text", "gain"), GAINS)
def test_what_a_sentence_gains(question: str, language: Language, text: str, gain: float) -> None:
    view, found = read(question, language, text)
    assert clues(view, found) == [gain]


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "gain"),
    [
        ("Why did the ferry sink?", "en", "Phà chìm vì bão.", "vi", REASONED),
        ("Ai thay mặt tổ chèo phát biểu?", "vi", "Mai spoke for the rowers.", "en", SPOKEN_FOR),
        ("Bà Mai đã từng đến Lugo chưa?", "vi", "Mai had never been to Lugo.", "en", EVER),
        ("Ông Sơn thấy thế nào?", "vi", "Sơn was delighted.", "en", FELT),
        ("What will Mara do?", "en", "Bà Mara sẽ sửa phà.", "vi", TO_COME),
        ("What will Mara do?", "en", "Ông Sơn mong muốn bà Mara tiếp tục sửa phà.", "vi", 0.0),
        ("Who spoke on behalf of the club?", "en", "Bà Orla phát biểu.", "vi", 0.0),
    ],
)
def test_what_is_told_in_the_other_language(
    question: str, language: Language, text: str, told: Language, gain: float
) -> None:
    view, found = read(question, language, text, told=told)
    assert clues(view, found) == [gain]


def test_each_sentence_by_itself() -> None:
    view, found = read("Why did the ferry sink?", "en", "The ferry sank. It sank because of a storm.", "Rain fell.")
    assert clues(view, found) == [0.0, REASONED, 0.0]
    assert clues(view, []) == []


@given(st.text(max_size=60), st.sampled_from(["en", "vi"]))
def test_no_question_takes_from_a_sentence(question: str, language: Language) -> None:
    view, found = read(question, language, "The ferry sank because of a storm.", "Rain fell.")
    gains = clues(view, found)
    assert len(gains) == len(found)
    assert min(gains) >= 0.0
