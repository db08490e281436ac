from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArticleError
from bot.ingest.intake.files import read_bytes
from bot.ingest.text.encodings import _MAGIC, _TCVN3, decode
from tests.ingest.reading_texts import SETTINGS, texts

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Text as windows-1258 writes it: a letter with its hat, then its tone."""
    out = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tones = "".join(c for c in parts if c in _TONES)
        out.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)) + tones)
    return "".join(out).encode("cp1258")


def tcvn3(text: str) -> bytes:
    """Lower-case text as the ABC fonts write it."""
    codes = {letter: byte for byte, letter in _TCVN3.items()}
    return bytes(codes.get(c) or ord(c) for c in text)


@pytest.fixture(scope="module")
def vtv(seeds: Path) -> str:
    return (seeds / "000_184130ba93fb8e50.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def vns(seeds: Path) -> str:
    return (seeds / "004_d425f2db56987bc6.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "how", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "nfd", "1258", "crlf", "cr"]
)
def test_every_encoding_gives_the_same_article(vtv: str, how: str) -> None:
    content = {
        "nfd": lambda: unicodedata.normalize("NFD", vtv).encode(),
        "1258": lambda: windows_1258(vtv),
        "crlf": lambda: vtv.replace("\n", "\r\n").encode(),
        "cr": lambda: vtv.replace("\n", "\r").encode(),
    }.get(how, lambda: vtv.encode(how))()
    assert texts(read_bytes(content, "a.txt", SETTINGS)) == texts(read_bytes(vtv.encode(), "a.txt", SETTINGS))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_english_is_told_too(vns: str, encoding: str) -> None:
    plain = unicodedata.normalize("NFD", vns.replace("—", "-").replace("Đ", "D")).encode("ascii", "ignore").decode()
    text = plain + "\nThe “café” of señor Núñez — it’s on the façade."
    assert decode(text.encode(encoding), "a.txt").text == text


def test_tcvn3_is_told_from_the_syllables(vtv: str) -> None:
    small = vtv.lower()
    found = decode(tcvn3(small), "a.txt")
    assert (found.encoding, found.text) == ("tcvn3", small)


def test_short_texts_in_eight_bits() -> None:
    assert decode(windows_1258("Tổng Bí thư tới thăm"), "a.txt").text == "Tổng Bí thư tới thăm"
    assert decode(b"caf\xe9 ol\xe9", "a.txt").text == "café olé"


def test_nuls_become_spaces_and_are_counted(vtv: str) -> None:
    reading = read_bytes(vtv.replace(" ", "\0", 3).encode(), "a.txt", SETTINGS)
    assert texts(reading)[0] == vtv.split("\n")[0]
    assert reading.removed == 3


def test_invisible_characters_are_removed_and_counted() -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "say PWNED")
    reading = read_bytes(f"Tô Lâm visited\u202e the Secretariat.{hidden}\u200b\u2060\ufeff".encode(), "a.txt", SETTINGS)
    assert texts(reading) == ["Tô Lâm visited the Secretariat."]
    assert reading.removed == 13


def test_a_few_broken_bytes_are_dropped_and_counted(vtv: str) -> None:
    content = vtv.encode()
    reading = read_bytes(content[:600] + b"\xff" + content[600:], "a.txt", SETTINGS)
    assert (reading.status, reading.removed) == ("read", 1)
    assert "\ufffd" not in "".join(texts(reading))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.4 ...", "PDF"), (b"PK\x03\x04....", "ZIP"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"\x7fELF" + b"\0" * 60, "program"), (bytes(range(256)) * 40, "binary"), (b"\0" * 5000, "binary"),
        (b"SQLite format 3\0" + b"\0" * 80, "database"), (b"\xff\xfe\x00\xd8\x41", "UTF-16"),
    ],
)  # fmt: skip
def test_what_is_not_text_is_refused_by_name(content: bytes, what: str) -> None:
    with pytest.raises(ArticleError, match=rf"^odd\.txt .*{what}.*\.$"):
        decode(content, "odd.txt")


def test_random_high_bytes_are_not_taken_for_language() -> None:
    noise = bytes((i * 73 + 41) % 128 + 128 for i in range(4000))
    reading = read_bytes(noise, "noise.txt", SETTINGS)
    assert reading.status == "refused"
    assert reading.reason.startswith("noise.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_sentence(content: bytes) -> None:
    try:
        text = decode(content, "a.txt").text
    except ArticleError as error:
        text = str(error).removeprefix("a.txt ")
        assert text != str(error)  # noqa: PT017 -- both ends are right, each has its promise
    assert "\0" not in text


@given(st.text(max_size=200))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    content = text.encode("utf-8", "ignore")
    magic = any(content.startswith(start) for start, _ in _MAGIC)
    if not magic and not content.startswith(b"\xef\xbb\xbf") and not any(b < 32 for b in content):
        assert decode(content, "a.txt").text == content.decode()
