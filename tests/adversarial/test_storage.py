"""H: kills, full disks, planted files. What was stored stays whole, and the old answers stay."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bot import NewsBot
from bot.cli import main
from bot.errors import StoreError
from bot.retrieval.storage.hashing import content_hash
from bot.retrieval.storage.resolution import resolve
from bot.retrieval.storage.store import Store
from bot.settings import Settings
from bot.wiring import open_collection
from tests.adversarial.product import SEED_EN, WELCOME_EN, open_bot, put, sound


def article(number: int, version: int) -> str:
    """An article whose every paragraph tells its number and version."""
    return (
        "\n\n".join(
            f"Minister number{number} opened bridge {line} of version{version} near Huế on Monday." for line in range(6)
        )
        + "\n"
    )


def check_whole(store: Path) -> None:
    """The store is undamaged, and every article in it is wholly of one version."""
    with sqlite3.connect(store) as db:
        assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
    db.close()
    opened = Store.open(store)
    for found in opened.articles():
        versions = {p.text.split("version")[1].split()[0] for p in found.paragraphs}
        assert (len(found.paragraphs), len(versions)) == (6, 1)
    opened.close()


def test_kill_9_at_any_moment_leaves_whole_articles(tmp_path: Path) -> None:
    store, folder = tmp_path / "news.db", tmp_path / "news"
    dice = random.Random(20250310)
    command = [sys.executable, "-m", "bot", "index", str(folder), "--index", str(store)]
    put(folder, {f"n{n}.txt": article(n, 0) for n in range(40)})
    for version in range(1, 7):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.15, 0.5) if version % 2 else dice.uniform(0.5, 0.9))
        process.kill()
        process.wait()
        if store.exists() and store.stat().st_size:
            check_whole(store)
        put(folder, {f"n{n}.txt": article(n, version) for n in range(40)})
    assert main(command[3:]) == 0
    check_whole(store)
    with NewsBot.open(folder, index=store) as bot:
        assert len(bot.articles()) == 40
        assert all("version6" in p.text for a in bot.articles() for p in a.paragraphs)
        passages = bot.retrieve("Which bridge did minister number7 open?", limit=6)
        assert passages[0].paragraph.source.id == "n7"


def test_a_second_run_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(tmp_path / "news", {f"n{n}.txt": article(n, 1) for n in range(20)})
    for path in folder.iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))
    index = ["index", str(folder), "--index", str(tmp_path / "news.db"), "--json"]
    assert main(index) == 0
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "news.db-terms").iterdir()}
    capsys.readouterr()
    assert main(index) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["files"]["unchanged"] == 20
    assert report["articles"] == {"added": 0, "changed": 0, "removed": 0, "moved": 0, "paragraphs": 0}
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "news.db-terms").iterdir()} == before


@pytest.mark.parametrize("pages", [1, 4, 12])
def test_a_full_disk_is_one_sentence_and_the_old_answers_stay(tmp_path: Path, pages: int) -> None:
    folder = put(tmp_path / "news", {"visit.txt": SEED_EN})
    with open_bot(folder) as bot:
        before = sound(bot.ask(WELCOME_EN))
    put(folder, {f"n{n}.txt": article(n, 1) * 20 for n in range(60)})
    collection = open_collection([folder], tmp_path / "news.db", Settings())
    with collection.store.connections.configuring() as db:
        used = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {used + pages}")
    with pytest.raises(StoreError, match=r"news\.db.*\.$"):
        collection.refresh()
    collection.close()
    opened = Store.open(tmp_path / "news.db")
    assert all(len(a.paragraphs) == (18 if a.source.id == "visit" else 120) for a in opened.articles())
    opened.close()
    with NewsBot.open(index=tmp_path / "news.db") as bot:
        after = sound(bot.ask(WELCOME_EN))
        assert (after["answer"], after["citations"]) == (before["answer"], before["citations"])
    with open_bot(folder) as bot:
        assert len(bot.articles()) == 61


PLANTED = {
    "index.pkl": b"cos\nsystem\n(S'touch pwned_by_pickle'\ntR.",
    "vectors.npy": b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"
    + b" " * 50
    + b"\ncos\nsystem\n(S'touch pwned_by_pickle'\ntR.",
    "model.pt": b"cos\nsystem\n(S'touch pwned_by_pickle'\ntR.",
    "conf.yaml": b"!!python/object/apply:os.system ['touch pwned_by_pickle']",
    "sitecustomize.py": b"open('pwned_by_pickle', 'w')",
}


def test_planted_files_are_never_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = put(tmp_path / "news", {"visit.txt": SEED_EN, **PLANTED})
    put(tmp_path / "news.db-terms", PLANTED)
    with open_bot(folder) as bot:
        sound(bot.ask(WELCOME_EN))
    put(tmp_path / "news.db-terms", PLANTED)
    with open_bot(folder) as bot:
        sound(bot.ask(WELCOME_EN))
    assert not list(tmp_path.rglob("pwned_by_pickle"))
    assert (tmp_path / "news.db-terms" / "index.pkl").exists()


@pytest.mark.parametrize("kind", ["text", "nothing much", "torn", "foreign", "folder"])
def test_a_store_that_is_none_is_one_sentence_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    store = tmp_path / "my.db"
    if kind == "folder":
        store.mkdir()
    elif kind == "foreign":
        with sqlite3.connect(store) as db:
            db.execute("CREATE TABLE mine (x)")
            db.execute("INSERT INTO mine VALUES (1)")
        db.close()
    elif kind == "torn":
        with open_bot(put(tmp_path / "news", {"visit.txt": SEED_EN})):
            pass
        whole = (tmp_path / "news.db").read_bytes()
        store.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    else:
        store.write_bytes({"text": b"this is no database" * 99, "nothing much": b"\x01" * 5000}[kind])
    before = None if kind == "folder" else store.read_bytes()
    assert main(["ask", "Who?", "--index", str(store)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("trich: ")
    assert "my.db" in captured.err
    assert captured.err.count("\n") == 1
    assert before is None or store.read_bytes() == before


PLANTED_IN = {
    "CREATE TRIGGER t AFTER INSERT ON articles BEGIN DELETE FROM paragraphs; END": "holds what Trích never writes",
    "CREATE VIEW seen AS SELECT * FROM articles": "holds what Trích never writes",
    "PRAGMA user_version = -5": "holds what Trích never writes",
    "PRAGMA user_version = 999": "later version",
    "DROP TABLE paragraphs": "lacks a part",
    "UPDATE articles SET published = 'never'": "holds a row that Trích never writes",
}


def _put_changed(folder: Path, statement: str) -> None:
    """An index that somebody changed by a statement, and a new article that it does not hold yet."""
    with open_bot(put(folder / "news", {"a.txt": "Zebras graze near Huế in the morning.\n"})):
        pass
    with sqlite3.connect(folder / "news.db") as db:
        db.execute(statement)
    db.close()
    put(folder / "news", {"b.txt": "Otters swim near Hội An.\n"})


@pytest.mark.parametrize(("statement", "told"), PLANTED_IN.items(), ids=list(PLANTED_IN))
@pytest.mark.parametrize("command", [["index", "news"], ["ask", "Where do zebras graze?"]])
def test_a_store_that_somebody_changed_is_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    statement: str,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    _put_changed(tmp_path, statement)
    status = main([*command, "--index", "news.db"])
    captured = capsys.readouterr()
    if "published" not in statement or command[0] == "ask":
        assert (status, captured.err.count("\n")) == (1, 1)
        assert told in captured.err


PLANTED_VALUES = [
    "UPDATE paragraphs SET text = x'ff00fe41'",
    "UPDATE paragraphs SET text = ''",
    "UPDATE paragraphs SET number = 'two'",
    "UPDATE paragraphs SET number = -5",
    "UPDATE paragraphs SET generation = 'late'",
    "UPDATE paragraphs SET generation = 1e999",
    "UPDATE articles SET title = x'41'",
    "UPDATE articles SET id = ''",
    "UPDATE meta SET value = printf('%.*c', 300000, '9') WHERE key = 'generation'",
    "DELETE FROM meta WHERE key = 'generation'",
    "UPDATE files SET digest = x'41'",
]


@pytest.mark.parametrize("statement", PLANTED_VALUES)
def test_a_value_that_is_never_written_is_one_sentence_wherever_it_is_met(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    monkeypatch.chdir(tmp_path)
    _put_changed(tmp_path, statement)
    commands = (["ask", "Where do zebras graze?"], ["articles"], ["cite", "a#1"], ["index", "news"])
    refused = []
    for command in commands:
        if main([*command, "--index", "news.db"]):
            refused.append(capsys.readouterr().err)
    assert refused
    assert all(told.startswith("trich: ") and told.count("\n") == 1 for told in refused)
    assert any("holds a row that Trích never writes" in told for told in refused)


@pytest.mark.timeout(20)
def test_a_pipe_in_the_search_index_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "news.db-terms").mkdir()
    os.mkfifo(tmp_path / "news.db-terms" / "stamp.json")
    with open_bot(put(tmp_path / "news", {"visit.txt": SEED_EN})) as bot:
        assert sound(bot.ask(WELCOME_EN))["outcome"] == "answered"


def test_a_store_that_was_removed_while_in_use_is_not_written_into_nothing(tmp_path: Path) -> None:
    folder = put(tmp_path / "news", {"visit.txt": SEED_EN})
    collection = open_collection([folder], tmp_path / "news.db", Settings())
    collection.refresh()
    (tmp_path / "news.db").unlink()
    with pytest.raises(StoreError, match=r"news\.db was removed while it was in use: start again"):
        collection.refresh()
    collection.close()


def test_a_store_may_be_called_as_sqlite_calls_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with NewsBot.open(put(tmp_path / "news", {"visit.txt": SEED_EN}), index=":memory:") as bot:
        assert sound(bot.ask(WELCOME_EN))["outcome"] == "answered"
    assert (tmp_path / ":memory:").is_file()


@pytest.mark.parametrize("damage", ["removed", "truncated", "replaced", "stamp only"])
def test_a_damaged_search_index_is_made_anew(tmp_path: Path, damage: str) -> None:
    folder = put(tmp_path / "news", {"visit.txt": SEED_EN})
    with open_bot(folder) as bot:
        before = sound(bot.ask(WELCOME_EN))
    terms = tmp_path / "news.db-terms"
    for path in sorted(terms.iterdir()):
        if damage == "removed" or (damage == "stamp only" and path.name != "stamp.json"):
            path.unlink()
        elif damage == "truncated":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        elif damage == "replaced":
            path.write_bytes(os.urandom(300))
    with open_bot(folder) as bot:
        after = sound(bot.ask(WELCOME_EN))
    assert (after["answer"], after["citations"]) == (before["answer"], before["citations"])


@pytest.mark.parametrize(
    "place", ["Báo chí của tôi/kho 1.db", "with space/a b.db", "quo'te\"/x;y.db", "per%20cent/#a?.db"]
)
def test_a_store_may_lie_anywhere(tmp_path: Path, place: str) -> None:
    with NewsBot.open(put(tmp_path / "tin tức", {"visit.txt": SEED_EN}), index=tmp_path / place) as bot:
        assert sound(bot.ask(WELCOME_EN))["outcome"] == "answered"
    assert (tmp_path / place).is_file()


def test_a_citation_into_a_changed_article_says_so(tmp_path: Path) -> None:
    texts = ("Zebras graze near Huế.", "Otters swim near Hội An.", "Storks nest near Đồng Tháp.")
    folder = put(tmp_path / "news", {"a.txt": "\n\n".join(texts)})
    with open_bot(folder) as bot:
        hashes = {p.ref: content_hash(p.text) for p in bot.articles()[0].paragraphs}
    put(folder, {"a.txt": "\n\n".join(("A first line of news.", texts[0], "Otters swim near Đà Nẵng."))})
    with open_bot(folder):
        pass
    store = Store.open(tmp_path / "news.db")
    fates = {ref: resolve(store, ref, told).status for ref, told in hashes.items()}
    assert fates["a#1"] == "moved"
    assert fates["a#2"] in ("changed", "removed")
    assert fates["a#3"] in ("changed", "removed")
    store.close()
    put(folder, {"b.txt": SEED_EN})
    (folder / "a.txt").unlink()
    with open_bot(folder):
        pass
    store = Store.open(tmp_path / "news.db")
    assert {resolve(store, ref, told).status for ref, told in hashes.items()} == {"removed"}
    store.close()


def test_an_answer_cites_the_text_that_it_read(tmp_path: Path) -> None:
    folder = put(tmp_path / "news", {"a.txt": "Zebras graze near Huế every morning.\n"})
    with open_bot(folder) as bot:
        events = bot.events("Where do zebras graze?")
        next(events)
        put(folder, {"a.txt": "Zebras graze near Vinh every evening, says a ranger.\n"})
        with open_bot(folder) as other:
            assert "Vinh" in other.articles()[0].paragraphs[0].text
        *_, answer = events
        told = sound(answer)  # type: ignore[arg-type]
        assert "Vinh" not in json.dumps(told["citations"], ensure_ascii=False)
        assert "Vinh" in sound(bot.ask("Where do zebras graze?"))["answer"]


def test_a_clock_that_jumps_back_hides_no_change(tmp_path: Path) -> None:
    folder = put(tmp_path / "news", {"a.txt": "Zebras graze near Huế.\n"})
    os.utime(folder / "a.txt", (2_000_000_000, 2_000_000_000))
    with open_bot(folder):
        pass
    put(folder, {"a.txt": "Zebras graze at Vinh.\n"})
    os.utime(folder / "a.txt", (1_000_000_000, 1_000_000_000))
    with open_bot(folder) as bot:
        assert "Vinh" in bot.articles()[0].paragraphs[0].text


def secrets_of(folder: Path) -> Any:
    return [path for path in folder.rglob("*") if path.is_file() and b"sk-secret" in path.read_bytes()]


def test_the_key_is_stored_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRICH_HOME", str(tmp_path / "home"))
    with NewsBot.open(
        put(tmp_path / "news", {"visit.txt": SEED_EN}),
        api_key="sk-secret-1",
        base_url="http://127.0.0.1:9/v1",
        retries=0,
    ) as bot:
        sound(bot.ask(WELCOME_EN))
    assert secrets_of(tmp_path) == []
