"""The head of an article read off its own words: outlet, publication date and address. What is not said stays None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.ingest.article.agencies import AGENCY
from bot.ingest.text.calendar import full_date
from bot.models import ParagraphKind

_SITE = re.compile(
    r"^[(\[]?((?:[A-Z][\w-]{0,20}\.)+(?:vn|com|org|net|VN)|TTXVN|TTO|NLĐO|NLD|NDO|VOV|VTV|VTC News|SGGPO|QĐND|VietNamNet|VGP)[)\]]?\s*[-–—]\s"
)
_DATELINE = re.compile(rf"^[^().!?]{{2,60}}\(({AGENCY}|[A-ZĐ]{{2,8}}(?:[./+][\w+]{{1,14}})?)\)\s*[-–—]+\s")
_TAIL = re.compile(r"[.!?”\"][\s./]*[—–-]+\s*([A-Z]{2,6}[+]?(?:/[A-Z][\w+]{1,14})?)\s*$")
_TAIL_PARENTHESIS = re.compile(
    r"[.!?”\"/]\s*\(?(?:Theo )?\((?:Theo )?([A-Z][\w+./ ]{1,20})\)\s*\.?$|^\(?(?:Theo|Nguồn|Source):? ([A-Z][\w+./ ]{1,20}?)\)?\.?$"
)
_AGENCY_LINE = re.compile(r"^[—–(\[-]?\s*([A-Z]{2,6}[+]?|Reuters|Xinhua|Vietnam\+|VietnamPlus)\s*[)\]]?\.?$")
_URL = re.compile(r"https?://[^\s<>\"']+")
_DATED = re.compile(r"^[^.!?]{2,30},\s*(?:ngày\s)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*[(\-–—]")


def outlet_of(texts: Sequence[str]) -> str | None:
    """The outlet that the dateline, else the last lines, name.

    >>> outlet_of(["VTV.vn - Hôm nay, đoàn tới thăm."]), outlet_of(["HÀ NỘI (VNS) — He left."]), outlet_of(["He left. — VNS"])
    ('VTV.vn', 'VNS', 'VNS')
    """
    for text in texts[:4]:
        for pattern in (_SITE, _DATELINE):
            if found := pattern.match(text[:120]):
                return found[1].strip()
    for text in reversed(texts[-3:]):
        for pattern in (_TAIL, _TAIL_PARENTHESIS, _AGENCY_LINE):
            if found := pattern.search(text[-60:] if len(text) > 60 else text):
                return str(found[1] or found[2]).strip()
    return None


def published_of(texts: Sequence[str], kinds: Sequence[ParagraphKind]) -> date | None:
    """The publication date, from a line near the head or at the end that is nothing but a date, or a dated dateline.

    A date inside a sentence tells of an event, not of the publication, and is left alone.

    >>> published_of(["Lâm visits ASEAN", "March 10, 2025 - 14:30"], ["title", "byline"])
    datetime.date(2025, 3, 10)
    >>> published_of(["He was born on March 10, 1957."], ["body"]) is None
    True
    """
    near = list(zip(texts, kinds, strict=True))
    for text, kind in near[:6] + near[-2:]:
        if kind == "byline" or _DATED.match(text):
            day = full_date(text[:80])
            if day:
                return day
    return None


def url_of(texts: Sequence[str], kinds: Sequence[ParagraphKind]) -> str | None:
    """The address that stands on a line of its own, near the head or at the end."""
    near = list(zip(texts, kinds, strict=True))
    for text, kind in near[:6] + near[-2:]:
        if kind == "byline" and (found := _URL.search(text)):
            return found[0]
    return None
