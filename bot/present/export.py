"""A conversation to take along: Markdown, JSON or DOCX, with quotes, credits and the hash of every cited paragraph."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.models import Answer, Citation, Language
from bot.present import docx
from bot.present.escape import literal
from bot.present.terminal import credit
from bot.present.words import word

MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Transcript:
    """A named conversation at the moment of its export; `language` is that of the labels."""

    name: str
    answers: tuple[Answer, ...]
    language: Language
    at: datetime

    def to_bytes(self, form: str) -> bytes:
        """The file's contents; `form` is a key of MEDIA, else KeyError."""
        return {"md": _markdown, "json": _json, "docx": _docx}[form](self)


def fingerprint(citation: Citation) -> str:
    """SHA-256 of the cited paragraph's stored text in UTF-8, so that a reader can tell whether it changed since."""
    return sha256(citation.paragraph.text.encode()).hexdigest()


def quoted(citation: Citation) -> str:
    """The cited words and who says so, on one line: what `copy as quote` gives.

    >>> from bot.models import Paragraph, Source
    >>> quoted(Citation(Paragraph(Source("a", "en", outlet="VNS"), 2, "He left.", "body", "en"), 0, 7))
    '“He left” (VNS · a#2)'
    """
    return f"“{citation.quote}” ({credit(citation)})"


def _json(transcript: Transcript) -> bytes:
    turns = [
        {**a.to_dict(), "hashes": {c.paragraph.ref: f"sha256:{fingerprint(c)}" for c in _shown(a)}}
        for a in transcript.answers
    ]
    document = {"schema": 1, "name": transcript.name, "exported": _day(transcript), "turns": turns}
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _shown(answer: Answer) -> Sequence[Citation]:
    return answer.citations if answer.statements else answer.nearest


def _day(transcript: Transcript) -> str:
    return transcript.at.isoformat(timespec="minutes")


def _markdown(transcript: Transcript) -> bytes:
    """Foreign text stays inert here too: an exported file is opened by who knows what."""
    say = transcript.language
    lines = [f"# {literal(transcript.name)}", "", f"{word('exported', say)}, {_day(transcript)}", ""]
    for answer in transcript.answers:
        lines += [f"## {literal(answer.question.text)}", "", *(f"*{literal(n)}*\n" for n in answer.notices)]
        lines += [literal(answer.text), "", f"**{word('sources' if answer.statements else 'nearest', say)}**", ""]
        for number, citation in enumerate(_shown(answer), 1):
            lines += [f"{number}. “{literal(citation.quote)}”  ", f"   {literal(credit(citation))}  "]
            lines += [f"   sha256 {fingerprint(citation)}", ""]
    return "\n".join(lines).encode()


def _docx(transcript: Transcript) -> bytes:
    say = transcript.language
    body = [docx.Line(transcript.name, "Title"), docx.Line(f"{word('exported', say)}, {_day(transcript)}", "Note")]
    for answer in transcript.answers:
        body += [docx.Line(answer.question.text, "Heading1"), *(docx.Line(n, "Note") for n in answer.notices)]
        body += [
            docx.Line(answer.text),
            docx.Line(word("sources" if answer.statements else "nearest", say), "Heading2"),
        ]
        for number, citation in enumerate(_shown(answer), 1):
            body += [docx.Line(f"{number}. “{citation.quote}”", "Quote"), docx.Line(credit(citation), "Note")]
            body += [docx.Line(f"sha256 {fingerprint(citation)}", "Note")]
    return docx.document(body, transcript.language)
