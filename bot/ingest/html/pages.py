"""A saved or fetched page of a news site -> a draft of its article.

The article is where running text is dense: blocks of some length that are not links (Kohlschütter et al., "Boilerplate
detection using shallow text features", WSDM 2010, https://doi.org/10.1145/1718487.1718542). What surrounds it is taken
out, and the paragraphs are those of the smallest element that holds most of what is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest.html.blocks import PageBlock, page_blocks
from bot.ingest.html.boilerplate import remove_boilerplate
from bot.ingest.html.hidden import remove_hidden
from bot.ingest.html.markup import Element, parse_page
from bot.ingest.html.metadata import PageHead, page_head
from bot.ingest.text.calendar import full_date
from bot.ingest.text.draft import Block, Draft, Hint
from bot.ingest.text.paragraphs import split_paragraphs
from bot.language.words.normalise import canonical
from bot.settings import Settings

_SENTENCE = 40
_LINKS_IN_TEXT = 0.25
_DOUBT = 0.25
_MOST = 0.9
_LEAD_CHARS = 40
_POINT_CHARS = 16
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
    remove_boilerplate(tree, _Dense(tree).share)
    blocks = _article_blocks(tree, head)
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


class _Dense:
    """How much of the page's running text each element holds, to weigh elements and blocks with."""

    def __init__(self, tree: Element) -> None:
        self._inside: dict[Element, int] = {}
        self._total = 0
        for block in page_blocks(tree):
            if is_dense(block):
                self._total += len(block.text)
                for element in (block.element, *block.element.iterancestors()):
                    self._inside[element] = self._inside.get(element, 0) + len(block.text)

    def share(self, element: Element) -> float:
        """The share of the running text that stands in the element, 0..1."""
        return self._inside.get(element, 0) / max(1, self._total)


def is_dense(block: PageBlock) -> bool:
    """Is a block running text: long enough for a sentence, and no link?"""
    return len(block.text) >= _SENTENCE and block.link_share < _LINKS_IN_TEXT


def _weight(block: PageBlock) -> float:
    """The characters of a block that count: running text in full, links not at all."""
    return len(block.text) * (1.0 if is_dense(block) else _DOUBT) * (1 - block.link_share)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", canonical(text))


def _article_blocks(tree: Element, head: PageHead) -> list[Block]:
    blocks = page_blocks(tree)
    if not blocks:
        return []
    container = _container(tree, blocks)
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


def _container(tree: Element, blocks: Sequence[PageBlock]) -> Element:
    """The smallest element that holds nine tenths of the weighed text."""
    weights: dict[Element, float] = {}
    total = 0.0
    for block in blocks:
        weight = _weight(block)
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
    if block.hint in ("byline", "caption") or (_in_list(block.element) and not block.link_chars):
        return len(block.text) >= _POINT_CHARS or block.hint != "plain"
    return len(block.text) >= _LEAD_CHARS and block.link_share < _LINKS_IN_TEXT


def _in_list(element: Element) -> bool:
    """Is it a point of a list, as stands above a text to sum it up?"""
    return element.tag == "li" or any(around.tag == "li" for around in element.iterancestors())


def _belongs(block: PageBlock) -> bool:
    """Inside the article only lines of links are left out; a picture with its caption may be a link."""
    return block.hint == "caption" or block.link_share <= _LINKED or len(block.text) > 300


def _hint_of(block: PageBlock, head: PageHead) -> Hint:
    author = _squeezed(head.author or "")
    text = _squeezed(block.text) if author and len(block.text) < 100 else ""
    if text and (text == author or (text.startswith(author) and full_date(block.text))):
        return "byline"
    return "heading" if block.hint == "title" else block.hint
