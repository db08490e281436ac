"""Answers to present."""

from __future__ import annotations

from datetime import date

import pytest

from bot.models import Answer, Citation, Paragraph, Passage, Question, Removed, Source, Statement, Usage

VNS = Source("vns:a b", "en", "A <b>title</b>", "VNS", date(2025, 3, 10), None, "x.txt")
FIRST = Paragraph(VNS, 2, "Lâm was welcomed by Kao Kim Hourn on Monday.", "body", "en")
SECOND = Paragraph(VNS, 3, "He planted a tree.", "body", "en")


@pytest.fixture
def answered() -> Answer:
    """Two statements, three citations, a removed sentence, a follow-up's stand-alone question."""
    one, two = Citation(FIRST, 0, 16), Citation(SECOND, 0, 18)
    short = Citation(FIRST, 20, 33)
    return Answer(
        Question("By whom?", "By whom was Lâm welcomed?", "en"), "answered", "some-model",
        statements=(
            Statement("Lâm was welcomed by Kao Kim Hourn on Monday.", (one,), "verified"),
            Statement("He planted a tree [2].", (two, one), "unconfirmed"),
        ),
        short_answer=short.quote, short_span=short, removed=(Removed("142 <i>trees</i>", ("number:142",)),),
        notices=("The model was slow.",), timings_ms={"retrieve": 1.0, "total": 1234.0}, confidence=0.87,
        usage=Usage(100, 20, True, 0.001), prompt="answer-3f", passages=(Passage(FIRST, 1.0),),
    )  # fmt: skip


@pytest.fixture
def abstained() -> Answer:
    """An abstention with one nearest paragraph."""
    return Answer(
        Question("Who sang?", "Who sang?", "vi"), "not_in_sources", "extractive", message="Các bài báo không nói.",
        reason="fact_missing", nearest=(Citation(FIRST, 0, len(FIRST.text)),),
    )  # fmt: skip
