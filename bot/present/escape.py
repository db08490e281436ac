"""Text that nobody vouches for, made inert: no character of it can act as Markdown, HTML or a link."""

from __future__ import annotations

import re
from urllib.parse import quote

from bot.models import Citation

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ACTIVE = re.compile(
    r"[\\`*_\[\]<>~|&$@]"  # wherever they stand: escapes, code, emphasis, links, HTML, tables, mathematics, addresses
    r"|(?<!\S)#|#(?=\s|$)|^[-+=]"  # headings and their ends, lists, underlines of headings
    r"|(?<=:)/(?=/)|(?<=www)\."  # bare addresses
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_BREAK = re.compile(r"\s*\n\s*")
_OVERRIDES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""One line that drives no terminal: control and direction-changing characters become U+FFFD.

    >>> visible("a\x1b[2J")
    'a\ufffd[2J'
    """
    return _OVERRIDES.sub("\ufffd", text.replace("\t", " ").replace("\n", " "))


def inert(text: str) -> str:
    """One line in which every ASCII punctuation mark is a numeric entity, so Markdown and HTML see only words.

    Line breaks become spaces; control and direction-changing characters become U+FFFD, since they can make a text
    read as something else (https://trojansource.codes).

    >>> inert("<b>1. *x*</b>")
    '&#60;b&#62;1&#46; &#42;x&#42;&#60;&#47;b&#62;'
    """
    flat = " ".join(visible(text).split())
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark.group())};", flat)


def inert_lines(text: str) -> str:
    r"""`inert` line by line, joined by breaks.

    >>> inert_lines("a\n\n# b")
    'a<br>&#35; b'
    """
    return "<br>".join(inert(line) for line in _BREAK.split(text.strip()))


def literal(text: str) -> str:
    r"""One line of Markdown that shows `text` and can be read as it stands: only what would act is escaped.

    >>> literal("1. *Hi*, #1-2, see [x](http://a.b) <b>")
    '1\\. \\*Hi\\*, \\#1-2, see \\[x\\](http:\\//a.b) \\<b\\>'
    """
    flat = " ".join(visible(text).split())
    return _NUMBERED.sub(r"\1\\\2", _ACTIVE.sub(lambda mark: f"\\{mark.group()}", flat))


def target(citation: Citation) -> str:
    """The fragment that opens the source panel on the cited words: article, paragraph, span.

    >>> from bot.models import Paragraph, Source
    >>> target(Citation(Paragraph(Source("vns-asean", "en"), 2, "He left.", "body", "en"), 0, 2))
    '#s:vns-asean:2:0-2'
    """
    paragraph = citation.paragraph
    return f"#s:{quote(paragraph.source.id, safe='')}:{paragraph.number}:{citation.start}-{citation.end}"
