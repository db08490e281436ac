"""Changes in, a searchable store out: batches of articles in one transaction each, then the index derived from them.

Whatever happens in between, an article is wholly there or wholly not, and the next opening derives what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path

from bot.errors import StoreBusy, StoreError, TrichError
from bot.partner import Partner
from bot.retrieval.indexing.analyst import Analyse, Analyst, Known, analysed
from bot.retrieval.indexing.application import Application
from bot.retrieval.indexing.changes import Change, IndexReport, PutArticle
from bot.retrieval.indexing.derivation import Derivation
from bot.retrieval.indexing.memory import give_back
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations import twins
from bot.retrieval.relations.links import Twin, articles_to_link, mark_linked, replace_twins
from bot.retrieval.relations.near import FindNear, link_near
from bot.retrieval.storage.connections import FaultPoint, no_fault
from bot.retrieval.storage.store import Store

BATCH_PARAGRAPHS = 4_000
TWINS_AT_ONCE = 5_000
DEAD_AT_LEAST = 20
WAIT_SECONDS = 30.0
MUCH = 20_000
"""Paragraphs whose indexing takes so much memory that it is worth giving back before twins are looked for."""

Progress = Callable[[IndexReport], None]
FindTwins = Callable[[Sequence[str], Partner], Iterable[Twin]]
"""Given ids of articles that changed (stored and searchable) and a partner for the work, the twins of their paragraphs."""


def index_folder(store: Path) -> Path:
    """Where the inverted index of a store lies: beside it.

    >>> index_folder(Path("news.db")).name
    'news.db-terms'
    """
    return store.with_name(f"{store.name}-terms")


class Indexer:
    """Writes a store and keeps its inverted index in step.

    `analyse` and `analyser_version` are those of `bot.language.words.terms`; an index of another version is rebuilt. `wait`
    is how long, in seconds, another process may go on indexing before StoreBusy is raised.
    """

    def __init__(
        self,
        store: Store,
        inverted: Inverted,
        analyse: Analyse,
        *,
        find_twins: FindTwins | None = None,
        wait: float = WAIT_SECONDS,
    ) -> None:
        self.store = store
        self.inverted = inverted
        self.find_twins = find_twins
        self.find_near: FindNear | None = None
        self._analyse = analyse
        self.wait = wait

    @classmethod
    def open(
        cls,
        store: Store,
        analyse: Analyse,
        analyser_version: object,
        *,
        find_twins: FindTwins | None = None,
        wait: float = WAIT_SECONDS,
        fault: FaultPoint = no_fault,
    ) -> Indexer:
        """An indexer whose inverted index stands for the store as it is: found so, caught up, or rebuilt.

        Where the index cannot be written it is built in memory. While another process indexes, its last commit is
        served at once; raises StoreBusy when there is none after `wait` seconds, StoreError when the store cannot be
        read.
        """
        identity = f"{store.id} analyser {analyser_version}"
        folder = index_folder(store.path) if store.path else None
        inverted = Inverted.open(folder, identity=identity, fault=fault)
        indexer = cls(store, inverted, analyse, find_twins=find_twins, wait=wait)
        if indexer.inverted.generation == store.generation:
            return indexer
        try:
            indexer.catch_up(wait=0 if inverted.generation else wait)
        except StoreBusy:
            if not inverted.generation:
                raise
        except StoreError:
            indexer.inverted = Inverted.open(None, identity=identity)
            indexer._derive()
        return indexer

    def catch_up(self, *, anew: bool = False, wait: float | None = None) -> None:
        """Derive what the index lacks, or all of it. Raises StoreBusy after `wait` seconds (as set), StoreError."""
        with self.store.exclusively(self.wait if wait is None else wait):
            self._derive(anew=anew)

    def apply(self, changes: Iterable[Change], progress: Progress | None = None) -> IndexReport:
        """Apply changes in order, in batches that are each wholly kept or wholly undone; searchable at the end.

        `progress` sees the report grow after each batch. Raises StoreBusy when another process indexes for longer
        than the wait; StoreError when the disk is full: what was committed by then stays and is searchable.
        """
        application = Application()
        with self.store.exclusively(self.wait):
            with closing(Partner(twins.done, ahead=2)) as helper:
                self._take_in(changes, application, helper, progress)
                self._link_twins(helper)
            if self.find_near is not None:
                link_near(self.store, self.find_near)
        self._compact()
        return application.report

    def close(self) -> None:
        """Let go of the index; the store is its owner's to close."""
        self.inverted.close()

    def _take_in(
        self, changes: Iterable[Change], application: Application, helper: Partner, progress: Progress | None
    ) -> None:
        """Write the changes batch by batch, each derived while the next is read."""
        with self._deriving() as derivation:
            derivation.run()
            for batch in batches(changes):
                known = _known_terms(batch)
                derivation.expect(sum(map(_unread, batch)))
                with self.store.writing() as writer:
                    application.run(writer, batch)
                derivation.run(known)
                application.report.analysed = derivation.taken
                if progress:
                    progress(application.report)
            if self.find_twins is not None and application.report.added > twins.HELP_AFTER:
                helper.start()  # which takes as long as the commit
            derivation.commit()
            application.report.analysed = derivation.taken

    @contextmanager
    def _deriving(self, *, anew: bool = False) -> Iterator[Derivation]:
        """A session of derivation; what it derived of committed batches is made searchable even when a later fails."""
        partner = Partner(analysed)
        derivation = Derivation(self.store, self.inverted, Analyst(self._analyse, partner), anew=anew)
        try:
            yield derivation
        except TrichError:
            with suppress(StoreError):
                derivation.commit()
            raise
        finally:
            partner.close()
            self.inverted.release()
            if derivation.taken > MUCH:
                give_back()

    def _derive(self, *, anew: bool = False) -> None:
        with self._deriving(anew=anew) as derivation:
            derivation.run()
            derivation.commit()

    def _compact(self) -> None:
        """Build the index anew once a quarter of it is dead weight, so that old texts do not sway the scores for long."""
        if self.inverted.dead > max(DEAD_AT_LEAST, self.inverted.count // 4):
            self.catch_up(anew=True)

    def _link_twins(self, partner: Partner) -> None:
        """Look for the twins of what changed; a run that is cut short begins again with the next."""
        if self.find_twins is None:
            return
        generation = self.store.generation
        article_ids = articles_to_link(self.store)
        if not article_ids:
            return
        found = iter(self.find_twins(article_ids, partner))
        first = [*islice(found, TWINS_AT_ONCE)]
        replace_twins(self.store, article_ids, first)
        while further := [*islice(found, TWINS_AT_ONCE)]:
            replace_twins(self.store, (), further)
        mark_linked(self.store, generation)


def batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes in groups of some thousand paragraphs: one transaction, one flush to disk for each."""
    batch: list[Change] = []
    weight = 0
    for change in changes:
        batch.append(change)
        weight += _paragraphs(change) or 1
        if weight >= BATCH_PARAGRAPHS:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _known_terms(batch: Iterable[Change]) -> Known:
    return {
        (paragraph.text, paragraph.language): terms
        for change in batch
        if isinstance(change, PutArticle) and change.terms
        for paragraph, terms in zip(change.article.paragraphs, change.terms, strict=True)
        if terms
    }


def _unread(change: Change) -> int:
    """Paragraphs whose terms nobody worked out."""
    return 0 if isinstance(change, PutArticle) and change.terms else _paragraphs(change)


def _paragraphs(change: Change) -> int:
    return len(change.article.paragraphs) if isinstance(change, PutArticle) else 0
