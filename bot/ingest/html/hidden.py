"""Takes out of a page what no reader sees, so that it is never indexed: scripts, hidden and unreadable text.

Known from elements, attributes, well-known class names, inline styles and the page's own style sheets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import document_fromstring

from bot.ingest.html.css.styles import Style, alike, colour, hides
from bot.ingest.html.css.stylesheet import Styles
from bot.ingest.html.markup import Element, remove, words_of

_UNSEEN_TAGS = (
    "head", "script", "style", "noscript", "template", "iframe", "frame", "svg", "canvas", "object", "embed", "math", "select", "input",
    "textarea", "button", "datalist", "audio", "video", "map", "link", "meta", "noframes", "noembed", "rp", "progress", "meter",
    "amp-ad", "amp-sidebar", "amp-consent", "amp-analytics", "amp-iframe", "amp-embed", "amp-sticky-ad",
)  # fmt: skip
_UNSEEN_CLASSES = frozenset(
    {
        "visually-hidden",
        "visuallyhidden",
        "sr-only",
        "screen-reader-text",
        "screen-reader-only",
        "u-hidden",
        "element-invisible",
        "visually-hidden-focusable",
    }
)
_USUALLY_UNSEEN = frozenset({"d-none", "hidden", "invisible", "is-hidden", "uk-hidden"})
"""Classes of well-known style sheets, where none at hand says otherwise and no other class shows the text on some screens."""
_ON_SOME_SCREENS = re.compile(r"(?:^d-(?:sm|md|lg|xl|xxl)-|^(?:sm|md|lg|xl|2xl):|@(?:s|m|l|xl)$)")
_FLOATING = frozenset({"absolute", "fixed", "sticky"})
_AROUND = 4


def remove_hidden(tree: Element) -> int:
    """Removes what is not seen from the tree; gives how many characters of hidden text went with it."""
    styles = Styles.read(tree)
    for element in list(tree.iter(*_UNSEEN_TAGS)):
        remove(element)
    hidden = 0
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.tag not in ("html", "body") and _is_hidden(element, styles):
            hidden += len(words_of(element))
            remove(element)
    return hidden


@lru_cache(maxsize=256)
def hides_its_text(tag: str) -> bool:
    """Is what stands between an opening tag, given by itself, and its end never seen?

    >>> hides_its_text("<div style='display:none'>"), hides_its_text("<b>"), hides_its_text("<script>")
    (True, False, True)
    """
    tree = document_fromstring(f"<body>{tag}x")
    remove_hidden(tree)
    return not words_of(tree)


def _is_hidden(element: Element, styles: Styles) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    style = styles.of.get(element, {})
    if "popover" in attributes and style.get("display") is None:
        return True
    names = attributes["class"].lower().split() if "class" in attributes else []
    if any(name in _UNSEEN_CLASSES for name in names):
        return True
    if any(name in _USUALLY_UNSEEN for name in names) and not style.keys() & {"display", "visibility"}:
        return not any(_ON_SOME_SCREENS.search(name) for name in names)
    return bool(style or element.tag == "font" or "bgcolor" in attributes) and (
        hides(style) or _is_one_with_ground(element, styles)
    )


def _is_one_with_ground(element: Element, styles: Styles) -> bool:
    """Is its text in the colour of its ground? Judged where the element itself names one of them.

    What nobody names is black ink or white paper, if no style sheet is missing; a white text that names its colour
    inline is taken to stand on white paper in any case.
    """
    style = styles.of.get(element, {})
    inline = "color" in element.get("style", "").lower() or bool(element.tag == "font" and element.get("color"))
    if not (inline or _ink(element, style) or _paper(element, style)) or (not inline and _floats(element, styles)):
        return False
    around = [(e, styles.of.get(e, {})) for e in (element, *element.iterancestors())]
    ink = next(filter(None, (_ink(*one) for one in around)), "000000" if styles.complete else "")
    paper = next(filter(None, (_paper(*one) for one in around)), "ffffff" if inline or styles.complete else "")
    return alike(ink, paper)


def _ink(element: Element, style: Style) -> str:
    named = style.get("color") or (element.get("color", "").lower() if element.tag == "font" else "")
    return (colour(named) or named) if named and named not in ("inherit", "currentcolor") else ""


def _paper(element: Element, style: Style) -> str:
    """The colour behind an element's text, or whatever else is named there; nothing where one sees through."""
    image = style.get("background-image", "none")
    named = style.get("background-color") or style.get("background") or element.get("bgcolor", "").lower()
    if image not in ("none", "initial") or (named and ("url(" in named or "gradient" in named)):
        return "a picture"
    found = colour(named) or named if named and named not in ("none", "inherit", "initial", "unset", "0 0") else ""
    return "" if found == "transparent" else found


def _floats(element: Element, styles: Styles) -> bool:
    """Does it, or something close around it, lie over something else, as a caption over its picture?"""
    near = (element, *list(element.iterancestors())[:_AROUND])
    return any(styles.of.get(one, {}).get("position") in _FLOATING for one in near)
