"""What a number counts, where a unit follows it: a share, a currency, a measure, an era; both languages write one unit."""

from __future__ import annotations

import re

_NAMES = {
    "pp": "percentage points?|điểm phần trăm|điểm %",
    "%": "%|per ?cent|phần trăm",
    "point": "points?|điểm",
    "USD": "USD|US dollars?|dollars?|đô la|đô-la|đô",
    "VND": "VND|VNĐ|đồng|dong",
    "EUR": "EUR|euros?|ơ-?rô",
    "BC": r"BCE?|B\.C\.(?:E\.)?|TCN|tr(?:ước)?\.? ?(?:CN|Công nguyên)",
    "AD": r"AD|A\.D\.|CE|sau Công nguyên",
    "km2": "km²|km2|sq(?:uare|\\.)? ?(?:km|kilomet(?:re|er)s?)|(?:km|ki-?lô-?mét) vuông",
    "mi2": "square miles?|sq ?mi|dặm vuông",
    "m2": "m²|m2|square met(?:re|er)s?|(?:m|mét) vuông",
    "km": "km|kilomet(?:re|er)s?|ki-?lô-?mét|kilomét|cây số",
    "cm": "cm|centimet(?:re|er)s?|xen-?ti-?mét",
    "mm": "mm|millimet(?:re|er)s?|mi-?li-?mét",
    "nm": "nm|nanomet(?:re|er)s?|nanomét",
    "m": "m|met(?:re|er)s?|mét",
    "mile": "miles?|mi|dặm",
    "foot": "feet|foot|ft",
    "yard": "yards?|yd",
    "inch": "inch(?:es)?",
    "ha": "ha|hectares?|héc-?ta|hecta",
    "acre": "acres?|mẫu Anh",
    "kg": "kg|kilogram(?:me)?s?|ki-?lô-?gam|cân",
    "g": "gram(?:me)?s?|gam",
    "tonne": "tonnes?|tons?|tấn",
    "litre": "lit(?:re|er)s?|lít",
    "°C": "°C|degrees? (?:Celsius|centigrade)|độ C",
    "°F": "°F|degrees? Fahrenheit|độ F",
    "person": "people|persons?|người",
    "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "kW": "kW", "MW": "MW", "GW": "GW",
    "year": r"years|(?<!\d{4} )year|năm(?! \d{3,4}\b)", "month": r"months?|tháng(?! \d)", "week": "weeks?|tuần", "day": r"days?|ngày(?! \d)",
    "hour": "hours?|giờ|tiếng đồng hồ", "minute": "minutes?|phút", "second": "seconds?|giây",
}  # fmt: skip
_CASED = frozenset({"BC", "AD", "kHz", "MHz", "GHz", "kW", "MW", "GW", "°C", "°F"})
_PATTERNS = tuple(
    (name, re.compile(rf"[\s-]?(?:{spellings})(?![^\W_])", 0 if name in _CASED else re.IGNORECASE))
    for name, spellings in _NAMES.items()
)
_BEFORE = re.compile(r"(US\$|\$|€|₫|£|VNĐ|VND|USD|EUR)\s?$")
_SIGNS = {"US$": "USD", "$": "USD", "€": "EUR", "₫": "VND", "VNĐ": "VND", "£": "GBP"}
_MINUS = re.compile(r"(?:(?<![\w)\]%.,])[-\u2212](?:US\$|\$|€|£)?|\b(?:minus|negative|âm) )$", re.IGNORECASE)
_BELOW = re.compile(
    r" ?(?:°? ?[CF]?|degrees?(?: [CF]\w*)?|độ(?: [CF])?) (?:below zero|dưới (?:0|không))", re.IGNORECASE
)
_FALLS = re.compile(
    r"\b(?:fe?ll|falls|falling|drop\w*|declin\w+|decreas\w+|down|los[te]\w*|loss\w*|shr[aiu]nk\w*|cut|reduc\w+|deficit|"
    r"giảm|lỗ|mất|hụt|thua lỗ|thâm hụt|sụt|hạ)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
CURRENCIES = frozenset({"USD", "VND", "EUR", "GBP"})
COUNTED = "#"
"""The unit of the answer to `how many` of things for which there is no unit."""
MEASURES = CURRENCIES | {
    "%",
    "pp",
    "km2",
    "mi2",
    "m2",
    "km",
    "cm",
    "mm",
    "nm",
    "m",
    "mile",
    "foot",
    "yard",
    "inch",
    "ha",
}
"""Units in which nothing is counted that has another name."""
YEARLY = frozenset({"in ", "since ", "from ", "until ", "năm "})
"""Labels of a number that is a year."""
_HOW_MANY = re.compile(r"\bhow many(?= \w)|\b(?:bao nhiêu|mấy)(?= \w)", re.IGNORECASE)
_LABEL = re.compile(r"(?<![^\W_])(?:[A-Z]+[-.]?|[A-Za-z]{3,}|[Ii]n|[Nn]ăm) ?$")
_NO_LABEL = re.compile(r"(?:[A-Z]{0,2}\$|USD|VND|VNĐ|EUR|GBP|CHF|Rs|R|Nos?\.?|BC|AD)$")


def sign_of(text: str, start: int, end: int) -> str:
    """`-` for a number that is written as one below zero, `~` for one by which something falls, else "".

    >>> sign_of("at -5 °C", 4, 5), sign_of("2-5", 2, 3), sign_of("minus 5", 6, 7), sign_of("fell by 5", 8, 9)
    ('-', '', '-', '~')
    """
    if _MINUS.search(text, max(0, start - 12), start) or _BELOW.match(text, end):
        return "-"
    return "~" if _FALLS.search(text, max(0, start - 60), start) else ""


def label_of(text: str, start: int) -> str:
    """The word that a number at `start` follows, in lower case, if it may belong to it; with a space where it is set apart.

    A number without the space is part of a label and counts nothing.

    >>> label_of("PDP-11", 4), label_of("G20", 1), label_of("Level 3", 6), label_of("US$5", 3), label_of("of 5", 3)
    ('pdp', 'g', 'level ', '', '')
    """
    head = text[max(0, start - 12) : start]
    found = None if _NO_LABEL.search(head) else _LABEL.search(head)
    return re.sub("[-.]", "", found.group()).lower() if found else ""


def unit_of(text: str, start: int, end: int) -> str:
    """The unit of the number at [start, end): a name of this module's table, an ISO 4217 currency, or "".

    >>> unit_of("5 km", 0, 1), unit_of("5 kilomét", 0, 1), unit_of("US$5", 3, 4), unit_of("5 times", 0, 1)
    ('km', 'km', 'USD', '')
    """
    if sign := _BEFORE.search(text, max(0, start - 4), start):
        return _SIGNS.get(sign.group(1), sign.group(1))
    if not text[end : end + 2].strip(" -"):
        return ""
    return next((name for name, pattern in _PATTERNS if pattern.match(text, end)), "")


def how_many(question: str) -> int | None:
    """Where the thing begins that a question asks the number of; None in a question for anything else.

    >>> how_many("How many seconds were left?"), how_many("Có bao nhiêu cầu?"), how_many("Who came?")
    (9, 13, None)
    """
    asked = _HOW_MANY.search(question)
    return asked.end() + 1 if asked else None


def asked_unit(question: str) -> str:
    """The unit that a question asks a number of, `COUNTED` where it asks how many of other things, else "".

    >>> asked_unit("How many seconds were left?"), asked_unit("Có bao nhiêu cầu?"), asked_unit("Who came?")
    ('second', '#', '')
    """
    asked = _HOW_MANY.search(question)
    return (unit_of(question, *asked.span()) or COUNTED) if asked else ""
