"""In which language a request is answered."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Scope

from bot.models import Language


def preferred(accept: str) -> Language:
    """The page's language for an Accept-Language header: Vietnamese where it is preferred or nothing is said.

    >>> preferred("en-GB,en;q=0.9,vi;q=0.8"), preferred(""), preferred("fr"), preferred("en;q=0.2, vi")
    ('en', 'vi', 'en', 'vi')
    """
    ranks: dict[str, float] = {}
    for part in accept.lower().split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            ranks.setdefault(tag.partition("-")[0], float(quality or 1))
        except ValueError:
            continue
    if not accept.strip():
        return "vi"
    return "vi" if ranks.get("vi", 0) > max(ranks.get("en", 0), ranks.get("*", 0)) else "en"


def asked_in(scope: Scope) -> Language:
    """The language of a request's errors: what it prefers, English for a program that says nothing."""
    accept = Headers(scope=scope).get("accept-language", "")
    return preferred(accept) if accept.strip() else "en"
