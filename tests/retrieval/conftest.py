"""Articles made in a line, and a store with its index in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.models import Article, Filters, Paragraph, ParagraphKind, Source
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.storage.connections import FaultPoint, no_fault
from bot.retrieval.storage.store import Store
from bot.retrieval.terms.weighted import WeightedTerm

MakeArticle = Callable[..., Article]


def make_article(article_id: str, *texts: str, kinds: Sequence[ParagraphKind] = (), **head: Any) -> Article:
    source = Source(article_id, head.pop("language", "en"), **head)
    return Article(
        source,
        tuple(
            Paragraph(source, number, text, kinds[number - 1] if kinds else "body", source.language)
            for number, text in enumerate(texts, 1)
        ),
    )


def split_words(text: str, _language: str) -> dict[str, list[str]]:
    """An analyser that a reader can follow: the words in small letters."""
    return {"terms": [word.strip(".,!?").lower() for word in text.split()]}


@dataclass
class Collection:
    """A store and its indexer, and what a search for one word finds: the refs, best first."""

    store: Store
    indexer: Indexer

    def find(self, word: str, **filters: Any) -> list[str]:
        asked = Filters(**filters)
        hits = self.indexer.inverted.search([WeightedTerm("terms", word)], 20, asked)
        voices = self.store.voices([rowid for rowid, _ in hits], asked)
        return [voice.paragraph.ref for voice in voices.values()]

    def close(self) -> None:
        self.indexer.close()
        self.store.close()


def open_collection(
    path: Path | None, *, fault: FaultPoint = no_fault, version: str = "1", **kwargs: Any
) -> Collection:
    store = Store.open(path, fault=fault, read_only=kwargs.pop("read_only", False))
    try:
        return Collection(store, Indexer.open(store, split_words, version, fault=fault, **kwargs))
    except BaseException:
        store.close()
        raise


@pytest.fixture(scope="session")
def article() -> MakeArticle:
    """Makes an article of an id, its texts and, by name, facts of its head."""
    return make_article


@pytest.fixture(scope="session")
def opening() -> Callable[..., Collection]:
    """Opens a collection at a path; the test closes it."""
    return open_collection


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection on disk."""
    opened = open_collection(tmp_path / "news.db")
    yield opened
    opened.close()
