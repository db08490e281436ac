"""How fast `trich index FOLDER` takes plain text in, a file an article, and how fast the store finds it again.

    python benchmarks/index_speed.py XQUAD_FOLDER 10000 100000

Prints one JSON line a size. The articles are made up and written beforehand; reading the files, near copies, analysis,
SQLite, tantivy, twins in the other language and all flushes to disk are in the time. `cpu_seconds` is that of all
processes; `peak_mb` is the main process's peak resident memory, mapped files included, so give sizes in rising order;
`worker_mb` that of the largest worker. `again_seconds`: a second run in which nothing changed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.news_like import articles, xquad
from bot.language.words.detect import language_of
from bot.language.words.terms import analyse
from bot.models import Filters
from bot.retrieval.indexing.indexer import index_folder
from bot.retrieval.inverted import Inverted
from bot.retrieval.terms.weighted import WeightedTerm
from bot.settings import Settings
from bot.wiring import open_collection

IN_A_FOLDER = 1_000
SETTLED = 1_700_000_000
"""The files' time, s since the epoch: one written a moment ago would be read twice, as it may still be growing."""


def write_down(xquad_folder: Path, paragraphs: int, folder: Path) -> None:
    """A text file an article, some hundred in a folder."""
    for number, article in enumerate(articles(xquad_folder, paragraphs)):
        file = folder / str(number // IN_A_FOLDER) / f"{article.source.id}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n\n".join(p.text for p in article.paragraphs) + "\n", encoding="utf-8")
        os.utime(file, (SETTLED, SETTLED))


def cpu() -> float:
    """Seconds of CPU that this process and its ended workers took."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


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
    """Index so many paragraphs into a fresh store, search it, index again, and open it again."""
    path, written = place / f"{paragraphs}.db", place / str(paragraphs)
    write_down(folder, paragraphs, written)
    collection = open_collection([str(written)], path, Settings())
    start, used = time.perf_counter(), cpu()
    collection.refresh()
    seconds, used = time.perf_counter() - start, cpu() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    inverted = collection.indexer.inverted
    questions = [q for language in ("en", "vi") for q in xquad(folder, language)[1][:100]]
    percentiles(inverted, questions, Filters())
    p50, p95 = percentiles(inverted, questions, Filters())
    filtered, _ = percentiles(inverted, questions, Filters(languages=("vi",), articles=("news-1", "news-3")))
    stored, indexed = collection.store.counts().paragraphs, inverted.count
    start = time.perf_counter()
    collection.refresh()
    again = time.perf_counter() - start
    collection.close()
    start = time.perf_counter()
    open_collection([str(written)], path, Settings()).close()
    opened = (time.perf_counter() - start) * 1000
    return {
        "paragraphs": stored,
        "indexed": indexed,
        "seconds": round(seconds, 2),
        "per_second": round(stored / seconds),
        "cpu_seconds": round(used, 2),
        "again_seconds": round(again, 2),
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
