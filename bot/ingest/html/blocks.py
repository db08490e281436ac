"""The visible text of a page as blocks in reading order, each with what its mark-up says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.ingest.html.markup import Element, words_of
from bot.ingest.text.draft import Hint

_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr o:p output q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr img picture source amp-img"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_FOOTNOTE = re.compile(r"\[\s*(?:\d{1,3}|[a-z]|note \d+)\s*\]")
_CAPTION_NAME = re.compile(
    r"caption|image[-_]?desc|img[-_]?desc|photo[-_]?(?:desc|note)|chu[-_]?thich|image[-_]?note", re.IGNORECASE
)
_PICTURE_NAME = re.compile(r"(?:^|[\s_-])(?:photo|image|picture|figure|img)s?(?:$|[\s_-])", re.IGNORECASE)
_BYLINE_NAME = re.compile(
    r"(?:^|[\s_-])(?:author|byline|by-line|tac-?gia|published|publishdate|publish-date|pubdate|post-date|date-post|datetime|"
    r"timestamp|dateline|entry-meta|article-meta|article__meta|post-meta|submitted)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION_CHARS = 600
_HEADING_CHARS = 160
_BYLINE_CHARS = 120
_LONG_LINE = 60


@dataclass(slots=True)
class PageBlock:
    """One block of text; `link_chars` of it are inside links; `element` is the block element that holds it."""

    text: str
    element: Element
    hint: Hint = "plain"
    link_chars: int = 0

    @property
    def link_share(self) -> float:
        """0..1: how much of the text is links."""
        return self.link_chars / max(1, len(self.text))


@dataclass(slots=True)
class _Buffer:
    """Inline text that waits for the end of its block; a <br> is kept as a line feed."""

    pieces: list[str] = field(default_factory=list)
    link_chars: int = 0

    def add(self, text: str | None, *, linked: bool) -> None:
        """Takes in more text of the block."""
        if text:
            self.pieces.append(text.replace("\n", " ").replace("\r", " "))
            self.link_chars += len(" ".join(text.split())) if linked else 0


def page_blocks(root: Element) -> list[PageBlock]:
    """The blocks under `root`. The tree is walked without recursion, so that depth does not matter."""
    blocks: list[PageBlock] = []
    buffer = _Buffer()
    owner = root
    links = 0
    for event, element in _walk(root):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "br":
            if event == "start":
                buffer.pieces.append("\n")
        elif tag == "tr" and event == "row":
            blocks.extend(_flush(buffer, owner))
            buffer = _Buffer()
            blocks.append(PageBlock(_row(element), element))
        elif tag not in _INLINE:
            blocks.extend(_flush(buffer, owner))
            buffer = _Buffer()
            owner = element if event == "start" else element.getparent() if element is not root else root
        elif tag == "a":
            links += 1 if event == "start" else -1
        if event == "start":
            buffer.add(element.text, linked=links > 0)
        elif element is not root:
            buffer.add(element.tail, linked=links > 0)
    blocks.extend(_flush(buffer, owner))
    return blocks


def _walk(root: Element) -> Iterator[tuple[str, Element]]:
    """Start and end of every element in order; a row of a data table comes as one `row` event instead."""
    stack: list[tuple[str, Element]] = [("start", root)]
    while stack:
        event, element = stack.pop()
        if event != "start":
            yield event, element
            continue
        if element.tag == "sup" and _FOOTNOTE.fullmatch(words_of(element)):
            element.text = ""
            stack.append(("end", element))
            continue
        if element.tag == "tr" and _is_data_row(element):
            stack.append(("row", element))
            continue
        yield "start", element
        stack.append(("end", element))
        stack.extend(("start", child) for child in reversed(element))


def _is_data_row(row: Element) -> bool:
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2 or any(len(words_of(cell)) > 200 for cell in cells):
        return False
    inside = row.iter("table", "p", "div", "br", "ul", "ol", "h1", "h2", "h3", "form", "article")
    if sum(1 for _ in inside) > len(cells):
        return False
    texts = [words_of(cell) for cell in cells]
    linked = sum(len(words_of(a)) for a in row.iter("a"))
    return sum(map(bool, texts)) >= 2 and linked <= 0.5 * sum(map(len, texts))


def _row(row: Element) -> str:
    return " | ".join(filter(None, (words_of(cell) for cell in row if cell.tag in ("td", "th"))))


def _flush(buffer: _Buffer, owner: Element) -> Iterator[PageBlock]:
    raw = "".join(buffer.pieces)
    if not raw.strip():
        return
    share = min(1.0, buffer.link_chars / max(1, len(" ".join(raw.split()))))
    for text in _parts(raw):
        yield PageBlock(text, owner, _hint(owner, text), round(share * len(text)))


def _parts(raw: str) -> list[str]:
    """Two line breaks part paragraphs; one does where all the lines are long."""
    parts = [" ".join(part.split(" ")) for part in re.split(r"\n[\s\u00a0]*\n", raw)]
    out: list[str] = []
    for part in parts:
        lines = [" ".join(line.split()) for line in part.split("\n")]
        lines = [line for line in lines if line]
        if len(lines) > 1 and all(len(line) >= _LONG_LINE for line in lines):
            out.extend(lines)
        elif lines:
            out.append(" ".join(lines))
    return out


def _hint(element: Element, text: str) -> Hint:
    """What the element and the three around it say of a text."""
    for depth, around in enumerate((element, *element.iterancestors())):
        if depth > 3 or not isinstance(around.tag, str) or around.tag in ("body", "article", "main"):
            break
        name = f"{around.get('class', '')} {around.get('id', '')}"
        if around.tag == "h1":
            return "title"
        if around.tag in _HEADINGS:
            return "heading" if len(text) <= _HEADING_CHARS and not text.endswith(".") else "plain"
        if around.tag == "figcaption" or (len(text) <= _CAPTION_CHARS and _CAPTION_NAME.search(name)):
            return "caption"
        if len(text) <= _CAPTION_CHARS and _holds_picture(around, name):
            return "caption"
        if len(text) <= _BYLINE_CHARS and (_BYLINE_NAME.search(name) or around.tag in ("time", "address")):
            return "byline"
    return "plain"


def _holds_picture(element: Element, name: str) -> bool:
    if element.tag != "figure" and not _PICTURE_NAME.search(name):
        return False
    picture = next(element.iter("img", "picture", "amp-img"), None)
    return picture is not None and len(words_of(element)) <= _CAPTION_CHARS
