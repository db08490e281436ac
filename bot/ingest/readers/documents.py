"""PDF and Word files -> a draft; they are parsed by `document_child.py` in a process of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.errors import ArticleError, MissingExtra
from bot.ingest.text.draft import Block, Draft
from bot.language.words.normalise import clean
from bot.settings import Settings

TIME_LIMIT = 30.0
"""Seconds of wall-clock time for one file."""

_CHILD = Path(__file__).with_name("document_child.py")
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"(?<!\w)(\w{2,}+)[-\u00ad\u2010]$")
_COMPOUND = re.compile(r"(?<!\w)\w++(?:-\w++)+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:Trang|Page|p\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE
)
_SHORT = 0.8
_RUNNING_LINES = 2


def read(content: bytes, name: str, settings: Settings) -> list[Draft]:
    """The article of a PDF or Word file.

    Raises MissingExtra where the packages are absent, ArticleError for a broken, locked or too large file.
    """
    kind = "pdf" if name.lower().endswith(".pdf") else "docx"
    _check_magic(content, name, kind)
    reply = _reply(content, name, kind)
    if kind == "docx":
        blocks = [Block(text, hint) for hint, text in reply["lines"] if text.strip()]
    else:
        blocks = [Block(text) for text in pdf_paragraphs(reply["lines"])]
    remark = "" if blocks else f"{name} holds no text; it may be a scan, which is not read."
    if reply["removed"]:
        remark = f"{reply['removed']} characters of hidden text were left out."
    return [Draft(tuple(blocks), title=_title(reply["title"], blocks), remark=remark)]


def _check_magic(content: bytes, name: str, kind: str) -> None:
    if kind == "pdf" and b"%PDF-" not in content[:1024]:
        raise ArticleError(f"{name} is not a PDF file, whatever its name says.")
    if kind == "docx" and not content.startswith(b"PK"):
        raise ArticleError(f"{name} is not a Word file (.docx), whatever its name says.")


def _reply(content: bytes, name: str, kind: str) -> dict[str, Any]:
    command = [sys.executable, "-I", str(_CHILD), kind]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=TIME_LIMIT, check=False)  # noqa: S603
        reply = json.loads(done.stdout) if done.returncode == 0 else {"error": "takes too much time or memory to read"}
    except subprocess.TimeoutExpired:
        reply = {"error": f"takes longer than {TIME_LIMIT:g} s to read"}
    except (OSError, ValueError):
        reply = {"error": "cannot be read in a process of its own"}
    if reply.get("missing"):
        raise MissingExtra(f'Reading {name} takes two more packages: pip install "trich[files]".')
    if "error" in reply:
        raise ArticleError(f"{name} {reply['error']}.")
    return dict(reply)


def _title(title: str | None, blocks: Sequence[Block]) -> str | None:
    """The title that the file's properties give, where the text bears it out ('Microsoft Word - doc1' is none)."""
    wanted = " ".join((title or "").casefold().split())
    return title if wanted and any(" ".join(b.text.casefold().split()) == wanted for b in blocks[:5]) else None


def pdf_paragraphs(lines: Sequence[tuple[str, str]]) -> list[str]:
    """The paragraphs of a PDF's lines; ("page", "") ends a page.

    Page numbers and lines that stand on most pages are left out, hyphenation is undone, and a paragraph goes on over a
    page's end when its last line has no stop.

    >>> pdf_paragraphs([("line", "The delega-"), ("line", "tion left on Monday."), ("page", ""), ("line", "2")])
    ['The delegation left on Monday.']
    """
    pages = _pages(lines)
    kept = _without_running_lines(pages)
    width = _width([line for page in kept for line in page])
    whole = {word.lower() for page in kept for line in page for word in _COMPOUND.findall(line)}
    paragraphs: list[str] = []
    open_line = ""
    for page in kept:
        for line in page:
            if not line:
                open_line = ""
            elif open_line and _goes_on(open_line, line, width):
                paragraphs[-1] = _joined(paragraphs[-1], line, whole)
                open_line = line
            else:
                paragraphs.append(line)
                open_line = line
    return paragraphs


def _pages(lines: Sequence[tuple[str, str]]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for hint, text in lines:
        if hint == "page":
            pages.append([])
        else:
            pages[-1].append(" ".join(clean(text.replace("\u00ad", "-")).text.split()))
    return [_trimmed(page) for page in pages if any(page)]


def _trimmed(page: list[str]) -> list[str]:
    """The page without empty lines at its end, so that a paragraph can go on over it."""
    while page and not page[-1]:
        page.pop()
    return page


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """The pages without page numbers and running heads: first or last lines of three pages and of half of all."""
    kept = [[line for line in page if not _PAGE_NUMBER.fullmatch(line)] for page in pages]
    for _ in range(_RUNNING_LINES):
        edges = Counter(line for page in kept for line in {*page[:1], *page[-1:]} if line)
        running = {line for line, count in edges.items() if count >= 3 and 2 * count >= len(pages)}
        kept = [_shorn(page, running) for page in kept]
    return kept


def _shorn(page: list[str], running: set[str]) -> list[str]:
    first = 1 if page and page[0] in running else 0
    last = -1 if len(page) > first and page[-1] in running else None
    return _trimmed(page[first:last])


def _width(lines: Sequence[str]) -> int:
    """The usual length of a full line, characters."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    if re.match(r"[-–•*▪]\s", following):
        return False
    if following[:1].islower() or _HYPHENATED.search(line):
        return True
    return len(line) >= _SHORT * width and not (_ENDS.search(line) and len(line) < 0.9 * width)


def _joined(before: str, line: str, whole: set[str]) -> str:
    """The hyphen at the end of a line goes, unless the compound stands elsewhere with its hyphen or a name follows."""
    hyphen = _HYPHENATED.search(before)
    if not hyphen:
        return f"{before} {line}"
    rest = re.match(r"\w*", line)
    compound = f"{hyphen[1]}-{rest[0] if rest else ''}".lower()
    if line[:1].islower() and compound not in whole:
        return before[: hyphen.end(1)] + line
    return before + line
