"""The head of a page from its JSON-LD, OpenGraph and <meta> tags, and its <title>."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.ingest.html.markup import Element, words_of
from bot.ingest.text.calendar import full_date

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")
_SITE_SUFFIX = re.compile(r"(?<!\s)\s++(?:[-–—|»:·•]|::)\s+[^-–—|»·•]{1,60}$")
_LD_CHARS = 2_000_000
_LD_DEPTH = 8


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page's markup says of its article; every field may be missing. `body` is JSON-LD's articleBody."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    description: str | None = None
    body: str | None = None


def page_head(tree: Element) -> PageHead:
    """The head of the page; must run before scripts are removed."""
    article = _linked_article(tree)
    meta = _metas(tree)
    outlet = _name(article.get("publisher")) or meta.get("og:site_name") or meta.get("application-name")
    title = _text(article.get("headline")) or meta.get("og:title") or meta.get("twitter:title")
    return PageHead(
        title=_without_site(title, outlet) if title else _title_tag(tree),
        outlet=outlet,
        published=_published(article, meta, tree),
        url=_address(meta.get("og:url")) or _canonical(tree) or _address(_text(article.get("url"))),
        author=_name(article.get("author")) or meta.get("author"),
        description=_text(article.get("description")) or meta.get("description") or meta.get("og:description"),
        body=_text(article.get("articleBody")),
    )


def _metas(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        value = " ".join((meta.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return found


def _linked_article(tree: Element) -> dict[str, Any]:
    """The first JSON-LD object of an article type; broken JSON is passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _LD_CHARS:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, _LD_DEPTH):
            types = node.get("@type")
            if any(
                isinstance(t, str) and _ARTICLE_TYPES.search(t) for t in (types if isinstance(types, list) else [types])
            ):
                return node
    return {}


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for value in data.values():
            if isinstance(value, dict | list):
                yield from _nodes(value, depth - 1)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _published(article: dict[str, Any], meta: dict[str, str], tree: Element) -> date | None:
    keys = ("article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate", "date", "dc.date.issued",
            "dc.date", "parsely-pub-date", "sailthru.date", "publish-date", "article:published")  # fmt: skip
    for text in (_text(article.get("datePublished")), *(meta.get(key) for key in keys)):
        if text and (day := full_date(text[:60])):
            return day
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib or time.get("datetime"):
            return full_date((time.get("datetime") or words_of(time))[:60])
    return None


def _canonical(tree: Element) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return _address(link.get("href"))
    return None


def _address(value: str | None) -> str | None:
    value = (value or "").strip()
    return value if re.fullmatch(r"https?://[^\s<>\"']{3,2000}", value) else None


def _without_site(title: str, outlet: str | None) -> str:
    suffix = _SITE_SUFFIX.search(title)
    return title[: suffix.start()] if suffix and outlet and outlet.lower() in suffix[0].lower() else title


def _title_tag(tree: Element) -> str | None:
    title = next(iter(tree.iter("title")), None)
    text = words_of(title) if title is not None else ""
    return _SITE_SUFFIX.sub("", text) or None
