"""Very long sentences are cut to the words that an answer may have."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.spans.brevity import MARGIN, brief
from bot.language.sentences.boundaries import Span


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


TEXT = "Orla rowed, the mill burnt down at dawn, and the old ferry sank in Lugo, at last"
HEAD, END, LAST = "Orla rowed, the mill burnt down at dawn", "and the old ferry sank in Lugo, at last", "at last"


@pytest.mark.parametrize(
    ("head", "end", "kept"),
    [
        (0.0, 0.0, HEAD),
        (0.5, 0.5, HEAD),
        (0.5, 0.5 + MARGIN / 2, HEAD),
        (0.5, 0.5 + 2 * MARGIN, END),
        (0.0, 1.0, END),
        (1.0, 0.0, HEAD),
    ],
)
def test_the_end_is_kept_where_it_is_worth_clearly_more(head: float, end: float, kept: str) -> None:
    worths = {HEAD: head, END: end}
    assert brief(TEXT, Span(0, len(TEXT)), 10, lambda part: worths[part.of(TEXT)]).of(TEXT) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("One two three four five, six seven eight", "six seven eight"),
        ("One two three four five (six, seven, eight)", "One two three four five"),
        ("One two three four five six seven, eight", "One two three four five"),
        ("One two three four five six seven eight", "One two three four five"),
    ],
)
def test_an_end_begins_at_a_mark_and_tears_nothing_apart(text: str, kept: str) -> None:
    assert brief(text, Span(0, len(text)), 5, lambda part: float(part.start > 0)).of(text) == kept


@given(
    st.lists(st.sampled_from(["Lâm", "said,", '"so', 'it"', "(that)", "is;"]), min_size=1, max_size=60),
    st.integers(2, 30),
    st.floats(0, 2),
    st.floats(0, 2),
)
def test_whatever_the_worth_a_beginning_or_an_end_is_shown(
    words: list[str], most: int, head: float, end: float
) -> None:
    text = " ".join(words)
    shown = brief(text, Span(0, len(text)), most, lambda part: end if part.start else head).of(text)
    assert text.startswith(shown) or text.endswith(shown)
    assert 1 <= len(shown.split()) <= most
