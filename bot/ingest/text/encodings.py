"""Bytes -> text. Decided by a byte order mark, else by strict decoding, else by which reading looks like language.

The 8-bit candidates are windows-1258 (Vietnamese with combining tones), TCVN3 (the "ABC" fonts) and windows-1252; the
one whose words with letters beyond ASCII are most often possible Vietnamese syllables wins, windows-1252 in a draw.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from bot.errors import ArticleError
from bot.language.words.normalise import fold
from bot.language.words.syllables import is_syllable

_SAMPLE_CHARS = 20_000
_MAGIC = (
    (b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a ZIP, Word or Excel file"), (b"\x89PNG", "a picture"), (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"RIFF", "a sound, film or picture"), (b"\x7fELF", "a program"), (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"), (b"\xfd7zXZ", "an xz file"), (b"7z\xbc\xaf", "a 7-Zip file"), (b"Rar!", "a RAR file"),
    (b"SQLite format 3", "a database"), (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"), (b"{\\rtf", "an RTF file"),
    (b"OggS", "a sound"), (b"ID3", "a sound"), (b"\x00\x00\x01\x00", "an icon"), (b"\x28\xb5\x2f\xfd", "a zstd file"),
)  # fmt: skip
_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32), 127))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip


class Decoded(NamedTuple):
    """The text, the name of its encoding, and how many marks, NULs and broken bytes were taken out."""

    text: str
    encoding: str
    removed: int = 0


def decode(content: bytes, name: str, *, declared: str | None = None) -> Decoded:
    """The text of a file; `declared` is an encoding that the file or its server names, believed when it fits.

    Raises ArticleError naming the file when it is not text.

    >>> decode("café".encode("latin-1"), "a.txt").text
    'café'
    >>> decode("Tô Lâm thăm".encode("utf-16"), "a.txt")
    Decoded(text='Tô Lâm thăm', encoding='utf-16-le', removed=1)
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            decoded = _strict(content[len(mark) :], encoding, name)
            return decoded._replace(removed=decoded.removed + 1)
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise ArticleError(f"{name} is not a text file but {kind}.")
    wide = _wide_encoding(content)
    if wide:
        return _strict(content, wide, name)
    _refuse_binary(content, name)
    nuls = content.count(0)
    if nuls:
        content = content.replace(b"\0", b" ")
    decoded = _declared(content, declared) or _narrow(content, name)
    return decoded._replace(removed=decoded.removed + nuls)


def _strict(content: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _damaged_utf8(content, name)
        raise ArticleError(f"{name} is not valid {encoding.upper()}: byte {error.start} cannot be read.") from None
    nuls = text.count("\0")
    return Decoded(text.replace("\0", " "), encoding, nuls)


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each pair is nearly always 0x00, 0x01 or 0x1E in Vietnamese and English."""
    sample = content[: _SAMPLE_CHARS * 2]
    if len(sample) < 4 or len(content) % 2 or sample.count(0) < len(sample) / 8:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        usual = sum(high.count(byte) for byte in (0x00, 0x01, 0x1E, 0x20, 0x03))
        if usual > 0.95 * len(high) and _decodes(content, encoding):
            return encoding
    return None


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    sample = text[:_SAMPLE_CHARS]
    letters = sum(c.isalpha() or c in " \n\r\t.,;:!?\"'()-–—“”‘’0123456789" for c in sample)
    return letters > 0.9 * len(sample)


def _refuse_binary(content: bytes, name: str) -> None:
    sample = content[: _SAMPLE_CHARS * 4]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if sample.count(0) > max(8, len(sample) / 20) or controls > max(8, len(sample) / 20):
        raise ArticleError(f"{name} is not a text file: it holds binary data.")


def _declared(content: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        codec = codecs.lookup(declared.strip().lower())
        if not codec._is_text_encoding:
            return None
        return Decoded(str(content.decode(codec.name)), codec.name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _narrow(content: bytes, name: str) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    best = max(_EIGHT_BIT, key=lambda encoding: _plausible(_EIGHT_BIT[encoding](content)))
    text = _EIGHT_BIT[best](content)
    if text is not None and _plausible(text) >= 0.5:
        return Decoded(text, best)
    return _damaged_utf8(content, name)


def _damaged_utf8(content: bytes, name: str) -> Decoded:
    """UTF-8 with a few broken bytes: they are dropped and counted; more than 1 in 500 and it is no text of ours."""
    text = content.decode("utf-8", "replace")
    broken = text.count("�")
    if broken * 500 > max(len(text), 500):
        raise ArticleError(f"{name} is in no encoding that is read (UTF-8, UTF-16, windows-1258, windows-1252, TCVN3).")
    return Decoded(text.replace("�", ""), "utf-8", broken)


def _codec(encoding: str) -> Callable[[bytes], str | None]:
    def decoded(content: bytes) -> str | None:
        """The text in NFC; None when the bytes are not of this encoding."""
        try:
            return unicodedata.normalize("NFC", content.decode(encoding))
        except UnicodeDecodeError:
            return None

    return decoded


_TCVN3 = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xA8: "ă", 0xA9: "â", 0xAA: "ê", 0xAB: "ô",
    0xAC: "ơ", 0xAD: "ư", 0xAE: "đ", 0xB5: "à", 0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ", 0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ",
    0xBE: "ắ", 0xC6: "ặ", 0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ", 0xCC: "è", 0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é",
    0xD1: "ẹ", 0xD2: "ề", 0xD3: "ể", 0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ", 0xD7: "ì", 0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị",
    0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó", 0xE4: "ọ", 0xE5: "ồ", 0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ", 0xEA: "ờ",
    0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ", 0xEF: "ù", 0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ", 0xF5: "ừ", 0xF6: "ử",
    0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự", 0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ", 0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip
"""TCVN 5712:1993 VN3 ("ABC" fonts), letters only; RFC 1456 lists the older tables, the font tables this one."""
_TCVN3_PUNCTUATION = {byte: bytes([byte]).decode("cp1252") for byte in (0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0)}


def _tcvn3(content: bytes) -> str | None:
    text = content.decode("latin-1").translate(_TCVN3 | _TCVN3_PUNCTUATION)
    return None if any("\x80" <= c <= "\x9f" for c in text) else text


_EIGHT_BIT: dict[str, Callable[[bytes], str | None]] = {
    "windows-1252": _codec("cp1252"),
    "windows-1258": _codec("cp1258"),
    "tcvn3": _tcvn3,
    "latin-1": _codec("latin-1"),
}
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile("[\x80-\x9f¡-§©-¶¸-»¿×÷]")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LETTERS = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŸŽž]+")


def _plausible(text: str | None) -> float:
    """0..1: how far the words beyond ASCII look like Vietnamese, or (worth less) like another Latin-script language."""
    if text is None:
        return -1.0
    sample = text[:_SAMPLE_CHARS]
    words = [w for w in _WORD.findall(sample) if not w.isascii()]
    odd = len(_ODD.findall(sample)) / max(1, len(words) + len(sample) // 200)
    if not words:
        return 0.7 - odd
    vietnamese = sum(map(_vietnamese, words)) / len(words)
    western = sum(_western(w) for w in words) / len(words)
    return max(vietnamese, 0.7 * western) - odd


def _vietnamese(word: str) -> bool:
    """Vietnamese letters with at most one tone, spelled as a syllable can be."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = sum(c in _TONES for c in decomposed)
    toneless = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return tones <= 1 and _LETTERS.issuperset(toneless) and is_syllable(fold(word))


def _western(word: str) -> bool:
    """One accented small letter among plain ones, as in café or señor: mojibake has capitals inside or several."""
    marked = [c for c in word if not c.isascii()]
    inner = word[1:] if word[:1].isupper() else word
    cased = inner.islower() or word.isupper()
    return bool(_LATIN_WORD.fullmatch(word)) and cased and len(marked) <= max(1, len(word) // 3)
