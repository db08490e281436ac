"""Bytes of a page -> a tree within limits: no network, no entities, nothing too deep or too large."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from bot.errors import ArticleError
from bot.ingest.text.encodings import decode

MAX_BYTES = 5_000_000
MAX_ELEMENTS = 100_000
Element = Any
"""An lxml element; lxml ships no types."""

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FATAL = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "ERR_NO_MEMORY"})


def parse_page(content: bytes, name: str, *, charset: str | None = None) -> tuple[Element, int]:
    """The tree of a page, and how many NULs and broken bytes were removed; `charset` is what a server declared.

    Raises ArticleError naming the file when it is no text, too large or nested too deep.
    """
    if len(content) > MAX_BYTES:
        raise ArticleError(f"{name} is a page larger than {MAX_BYTES // 1_000_000} MB.")
    declared = _CHARSET.search(content[:4096])
    decoded = decode(content, name, declared=charset or (declared[1].decode("ascii") if declared else None))
    text = _ILLEGAL.sub("", _XML_HEAD.sub("", decoded.text))
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace") or b" ", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise ArticleError(f"{name} holds no page that can be read.") from None
    _check(tree, parser, name)
    _legalise(tree)
    return tree, decoded.removed


def _check(tree: Element, parser: HTMLParser, name: str) -> None:
    if any(entry.type_name in _FATAL for entry in parser.error_log):
        raise ArticleError(f"{name} is a page that is nested too deep to be read.")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise ArticleError(f"{name} is a page of more than {MAX_ELEMENTS} elements.")


def _legalise(tree: Element) -> None:
    """A reference such as &#8; makes text that lxml reads but refuses to write when an element is taken out."""
    for element in tree.iter():
        if element.text and _ILLEGAL.search(element.text):
            element.text = _ILLEGAL.sub("", element.text)
        if element.tail and _ILLEGAL.search(element.tail):
            element.tail = _ILLEGAL.sub("", element.tail)
        for key, value in element.attrib.items():
            if _ILLEGAL.search(value):
                del element.attrib[key]


def remove(element: Element) -> None:
    """Takes an element out of its tree and keeps the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + " " + element.tail
        else:
            parent.text = (parent.text or "") + " " + element.tail
    parent.remove(element)


def words_of(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
