"""Cleaned text -> paragraphs. Two conventions are met: one paragraph a line, and blank lines between wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.language.sentences.boundaries import Span, sentences

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-–—*•▪·‣+]|\d{1,3}[.)])\s")


def split_paragraphs(text: str) -> list[str]:
    r"""The non-empty paragraphs of a cleaned text in order; wrapped lines are rejoined.

    >>> split_paragraphs("One paragraph.\nAnother one.\n\nA third.")
    ['One paragraph.', 'Another one.', 'A third.']
    """
    blocks = list(_blocks(text))
    width = _wrap_width(blocks)
    if width is None:
        return [line for block in blocks for line in block]
    return [paragraph for block in blocks for paragraph in _unwrap(block, width, whole=len(blocks) == 1)]


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            block.append(stripped)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The column at which the lines were wrapped, or None where a line is a paragraph.

    Wrapped lines are broken where the next word would not fit, and seldom at the end of a sentence.
    """
    pairs = [(line, following) for block in blocks for line, following in pairwise(block)]
    if not pairs:
        return None
    longest = max(len(line) for block in blocks for line in block)
    if not _NARROWEST_WRAP <= longest <= _WIDEST_WRAP:
        return None
    full = sum(not _fits(line, following, longest) for line, following in pairs) / len(pairs)
    ending = sum(bool(_ENDS.search(line)) for line, _ in pairs) / len(pairs)
    long = sum(len(line) > 0.6 * longest for line, _ in pairs) / len(pairs)
    wrapped = (full >= 0.9 and ending <= 0.6) or (full >= 0.7 and ending <= 0.4) or (long >= 0.8 and ending <= 0.25)
    return longest if wrapped else None


def _fits(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width


def _unwrap(block: list[str], width: int, *, whole: bool) -> Iterator[str]:
    """The paragraphs of one block; `whole`: the file has no blank line, so that a short last line ends a paragraph."""
    lines = [block[0]]
    for line, following in pairwise(block):
        short = len(line) < 0.6 * width and _fits(line, following, width)
        ended = whole and bool(_ENDS.search(line)) and _fits(line, following, width)
        if short or ended or _ITEM.match(following):
            yield " ".join(lines)
            lines = []
        lines.append(following)
    yield " ".join(lines)


def split_long(paragraph: str, limit: int) -> list[str]:
    """The paragraph in pieces of at most `limit` characters (>= 1), cut at sentence ends, else spaces, else anywhere.

    >>> split_long("One is short. Two is short. Three.", 28)
    ['One is short. Two is short.', 'Three.']
    """
    if len(paragraph) <= limit:
        return [paragraph]
    pieces: list[Span] = []
    for span in sentences(paragraph):
        if pieces and span.end - pieces[-1].start <= limit:
            pieces[-1] = Span(pieces[-1].start, span.end)
        else:
            pieces.append(span)
    return [part for piece in pieces for part in _cut(piece.of(paragraph), limit)]


def _cut(text: str, limit: int) -> Iterator[str]:
    start = 0
    while len(text) - start > limit:
        place = text.rfind(" ", start + 1, start + limit + 1)
        place = start + limit if place < 0 else place
        if head := text[start:place].strip():
            yield head
        start = place
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        yield text[start:]
