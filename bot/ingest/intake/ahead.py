"""Files read some dozen at a time; in big jobs a second process reads the next ones while the caller works on these.

The caller reads, too, where it would wait for the second process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import astuple, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from bot.ingest.article.catalogue import Entry
from bot.ingest.intake.files import read_path
from bot.ingest.intake.parcel import Parcel, packed, unpacked
from bot.ingest.intake.reading import Reading
from bot.language.words.terms import Fields, analyse, joined
from bot.models import Article
from bot.partner import Partner
from bot.settings import Settings

AT_ONCE = 48
BYTES_AT_ONCE = 1_000_000
CHUNKS_AHEAD = 8
"""So much is read while the caller writes a batch to the store."""
CHUNKS_WAITING = 2 * CHUNKS_AHEAD
BYTES_WAITING = 4 * BYTES_AT_ONCE
"""So much is held at most, but for two chunks: what is being read, and what the caller has not taken yet."""
CHUNKS_LISTED = 2
"""So far ahead of the reading files are listed, to know of many before the first is read."""
_MET = 100_000
"""Texts that are known again (about 7 MB); all are forgotten when there are more."""
HELP_AFTER = 96
"""Files beyond which a second process is worth its start (about 0.3 s, while this one goes on)."""


class Wanted(NamedTuple):
    """A file to be read, known as `file`, of `size` bytes, with the head that the catalogue gives."""

    path: Path
    file: str
    size: int
    entry: Entry | None


class _Chunk(NamedTuple):
    """Items and their readings, None while the second process reads them."""

    items: list[Reading | Wanted]
    readings: list[Reading] | None

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(item.size for item in self.items)


class Ahead:
    """Reads files in order, with what can be worked out of each article alone: its MinHash and its terms."""

    def __init__(self, settings: Settings, *, help_after: int = HELP_AFTER) -> None:
        self._settings = settings
        self._reader = Reader(settings)
        self._partner = Partner(read_files, ahead=CHUNKS_AHEAD)
        self._help_after = help_after
        self._seen = 0

    def readings(self, items: Iterable[Reading | Wanted]) -> Generator[tuple[Reading, Wanted | None], None, None]:
        """Each item as a Reading, with the Wanted that it came from."""
        waiting: deque[_Chunk] = deque()
        try:
            for items_of_chunk in self._listed(items):
                while _full(waiting):
                    yield from self._concluded(waiting.popleft())
                begun = self._begun(items_of_chunk)
                while not begun and waiting and self._settled(waiting[0]):
                    yield from self._concluded(waiting.popleft())
                    begun = self._begun(items_of_chunk)
                waiting.append(_Chunk(items_of_chunk, None if begun else self._read(items_of_chunk)))
            while waiting:
                yield from self._concluded(waiting.popleft())
        finally:
            self._partner.close()

    def _listed(self, items: Iterable[Reading | Wanted]) -> Iterator[list[Reading | Wanted]]:
        """The items in chunks; the second process is started as soon as the list shows that it is worth it."""
        listed: deque[list[Reading | Wanted]] = deque()
        for chunk in _chunks(items):
            self._seen += sum(isinstance(item, Wanted) for item in chunk)
            if self._seen > self._help_after:
                self._partner.start()
            listed.append(chunk)
            if len(listed) > CHUNKS_LISTED:
                yield listed.popleft()
        yield from listed

    def _begun(self, chunk: list[Reading | Wanted]) -> bool:
        """Hand a chunk to the second process; False where it is to be read at home."""
        files = [item for item in chunk if isinstance(item, Wanted)]
        return self._seen > self._help_after and self._partner.ask(read_files, _asked(files, self._settings))

    def _settled(self, chunk: _Chunk) -> bool:
        """Whether the oldest chunk can be had without waiting."""
        return chunk.readings is not None or self._partner.ready

    def _read(self, items: list[Reading | Wanted]) -> list[Reading]:
        """A chunk read at home, in the time in which the second process would be waited for."""
        return [self._reader.read(item) if isinstance(item, Wanted) else item for item in items]

    def _concluded(self, chunk: _Chunk) -> Iterator[tuple[Reading, Wanted | None]]:
        readings = self._answered(chunk.items) if chunk.readings is None else chunk.readings
        for reading, item in zip(readings, chunk.items, strict=True):
            yield reading, item if isinstance(item, Wanted) else None

    def _answered(self, items: list[Reading | Wanted]) -> list[Reading]:
        """A chunk as the second process read it; read at home where that one is gone."""
        parcels: list[Parcel] | None = self._partner.answer()
        if parcels is None:
            return self._read(items)
        found = map(unpacked, parcels)
        return [next(found) if isinstance(item, Wanted) else item for item in items]


def _full(waiting: Collection[_Chunk]) -> bool:
    size = sum(chunk.size for chunk in waiting)
    return len(waiting) >= CHUNKS_WAITING or (len(waiting) > 1 and size > BYTES_WAITING)


class Reader:
    """Reads files in one process, and knows the texts that it met before."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._met: set[int] = set()

    def read(self, wanted: Wanted) -> Reading:
        """One file's Reading with the MinHash of each article and, where it is not big, the terms of its paragraphs."""
        from bot.ingest.article.duplicates import signature  # numpy, which answering does not need

        reading = read_path(wanted.path, wanted.file, self._settings, entry=wanted.entry)
        bodies = (" ".join(p.text for p in article.paragraphs if p.kind == "body") for article in reading.articles)
        signs = (signature(body) for body in bodies)
        return replace(
            reading,
            signatures=tuple(None if sign is None else sign.tobytes() for sign in signs),
            terms=tuple(map(self._terms, reading.articles)) if wanted.size <= BYTES_AT_ONCE else (),
        )

    def _terms(self, article: Article) -> tuple[Fields, ...]:
        return tuple(joined(analyse(p.text, p.language)) if self._first(p.text) else {} for p in article.paragraphs)

    def _first(self, text: str) -> bool:
        """Whether a text is met for the first time: what is told again is indexed once."""
        if len(self._met) >= _MET:
            self._met.clear()
        before = len(self._met)
        self._met.add(hash(text))
        return len(self._met) > before


def read_files(asked: dict[str, Any]) -> list[Parcel]:
    """What the second process does: the readings of some files, packed."""
    read = _reader(**asked["settings"]).read
    return [packed(read(_wanted(parcel))) for parcel in asked["files"]]


@lru_cache(maxsize=1)
def _reader(file_mb: int, paragraph_chars: int) -> Reader:
    return Reader(Settings(file_mb=file_mb, paragraph_chars=paragraph_chars))


def _asked(files: list[Wanted], settings: Settings) -> dict[str, Any]:
    limits = {"file_mb": settings.file_mb, "paragraph_chars": settings.paragraph_chars}
    return {"settings": limits, "files": [_packed(wanted) for wanted in files]}


def _packed(wanted: Wanted) -> Parcel:
    entry = wanted.entry and [*astuple(replace(wanted.entry, published=None)), str(wanted.entry.published or "")]
    return [str(wanted.path), wanted.file, wanted.size, entry]


def _wanted(parcel: Parcel) -> Wanted:
    path, file, size, row = parcel
    entry = None
    if row is not None:
        *rest, day = row
        entry = replace(Entry(*rest), published=date.fromisoformat(day) if day else None)
    return Wanted(Path(path), file, size, entry)


def _chunks(items: Iterable[Reading | Wanted]) -> Iterator[list[Reading | Wanted]]:
    chunk: list[Reading | Wanted] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += item.size
        if len(chunk) >= AT_ONCE or size >= BYTES_AT_ONCE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
