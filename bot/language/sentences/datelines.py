"""What stands around a news sentence without being part of it: the dateline before it, the agency's sign-off behind."""

from __future__ import annotations

import re

from bot.language.sentences.boundaries import Span

_HEAD = re.compile(r"([^\W\d_][^\n—–:;!?\"“”]{1,44}?) (?:—|–|-) (?=[^\W_])")
_SIGN_OFF = re.compile(r"(?<=[.!?…\"”’)])\s*[—–-]{1,2}\s*([\w./][\w./ -]{0,28}[\w./])\s*$")
_OUTLET = re.compile(
    r"\w\.\w|^(?:Thời |Tạp chí |Nhật )?báo\b|^Tạp chí\b|^The \w|\b(?:News|Times|Post|Press)$", re.IGNORECASE
)
_TIME = re.compile(r"(?:Rạng|Sáng|Trưa|Chiều|Tối|Đêm|Hôm|Ngày|Tháng|Năm|Tuần|Vào|Từ|Sau|Theo|Trong|Tại|Mới)\b")
_TOWN = re.compile(
    r"(?P<open>\()?(?P<town>[^\W\d_][^\n()—–:;!?\"“”]{1,44}?)(?(open)\))(?:,? \((?P<agency>[^()\n]{2,24})\))? ?(?:—|–|--?) (?=[^\W_])"
)
_DATED = re.compile(r",[^,]*\d.*$")
_AGENCY = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,8}|VOV|VNA|AFP|AP|UPI|AAP|DPA|EFE|ANSA|TASS|ANTARA|CNA|CAND|QĐND|SGGP")
"""Agencies in capitals: an abbreviation of consonants, or a known one."""
MOST = 5
"""Words of the name of an outlet, at most."""
LEAST = 8
"""Words that a sentence has behind its dateline, at least."""


def body(text: str, span: Span, *, place: bool = False) -> Span:
    """A span of a paragraph without its dateline and sign-off; with `place` a dateline stays, for it names a town.

    >>> text = "HÀ NỘI — Party General Secretary Tô Lâm visited Jakarta on Monday, March 10. — VNS"
    >>> body(text, Span(0, len(text))).of(text)
    'Party General Secretary Tô Lâm visited Jakarta on Monday, March 10.'
    """
    words = span.of(text)
    start = span.start + (_head(words, place) if span.start == 0 else 0)
    closing = _SIGN_OFF.search(words)
    end = span.start + closing.start() if closing else span.end
    return Span(start, end) if start < end else span


def outlet_before(text: str) -> Span | None:
    """The outlet that is named before a lead; None where a town is, or nothing.

    >>> text = "VTV.vn - Hôm nay (10/3), Tổng Bí thư Tô Lâm đã tới thăm Ban Thư ký."
    >>> outlet_before(text)
    Span(start=0, end=6)
    """
    match = _HEAD.match(text)
    agency = match and _AGENCY.fullmatch(match.group(1)) and _head(text, place=False)
    named = match and (agency or (_head(text, place=True) and not match.group(1).isupper()))
    return Span(match.start(1), match.end(1)) if match and named else None


def town_before(text: str) -> Span | None:
    """The town that a lead is datelined from, with its land where that stands there; None where there is none.

    >>> text = "HÀ NỘI — Party General Secretary Tô Lâm visited Jakarta on Monday."
    >>> town_before(text)
    Span(start=0, end=6)
    """
    match = _TOWN.match(text)
    if not match or len(text[match.end() :].split()) < LEAST:
        return None
    start, town = match.start("town"), _DATED.sub("", match.group("town"))
    marked = match.group("open") or match.group("agency") or town.split(",")[0].isupper()
    outlet = _AGENCY.fullmatch(town) or _OUTLET.search(town) or not town[:1].isupper()
    return Span(start, start + len(town)) if marked and not outlet else None


def sign_off(text: str) -> Span | None:
    """The agency that is named behind the last sentence of a text; None where there is none.

    >>> sign_off("He spoke of peace. — VNS")
    Span(start=21, end=24)
    """
    match = _SIGN_OFF.search(text)
    return Span(match.start(1), match.end(1)) if match else None


def _head(words: str, place: bool) -> int:
    """The length of a dateline: a town in capitals, or an outlet, known as one by its name or by the time told behind it.

    `Tuyến Huế - Đà Nẵng` is neither.
    """
    match = _HEAD.match(words)
    if not match or len(words[match.end() :].split()) < LEAST:
        return 0
    head, rest = match.group(1), words[match.end() :]
    outlet = len(head.split()) <= MOST and (_OUTLET.search(head) or _TIME.match(rest))
    town = head.isupper() and not place
    return match.end() if town or (outlet and rest[0].isupper()) else 0
