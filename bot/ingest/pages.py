"""A saved or fetched page of a news site -> a draft of its article.

trafilatura says which text is the article (A. Barbaresi, ACL 2021, https://aclanthology.org/2021.acl-demo.15/); its
output loses captions, headlines and some paragraph breaks, so the paragraphs are read off the page itself, from the
smallest element that holds what trafilatura chose.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from copy import deepcopy

from bot.ingest.blocks import PageBlock, page_blocks
from bot.ingest.boilerplate import remove_boilerplate
from bot.ingest.calendar import full_date
from bot.ingest.draft import Block, Draft, Hint
from bot.ingest.hidden import remove_hidden
from bot.ingest.markup import Element, parse_page
from bot.ingest.metadata import PageHead, page_head
from bot.ingest.paragraphs import split_paragraphs
from bot.language.normalise import canonical
from bot.settings import Settings

_DOUBT = 0.25
_MOST = 0.9
_LEAD_CHARS = 40
_LINKED = 0.6
_SCRIPT_PAGE = 0.3


def read(content: bytes, name: str, settings: Settings) -> list[Draft]:
    """The article of a page; raises ArticleError when it is no page that can be read."""
    tree, removed = parse_page(content, name)
    return [page_draft(tree, removed=removed)]


def page_draft(tree: Element, *, removed: int = 0, url: str | None = None) -> Draft:
    """The draft of a parsed page (the tree is changed); `url` is where it was fetched from."""
    head = page_head(tree)
    hidden = remove_hidden(tree)
    chosen = _Chosen(tree)
    remove_boilerplate(tree, chosen.share)
    blocks = _article_blocks(tree, head, chosen)
    if head.body and sum(len(b.text) for b in blocks) < _SCRIPT_PAGE * len(head.body):
        blocks = [*([Block(head.title, "title")] if head.title else []), *map(Block, split_paragraphs(head.body))]
    return Draft(
        blocks=tuple(blocks),
        title=head.title,
        outlet=head.outlet,
        published=head.published,
        url=head.url or url,
        removed=removed,
        remark=f"{hidden} characters of hidden text were left out." if hidden else "",
    )


class _Chosen:
    """The text that trafilatura takes for the article, to weigh elements and blocks with."""

    def __init__(self, tree: Element) -> None:
        self._text = _squeezed(_main_text(tree))
        self.known = len(self._text) > 150

    def holds(self, text: str) -> bool:
        """Does the chosen text hold this one, spaces and punctuation apart?"""
        squeezed = _squeezed(text)
        return bool(squeezed) and squeezed in self._text

    def share(self, element: Element) -> float:
        """The share of the chosen text that stands in the element, 0..1."""
        if not self.known:
            return 0.0
        inside = sum(len(_squeezed(b.text)) for b in page_blocks(element) if self.holds(b.text))
        return min(1.0, inside / len(self._text))

    def weigh(self, block: PageBlock) -> float:
        """The characters of a block that count: chosen ones in full, links not at all."""
        sure = 1.0 if not self.known or self.holds(block.text) else _DOUBT
        return len(block.text) * sure * (1 - block.link_share)


def _main_text(tree: Element) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(deepcopy(tree), include_comments=False, include_tables=True, output_format="txt")
    return found or ""


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", canonical(text))


def _article_blocks(tree: Element, head: PageHead, chosen: _Chosen) -> list[Block]:
    blocks = page_blocks(tree)
    if not blocks:
        return []
    container = _container(tree, blocks, chosen)
    inside = [i for i, block in enumerate(blocks) if _within(block.element, container)]
    first, last = (inside[0], inside[-1]) if inside else (0, len(blocks) - 1)
    start = _headline(blocks, head, last)
    kept: list[Block | None] = []
    for index, block in enumerate(blocks[start or 0 : last + 1], start or 0):
        if index == start:
            kept.append(Block(block.text, "title"))
        elif _belongs(block) if index >= first else start is not None and _is_lead(block):
            kept.append(Block(block.text, _hint_of(block, head)))
        else:
            kept.append(None)
    return _without_idle_headings(kept)


def _without_idle_headings(blocks: Sequence[Block | None]) -> list[Block]:
    """The blocks that are left; a heading goes with the lines under it when they were all taken out (None)."""
    kept: list[Block] = []
    under: list[Block | None] = []
    for block in reversed(blocks):
        if block and block.hint == "heading":
            if any(under):
                kept.append(block)
            under = []
        else:
            under.append(block)
            if block:
                kept.append(block)
    return kept[::-1]


def _container(tree: Element, blocks: Sequence[PageBlock], chosen: _Chosen) -> Element:
    """The smallest element that holds nine tenths of the weighed text."""
    weights: dict[Element, float] = {}
    total = 0.0
    for block in blocks:
        weight = chosen.weigh(block)
        total += weight
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0.0) + weight
    container = tree
    while True:
        child = max(container, key=lambda e: weights.get(e, 0.0), default=None)
        if child is None or weights.get(child, 0.0) < _MOST * total or child.tag in ("p", "tr", "td", "ul", "ol"):
            return container
        container = child


def _within(element: Element, container: Element) -> bool:
    return element is container or any(ancestor is container for ancestor in element.iterancestors())


def _same(one: str, other: str) -> bool:
    return _squeezed(one) == _squeezed(other)


def _headline(blocks: Sequence[PageBlock], head: PageHead, last: int) -> int | None:
    """The block that is the headline: the known title's words, else the last <h1> up to the article's end."""
    if head.title:
        for index, block in enumerate(blocks[: last + 1]):
            if _same(block.text, head.title):
                return index
    titles = [index for index, block in enumerate(blocks[: last + 1]) if block.hint == "title"]
    return titles[-1] if titles else None


def _is_lead(block: PageBlock) -> bool:
    """Between headline and text stand the lead and the first picture, but also dates, share bars and links."""
    if block.hint in ("byline", "caption"):
        return True
    return len(block.text) >= _LEAD_CHARS and block.link_share < _DOUBT


def _belongs(block: PageBlock) -> bool:
    """Inside the article only lines of links are left out; a picture with its caption may be a link."""
    return block.hint == "caption" or block.link_share <= _LINKED or len(block.text) > 300


def _hint_of(block: PageBlock, head: PageHead) -> Hint:
    author = _squeezed(head.author or "")
    text = _squeezed(block.text) if author and len(block.text) < 100 else ""
    if text and (text == author or (text.startswith(author) and full_date(block.text))):
        return "byline"
    return "heading" if block.hint == "title" else block.hint
