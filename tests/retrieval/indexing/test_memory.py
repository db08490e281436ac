from __future__ import annotations

import ctypes

import pytest

from bot.retrieval.indexing import indexer as indexing
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.indexing.memory import give_back
from bot.retrieval.storage.store import Store
from tests.retrieval.bilingual import article


def test_freed_memory_is_given_back_wherever_that_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()

    def absent(name: str) -> ctypes.CDLL:
        """Another system's C library."""
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", absent)
    give_back()


@pytest.mark.parametrize(("much", "times"), [(0, 1), (indexing.MUCH, 0)])
def test_memory_is_given_back_after_a_big_job_only(monkeypatch: pytest.MonkeyPatch, much: int, times: int) -> None:
    given: list[bool] = []
    monkeypatch.setattr(indexing, "MUCH", much)
    monkeypatch.setattr(indexing, "give_back", lambda: given.append(True))
    indexer = Indexer.open(Store.open(None), lambda text, language: {"terms": text.split()}, "1")
    indexer.apply([PutArticle(article("plain", "en", ("it rained all day long",)))])
    assert len(given) == times
    indexer.close()
