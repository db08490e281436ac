"""How fast the store takes paragraphs in and finds them again.

    python benchmarks/index_speed.py XQUAD_FOLDER 10000 100000

Prints one JSON line a size. The time for making up the articles is left out; analysis, SQLite, tantivy and all flushes
to disk are in it. `peak_mb` is the process's peak resident memory, so give sizes in rising order.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.news_like import articles, xquad
from bot.language.detect import language_of
from bot.language.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Filters
from bot.retrieval.changes import PutArticle
from bot.retrieval.indexing import Indexer, index_folder
from bot.retrieval.inverted import Inverted
from bot.retrieval.store import Store
from bot.retrieval.weighted import WeightedTerm


class Stopwatch:
    """Passes articles on and adds up the seconds that making them took."""

    def __init__(self, made: Iterator[Article]) -> None:
        self._made = made
        self.seconds = 0.0

    def __iter__(self) -> Iterator[PutArticle]:
        while True:
            start = time.perf_counter()
            article = next(self._made, None)
            self.seconds += time.perf_counter() - start
            if article is None:
                return
            yield PutArticle(article)


def percentiles(inverted: Inverted, questions: list[str], filters: Filters) -> tuple[float, float]:
    """p50 and p95 of a top-10 search over all analysed fields, ms."""
    times = []
    for question in questions:
        fields = analyse(question, language_of(question))
        query = [WeightedTerm(field, term) for field, terms in fields.items() for term in terms]  # type: ignore[arg-type]
        start = time.perf_counter()
        inverted.search(query, 10, filters)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def measure(folder: Path, paragraphs: int, place: Path) -> dict[str, float]:
    """Index so many paragraphs into a fresh store, search it, and open it again."""
    path = place / f"{paragraphs}.db"
    store = Store.open(path)
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    stopwatch = Stopwatch(articles(folder, paragraphs))
    start, cpu = time.perf_counter(), time.process_time()
    indexer.apply(stopwatch)
    seconds = time.perf_counter() - start - stopwatch.seconds
    cpu = time.process_time() - cpu - stopwatch.seconds
    questions = [q for language in ("en", "vi") for q in xquad(folder, language)[1][:100]]  # type: ignore[arg-type]
    percentiles(indexer.inverted, questions, Filters())
    p50, p95 = percentiles(indexer.inverted, questions, Filters())
    filtered, _ = percentiles(indexer.inverted, questions, Filters(languages=("vi",), outlets=("Outlet 1", "Outlet 3")))
    count = indexer.inverted.count
    indexer.close()
    store.close()
    start = time.perf_counter()
    store = Store.open(path)
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    opened = (time.perf_counter() - start) * 1000
    indexer.close()
    store.close()
    return {
        "paragraphs": paragraphs,
        "indexed": count,
        "seconds": round(seconds, 2),
        "per_second": round(paragraphs / seconds),
        "cpu_seconds": round(cpu, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "store_mb": round(path.stat().st_size / 1e6, 1),
        "index_mb": round(sum(f.stat().st_size for f in index_folder(path).iterdir()) / 1e6, 1),
        "query_p50_ms": round(p50, 2),
        "query_p95_ms": round(p95, 2),
        "filtered_p50_ms": round(filtered, 2),
        "open_ms": round(opened, 1),
    }


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("xquad", nargs="?", type=Path, default=os.environ.get("TRICH_XQUAD"))
    parser.add_argument("sizes", nargs="+", type=int)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for size in asked.sizes:
            print(json.dumps(measure(Path(asked.xquad), size, Path(place))), flush=True)


if __name__ == "__main__":
    main()
