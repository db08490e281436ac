"""Illegal states cannot be constructed, and the JSON of an answer keeps its promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import Answer, Article, Citation, Paragraph, ParagraphKind, Question, Source, Statement, marked

SOURCE = Source("a", "en")
PARAGRAPH = Paragraph(SOURCE, 1, "He left on Monday.", "body", "en")
CITATION = Citation(PARAGRAPH, 0, 7)
ASKED = Question("When?", "When?", "en")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Source("", "en"),
        lambda: Source("a#1", "en"),
        lambda: Paragraph(SOURCE, 0, "x", "body", "en"),
        lambda: Paragraph(SOURCE, 1, " ", "body", "en"),
        lambda: Article(SOURCE, ()),
        lambda: Article(SOURCE, (PARAGRAPH, PARAGRAPH)),
        lambda: Article(Source("b", "en"), (PARAGRAPH,)),
        lambda: Citation(PARAGRAPH, 3, 3),
        lambda: Citation(PARAGRAPH, 0, 99),
        lambda: Citation(PARAGRAPH, -1, 3),
        lambda: Statement("He left.", (), "verified"),
        lambda: Statement(" ", (CITATION,), "verified"),
        lambda: Statement("He left.", (CITATION,), "rejected"),
        lambda: Question(" ", "x", "en"),
        lambda: Answer(ASKED, "answered", "extractive"),
        lambda: Answer(ASKED, "not_in_sources", "extractive"),
        lambda: Answer(
            ASKED, "nothing_found", "x", (Statement("He left.", (CITATION,), "verified"),), message="Nothing."
        ),
    ],
)
def test_illegal_states_are_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(ValueError):
        make()


@given(st.integers(0, 17), st.integers(1, 18))
def test_a_quote_is_its_span(start: int, length: int) -> None:
    end = min(start + length, len(PARAGRAPH.text))
    assert Citation(PARAGRAPH, start, end).quote == PARAGRAPH.text[start:end]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He left.", "He left [1]."),
        ("Really?!", "Really [1]?!"),
        ("No stop", "No stop [1]."),
        ("And so on...", "And so on... [1]"),
        ("“He left.”", "“He left.” [1]."),
    ],
)
def test_marks_stand_before_the_stop(sentence: str, expected: str) -> None:
    assert marked(sentence, [1]) == expected


def test_numbers_follow_first_use() -> None:
    other = Citation(PARAGRAPH, 8, 17)
    statements = (Statement("B.", (other,), "verified"), Statement("A.", (CITATION, other), "unconfirmed"))
    told = Answer(ASKED, "answered", "extractive", statements).to_dict()
    assert told["answer"] == "B [1]. A [2][1]."
    assert [c["number"] for c in told["citations"]] == [1, 2]
    assert [s["citations"] for s in told["statements"]] == [[1], [2, 1]]
    assert all(c["quote"] == c["text"][c["start"] : c["end"]] for c in told["citations"])


def test_the_lead_is_the_first_body_paragraph() -> None:
    source = Source("a", "en")
    kinds: tuple[ParagraphKind, ...] = ("title", "caption", "body", "body")
    title, photo, first, second = (Paragraph(source, n, "Rain fell.", kind, "en") for n, kind in enumerate(kinds, 1))
    assert Article(source, (title, photo, first, second)).lead == first
    assert Article(source, (title, photo)).lead is None
