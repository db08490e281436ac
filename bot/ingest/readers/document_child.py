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

STYLES_DEEP = 20
WHITE = 247
"""Parts of a colour, 0..255, from which on letters cannot be told from white paper."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs are given in the place of a text box: the same once more."""
_THROUGH_NAMES = "ins moveTo hyperlink smartTag sdt sdtContent customXml fldSimple dir bdo"
THROUGH = frozenset(f"{WORD}{name}" for name in _THROUGH_NAMES.split())

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
    """The paragraphs, text boxes and table rows of a Word file in order; hidden and white text is left out and counted."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(item.file_size for item in archive.infolist()) > INFLATED_BYTES:
            raise TooMuchError(f"unpacks to more than {INFLATED_BYTES // 1_000_000} MB")
    import docx

    document = docx.Document(io.BytesIO(content))
    hiding = _hiding_styles(document)
    lines: list[Line] = []
    removed = size = 0
    for element in _within(document.element.body, "p", "tbl"):
        for line, hidden in _word_lines(element, document, hiding):
            removed += hidden
            size += len(line[1])
            lines.append(line)
        if size > TEXT_CHARS:
            raise TooMuchError(f"holds more than {TEXT_CHARS} characters")
    return {"lines": lines, "title": document.core_properties.title or None, "removed": removed}


def _within(element: Any, *wanted: str) -> Iterator[Any]:
    """The children of some kinds, also in content controls, links and insertions, not in what was deleted."""
    for child in element:
        if any(child.tag == WORD + kind for kind in wanted):
            yield child
        elif child.tag in THROUGH:
            yield from _within(child, *wanted)


def _word_lines(element: Any, document: Any, hiding: dict[str, bool]) -> Iterator[tuple[Line, int]]:
    """The lines of a paragraph and the text boxes in it, or of the rows of a table, with the hidden characters of each."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    if element.tag == f"{WORD}tbl":
        for row in Table(element, document).rows:
            if sum(cell.grid_span for cell in row._tr.tc_lst) > COLUMNS:
                raise TooMuchError(f"has a table of more than {COLUMNS} columns")
            told = {cell._tc: _cell(cell._tc, document, hiding) for cell in row.cells}
            texts = dict.fromkeys(text for text, _ in told.values())
            yield ("plain", " | ".join(filter(None, texts))), sum(hidden for _, hidden in told.values())
        return
    for inner in element.iter(f"{WORD}p"):
        if inner is not element and next(inner.iterancestors(OLD_FORM), None) is not None:
            continue
        paragraph = Paragraph(inner, document)
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        hint = "title" if style == "Title" else "heading" if style.startswith("Heading") else "plain"
        hint = "caption" if style == "Caption" else hint
        text, hidden = _seen(inner, document, hiding, coloured=True)
        for part in text.split("\n"):
            yield (hint, part), hidden
            hidden = 0


def _cell(cell: Any, document: Any, hiding: dict[str, bool]) -> tuple[str, int]:
    told = [_seen(paragraph, document, hiding, coloured=False) for paragraph in cell.iter(f"{WORD}p")]
    return " ".join(" ".join(text for text, _ in told).split()), sum(hidden for _, hidden in told)


def _seen(paragraph: Any, document: Any, hiding: dict[str, bool], *, coloured: bool) -> tuple[str, int]:
    """A paragraph's text that a reader sees, and how many characters are hidden; `coloured`: white ones are."""
    from docx.text.run import Run

    settings = paragraph.pPr
    usual = hiding.get(settings.style or "", False) if settings is not None else False
    coloured = coloured and not _is_shaded(settings)
    seen, hidden = [], 0
    for run in _within(paragraph, "r"):
        text = run.text
        if (
            usual
            if run.rPr is None
            else _is_hidden(Run(run, document), hiding.get(run.style or "", usual), coloured=coloured)
        ):
            hidden += len(text)
        else:
            seen.append(text)
    return "".join(seen), hidden


def _hiding_styles(document: Any) -> dict[str, bool]:
    """Whether each style hides its text, by its id; one that does not say takes after the style that it is based on."""
    own: dict[str, bool] = {}
    bases: dict[str, str] = {}
    for style in document.styles.element.iter(f"{WORD}style"):
        name = style.get(f"{WORD}styleId") or ""
        for vanish in style.findall(f"{WORD}rPr/{WORD}vanish"):
            own[name] = vanish.get(f"{WORD}val", "1") not in ("0", "false", "off")
        for base in style.findall(f"{WORD}basedOn"):
            bases[name] = base.get(f"{WORD}val") or ""
    for name in bases:
        base, steps = name, 0
        while base not in own and base in bases and steps < STYLES_DEEP:
            base, steps = bases[base], steps + 1
        if base in own:
            own.setdefault(name, own[base])
    return own


def _is_shaded(settings: Any) -> bool:
    """Does a paragraph's or a run's own ground have a colour, so that white letters show?"""
    grounds = settings.findall(f"{WORD}shd") if settings is not None else []
    return any(ground.get(f"{WORD}fill", "auto").lower() not in ("auto", "ffffff") for ground in grounds)


def _is_hidden(run: Any, usual: bool, *, coloured: bool) -> bool:
    """Is a run marked hidden (or, where it does not say, is that usual for its style), too small, or white on white?"""
    font = run.font
    if usual if font.hidden is None else font.hidden:
        return True
    if font.size is not None and font.size.pt <= 1:
        return True
    colour = font.color.rgb if coloured and font.color is not None and font.color.type is not None else None
    white = colour is not None and min(colour) >= WHITE
    return white and font.highlight_color is None and not _is_shaded(run._r.rPr)


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
