from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.text.paragraphs import split_long, split_paragraphs

SENTENCES = (
    "Construction cost $412 million, of which the national government paid sixty per cent over a period of seven years. "
    "The rest came from a harbour levy that cargo ships have paid since 2017, and from the sale of two old quays to the town."
)
VI = (
    "Theo Ban quản lý dự án giao thông tỉnh, công trình có tổng mức đầu tư 870 tỷ đồng, trong đó 600 tỷ đồng từ ngân sách. "
    "Hai năm trước, nước lũ dâng cao 4,3 m cuốn trôi một phần đường công vụ, khiến nhà thầu phải dừng thi công 45 ngày."
)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("paragraph", [SENTENCES, VI])
def test_wrapped_paragraphs_between_blank_lines_are_rejoined(paragraph: str, width: int) -> None:
    wanted = [paragraph, paragraph[::1] + " End.", "A short one."]
    text = "\n\n".join(textwrap.fill(p, width) for p in wanted)
    assert split_paragraphs(text) == wanted


def test_a_wrapped_file_without_blank_lines_ends_paragraphs_at_short_last_lines() -> None:
    text = "\n".join(textwrap.fill(p, 70) for p in (SENTENCES, VI))
    assert split_paragraphs(text) == [SENTENCES, VI]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\n \n", "\n\n\n"])
def test_a_line_a_paragraph(separator: str) -> None:
    wanted = ["Tiêu đề bài báo", SENTENCES, VI, "Ngắn.", SENTENCES + " Again."]
    assert split_paragraphs(separator.join(wanted)) == wanted


def test_short_facts_a_line_each_are_not_glued_together() -> None:
    facts = [f"The town council met on day {n} of the month and voted." for n in range(20)]
    assert split_paragraphs("\n".join(facts)) == facts


def test_headline_and_byline_above_wrapped_text_stay_apart() -> None:
    text = "Harbour opens barrier\nBy Dana Whitlock\n\n" + textwrap.fill(SENTENCES, 72)
    assert split_paragraphs(text) == ["Harbour opens barrier", "By Dana Whitlock", SENTENCES]


def test_list_items_stay_apart_in_wrapped_text() -> None:
    text = (
        textwrap.fill(SENTENCES, 72)
        + "\n\n- first item of the list\n- second item of the list\n\n"
        + textwrap.fill(VI, 72)
    )
    assert split_paragraphs(text) == [SENTENCES, "- first item of the list", "- second item of the list", VI]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n"), max_size=200), max_size=12))
def test_no_visible_character_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join("".join(split_paragraphs(text)).split()) == "".join(text.split())


@given(st.text(max_size=600), st.integers(1, 80))
def test_pieces_keep_to_the_limit_and_lose_nothing(text: str, limit: int) -> None:
    pieces = split_long(text, limit)
    assert all(len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_long_paragraphs_are_cut_at_sentence_ends() -> None:
    pieces = split_long(" ".join([SENTENCES] * 20), 500)
    assert all(piece.endswith((".", "town.")) for piece in pieces)
