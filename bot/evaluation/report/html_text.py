"""Text of others as HTML: escaped, control and direction characters made visible, quotes marked by span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def safe(text: object) -> str:
    """Escaped text; what cannot be seen or would turn the line round is shown as U+FFFD.

    >>> safe("<b>\u202eabc")
    '&lt;b&gt;\ufffdabc'
    """
    return escape(_HIDDEN.sub("\ufffd", str(text)), quote=True)


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Escaped text with `<mark>` around the spans (code points, half open); overlapping spans are joined.

    >>> marked("a < b", [(0, 1), (4, 5)])
    '<mark>a</mark> &lt; <mark>b</mark>'
    """
    parts, place = [], 0
    for start, end in _joined(spans, len(text)):
        parts.append(f"{safe(text[place:start])}<mark>{safe(text[start:end])}</mark>")
        place = end
    return "".join(parts) + safe(text[place:])


def _joined(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, s), min(e, length)) for s, e in spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
