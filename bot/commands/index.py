"""`trich index`: read articles into the store, report every file, and follow the folders if asked."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path
from threading import Event

from bot.collection import Collection, CollectionReport
from bot.commands.opening import print_json, settings_of
from bot.errors import TrichError
from bot.ingest.intake.reading import Reading

_TROUBLE = ("skipped", "refused", "duplicate")


def run(args: argparse.Namespace) -> int:
    """Indexes; with --watch again whenever a file changes, until stopped."""
    from bot.wiring import open_collection

    with closing(open_collection(args.paths, args.index, settings_of(args))) as collection:
        _report(_refreshed(collection), collection, args.json)
        if args.watch:
            _follow(collection, args.json)
    return 0


def _refreshed(collection: Collection) -> CollectionReport:
    """Brings the store in step behind a progress bar, which shows on a terminal only."""
    from tqdm import tqdm

    with tqdm(unit=" files", disable=not sys.stderr.isatty(), leave=False, delay=0.3) as bar:

        def tell(reading: Reading) -> None:
            """One more file on the bar."""
            bar.update()

        return collection.refresh(tell)


def _report(report: CollectionReport, collection: Collection, as_json: bool) -> None:
    if as_json:
        print_json(report.to_dict(), indent=2)
        return
    told, counts = report.to_dict(), collection.store.counts()
    lines = [
        f"{row.status}: {row.reason}"
        for row in report.files.rows
        if row.status in _TROUBLE or (row.reason and row.status == "read")
    ]
    lines.append("Files: " + ", ".join(f"{n} {status}" for status, n in told["files"].items() if n) + ".")
    articles = told["articles"]
    lines.append("Articles: " + ", ".join(f"{articles[k]} {k}" for k in ("added", "changed", "removed", "moved")) + ".")
    lines.append(f"The store {collection.store.path} holds {counts.articles} articles, {counts.paragraphs} paragraphs.")
    sys.stdout.write("\n".join(lines) + "\n")


def _follow(collection: Collection, as_json: bool) -> None:
    from bot.retrieval.indexing.watch import watch

    def again(files: tuple[str, ...]) -> None:
        """Indexes once more and reports; a fault is told and the watch goes on."""
        try:
            _report(_refreshed(collection), collection, as_json)
        except TrichError as error:
            # A folder that is empty for a moment must not end the watch.
            sys.stderr.write(f"trich: {error}\n")
        sys.stdout.flush()

    watch(
        [Path(p) for p in collection.paths if os.path.exists(p)], again, stop=Event(), passed_over=collection.own_files
    )
