"""Takes out of a page what surrounds its article: menus, link boxes, share bars, comments, banners, advertisements.

Judged by element, role and the words of class names and ids, and by shape (lists of teasers). What holds the headline
or most of the text that `weight` vouches for is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from bot.ingest.html.markup import Element, remove, words_of

_TAGS = frozenset({"nav", "footer", "menu", "dialog", "aside", "amp-list", "bsp-list-loadmore"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "search", "menu", "toolbar"}
)
_SURE = frozenset({"comment", "comments", "binhluan", "cookie", "cookies", "consent", "gdpr", "disqus"})
_JUNK_WORDS = (
    "related relate relatednews relatedposts lienquan tinlienquan share sharing sharedaddy social socials newsletter newsletters "
    "signup subscribe subscription ad ads adv advert adverts advertisement advertising adsense adsbygoogle dfp quangcao banner "
    "sponsor sponsored breadcrumb breadcrumbs tag tags tagcloud taglist sidebar popup modal overlay footer foot menu navbar nav "
    "navigation recommend recommended recommendation recommendations trending popular mostread mostviewed docnhieu xemnhieu "
    "teaser teasers outbrain taboola mgid paywall toolbar toc editsection pagination pager login promo promos richlink rich-link "
    "readmore readalso donate reaction reactions rating poll survey widget followus tinkhac tinmoi signoff noprint"
)
_JUNK = _SURE | frozenset(_JUNK_WORDS.split())
_PAIRED_WORDS = (
    "read-next next-story more-news other-news author-box author-bio about-author most-read most-viewed most-popular top-stories "
    "see-also infinite-next up-next right-rail sign-up read-more trust-badge bai-lien tin-lien tin-khac tin-moi doc-them xem-them "
    "page-below back-top skip-link tool-print author-info source-link list-news more-stories link-content you-may"
)
_PAIRS = frozenset(_PAIRED_WORDS.split())
_NOT_NAMES = frozenset(
    {"has", "no", "is", "js", "tag", "category", "type", "with", "without", "status", "format", "page", "lacks"}
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LINKED_NAME = re.compile(r"lienquan|binhluan|quangcao", re.IGNORECASE)


def remove_boilerplate(tree: Element, weight: Callable[[Element], float]) -> None:
    """Removes what surrounds the article; `weight(element)` is the share of the article's text in it, 0..1."""
    headed = next(tree.iter("h1"), None) is not None
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "main") or element.getparent() is None:
            continue
        allowed = _allowed_weight(element, headed=headed)
        if allowed is not None and not _holds_headline(element) and (allowed >= 1 or weight(element) <= allowed):
            remove(element)


def _allowed_weight(element: Element, *, headed: bool) -> float | None:
    """The share of the article's text up to which the element is taken out; None for an element that is not suspect."""
    if _named(element, _SURE):
        return 1.0
    if _is_teasers(element):
        return 1.0 if headed else 0.5
    if element.tag in _TAGS or element.get("role") in _ROLES or _is_junk_name(element):
        return 0.5
    return None


def _names(element: Element) -> list[list[str]]:
    """The words of each class name, the id and the component's name; names that describe the whole page are left out."""
    raw = f"{element.get('class', '')} {element.get('id', '')} {element.get('data-component', '')}".split()[:30]
    split = ([word.lower() for word in _WORD.findall(name)] for name in raw)
    return [words for words in split if words and words[0] not in _NOT_NAMES]


def _named(element: Element, wanted: frozenset[str]) -> bool:
    return any(word in wanted for words in _names(element) for word in words)


def _is_junk_name(element: Element) -> bool:
    for words in _names(element):
        if any(word in _JUNK for word in words) or any(f"{a}-{b}" in _PAIRS for a, b in pairwise(words)):
            return True
    return bool(_LINKED_NAME.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _holds_headline(element: Element) -> bool:
    if element.tag in ("h1",):
        return True
    return next(element.iter("h1"), None) is not None and element.tag not in ("nav", "footer", "aside")


def _is_teasers(element: Element) -> bool:
    """Two children or more, nearly all of them a linked heading with few words around it; not a live page's entries."""
    if any("live" in words for words in _names(element)):
        return False
    children = [child for child in element if isinstance(child.tag, str)]
    if not 2 <= len(children) <= 60:
        return False
    cards = sum(_is_card(child) for child in children)
    return cards >= 2 and cards >= 0.7 * len(children)


def _is_card(element: Element) -> bool:
    if element.tag in ("p", "h1", "table", "figure", "br"):
        return False
    linked = any(next(h.iter("a"), None) is not None for h in element.iter("h2", "h3", "h4", "h5"))
    linked = linked or any(next(a.iter("h2", "h3", "h4", "h5"), None) is not None for a in element.iter("a"))
    return linked and len(words_of(element)) < 400
