"""RSS 0.9-2.0, RSS 1.0 and Atom feeds -> a draft for each item. No entities are expanded, nothing is fetched."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from lxml import etree

from bot.errors import ArticleError
from bot.ingest.html.blocks import page_blocks
from bot.ingest.html.hidden import remove_hidden
from bot.ingest.html.markup import Element, parse_page, words_of
from bot.ingest.text.calendar import full_date
from bot.ingest.text.draft import Block, Draft
from bot.ingest.text.encodings import decode
from bot.ingest.text.identity import fingerprint
from bot.settings import Settings

_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MAX_ITEMS = 10_000
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&[a-z]+;")


def read(content: bytes, name: str, settings: Settings) -> list[Draft]:
    """The items of a feed; raises ArticleError when the XML is broken, declares entities or is no feed."""
    return feed_drafts(content, name)


def feed_drafts(content: bytes, name: str) -> list[Draft]:
    """`read` for bytes from anywhere."""
    root, removed = _root(content, name)
    channel = next((e for e in root.iter() if _tag(e) in ("channel", "feed")), None)
    items = [e for e in root.iter() if _tag(e) in ("item", "entry")]
    if channel is None and not items:
        raise ArticleError(f"{name} is XML but no RSS or Atom feed.")
    if len(items) > _MAX_ITEMS:
        raise ArticleError(f"{name} is a feed of more than {_MAX_ITEMS} items.")
    outlet = _child_text(channel, "title") if channel is not None else None
    drafts = [_draft(item, outlet, name) for item in items]
    unique = {draft.key: draft for draft in reversed(drafts)}
    kept = [draft for draft in drafts if unique.get(draft.key) is draft]
    if kept and removed:
        kept[0] = Draft(kept[0].blocks, *_head_of(kept[0]), key=kept[0].key, removed=removed, remark=kept[0].remark)
    return kept


def _head_of(draft: Draft) -> tuple[str | None, str | None, date | None, str | None]:
    return draft.title, draft.outlet, draft.published, draft.url


def _root(content: bytes, name: str) -> tuple[Element, int]:
    declared = re.search(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.-]{2,40})", content[:300])
    decoded = decode(content, name, declared=declared[1].decode("ascii") if declared else None)
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", decoded.text)
    if _DOCTYPE.search(text):
        raise ArticleError(f"{name} declares a document type or entities, which feeds are not read with.")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser=parser), decoded.removed
    except etree.XMLSyntaxError as error:
        line = f" at line {error.lineno}" if error.lineno else ""
        raise ArticleError(f"{name} is not well-formed XML{line}.") from None


def _tag(element: Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _child(item: Element, *names: str) -> Element | None:
    for name in names:
        for child in item:
            if _tag(child) == name:
                return child
    return None


def _child_text(item: Element, *names: str) -> str | None:
    child = _child(item, *names)
    return words_of(child) or None if child is not None else None


def _draft(item: Element, outlet: str | None, name: str) -> Draft:
    title = _plain(_child_text(item, "title") or "", name)
    url = _link(item)
    body = _richest(item)
    blocks = _html_blocks(body, name)
    identity = _child_text(item, "guid", "id") or url or fingerprint(title, body)[:8]
    source = _child_text(item, "source", "publisher")
    return Draft(
        blocks=(*([Block(title, "title")] if title else []), *blocks),
        title=title or None,
        outlet=source or outlet,
        published=_when(_child_text(item, "pubdate", "published", "date", "issued", "created", "updated")),
        url=url,
        key=identity,
    )


def _richest(item: Element) -> str:
    """The longest of the item's texts: content:encoded, Atom content, description, summary."""
    texts = [_inner(child) for child in item if _tag(child) in ("encoded", "content", "description", "summary")]
    return max(texts, key=len, default="")


def _inner(element: Element) -> str:
    if len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    return element.text or ""


def _link(item: Element) -> str | None:
    for child in item:
        if _tag(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if re.fullmatch(r"https?://[^\s<>\"']{3,2000}", address):
                return address
    return None


def _when(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return full_date(text)


def _plain(text: str, name: str) -> str:
    return " ".join(b.text for b in _html_blocks(text, name)) if _MARKUP.search(text) else " ".join(text.split())


def _html_blocks(html: str, name: str) -> list[Block]:
    """The paragraphs of an item's HTML; an item holds its article alone, so nothing is taken for a menu."""
    if not html.strip():
        return []
    tree, _ = parse_page(f"<div>{html}</div>".encode("utf-8", "replace"), name)
    remove_hidden(tree)
    return [
        Block(b.text, "heading" if b.hint == "title" else b.hint)
        for b in page_blocks(tree)
        if b.link_share < 0.9 or len(b.text) > 300
    ]
