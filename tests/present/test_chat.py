"""Chat messages: what is live in them is ours alone."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.models import Answer, Citation, Paragraph, Question, Source, Statement
from bot.present import chat
from bot.present.progress import Progress


def definitions(message: str) -> dict[str, str]:
    return dict(re.findall(r'^\[(\w+)\]: (#s:\S+) "', message, re.MULTILINE))


def test_every_mark_has_its_definition(answered: Answer) -> None:
    message = chat.answer(answered, "k1")
    assert definitions(message) == {"1": "#s:vns%3Aa%20b:2:0-16", "2": "#s:vns%3Aa%20b:3:0-18"}
    assert "Monday&nbsp;[1][1]&#46;" in message
    assert "&#91;2&#93;&nbsp;[2][2][1][1]&#46;" in message


def test_the_message_tells_how_it_came_about(answered: Answer) -> None:
    message = chat.answer(answered, "k1")
    for part in ('class="searched"', 'class="notice"', 'class="unconfirmed"', 'class="removed"', 'class="about a-k1"'):
        assert part in message
    assert "1&#46;2 s" in message
    assert "100 &#43; 20 &#40;estimated&#41;" in message
    assert "number not in the source&#58; 142" in message


def test_without_a_model_the_message_says_so_in_plain_words(answered: Answer, abstained: Answer) -> None:
    assert "Quoted word for word" in chat.answer(replace(answered, answered_by="extractive"), "k")
    assert "Không dùng mô hình" in chat.answer(replace(abstained, answered_by="extractive"), "k")


def test_an_abstention_offers_the_nearest_paragraphs(abstained: Answer) -> None:
    message = chat.answer(abstained, "k")
    assert definitions(message) == {"n1": "#s:vns%3Aa%20b:2:0-44"}
    assert "Những đoạn gần nhất" in message
    assert "[VNS · 2025&#45;03&#45;10 · đoạn 2][n1]" in message


def test_growing_text_is_marked_as_unchecked_and_its_chips_work() -> None:
    paragraph = Paragraph(Source("a", "en"), 1, "He left. He came.", "body", "en")
    state = Progress(
        Question("q?", "q?", "en"),
        (Statement("He left.", (Citation(paragraph, 0, 8),), "verified"),),
        (),
        (),
        "<img> He",
    )
    message = chat.progress(state, "en")
    assert definitions(message) == {"1": "#s:a:1:0-8"}
    assert '<span class="provisional" title="being written&#44; not checked yet">&#60;img&#62; He</span>' in message


def test_no_foreign_character_survives_as_markup(answered: Answer) -> None:
    message = chat.answer(answered, "k")
    assert "<b>" not in message
    assert "<i>" not in message
