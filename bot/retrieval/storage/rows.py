"""From rows of the store to values and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bot.errors import StoreError
from bot.models import EVIDENCE_KINDS, Article, Filters, Language, Paragraph, Source

SOURCE_COLUMNS = "a.key, a.id, a.language, a.title, a.outlet, a.published, a.url, a.file"
WHOLE = (
    f"SELECT p.rowid, p.number, p.text, p.kind, p.language, {SOURCE_COLUMNS} "
    "FROM paragraphs p JOIN articles a ON a.key = p.article"
)
"""Selects what `paragraph_of` takes."""
TOLD = "SELECT p.rowid, a.id, p.number, p.language, p.text FROM json_each(?) j CROSS JOIN"
"""Begins a query for rows of Told."""
EVIDENCE = f"({', '.join(repr(kind) for kind in sorted(EVIDENCE_KINDS))})"
"""The citable kinds as an SQL list."""


_DAMAGED = "The index holds a row that Trích never writes: move its file away and index the articles again."
_PARAGRAPH = (int, int, str, str, str)
_TOLD = (int, str, int, str, str)
_DIGITS = 18
"""Of the longest whole number that SQLite holds."""


class Told(NamedTuple):
    """A paragraph by rowid and what it says, without its article's head, which is quicker to read."""

    rowid: int
    article: str
    number: int
    language: Language
    text: str

    @property
    def ref(self) -> str:
        """As `Paragraph.ref`."""
        return f"{self.article}#{self.number}"


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a list of articles shows, read without the texts; `paragraphs` counts them."""

    source: Source
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds."""

    articles: int
    paragraphs: int
    files: int


class Sources(dict[int, Source]):
    """Builds each article's Source once, by its key, so that paragraphs share it."""

    def of(self, row: Sequence[Any]) -> Source:
        """The Source of a row that begins with SOURCE_COLUMNS."""
        found = self.get(row[0])
        if found is None:
            if not all(value is None or type(value) is str for value in row[1:8]):
                raise StoreError(_DAMAGED)
            with undamaged():
                published = date.fromisoformat(row[5]) if row[5] else None
                found = self[row[0]] = Source(row[1], row[2], row[3], row[4], published, row[6], row[7])
        return found


def demand(row: tuple[Any, ...], *types: type) -> tuple[Any, ...]:
    """The row, its values of these types: SQLite keeps whatever somebody else put there. Raises StoreError."""
    if tuple(map(type, row)) != types:
        raise StoreError(_DAMAGED)
    return row


@contextmanager
def undamaged() -> Iterator[None]:
    """Make of a row's values what they stand for: StoreError where they stand for nothing."""
    try:
        yield
    except (TypeError, ValueError) as error:
        raise StoreError(_DAMAGED) from error


def number_of(value: object) -> int:
    """A whole number kept as text, 0 or more. Raises StoreError for anything else.

    >>> number_of("12")
    12
    """
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= _DIGITS:
        return int(value)
    raise StoreError(_DAMAGED)


def told_of(row: tuple[Any, ...]) -> Told:
    """The Told of a row of TOLD. Raises StoreError for a row that Trích never writes."""
    return Told._make(demand(row, *_TOLD))


def split_ref(ref: str) -> tuple[str, int] | None:
    """Article id and number of a ref; None for what is no ref.

    >>> split_ref("vns-asean#2"), split_ref("vns-asean")
    (('vns-asean', 2), None)
    """
    article_id, mark, number = ref.rpartition("#")
    if not (mark and article_id and number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    return article_id, int(number)


def paragraph_of(row: tuple[Any, ...], sources: Sources) -> Paragraph:
    """The Paragraph of a row of WHOLE. Raises StoreError for a row that Trích never writes."""
    _, number, text, kind, language = demand(row[:5], *_PARAGRAPH)
    source = sources.of(row[5:])
    with undamaged():
        return Paragraph(source, number, text, kind, language)


def article_of(rows: Iterable[tuple[Any, ...]], sources: Sources) -> Article:
    """One article of its rows of WHOLE, in order of number. Raises StoreError for rows that Trích never writes."""
    paragraphs = tuple(paragraph_of(row, sources) for row in rows)
    with undamaged():
        return Article(paragraphs[0].source, paragraphs)


def passes(paragraph: Paragraph, filters: Filters) -> bool:
    """Does a paragraph pass the filters? An unknown date passes no date filter.

    >>> passes(Paragraph(Source("a", "en"), 1, "Text.", "body", "en"), Filters(languages=("vi",)))
    False
    """
    source = paragraph.source
    return (
        (not filters.articles or source.id in filters.articles)
        and (not filters.outlets or source.outlet in filters.outlets)
        and (not filters.languages or paragraph.language in filters.languages)
        and (filters.since is None or (source.published is not None and source.published >= filters.since))
        and (filters.until is None or (source.published is not None and source.published <= filters.until))
    )


def conditions(filters: Filters) -> tuple[str, list[str]]:
    """The same as an SQL condition on `a` (articles) and `p` (paragraphs), with its values; '1' when nothing is asked.

    >>> conditions(Filters(outlets=("VNS",)))
    ('a.outlet IN (?)', ['VNS'])
    """
    asked: list[str] = []
    values: list[str] = []
    columns = ("a.id", "a.outlet", "p.language")
    for column, wanted in zip(columns, (filters.articles, filters.outlets, filters.languages), strict=True):
        if wanted:
            asked.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    for comparison, day in ((">=", filters.since), ("<=", filters.until)):
        if day is not None:
            asked.append(f"a.published {comparison} ?")
            values.append(day.isoformat())
    return " AND ".join(asked) or "1", values
