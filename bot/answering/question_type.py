"""What kind of answer a question asks for, in both languages, and the noun it asks about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answering.position import asks_position
from bot.answering.question_nouns import AUXILIARIES, BE, complement, indexes, named, noun_phrase, priced
from bot.answering.words import words
from bot.language.calendar_words import MONTH_WORDS
from bot.language.terms import Word, tokens, word_of
from bot.models import Language

Kind = Literal["person", "name", "place", "date", "number", "reason", "manner", "yes_no", "thing"]
Measure = Literal["", "money", "duration", "age", "percent", "weekday", "day", "date", "year", "office", "score"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The kind of answer, the words that only ask (by index), the noun asked about (by index), and whether for several.

    `measure` narrows a number down to what must stand beside it.
    """

    kind: Kind
    asking: frozenset[int] = frozenset()
    focus: tuple[int, ...] = ()
    several: bool = False
    measure: Measure = ""


_DATES = words("year years date day days month months century decade time weekday era")
_NUMBERS = words(
    "percentage percent proportion number amount population price cost age size distance length height "
    "rate total temperature speed salary score"
)
_AMOUNTS = words("size number amount total quantity")
"""What a number is asked for by; a text that gives it need not say it."""
_SORTS = words("sort kind type")
_PRECISE = words("exact precise calendar full official total current overall specific")
_DETERMINERS = words("the a an his her its their")
_PLACES = words(
    "country countries city cities state states place places region location town province continent area "
    "venue nation village island county district street"
)
_PEOPLE = words("person people man woman player president leader king queen author scientist director")
_MONEY = words("cost costs price worth spend spent pay paid earn earned money revenue salary value")
_HOW_NUMBERS = words("many much far tall high big large fast often deep wide heavy long old close")
_CALLED = words("called named name names nickname known")

_VI_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("reason", r"vì sao|tại sao|sao lại|vì lý do (?:gì|nào)|lý do (?:gì|nào|vì sao)|(?:do|vì) đâu|nguyên nhân(?: nào| gì)|để làm gì"),
    ("date",
        r"(?:vào )?(?:khi nào|lúc nào|bao giờ|hồi nào|bữa nào|(?:hồi )?năm mấy|"
        r"(?:năm|ngày|tháng|thế kỷ|thập niên|thập kỷ|hôm|giờ|mùa|thứ|tuần|thời gian|thời điểm|"
        r"thời kỳ|giai đoạn|dịp|buổi) nào)|"
        r"năm bao nhiêu|(?:ngày|tháng) (?:mấy|bao nhiêu)|(?:ngày )?thứ mấy (?:trong|của) tuần|"
        r"(?<=vào )thứ mấy|(?<=nhằm )thứ mấy|(?<=hôm )thứ mấy|(?<=bữa )thứ mấy|(?<=ngày là )thứ mấy|(?<=đó là )thứ mấy"),
    ("number", r"bao nhiêu|bao lâu|bao xa|bao cao|mấy|thứ mấy"),
    ("manner", r"như thế nào|ra sao|thế nào|bằng cách nào|làm sao|kiểu gì"),
    ("name", r"tên(?: \S+)? (?:là )?gì|(?:được )?gọi là (?:gì|ai)|có tên (?:là )?gì"),
    ("place",
        r"ở đâu|tại đâu|từ đâu|đến đâu|nơi đâu|đâu|(?:nơi|chỗ|nước|quốc gia|đất nước|thành phố|tỉnh|"
        r"thủ đô|địa điểm|bang|tiểu bang|khu vực|châu lục|vùng|quận|huyện|làng|đảo) nào"),
    ("person", r"(?:những )?ai|(?:những )?(?:người|nhân vật|vị|ông|bà|cô|anh|chị) nào"),
    ("thing", r"(?:điều |cái |việc |những )?gì|nào"),
)  # fmt: skip
_VI_YES_NO = r"có .+ (?:hay )?(?:không|chưa)\??$|(?:đã|từng) .+ chưa\??$|(?:phải|đúng|được) không\??$|^(?:có phải|phải chăng)|(?:hay không|hay chưa)\??$"
_VI_SEVERAL = r"những (?:ai|\S+(?: \S+)? (?:nào|gì)|gì)|các \S+(?: \S+)? nào|(?:hai|ba|bốn|năm) \S+(?: \S+)? nào"
_VI_FOCUS = ("gì", "nào")
_VI_STOPS = words("là của trong tại ở cho với về và được đã sẽ đang bởi từ có một những các")


def asked(question: str, language: Language) -> Asked:
    """What a question asks for.

    >>> asked("How many pieces are in the collection?", "en").kind, asked("Ai đã đón đoàn?", "vi").kind
    ('number', 'person')
    >>> found = asked("What species of tree was planted?", "en")
    >>> found.kind, found.focus
    ('thing', (1,))
    """
    words = [word_of(t) for t, _, _ in tokens(question)]
    return _vietnamese(words) if language == "vi" else _english(words)


def _english(words: Sequence[Word]) -> Asked:
    lower = [w.canonical for w in words]
    position = asks_position(lower, "en")
    if position:
        return Asked("thing", position, measure="office")
    if lower and (lower[0] in AUXILIARIES or lower[0] in ("whether", "if")):
        return Asked("yes_no", indexes(lower, AUXILIARIES | {"whether", "if"}))
    place = next((i for i, w in enumerate(lower) if w in _ENGLISH_ASKING), None)
    headed = _headed(lower)
    if headed and (place is None or lower[place - 1] != "of"):
        return headed
    if place is None:
        return Asked("thing", indexes(lower, AUXILIARIES))
    following = lower[place + 1] if place + 1 < len(lower) else ""
    return _ENGLISH_ASKING[lower[place]](lower, place, following)


def _headed(lower: Sequence[str]) -> Asked | None:
    """`Year of the accession`, `country where it lies`, `number of people who left`: the noun at the head says what is asked for."""
    head = next((i for i, w in enumerate(lower) if w not in _DETERMINERS | _PRECISE), len(lower))
    if head + 1 >= len(lower) or lower[head + 1] not in ("of", "when", "where", "for", "in", "that", "which"):
        return None
    taken = frozenset({head})
    if lower[head] in _DATES:
        taken |= frozenset(range(head))
        return Asked("date", taken, measure=_MEASURED.get(lower[head], ""))
    if lower[head] in _PLACES:
        return Asked("place", taken)
    if lower[head] in _NUMBERS and lower[head + 1] == "of":
        bare = lower[head] in _AMOUNTS
        return Asked(
            "number",
            taken if bare else frozenset(),
            named(lower, head) if bare else (head,),
            measure=_unit(lower[head]),
        )
    if lower[head] in ("reason", "reasons", "cause"):
        return Asked("reason", taken)
    return Asked("name", taken, named(lower, head)) if lower[head] in ("name", "names") else None


def _who(lower: Sequence[str], place: int, following: str) -> Asked:
    return Asked("person", frozenset({place}), noun_phrase(lower, place + 1) if lower[place] == "whose" else ())


def _plain(kind: Kind) -> Callable[[Sequence[str], int, str], Asked]:
    """What `when`, `where` and `why` ask for, whatever follows."""
    return lambda lower, place, following: Asked(kind, frozenset({place}))


def _how(lower: Sequence[str], place: int, following: str) -> Asked:
    if following in BE and lower[-1] in ("called", "named"):
        noun = next((i for i in range(place + 2, len(lower)) if lower[i] not in _DETERMINERS), place)
        return Asked("name", frozenset({place}) | indexes(lower, _CALLED), (noun,))
    if following not in _HOW_NUMBERS:
        return Asked("manner", frozenset({place}))
    focus = noun_phrase(lower, place + 2) if following in ("many", "much") else ()
    if following == "much" and not focus and lower[-1] in ("cost", "costs"):
        focus = priced(lower, place)
    measure: Measure = {"long": "duration", "old": "age"}.get(following, "")  # type: ignore[assignment]
    if following == "much" and (_MONEY & set(lower)):
        measure = "money"
    if "old" in lower[place + 2 : place + 5] and "years" in lower[place + 2 : place + 4]:
        measure, focus = "age", ()
    if following in ("many", "much") and focus and lower[focus[0]] in ("percent", "percentage"):
        measure = "percent"
    spent = {i for i in focus if lower[i] in _DATES} if measure else set()
    return Asked("number", frozenset({place, place + 1}) | spent, focus, measure=measure)


def _unit(noun: str) -> Measure:
    """What must stand beside a number that a noun is."""
    if "percent" in noun:
        return "percent"
    return "money" if noun in _MONEY else "score" if noun == "score" else ""


def _what(lower: Sequence[str], place: int, following: str) -> Asked:
    run = noun_phrase(lower, place + 1)
    if len(run) > 1 and lower[run[0]] in _PLACES and AUXILIARIES.isdisjoint(lower[run[-1] + 1 : run[-1] + 2]):
        run = run[:1]
    if len(run) == 1 and lower[run[0]] in _DATES and lower[run[0] + 1 : run[0] + 2] == ["and"]:
        run = tuple(range(run[0], run[0] + 3))
    if run and lower[run[-1]] in ("thing", "things"):
        return Asked("thing", frozenset({place, *run}), several=lower[run[-1]] == "things")
    head = lower[run[-1]] if run else ""
    several = bool(run) and (
        (head.endswith("s") and not head.endswith("ss")) or lower[run[0]] in ("two", "three", "four")
    )
    taken = frozenset({place})
    if head in _DATES:
        weekday = head == "weekday" or "week" in lower[place + 1 : place + 6]
        monthly = (head == "day" and any(w in MONTH_WORDS for w in lower)) or (
            len(run) == 3 and "month" in lower[run[0] : run[0] + 3]
        )
        narrowed: Measure = "weekday" if weekday else "date" if monthly else _MEASURED.get(lower[run[0]], "")
        spent = frozenset(i for i in range(place, len(lower)) if lower[i] in (_DATES | {"week"} if weekday else _DATES))
        return Asked("date", taken | (spent if weekday else spent & frozenset(run)), several=several, measure=narrowed)
    dated = complement(lower, place) if not run else ()
    if dated and lower[dated[-1]] in _DATES:
        told = indexes(lower, _DATES) | frozenset(dated)
        return Asked("date", taken | told, measure=_MEASURED.get(lower[dated[-1]], ""))
    if head in _NUMBERS or (not run and any(w in _NUMBERS for w in lower[place + 1 : place + 5])):
        scored = head == "score" or (not run and "score" in lower[place + 1 : place + 5])
        measured: Measure = "score" if scored else _unit(head)
        counted = run or complement(lower, place)
        bare = frozenset(i for i in counted if lower[i] in _AMOUNTS)
        of = named(lower, max(bare)) if bare else ()
        return Asked("number", taken | bare, of or tuple(i for i in counted if i not in bare), measure=measured)
    if head in _SORTS and lower[run[-1] + 1 : run[-1] + 2] == ["of"]:
        return Asked("thing", taken | frozenset(run), noun_phrase(lower, run[-1] + 2)[-1:], several)
    if head in _PLACES:
        return Asked("place", taken | {run[-1]}, run[:-1], several)
    if head in _PEOPLE:
        return Asked("person", taken, run, several)
    if not run and "reason" in lower[place + 1 : place + 5]:
        return Asked("reason", taken)
    if place and lower[place - 1] in _CALLED:
        return Asked("name", taken | {place - 1})
    if not run and _CALLED & set(lower[place + 1 :]):
        noun = _borne(lower, place, following)
        return Asked("name", taken | indexes(lower, _CALLED), named(lower, place) or noun)
    return Asked("thing", taken, run or complement(lower, place), several)


def _borne(lower: Sequence[str], place: int, following: str) -> tuple[int, ...]:
    """`What is the painting called?`: the noun before the word at the end."""
    if following not in BE or lower[-1] not in ("called", "named"):
        return ()
    return tuple(i for i in range(place + 2, len(lower) - 1) if lower[i] not in _DETERMINERS)[-1:]


_MEASURED: dict[str, Measure] = {"year": "year", "day": "day", "date": "date"}
_ENGLISH_ASKING = {
    "who": _who, "whom": _who, "whose": _who, "how": _how,
    "when": _plain("date"), "where": _plain("place"), "why": _plain("reason"),
    "what": _what, "which": _what,
}  # fmt: skip


_VI_KINDS = tuple((kind, re.compile(rf"(?<!\S)(?:{p.replace('kỷ', 'k[ỷỉ]')})(?!\S)")) for kind, p in _VI_PATTERNS)
_VI_ASKS_YES_NO = re.compile(_VI_YES_NO)
_VI_ASKS_SEVERAL = re.compile(rf"(?<!\S)(?:{_VI_SEVERAL})(?!\S)")
_VI_WEEKDAY = re.compile(
    r"^(?:hôm|ngày|bữa|buổi|lễ|cuộc|chuyến|sự kiện|phiên|trận) (?:(?!lần|hạng|đứng|xếp|người|nước)\S+ )*?(?:là|trúng) (thứ mấy)$"
)
"""`Hôm đi thăm là thứ mấy?`: the day of the week of an event, no rank."""
_VI_HOURS = words("giờ phút tiếng")
_VI_SCORE = re.compile(r"(?<!\S)(?:tỷ|tỉ) số(?!\S)")
_VI_MONEY = re.compile(r"(?<!\S)tiền(?! (?:gửi|đạo|vệ|lệ|tuyến|đề|bối|thân|sử|phong|nhiệm|ảo|tệ))(?!\S)")


def _vietnamese(words: Sequence[Word]) -> Asked:
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
    for kind, pattern in _VI_KINDS:
        found = list(pattern.finditer(text))
        if found:
            return _vietnamese_kind(kind, forms, _places(text, *found[-1].span()), several)
    return Asked("thing", several=several)


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
    elif kind == "date" and "ngày" in forms[taken.start : taken.stop]:
        measure = "day"
    elif kind == "thing" and forms[taken.stop - 1] in _VI_FOCUS:
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
