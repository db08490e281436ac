from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from bot.errors import MissingExtra
from bot.ingest.intake.files import read_bytes
from bot.ingest.readers import documents
from bot.ingest.readers.documents import pdf_paragraphs
from bot.ingest.readers.formats import reader_for
from tests.ingest.reading_texts import SETTINGS, texts

docx = pytest.importorskip("docx")
pytest.importorskip("pypdf")


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(out),
    )


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def pages(*texts_: list[str], step: int = 14) -> bytes:
    """A PDF with a page for each list of lines; an empty line leaves a gap. Vietnamese letters go through a ToUnicode map."""
    letters = sorted({c for lines in texts_ for line in lines for c in line})
    codes = {c: n for n, c in enumerate(letters, 1)}
    rows = "".join(f"<{n:04X}> <{ord(c):04X}>\n" for c, n in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(codes)} beginbfchar\n{rows}endbfchar endcmap end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
        stream(cmap.encode()),
    ]  # fmt: skip
    kids = []
    for lines in texts_:
        shown = "\n".join(f"<{''.join(f'{codes[c]:04X}' for c in line)}> Tj T*" if line else "T*" for line in lines)
        objects.append(stream(f"BT /F1 11 Tf {step} TL 60 780 Td\n{shown}\nET".encode()))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return pdf(objects)


def test_a_pdf_in_vietnamese_and_english() -> None:
    one = ["Thông xe cầu Sông Hiếu", "", "Cây cầu dài 1,2 km nối hai bờ sông Hiếu được thông xe sáng nay, sau ba năm",
           "thi công và hai lần lùi tiến độ vì lũ. Tổng mức đầu tư là 870 tỷ đồng, phần lớn", "từ ngân sách trung ương.", "",
           "The barrier was switched on in Port Ellery on Tuesday, ten years after a flood. The bar-", "1"]  # fmt: skip
    two = ["rier is a well-known one and the council paid for it with a levy on the cargo ships.", "2"]
    reading = read_bytes(pages(one, two), "a.pdf", SETTINGS)
    assert texts(reading) == [
        "Thông xe cầu Sông Hiếu",
        "Cây cầu dài 1,2 km nối hai bờ sông Hiếu được thông xe sáng nay, sau ba năm thi công và hai lần lùi tiến độ vì lũ. "
        "Tổng mức đầu tư là 870 tỷ đồng, phần lớn từ ngân sách trung ương.",
        "The barrier was switched on in Port Ellery on Tuesday, ten years after a flood. "
        "The barrier is a well-known one and the council paid for it with a levy on the cargo ships.",
    ]
    assert [p.kind for p in reading.articles[0].paragraphs] == ["title", "body", "body"]


def test_running_heads_and_page_numbers_go_and_compounds_keep_their_hyphen() -> None:
    text = "{} is a well-known long-term plan of the town council and all its partners, they said to-"
    lines = [
        [
            ("line", "THE ELLERY POST"),
            ("line", "June"),
            ("line", text.format(n)),
            ("line", f"day: {n}."),
            ("line", f"Page {n}"),
            ("page", ""),
        ]
        for n in range(4)
    ]
    assert pdf_paragraphs([line for page in lines for line in page]) == [
        f"{text.format(n)[:-3]}today: {n}." for n in range(4)
    ]
    kept = [
        ("line", "A well-known plan was followed by many others that were much less well-"),
        ("line", "known than that."),
    ]
    assert pdf_paragraphs(kept) == [
        "A well-known plan was followed by many others that were much less well-known than that."
    ]


@pytest.mark.timeout(20)
def test_a_word_that_fills_a_page_is_one_paragraph() -> None:
    word = "x" * 200_000
    assert pdf_paragraphs([("line", f"{word}-"), ("line", "y.")]) == [f"{word}y."]


def test_a_word_file() -> None:
    document = docx.Document()
    document.add_heading("Tiêu đề", 0)
    document.add_paragraph("Đoạn một của bài, đủ dài để không ai lầm nó với một tiêu đề nào khác.")
    document.add_paragraph("Seen ").add_run("hidden").font.hidden = True
    run = document.add_paragraph("White: ").add_run("secret")
    run.font.color.rgb = docx.shared.RGBColor(255, 255, 255)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
    document.add_paragraph("Một bức ảnh", style="Caption")
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read_bytes(buffer.getvalue(), "a.docx", SETTINGS)
    kinds = [(p.kind, p.text) for p in reading.articles[0].paragraphs]
    assert kinds[0] == ("title", "Tiêu đề")
    assert kinds[2:] == [("body", "Seen"), ("body", "White:"), ("body", "a | b"), ("caption", "Một bức ảnh")]
    assert reading.reason == "12 characters of hidden text were left out."


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SEEN = "<w:p><w:r><w:t>Zebras graze near Huế.</w:t></w:r></w:p>"
HIDDEN = "<w:r><w:t>secret</w:t></w:r>"
HIDING_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quieter"><w:name w:val="Quieter"/><w:basedOn w:val="Quiet"/></w:style>'
    '<w:style w:type="character" w:styleId="Still"><w:name w:val="Still"/><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>'
)


def word_file(body: str) -> bytes:
    """A Word file with this in its body, and styles that hide."""
    original = io.BytesIO()
    docx.Document().save(original)
    changed = io.BytesIO()
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
            elif name == "word/styles.xml":
                content = content.replace(b"</w:styles>", f"{HIDING_STYLES}</w:styles>".encode())
            new.writestr(name, content)
    return changed.getvalue()


@pytest.mark.parametrize(
    "hidden",
    [
        f'<w:p><w:pPr><w:pStyle w:val="Quiet"/></w:pPr>{HIDDEN}</w:p>', f'<w:p><w:pPr><w:pStyle w:val="Quieter"/></w:pPr>{HIDDEN}</w:p>',
        '<w:p><w:r><w:rPr><w:rStyle w:val="Still"/></w:rPr><w:t>secret</w:t></w:r></w:p>',
        '<w:p><w:r><w:rPr><w:color w:val="FDFEFE"/></w:rPr><w:t>secret</w:t></w:r></w:p>',
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        '<w:p><w:ins w:id="1"><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:ins></w:p>',
    ],
)  # fmt: skip
def test_text_that_a_word_file_hides_is_counted_and_left_out(hidden: str) -> None:
    reading = read_bytes(word_file(SEEN + hidden), "a.docx", SETTINGS)
    assert texts(reading) == ["Zebras graze near Huế."]
    assert reading.reason == "6 characters of hidden text were left out."


def test_text_that_was_deleted_from_a_word_file_is_not_there() -> None:
    deleted = '<w:p><w:del w:id="1"><w:r><w:delText>secret</w:delText></w:r></w:del><w:moveFrom w:id="2"><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>'
    assert texts(read_bytes(word_file(SEEN + deleted), "a.docx", SETTINGS)) == ["Zebras graze near Huế."]


OTTERS = "<w:r><w:t>Otters swim near Hội An.</w:t></w:r>"
BOX = f"<w:txbxContent><w:p>{OTTERS}</w:p></w:txbxContent>"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BOTH_FORMS = f'<a:AlternateContent xmlns:a="{MC}"><a:Choice Requires="wps">{BOX}</a:Choice><a:Fallback>{BOX}</a:Fallback></a:AlternateContent>'


@pytest.mark.parametrize(
    "seen",
    [
        f'<w:p><w:ins w:id="1">{OTTERS}</w:ins></w:p>', f"<w:sdt><w:sdtContent><w:p>{OTTERS}</w:p></w:sdtContent></w:sdt>",
        f"<w:p><w:sdt><w:sdtContent>{OTTERS}</w:sdtContent></w:sdt></w:p>", f'<w:p><w:smartTag w:element="x">{OTTERS}</w:smartTag></w:p>',
        f"<w:p><w:hyperlink>{OTTERS}</w:hyperlink></w:p>", f'<w:p><w:fldSimple w:instr="REF x">{OTTERS}</w:fldSimple></w:p>',
        f"<w:p><w:r>{BOTH_FORMS}</w:r></w:p>",
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>{OTTERS}</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
        '<w:p><w:pPr><w:shd w:fill="1F3864"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Otters swim near Hội An.</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Quiet"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Otters swim near Hội An.</w:t></w:r></w:p>',
    ],
)  # fmt: skip
def test_text_that_a_word_file_shows_in_other_elements_is_read_once(seen: str) -> None:
    assert texts(read_bytes(word_file(SEEN + seen), "a.docx", SETTINGS)) == [
        "Zebras graze near Huế.",
        "Otters swim near Hội An.",
    ]


def test_a_cell_that_claims_to_span_millions_of_columns_is_refused_at_once() -> None:
    document = docx.Document()
    document.add_table(1, 2).cell(0, 1)._tc.grid_span = 99_999_999
    saved = io.BytesIO()
    document.save(saved)
    reading = read_bytes(saved.getvalue(), "wide.docx", SETTINGS)
    assert reading.reason == "wide.docx has a table of more than 1000 columns."


def test_bombs_end_in_one_sentence() -> None:
    zeros = zlib.compress(b"(0) Tj " * 15_000_000, 1)
    bomb = pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>", stream(zeros, b"/Filter /FlateDecode")])  # fmt: skip
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.writestr("word/document.xml", b"0" * 110_000_000)
    for content, name in ((bomb, "a.pdf"), (archive.getvalue(), "a.docx")):
        reading = read_bytes(content, name, SETTINGS)
        assert reading.status in ("refused", "skipped")
        assert reading.reason.startswith(name)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"%PDF-1.4 rubbish", "a.pdf", "broken"), (b"hello", "a.pdf", "not a PDF"), (b"hello", "a.docx", "not a Word"),
        (b"PK\x03\x04rubbish", "a.docx", "broken"), (b"%PDF-1.7\n" + bytes(range(256)) * 30, "a.pdf", "broken"),
    ],
)  # fmt: skip
def test_broken_files_are_named(content: bytes, name: str, says: str) -> None:
    reading = read_bytes(content, name, SETTINGS)
    assert reading.status == "refused"
    assert reading.reason.startswith(name)
    assert says in reading.reason


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess([], 0, b'{"missing": true}', b"")
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: done)
    read = reader_for("a.pdf")
    assert read is not None
    with pytest.raises(MissingExtra, match=r'pip install "trich\[files\]"'):
        read(b"%PDF-1.4", "a.pdf", SETTINGS)


def test_the_child_says_so_when_a_package_is_missing() -> None:
    child = Path(documents.__file__).with_name("document_child.py")
    code = f"import sys, runpy; sys.modules['pypdf'] = None; sys.argv = ['c', 'pdf']; runpy.run_path({str(child)!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-I", "-c", code], input=b"%PDF-1.4", capture_output=True, check=True)
    assert done.stdout == b'{"missing": true}'


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "TIME_LIMIT", 0.01)
    reading = read_bytes(pages(["x"]), "a.pdf", SETTINGS)
    assert reading.reason == "a.pdf takes longer than 0.01 s to read."
