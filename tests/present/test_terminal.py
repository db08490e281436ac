"""An answer and a ranking as lines for a terminal."""

from __future__ import annotations

from dataclasses import replace

from bot.models import Answer, Passage
from bot.present.terminal import answer_lines, passage_lines


def test_where_else_the_words_stand_is_told_below_the_quote(answered: Answer) -> None:
    first = answered.passages[0]
    copied = replace(first, also_in=("b#2",), nearly_in=("c#4", "d#1"))
    lines = answer_lines(replace(answered, passages=(copied,)))
    assert lines.index("      Also in: b#2") + 1 == lines.index("      Nearly the same words in: c#4, d#1")
    assert not any("lso in" in line for line in answer_lines(answered))


def test_a_ranking_tells_it_too(answered: Answer) -> None:
    passage = Passage(answered.passages[0].paragraph, 0.5, nearly_in=("c#4",))
    assert passage_lines([passage])[-1] == "     Nearly the same words in: c#4"
