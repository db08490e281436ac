"""Questions that ask for others than those whom they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question.leaving_out import is_left_out, leaves_out
from bot.models import Language


@pytest.mark.parametrize(
    ("question", "language", "out"),
    [
        ("Aside from the captain, who rowed?", "en", True),
        ("What else did Orla mend?", "en", True),
        ("Other than Lugo, which towns flooded?", "en", True),
        ("Which side of the ferry sank?", "en", False),
        ("On what other day did it rain?", "en", False),
        ("Ngoài phà, bà Mai sửa gì?", "vi", True),
        ("Ngoài bà Mai ai chèo thuyền?", "vi", True),
        ("Ngoài trời có gì?", "vi", False),
        ("Ngoài phà ra, mưa lớn.", "vi", False),
    ],
)
def test_whether_somebody_is_left_out(question: str, language: Language, out: bool) -> None:
    assert leaves_out(question, language) is out


@pytest.mark.parametrize(
    ("question", "word", "out"),
    [
        ("Besides the captain, who rowed?", "captain", True),
        ("Other than the captain, who rowed?", "captain", True),
        ("Ngoài thuyền trưởng, ai chèo?", "trưởng", True),
        ("Besides the captain, who rowed?", "rowed", False),
        ("Besides the Captain, who rowed?", "Captain", False),
        ("Besides the captain who rowed?", "captain", False),
        ("Who rowed besides the captain, at dawn?", "captain", False),
        ("Ngoài bà Mai, ai chèo?", "Mai", False),
        ("Ngoài thuyền trưởng, ai chèo?", "chèo", False),
    ],
)
def test_the_words_for_those_who_are_left_out(question: str, word: str, out: bool) -> None:
    assert is_left_out(question, question.index(word)) is out


@given(st.text("aB .,", min_size=1, max_size=20).filter(str.strip), st.integers(0, 19))
def test_only_behind_a_word_that_leaves_out(text: str, start: int) -> None:
    assert not is_left_out(text, min(start, len(text) - 1))
