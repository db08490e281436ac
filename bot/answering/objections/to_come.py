"""`What will Mara do?`, `When will she come?`: answered where the text tells of what is to come, not of what was."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.models import Language

_ASKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bwhat (?:else )?(?:will|would) .*\bdo\b|\bwhat (?:is|are) .*\b(?:going|planning) to do\b"
        r"|\bwhat (?:else )?(?:is|are|did|does|do|has|have) (?:\S+ ){1,6}?(?:promis|pledg|vow)(?:ing|e|ed)?(?: to| doing)?\b"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:sẽ|hứa|cam kết)(?: sẽ)?(?: tiếp tục)? (?:làm|đóng góp|giúp) (?:thêm )?(?:những )?(?:gì|việc gì|điều gì)(?!\w)"
    ),
}
_ASKS_WHEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:when|(?:what|which) (?:day|date|month|year|week)) "
        r"(?:(?:else )?will\b|(?:is|are) .*\b(?:going to|coming|due|expected|scheduled|visiting|returning)\b)"
        r"|\bwhen (?:does|do) .*\b(?:end|expire|run out|finish)\W*$"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:khi nào|bao giờ|lúc nào|hồi nào|(?:ngày|tháng|năm|tuần|hôm) nào) (?:thì )?(?:\S+ )*?(?:sẽ|sắp|dự kiến)(?!\w)"
        r"|(?<!\w)(?:sẽ|sắp|dự kiến) .*(?:khi nào|bao giờ|lúc nào|(?:ngày|tháng|năm|tuần|hôm) nào)(?!\w)"
        r"|^(?:bao giờ|chừng nào) (?!.*(?<!\w)(?:đã|vừa|rồi)(?!\w))|(?<!\w)sắp (?:tới )?(?:sang |đi |đến )?(?:thăm|đến|sang|về) .*(?<!\w)(?:nào|đâu)(?!\w)"
    ),
}  # fmt: skip
_WILL: dict[Language, str] = {
    "en": r"will|would|shall|should be|(?:plan|intend|pledge|promise|vow|aim|agree|prepare)(?:s|d|ed)? to|going to|is to|are to",
    "vi": r"sẽ|dự định|dự kiến|(?<!khẳng )(?<!nhận )(?<!xác )(?<!quy )(?<!ổn )(?<!hiệp )(?<!nghị )(?<!gia )(?<!chỉ )(?<!nhất )định"
    r"|sắp|chuẩn bị|hứa|(?<!các )(?<!những )kế hoạch",
}
_MEANT: dict[Language, str] = {
    "en": r"continue|commit(?:s|ted)? to|(?:want|hope)(?:s|d|ed)? to",
    "vi": r"cam kết|mong muốn|tiếp tục|quyết tâm|phấn đấu",
}
"""What somebody means to do, with no day for it."""
_HOPED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bhop(?:e|ed|es|ing)\b(?! to)|\b(?:want|wish|urge|ask|call)\w* (?:on )?(?!to\b)(?:\S+ ){1,4}?to\b"
    ),
    "vi": re.compile(r"(?<!\w)(?:mong muốn|hy vọng|hi vọng|kỳ vọng|mong|đề nghị|kêu gọi)(?!\w)"),
}
_SET: dict[Language, str] = {
    "en": r"to be|planned|schedul\w+|expect\w*|due|upcoming|next|soon|runs?|until|till|ends?|starts?|opens?|begins?|deadline|forecast\w*|targets?",
    "vi": (
        r"(?:tháng|năm|tuần|thời gian|kỳ|lần) (?:tới|sau)|đến hết|từ (?:ngày )?\d\S*|hạn|(?:trước|chậm nhất|muộn nhất|vào) (?:ngày|tháng|năm|quý)"
        r"|hiệu lực|đón xem|diễn ra|mục tiêu|dự báo"
    ),
}  # fmt: skip
"""How a day to come is told without `will`."""


def _telling(*told: dict[Language, str]) -> dict[Language, re.Pattern[str]]:
    return {
        "en": re.compile(rf"\b(?:{'|'.join(t['en'] for t in told)})\b"),
        "vi": re.compile(rf"(?<!\w)(?:{'|'.join(t['vi'] for t in told)})(?!\w)"),
    }


_TELLS, _TELLS_WHEN = _telling(_WILL, _MEANT), _telling(_WILL, _SET)


def asks_future(question: QuestionView) -> bool:
    """Whether a question asks what somebody will do."""
    return bool(_ASKS[question.language].search(question.text.lower()))


def tells_future(sentence: SentenceView) -> bool:
    """Whether a sentence tells of something that will be."""
    return bool(_TELLS[sentence.paragraph.language].search(sentence.text.lower()))


def tells_intent(sentence: SentenceView) -> bool:
    """Whether a sentence tells of something that will be, not of what somebody hopes that another will do."""
    hoped = _HOPED[sentence.paragraph.language].search(sentence.text.lower())
    return tells_future(sentence) and not hoped


def long_past(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks what somebody will do, or when, and neither the sentence nor its neighbours tell of what will be."""
    if asks_future(question):
        return not any(tells_future(s) for s in scene.near)
    if not _ASKS_WHEN[question.language].search(question.text.lower()):
        return False
    return not any(_TELLS_WHEN[s.paragraph.language].search(s.text.lower()) for s in scene.near)
