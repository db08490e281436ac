"""The shared collection, and beside it what each session uploaded, seen by that session alone and never written to disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from threading import RLock
from weakref import WeakValueDictionary

from bot.collection import Collection
from bot.engine import NewsBot
from bot.errors import ArticleError
from bot.ingest.intake.files import read_bytes
from bot.ingest.intake.reading import Reading
from bot.joint import JointLibrary, JointRetriever
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Paragraph, Source
from bot.retrieval.indexing.changes import PutArticle, RemoveArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store
from bot.settings import Settings
from bot.wiring import Paths, build, configured, glossary_of, open_collection, retriever_of, vectors_of

MAX_SESSIONS = 500
"""Sessions with uploads that are held in memory; the one unused for longest gives way."""
MAX_ARTICLES = 100
"""Articles that one session may upload."""


@dataclass(frozen=True, slots=True)
class Head:
    """An article in a list: how many paragraphs it has, and whether this session uploaded it."""

    source: Source
    paragraphs: int
    own: bool


@dataclass(slots=True, eq=False)
class _Session:
    """What one session uploaded, in a store in memory."""

    indexer: Indexer = field(default_factory=lambda: Indexer.open(Store.open(None), analyse, ANALYSER_VERSION))

    @property
    def store(self) -> Store:
        """Where the session's articles are held: in memory, never in a file."""
        return self.indexer.store

    def close(self) -> None:
        """Drop them."""
        self.indexer.close()
        self.store.close()


class SharedWorkspace:
    """Implements `bot.web.workspace.Workspace`; all methods may be called from several threads at once."""

    def __init__(self, collection: Collection, settings: Settings) -> None:
        self._collection, self._settings = collection, settings
        self._vectors = vectors_of(collection.store, settings)
        self._sessions: OrderedDict[str, _Session] = OrderedDict()
        self._lock = RLock()
        self._heads: tuple[int, tuple[Head, ...]] = -1, ()
        # Weak, so that a bot with a reader's key goes with the session that asked for it.
        self._bots: WeakValueDictionary[tuple[Settings, _Session | None], NewsBot] = WeakValueDictionary()
        self._default = self.bot()

    @classmethod
    def open(
        cls, articles: Paths = None, *, index: str | PathLike[str] | None = None, settings: Settings | None = None
    ) -> SharedWorkspace:
        """A workspace over some paths (default: the seeds), brought up to date. Raises as `NewsBot.open` does."""
        settings = configured(settings, {})
        collection = open_collection(articles, index, settings)
        try:
            collection.refresh_if_possible()
        except BaseException:
            collection.close()
            raise
        return cls(collection, settings)

    def bot(self, settings: Settings | None = None, session: str | None = None) -> NewsBot:
        """The bot that answers for a session under these settings (default: the server's); not to be closed.

        While anyone holds it, the same session gets the same bot; what is uploaded or indexed later, it knows.
        """
        key = (settings or self._settings, self._used(session))
        with self._lock:
            bot = self._bots.get(key)
            if bot is None:
                bot = self._bots[key] = self._built(*key)
            return bot

    def _built(self, settings: Settings, own: _Session | None) -> NewsBot:
        shared = retriever_of(self._collection.store, self._collection.indexer.inverted, settings, self._vectors)
        noticing = (self._vectors,) if self._vectors else ()
        if own is None:
            return build(settings, shared, self._collection.store, noticing=noticing)
        mine = PassageRetriever(own.store, own.indexer.inverted, glossary=glossary_of(settings))
        joint = JointRetriever(mine, shared)
        return build(settings, joint, JointLibrary(own.store, self._collection.store), noticing=noticing)

    def heads(self, session: str) -> Sequence[Head]:
        """The articles that a session sees, its own first, then by id."""
        own = self._used(session)
        mine = [Head(h.source, h.paragraphs, True) for h in own.store.heads()] if own else []
        return [*mine, *self._shared_heads()]

    def _shared_heads(self) -> Sequence[Head]:
        """Those of the collection, read once for each of its states: a large one takes a second."""
        store = self._collection.store
        generation, heads = self._heads
        if generation != (now := store.generation):
            heads = tuple(Head(h.source, h.paragraphs, False) for h in store.heads())
            self._heads = now, heads
        return heads

    def upload(self, session: str, name: str, data: bytes) -> Reading:
        """Reads one file for one session; a file that gives no article is reported with the reason.

        Raises ArticleError when the session holds too many articles.
        """
        reading = read_bytes(data, name, self._settings)
        if not reading.articles:
            return reading
        with self._lock:
            own = self._used(session) or self._begun(session)
            if len(own.store.heads()) + len(reading.articles) > MAX_ARTICLES:
                raise ArticleError(f"A session holds at most {MAX_ARTICLES} uploaded articles; remove some first.")
            articles = tuple(self._named(article, own) for article in reading.articles)
            own.indexer.apply([PutArticle(article) for article in articles])
        return replace(reading, articles=articles)

    def remove(self, session: str, article_id: str) -> bool:
        """Removes an article that this session uploaded; False when it has no such article."""
        with self._lock:
            own = self._used(session)
            if own is None or own.store.article(article_id) is None:
                return False
            own.indexer.apply([RemoveArticle(article_id)])
            return True

    def forget(self, session: str) -> None:
        """Drops all that a session uploaded."""
        with self._lock:
            gone = self._sessions.pop(session, None)
        if gone:
            gone.close()

    def close(self) -> None:
        """Closes the collection and drops all sessions."""
        for session in list(self._sessions):
            self.forget(session)
        self._collection.close()

    def _used(self, session: str | None) -> _Session | None:
        with self._lock:
            own = self._sessions.get(session or "")
            if own and session:
                self._sessions.move_to_end(session)
            return own

    def _begun(self, session: str) -> _Session:
        while len(self._sessions) >= MAX_SESSIONS:
            self.forget(next(iter(self._sessions)))
        own = self._sessions[session] = _Session()
        return own

    def _named(self, article: Article, own: _Session) -> Article:
        """The article under an id that neither collection uses for another text."""
        name, number = article.source.id, 1
        while self._taken(name, article, own):
            number += 1
            name = f"{article.source.id}-{number}"
        if name == article.source.id:
            return article
        source = replace(article.source, id=name)
        return Article(source, tuple(_moved(p, source) for p in article.paragraphs))

    def _taken(self, name: str, article: Article, own: _Session) -> bool:
        mine = own.store.article(name)
        if mine is not None:
            return mine.source.file != article.source.file
        return self._collection.store.article(name) is not None


def _moved(paragraph: Paragraph, source: Source) -> Paragraph:
    return replace(paragraph, source=source)
