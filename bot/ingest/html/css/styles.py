"""What CSS declarations make of a text: does a reader see it?

Lengths are reckoned in CSS pixels; one that depends on the window or the element is taken as a share of a usual one.
"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb

Style = dict[str, str]
"""Values by property, both in lower case."""

UNREADABLE = 2.0
"""Pixels of a letter that nobody can read."""
_OUTSIDE = 500.0
"""Pixels to the left of a window or above it at which nothing of a text is seen."""
_FAR = 1_500.0
"""The same for what is also used to centre a wide element, and to the right of a window twice as far."""
_FAINT = 0.05
_PIXELS = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945, "em": 16.0, "rem": 16.0, "ex": 8.0,
    "ch": 8.0, "%": 6.0, "vw": 6.0, "vh": 6.0, "vmin": 6.0, "vmax": 6.0,
}  # fmt: skip
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
_LENGTH = re.compile(rf"({_NUMBER})({'|'.join(filter(None, _PIXELS))})?")
_FONT_SIZE = re.compile(rf"(?:^|\s)(0+(?:\.0+)?|{_NUMBER}(?:px|pt|em|rem|%))(?=[\s/])")
_CALL = re.compile(r"([a-z0-9-]+)\(([^()]*)\)")
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_COLOURS = {"white": "ffffff", "black": "000000", "transparent": "transparent", "snow": "fffafa"}
_SIDES = ("left", "top", "right", "bottom", "inset")
_SIZES = ("height", "width", "max-height", "max-width", "block-size", "inline-size", "line-height")


def declarations(style: str) -> tuple[Style, Style]:
    """The declarations of a style: the usual ones, and those marked `!important`.

    >>> declarations("Display : none; color: Red !important")
    ({'display': 'none'}, {'color': 'red'})
    """
    usual: Style = {}
    important: Style = {}
    for part in unescaped(without_comments(style)).lower().split(";"):
        name, colon, value = part.partition(":")
        value, mark, _ = value.partition("!")
        if colon:
            (important if mark else usual)[name.strip()] = value.strip()
    return usual, important


def without_comments(css: str) -> str:
    """CSS with its comments taken out."""
    return _COMMENT.sub("", css)


def unescaped(css: str) -> str:
    r"""CSS with its escapes resolved.

    >>> unescaped(r"n\6fne"), unescaped(r"md\:block")
    ('none', 'md:block')
    """
    return _ESCAPE.sub(_character, css) if "\\" in css else css


def _character(escape: re.Match[str]) -> str:
    if escape[2] is not None:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def hides(style: Style) -> bool:
    """Do these declarations make a text invisible by themselves?

    >>> [hides({"left": "-9999px", "position": position}) for position in ("absolute", "static")]
    [True, False]
    """
    get = style.get
    return (
        get("display") == "none"
        or get("visibility") in ("hidden", "collapse")
        or get("content-visibility") == "hidden"
        or _below(get("opacity", "1"), _FAINT)
        or any(name == "opacity" and _below(value, _FAINT) for name, value in _CALL.findall(get("filter", "")))
        or _below(get("zoom", "1"), _FAINT)
        or _is_unreadable(style)
        or _has_no_ink(style)
        or _is_outside(style)
        or _is_shut(style)
        or _is_clipped(style)
        or any(_moves_away(name, value.split(",")) for name, value in _CALL.findall(get("transform", "")))
        or any(name in style and _moves_away(name, get(name, "").split()) for name in ("translate", "scale"))
    )


def _below(value: str, limit: float) -> bool:
    """Is a number or percentage below the limit?"""
    number = _LENGTH.fullmatch(value.strip())
    return number is not None and float(number[1]) / (100 if number[2] == "%" else 1) < limit


def pixels(value: str) -> float | None:
    """A length in pixels; None for what is no plain length.

    >>> pixels("-12pt"), pixels("calc(0px)"), pixels("auto")
    (-16.0, 0.0, None)
    """
    value = value.strip()
    if value.startswith("calc(") and value.endswith(")"):
        value = value[5:-1].strip()
    length = _LENGTH.fullmatch(value)
    return float(length[1]) * _PIXELS[length[2] or ""] if length else None


def _at_most(value: str | None, limit: float) -> bool:
    length = pixels(value) if value else None
    return length is not None and length <= limit


def _is_unreadable(style: Style) -> bool:
    """Letters too small to read, by their size or in a `font`."""
    size = _FONT_SIZE.search(style.get("font", ""))
    length = style.get("font-size") or (size[1] if size else "")
    share = 16 / 100 / _PIXELS["%"] if length.endswith("%") else 1.0
    return _at_most(length, UNREADABLE / share)


def _has_no_ink(style: Style) -> bool:
    """Letters without a colour, where the ground does not show through them as a pattern."""
    if "text" in (style.get("background-clip"), style.get("-webkit-background-clip")):
        return False
    return "transparent" in (colour(style.get("-webkit-text-fill-color", "")), colour(style.get("color", "")))


def _is_outside(style: Style) -> bool:
    """Pushed out of the window."""
    if style.get("position") in ("absolute", "fixed", "relative", "sticky"):
        for side in _SIDES:
            lengths = [pixels(value) or 0.0 for value in style.get(side, "").split()]
            if any(length <= -_OUTSIDE or (side != "top" and length >= 2 * _FAR) for length in lengths):
                return True
    margins = [style.get("margin-left"), style.get("margin-top"), *style.get("margin", "").split()]
    indent = style.get("text-indent", "")
    return (
        any(_at_most(margin, -_FAR) for margin in margins)
        or _at_most(indent, -_OUTSIDE)
        or (pixels(indent) or 0.0) >= 2 * _FAR
        or (indent == "100%" and style.get("white-space") == "nowrap")
    )


def _is_shut(style: Style) -> bool:
    """In a box of no size that shows nothing beyond its edges."""
    overflow = f"{style.get('overflow', '')} {style.get('overflow-y', '')} {style.get('overflow-x', '')}"
    return ("hidden" in overflow or "clip" in overflow) and any(_at_most(style.get(size), 1.0) for size in _SIZES)


def _is_clipped(style: Style) -> bool:
    """Cut to nothing by `clip` or `clip-path`."""
    for name, value in _CALL.findall(f"{style.get('clip', '')} {style.get('clip-path', '')}"):
        points = [" ".join(point.split()) for point in value.split(",")]
        lengths = [pixels(length) for length in value.replace(",", " ").split()]
        if name == "polygon" and len(set(points)) == 1:
            return True
        if name in ("circle", "ellipse") and lengths and lengths[0] == 0:
            return True
        if name in ("rect", "inset") and _leaves_nothing(name, value, lengths):
            return True
    return False


def _leaves_nothing(name: str, value: str, lengths: list[float | None]) -> bool:
    """Do the edges of a rectangle, or the insets from the edges of the element, meet?"""
    edges = [length for length in lengths[:4] if length is not None]
    if name == "rect":
        return len(edges) == 4 and (edges[2] - edges[0] <= 1 or edges[1] - edges[3] <= 1)
    if not edges or len(edges) != len(lengths[:4]) or "%" not in value:
        return False
    top, right, bottom, left = (*edges, *(edges * 4))[:4] if len(edges) < 3 else (*edges, edges[1])[:4]
    return min(100 * _PIXELS["%"] - top - bottom, 100 * _PIXELS["%"] - left - right) <= 0


def _moves_away(name: str, values: list[str]) -> bool:
    """Does a function of `transform` shrink a text to nothing, turn it on its edge or carry it off?"""
    if name.startswith("scale"):
        return any(_below(value.strip().lstrip("-"), _FAINT) for value in values[:2])
    if name in ("rotatex", "rotatey"):
        return any(re.fullmatch(r"[+-]?(?:90|270)deg", value.strip()) for value in values)
    if name.startswith("matrix"):
        return all(_below(value.strip(), _FAINT) and _below(f"-{value.strip()}", _FAINT) for value in values[:2])
    if name.startswith("translate"):
        moved = [pixels(value) or 0.0 for value in values if "%" not in value]
        return any(length <= -_FAR or length >= 2 * _FAR for length in moved)
    return False


def colour(value: str) -> str:
    """Six hexadecimal digits of a colour, `transparent`, or nothing for one that is not known.

    >>> colour("#FFF".lower()), colour("rgb(0 0 0 / 0)"), colour("hsl(0, 0%, 100%)"), colour("navy")
    ('ffffff', 'transparent', 'ffffff', '')
    """
    if found := _HEX.search(value):
        digits = found[1]
        whole = "".join(d * 2 for d in digits) if len(digits) in (3, 4) else digits
        return "transparent" if whole[6:] == "00" else whole[:6]
    for name, called in _CALL.findall(value):
        parts = called.replace(",", " ").replace("/", " ").split()
        if name[:3] in ("rgb", "hsl") and len(parts) >= 3:
            return "transparent" if len(parts) > 3 and _below(parts[3], _FAINT) else _mixed(name, parts[:3])
    return next((_COLOURS[word] for word in value.split() if word in _COLOURS), "")


def _mixed(name: str, parts: list[str]) -> str:
    """The digits of the three parts of `rgb()` or `hsl()`; nothing when they are no numbers."""
    numbers = [re.match(_NUMBER, part) for part in parts]
    if not all(numbers):
        return ""
    one, two, three = (float(number[0]) for number in numbers if number)
    if name.startswith("hsl"):
        channels = [255 * c for c in hls_to_rgb(one / 360 % 1, min(three, 100) / 100, min(two, 100) / 100)]
    else:
        channels = [2.55 * c if "%" in part else c for c, part in zip((one, two, three), parts, strict=True)]
    return "".join(f"{min(255, max(0, round(channel))):02x}" for channel in channels)


def alike(one: str, other: str) -> bool:
    """Can two colours (of six digits) not be told apart?

    >>> alike("ffffff", "fefefe"), alike("ffffff", "dddddd")
    (True, False)
    """
    if len(one) != 6 or len(other) != 6:
        return False
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= 8 for i in (0, 2, 4))
