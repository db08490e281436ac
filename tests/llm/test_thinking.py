"""Reasoning is taken out of the stream, however it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.llm.thinking import ThinkingStripper


def strip(*pieces: str) -> str:
    stripper = ThinkingStripper()
    return "".join(map(stripper.feed, pieces)) + stripper.close()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<think>hm</think>\n\nJakarta.", "Jakarta."),
        ("<thinking>hm</thinking>Jakarta.", "Jakarta."),
        ("[THINK]hm[/THINK]Jakarta [1].", "Jakarta [1]."),
        ("A <THINK>hm</THINK>B", "A B"),
        ("<think>never closed", ""),
        ("stray</think> Jakarta", "stray Jakarta"),
        ("a < b, c > d [1] <b>", "a < b, c > d [1] <b>"),
        ("ends with <", "ends with <"),
        ("a <\n b", "a <\n b"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert strip(text) == shown


PARTS = st.lists(
    st.sampled_from(["<think>", "</think>", "[THINK]", "[/THINK]", "<", "th", "ink>", " ", "Lâm", "[1]", "/", "\n"]),
    max_size=20,
)


@settings(max_examples=500)
@given(parts=PARTS)
def test_the_cut_is_no_matter(parts: list[str]) -> None:
    text = "".join(parts)
    assert strip(*text) == strip(text) == strip(*parts)
