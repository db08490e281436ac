"""Very long sentences are cut to the words that an answer may have."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.brevity import brief
from bot.language.sentences import Span


@given(
    st.lists(st.sampled_from(["Lâm", "said,", '"so', 'it"', "(that)", "is;"]), min_size=1, max_size=60),
    st.integers(2, 30),
)
def test_what_is_shown_is_a_beginning_within_the_limit(words: list[str], most: int) -> None:
    text = " ".join(words)
    shown = brief(text, Span(0, len(text)), most).of(text)
    assert text.startswith(shown)
    assert 1 <= len(shown.split()) <= most


def test_a_list_of_84_words_is_cut_at_a_comma(desk: Any) -> None:
    (claim,) = [e for e in desk.ask("Tổng Bí thư đánh giá cao những ai?") if type(e).__name__ == "Claim"]
    assert len(claim.text.split()) <= 75
    assert claim.text == claim.citations[0].quote
