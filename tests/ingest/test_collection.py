from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from bot.errors import ArticleError
from bot.ingest import FileStamp, Reading, Report, read_collection, read_file, read_text
from bot.ingest.intake.walk import walk
from bot.settings import Settings
from tests.ingest.conftest import Put
from tests.ingest.reading_texts import LONG, SETTINGS, texts


def rows(*paths: Path, **given: Any) -> dict[str, Reading]:
    return {r.file: r for r in read_collection(paths, Settings(**given))}


def test_every_entry_of_a_folder_ends_in_a_row(put: Put, tmp_path: Path) -> None:
    contents: dict[str, str | bytes] = {
        "a.txt": LONG, "deep/er/b.txt": LONG + " More.", "copy.txt": LONG, "empty.txt": b"", "blank.txt": b" \n\t\n", "bom.txt": b"\xef\xbb\xbf",
        "picture.png": b"\x89PNG", "page.exe": b"MZ", ".hidden.txt": LONG, "binary.txt": bytes(range(256)) * 20, "big.txt": LONG * 20_000,
    }  # fmt: skip
    for name, content in contents.items():
        put(name, content)
    os.mkfifo(tmp_path / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "plug.txt"))
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "out.txt").symlink_to("/etc/hostname" if Path("/etc/hostname").exists() else "/etc/passwd")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = rows(tmp_path, file_mb=1)
    listener.close()
    assert {f: r.status for f, r in found.items()} == {
        "a.txt": "read", "deep/er/b.txt": "read", "copy.txt": "duplicate", "empty.txt": "skipped", "blank.txt": "skipped", "bom.txt": "skipped",
        "picture.png": "skipped", "page.exe": "skipped", ".hidden.txt": "skipped", "binary.txt": "refused", "big.txt": "refused",
        "pipe.txt": "skipped", "plug.txt": "skipped", "loop": "skipped", "gone.txt": "skipped", "out.txt": "skipped", "self.txt": "skipped",
    }  # fmt: skip
    assert all(r.reason.startswith(f) and r.reason.endswith(".") for f, r in found.items() if r.status != "read")
    assert found["copy.txt"].same_as == "a.txt"
    assert found["copy.txt"].articles[0].source.id == "copy"
    assert "1 MB" in found["big.txt"].reason
    report = Report.of(found.values())
    assert report.counts == {"read": 2, "unchanged": 0, "duplicate": 1, "skipped": 12, "refused": 2}


def test_the_order_is_that_of_the_names(put: Put, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/a.txt", "a-2.txt"):
        put(name, LONG + name)
    assert [r.file for r in read_collection([tmp_path], SETTINGS)] == ["a-2.txt", "a.txt", "b.txt", "c/a.txt"]


def test_a_known_file_is_not_opened(put: Put, tmp_path: Path) -> None:
    path = put("a.txt", LONG)
    (stamp,) = [r.stamp for r in read_collection([tmp_path], SETTINGS)]
    path.chmod(0)
    stamps = {stamp}
    again = list(read_collection([tmp_path], SETTINGS, lambda s: s in stamps))
    assert [(r.status, r.articles) for r in again] == [("unchanged", ())]
    path.chmod(0o644)
    path.write_text(LONG + " Changed.")
    assert [r.status for r in read_collection([tmp_path], SETTINGS, lambda s: s in stamps)] == ["read"]


def test_a_changed_catalogue_or_limit_makes_a_file_unknown(put: Put, tmp_path: Path) -> None:
    put("a.txt", LONG)
    stamp = rows(tmp_path)["a.txt"].stamp
    assert rows(tmp_path, paragraph_chars=300)["a.txt"].stamp != stamp
    put("catalogue.toml", '[[article]]\nid = "x"\nfile = "a.txt"\n')
    found = rows(tmp_path)["a.txt"]
    assert (found.stamp == stamp, found.articles[0].source.id) == (False, "x")


@pytest.mark.parametrize("name", ["missing", "missing/deep.txt", "a\0b", "x" * 5000])
def test_a_missing_path_is_one_sentence_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleError, match=r"^There is no file or folder .*\.$"):
        read_collection([f"{tmp_path}/{name}"], SETTINGS)


def test_a_folder_without_articles_is_one_sentence_at_the_end(put: Put, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"^No article was found in .*\.$"):
        list(read_collection([tmp_path], SETTINGS))
    put("a.bin", b"123")
    readings = read_collection([tmp_path], SETTINGS)
    assert next(readings).status == "skipped"
    with pytest.raises(ArticleError, match=r"a\.bin: its type"):
        next(readings)


def test_nothing_to_read_and_urls_while_fetching_is_off() -> None:
    with pytest.raises(ArticleError, match="No file"):
        read_collection([], SETTINGS)
    with pytest.raises(ArticleError, match="TRICH_FETCH"):
        read_collection(["https://vtv.vn/"], SETTINGS)


def test_ids_are_unique_and_do_not_depend_on_other_files(put: Put, tmp_path: Path) -> None:
    names = ["tin.txt", "tín.txt", "Tin.txt", "tin.md", "a/tin.txt", "a-tin.txt", "tin#1.txt", "😀.txt"]
    for name in names:
        put(name, LONG + name)
    ids = {r.file: r.articles[0].source.id for r in read_collection([tmp_path], SETTINGS)}
    assert len(set(ids.values())) == len(names)
    assert ids["tin.txt"] == "tin"
    assert all("#" not in i and i.isascii() for i in ids.values())
    for name in names[1:]:
        if name != "a/tin.txt":
            (tmp_path / name).unlink()
    left = {r.file: r.articles[0].source.id for r in read_collection([tmp_path], SETTINGS)}
    assert left.items() <= ids.items()


def test_two_folders_with_files_of_one_name(put: Put, tmp_path: Path) -> None:
    put("one/a.txt", LONG)
    put("two/a.txt", LONG + " Other.")
    found = list(read_collection([tmp_path / "one", tmp_path / "two"], SETTINGS))
    assert [r.file for r in found] == ["a.txt", "two/a.txt"]
    assert len({r.articles[0].source.id for r in found}) == 2


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "\u202etxt.exe.txt", "<img src=x onerror=1>.txt", "a b.txt", "CON.txt", "x" * 240 + ".txt"]
)
def test_odd_names_are_shown_without_harm(put: Put, tmp_path: Path, name: str) -> None:
    put(name, LONG)
    (reading,) = read_collection([tmp_path], SETTINGS)
    assert reading.status == "read"
    assert reading.file.isprintable()
    assert len(reading.articles[0].source.id) < 80


def test_a_name_that_is_no_unicode_is_shown_escaped(put: Put, tmp_path: Path) -> None:
    put("ok.txt", LONG)
    try:
        (tmp_path / os.fsdecode(b"bad\xff.txt")).write_text(LONG + " Two.")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    found = {r.file: r.status for r in read_collection([tmp_path], SETTINGS)}
    assert found == {"bad\\udcff.txt": "read", "ok.txt": "read"}


def test_too_many_and_too_deep_are_named(put: Put, tmp_path: Path) -> None:
    for n in range(5):
        put(f"{n}.txt", LONG)
    put("x/y/z/deep.txt", LONG)
    assert [f.problem for f in walk(tmp_path, max_files=3)][-1] == "only the first 3 entries of the folder were read"
    assert "x/y" in {f.file for f in walk(tmp_path, max_depth=2) if "deep" in f.problem}


def test_one_file_takes_the_head_from_its_folder(seeds: Path) -> None:
    path = seeds / "004_d425f2db56987bc6.txt"
    assert read_file(path, SETTINGS).articles[0].source.id == "vns-asean"
    assert next(iter(read_collection([path], SETTINGS))).articles[0].source.outlet == "VNS"


def test_text_from_memory() -> None:
    article = read_text("One.\nTwo.", "note.txt")
    assert [(p.ref, p.text) for p in article.paragraphs] == [("note#1", "One."), ("note#2", "Two.")]
    with pytest.raises(ArticleError, match=r"^blank holds no text\.$"):
        read_text(" \n\u200b", "blank")


def test_long_paragraphs_are_split_and_numbered(put: Put) -> None:
    reading = read_file(put("a.txt", " ".join([LONG] * 10) + "\nLast."), Settings(paragraph_chars=300))
    numbers = [p.number for p in reading.articles[0].paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))
    assert max(map(len, texts(reading))) <= 300


def test_a_reading_keeps_its_promises() -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        Reading(FileStamp("a", 0, 0), "skipped")
    with pytest.raises(ValueError, match="exactly when read"):
        Reading(FileStamp("a", 0, 0), "read")
