"""Markdown -> a draft: the words without the marks; wrapped lines rejoined, headings and list items on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bot.ingest.html.hidden import hides_its_text
from bot.ingest.text.calendar import full_date
from bot.ingest.text.draft import Block, Draft
from bot.ingest.text.encodings import decode
from bot.language.words.normalise import clean
from bot.settings import Settings

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|published|url|link|source|outlet|publisher|site)[ \t]*:[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_TABLE_RULE = re.compile(r"^[\s|:-]+$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]{1,200}\]:\s+\S+.*$")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\s+[\"'][^\"']{0,500}[\"'])?\)|\[[^\]]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()\s]{0,2000}(?:\s+[\"'][^\"']{0,500}[\"'])?\)|\[[^\]]{0,200}\])")
_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}|~~|(?<!`)`++)(?=\S)([^*_~`]{1,2000}?)(?<=\S)\1(?!\w)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_OPENING = re.compile(
    r"<(script|style|template|noscript|[a-zA-Z][\w-]*(?=[^<>]{0,1000}(?:hidden|style|class|popover)))\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
_MOST_TAGS = 20_000
_MOST_UNENDED = 20
"""Elements without an end that are looked at; what follows is kept as it is, as each look goes to the end of the text."""
_AUTO = re.compile(r"<(https?://[^<>\s]{1,2000})>")


def read(content: bytes, name: str, settings: Settings) -> list[Draft]:
    """The one article of a Markdown file; raises ArticleError when it is not text."""
    decoded = decode(content, name)
    cleaned = clean(decoded.text)
    front = _FRONT.match(cleaned.text)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    text, hidden = _without_hidden(_COMMENT.sub("", cleaned.text[front.end() :] if front else cleaned.text))
    return [
        Draft(
            blocks=tuple(_blocks(text)),
            title=fields.get("title"),
            outlet=fields.get("outlet") or fields.get("publisher") or fields.get("site") or fields.get("source"),
            published=full_date(fields.get("date") or fields.get("published") or ""),
            url=fields.get("url") or fields.get("link"),
            removed=decoded.removed + cleaned.removed,
            cleaned=True,
            remark=f"{hidden} characters of hidden text were left out." if hidden else "",
        )
    ]


def _without_hidden(text: str) -> tuple[str, int]:
    """A text without the HTML elements in it that hide what they hold, and how many characters went with them."""
    kept: list[str] = []
    place = hidden = unended = 0
    for opening in islice(_OPENING.finditer(text), _MOST_TAGS):
        if opening.start() < place or unended > _MOST_UNENDED or not hides_its_text(opening[0]):
            continue
        end = _end_of(opening[1], text, opening.end())
        if end is None:
            unended += 1
        else:
            kept.append(text[place : opening.start()])
            hidden += len(_TAG.sub("", text[opening.end() : end]))
            place = end
    return "".join([*kept, text[place:]]), hidden


def _end_of(name: str, text: str, start: int) -> int | None:
    """Where an element that is open ends, those of its name within it counted; None where it does not."""
    still_open = 1
    for tag in re.compile(rf"<(/?){re.escape(name)}\b[^<>]{{0,1000}}>", re.IGNORECASE).finditer(text, start):
        still_open += -1 if tag[1] else 1
        if not still_open:
            return tag.end()
    return None


def _blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    fenced = ""
    headed = False
    for raw in [*text.split("\n"), ""]:
        fence = _FENCE.match(raw)
        if fence and (not fenced or fence[1].startswith(fenced)):
            fenced = "" if fenced else fence[1]
            yield from _paragraph(lines)
            lines = []
            continue
        if fenced:
            yield from _paragraph([raw])
            continue
        line = _QUOTE.sub("", raw)
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if lines and _UNDERLINE.match(line) and len(lines) == 1:
            yield Block(_plain(lines[0]), "heading" if headed else "title")
            headed, lines = True, []
        elif not line.strip() or _RULE.match(line) or _DEFINITION.match(line):
            yield from _paragraph(lines)
            lines = []
        elif heading:
            yield from _paragraph(lines)
            if words := _plain(heading[2].rstrip().rstrip("#")):
                yield Block(words, "title" if heading[1] == "#" and not headed else "heading")
                headed = True
            lines = []
        elif "|" in line and line.strip().startswith("|"):
            yield from _paragraph(lines)
            lines = []
            if not _TABLE_RULE.match(line):
                yield from _paragraph([" | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))])
        elif item:
            yield from _paragraph(lines)
            lines = [item[1]]
        else:
            lines.append(line)
    yield from _paragraph(lines)


def _paragraph(lines: list[str]) -> Iterator[Block]:
    text = _plain(" ".join(line.strip() for line in lines))
    if text:
        yield Block(text)


def _plain(text: str) -> str:
    r"""The words without inline marks.

    >>> _plain("**Lâm** visited the [Secretariat](https://example.org \"x\") ![](a.png)")
    'Lâm visited the Secretariat'
    """
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", _AUTO.sub(r"\1", text)))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(_TAG.sub("", text).split())
