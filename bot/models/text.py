"""Articles and what is found in them: Source, Paragraph, Article, Filters, Passage, Citation.

Offsets are code points, half open, into `Paragraph.text`, the one stored form of a text (NFC, cleaned).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from bot.models.words import Language, ParagraphKind


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
        if any(p.source is not self.source and p.source != self.source for p in self.paragraphs):
            raise ValueError(f"article {self.source.id!r} holds a paragraph of another")

    @property
    def lead(self) -> Paragraph | None:
        """The first body paragraph, which tells a news story in short; None where there is none."""
        return next((p for p in self.paragraphs if p.kind == "body"), None)


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
    tells the same in the other language, where the collection has one. `nearly_in` holds the refs of paragraphs with
    nearly the same words, in articles that are near copies; those that give another number or name are passages, too.
    """

    paragraph: Paragraph
    score: float
    also_in: tuple[str, ...] = ()
    twin: Paragraph | None = None
    nearly_in: tuple[str, ...] = ()

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
            "nearly_in": list(self.nearly_in),
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
