"""Settings -> NewsBot: the only place that knows the concrete classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from functools import partial
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.collection import Collection, absolute, default_store, seeds
from bot.errors import ArticleError, ModelError, SettingsError, StoreError
from bot.language.lexicon.glossary import Glossary
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.protocols import Answerer, ChatModel, Library, Message, Restorer, Retriever, Reviewer, TermStatistics
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations.twins import TwinFinder
from bot.retrieval.scoring.embeddings import Embedder, VectorIndex
from bot.retrieval.storage.store import Store
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.engine import NewsBot, Noticing
    from bot.retrieval.retriever import PassageRetriever

Paths = str | PathLike[str] | Sequence[str | PathLike[str]] | None
Wrap = Callable[[ChatModel], ChatModel]


class Searching(Retriever, Restorer, TermStatistics, Protocol):
    """A retriever that also knows how words are written and how common they are."""


def open_bot(
    articles: Paths = None,
    *,
    index: str | PathLike[str] | None = None,
    settings: Settings | None = None,
    embedder: Embedder | None = None,
    wrap: Wrap | None = None,
    **overrides: Any,
) -> NewsBot:
    """The bot of `NewsBot.open`: the collection brought up to date, the rooms put together.

    `embedder` gives vectors beside the words (default: the configured endpoint's, if any); `wrap` is given the
    configured chat model and returns the one to use (a cache, a meter).
    """
    settings = configured(settings, overrides)
    collection = open_collection(articles, index, settings)
    try:
        collection.refresh_if_possible()
        vectors = vectors_of(collection.store, settings, embedder)
        retriever = retriever_of(collection.store, collection.indexer.inverted, settings, vectors)
        noticing = (vectors,) if vectors else ()
        return build(settings, retriever, collection.store, noticing=noticing, resources=(collection,), wrap=wrap)
    except BaseException:
        collection.close()
        raise


def configured(settings: Settings | None, overrides: dict[str, Any]) -> Settings:
    """The given settings, else those of the environment, with overrides on top. SettingsError for an unknown or unusable one."""
    unknown = overrides.keys() - {spec.name for spec in fields(Settings)}
    if unknown:
        raise SettingsError(f"There is no such setting: {min(unknown)}.")
    told: dict[str, Any] = {
        name: str(value) if isinstance(value, PathLike) else value for name, value in overrides.items()
    }
    return replace(settings or Settings.from_env(), **told)


def open_collection(articles: Paths, index: str | PathLike[str] | None, settings: Settings) -> Collection:
    """The collection of some paths, its store opened but not yet brought up to date.

    Without paths it is what the index already holds, and without an index the seed articles. Raises ArticleError for
    an empty path or list, which a program hands over by mistake.
    """
    named = [articles] if isinstance(articles, str | PathLike) else articles
    if named is not None and not (len(named) and all(str(path).strip() for path in named)):
        raise ArticleError("The articles are a file, a folder or a list of them, and none of them is empty.")
    paths = absolute(named or ())
    if not paths and (index is None or not Path(index).exists()):
        paths = seeds()
    store = Store.open(Path(index) if index is not None else default_store(paths, settings))
    try:
        indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    except BaseException:
        store.close()
        raise
    indexer.find_twins = TwinFinder(store, indexer.inverted, _own_terms(settings)).find
    indexer.find_near = _near_copies
    return Collection(paths, indexer, settings)


def _near_copies(signatures: bytes | bytearray, fresh: Sequence[bool]) -> Iterable[tuple[int, int, float]]:
    from bot.ingest.article.duplicates import near_copies  # numpy, which answering does not need

    return near_copies(signatures, fresh)


def glossary_of(settings: Settings) -> Callable[[], Glossary]:
    """A function that loads the glossary, the user's own terms first; nothing is read before it is called."""
    return partial(Glossary.load, _own_terms(settings))


def _own_terms(settings: Settings) -> Path | None:
    return Path(settings.glossary).expanduser() if settings.glossary else None


def retriever_of(
    store: Store, inverted: Inverted, settings: Settings, vectors: VectorIndex | None = None
) -> PassageRetriever:
    """The ranked search over a store and its index."""
    from bot.retrieval.retriever import PassageRetriever

    return PassageRetriever(store, inverted, glossary=glossary_of(settings), vectors=vectors)


def vectors_of(store: Store, settings: Settings, embedder: Embedder | None = None) -> VectorIndex | None:
    """The vectors of a store, brought up to date; None when no embedding model is given or configured.

    While the embedder cannot be reached, the search goes on by words alone, and the answers say so.
    """
    if embedder is None and not settings.embedding_model:
        return None
    if embedder is None:
        from bot.llm.embedding import OpenAIEmbedder  # openai loads only when it is used

        embedder = OpenAIEmbedder(settings)
    vectors = VectorIndex(store, embedder)
    if store.writable:
        with suppress(ModelError, StoreError):
            vectors.fill()
    return vectors


def build(
    settings: Settings,
    retriever: Searching,
    library: Library,
    *,
    noticing: Sequence[Noticing] = (),
    resources: Sequence[Any] = (),
    wrap: Wrap | None = None,
) -> NewsBot:
    """The rooms put together over what is searched and read; the bot closes the `resources`."""
    # what answers loads where it is used: indexing starts without it
    from bot.answering.conversation.dialogue import FollowUps
    from bot.answering.extract import ExtractiveAnswerer
    from bot.engine import NewsBot
    from bot.verification.checker import RuleVerifier

    glossary = glossary_of(settings)
    extractive = ExtractiveAnswerer(retriever, glossary(), settings.abstain_below, library)
    model = chat_model(settings)
    if model is not None and wrap is not None:
        model = wrap(model)
    return NewsBot(
        retriever=retriever,
        library=library,
        answerers=(*generating(model, settings), extractive),
        verifier=RuleVerifier(glossary(), library),
        dialogue=FollowUps(model),
        shortener=extractive,
        reviewer=reviewer_of(model, settings),
        restorer=retriever,
        passages=settings.passages,
        question_chars=settings.question_chars,
        strict=settings.strict,
        noticing=noticing,
        resources=resources,
    )


def chat_model(settings: Settings) -> ChatModel | None:
    """The configured chat model; None when neither key nor address is set."""
    if not settings.model_name:
        return None
    from bot.llm.openai_model import OpenAIChatModel  # openai loads only when it is used

    return OpenAIChatModel(settings)


def reviewer_of(model: ChatModel | None, settings: Settings) -> Reviewer | None:
    """The entailment call of `verify=llm`, if it is asked for and there is a model."""
    if model is None or settings.verify != "llm":
        return None
    from bot.llm.prompts import load
    from bot.verification.entailment import Entailment

    def compose(pairs: str) -> Sequence[Message]:
        """The messages of one call; the fence is made of the pairs, so that they cannot close it."""
        return load("entail").fill(pairs=pairs, fence=sha256(pairs.encode()).hexdigest()[:8])

    return Entailment(model, compose)


def generating(model: ChatModel | None, settings: Settings) -> tuple[Answerer, ...]:
    """The answerer that writes with the model, if there is one."""
    if model is None:
        return ()
    from bot.answering.generation.generate import GeneratingAnswerer

    return (GeneratingAnswerer(model, settings),)
