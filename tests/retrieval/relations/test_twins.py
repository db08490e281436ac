from contextlib import closing
from pathlib import Path
from typing import Any, Never

import pytest

from bot import partner
from bot.language.lexicon.glossary import Glossary
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.relations import twins
from bot.retrieval.relations.links import best_twins
from bot.retrieval.relations.twins import TwinFinder, mutual_best
from bot.retrieval.storage.store import Store
from tests.retrieval.bilingual import article, indexed, news


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

    def unwanted(extra: Path | None = None) -> Never:
        raise AssertionError("the glossary was loaded")

    monkeypatch.setattr(Glossary, "load", unwanted)
    assert [*TwinFinder(store, indexer.inverted).find(["visit-en"], partner.Partner())] == []


def test_a_second_process_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(twins, "_AT_ONCE", 1)
    store = Store.open(tmp_path / "news.db")
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    indexer.apply([PutArticle(a) for a in news()])
    ids = [a.source.id for a in news()]
    asked = []
    ask = partner.Partner.ask

    def asked_when_up(self: partner.Partner, function: Any, value: Any) -> bool:
        """Starts the process, waits until it is up, and asks it."""
        asked.append(ask(self, function, value) or (self.wait(60) and ask(self, function, value)))
        return asked[-1]

    with closing(partner.Partner()) as helper:
        alone = {*TwinFinder(store, indexer.inverted).find(ids, helper)}
        monkeypatch.setattr(partner.Partner, "ask", asked_when_up)
        monkeypatch.setattr(partner.Partner, "ready", True)
        assert {*TwinFinder(store, indexer.inverted, help_after=0).find(ids, helper)} == alone
        assert (len(alone), asked) == (3, [True, True])
        assert {*TwinFinder(store, indexer.inverted).find(ids, helper)} == alone
        assert asked == [True] * 4
    indexer.close()
    store.close()


def test_an_article_without_names_or_numbers_has_no_twin() -> None:
    store, _ = indexed([*news(), article("plain", "en", ("it rained all day long",))])
    assert linked(store, "plain") == {}


def test_each_paragraph_has_at_most_one_twin() -> None:
    pairs = [*mutual_best({1: {"a": 1.0}, 2: {"a": 1.0, "b": 1.0}}, {3: {"a": 1.0, "b": 1.0}, 4: {"a": 1.0}})]
    assert [(t.paragraph, t.twin) for t in pairs] == [(1, 4), (2, 3)]


def test_little_agreement_is_none() -> None:
    assert [*mutual_best({1: {"a": 1.0, "b": 9.0}}, {2: {"a": 1.0, "c": 9.0}})] == []
