"""Opening a bot: which articles, which store, and vectors beside the words."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot import NewsBot, Settings
from bot.errors import ArticleError, ModelError, SettingsError, StoreError

QUESTION = "Who welcomed the delegation?"


def test_the_seeds_by_default() -> None:
    with NewsBot.open() as bot:
        assert [a.source.id for a in bot.articles()] == ["vns-asean", "vtv-asean"]


def test_a_file_a_folder_or_a_list(tmp_path: Path, seeds: Path) -> None:
    (tmp_path / "storm.txt").write_text("A storm reached the coast of Quảng Nam.\n", encoding="utf-8")
    for articles, count in ((tmp_path / "storm.txt", 1), (str(seeds), 2), ([seeds, tmp_path / "storm.txt"], 3)):
        with NewsBot.open(articles) as bot:
            assert len(bot.articles()) == count


def test_one_store_for_two_folders(tmp_path: Path) -> None:
    for name, text in (("a", "The mayor opened a bridge in Huế."), ("b", "The team won the cup in Vinh.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "news.txt").write_text(text + "\n", encoding="utf-8")
    index = tmp_path / "both.db"
    for name in ("a", "b"):
        NewsBot.open(tmp_path / name, index=index).close()
    with NewsBot.open(index=index) as bot:
        articles = bot.articles()
        assert len({a.source.id for a in articles}) == 2
        assert "bridge" in bot.ask("What did the mayor open in Huế?").text


def test_settings_by_name(tmp_path: Path) -> None:
    with NewsBot.open(passages=2) as bot:
        assert len(bot.ask(QUESTION).passages) == 2
    with pytest.raises(SettingsError, match="no such setting"):
        NewsBot.open(nonsense=1)
    for wrong in ({"passages": "2"}, {"strict": 1}, {"deadline": True}, {"model": None}):
        with pytest.raises(SettingsError, match=r"^[A-Z_]+ must be [a-z ]+, not .*\.$"):
            NewsBot.open(**wrong)
    with NewsBot.open(deadline=5, home=tmp_path) as bot:
        assert bot.articles()


@pytest.mark.parametrize("articles", ["", [], [""], " ", ()])
def test_no_articles_are_a_mistake(articles: str | list[str]) -> None:
    with pytest.raises(ArticleError, match="none of them is empty"):
        NewsBot.open(articles)


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_url": "ftp://x"},
        {"proxy": "::"},
        {"proxy": "localhost:1"},
        {"api_key": "k\u00e9y"},
        {"api_key": "a\nb"},
        {"prices": "1"},
    ],
)
def test_an_endpoint_that_cannot_be_used(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=r"^[^\n]+\.$"):
        NewsBot.open(**{"base_url": "http://localhost:1/v1", **wrong})


def test_a_closed_bot_says_so() -> None:
    bot = NewsBot.open()
    stream = bot.stream(QUESTION)
    next(stream)
    bot.close()
    bot.close()
    for use in (
        lambda: bot.ask(QUESTION),
        lambda: bot.retrieve(QUESTION),
        bot.articles,
        lambda: next(bot.stream(QUESTION)),
    ):
        with pytest.raises(StoreError, match="closed"):
            use()


def test_nothing_stored_is_lost_when_the_folder_goes_away(tmp_path: Path) -> None:
    folder, index = tmp_path / "news", tmp_path / "my.db"
    folder.mkdir()
    (folder / "one.txt").write_text("The minister visited Huế on Friday.\n", encoding="utf-8")
    NewsBot.open(folder, index=index).close()
    (folder / "one.txt").unlink()
    with pytest.raises(ArticleError, match="No article was found"):
        NewsBot.open(folder, index=index)
    with NewsBot.open(index=index) as bot:
        assert bot.ask("Who visited Huế?").outcome == "answered"


class Letters:
    """An embedder that counts letters; it fails while `down`."""

    name = "letters"
    down = False

    def embed(self, texts: Sequence[str], *, question: bool = False) -> list[list[float]]:
        if self.down:
            raise ModelError("No answer.", "unreachable")
        return [[1.0 + t.lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz"] for t in texts]


def test_vectors_are_stored_and_fail_softly(tmp_path: Path) -> None:
    index, embedder = tmp_path / "my.db", Letters()
    with NewsBot.open(index=index, embedder=embedder) as bot:
        assert bot.ask(QUESTION).notices == ()
        embedder.down = True
        answer = bot.ask("Who planted a tree?")
        assert answer.notices == ("The embedding endpoint did not answer; the search used words alone.",)
        assert answer.outcome == "answered"
    with sqlite3.connect(index) as db:
        assert db.execute("SELECT count(*) FROM vectors").fetchone()[0] >= 30


def test_an_embedder_that_is_down_at_the_start(tmp_path: Path) -> None:
    embedder = Letters()
    embedder.down = True
    with NewsBot.open(index=tmp_path / "my.db", embedder=embedder) as bot:
        assert bot.ask(QUESTION).outcome == "answered"


def test_the_glossary_of_the_user(tmp_path: Path) -> None:
    terms = tmp_path / "terms.tsv"
    terms.write_text("only one column\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="line 1"):
        NewsBot.open(settings=Settings(glossary=str(terms)))
