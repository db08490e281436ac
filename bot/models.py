"""What travels through the house: frozen values that carry their own invariants. Standard library only.

Offsets are code points, half open, into `Paragraph.text`, the one stored form of a text (NFC, cleaned).
Reading order: Source, Paragraph, Article, Passage, Citation, Claim, Verdict, Statement, Answer, Turn, Conversation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any, Literal

Language = Literal["vi", "en"]
ParagraphKind = Literal["body", "caption", "title", "promo", "byline"]
Outcome = Literal["answered", "not_in_sources", "nothing_found", "unverified"]
Support = Literal["verified", "unconfirmed", "rejected"]
AbstentionReason = Literal["off_topic", "fact_missing", "premise_contradicted"]

EVIDENCE_KINDS: frozenset[ParagraphKind] = frozenset({"body", "caption", "title"})
"""The kinds of paragraph that may be cited: a promo line or a byline is never evidence."""


def content_hash(text: str) -> str:
    """The identity of a stored text: BLAKE2b (RFC 7693), 16 bytes as 32 hexadecimal digits.

    >>> content_hash("He left.") == content_hash("He left. ")
    False
    """
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Source:
    """The head of an article, shared by all its paragraphs.

    `file` is the path relative to the collection's folder; `published` is None where the article does not say.
    """

    id: str
    language: Language
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    file: str | None = None

    def __post_init__(self) -> None:
        if not self.id or "#" in self.id:
            raise ValueError(f"an article id is not empty and holds no '#': {self.id!r}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, the unit of retrieval and citation; `number` counts the file's paragraphs from 1.

    >>> Paragraph(Source("vns-asean", "en"), 2, "Lâm was welcomed.", "body", "en").ref
    'vns-asean#2'
    """

    source: Source
    number: int
    text: str
    kind: ParagraphKind
    language: Language

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"paragraphs are numbered from 1, not {self.number}")
        if not self.text.strip():
            raise ValueError("a paragraph holds text")

    @property
    def ref(self) -> str:
        """The click target: article id, '#', number."""
        return f"{self.source.id}#{self.number}"

    @property
    def hash(self) -> str:
        """What a citation keeps to notice a later change of the text: `content_hash`."""
        return content_hash(self.text)


@dataclass(frozen=True, slots=True)
class Article:
    """A source and its paragraphs, in the order of the file; at least one."""

    source: Source
    paragraphs: tuple[Paragraph, ...]

    def __post_init__(self) -> None:
        if not self.paragraphs:
            raise ValueError(f"article {self.source.id!r} has no paragraph")
        numbers = [p.number for p in self.paragraphs]
        if numbers != sorted(set(numbers)):
            raise ValueError(f"article {self.source.id!r}: paragraph numbers must rise without repeats")
        if any(p.source != self.source for p in self.paragraphs):
            raise ValueError(f"article {self.source.id!r} holds a paragraph of another")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which paragraphs may be retrieved; an empty field lets everything pass, dates are inclusive."""

    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved paragraph. `score`: higher is better, comparable within one ranking only.

    `also_in` holds the refs of paragraphs with the same words (counted as one voice); `twin` is the paragraph that
    tells the same in the other language, where the collection has one.
    """

    paragraph: Paragraph
    score: float
    also_in: tuple[str, ...] = ()
    twin: Paragraph | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON of one retrieved passage."""
        paragraph, source = self.paragraph, self.paragraph.source
        return {
            "ref": paragraph.ref,
            "article": source.id,
            "paragraph": paragraph.number,
            "kind": paragraph.kind,
            "file": source.file,
            "language": paragraph.language,
            "text": paragraph.text,
            "score": round(self.score, 6),
            "also_in": list(self.also_in),
            "twin": self.twin and self.twin.ref,
        }


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a paragraph: `start` inclusive, `end` exclusive, in code points.

    >>> Citation(Paragraph(Source("a", "en"), 1, "He left on Monday.", "body", "en"), 3, 7).quote
    'left'
    """

    paragraph: Paragraph
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.paragraph.text):
            raise ValueError(f"span {self.start}:{self.end} is not inside {self.paragraph.ref}")

    @property
    def quote(self) -> str:
        """The cited words: computed from the span, so they cannot be misquoted."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Claim:
    """A drafted sentence that nobody has checked yet; it may lack citations, a Statement may not."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check found: the support, the citations that carry it (re-attributed ones included), and why.

    `reasons` are short codes with their detail, such as `number:142` or `name:Bangkok`.
    """

    support: Support
    citations: tuple[Citation, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer: cited, checked, and not rejected; anything else cannot be constructed."""

    text: str
    citations: tuple[Citation, ...]
    support: Support

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a statement says something")
        if not self.citations:
            raise ValueError("an uncited sentence cannot be a statement")
        if self.support == "rejected":
            raise ValueError("a rejected sentence cannot be a statement")


@dataclass(frozen=True, slots=True)
class Removed:
    """A drafted sentence that did not survive the check, with the reasons."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """What a model call consumed, in tokens; `estimated` when the server did not say; `cost` in US dollars."""

    prompt_tokens: int
    completion_tokens: int
    estimated: bool = False
    cost: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "estimated": self.estimated,
            "cost": self.cost,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as searched for; `standalone` differs from `text` only for a follow-up."""

    text: str
    standalone: str
    language: Language

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.standalone.strip():
            raise ValueError("a question holds text")


@dataclass(frozen=True, slots=True)
class Answer:
    """The checked answer to one question, or one of three kinds of honest silence.

    `message` is the sentence shown when there are no statements; `confidence` lies in 0..1 (None when the answerer
    gives none); `timings_ms` are wall-clock milliseconds; `prompt` is the fingerprint of the prompt that was used.
    """

    question: Question
    outcome: Outcome
    answered_by: str
    statements: tuple[Statement, ...] = ()
    short_answer: str | None = None
    short_span: Citation | None = None
    message: str = ""
    reason: AbstentionReason | None = None
    nearest: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    removed: tuple[Removed, ...] = ()
    notices: tuple[str, ...] = ()
    confidence: float | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    usage: Usage | None = None
    prompt: str | None = None

    def __post_init__(self) -> None:
        if bool(self.statements) != (self.outcome == "answered"):
            raise ValueError(f"statements stand exactly when answered, not with {self.outcome!r}")
        if not self.statements and not self.message:
            raise ValueError("an abstention says so in words")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The distinct citations of the statements in order of first use; a citation's number is its place from 1."""
        return tuple(dict.fromkeys(c for s in self.statements for c in s.citations))

    @property
    def text(self) -> str:
        """The answer in words with its marks: `The Secretariat is in Jakarta [1].`"""
        if not self.statements:
            return self.message
        numbers = {c: n for n, c in enumerate(self.citations, 1)}
        return " ".join(marked(s.text, [numbers[c] for c in s.citations]) for s in self.statements)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of an answer, schema 1 (docs/json.md)."""
        numbers = {c: n for n, c in enumerate(self.citations, 1)}
        facts = {p.paragraph.ref: p for p in self.passages}
        return {
            "schema": 1,
            "question": self.question.text,
            "standalone_question": self.question.standalone,
            "language": self.question.language,
            "outcome": self.outcome,
            "answer": self.text,
            "short_answer": self.short_answer,
            "statements": [
                {"text": s.text, "citations": [numbers[c] for c in s.citations], "support": s.support}
                for s in self.statements
            ],
            "citations": [_citation_dict(c, n, facts) for c, n in numbers.items()],
            "nearest": [_citation_dict(c, n, facts) for n, c in enumerate(self.nearest, 1)],
            "reason": self.reason,
            "confidence": None if self.confidence is None else round(self.confidence, 4),
            "removed": [{"text": r.text, "reasons": list(r.reasons)} for r in self.removed],
            "answered_by": self.answered_by,
            "notices": list(self.notices),
            "timings_ms": {k: round(v, 2) for k, v in self.timings_ms.items()},
            "usage": self.usage and self.usage.to_dict(),
            "prompt": self.prompt,
        }


def marked(sentence: str, numbers: Sequence[int]) -> str:
    """A sentence with its citation marks before the final stop.

    >>> marked("It is in Jakarta.", [1, 2])
    'It is in Jakarta [1][2].'
    """
    marks = "".join(f"[{n}]" for n in numbers)
    bare = sentence.rstrip()
    stem = bare.rstrip(".!?…")
    if not stem or bare.endswith(("...", "…")):
        return f"{bare} {marks}"
    return f"{stem} {marks}{bare[len(stem) :] or '.'}"


def _citation_dict(citation: Citation, number: int, facts: Mapping[str, Passage]) -> dict[str, Any]:
    paragraph, source = citation.paragraph, citation.paragraph.source
    passage = facts.get(paragraph.ref)
    twin = passage.twin if passage else None
    return {
        "number": number,
        "ref": paragraph.ref,
        "article": source.id,
        "paragraph": paragraph.number,
        "kind": paragraph.kind,
        "language": paragraph.language,
        "title": source.title,
        "source": source.outlet,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "file": source.file,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "text": paragraph.text,
        "hash": paragraph.hash,
        "also_in": list(passage.also_in) if passage else [],
        "twin": twin and {"ref": twin.ref, "language": twin.language, "source": twin.source.outlet, "text": twin.text},
    }


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns so far, oldest first; `then` returns a new conversation, nothing is hidden in a session."""

    turns: tuple[Turn, ...] = ()

    def then(self, answer: Answer) -> Conversation:
        """This conversation and one more turn."""
        return Conversation((*self.turns, Turn(answer.question, answer)))

    @property
    def last(self) -> Turn | None:
        """The latest turn, or None at the start."""
        return self.turns[-1] if self.turns else None
