"""The words that numbers are written with in both languages, as tables."""

from __future__ import annotations

_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_EN_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_VI_UNITS = "không một hai ba bốn năm sáu bảy tám chín"
_BEFORE_YEAR = (
    "trong mỗi hàng hằng nhiều các những vài mấy cả đầu cuối giữa từ vào suốt bao lâu quanh theo qua một hai ba bốn sáu "
    "bảy tám chín mười mươi trăm nghìn thập"
)
_AFTER_YEAR = "nay ngoái trước sau qua tới mới học đó này đầu cuối kia ấy tài rồi nào và là có của mà"

EN_UNITS = {word: i for i, word in enumerate(_EN_UNITS.split())}
EN_TENS = {word: 10 * i for i, word in enumerate(_EN_TENS.split(), 2)}
EN_ADDENDS = EN_UNITS | EN_TENS
EN_ORDINALS = {word: i for i, word in enumerate(_EN_ORDINALS.split(), 1)} | {
    word: 10 * i for i, word in enumerate(_EN_ORDINAL_TENS.split(), 2)
}
EN_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
EN_SPANS = {"decade": 10, "decades": 10, "century": 100, "centuries": 100, "dozen": 12, "millennium": 1000}
EN_TIMES = {"twice": 2, "thrice": 3, "double": 2, "doubled": 2, "triple": 3, "tripled": 3, "pair": 2, "both": 2}
EN_PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
EN_KNOWN = frozenset({"the", "these", "those", "both", "other"})
"""Words after which `two` speaks of things already named (`the two sides`) and counts nothing."""
EN_STARTERS = frozenset({*EN_ADDENDS, *EN_ORDINALS, *EN_TIMES, "a", "an", "half"})
"""Words with which an English number can begin."""

VI_UNITS = {word: i for i, word in enumerate(_VI_UNITS.split())} | {"bẩy": 7}
VI_AFTER_TENS = VI_UNITS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
VI_ORDINALS = {word: i for word, i in VI_UNITS.items() if i} | {"nhất": 1, "nhì": 2, "tư": 4, "mười": 10}
VI_SCALES = {"nghìn": 1000, "ngàn": 1000, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
VI_NO_SCALE = frozenset({"lệ", "giá", "phú", "trọng", "suất", "tập"})
"""Syllables that make a word of a scale: `tỷ lệ` is a ratio, `triệu phú` a millionaire."""
VI_SPANS = {
    ("thập", "kỷ"): 10, ("thập", "niên"): 10, ("thế", "kỷ"): 100, ("thiên", "niên"): 1000, ("tá",): 12, ("chục",): 10,
}  # fmt: skip
VI_WEAK = frozenset({"không", "một", "ba", "năm", "tư", "nhất", "nhì", "chín"})
"""Vietnamese number words that are plain words as often."""
VI_KNOWN = frozenset({"nước", "bên", "phía"})
"""Words before which `hai` speaks of things already named (`hai nước`) and counts nothing."""
VI_STARTERS = frozenset({*VI_UNITS, "mười", "thứ", "nửa"})
"""Words with which a Vietnamese number can begin."""
BEFORE_YEAR = frozenset(_BEFORE_YEAR.split())
"""Words after which `năm` is a year, not five."""
AFTER_YEAR = frozenset(_AFTER_YEAR.split())
"""Words before which `năm` is a year, not five."""
SMALL = (
    {word: str(i) for word, i in (EN_UNITS | EN_TENS).items()}
    | {word: str(i) for word, i in VI_UNITS.items() if word not in VI_WEAK}
    | {"mười": "10", "chín": "9", "ba": "3"}
)
"""Number words of either language that stand for one figure each."""
_TENS, _ONES = ("", "X", "XX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = {
    tens + ones: str(10 * i + j) for i, tens in enumerate(_TENS) for j, ones in enumerate(_ONES) if len(tens + ones) > 1
}
"""Roman numerals of two letters and more, 2 to 29: of quarters, centuries, congresses, kings (`quý III`, `thế kỷ XIX`)."""
