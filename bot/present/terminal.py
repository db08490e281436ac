"""An answer as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from bot.models import Answer, Citation, Language, Passage
from bot.present.escape import visible

_WIDTH = 100
_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "searched": "Searched for",
        "sources": "Sources",
        "nearest": "Nearest paragraphs",
        "removed": "Removed, not supported",
        "unconfirmed": "not fully confirmed",
        "also_in": "Also in",
        "nearly_in": "Nearly the same words in",
    },
    "vi": {
        "searched": "Đã tìm theo",
        "sources": "Nguồn",
        "nearest": "Những đoạn gần nhất",
        "removed": "Đã loại vì không có căn cứ",
        "unconfirmed": "chưa xác nhận đầy đủ",
        "also_in": "Cũng có trong",
        "nearly_in": "Gần như cùng lời trong",
    },
}


def answer_lines(answer: Answer) -> list[str]:
    """The answer, its notices, and its sources with the quoted words."""
    words = _WORDS[answer.question.language]
    lines = [f"! {notice}" for notice in answer.notices]
    if answer.question.standalone != answer.question.text:
        lines.append(f"{words['searched']}: {answer.question.standalone}")
    lines += textwrap.wrap(answer.text, _WIDTH)
    unsure = [s.text for s in answer.statements if s.support == "unconfirmed"]
    lines += [f"({words['unconfirmed']}: {text})" for text in unsure]
    shown, heading = (answer.citations, "sources") if answer.statements else (answer.nearest, "nearest")
    if shown:
        lines += ["", f"{words[heading]}:"]
        passages = {p.paragraph.ref: p for p in answer.passages}
        for number, citation in enumerate(shown, 1):
            lines += _citation_lines(number, citation)
            lines += _copies(passages.get(citation.paragraph.ref), words, " " * 6)
    if answer.removed:
        lines += ["", f"{words['removed']}:", *(f"  - {r.text} ({', '.join(r.reasons)})" for r in answer.removed)]
    return [visible(line) for line in lines]


def _citation_lines(number: int, citation: Citation) -> list[str]:
    quote = textwrap.wrap(f"“{citation.quote}”", _WIDTH - 6)
    return [f"  [{number}] {credit(citation)}", *(f"      {line}" for line in quote)]


def _copies(passage: Passage | None, words: Mapping[str, str], margin: str) -> list[str]:
    """Where else the words of a passage stand, or nearly the same words; no line where nowhere."""
    told = (("also_in", passage.also_in), ("nearly_in", passage.nearly_in)) if passage else ()
    lines = [f"{words[key]}: {', '.join(refs)}" for key, refs in told if refs]
    return [f"{margin}{part}" for line in lines for part in textwrap.wrap(line, _WIDTH - len(margin))]


def credit(citation: Citation) -> str:
    """Who says so: outlet, day, title, ref, as far as they are known.

    >>> from bot.models import Paragraph, Source
    >>> credit(Citation(Paragraph(Source("a", "en", outlet="VNS"), 2, "He left.", "body", "en"), 0, 2))
    'VNS · a#2'
    """
    source = citation.paragraph.source
    day = source.published.isoformat() if source.published else None
    return " · ".join(part for part in (source.outlet, day, source.title, citation.paragraph.ref) if part)


def source_lines(citation: Citation) -> list[str]:
    """The whole cited paragraph with the cited words between « and »."""
    text = citation.paragraph.text
    shown = f"{text[: citation.start]}«{citation.quote}»{text[citation.end :]}"
    return [credit(citation), *textwrap.wrap(shown, _WIDTH)]


def passage_lines(passages: Sequence[Passage]) -> list[str]:
    """The ranked paragraphs, best first."""
    lines = []
    for rank, passage in enumerate(passages, 1):
        lines.append(f"{rank:>3}  {passage.score:8.3f}  {passage.paragraph.ref}")
        lines += [f"     {line}" for line in textwrap.wrap(passage.paragraph.text, _WIDTH)]
        lines += _copies(passage, _WORDS["en"], " " * 5)
    return lines or ["Nothing found."]
