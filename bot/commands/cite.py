"""`trich cite`: a cited paragraph as it is stored, and whether it still says what was cited."""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import closing
from typing import Any

from bot.commands.opening import print_json, settings_of
from bot.errors import ArticleError
from bot.ingest.article.dateline import event_dates
from bot.models import Citation
from bot.present.terminal import credit
from bot.retrieval.storage.resolution import Resolution, resolve


def run(args: argparse.Namespace) -> int:
    """Shows the paragraph; what became of a citation is a result, so the status is 0. ArticleError for no such ref."""
    from bot.wiring import open_collection

    wanted = _hash(args.hash)
    with closing(open_collection(args.articles, args.index, settings_of(args))) as collection:
        collection.refresh_if_possible()
        stored = collection.store.paragraph(args.ref)
        if wanted:
            found = resolve(collection.store, args.ref, wanted)
        elif stored:
            found = Resolution("current", stored)
        else:
            raise ArticleError(f"There is no paragraph {args.ref!r}; `trich articles` lists the articles.")
    told = _told(args.ref, found)
    if args.json:
        print_json(told, indent=2)
    else:
        lines = [told["status"]]
        if found.paragraph:
            days = [f"tells of {', '.join(told['tells_of'])}"] if told["tells_of"] else []
            lines += [told["credit"], *days, told["text"], told["hash"]]
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _hash(text: str | None) -> str | None:
    if text is not None and not re.fullmatch(r"[0-9a-fA-F]{32}", text):
        raise ArticleError(f"A citation's hash has 32 hexadecimal digits; {text[:40]!r} has not.")
    return text


def _told(ref: str, found: Resolution) -> dict[str, Any]:
    told: dict[str, Any] = {"schema": 1, "ref": ref, "status": found.status}
    if found.paragraph:
        whole = Citation(found.paragraph, 0, len(found.paragraph.text))
        told |= {
            "credit": credit(whole),
            "now": found.paragraph.ref,
            "published": published.isoformat() if (published := found.paragraph.source.published) else None,
            "tells_of": [note.day.isoformat() for note in event_dates(found.paragraph)],
            "text": found.paragraph.text,
            "hash": found.paragraph.hash,
        }
    return told
