"""What a question costs, warm: milliseconds of CPU and of waiting, for the whole answer and for its retrieval alone.

    python -m benchmarks.ask_speed XQUAD_FOLDER [--questions 400] [--made 100000] [--index FILE] [--profile]

One line a collection: the seed articles with the project's own questions, all of XQuAD's development articles in both
languages, and so many made-up paragraphs (benchmarks/news_like.py), indexed into FILE once and asked what they may tell
and what they do not. Each question is asked for the first time after others have warmed the process up; CPU is the
process's own (`time.process_time`), so that a busy machine hardly changes it.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.news_like import articles
from benchmarks.retrieval_quality import xquad
from bot import NewsBot
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.relations.twins import TwinFinder
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store
from bot.settings import Settings
from bot.wiring import build

EVALS = Path(__file__).resolve().parent.parent / "evals"
WARMING = 60


def bot_over(store: Store, made: Callable[[], Sequence[Article]], *, twins: bool) -> NewsBot:
    """The bot without a model over a store, which is filled first when it is empty."""
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    if twins:
        indexer.find_twins = TwinFinder(store, indexer.inverted).find
    if not store.counts().articles:
        indexer.apply(PutArticle(article) for article in made())
    else:
        indexer.catch_up()
    return build(Settings(), PassageRetriever(store, indexer.inverted), store)


def measured(run: Callable[[str], object], warming: Sequence[str], questions: Sequence[str]) -> dict[str, float]:
    """p50 and p95 of CPU and of wall time, ms."""
    for question in warming:
        run(question)
    cpu, wall = [], []
    for question in questions:
        before = time.process_time(), time.perf_counter()
        run(question)
        cpu.append(1000 * (time.process_time() - before[0]))
        wall.append(1000 * (time.perf_counter() - before[1]))
    return {
        f"{name}_{p}": round(value, 1)
        for name, times in (("cpu", cpu), ("wall", wall))
        for p, value in (("p50", statistics.median(times)), ("p95", statistics.quantiles(times, n=20)[-1]))
    }


def report(name: str, bot: NewsBot, warming: Sequence[str], questions: Sequence[str], profile: bool) -> None:
    """The lines of one collection.

    Half of the questions are answered and the others only searched for, as what is remembered of a question from one
    would flatter the other.
    """
    size = bot.retriever._inverted.count  # type: ignore[attr-defined]
    runs = (("ask", bot.ask, questions[::2]), ("retrieve", lambda q: bot.retrieve(q, 8), questions[1::2]))
    for what, run, asked in runs:
        profiler = cProfile.Profile()
        if profile:
            profiler.enable()
        figures = measured(run, warming, asked)
        profiler.disable()
        print(json.dumps({"over": name, "paragraphs": size, "what": what, "n": len(asked), **figures}), flush=True)
        if profile:
            pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


def main() -> None:
    """Measure the three collections."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--made", type=int, default=100_000)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    languages: tuple[Language, ...] = ("en", "vi")
    texts = [article for language in languages for article in xquad(given.folder, language)[0]]
    asked = [case.question for language in languages for case in xquad(given.folder, language)[1]]
    asked = random.Random(7).sample(asked, len(asked))
    warming, asked = asked[:WARMING], asked[WARMING : WARMING + given.questions]
    own, others = (
        [json.loads(line)["question"] for line in (EVALS / name / "questions.jsonl").read_text("utf-8").splitlines()]
        for name in ("seeds", "blind-seeds")
    )
    with tempfile.TemporaryDirectory() as place:
        index = given.index or Path(place) / "made.db"
        seeds = NewsBot.open(index=Path(place) / "seeds.db", settings=Settings())
        report("the seeds", seeds, others, own, given.profile)
        report("XQuAD", bot_over(Store.open(None), lambda: texts, twins=True), warming, asked, given.profile)
        if given.made:
            made = bot_over(Store.open(index), lambda: [*articles(given.folder, given.made)], twins=False)
            report("made up", made, warming, asked, given.profile)
            report("made up, asked what only the seeds tell", made, (), own, given.profile)


if __name__ == "__main__":
    main()
