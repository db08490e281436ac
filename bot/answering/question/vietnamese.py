"""What a Vietnamese question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.question.asked import Asked, Kind, Measure
from bot.answering.question.nouns import indexes
from bot.answering.question.position import asks_position
from bot.language.words.normalise import words
from bot.language.words.terms import Word

_VI_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("reason", r"vì sao|tại sao|sao lại|vì lý do (?:gì|nào)|lý do (?:gì|nào|vì sao)|(?:do|vì) đâu|nguyên nhân(?: nào| gì)|để làm gì"),
    ("date",
        r"(?:vào )?(?:khi nào|lúc nào|bao giờ|hồi nào|bữa nào|(?:hồi )?năm mấy|"
        r"(?:năm|ngày|tháng|thế kỷ|thập niên|thập kỷ|hôm|giờ|mùa|thứ|tuần|thời gian|thời điểm|"
        r"thời kỳ|giai đoạn|dịp|buổi) nào)|"
        r"năm bao nhiêu|(?:ngày|tháng) (?:mấy|bao nhiêu)|(?:ngày )?thứ mấy (?:trong|của) tuần|"
        r"(?<=vào )thứ mấy|(?<=nhằm )thứ mấy|(?<=hôm )thứ mấy|(?<=bữa )thứ mấy|(?<=ngày là )thứ mấy|(?<=đó là )thứ mấy"),
    ("number", r"bao nhiêu|bao lâu|bao xa|bao cao|mấy(?! (?:\S+ )+(?:ai|gì|đâu|nào|sao)(?!\S))|thứ mấy"),
    ("manner", r"như thế nào|ra sao|thế nào|(?:đến|tới) mức(?: độ)? nào|(?<=nhiều )đến đâu|(?<=lớn )đến đâu|(?<=thấy )sao|bằng cách nào|làm sao|kiểu gì"),
    ("name", r"tên(?: \S+)? (?:là )?gì|(?:được )?gọi là (?:gì|ai)|có tên (?:là )?gì"),
    ("thing", r"(?<=dựa vào )đâu|(?<=căn cứ vào )đâu"),
    ("place",
        r"ở đâu|tại đâu|từ đâu|đến đâu|nơi đâu|đâu|(?:nơi|chỗ|nước|quốc gia|đất nước|thành phố|tỉnh|"
        r"thủ đô|địa điểm|bang|tiểu bang|khu vực|châu lục|vùng|quận|huyện|làng|đảo) nào"),
    ("person", r"(?:những )?ai|(?:những )?(?:người|nhân vật|vị|ông|bà|cô|anh|chị) nào"),
    ("thing", r"(?:điều |cái |việc |những )?gì|nào"),
)  # fmt: skip
_VI_YES_NO = r"có .+ (?:hay )?(?:không|chưa)\??$|(?:đã|từng) .+ chưa\??$|(?:phải|đúng|được) không\??$|^(?:có phải|phải chăng)|(?:hay không|hay chưa)\??$"
_VI_SEVERAL = r"những (?:ai|\S+(?: \S+)? (?:nào|gì)|gì)|các \S+(?: \S+)? nào|(?:hai|ba|bốn|năm) \S+(?: \S+)? nào"
_VI_FOCUS = ("gì", "nào")
_VI_THINGS = words("điều cái việc")
"""`điều gì`: no further noun is asked about; what stands before it is the verb."""
_VI_STOPS = words("là của trong tại ở cho với về và được đã sẽ đang bởi từ có một những các trên dưới giữa ngoài")
_VI_KINDS = tuple((kind, re.compile(rf"(?<!\S)(?:{p.replace('kỷ', 'k[ỷỉ]')})(?!\S)")) for kind, p in _VI_PATTERNS)
_VI_ASKS_YES_NO = re.compile(_VI_YES_NO)
_VI_ASKS_SEVERAL = re.compile(rf"(?<!\S)(?:{_VI_SEVERAL})(?!\S)")
_VI_WEEKDAY = re.compile(
    r"^(?:hôm|ngày|bữa|buổi|lễ|cuộc|chuyến|sự kiện|phiên|trận) (?:(?!lần|hạng|đứng|xếp|người|nước)\S+ )*?(?:là|trúng) (thứ mấy)$"
)
"""`Hôm đi thăm là thứ mấy?`: the day of the week of an event, no rank."""
LEAST_NAMED = 3
"""Words of `Tên là gì`, which asks for no bearer."""
_BY_CLAUSE = words("mà do được đã bị")
"""Words of a clause that tells what bears the name: `tên chương trình mà trường điều hành`."""
_VI_HOURS = words("giờ phút tiếng")
_VI_SCORE = re.compile(r"(?<!\S)(?:tỷ|tỉ) số(?!\S)")
_VI_MONEY = re.compile(r"(?<!\S)tiền(?! (?:gửi|đạo|vệ|lệ|tuyến|đề|bối|thân|sử|phong|nhiệm|ảo|tệ))(?!\S)")


def vietnamese(words: Sequence[Word]) -> Asked:
    """What the words of a Vietnamese question ask for."""
    forms = [w.canonical for w in words]
    text = " ".join(forms)
    several = bool(_VI_ASKS_SEVERAL.search(text))
    position = asks_position(forms, "vi")
    if position:
        return Asked("thing", position, measure="office")
    if _VI_ASKS_YES_NO.search(text):
        return Asked("yes_no", indexes(forms, frozenset({forms[-1]})))
    weekday = _VI_WEEKDAY.search(text)
    if weekday:
        return _vietnamese_kind("date", forms, _places(text, weekday.start(1), weekday.end()), several)
    if (
        forms[:1] == ["tên"]
        and forms[-2:] == ["là", "gì"]
        and len(forms) > LEAST_NAMED
        and _BY_CLAUSE.isdisjoint(forms)
    ):
        return Asked("name", frozenset({0, len(forms) - 2, len(forms) - 1}), _borne(forms), several)
    for kind, pattern in _VI_KINDS:
        found = list(pattern.finditer(text))
        if found:
            asked = _vietnamese_kind(kind, forms, _places(text, *found[-1].span()), several)
            besides = {i for m in found[:-1] for i in _places(text, *m.span())} if kind == "place" else set()
            return replace(asked, asking=asked.asking | besides)
    return Asked("thing", several=several)


def _borne(forms: Sequence[str]) -> tuple[int, ...]:
    """`Tên (của) bức tranh … là gì?`: the two syllables that say what bears the name."""
    first = next(i for i, form in enumerate(forms) if form not in ("tên", "của"))
    return tuple(range(first, min(first + 2, len(forms) - 2)))


def _places(text: str, start: int, end: int) -> range:
    """The indexes of the words of `text[start:end]`."""
    first = text[:start].count(" ")
    return range(first, first + text[start:end].count(" ") + 1)


def _vietnamese_kind(kind: Kind, forms: Sequence[str], taken: range, several: bool) -> Asked:
    measure: Measure = ""
    focus: tuple[int, ...] = ()
    if kind == "number":
        following = forms[taken.stop] if taken.stop < len(forms) else ""
        text = " ".join(forms)
        if "bao lâu" in text or following in _VI_HOURS:
            measure = "duration"
        elif following == "tuổi":
            measure = "age"
        elif "phần trăm" in text or "lãi suất" in text:
            measure = "percent"
        elif _VI_SCORE.search(text):
            measure = "score"
        elif _VI_MONEY.search(text) or following in ("usd", "vnd"):
            measure = "money"
        if forms[taken.stop : taken.stop + 2] == ["phần", "trăm"]:
            taken = range(taken.start, taken.stop + 2)
        focus = _after(forms, taken.stop)
        if not focus and not measure:
            focus = _subject(forms, taken.start)
    elif kind == "date" and (
        "tuần" in forms[taken.start : taken.stop] or forms[taken.start : taken.stop] == ["thứ", "mấy"]
    ):
        measure = "weekday"
    elif kind == "date" and "năm" in forms[taken.start : taken.stop]:
        measure = "year"
    elif kind == "date" and "tháng" in forms[taken.start : taken.stop]:
        measure = "month"
    elif kind == "date" and "ngày" in forms[taken.start : taken.stop]:
        measure = "day"
    elif kind == "thing" and forms[taken.stop - 1] in _VI_FOCUS and forms[taken.start] not in _VI_THINGS:
        focus = _before(forms, taken.start)
    elif kind == "name":
        focus = _subject(forms, taken.start)
    day = {0} if measure == "weekday" and forms[0] in ("hôm", "ngày", "bữa") else set()
    return Asked(kind, frozenset({*taken, *day}), focus, several, measure)


def _after(forms: Sequence[str], start: int) -> tuple[int, ...]:
    end = start
    while end < min(len(forms), start + 2) and forms[end] not in _VI_STOPS:
        end += 1
    return tuple(range(start, end))


def _before(forms: Sequence[str], end: int) -> tuple[int, ...]:
    start = end
    while start > max(0, end - 2) and forms[start - 1] not in _VI_STOPS:
        start -= 1
    return tuple(range(start, end))


def _subject(forms: Sequence[str], end: int) -> tuple[int, ...]:
    """`Dân số Indonesia là bao nhiêu`, `Phu nhân ... tên là gì`: the noun at the front."""
    return tuple(range(min(2, end))) if end and forms[0] not in _VI_STOPS else ()
