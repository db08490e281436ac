"""Words one typing mistake apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.spelling.misspelling import meant, one_mistake

WORDS = st.text(alphabet="abcdeghiklmn", min_size=5, max_size=12)


@given(WORDS, st.integers(0, 11), st.sampled_from("xyz"))
def test_any_one_mistake_is_seen_both_ways(word: str, place: int, letter: str) -> None:
    place %= len(word)
    dropped = word[:place] + word[place + 1 :]
    other = word[:place] + letter + word[place + 1 :]
    added = word[:place] + letter + word[place:]
    for typed in (dropped, other, added):
        assert one_mistake(typed, word)
        assert one_mistake(word, typed)


@given(WORDS)
def test_a_word_is_no_mistake_for_itself(word: str) -> None:
    assert not one_mistake(word, word)


def test_two_mistakes_are_too_many() -> None:
    assert not one_mistake("ableine", "abilene")
    assert meant("painted", ["planted"]) is None
