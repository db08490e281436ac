"""The writes of one transaction: what changed of an article is written, the rest is left alone."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from bot.models import Article, Paragraph
from bot.retrieval.storage.connections import Transaction
from bot.retrieval.storage.files import FileRecord
from bot.retrieval.storage.hashing import article_hash, content_hash, words_hash
from bot.retrieval.storage.rows import number_of

PutOutcome = Literal["added", "changed", "unchanged"]

_ARTICLE_COLUMNS = ("language", "title", "outlet", "published", "url", "file", "origin", "digest", "signature")
_INSERT_ARTICLE = f"INSERT INTO articles (id, {', '.join(_ARTICLE_COLUMNS)}) VALUES ({', '.join('?' * 10)})"
_UPDATE_ARTICLE = f"UPDATE articles SET {', '.join(f'{c} = ?' for c in _ARTICLE_COLUMNS)} WHERE key = ?"
_INSERT_PARAGRAPH = (
    "INSERT INTO paragraphs (article, number, kind, language, text, hash, words, generation) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_BURY = (
    "INSERT INTO tombstones SELECT p.rowid, a.id, p.number, p.hash, p.words, ? "
    "FROM paragraphs p JOIN articles a ON a.key = p.article WHERE "
)


class Put(NamedTuple):
    """What writing an article did: the outcome, and how many paragraphs were written."""

    outcome: PutOutcome
    written: int


class Writer:
    """Writes into one transaction; all it writes carries the generation that the transaction makes.

    Each text keeps its rowid for life and no rowid is used twice, so the inverted index never shows a wrong text.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._do = transaction
        self.generation = number_of(transaction.one("SELECT max(value) FROM meta WHERE key = 'generation'")[0]) + 1
        self._changed = False

    def finish(self) -> None:
        """Stamp the store with the generation, if anything changed that is indexed or shown."""
        if self._changed:
            self._do.execute("UPDATE meta SET value = ? WHERE key = 'generation'", [str(self.generation)])

    def put(self, article: Article, origin: str | None = None, signature: bytes | None = None) -> Put:
        """Add an article or bring the stored one of its id up to date."""
        digest = article_hash(article)
        source = article.source
        published = source.published and source.published.isoformat()
        values = (source.language, source.title, source.outlet, published, source.url, source.file)
        stored = self._do.one("SELECT key, digest, outlet, published, origin FROM articles WHERE id = ?", [source.id])
        if stored is None:
            row = (source.id, *values, origin, digest, signature)
            self._changed = True
            key = self._do.execute(_INSERT_ARTICLE, row).lastrowid
            self._insert(key, article.paragraphs)
            return Put("added", len(article.paragraphs))
        key, old_digest, outlet, old_published, old_origin = stored
        if old_digest == digest:
            if origin != old_origin:
                self._do.execute("UPDATE articles SET origin = ? WHERE key = ?", [origin, key])
            return Put("unchanged", 0)
        self._changed = True
        self._do.execute(_UPDATE_ARTICLE, (*values, origin, digest, signature, key))
        written = self._update_paragraphs(key, article.paragraphs)
        if (outlet, old_published) != (source.outlet, published):
            self._do.execute("UPDATE paragraphs SET generation = ? WHERE article = ?", [self.generation, key])
        return Put("changed", written)

    def remove(self, article_id: str) -> bool:
        """Remove an article; its paragraphs leave tombstones. False when there was none."""
        stored = self._do.one("SELECT key FROM articles WHERE id = ?", [article_id])
        if stored is None:
            return False
        self._changed = True
        self._do.execute(f"{_BURY} p.article = ?", [self.generation, *stored])
        self._do.execute("DELETE FROM articles WHERE key = ?", stored)
        return True

    def remove_of_file(self, path: str, keep: Iterable[str] = ()) -> int:
        """Remove the articles that were read from a file, but those to keep; the number removed."""
        kept = frozenset(keep)
        stored = self._do.all("SELECT id FROM articles WHERE origin = ? ORDER BY id", [path])
        return sum(self.remove(article_id) for (article_id,) in stored if article_id not in kept)

    def record_file(self, record: FileRecord) -> None:
        """Remember a file as read, so that it is recognised unread while it does not change."""
        row = (record.path, record.size, record.mtime_ns, record.digest)
        self._do.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", row)

    def forget_file(self, path: str) -> None:
        """Forget a file; its articles are not touched."""
        self._do.execute("DELETE FROM files WHERE path = ?", [path])

    def move_file(self, old: str, record: FileRecord, name: str | None) -> int:
        """Carry a renamed file's articles over, ids and paragraphs kept; `name` is their new Source.file."""
        stored = self._do.all("SELECT key, digest FROM articles WHERE origin = ?", [old])
        self._changed = self._changed or bool(stored)
        # The digest covers the file's name, so it is voided: the next reading compares paragraph by paragraph.
        for key, _ in stored:
            row = (record.path, name, b"", key)
            self._do.execute("UPDATE articles SET origin = ?, file = ?, digest = ? WHERE key = ?", row)
        self.forget_file(old)
        self.record_file(record)
        return len(stored)

    def _insert(self, key: int | None, paragraphs: Iterable[Paragraph]) -> None:
        rows = [
            (key, p.number, p.kind, p.language, p.text, bytes.fromhex(content_hash(p.text)), words_hash(p.text),
             self.generation)
            for p in paragraphs
        ]  # fmt: skip
        if rows:
            self._do.executemany(_INSERT_PARAGRAPH, rows)

    def _update_paragraphs(self, key: int, paragraphs: Sequence[Paragraph]) -> int:
        """Match stored and given paragraphs by content; renumber the matched, bury and insert the rest."""
        stored = self._do.all(
            "SELECT hash, kind, language, rowid, number FROM paragraphs WHERE article = ? ORDER BY number", [key]
        )
        left: defaultdict[tuple[bytes, str, str], deque[tuple[int, int]]] = defaultdict(deque)
        for content, kind, language, rowid, number in stored:
            left[content, kind, language].append((rowid, number))
        fresh = []
        renumbered = []
        for paragraph in paragraphs:
            same = left[bytes.fromhex(content_hash(paragraph.text)), paragraph.kind, paragraph.language]
            if not same:
                fresh.append(paragraph)
                continue
            rowid, number = same.popleft()
            if number != paragraph.number:
                renumbered.append((paragraph.number, rowid))
        for rowid in sorted(rowid for rest in left.values() for rowid, _ in rest):
            self._do.execute(f"{_BURY} p.rowid = ?", [self.generation, rowid])
            self._do.execute("DELETE FROM paragraphs WHERE rowid = ?", [rowid])
        if renumbered:
            self._do.executemany("UPDATE paragraphs SET number = ? WHERE rowid = ?", renumbered)
        self._insert(key, fresh)
        return len(fresh)
