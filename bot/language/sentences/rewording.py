"""Everyday ways to ask, put into the words of reports: `stick together` is asked as `be united`, `đem quà gì` as `tặng quà gì`."""

from __future__ import annotations

import re

from bot.models import Language

_GIFT = r"(?:presents?|gifts?|souvenirs?|keepsakes?|mementos?|mementoes)"
_WHAT_GIFT = rf"(?:what|which)(?: (?:kind|sort|type) of)? {_GIFT}(?: (?:and|or) {_GIFT})?"
_ONE_DID = r"((?:did|does|do|has|have|had) .{2,60}?)"
_LEAVE = r"(?:bring|brought|leave|left|come with|came with|hand over|handed over|carry|carried)(?: along| over| behind| with (?:him|her|them|it))?"
_GROUP = r"(?:member (?:countries|states|nations)|countries|states|nations|members)"
_DEALINGS = r"(?:cooperation|relations|ties|relationships?|trade|talks|agreements?|deals?|partnerships?|links)"
_JUDGED = r"(?:rate|rated|assess|assessed|judge|judged|evaluate|evaluated|appraise|appraised|sum up|summed up)"
_DEALINGS_VI = r"(?:hợp tác|quan hệ|thương mại|đàm phán|hội đàm|thỏa thuận|thoả thuận|liên kết)"
_BRING_VI = (
    r"(?<!\S)(?:mang|đem|để lại|mang theo|đem theo|xách)(?: theo| lại)? (?:những |các |món |phần )?quà (?:gì|nào)"
    r"(?: (?:sang|qua|tới|đến|theo|về|ra|lại))?(?: (?:để )?(?:tặng|biếu|trao))?"
)
_MEMBERS_VI = r"(?:hai|2|từng cặp|mỗi cặp|các cặp) (?:nước|quốc gia) thành viên"
_HOW_VI = r"(?:như thế nào|thế nào|ra sao|như nào)"
_JUDGE_VI = r"(?:nhận xét|đánh giá|nhận định|bình luận)"

_REWORDED: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (
        (rf"^{_WHAT_GIFT} {_ONE_DID} {_LEAVE}(?: (?:for|to|with)(?= \w))", r"what gift \1 present to"),
        (rf"^{_WHAT_GIFT} {_ONE_DID} {_LEAVE}(?= (?:at|in|on|as)\b|\W*$)", r"what gift \1 present"),
        (rf"^what(?: (?:two|three) things| things)? {_ONE_DID} {_LEAVE}(?= (?:.{{2,60}} )?as (?:an? |the )?{_GIFT}\b)", r"what \1 give"),
        (r"\b(?:have|has|had|find|found|offer|offered)(?: (?:any|some|a few))? (?:kind|nice|good|warm|fine) words(?: to say)? (?:for|about)\b", "praise"),
        (r"\b(?:pay|paid) (?:tribute|credit|homage)(?= to\b) to\b", "praise"),
        (r"\b(?:got|get|gets|earned|won|received) praise from\b", "were praised by"),
        (r"\b(?:stick|stay|pull|hang|stand|hold) together\b", "be united"),
        (rf"\b({_DEALINGS}) between (?:any |just )?(?:two|pairs of|individual|single) ({_GROUP})\b", r"bilateral \1 between \2"),
        (rf"^how {_ONE_DID} {_JUDGED} (?=\S)", r"what \1 say about "),
        (r"\bwhat (his country|her country|its country|[A-Z]\S+(?: [A-Z]\S+)?) (?:has|have|had) done for\b", r"\1's contributions to"),
        (r"\binput(?= (?:to|into)\b) (?:to|into)\b", "contributions to"),
        (r"^(which|what)( two| three)? anniversaries (?:fall|come|occur)s? (?:at|in|on|around|during|within)(?: (?:about|around))?"
         r"(?: the time of)? (the \w+)(?=\W*$)", r"\1\2 anniversaries does \3 mark"),
        (r"^(which|what)( two| three)? anniversaries (?:fall|come|occur)s? (?=this |next )", r"\1\2 anniversaries are marked "),
        (r"\bpresent(?= (?:world|global|international|economic|political|situation|state|circumstances|day)\b)", "current"),
        (r"\bdid (?:all (?:of )?this|all that|everything)(?= (?:take place|happen)\b)", "did it"),
        (r"^(which|what)( \d+th)? birthday\b", r"\1\2 anniversary"),
        (r"^how many (\w+) (?:does|do|did) ((?:the|its|his|her|their) .{2,60}?) (?:count|number|comprise|total)(?=\W*$)", r"how many \1 are in \2"),
        (r" (?:was|were) (?:on hand|at hand|lined up|waiting)((?: \S+){0,5}?) to (?:greet|welcome|meet|receive)\b", r"\1 welcomed"),
        (r"\b(?:turned out|showed up|came out|lined up|turned up) to (?:greet|welcome|meet|receive)\b", "welcomed"),
        (r"^how long (?:has|have) (.{2,60}?) been (?:(?:an? )?member(?: state| country)?s? of|(?:part of|in|with)(?= (?-i:[A-Z]{2,})\b))(?= )",
         r"when did \1 accede to"),
        (r"^(?:which|what) country does (.{2,60}?) belong to(?=\W*$)", r"in which country is \1"),
        (r"^how (?:do|does|should|would|can) (?:we|you|i|one) spell (?:the name of )?(?=\S)", "what is the name of "),
    ),
    "vi": (
        (r"(?<=\S )chi(?: rứa| vậy| hè)?(?=\W*$)", "gì"),
        (r"(?<!\S)(ở|đi|về|từ) mô(?!\w)", r"\1 đâu"),
        (r"(?<!\S)(khi|người|nước) mô(?!\w)", r"\1 nào"),
        (r"(?<!\S)(?:vì|tại|do) răng(?!\w)", "vì sao"),
        (r"(?<!\S)rứa(?=\W*$)", "vậy"),
        (r"\b(?-i:TBT)\b", "Tổng Bí thư"),
        (r"\b(?-i:CTN)\b", "Chủ tịch nước"),
        (r"\b(?-i:TTg)\b", "Thủ tướng"),
        (r"^(\S+(?: \S+){0,5}?) (?:đã )?(?:là|làm) thành viên (?:chính thức )?(?:của )?(\S+(?: \S+){0,3}?) (?:đã |được )*(?:bao lâu|(?:bao nhiêu|mấy) năm)"
         r"(?: rồi| nay)?(?=\W*$)", r"\1 gia nhập \2 khi nào"),
        (r"^(?:(?:thành phố|thủ đô) )?(\S+(?: \S+){0,3}) thuộc (nước|quốc gia|tỉnh) nào(?=\W*$)", r"\1 ở \2 nào"),
        (rf"{_BRING_VI}(?=\W*$)", "tặng quà gì"),
        (rf"{_BRING_VI}(?: lại)?(?: cho)?(?= (?:bên |phía )?\w)(?: bên| phía)?", "tặng món quà gì cho"),
        (r"(?<!\S)để lại (?:những |các )?(?:gì|cái gì|thứ gì)(?: để)? làm (?:vật |đồ )?(?:kỷ niệm|lưu niệm|quà)", "tặng những gì làm quà lưu niệm"),
        (rf"(?<!\S)({_DEALINGS_VI}) giữa {_MEMBERS_VI}(?: với nhau)?", r"\1 song phương giữa các nước thành viên"),
        (rf"(?<!\S){_MEMBERS_VI} hợp tác với nhau(?: thì)?", "hợp tác song phương giữa các nước thành viên"),
        (r"(?<!\S)(?:những gì|những việc|những điều) (?:mà )?(\S+(?: \S+){0,3}?) (?:đã )?làm (?:được )?cho(?= )", r"đóng góp của \1 cho"),
        (rf"(?<!\S){_JUDGE_VI} {_HOW_VI} về(?= \S)(?! vai trò)", "nói gì về"),
        (rf"(?<!\S){_JUDGE_VI} ((?:những |các )?(?:đóng góp|công lao|nỗ lực|thành tích|kết quả)(?: \S+){{1,8}}?) {_HOW_VI}(?=\W*$)", r"nói gì về \1"),
    ),
}  # fmt: skip
_PATTERNS = {
    language: tuple((re.compile(asked, re.IGNORECASE), meant) for asked, meant in rows)
    for language, rows in _REWORDED.items()
}


def reworded(text: str, language: Language) -> str:
    """A question in the words of reports, where it has an everyday way to say it.

    >>> reworded("What present did Rose leave with the museum?", "en")
    'what gift did Rose present to the museum?'
    >>> reworded("Why must the union stick together?", "en")
    'Why must the union be united?'
    >>> reworded("Đoàn mang quà gì sang?", "vi")
    'Đoàn tặng quà gì?'
    >>> reworded("Ông ấy tên chi rứa?", "vi")
    'Ông ấy tên gì?'
    """
    for asked, meant in _PATTERNS[language]:
        text = asked.sub(meant, text)
    return text
