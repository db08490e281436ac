"""Foreign text stays text: checked against an independent Markdown and HTML reading of the entities."""

from __future__ import annotations

import html
import string

from hypothesis import given
from hypothesis import strategies as st

from bot.present.escape import inert, inert_lines


@given(st.text())
def test_inert_has_no_live_character_and_reads_back(text: str) -> None:
    shown = inert(text)
    bare = shown
    for mark in string.punctuation:
        bare = bare.replace(f"&#{ord(mark)};", "")
    assert not set(bare) & set(string.punctuation)
    assert "\n" not in shown


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1))
def test_inert_keeps_every_visible_character(text: str) -> None:
    assert html.unescape(inert(text)) == text


def test_direction_overrides_are_made_visible() -> None:
    assert inert("a\u202eb\u2066c\x1b") == "a\ufffdb\ufffdc\ufffd"


def test_lines_are_kept_apart_and_blank_ones_cannot_open_a_block() -> None:
    assert inert_lines("one\r\n\n\n    two") == "one<br>two"
