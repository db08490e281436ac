"""Where sentences begin and end, in both languages; spans only, the text itself is never changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

_STOP = re.compile(r"(?<![.!?…])([.!?…]++)([\"'”’»)\]]*+)(\s++|$)|\n+")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "no",
        "vol",
        "fig",
        "gen",
        "col",
        "sgt",
        "capt",
        "lt",
        "rev",
        "hon",
        "gov",
        "sen",
        "rep",
        "pres",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "est",
        "approx",
        "e.g",
        "i.e",
        "u.s",
        "u.k",
        "u.n",
        "a.m",
        "p.m",
        "ph.d",
        "b.c",
        "a.d",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "tp",
        "tx",
        "ts",
        "ths",
        "gs",
        "pgs",
        "bs",
        "ks",
        "tr",
        "ông.",
    ]
)
_INITIAL = re.compile(r"(?:^|[\s(])(?:[^\W\d_]\.)*[^\W\d_]$")
_OPENERS = re.compile("[ \"'“‘«(\\[—–*•-]*+")
_LAST_WORD_CHARS = 50
_QUOTATION = re.compile(r'(?<!\w)"(?=\S)[^"\n]{2,300}"|“[^”\n]{2,300}”|«[^»\n]{2,300}»')
"""Words in quotation marks that stay together: more of them would make a sentence too long to show."""


class Span(NamedTuple):
    """A piece of a text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def has(self, offset: int) -> bool:
        """Whether it covers what stands at an offset."""
        return self.start <= offset < self.end


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, trimmed of outer spaces; together they hold every visible character.

    Remembered for a while, as ranking, answering and checking read the same paragraphs.

    >>> text = 'Lâm visited the U.S. on 3.5.2025. "Fine." He left. — VNS'
    >>> [s.of(text) for s in sentences(text)]
    ['Lâm visited the U.S. on 3.5.2025.', '"Fine."', 'He left. — VNS']
    >>> [s.of(text) for text in ['"No. I stay," she said. "Why? Ask him."'] for s in sentences(text)]
    ['"No. I stay," she said.', '"Why? Ask him."']
    """
    spans: list[Span] = []
    start = 0
    quoted = [m.span() for m in _QUOTATION.finditer(text)]
    opened = [a for a, _ in quoted]
    for stop in _STOP.finditer(text):
        if stop.group(1) and stop.end() < len(text) and not _ends_sentence(text, start, stop):
            continue
        within = bisect_left(opened, stop.start()) - 1
        if within >= 0 and stop.end(2) < quoted[within][1]:
            continue
        _add(spans, text, start, stop.end())
        start = stop.end()
    _add(spans, text, start, len(text))
    return tuple(_join_tails(text, spans))


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    opened = _OPENERS.match(text, stop.end())
    following = text[opened.end() : opened.end() + 1] if opened else ""
    if following and not (following.isupper() or following.isdigit() or not following.isalpha()):
        return False
    if stop.group(1) != ".":
        return True
    before = text[max(start, stop.start() - _LAST_WORD_CHARS) : stop.start()]
    last = before.rsplit(None, 1)[-1].lstrip("(\"'“‘") if before.strip() else ""
    if last.lower() in _ABBREVIATIONS:
        return False
    return not (_INITIAL.search(before) and last.replace(".", "")[:1].isupper())


def _join_tails(text: str, spans: list[Span]) -> list[Span]:
    """A credit such as '— VNS' after the last stop belongs to the sentence before it."""
    joined: list[Span] = []
    for span in spans:
        words = span.of(text)
        if joined and (not any(c.isalnum() for c in words) or re.fullmatch(r"[—–-]\s*[\w./ ]{2,20}", words)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
