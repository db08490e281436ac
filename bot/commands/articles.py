"""`trich articles` lists a collection, `trich remove` takes an article out of the store."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from typing import Any

from bot.collection import Collection
from bot.commands.opening import print_json, settings_of
from bot.errors import ArticleError
from bot.retrieval.indexing.changes import RemoveArticle
from bot.retrieval.relations.near import near_articles
from bot.retrieval.storage.rows import ArticleHead


def run(args: argparse.Namespace) -> int:
    """Lists the articles, ordered by id."""
    with closing(_opened(args)) as collection:
        collection.refresh_if_possible()
        heads, near = collection.store.heads(), near_articles(collection.store)
    rows = [{**_head(head), "nearly_in": [_near(*copy) for copy in near.get(head.source.id, ())]} for head in heads]
    if args.json:
        print_json({"schema": 1, "articles": rows}, indent=2)
        return 0
    for told in rows:
        parts = (
            told["source"],
            told["published"] or "day unknown",
            told["language"],
            f"{told['paragraphs']} paragraphs",
        )
        sys.stdout.write(
            f"{told['id']}  {told['title'] or '(no title)'}\n    {' · '.join(p for p in parts if p)} · {told['file']}\n"
        )
        if copies := ", ".join(copy["id"] for copy in told["nearly_in"]):
            sys.stdout.write(f"    nearly the same words in {copies}\n")
    return 0


def remove(args: argparse.Namespace) -> int:
    """Removes one article; it comes back when its file is still there and changes. ArticleError when there is none."""
    with closing(_opened(args)) as collection:
        if collection.store.article(args.id) is None:
            raise ArticleError(
                f"There is no article {args.id!r} in {collection.store.path}; `trich articles` lists them."
            )
        collection.indexer.apply([RemoveArticle(args.id)])
    sys.stdout.write(f"Removed {args.id}.\n")
    return 0


def _opened(args: argparse.Namespace) -> Collection:
    from bot.wiring import open_collection

    return open_collection(args.articles, args.index, settings_of(args))


def _near(article_id: str, similarity: float) -> dict[str, Any]:
    return {"id": article_id, "similarity": similarity}


def _head(head: ArticleHead) -> dict[str, Any]:
    source = head.source
    return {
        "id": source.id,
        "title": source.title,
        "source": source.outlet,
        "language": source.language,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "file": source.file,
        "paragraphs": head.paragraphs,
    }
