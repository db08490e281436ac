"""Takes out of a page what no reader sees, so that it is never indexed: scripts, hidden and unreadable text.

Known from attributes, inline styles and plain rules (`.class {}`, `#id {}`) of the page's own style sheets; external
style sheets are not fetched.
"""

from __future__ import annotations

import re

from bot.ingest.html.markup import Element, remove, words_of

_UNSEEN_TAGS = (
    "head", "script", "style", "noscript", "template", "iframe", "frame", "svg", "canvas", "object", "embed", "math", "select", "input",
    "textarea", "button", "datalist", "audio", "video", "map", "link", "meta", "amp-ad", "amp-sidebar", "amp-consent",
    "amp-analytics", "amp-iframe", "amp-embed", "amp-sticky-ad",
)  # fmt: skip
_UNSEEN_CLASSES = frozenset(
    {"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screen-reader-only", "u-hidden"}
)
_ZERO = re.compile(r"^[+-]?0*(?:\.0+)?(?:px|pt|em|rem|%|vh|vw|ex|ch)?$")
_TINY = re.compile(r"^0*(?:0?\.\d+|1)(?:px|pt)$|^0*\.0\d*(?:em|rem)$")
_FAR = re.compile(r"^-(?:\d{4,}|[5-9]\d\d)(?:\.\d+)?(?:px|pt)?$|^-\d{3,}(?:em|rem|%|vw|vh)$")
_AT_RULE = re.compile(r"@[^{};@]*+(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIMPLE = re.compile(r"^[a-z]*([.#][\w-]+)$", re.IGNORECASE)
_NAMED = re.compile(r"[.#][\w-]+")
_CSS_CHARS = 300_000
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)")
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_COLOURS = {"white": "ffffff", "black": "000000", "transparent": "transparent", "snow": "fffafa"}


def remove_hidden(tree: Element) -> int:
    """Removes what is not seen from the tree; gives how many characters of hidden text went with it."""
    rules = _hiding_rules(tree)
    for element in list(tree.iter(*_UNSEEN_TAGS)):
        remove(element)
    hidden = 0
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.tag not in ("html", "body") and _is_hidden(element, rules):
            hidden += len(words_of(element))
            remove(element)
    return hidden


def _is_hidden(element: Element, rules: frozenset[str]) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    names = attributes.get("class", "").split()
    if any(name.lower() in _UNSEEN_CLASSES or f".{name}" in rules for name in names):
        return True
    if f"#{attributes.get('id')}" in rules:
        return True
    style = _declarations(attributes["style"]) if "style" in attributes else {}
    if element.tag == "font" and attributes.get("color"):
        style.setdefault("color", attributes["color"].lower())
    return bool(style) and (_hides(style) or _same_colours(element, style))


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in style.lower().split(";") if ":" in part)
    return {key.strip(): value.replace("!important", "").strip() for key, value in pairs}


def _hides(style: dict[str, str]) -> bool:
    """Do these declarations make text invisible by themselves?"""
    get = style.get
    clipped = get("overflow", "").startswith(("hidden", "clip")) or get("overflow-y") == "hidden"
    return (
        get("display") == "none"
        or get("visibility") in ("hidden", "collapse")
        or get("content-visibility") == "hidden"
        or bool(_ZERO.match(get("opacity", "1")))
        or bool(_ZERO.match(get("font-size", "1px")) or _TINY.match(get("font-size", "")))
        or get("color") == "transparent"
        or bool(_FAR.match(get("text-indent", "")))
        or (get("position") in ("absolute", "fixed") and any(_FAR.match(get(side, "")) for side in ("left", "top", "right")))
        or (clipped and any(_ZERO.match(get(side, "1px")) for side in ("height", "width", "max-height", "max-width")))
        or "rect(0" in get("clip", "") or "inset(100%" in get("clip-path", "") or "inset(50%" in get("clip-path", "")
        or "scale(0)" in get("transform", "")
    )  # fmt: skip


def _same_colours(element: Element, style: dict[str, str]) -> bool:
    """Text in the colour of its ground; a ground that nobody names is white paper."""
    colour = _colour(style.get("color", ""))
    if not colour:
        return False
    ground = _ground(element)
    return ground == colour


def _ground(element: Element) -> str:
    for ancestor in (element, *element.iterancestors()):
        style = _declarations(ancestor.get("style", ""))
        named = style.get("background-color") or style.get("background") or ancestor.get("bgcolor", "").lower()
        if named and named not in ("transparent", "none", "inherit"):
            return _colour(named) or named
    return "ffffff"


def _colour(value: str) -> str:
    if found := _HEX.search(value):
        digits = found[1]
        return "".join(d * 2 for d in digits[:3]) if len(digits) in (3, 4) else digits[:6]
    if found := _RGB.search(value):
        return "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return next((_COLOURS[word] for word in value.split() if word in _COLOURS), "")


def _hiding_rules(tree: Element) -> frozenset[str]:
    """The classes and ids that the page's style sheets hide and no other rule shows again."""
    sheets = " ".join(sheet.text or "" for sheet in tree.iter("style"))[:_CSS_CHARS]
    hiding: set[str] = set()
    shown: set[str] = set()
    for selectors, body in _RULE.findall(_AT_RULE.sub(" ", _COMMENT.sub(" ", sheets))):
        style = _declarations(body)
        hides = _hides(style)
        for selector in selectors.split(","):
            simple = _SIMPLE.match(selector.strip())
            if hides and simple:
                hiding.add(simple[1])
            elif not hides and ("display" in style or "visibility" in style):
                shown.update(_NAMED.findall(selector))
    return frozenset(hiding - shown)
