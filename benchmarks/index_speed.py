"""How fast the store takes paragraphs in and finds them again.

    python benchmarks/index_speed.py XQUAD_FOLDER 10000 100000

Prints one JSON line a size. The articles are made up and written to a file beforehand; reading them back, analysis,
SQLite, tantivy and all flushes to disk are in the time. `peak_mb` is the process's peak resident memory, mapped files
included, so give sizes in rising order; `worker_mb` that of the analysing worker.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.news_like import articles, xquad
from bot.language.detect import language_of
from bot.language.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Filters, Paragraph, Source
from bot.retrieval.changes import PutArticle
from bot.retrieval.indexing import Indexer, index_folder
from bot.retrieval.inverted import Inverted
from bot.retrieval.store import Store
from bot.retrieval.weighted import WeightedTerm


def write_down(made: Iterable[Article], file: Path) -> None:
    """One article a line."""
    with file.open("w", encoding="utf-8") as lines:
        for article in made:
            source = article.source
            head = [source.id, source.language, source.title, source.outlet, str(source.published), source.file]
            lines.write(json.dumps([head, [p.text for p in article.paragraphs]]) + "\n")


def read_back(file: Path) -> Iterator[PutArticle]:
    """The articles of `write_down`, one at a time."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            (article_id, language, title, outlet, day, name), texts = json.loads(line)
            source = Source(article_id, language, title, outlet, date.fromisoformat(day), None, name)
            body = (Paragraph(source, number, text, "body", language) for number, text in enumerate(texts, 1))
            yield PutArticle(Article(source, tuple(body)))


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
    written = place / f"{paragraphs}.jsonl"
    write_down(articles(folder, paragraphs), written)
    start, cpu = time.perf_counter(), time.process_time()
    indexer.apply(read_back(written))
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    written.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
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
        "peak_mb": round(peak / 1024),
        "worker_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
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
