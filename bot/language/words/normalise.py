"""One form for every text: NFC, without invisible characters; and the folded forms that comparisons use.

Unicode references: UAX #15 (normalisation), UTS #39 (invisible and bidirectional characters).
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e01ef\ud800-\udfff"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_ODD_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[ {_ODD_SPACES}]{{2,}}|[{_ODD_SPACES}]")
_ODD_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_BREAKS = re.compile(f"\r\n|[{_ODD_BREAKS}]")
_TO_CLEAN = re.compile(f"[{_UNSEEN}{_ODD_SPACES}{_ODD_BREAKS}]")
"""Most texts have none of these and no two spaces in a row: one look is several times faster than three passes."""


class Cleaned(NamedTuple):
    """A cleaned text and how many characters were removed from it."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    r"""NFC, one kind of space and line break; control, zero-width, bidi and tag characters are removed and counted.

    >>> clean("To\u0302 \u200bLa\u0302m\r\n")
    Cleaned(text='Tô Lâm\n', removed=1)
    """
    if "  " not in text and _TO_CLEAN.search(text) is None:
        return Cleaned(unicodedata.normalize("NFC", text), 0)
    broken = _BREAKS.sub("\n", text)
    visible, removed = _INVISIBLE.subn("", broken)
    return Cleaned(unicodedata.normalize("NFC", _SPACES.sub(" ", visible)), removed)


def fold(text: str) -> str:
    """Lower case without tones and other marks, đ as d: how people type Vietnamese in a hurry.

    The length can change; use `fold_aligned` where offsets matter.

    >>> fold("Đón Tổng Bí thư")
    'don tong bi thu'
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFD", text.casefold().replace("đ", "d")).translate(_UNMARKED)


class _Unmarked(dict[int, int | None]):
    """A table for `str.translate` that drops combining marks; each character is looked up once."""

    def __missing__(self, character: int) -> int | None:
        kept = self[character] = None if unicodedata.combining(chr(character)) else character
        return kept


_UNMARKED = _Unmarked()


def fold_aligned(text: str) -> str:
    """`fold` that keeps one character for one, so that a span in the result is the same span in `text` (NFC).

    >>> fold_aligned("Straße Đà")
    'strase da'
    """
    return "".join((fold(c) or c)[0] for c in text)


_OLD_TONE = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ",
    "ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
# What it begins with is one set of letters, which the engine looks for twice as fast as for two alternatives.
_OLD_TONE_RE = re.compile("[òóỏõọùúủũụ](?:(?<=[òóỏõọ])[ae]|(?<=[ùúủũụ])y)(?![a-zà-ỹ])")


_PRESS_TONE = {new: old for old, new in _OLD_TONE.items()}
_PRESS_TONE_RE = re.compile(f"(?<!q)(?:{'|'.join(_PRESS_TONE)})(?![a-zà-ỹ])")


def press_spelling(text: str) -> str:
    """Canonical words with their tones where newspapers place them.

    >>> press_spelling("hoà bình, thuỷ thủ, quỳ")
    'hòa bình, thủy thủ, quỳ'
    """
    return _PRESS_TONE_RE.sub(lambda m: _PRESS_TONE[m.group()], text)


def canonical(text: str) -> str:
    """Case-folded NFC with one tone placement (hòa and hoà are one word); the length is kept.

    >>> canonical("Hòa bình, thủy thủ") == canonical("hoà bình, thuỷ thủ")
    True
    """
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFC", text).lower()
    return _OLD_TONE_RE.sub(lambda m: _OLD_TONE[m.group()], lowered)


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text, each in its canonical form.

    >>> sorted(words("in at")), words("hòa") == words("hoà")
    (['at', 'in'], True)
    """
    return frozenset(canonical(text).split())
