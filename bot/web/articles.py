"""Articles for the page's list and source panel: heads, filters, paragraphs, twins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from bot.engine import NewsBot
from bot.ingest.article.dateline import event_dates
from bot.language.words.normalise import fold
from bot.models import Article, Filters, Language, Paragraph, Source
from bot.settings import Settings
from bot.web.workspace import Head


class Search(BaseModel):
    """How to filter a list of articles; all conditions must hold, `text` is looked for in title, outlet and file."""

    text: Annotated[str, Field(max_length=300)] = ""
    outlet: str = ""
    language: Language | None = None
    since: date | None = None
    until: date | None = None
    offset: Annotated[int, Field(ge=0)] = 0
    limit: Annotated[int, Field(ge=1, le=500)] = 100


def heads_json(heads: Sequence[Head], bot: NewsBot, search: Search) -> dict[str, Any]:
    """The page of heads that a search asks for, how many there are in all, and the outlets to choose from.

    Where no title, outlet or file matches `text`, the articles whose paragraphs match it are listed.
    """
    fitting = [h for h in heads if _fits(h.source, search)]
    words = fold(search.text).split()
    named = [h for h in fitting if _named(h.source, words)] if words else fitting
    if words and not named:
        about = {p.paragraph.source.id for p in bot.retrieve(search.text, limit=50, filters=Filters())}
        named = [h for h in fitting if h.source.id in about]
    shown = named[search.offset : search.offset + search.limit]
    outlets = sorted({h.source.outlet for h in heads if h.source.outlet})
    return {
        "total": len(named), "all": len(heads), "outlets": outlets,
        "articles": [{**source_json(h.source), "paragraphs": h.paragraphs, "own": h.own} for h in shown],
    }  # fmt: skip


def _fits(source: Source, search: Search) -> bool:
    if (search.outlet and source.outlet != search.outlet) or (search.language and source.language != search.language):
        return False
    if not (search.since or search.until):
        return True
    day = source.published
    return bool(day and (not search.since or day >= search.since) and (not search.until or day <= search.until))


def _named(source: Source, words: Sequence[str]) -> bool:
    haystack = fold(" ".join(part for part in (source.title, source.outlet, source.file, source.id) if part))
    return all(word in haystack for word in words)


def source_json(source: Source) -> dict[str, Any]:
    """The head of an article."""
    return {
        "id": source.id, "title": source.title, "source": source.outlet, "language": source.language,
        "published": source.published.isoformat() if source.published else None, "url": source.url,
        "file": source.file,
    }  # fmt: skip


def article_json(article: Article) -> dict[str, Any]:
    """An article whole, each paragraph with the days that it tells of, which need not be that of the publication."""
    paragraphs = [
        {"ref": p.ref, "number": p.number, "kind": p.kind, "language": p.language, "text": p.text,
         "tells_of": [{"start": n.start, "end": n.end, "day": n.day.isoformat()} for n in event_dates(p)]}
        for p in article.paragraphs
    ]  # fmt: skip
    return {**source_json(article.source), "paragraphs": paragraphs}


def beside(bot: NewsBot, article: Article, number: int, settings: Settings) -> dict[str, Any]:
    """What stands beside a paragraph: its twin, and where else its words, or nearly the same words, stand.

    Searching for its own words finds it, with all of these.
    """
    paragraph = next((p for p in article.paragraphs if p.number == number), None)
    words = paragraph.text[: settings.question_chars] if paragraph else ""
    own = Filters(articles=(article.source.id,))
    for passage in bot.retrieve(words, limit=5, filters=own) if paragraph else ():
        same = (passage.paragraph.ref, *passage.also_in)
        if paragraph and paragraph.ref in same:
            return {
                "twin": _twin_json(passage.twin) if passage.twin else None,
                "also_in": _copies_json(bot, [ref for ref in same if ref != paragraph.ref]),
                "nearly_in": _copies_json(bot, passage.nearly_in),
            }
    return {"twin": None, "also_in": [], "nearly_in": []}


def _twin_json(twin: Paragraph) -> dict[str, Any]:
    return {"ref": twin.ref, "language": twin.language, "source": twin.source.outlet, "text": twin.text}


def _copies_json(bot: NewsBot, refs: Sequence[str]) -> list[dict[str, Any]]:
    articles = {ref: bot.library.article(ref.rpartition("#")[0]) for ref in refs}
    return [{**source_json(article.source), "ref": ref} for ref, article in articles.items() if article]
