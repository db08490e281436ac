"""Exports: the same conversation in three forms, checked with other readers."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import UTC, datetime

import docx
import pytest

from bot.models import Answer
from bot.present.docx import Line, document
from bot.present.export import MEDIA, Transcript

AT = datetime(2025, 3, 11, 8, 30, tzinfo=UTC)


@pytest.fixture
def transcript(answered: Answer, abstained: Answer) -> Transcript:
    return Transcript("A <talk> & more", (answered, abstained), "en", AT)


def test_json_carries_the_answers_and_the_hash_of_every_cited_paragraph(transcript: Transcript) -> None:
    document = json.loads(transcript.to_bytes("json"))
    assert document["name"] == "A <talk> & more"
    turn = document["turns"][0]
    cited = turn["citations"][0]
    assert turn["hashes"][cited["ref"]] == "sha256:" + hashlib.sha256(cited["text"].encode()).hexdigest()
    assert document["turns"][1]["hashes"]


def test_markdown_quotes_and_credits_and_stays_inert(transcript: Transcript) -> None:
    text = transcript.to_bytes("md").decode()
    assert "“Lâm was welcomed”" in text
    assert "VNS · 2025-03-10" in text
    assert "&#" not in text
    assert "<b>" not in text
    assert "<talk>" not in text


def test_word_reads_the_docx(transcript: Transcript) -> None:
    read = docx.Document(io.BytesIO(transcript.to_bytes("docx")))
    texts = [p.text for p in read.paragraphs]
    assert texts[0] == "A <talk> & more"
    assert read.paragraphs[0].style.name == "Title"
    assert "1. “Lâm was welcomed”" in texts
    assert any(t.startswith("VNS · 2025-03-10") for t in texts)


def test_docx_takes_any_character() -> None:
    text = "a\x00\x1b<&>\ud800 \U0001f600\nb"
    (paragraph,) = docx.Document(io.BytesIO(document([Line(text)], "vi"))).paragraphs
    assert paragraph.text == "a\ufffd\ufffd<&>\ufffd \U0001f600\nb"


@pytest.mark.parametrize("form", MEDIA)
def test_the_same_conversation_gives_the_same_bytes(transcript: Transcript, form: str) -> None:
    assert transcript.to_bytes(form) == transcript.to_bytes(form)
