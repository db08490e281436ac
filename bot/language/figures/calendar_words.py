"""The words of the calendar in both languages, as tables: months, weekdays, days of the month, decades, centuries."""

from __future__ import annotations

from bot.models import Language

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_EN_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_VI_UNITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

MONTH_WORDS: dict[str, int] = {
    word: i for i, month in enumerate(_MONTHS.split(), 1) for word in (month, month[:3])
} | {"sept": 9}  # fmt: skip
"""English months and their abbreviations, from January = 1."""

VI_MONTHS: dict[str, int] = {
    **{word: i for i, word in enumerate((*_VI_UNITS, "mười", "mười một", "mười hai"), 1)},
    "tư": 4, "giêng": 1, "chạp": 12,
}  # fmt: skip
"""Vietnamese months as they stand after `tháng`, from tháng một = 1."""

WEEKDAYS: dict[str, int] = {
    **{word: i for i, word in enumerate(_WEEKDAYS.split())},
    **{f"thứ {word}": i for i, word in enumerate(("hai", "ba", "tư", "năm", "sáu", "bảy"))},
    **{f"thứ {n}": n - 2 for n in range(2, 8)},
    "thứ bẩy": 5, "chủ nhật": 6,
}  # fmt: skip
"""Weekdays of both languages, from Monday = thứ hai = 0."""

_VI_DAYS = [
    *_VI_UNITS, "mười", *(f"mười {u if u != 'năm' else 'lăm'}" for u in _VI_UNITS), "hai mươi", "hai mươi mốt",
    *(f"hai mươi {u if u != 'năm' else 'lăm'}" for u in _VI_UNITS[1:]), "ba mươi", "ba mươi mốt",
]  # fmt: skip
DAY_WORDS: dict[Language, dict[str, int]] = {
    "en": {w: i for i, w in enumerate(_EN_DAYS.split(), 1)},
    "vi": {w: i for i, w in enumerate(_VI_DAYS, 1)} | {"rằm": 15},
}
"""Days of the month in words, 1 to 31; `rằm` is the fifteenth."""

DECADE_WORDS: dict[str, int] = {word: 1900 + 10 * i for i, word in enumerate(_DECADES.split(), 2)}
"""Decades in words, as first years."""

CENTURY_WORDS: dict[str, int] = {w: i for i, w in enumerate(_EN_DAYS.split(), 1) if i <= 21}
"""Centuries in words: `nineteenth` is 19."""
