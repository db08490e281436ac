"""The text of one PDF or Word file, read in a process of its own with limits on time and memory.

Run as a script, `python document_child.py pdf|docx`, the file on standard input; it imports nothing of Trích. The reply
on standard output is one JSON object: {"lines": [[hint, text], ...], "title": ..., "removed": n} or {"error": sentence}.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

MEMORY_BYTES = 768_000_000
CPU_SECONDS = 20
TEXT_CHARS = 5_000_000
INFLATED_BYTES = 100_000_000
PAGES = 2_000
COLUMNS = 1_000
"""Word itself makes 63 at most; a cell may claim to span any number, and would be repeated so often."""

Line = tuple[str, str]


class TooMuchError(Exception):
    """The file goes beyond a limit; the text says which."""


def limit_resources() -> None:
    """Bounds memory, processor time and files of this process, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for what, amount in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(what, (bound, bound))


def read_pdf(content: bytes) -> dict[str, Any]:
    """The lines of a PDF, an empty text after each page."""
    import pypdf

    document = pypdf.PdfReader(io.BytesIO(content))
    if document.is_encrypted and not document.decrypt(""):
        raise TooMuchError("is locked with a password")
    if len(document.pages) > PAGES:
        raise TooMuchError(f"has more than {PAGES} pages")
    lines: list[Line] = []
    size = 0
    for page in document.pages:
        texts = _page_lines(page)
        size += sum(map(len, texts))
        if size > TEXT_CHARS:
            raise TooMuchError(f"holds more than {TEXT_CHARS} characters")
        lines.extend(("line", line) for line in texts)
        lines.append(("page", ""))
    title = document.metadata.title if document.metadata else None
    return {"lines": lines, "title": title if isinstance(title, str) else None, "removed": 0}


def _page_lines(page: Any) -> list[str]:
    """The lines of a page; an empty one where the gap to the next line is half as wide again as usual."""
    heights: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        """Keeps the height of a piece of text, in points from the foot of the page."""
        if text.strip():
            heights.append(tm[5] * cm[3] + cm[5])

    lines = [line for line in page.extract_text(visitor_text=note).split("\n") if line.strip()]
    tops = [top for place, top in enumerate(heights) if place == 0 or abs(top - heights[place - 1]) > 1]
    if len(tops) != len(lines):
        return lines
    gaps = [before - after for before, after in pairwise(tops)]
    downward = sorted(gap for gap in gaps if gap > 0)
    usual = downward[len(downward) // 4] if downward else 0.0
    spaced = lines[:1]
    for gap, line in zip(gaps, lines[1:], strict=True):
        spaced.extend(["", line] if usual and gap > 1.5 * usual else [line])
    return spaced


def read_docx(content: bytes) -> dict[str, Any]:
    """The paragraphs and table rows of a Word file in order; hidden and white text is left out and counted."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(item.file_size for item in archive.infolist()) > INFLATED_BYTES:
            raise TooMuchError(f"unpacks to more than {INFLATED_BYTES // 1_000_000} MB")
    import docx

    document = docx.Document(io.BytesIO(content))
    lines: list[Line] = []
    removed = size = 0
    for item in document.iter_inner_content():
        for line, hidden in _word_lines(item):
            removed += hidden
            size += len(line[1])
            lines.append(line)
        if size > TEXT_CHARS:
            raise TooMuchError(f"holds more than {TEXT_CHARS} characters")
    return {"lines": lines, "title": document.core_properties.title or None, "removed": removed}


def _word_lines(item: Any) -> Iterator[tuple[Line, int]]:
    if hasattr(item, "rows"):
        for row in item.rows:
            if sum(cell.grid_span for cell in row._tr.tc_lst) > COLUMNS:
                raise TooMuchError(f"has a table of more than {COLUMNS} columns")
            cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
            yield ("plain", " | ".join(filter(None, cells))), 0
        return
    style = (item.style.name if item.style is not None else "") or ""
    hint = "title" if style == "Title" else "heading" if style.startswith("Heading") else "plain"
    hint = "caption" if style == "Caption" else hint
    seen, hidden = [], 0
    for run in item.iter_inner_content():
        text = run.text
        if _is_hidden(run):
            hidden += len(text)
        else:
            seen.append(text)
    for part in "".join(seen).split("\n"):
        yield (hint, part), hidden
        hidden = 0


def _is_hidden(run: Any) -> bool:
    font = getattr(run, "font", None)
    if font is None:
        return False
    colour = font.color.rgb if font.color is not None and font.color.type is not None else None
    tiny = font.size is not None and font.size.pt <= 1
    return (
        bool(font.hidden) or tiny or (colour is not None and str(colour) == "FFFFFF" and font.highlight_color is None)
    )


def main(kind: str) -> dict[str, Any]:
    """The reply for the file on standard input."""
    content = sys.stdin.buffer.read()
    limit_resources()
    try:
        return read_pdf(content) if kind == "pdf" else read_docx(content)
    except ImportError:
        return {"missing": True}
    except TooMuchError as error:
        return {"error": str(error)}
    except (MemoryError, RecursionError):
        return {"error": "takes too much memory to read"}
    except Exception as error:  # noqa: BLE001 -- the edge of a process: whatever a parser raises is a broken file
        return {"error": f"is broken and cannot be read ({type(error).__name__})"}


if __name__ == "__main__":
    json.dump(main(sys.argv[1]), sys.stdout)
