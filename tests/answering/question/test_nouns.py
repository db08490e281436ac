from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question.nouns import AUXILIARIES, FOCUS_ENDS, complement, indexes, named, noun_phrase, priced

WORDS = sorted(FOCUS_ENDS | {"what", "how", "much", "the", "ferry", "old", "ticket", "cost"})


@pytest.mark.parametrize(
    ("question", "find", "nouns"),
    [
        ("what old ferry did orla mend", noun_phrase, "old ferry"),
        ("what ferry of lugo sank", noun_phrase, "ferry"),
        ("which ferry sank", noun_phrase, "ferry"),
        ("what big old green wooden ferry was sold", noun_phrase, "big"),
        ("which rowing clubs took part", noun_phrase, "rowing clubs"),
        ("what event began the fair", noun_phrase, "event"),
        ("what took place in lugo", noun_phrase, ""),
        ("what marks the end", noun_phrase, ""),
        ("which boat carries its crew", noun_phrase, "boat"),
        ("which united team won", noun_phrase, "united team"),
        ("what did orla mend", noun_phrase, ""),
        ("what", noun_phrase, ""),
    ],
)
def test_the_phrase_behind_the_word_that_asks(question: str, find: Callable[..., tuple[int, ...]], nouns: str) -> None:
    lower = question.split()
    assert [lower[i] for i in find(lower, 1)] == nouns.split()


@pytest.mark.parametrize(
    ("question", "find", "nouns"),
    [
        ("what is the price of rice", complement, "price"),
        ("what was the daily ticket price of rice", complement, "daily ticket price"),
        ("what is the price in lugo", complement, ""),
        ("what is price of rice", complement, ""),
        ("what did the price of rice do", complement, ""),
        ("what is the name of the old river", named, "river"),
        ("what is the name of the river in lugo", named, "river"),
        ("what is the name of her ferry that sank", named, "ferry"),
        ("what is the river called", named, ""),
        ("how much does an operation cost", priced, "operation"),
        ("how much did the old ferry cost", priced, "old ferry"),
        ("how much does it cost", priced, "it"),
        ("how much rice did the old ferry cost", priced, ""),
        ("how much does the old green ferry of lugo cost", priced, ""),
    ],
)
def test_the_noun_asked_about(question: str, find: Callable[..., tuple[int, ...]], nouns: str) -> None:
    lower = question.split()
    assert [lower[i] for i in find(lower, 0)] == nouns.split()


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.integers(0, 9))
def test_nouns_lie_in_the_question(lower: list[str], place: int) -> None:
    for find in (noun_phrase, complement, named, priced):
        assert set(find(lower, min(place, len(lower)))) <= set(range(len(lower)))
    assert all(lower[i] not in FOCUS_ENDS for i in noun_phrase(lower, 0) if len(noun_phrase(lower, 0)) > 1)


def test_where_the_words_of_a_set_stand() -> None:
    assert indexes(["has", "the", "ferry", "been", "mended"], AUXILIARIES) == {0, 3}
