"""Folders, files and URLs -> a stream of Readings: every entry ends in one, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.errors import ArticleError
from bot.ingest.article import catalogue
from bot.ingest.article.catalogue import Entry, read_catalogue
from bot.ingest.intake.ahead import Ahead, Wanted
from bot.ingest.intake.files import reader_fingerprint, with_status
from bot.ingest.intake.reading import FileStamp, Reading, Status
from bot.ingest.intake.walk import Found, walk
from bot.ingest.text.identity import article_id, fingerprint, shown
from bot.models import Article
from bot.settings import Settings

Known = Callable[[FileStamp], bool]
"""True when the store already holds what a file with this stamp says."""


def read_collection(
    paths: Sequence[str | Path],
    settings: Settings,
    known: Known | None = None,
    reserved: Collection[str] = (),
    *,
    passed_over: Collection[str] = (),
) -> Iterator[Reading]:
    """Reads the files, folders and (with `settings.fetch`) URLs, one Reading for each entry, as they come.

    A file whose stamp is `known` is `unchanged` and not opened. No article gets one of the `reserved` ids. What lies
    at the absolute paths `passed_over`, the index's own files, is `skipped`. Articles of equal text after the first are
    `duplicate`.
    Raises ArticleError at once for a path that is missing or a broken catalogue, and at the end when nothing in the
    given paths was an article.
    """
    if not paths:
        raise ArticleError("No file, folder or URL was given to read.")
    for path in paths:
        if not is_url(path) and not _exists(path):
            raise ArticleError(f"There is no file or folder {shown(str(path))}.")
        if is_url(path) and not settings.fetch:
            raise ArticleError(f"Fetching is off, so {shown(str(path))} is not read; TRICH_FETCH=1 allows it.")
    ids = dict.fromkeys(reserved, "another collection")
    collector = _Collector(settings, known or (lambda stamp: False), frozenset(passed_over), ids=ids)
    return collector.read(paths)


def is_url(path: str | Path) -> bool:
    """True for what is to be fetched, not opened."""
    return isinstance(path, str) and path.lower().lstrip().startswith(("http://", "https://"))


def _exists(path: str | Path) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


@dataclass(slots=True)
class _Collector:
    """What one run remembers: the texts, ids and file names met so far, the catalogues of the folders and ids in them."""

    settings: Settings
    known: Known
    passed_over: frozenset[str] = frozenset()
    texts: dict[bytes, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    catalogues: dict[Path, dict[str, Entry]] = field(default_factory=dict)
    above: dict[tuple[Path, Path], list[Path]] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    plain: str = ""
    useful: int = 0
    first_problem: str = ""

    def read(self, paths: Sequence[str | Path]) -> Iterator[Reading]:
        """The readings of all paths; raises ArticleError at the end when none gave an article."""
        for reading, wanted in Ahead(self.settings).readings(self._items(paths)):
            concluded = self._concluded(reading, wanted)
            self._note(concluded)
            yield concluded
        if not self.useful:
            names = ", ".join(shown(str(p)) for p in paths[:3])
            why = f"; the first reason: {self.first_problem}" if self.first_problem else "."
            raise ArticleError(f"No article was found in {names}{why}")

    def _note(self, reading: Reading) -> None:
        if reading.status in ("read", "unchanged", "duplicate"):
            self.useful += 1
        elif not self.first_problem or reading.status == "refused":
            self.first_problem = self.first_problem or reading.reason

    def _items(self, paths: Sequence[str | Path]) -> Iterator[Reading | Wanted]:
        """What is settled already, and what is to be read."""
        for path in paths:
            if is_url(path):
                from bot.ingest.intake.web import read_url

                yield read_url(str(path).strip(), self.settings)
            else:
                root = Path(path)
                yield from (self._item(root, found) for found in walk(root, passed_over=self.passed_over))

    def _item(self, root: Path, found: Found) -> Reading | Wanted:
        file = self._name(root, found.file)
        path = os.path.abspath(found.path)
        if found.problem:
            status: Status = "refused" if found.closed else "skipped"
            return Reading(FileStamp(file, 0, 0, path=path), status, f"{file} was passed over: {found.problem}.")
        if found.path.name == catalogue.FILE_NAME:
            stamp = FileStamp(file, found.size, found.mtime_ns, path=path)
            return Reading(stamp, "skipped", self._about_catalogue(found.path.parent, file))
        entry = self._entry(root, found.path)
        stamp = FileStamp(file, found.size, found.mtime_ns, self._fingerprint(entry), path)
        if self.known(stamp):
            self.ids.setdefault(entry.id if entry else article_id(file), file)
            return Reading(stamp, "unchanged", f"{file} is unchanged.")
        return Wanted(found.path, file, found.size, entry)

    def _fingerprint(self, entry: Entry | None) -> str:
        """What most files share, the readers and limits without an entry, is worked out once."""
        if entry is not None:
            return reader_fingerprint(self.settings, entry)
        self.plain = self.plain or reader_fingerprint(self.settings, None)
        return self.plain

    def _concluded(self, reading: Reading, wanted: Wanted | None) -> Reading:
        """The reading under ids of its own, and as a duplicate where another file says the same."""
        if wanted is not None:
            reading = self._named(reading, wanted.entry)
            stamp = replace(reading.stamp, file=wanted.file, path=os.path.abspath(wanted.path))
            reading = replace(reading, stamp=stamp)
        return self._claimed(self._first_or_duplicate(reading))

    def _name(self, root: Path, file: str) -> str:
        """The file's name, told apart from one of the same name under another given folder."""
        name, number = file, 1
        while name in self.files:
            name = f"{shown(root.name)}/{file}" if number == 1 else f"{shown(root.name)}~{number}/{file}"
            number += 1
        self.files.add(name)
        return name

    def _entry(self, root: Path, path: Path) -> Entry | None:
        """The entry of the nearest catalogue, at most as high as the given folder, that lists the file."""
        parent = path.parent
        if (root, parent) not in self.above:
            top = root if root.is_dir() else root.parent
            self.above[root, parent] = [*self._catalogues(parent, top)]
        for folder in self.above[root, parent]:
            if entry := self._entries(folder).get(path.relative_to(folder).as_posix()):
                return entry
        return None

    def _catalogues(self, folder: Path, top: Path) -> Iterator[Path]:
        """The folders from this one up that have a catalogue with entries, the nearest first."""
        for above in (folder, *folder.parents):
            if self._entries(above):
                yield above
            if above == top:
                return

    def _about_catalogue(self, folder: Path, file: str) -> str:
        absent = [name for name in self._entries(folder) if not (folder / name).is_file()]
        lists = (
            f", but it lists {len(absent)} that are not there: {', '.join(map(shown, absent[:3]))}" if absent else ""
        )
        return f"{file} is the catalogue of its folder{lists}."

    def _entries(self, folder: Path) -> dict[str, Entry]:
        if folder not in self.catalogues:
            self.catalogues[folder] = read_catalogue(folder)
            self.listed.update(entry.id for entry in self.catalogues[folder].values())
        return self.catalogues[folder]

    def _named(self, reading: Reading, entry: Entry | None) -> Reading:
        """The same with another id for an article whose slug a catalogue or another file uses."""
        if all(self._own(article.source.id, reading.file, entry) for article in reading.articles):
            return reading
        articles = (
            a if self._own(a.source.id, reading.file, entry) else _renamed(a, reading.file) for a in reading.articles
        )
        return replace(reading, articles=tuple(articles))

    def _own(self, name: str, file: str, entry: Entry | None) -> bool:
        return (entry is not None and name == entry.id) or not (name in self.ids or name in self.listed)

    def _first_or_duplicate(self, reading: Reading) -> Reading:
        if reading.status != "read":
            return reading
        first = self.texts.setdefault(bytes.fromhex(reading.content_hash), reading.file)
        return reading if first == reading.file else with_status(reading, first)

    def _claimed(self, reading: Reading) -> Reading:
        for article in reading.articles:
            owner = self.ids.setdefault(article.source.id, reading.file)
            if owner != reading.file:
                reason = f"{reading.file}: the id {article.source.id!r} belongs to {owner} already."
                return Reading(reading.stamp, "refused", reason, removed=reading.removed)
        return reading


def _renamed(article: Article, file: str) -> Article:
    name = article.source.id
    source = replace(article.source, id=f"{name}-{fingerprint(file, name)[:6]}")
    return Article(source, tuple(replace(p, source=source) for p in article.paragraphs))
