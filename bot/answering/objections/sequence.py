"""`Who led it before Kao?`, `Thăm Huế xong thì đi đâu?`: what comes before or after must be told as such."""

from __future__ import annotations

from itertools import pairwise

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.language.figures.calendar_words import MONTH_WORDS
from bot.language.naming.titles import HONORIFICS, is_person
from bot.language.words.normalise import words

REACH = 4
"""Words between `after` and the name that it leads to, at most: `before Secretary-General Kao`."""
_ORDERS = {"en": words("after before following succeeding preceding"), "vi": words("sau trước")}
_NO_ORDERS = words("named called look looked looking take takes sought short")
"""Words that make `after` or `before` something else than an order: `named after`."""
_HIM = words("him her them it that this ông bà đó")
_LEADERS = frozenset(["lanh dao", "nha lanh dao", "quan chuc", "nguyen thu", "chinh khach"])
_ENDS = words("was were is are had has did he she they it bị được đã là ở tại")
_CALENDAR = frozenset(MONTH_WORDS) | words(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter tết tháng năm ngày thứ"
)
_FURTHER = Wording(
    r"\b(?:who|which|where|what (?:country|city|place|stop))\b.*\bnext\b(?! to\b)|\bsucce(?:ssors?|ed(?:ed)?)\b(?! in\b)",
    r"(?<!\w)(?:rời|từ giã|chia tay)(?!\w).*(?<!\w)(?:đi|sang|tới|đến|thăm|ghé) (?:đâu|(?:nước|quốc gia|thành phố|nơi|tỉnh) nào)(?!\w)|"
    r"(?<!\w)(?:xong|rồi)(?!\w).*(?<!\w)(?:đâu|nào|ai)(?!\w)|(?<!\w)(?:đâu|(?:nước|quốc gia|thành phố|nơi|tỉnh) nào) "
    r"(?:nữa|tiếp)(?!\w)|(?<!\w)(?:kế nhiệm|kế vị|chặng (?:tiếp|kế|sau))(?!\w)",
)
_SAYS = Wording(
    r"\b(?:then|next|later|earlier|previous\w*|former\w*|in the past|until then|ex|predecessors?|succe(?:ed\w*|ssors?|ssion)|replac\w+|t(?:ook|ak\w+) over|"
    r"subsequent\w*|outgoing|inherit\w*|left|leaving|ahead of)\b",
    r"(?<!\w)(?:rồi|(?:sau|trước) (?:đó|này|ông|bà|khi)|tiếp (?:theo|đó|đến|nối)|kế (?:nhiệm|tiếp|vị)|tiền nhiệm|cựu|cũ|kế thừa|"
    r"trong quá khứ|trước đây|nguyên(?! (?:thủ|tắc|nhân|liệu|vẹn))|thay(?! (?:mặt|người|đổi|vào))|xong|kết thúc|rời)(?!\w)",
)
"""What tells an order by itself; `after` and `before` must lead to what the question names."""
_TRAVELS = Wording(
    r"\b(?:onwards?|end(?:ed|ing)?|moved?|return\w*|continu\w+ (?:to|on))\b",
    r"(?<!\w)(?:lên đường|về nước|trở (?:lại|về))(?!\w)",
)
"""What tells it of somebody's ways, where a place is asked for."""


ASKS_BEFOREHAND = Wording(
    r"^after (?:which|what)\b|^what (?:else )?(?:came|happened|took place|was held|was done|went on|occurred) (?:\S+ ){0,3}?(?:before|ahead of|prior to)\b"
    r"|^what preceded\b",
    r"^(?:ngay |liền )?trước (?:khi|lúc) (?!nào).*(?<!\w)(?:gì|nào)(?!\w)"
    r"|(?<!\w)sau (?:lễ|buổi|cuộc|nghi thức|nghi lễ|hoạt động|sự kiện|phần|màn) (?:gì|nào)(?!\w)",
)
"""`After which event …?`, `Trước khi … có lễ gì?`"""
TELLS_ORDER = Wording(
    r"\b(?:following|after|once|before|prior|ahead|preced\w+|then|earlier|first)\b",
    r"(?<!\w)(?:sau|trước|tiếp (?:theo|đó)|rồi|kết thúc|mở đầu|đầu tiên)(?!\w)",
)


def out_of_order(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks who or what came before or after, and no sentence near tells an order."""
    if ASKS_BEFOREHAND.says(question):
        return not any(map(TELLS_ORDER.says, scene.near))
    if not (question.asked.kind in ("person", "name", "place") or _asks_whom(question)) or not asks_order(question):
        return False
    return not any(_tells_order(question, s) for s in scene.near)


def _tells_order(question: QuestionView, sentence: SentenceView) -> bool:
    travels = question.asked.kind == "place" and _TRAVELS.says(sentence)
    return travels or _SAYS.says(sentence) or _leads(question, sentence)


def _leads(question: QuestionView, sentence: SentenceView) -> bool:
    """Whether an order word of a sentence leads to a name of the question, or to a pronoun."""
    there = sentence.tokens
    forms = {f for t in question.terms if t.name for f in question.forms(t, sentence)} | _HIM
    orders = (i for i, t in enumerate(there) if t.word.canonical in _ORDERS[sentence.language])
    return any(not forms.isdisjoint({t.word.stem, t.word.folded}) for i in orders for t in there[i + 1 : i + 1 + REACH])


def _asks_whom(question: QuestionView) -> bool:
    """Whether the noun asked about is one for people: `lãnh đạo nào`."""
    focus = [question.words[i] for i in question.asked.focus]
    if question.language == "en":
        return any(is_person(w.canonical, "en") for w in focus)
    noun = " ".join(w.folded for w in focus)
    return noun in _LEADERS or is_person(noun, "vi")


def asks_order(question: QuestionView) -> bool:
    """Whether a question asks for what comes next, or before or after somebody or a place that it names."""
    if _FURTHER.says(question):
        return True
    forms = [w.canonical for w in question.words]
    names = {t.index for t in question.terms if t.name and t.word.canonical not in _CALENDAR}
    orders = (
        i + 1
        for i, (a, b) in enumerate(pairwise(("", *forms)))
        if b in _ORDERS[question.language] and a not in _NO_ORDERS
    )
    return any(_leads_to_name(forms, names, place) for place in orders)


def _leads_to_name(forms: list[str], names: set[int], place: int) -> bool:
    """Whether a name follows an order word at `place - 1` before any verb."""
    for i in range(place, min(len(forms), place + REACH)):
        if i in names or (i == place and forms[i] in _HIM and forms[i] not in HONORIFICS):
            return True
        if forms[i] in _ENDS:
            return False
    return False
