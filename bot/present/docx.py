"""The smallest Word document that is one: paragraphs in a handful of styles (ECMA-376, WordprocessingML)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Style = Literal["Normal", "Title", "Heading1", "Heading2", "Quote", "Note"]
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>'
)
_RELS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="{type}" Target="{target}"/></Relationships>'
)
_STYLES: tuple[tuple[Style, int, str], ...] = (
    ("Normal", 22, ""), ("Title", 40, "<w:b/>"), ("Heading1", 28, "<w:b/>"), ("Heading2", 24, "<w:b/>"),
    ("Quote", 22, "<w:i/>"), ("Note", 18, '<w:color w:val="595959"/>'),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the document."""

    text: str
    style: Style = "Normal"


def document(lines: Iterable[Line], language: str) -> bytes:
    """The .docx file; the same lines give the same bytes.

    >>> document([Line("Xin chào")], "vi")[:2]
    b'PK'
    """
    body = "".join(map(_paragraph, lines))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS.format(type=f"{_RELATION}/officeDocument", target="word/document.xml"),
        "word/_rels/document.xml.rels": _RELS.format(type=f"{_RELATION}/styles", target="styles.xml"),
        "word/styles.xml": f"{_HEAD}<w:styles {_W}>{''.join(_style(*s, language) for s in _STYLES)}</w:styles>",
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name), text.encode(), ZIP_DEFLATED)
    return file.getvalue()


def _paragraph(line: Line) -> str:
    text = escape(_NOT_XML.sub("\ufffd", line.text))
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/></w:pPr><w:r>{runs}</w:r></w:p>'


def _style(name: Style, half_points: int, extra: str, language: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:rPr>{extra}<w:sz w:val="{half_points}"/><w:lang w:val="{language}"/></w:rPr></w:style>'
    )
