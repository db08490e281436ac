"""Kill two indexers at random moments, over and over: is a store damaged, or a committed article lost?

    python benchmarks/kill_loop.py --rounds 200

Each round starts two writers on one store and kills both (SIGKILL) at a random moment. A writer says what was
about to be written, and that it was committed after `apply` returned. Then the store is checked page by page, every
article must be whole (all its paragraphs of one version) and of the version last told, or of the one that was being
written, and the search index must find exactly what is stored. Prints one JSON line; exit status 1 when anything was wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from bot.models import Article, Language, Paragraph, Source
from bot.retrieval.indexing.changes import Change, PutArticle, RemoveArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.storage.store import Store
from bot.retrieval.terms.weighted import WeightedTerm

WRITERS = ("left", "right")
ARTICLES = 12
Versions = dict[str, int]
"""Versions of articles by id; -1 for one that was removed."""


def split_words(text: str, _language: Language) -> dict[str, list[str]]:
    """A plain analyser: what is tested here are the writes."""
    return {"terms": text.split()}


def article(article_id: str, version: int, paragraphs: int) -> Article:
    """An article that tells its version and length in every paragraph."""
    source = Source(article_id, "en")
    texts = (f"{article_id} version{version} of {paragraphs} number{n}" for n in range(1, paragraphs + 1))
    return Article(source, tuple(Paragraph(source, n, text, "body", "en") for n, text in enumerate(texts, 1)))


def write_forever(path: Path, writer: str, seed: int) -> None:
    """Put and remove articles, telling each change once it is committed."""
    dice = random.Random(f"{writer} {seed}")
    store = Store.open(path)
    print("ready", flush=True)
    indexer = Indexer.open(store, split_words, "1")
    for step in count(1):
        version = seed * 100_000 + step
        versions: Versions = {}
        changes: list[Change] = []
        for number in dice.sample(range(ARTICLES), dice.randint(1, 4)):
            article_id = f"{writer}{number}"
            removed = dice.random() < 0.2
            versions[article_id] = -1 if removed else version
            put = PutArticle(article(article_id, version, dice.randint(1, 40)))
            changes.append(RemoveArticle(article_id) if removed else put)
        print(json.dumps({"about": versions}), flush=True)
        indexer.apply(changes)
        print(json.dumps({"told": versions}), flush=True)
        time.sleep(dice.random() * 0.1)  # SQLite's lock is not fair: the other writer gets a turn


def one_round(path: Path, seed: int, dice: random.Random) -> tuple[Versions, Versions, int]:
    """Start both writers and kill both: what they told, what they were about to do, and how often they told."""
    command = [sys.executable, __file__, "--write", str(path), "--seed", str(seed), "--name"]
    children = [subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True) for name in WRITERS]
    told: Versions = {}
    about: Versions = {}
    times = 0
    for child in sorted(children, key=lambda _: dice.random()):
        output = child.stdout
        assert output
        # So many lines are waited for, however slow the machine is; then the kill falls anywhere in the next change.
        heard = [output.readline() for _ in range(dice.randint(1, 5))]
        time.sleep(dice.random() * 0.05)
        child.kill()
        heard += output.read().splitlines()
        child.wait()
        output.close()
        lines = [json.loads(line) for line in heard if line.rstrip().endswith("}}")]
        for line in lines:
            told |= line.get("told", {})
            times += "told" in line
        about |= lines[-1].get("about", {}) if lines else {}
    return told, about, times


def faults(path: Path, known: Versions, about: Versions) -> list[str]:
    """Everything wrong with a store after a kill."""
    with sqlite3.connect(path) as db:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0]
        dangling = db.execute("PRAGMA foreign_key_check").fetchall()
    db.close()
    wrong = [f"integrity: {sound}"] if sound != "ok" or dangling else []
    store = Store.open(path)
    indexer = Indexer.open(store, split_words, "1")
    stored = {a.source.id: a for a in store.articles()}
    wrong += [f"{a.source.id} is not whole" for a in stored.values() if not whole(a)]
    for article_id in sorted(known | about | stored):
        found = version_of(stored[article_id]) if article_id in stored else -1
        right = {known.get(article_id, -1), about.get(article_id, known.get(article_id, -1))}
        if found not in right:
            wrong.append(f"{article_id}: version {found} is there, not {sorted(right)}")
    expected = {p.ref for a in stored.values() for p in a.paragraphs}
    hits = indexer.inverted.search([WeightedTerm("terms", "of")], 5_000)
    indexed = {p.ref for p in store.paragraphs([rowid for rowid, _ in hits]).values()}
    if indexed != expected or indexer.inverted.count != len(expected):
        wrong.append(f"{len(expected)} paragraphs stored, {len(indexed)} found, {indexer.inverted.count} indexed")
    indexer.close()
    store.close()
    return wrong


def whole(stored: Article) -> bool:
    """Are all paragraphs there, of one version?"""
    return stored == article(stored.source.id, version_of(stored), len(stored.paragraphs)) and stored.paragraphs[
        0
    ].text.split()[3] == str(len(stored.paragraphs))


def version_of(stored: Article) -> int:
    """The version that an article's first paragraph tells."""
    return int(stored.paragraphs[0].text.split()[1].removeprefix("version"))


def run(rounds: int, place: Path) -> dict[str, object]:
    """All rounds on one store."""
    path = place / "killed.db"
    dice = random.Random(rounds)
    known: Versions = {}
    wrong: list[str] = []
    commits = 0
    for number in range(1, rounds + 1):
        told, about, times = one_round(path, number, dice)
        known |= told
        commits += times
        wrong += [f"round {number}: {fault}" for fault in faults(path, known, about)]
        known = present(path)
    return {"rounds": rounds, "writers": len(WRITERS), "commits_told": commits, "articles": len(known), "faults": wrong}


def present(path: Path) -> Versions:
    """The versions that are stored."""
    store = Store.open(path)
    versions = {stored.source.id: version_of(stored) for stored in store.articles()}
    store.close()
    return versions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the loop, or be one of its writers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--name", help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.write:
        write_forever(asked.write, asked.name, asked.seed)
    with tempfile.TemporaryDirectory() as place:
        report = run(asked.rounds, Path(place))
    print(json.dumps(report))
    return 1 if report["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
