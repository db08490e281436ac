"""Foreign text stays text: checked against an independent Markdown and HTML reading of the entities."""

from __future__ import annotations

import html
import string
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.present.escape import inert, inert_lines, literal, visible

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NAUGHTY = (Path(__file__).parents[1] / "web" / "naughty.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


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


@given(st.text())
@example("1. a")
@example("- a")
@example("# a #")
@example("a | b")
@example("=== ")
@example("&copy; ![x](http://a.b) <http://a.b> ~~x~~ `x` \\* https://a.b www.a.b a@b.c")
def test_literal_reads_back_as_one_paragraph(text: str) -> None:
    flat = " ".join(visible(text).split())
    tokens = READER.parse(literal(text))
    if not flat:
        assert tokens == []
        return
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {t.type for t in children} <= {"text", "text_special"}
    assert "".join(t.content for t in children).replace("\xa0", " ").strip() == flat.replace("\xa0", " ").strip()


@pytest.mark.parametrize("text", NAUGHTY)
def test_literal_keeps_hostile_text_literal(text: str) -> None:
    test_literal_reads_back_as_one_paragraph.hypothesis.inner_test(text)  # type: ignore[attr-defined]


def test_literal_can_be_read_as_it_stands() -> None:
    said = "Lâm's team, 1.5 km away - at vns-asean#2 (12/5/2024): “Why?” 50%!"
    assert literal(said) == said
