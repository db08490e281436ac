"""E: files that are not what they seem. Read right, or refused by name in one sentence; nothing else is harmed."""

from __future__ import annotations

import gzip
import io
import json
import os
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.ingest.intake.files import read_bytes
from bot.settings import Settings
from tests.adversarial.product import SEED_EN, SEED_VI, WELCOME_VI, open_bot, put, sound

Index = Callable[..., dict[str, Any]]


@pytest.fixture
def index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Index:
    """Indexes a folder by the command line; gives the report's rows by file."""

    def run(files: dict[str, str | bytes], *flags: str) -> dict[str, Any]:
        put(tmp_path / "news", files)
        status = main(["index", str(tmp_path / "news"), "--index", str(tmp_path / "news.db"), "--json", *flags])
        captured = capsys.readouterr()
        assert (status, captured.err) == (0, "")
        return {row["file"]: row for row in json.loads(captured.out)["rows"]}

    return run


ENCODINGS = {
    "utf-16": SEED_VI.encode("utf-16"),
    "utf-16-le without a mark": SEED_VI.encode("utf-16-le"),
    "utf-16-be without a mark": SEED_VI.encode("utf-16-be"),
    "utf-32": SEED_VI.encode("utf-32"),
    "utf-8 with a mark": b"\xef\xbb\xbf" + SEED_VI.encode(),
    "utf-8 in NFD": unicodedata.normalize("NFD", SEED_VI).encode(),
    "mixed line ends": SEED_VI.replace("\n", "\r\n", 5).replace("\n", "\r", 3).encode(),
    "line separators": SEED_VI.replace("\n", "\u2028").encode(),
    "with NULs": SEED_VI.replace(" ", "\x00", 3).encode(),
    "with broken bytes": SEED_VI.encode().replace(b"Jakarta", b"Jakar\xffta", 1),
}


@pytest.mark.parametrize("content", ENCODINGS.values(), ids=list(ENCODINGS))
def test_every_encoding_gives_the_same_paragraphs(tmp_path: Path, content: bytes) -> None:
    with (
        open_bot(put(tmp_path / "plain", {"a.txt": SEED_VI})) as plain,
        open_bot(put(tmp_path / "news", {"a.txt": content})) as bot,
    ):
        ours, usual = ([p.text for p in b.articles()[0].paragraphs] for b in (bot, plain))
        assert ours == usual
        told = sound(bot.ask(WELCOME_VI))
    assert "Kao Kim Hourn" in told["answer"]
    assert "\x00" not in json.dumps(told)


OLD = "Tổng Bí thư Tô Lâm đã tới thăm Ban Thư ký ASEAN. Người dân đón đoàn đại biểu cấp cao ở thủ đô."


@pytest.mark.parametrize("encoding", ["windows-1258", "TCVN3"])
def test_old_vietnamese_encodings_are_no_mojibake(encoding: str) -> None:
    content = cp1258(OLD) if encoding == "windows-1258" else tcvn3(OLD)
    reading = read_bytes(content, "old.txt", Settings())
    assert reading.articles[0].paragraphs[0].text == OLD


def tcvn3(text: str) -> bytes:
    """TCVN3 as the old fonts had it."""
    from bot.ingest.text.encodings import _TCVN3

    codes = {letter: byte for byte, letter in _TCVN3.items()}
    return bytes(codes.get(c, ord(c)) for c in text)


def cp1258(text: str) -> bytes:
    """windows-1258 as Windows writes it: letters whole, tones behind them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for char in text:
        decomposed = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in tones))
        parts.append(letter + "".join(c for c in decomposed if c in tones))
    return "".join(parts).encode("cp1258")


NOTHING = {
    "empty": b"",
    "blank": b" \n\t\n",
    "mark": b"\xef\xbb\xbf",
    "zero width": "\u200b\u2060\n".encode(),
    "dots": b"...\n\n---\n",
    "mark 16": b"\xff\xfe",
}


def test_files_without_text_are_told_and_leave_no_paragraph(tmp_path: Path, index: Index) -> None:
    rows = index({"ok.txt": SEED_EN, **{f"{name}.txt": content for name, content in NOTHING.items()}})
    for name in NOTHING:
        row = rows[f"{name}.txt"]
        assert (row["status"], row["paragraphs"]) == ("skipped", 0)
        assert row["reason"] == f"{name}.txt holds no text: nothing to index."
    with open_bot(tmp_path / "news") as bot:
        assert all(p.text.strip() for a in bot.articles() for p in a.paragraphs)


@pytest.mark.parametrize("name", list(NOTHING))
def test_a_folder_of_nothing_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    folder = put(tmp_path / "news", {f"{name}.txt": NOTHING[name]})
    assert main(["ask", "Who?", "--articles", str(folder)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("trich: No article was found in ")
    assert captured.err.count("\n") == 1


BINARY = {
    "PDF": b"%PDF-1.7\n" + bytes(range(256)), "ZIP": b"PK\x03\x04" + bytes(200), "PNG": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "gzip": gzip.compress(b"x" * 99), "random": bytes(range(256)) * 40, "ELF": b"\x7fELF" + bytes(300), "latin soup": bytes(range(128, 256)) * 40,
}  # fmt: skip


def test_what_is_no_text_is_refused_by_name(index: Index) -> None:
    rows = index({"ok.txt": SEED_EN, **{f"{name}.txt": content for name, content in BINARY.items()}})
    for name in BINARY:
        row = rows[f"{name}.txt"]
        assert row["status"] == "refused", row
        assert row["reason"].startswith(f"{name}.txt ")
        assert row["reason"].endswith(".")


def bomb() -> bytes:
    """A Word file whose text unpacks to 120 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as stream:
            for _ in range(12):
                stream.write(b"<w:p>" * 2_000_000)
    return packed.getvalue()


PAGES: dict[str, str | bytes] = {
    "deep.html": "<html><body>" + "<div>" * 30_000 + "<p>Tin</p>" * 20 + "</div>" * 30_000,
    "unclosed.html": "<html><body>" + "<b><i>" * 30_000 + "Tin tức",
    "entities.html": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;&b;</p>',
    "laughs.xml": '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10)) + "]><rss><description>&k;</description></rss>",
    "outside.xml": '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A</title>'
                   "<description>&x; and words</description></item></channel></rss>",
    "attributes.html": "<p " + "a=1 " * 60_000 + ">Tin</p>",
    "wide.html": "<p>x</p>" * 101_000,
    "nested.json": "[" * 100_000 + "]" * 100_000,
    "number.json": '{"text": ' + "9" * 10_000 + "}",
    "nothing.jsonl": '{"text": "One line that is good enough."}\n{"text": 5}\n',
    "bomb.docx": b"PK not a zip at all",
    "locked.pdf": b"%PDF-1.7\n1 0 obj<</Encrypt 2 0 R>>endobj\ntrailer<</Root 9 0 R>>\n",
    "long.txt": "word " * 100_000,
    "oneline.txt": "ă" * 200_000,
}  # fmt: skip


def test_bombs_are_read_or_refused_in_little_memory(index: Index) -> None:
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = index({"ok.txt": SEED_EN, **PAGES})
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 300
    assert set(rows) == {"ok.txt", *PAGES}
    for name in PAGES:
        row = rows[name]
        assert row["status"] in ("read", "skipped", "refused")
        assert row["status"] == "read" or (row["reason"].startswith(name) and row["reason"].endswith("."))
    assert rows["nested.json"]["status"] == rows["bomb.docx"]["status"] == rows["locked.pdf"]["status"] == "refused"


def test_no_file_of_the_system_is_drawn_in(tmp_path: Path) -> None:
    with open_bot(put(tmp_path / "news", {"ok.txt": SEED_EN, "outside.xml": PAGES["outside.xml"]})) as bot:
        assert not any("root:" in p.text for a in bot.articles() for p in a.paragraphs)


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    reading = read_bytes(bomb(), "bomb.docx", Settings())
    assert reading.status == "refused"
    assert reading.reason.startswith("bomb.docx ")


NAMES = [
    "\u202etxt.exe.txt", "<img src=x onerror=1>.txt", "a\nb.txt", "CON.txt", "-rf.txt", "tiếng Việt " + "ă" * 100 + ".txt", "a\\..\\..\\evil.txt",
    "%2e%2e%2fevil.txt", "a#1.txt", "'; DROP TABLE articles; --.txt", "\x1b[2J.txt", "a\u200b\ufeff.txt", "$HOME`id`.txt", "{0}{x}.txt", " .txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_tricky_name_is_shown_without_harm(tmp_path: Path, name: str) -> None:
    folder = put(tmp_path / "news", {name: "Zebras graze near Huế in the morning.\n"})
    before = sorted(p for p in tmp_path.rglob("*") if p.is_file())
    with open_bot(folder) as bot:
        told = sound(bot.ask("Where do zebras graze?"))
    (citation,) = told["citations"]
    assert citation["file"].isprintable()
    assert not any("\u200b" <= c <= "\u202e" for c in citation["file"])
    assert "#" not in citation["article"]
    assert citation["article"].isascii()
    after = sorted(
        p for p in tmp_path.rglob("*") if p.is_file() and not p.relative_to(tmp_path).parts[0].startswith("news.db")
    )
    assert after == before


def test_a_name_that_is_no_unicode_is_read_kept_and_forgotten(tmp_path: Path, index: Index) -> None:
    folder = put(tmp_path / "news", {"ok.txt": SEED_EN})
    path = folder / os.fsdecode(b"tin-\xff\xfe.txt")
    try:
        path.write_text("Zebras graze near Huế in the morning.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert index({})["tin-\\udcff\\udcfe.txt"]["status"] == "read"
    assert index({})["tin-\\udcff\\udcfe.txt"]["status"] == "unchanged"
    with open_bot(folder) as bot:
        assert sound(bot.ask("Where do zebras graze?"))["citations"][0]["file"] == "tin-\\udcff\\udcfe.txt"
    path.rename(folder / os.fsdecode(b"other-\xfd.txt"))
    assert index({})["other-\\udcfd.txt"]["status"] == "read"
    with open_bot(folder) as bot:
        assert len(bot.articles()) == 2
    (folder / os.fsdecode(b"other-\xfd.txt")).unlink()
    index({})
    with open_bot(folder) as bot:
        assert [a.source.id for a in bot.articles()] == ["ok"]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/cron.d/evil.txt", "C:\\evil.txt", "a/b/../../../evil.txt"]
)
def test_an_upload_keeps_only_the_last_part_of_its_name(name: str) -> None:
    reading = read_bytes(b"One paragraph here.", name, Settings())
    assert reading.file == "evil.txt"
    assert reading.articles[0].source.id == "evil"


@pytest.mark.parametrize("name", ["a\x00b.txt", "\u202egpj.txt", "a\nb.txt", "x" * 400 + ".txt", "<b>.txt"])
def test_an_upload_of_any_name_is_stored_under_a_plain_id(name: str) -> None:
    reading = read_bytes(b"One paragraph here.", name, Settings())
    assert reading.file.isprintable()
    assert reading.articles[0].source.id.isascii()
    assert len(reading.articles[0].source.id) <= 70


def test_a_file_too_large_is_refused_naming_the_limit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRICH_FILE_MB", "1")
    folder = put(tmp_path / "news", {"big.txt": "word " * 300_000})
    assert main(["ask", "Who?", "--articles", str(folder)]) == 1
    assert "big.txt is larger than 1 MB (TRICH_FILE_MB)." in capsys.readouterr().err


def test_a_changed_article_is_changed_and_a_deleted_one_gone(tmp_path: Path, index: Index) -> None:
    index(
        {
            "a.txt": "Zebras graze near Huế.\n",
            "b.txt": "Otters swim near Hội An.\n",
            "c.txt": "Otters swim near Hội An.\n",
        }
    )
    index({"a.txt": "Zebras graze near Đà Lạt.\n"})
    for name in ("b.txt", "c.txt"):
        (tmp_path / "news" / name).unlink()
    index({})
    with open_bot(tmp_path / "news") as bot:
        assert [a.source.id for a in bot.articles()] == ["a"]
        assert "Đà Lạt" in sound(bot.ask("Where do zebras graze?"))["answer"]
        assert sound(bot.ask("Where do otters swim?"))["outcome"] != "answered"


def test_a_copy_is_a_duplicate_whenever_it_comes(tmp_path: Path, index: Index) -> None:
    assert index({"a.txt": SEED_EN})["a.txt"]["status"] == "read"
    row = index({"copy.txt": SEED_EN})["copy.txt"]
    assert (row["status"], row["same_as"]) == ("duplicate", "a.txt")
    assert row["reason"] == "copy.txt holds the same text as a.txt."
    rows = index({})
    assert {row["status"] for row in rows.values()} == {"unchanged"}
    (tmp_path / "news" / "a.txt").unlink()
    assert index({})["copy.txt"]["status"] == "unchanged"
    with open_bot(tmp_path / "news") as bot:
        assert sound(bot.ask("Who welcomed the delegation?"))["citations"][0]["file"] == "copy.txt"


def test_a_renamed_article_keeps_its_id(tmp_path: Path, index: Index) -> None:
    index({"a.txt": SEED_EN})
    (tmp_path / "news" / "a.txt").rename(tmp_path / "news" / "moved.txt")
    index({})
    with open_bot(tmp_path / "news") as bot:
        (article,) = bot.articles()
    assert (article.source.id, article.source.file) == ("a", "moved.txt")


def test_a_folder_in_a_files_place_takes_its_article_away(tmp_path: Path, index: Index) -> None:
    index({"a.txt": "Zebras graze near Huế.\n", "b.txt": "Otters swim near Hội An.\n"})
    (tmp_path / "news" / "a.txt").unlink()
    index({"a.txt/c.txt": "Cranes nest near Cần Thơ.\n"})
    with open_bot(tmp_path / "news") as bot:
        assert [a.source.file for a in bot.articles()] == ["a.txt/c.txt", "b.txt"]


def test_a_store_among_the_articles_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(tmp_path / "news", {"a.txt": SEED_EN})
    command = ["index", str(folder), "--index", str(folder / "own.db"), "--json"]
    main(command)
    capsys.readouterr()
    assert main(command) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert {row["status"] for row in rows if row["file"].startswith("own.db")} == {"skipped"}
    assert "own.db-terms was passed over: it belongs to the index." in {row["reason"] for row in rows}


MIXED = (
    "Tổng Bí thư Tô Lâm đã tới thăm Ban Thư ký ASEAN tại thủ đô Jakarta hôm thứ Hai và làm việc với Kao Kim Hourn năm 2025.\n\n"
    "Party General Secretary Tô Lâm visited the ASEAN Secretariat in Jakarta on Monday and worked with Kao Kim Hourn in 2025.\n"
)


def test_an_article_in_two_languages_is_indexed(tmp_path: Path, index: Index) -> None:
    files = {f"n{n}.txt": MIXED.replace("Monday", day) for n, day in enumerate(("Monday", "Tuesday", "Friday"))}
    assert {row["status"] for row in index(files).values()} == {"read"}
    with open_bot(tmp_path / "news") as bot:
        assert sound(bot.ask("Where is the ASEAN Secretariat?"))["answer"]


def test_an_unreadable_file_is_told_and_the_others_are_read(index: Index, tmp_path: Path) -> None:
    folder = put(tmp_path / "news", {"ok.txt": SEED_EN})
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "out.txt").symlink_to("/etc/passwd")
    rows = index({})
    assert rows["ok.txt"]["status"] == "read"
    assert [rows[n]["status"] for n in ("pipe.txt", "loop.txt", "out.txt")] == ["skipped"] * 3
