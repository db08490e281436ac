"""JSON and JSON Lines of articles -> drafts.

A JSON file is one object, a list of objects, or an object whose `articles`, `items`, `data` or `documents` is such a
list; a JSON Lines file has an object a line. Known keys, first match wins: text, content, body, article, paragraphs (a
list of texts), articleBody; title, headline, name; outlet, source, publisher, site; published, date, datePublished,
published_at, pubDate; url, link; id, guid; language, lang.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import Any, get_args

from bot.errors import ArticleError
from bot.ingest.text.calendar import full_date
from bot.ingest.text.draft import Block, Draft
from bot.ingest.text.encodings import decode
from bot.ingest.text.identity import fingerprint
from bot.ingest.text.paragraphs import split_paragraphs
from bot.language.words.normalise import clean
from bot.models import Language
from bot.settings import Settings

_TEXT = ("text", "content", "body", "article", "paragraphs", "articleBody")
_TITLE = ("title", "headline", "name")
_OUTLET = ("outlet", "source", "publisher", "site", "site_name")
_PUBLISHED = ("published", "date", "datePublished", "published_at", "publishedAt", "pubDate", "publish_date")
_URL = ("url", "link")
_ID = ("id", "guid", "_id")
_LISTS = ("articles", "items", "data", "documents", "results")
_MAX_RECORDS = 100_000
_NAMED = 5
"""Places of wrong records that the report names."""


def read(content: bytes, name: str, settings: Settings) -> list[Draft]:
    """The articles of a JSON file; a wrong line or record is left out and the first draft's remark says which.

    Raises ArticleError naming the file and the place when none is right, or when a file that is one JSON text is broken.
    """
    decoded = decode(content, name)
    in_lines = name.lower().endswith(("jsonl", "ndjson"))
    rows = _lines(decoded.text) if in_lines else _records(decoded.text, name)
    if len(rows) > _MAX_RECORDS:
        raise ArticleError(f"{name} holds more than {_MAX_RECORDS} articles.")
    drafts: list[Draft] = []
    wrong: dict[str, str] = {}
    for place, row in rows:
        try:
            record = _parsed(row, name, place) if in_lines else row
            drafts.append(_draft(record, name, place, alone=len(rows) == 1))
        except ArticleError as error:
            wrong[place] = str(error)
    if wrong and not drafts:
        raise ArticleError(next(iter(wrong.values())))
    if wrong:
        drafts[0] = replace(drafts[0], remark=_left_out(wrong, len(rows), name))
    return _told_apart(drafts)


def _left_out(wrong: dict[str, str], total: int, name: str) -> str:
    """For the report: which lines or records were left out, and why the first was."""
    places = ", ".join(islice(wrong, _NAMED)) + (", …" if len(wrong) > _NAMED else "")
    return f"{name}: {len(wrong)} of {total} left out ({places}). {next(iter(wrong.values()))}"


def _lines(text: str) -> list[tuple[str, str]]:
    return [(f"line {number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _records(text: str, name: str) -> list[tuple[str, Any]]:
    if not text.strip():
        return []
    data = _parsed(text, name, "")
    if isinstance(data, dict) and not any(key in data for key in _TEXT):
        data = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), data)
    rows = data if isinstance(data, list) else [data]
    return [(f"article {number}", row) for number, row in enumerate(rows, 1)]


def _parsed(text: str, name: str, place: str) -> Any:
    try:
        return json.loads(text, parse_constant=lambda name: None)
    except json.JSONDecodeError as error:
        where = place or f"line {error.lineno}"
        raise ArticleError(f"{name} is not valid JSON at {where}: {error.msg}.") from None
    except (RecursionError, ValueError):
        where = f" at {place}" if place else ""
        raise ArticleError(f"{name} is JSON{where} that is nested too deep or holds a number too long.") from None


def _draft(row: Any, name: str, place: str, *, alone: bool) -> Draft:
    if not isinstance(row, dict):
        raise ArticleError(f"{name}: {place} is not a JSON object with a text.")
    parts = _parts(next((row[key] for key in _TEXT if row.get(key)), None))
    if parts is None:
        raise ArticleError(f"{name}: {place} has no text under any of the keys {', '.join(_TEXT)}.")
    cleaned = [clean(part) for part in parts]
    blocks = [Block(p) for part in cleaned for p in split_paragraphs(part.text)]
    title = " ".join(clean(_line(row, _TITLE) or "").text.split()) or None
    language = row.get("language") or row.get("lang")
    given: Language | None = language if language in get_args(Language) else None
    return Draft(
        blocks=(*_headline(title, blocks), *blocks),
        title=title,
        outlet=_line(row, _OUTLET),
        published=full_date(_line(row, _PUBLISHED) or ""),
        url=_line(row, _URL),
        language=given,
        key="" if alone else _line(row, _ID) or _line(row, _URL) or fingerprint(*parts)[:8],
        removed=sum(part.removed for part in cleaned),
        cleaned=True,
    )


def _headline(title: str | None, blocks: list[Block]) -> list[Block]:
    """The title as the first paragraph, unless the text begins with it."""
    if not title or (blocks and blocks[0].text.strip().casefold() == title.strip().casefold()):
        return []
    return [Block(title, "title")]


def _parts(value: Any) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        parts = [item if isinstance(item, str) else item.get("text") for item in value if isinstance(item, str | dict)]
        return [part for part in parts if isinstance(part, str)] or None
    return None


def _line(row: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = row.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def _told_apart(drafts: list[Draft]) -> list[Draft]:
    """Records with one key between them (the same id twice) are told apart by their place among those."""
    seen: dict[str, int] = {}
    apart: list[Draft] = []
    for draft in drafts:
        count = seen[draft.key] = seen.get(draft.key, 0) + 1
        apart.append(draft if count == 1 else replace(draft, key=f"{draft.key}~{count}"))
    return apart
