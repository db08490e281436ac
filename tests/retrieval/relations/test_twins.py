from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Never

import pytest

from bot import partner
from bot.language.lexicon.glossary import Glossary
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.relations import comparison, twins
from bot.retrieval.relations.comparison import mutual_best
from bot.retrieval.relations.links import best_twins
from bot.retrieval.relations.twins import TwinFinder
from bot.retrieval.storage.store import Store
from tests.retrieval.bilingual import article, indexed, news


def unwanted(*_: Any) -> Never:
    raise AssertionError("this process was to leave that alone")


def linked(store: Store, *article_ids: str) -> dict[str, str]:
    paragraphs = {told.rowid: told for told in store.told_by(article_ids)}
    found = best_twins(store, [*paragraphs])
    others = {told.rowid: told for told in store.told([twin.twin for twin in found.values()])}
    return {paragraphs[rowid].ref: others[twin.twin].ref for rowid, twin in found.items()}


def test_paragraphs_of_one_story_are_linked_across_languages() -> None:
    store, _ = indexed(news())
    assert linked(store, "visit-en") == {f"visit-en#{n}": f"visit-vi#{n}" for n in (1, 2, 3)}
    assert linked(store, "visit-vi") == {f"visit-vi#{n}": f"visit-en#{n}" for n in (1, 2, 3)}


def test_stories_of_their_own_stay_alone() -> None:
    store, _ = indexed(news())
    assert linked(store, "flood-en", "rice-vi") == {}


def test_a_collection_in_one_language_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    store, indexer = indexed([a for a in news() if a.source.language == "en"])
    monkeypatch.setattr(Glossary, "load", unwanted)
    assert [*TwinFinder(store, indexer.inverted).find(["visit-en"], partner.Partner())] == []


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Store, Indexer]]:
    """The news on disk, as a second process needs it, to be searched article by article."""
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(twins, "_AT_ONCE", 1)
    store = Store.open(tmp_path / "news.db")
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    indexer.apply([PutArticle(a) for a in news()])
    yield store, indexer
    indexer.close()
    store.close()


def test_a_second_process_compares_the_same(stored: tuple[Store, Indexer], monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [a.source.id for a in news()]
    finder = TwinFinder(stored[0], stored[1].inverted)
    with closing(partner.Partner(twins.done)) as helper:
        alone = {*finder.find(ids, helper)}
        assert len(alone) == 3
        helper.start()
        assert helper.wait(60)
        with monkeypatch.context() as patched:
            patched.setattr(comparison.Comparison, "of", unwanted)
            assert {*finder.find(ids, helper)} == alone
        monkeypatch.setattr(helper, "_ahead", 0)
        assert helper.busy
        assert {*finder.find(ids, helper)} == alone


def test_a_second_process_that_dies_is_not_missed(stored: tuple[Store, Indexer]) -> None:
    ids = [a.source.id for a in news()]
    with closing(partner.Partner(twins.done)) as helper:
        found = TwinFinder(stored[0], stored[1].inverted, help_after=0).find(ids, helper)
        helper.start()
        assert helper.wait(60)
        assert helper._process is not None
        helper._process.kill()
        helper._process.wait()
        assert len({*found}) == 3


def test_an_article_without_names_or_numbers_has_no_twin() -> None:
    store, _ = indexed([*news(), article("plain", "en", ("it rained all day long",))])
    assert linked(store, "plain") == {}


def test_each_paragraph_has_at_most_one_twin() -> None:
    pairs = [*mutual_best({1: {"a": 1.0}, 2: {"a": 1.0, "b": 1.0}}, {3: {"a": 1.0, "b": 1.0}, 4: {"a": 1.0}})]
    assert [(t.paragraph, t.twin) for t in pairs] == [(1, 4), (2, 3)]


def test_little_agreement_is_none() -> None:
    assert [*mutual_best({1: {"a": 1.0, "b": 9.0}}, {2: {"a": 1.0, "c": 9.0}})] == []
