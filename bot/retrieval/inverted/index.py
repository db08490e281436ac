"""The inverted index: BM25 over terms that were analysed elsewhere. This package is the only home of tantivy.

Derived from the store and stamped with the generation it was built from, so it may be lost at any time. Queries are
built from terms, never parsed. Scores are tantivy's BM25 (k1 1.2, b 0.75; Robertson and Zaragoza,
https://doi.org/10.1561/1500000019), summed over the terms and multiplied by their weights.
"""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StoreError
from bot.models import Filters, Language
from bot.retrieval.inverted.documents import LAYOUT, document, schema
from bot.retrieval.inverted.query import Frequencies, QueryBuilder, best, encodable, highest_rowid
from bot.retrieval.inverted.stamp import Stamp, readable_view, sweep, sweep_unfinished
from bot.retrieval.storage.connections import FaultPoint, no_fault
from bot.retrieval.terms.weighted import Field, Filterable, Part

if TYPE_CHECKING:
    import tantivy

HEAP_BYTES = 32_000_000
"""What the writer fills before it writes a part of the index: more is no faster, as it is committed in between."""

Row = tuple[int, Filterable, "Mapping[str, str]"]
"""A rowid, what filters see of it, and its terms by field, joined by spaces."""


class Inverted:
    """An inverted index in a folder or in memory; safe to search from many threads.

    One process at a time may write (the store's exclusive lock sees to it); others see its commits at their next
    search.

    >>> from bot.retrieval.terms.weighted import WeightedTerm
    >>> index = Inverted.open(None)
    >>> index.add([(7, Filterable(("vns-asean",)), {"terms": "lâm welcom"})])
    >>> index.commit(1)
    >>> [(rowid, round(score, 2)) for rowid, score in index.search([WeightedTerm("terms", "welcom", 2.0)], 10)]
    [(7, 0.58)]
    """

    def __init__(self, folder: Path | None, identity: str, fault: FaultPoint) -> None:
        self.folder = folder
        self.identity = identity
        self._stamped = f"{identity} layout {LAYOUT}"
        self._fault = fault
        self._guard = threading.RLock()
        self._stamp = Stamp(folder / "stamp.json" if folder else None)
        self._index: tantivy.Index | None = None
        self._searcher: tantivy.Searcher | None = None
        self._writer: tantivy.IndexWriter | None = None
        self._uncommitted = self._failed = False
        self._generation = 0
        self._highest = -1
        self._view: tempfile.TemporaryDirectory[str] | None = None

    @classmethod
    def open(cls, folder: Path | None, *, identity: str = "", fault: FaultPoint = no_fault) -> Inverted:
        """Open the index in `folder`, None for one in memory; never fails.

        One that is missing, damaged or of another `identity` (store, analyser) is empty, of generation 0, until
        `clear` makes room for it.
        """
        inverted = cls(folder, identity, fault)
        if folder is None:
            inverted._create()
        else:
            inverted._reload()
        return inverted

    @property
    def generation(self) -> int:
        """The generation of the store that the last commit stands for; 0 for an index to be built."""
        self._refresh()
        return self._generation

    @property
    def count(self) -> int:
        """How many paragraphs are indexed, those deleted left out."""
        searcher = self._refresh()
        return int(searcher.num_docs) if searcher else 0

    @property
    def dead(self) -> int:
        """How many deleted paragraphs still count in frequencies, until their part of the index is merged.

        Always 0 for an index in memory.
        """
        if self.folder is None or self._refresh() is None:
            return 0
        try:
            segments = json.loads((self.folder / "meta.json").read_bytes())["segments"]
            return sum(int(segment["deletes"]["num_deleted_docs"]) for segment in segments if segment["deletes"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def holds(self, language: Language) -> bool:
        """Is there a paragraph in this language?"""
        searcher = self._refresh()
        return searcher is not None and int(searcher.doc_freq("language", language)) > 0

    def document_frequency(self, field: Field, term: str) -> int:
        """In how many paragraphs a term occurs, 0..count; deleted ones may still count for a while."""
        searcher = self._refresh()
        if searcher is None or not encodable(term):
            return 0
        return min(int(searcher.doc_freq(field, term)), int(searcher.num_docs))

    def frequencies(self) -> Frequencies:
        """The document frequencies of the last commit, for many lookups in a row."""
        return Frequencies(self._refresh())

    def search(self, query: Sequence[Part], limit: int, filters: Filters = Filters()) -> list[tuple[int, float]]:
        """At most `limit` rowids with their scores, best first, ties by rowid; [] when nothing matches.

        Raises StoreError when the files of the index turn out to be damaged.
        """
        searcher = self._refresh()
        if searcher is None or self._index is None or limit < 1:
            return []
        built = QueryBuilder(self._index.schema).whole(query, filters)
        if built is None:
            return []
        try:
            return best(searcher, built, limit)
        except (ValueError, OSError) as error:
            self._stamp.remove()
            raise StoreError(f"The search index in {self.folder} is damaged; `trich index` rebuilds it.") from error

    def add(self, rows: Iterable[Row]) -> None:
        """Add or replace paragraphs by rowid; seen after `commit`. Raises StoreError."""
        import tantivy

        with self._writing() as (writer, index):
            for rowid, filterable, fields in rows:
                self._fault("inverted add")
                if rowid <= self._highest:
                    writer.delete_documents_by_term("rowid", rowid)
                self._highest = max(self._highest, rowid)
                writer.add_document(tantivy.Document.from_dict(document(rowid, filterable, fields), index.schema))

    def delete(self, rowids: Iterable[int]) -> None:
        """Delete paragraphs; unknown rowids are passed over. Seen after `commit`. Raises StoreError."""
        with self._writing() as (writer, _):
            for rowid in rowids:
                self._fault("inverted delete")
                if rowid <= self._highest:
                    writer.delete_documents_by_term("rowid", rowid)

    def commit(self, generation: int) -> None:
        """Make what was added and deleted visible, and stamp it. Raises StoreError when the disk is full.

        A crash between the two leaves the older stamp: what it lacks is derived once more, which changes nothing.
        """
        with self._writing() as (writer, _):
            self._fault("inverted commit")
            writer.commit()
            self._fault("inverted stamp")
            self._stamp.write(self._stamped, generation)
        self._uncommitted = False
        self._reload()

    def clear(self) -> None:
        """Empty the index, to be filled and committed; readers see the old one until then, where it was whole."""
        if self._index is None:
            self._create()
        with self._writing() as (writer, _):
            self._fault("inverted clear")
            writer.delete_all_documents()
            self._highest = -1

    def release(self) -> None:
        """Finish merging and let go of the writer; what was not committed is dropped."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with suppress(ValueError):
                # Rolling back ends merges under way, so an index that is only ever rolled back would never merge.
                if self._uncommitted:
                    writer.rollback()
                writer.wait_merging_threads()
            self._stamp.share("meta.json", ".managed.json")
            self._reload()  # the parts that were merged are searched as one, and their old files let go
        self._uncommitted = self._failed = False

    def close(self) -> None:
        """Let go of the writer and the files."""
        self.release()
        self._searcher = self._index = None

    @contextmanager
    def _writing(self) -> Iterator[tuple[tantivy.IndexWriter, tantivy.Index]]:
        """The writer. When it fails its pending changes are lost, so nothing more is committed until the release."""
        if self._index is None:
            raise StoreError(f"The search index in {self.folder} is not there; `trich index` rebuilds it.")
        if self._failed:
            raise StoreError(f"The search index in {self.folder} could not be written; `trich index` goes on with it.")
        try:
            writer = self._writer = self._writer or self._open_writer(self._index)
            self._uncommitted = True
            yield writer, self._index
        except (ValueError, OSError) as error:
            self._failed = True
            raise StoreError(f"The search index in {self.folder} cannot be written ({error}).") from error

    def _open_writer(self, index: tantivy.Index) -> tantivy.IndexWriter:
        """A writer over all that was committed, also by a process that died before it stamped."""
        writer = index.writer(HEAP_BYTES, 1)
        if self.folder is not None:
            sweep_unfinished(self.folder)
        index.reload()
        self._highest = highest_rowid(index.searcher())
        return writer

    def _create(self) -> None:
        """Make an empty index, in place of what lies in the folder."""
        import tantivy

        if self.folder is None:
            self._index = tantivy.Index(schema())
        else:
            self._stamp.remove()
            sweep(self.folder)
            try:
                self._index = tantivy.Index(schema(), path=str(self.folder))
            except (ValueError, OSError) as error:
                raise StoreError(f"The search index in {self.folder} cannot be made ({error}).") from error
        self._index.config_reader("manual")
        self._index.reload()
        self._searcher = self._index.searcher()

    def _refresh(self) -> tantivy.Searcher | None:
        """The searcher of the last commit, of this or another process."""
        if self._stamp.changed():
            self._reload()
        return self._searcher

    def _reload(self) -> None:
        with self._guard:
            identity, generation = self._stamp.read()
            if identity != self._stamped:
                self._index = self._searcher = None
                self._generation = 0
                return
            try:
                self._searcher = self._open_searcher()
                self._generation = generation
            except (ValueError, OSError):
                # The files on disk are damaged; what was opened before them still answers.
                if self._searcher is None:
                    self._index = None
                    self._generation = 0

    def _open_searcher(self) -> tantivy.Searcher:
        import tantivy

        if self._index is None or self._view is not None:
            self._view = readable_view(self.folder)
            self._index = tantivy.Index.open(self._view.name if self._view else str(self.folder))
            self._index.config_reader("manual")
        self._index.reload()
        return self._index.searcher()
