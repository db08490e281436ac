"""Does a sentence hold something of the kind that is asked for, said of the right thing?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.language.naming.titles import BESIDE_NAMES
from bot.language.words.normalise import words
from bot.models import Language

COUNTED = 4
"""Words between a number and what it counts."""
APPOSED = 2
"""Words between a noun and the name that it bears."""

PLACE_MARKS: dict[Language, frozenset[str]] = {
    "en": words("in at from near to into outside inside around across between through of"),
    "vi": words(
        "tại ở từ đến tới gần trong ngoài qua giữa thủ đô tỉnh phố nước quốc bang vùng quận huyện đảo khuôn viên phía"
    ),
}
_LIES: dict[Language, frozenset[str]] = {
    "en": words("in at near outside"),
    "vi": words("tại ở gần thủ đô tỉnh phố"),
}
"""What stands before the place where a thing lies; `of` and `to` need not."""
THING = 0.6
"""Share of the heaviest word's weight from which on a word names the thing whose place is asked for."""
BESIDE = 3
"""Words between that thing and the word of place."""
_MEASURES = {
    "money": re.compile(
        r"[$€£₫]|\b(?:dollars?|usd|euros?|pounds?|vnd|dong|yen|yuan|cents?)\b"
        r"|(?:\d|nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục) ?đồng|\d ?t[ỷỉ]\b|\d ?đ\b|\dk\b|\bvn[dđ]|đô la|nhân dân tệ"
    ),
    "age": re.compile(r"\b(?:aged?|years? old|year-old|born|birthday)\b|, [1-9]\d,|tuổi|sinh năm|sinh ngày"),
    "percent": re.compile(r"%|per ?cent|percent|phần trăm"),
    "duration": re.compile(
        r"\d:\d\d|"
        r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|long)\b"
        r"|giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|thập kỷ|thế kỷ"
    ),
    "day": re.compile(
        r"\b\d{1,2}(?:st|nd|rd|th)?/\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ngày \d|hôm nay|hôm qua|chủ nhật"
        r"|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d"
    ),
    "date": re.compile(
        r"\b\d{1,2}[/.-]\d|ngày (?:mồng |mùng )?\d|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d"
    ),
    "month": re.compile(
        r"\b\d{1,2}[/.-]\d{1,2}\b|(?<!\w)tháng (?:\d|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
        r"|\b(?:jan(?:uary|\.)|feb(?:ruary|\.)|march|april|june?|july?|aug(?:ust|\.)|sept?(?:ember|\.)|oct(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))"
        r"(?!\w)|\bmay (?:\d|this|last|next)|(?:\d|\b(?:in|of|since|last|next|until)) may\b|(?:last|this|next) month|tháng (?:trước|này|sau|tới)"
    ),
    "year": re.compile(r"\b[12]\d{3}s?\b"),
    "score": re.compile(
        r"\d ?[-–:] ?\d|\d to \d|\b(?:nil|draw|drew|goalless)\b|(?<!\w)hòa(?!\w| (?:bình|nhạc|hợp|thuận|giải))"
    ),
    "weekday": re.compile(
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|chủ nhật"
    ),
}
BESIDE_NAME = 8
"""Words between a name and its title, at most: `Kao Kim Hourn, who heads ...`, `Tổng Thư ký ASEAN Kao Kim Hourn`."""
_NAMED = re.compile(
    r"\b(?:named|called|known as|nicknamed|name is|name was|titled|entitled)\b|tên là|có tên|gọi là|mang tên"
)


def fresh(question: QuestionView, sentence: SentenceView) -> list[int]:
    """The indexes of the words of a sentence that the question does not hold."""
    folded, stems = question.folded, question.stems
    return [i for i, (f, stem) in enumerate(sentence.forms) if f not in folded and stem not in stems]


def fit(question: QuestionView, sentence: SentenceView, new: Sequence[int]) -> float:
    """How well the fresh words of a sentence suit the kind that is asked for, 0..1; .5 where any words may."""
    kind, tokens = question.asked.kind, sentence.tokens
    if question.asked.measure == "office":
        return _titled(question, sentence)
    if kind == "place":
        return _place(sentence, new)
    if kind == "name":
        return _named(question, sentence, new)
    if kind == "person":
        return float(any(tokens[i].capital for i in new))
    if kind == "date":
        if wants_target(question.text):
            return float(any(YEAR.fullmatch(tokens[i].text) for i in new))
        dated = any(tokens[i].date for i in new)
        return (float(dated) or 0.5 * any(t.word.canonical in _WHEN for t in tokens)) * measured(question, sentence)
    if kind == "number":
        amount = any(_amount(tokens[i]) for i in new)
        return (float(amount) or 0.5 * any(t.word.canonical in _AMOUNTS for t in tokens)) * measured(question, sentence)
    return 0.5


_TARGET = re.compile(
    r"\b(?:until|to|till|up to|by|for) (?:what|which) year\b|\b(?:đến|tới|cho) năm (?:nào|mấy|bao nhiêu)\b"
    r"|\b(?:vision|plan|strategy|agenda|goals?|targets?|program(?:me)?|roadmap|budget) of (?:what|which) year\b"
    r"|^(?:tầm nhìn|kế hoạch|chiến lược|chương trình|mục tiêu|đề án|lộ trình|ngân sách)(?: (?!được |do |đã |ra )\S+){0,3} năm (?:nào|mấy)(?= \S)"
)
"""`Tầm nhìn đến năm nào?`, `the plan of which year`: the year in the name of a plan is the answer."""


@lru_cache(maxsize=256)
def wants_target(asked: str) -> bool:
    """Whether a question asks for the year in the name of a plan; remembered, as many sentences are held against one question."""
    return _TARGET.search(asked.lower()) is not None


_WHEN = words("following after before during when while until upon sau trước khi lúc trong dịp")
_AMOUNTS = words("many much several few most majority vast half times nhiều vài hầu nửa đa")
YEAR = re.compile(r"(?:1[0-9]|20)\d{2}")


def _amount(token: Token) -> bool:
    """Whether a word is a number that counts or measures, not a year."""
    return token.number and not YEAR.fullmatch(token.text)


NEAR_COUNTED = 6
"""Words between a number and the noun asked about up to which it may count that."""
FAR = 8
"""Words between a number and the nearest word of the question from which on it speaks of something else."""


def far_off(question: QuestionView, sentence: SentenceView, new: Sequence[int], held: Sequence[float]) -> bool:
    """For `how many`, `how long`: whether no fresh number stands near any word of the question."""
    numbers = [i for i in new if _amount(sentence.tokens[i])]
    if question.asked.kind != "number" or not numbers:
        return False
    forms = {f for t, h in zip(question.terms, held, strict=True) if h >= 0.9 for f in question.forms(t, sentence)}
    spots = [p for f in forms for p in sentence.places.get(f, ())]
    return bool(spots) and min(abs(n - p) for n in numbers for p in spots) > FAR


def counts_another(question: QuestionView, sentence: SentenceView, new: Sequence[int]) -> bool:
    """For `how many X`: whether the sentence has an X, and no fresh number near it."""
    if question.asked.kind != "number" or not question.asked.focus:
        return False
    spots = focus_spots(question, sentence)
    numbers = [i for i in new if _amount(sentence.tokens[i])]
    return bool(spots and numbers) and min(abs(n - p) for n in numbers for p in spots) > NEAR_COUNTED


def measured(question: QuestionView, sentence: SentenceView) -> float:
    """1 where the unit that is asked for (money, years of age...) is in the sentence, or none is asked for, else 0."""
    measure = question.asked.measure
    if measure == "office":
        return _titled(question, sentence)
    return float(not measure or bool(_MEASURES[measure].search(sentence.lower)))


def _titled(question: QuestionView, sentence: SentenceView) -> float:
    """1 where a title stands close before the name of the question, or behind it, else 0."""
    first = next((place for place, t in enumerate(question.terms) if t.name), None)
    named = {question.terms[p].word.folded for p in question.runs.get(first, (first,))} if first is not None else set()
    spots = [i for i, t in enumerate(sentence.tokens) if t.capital and t.word.folded in named]
    if not spots:
        return 0.0
    if len(sentence.lower) != len(sentence.text):
        return 0.0
    near = [sentence.touched(m)[0] for m in BESIDE_NAMES.finditer(sentence.lower)]
    return float(any(-BESIDE_NAME <= place - spot <= BESIDE_NAME // 2 for place in near for spot in spots))


def counted(question: QuestionView, sentence: SentenceView, new: Sequence[int]) -> float:
    """Whether a fresh number stands beside the noun that `how many` asks about; .5 where nothing is counted."""
    if question.asked.kind != "number" or not question.asked.focus:
        return 0.5
    spots = focus_spots(question, sentence)
    numbers = [i for i in new if sentence.tokens[i].number]
    return float(any(abs(p - n) <= COUNTED for p in spots for n in numbers))


def focus_spots(question: QuestionView, sentence: SentenceView) -> list[int]:
    """Where the noun asked about stands in a sentence, as it is or translated."""
    if question.language != sentence.language:
        phrases = [phrase for p in question.focus for phrase in question.terms[p].translations]
        return [i for phrase in phrases for i in sentence.places.get(phrase[-1], ())]
    words = [question.words[i] for i in question.asked.focus]
    return [p for w in words for p in sentence.places.get(w.stem, sentence.places.get(w.folded, ()))]


def _place(sentence: SentenceView, new: Sequence[int]) -> float:
    """1 for a fresh name behind a word of place, .6 for another word behind one, .3 for any fresh name."""
    language, tokens = sentence.language, sentence.tokens
    marks, best = PLACE_MARKS[language], 0.0
    for i in new:
        if tokens[i].stop and not tokens[i].capital:
            continue
        led = any(t.word.canonical in marks for t in tokens[max(0, i - 3) : i])
        if tokens[i].capital and led:
            return 1.0
        best = max(best, 0.3 if tokens[i].capital else 0.6 * led)
    return best


def located(question: QuestionView, sentence: SentenceView, new: Sequence[int]) -> float:
    """For `where`: whether a fresh name behind a word of place comes right after the thing that is asked for."""
    if question.asked.kind != "place" or not question.terms:
        return 0.0
    tokens, marks = sentence.tokens, _LIES[sentence.language]
    heaviest = max(t.weight for t in question.terms)
    things = [t for t in question.terms if t.weight >= THING * heaviest and not t.light]
    across = question.language != sentence.language
    named = [t.translated | {t.word.folded} if across else {t.word.stem, t.word.folded} for t in things]
    ends = {p for forms in named for form in forms for p in sentence.places.get(form, ())}
    for i in new if ends else ():
        led = [j for j in range(max(0, i - 3), i) if tokens[j].word.canonical in marks] if tokens[i].capital else ()
        if led and any(0 < led[0] - p <= BESIDE for p in ends):
            return 1.0
    return 0.0


def _named(question: QuestionView, sentence: SentenceView, new: Sequence[int]) -> float:
    """1 where a fresh name stands right behind the noun whose name is asked, or words say that it is called so."""
    tokens = sentence.tokens
    capitals = {i for i in new if tokens[i].capital}
    if not capitals:
        return 0.0
    if _NAMED.search(sentence.lower):
        return 1.0
    spots = focus_spots(question, sentence)
    if not question.asked.focus:
        return 0.5
    for spot in spots:
        for i in range(spot + 1, min(spot + 1 + APPOSED, len(tokens))):
            gap = sentence.paragraph.text[tokens[spot].end : tokens[i].start]
            joined = any(tokens[j].word.canonical in _AND for j in range(spot + 1, i))
            whole = (
                "," not in gap
                or i + 1 in capitals
                or sentence.paragraph.text[tokens[i].end : tokens[i].end + 1] in ",.("
            )
            if i in capitals and not joined and whole and len(gap) < 12:
                return 1.0
    return 0.0


_AND = words("and with along và cùng với tại at in of của")
