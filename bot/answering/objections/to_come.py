"""`What will Mara do?`, `When will she come?`: answered where the text tells of what is to come, not of what was."""

from __future__ import annotations

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.models import Language

ASKS_FUTURE = Wording(
    r"\bwhat (?:else )?(?:will|would) .*\bdo\b|\bwhat (?:is|are) .*\b(?:going|planning) to do\b"
    r"|\bwhat (?:else )?(?:is|are|did|does|do|has|have) (?:\S+ ){1,6}?(?:promis|pledg|vow)(?:ing|e|ed)?(?: to| doing)?\b",
    r"(?<!\w)(?:sẽ|hứa|cam kết)(?: sẽ)?(?: tiếp tục)? (?:làm|đóng góp|giúp) (?:thêm )?(?:những )?(?:gì|việc gì|điều gì)(?!\w)",
)
_ASKS_WHEN = Wording(
    r"\b(?:when|(?:what|which) (?:day|date|month|year|week)) "
    r"(?:(?:else )?will\b|(?:is|are) .*\b(?:going to|coming|due|expected|scheduled|visiting|returning)\b)"
    r"|\bwhen (?:does|do) .*\b(?:end|expire|run out|finish)\W*$",
    r"(?<!\w)(?:khi nào|bao giờ|lúc nào|hồi nào|(?:ngày|tháng|năm|tuần|hôm) nào) (?:thì )?(?:\S+ )*?(?:sẽ|sắp|dự kiến)(?!\w)"
    r"|(?<!\w)(?:sẽ|sắp|dự kiến) .*(?:khi nào|bao giờ|lúc nào|(?:ngày|tháng|năm|tuần|hôm) nào)(?!\w)"
    r"|^(?:bao giờ|chừng nào) (?!.*(?<!\w)(?:đã|vừa|rồi)(?!\w))|(?<!\w)sắp (?:tới )?(?:sang |đi |đến )?(?:thăm|đến|sang|về) .*(?<!\w)(?:nào|đâu)(?!\w)",
)
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
_HOPED = Wording(
    r"\bhop(?:e|ed|es|ing)\b(?! to)|\b(?:want|wish|urge|ask|call)\w* (?:on )?(?!to\b)(?:\S+ ){1,4}?to\b",
    r"(?<!\w)(?:mong muốn|hy vọng|hi vọng|kỳ vọng|mong|đề nghị|kêu gọi)(?!\w)",
)
_SET: dict[Language, str] = {
    "en": r"to be|planned|schedul\w+|expect\w*|due|upcoming|next|soon|runs?|until|till|ends?|starts?|opens?|begins?|deadline|forecast\w*|targets?",
    "vi": (
        r"(?:tháng|năm|tuần|thời gian|kỳ|lần) (?:tới|sau)|đến hết|từ (?:ngày )?\d\S*|hạn|(?:trước|chậm nhất|muộn nhất|vào) (?:ngày|tháng|năm|quý)"
        r"|hiệu lực|đón xem|diễn ra|mục tiêu|dự báo"
    ),
}  # fmt: skip
"""How a day to come is told without `will`."""


def _telling(*told: dict[Language, str]) -> Wording:
    english, vietnamese = ("|".join(t[language] for t in told) for language in ("en", "vi"))
    return Wording(rf"\b(?:{english})\b", rf"(?<!\w)(?:{vietnamese})(?!\w)")


_TELLS, _TELLS_WHEN = _telling(_WILL, _MEANT), _telling(_WILL, _SET)


def tells_intent(sentence: SentenceView) -> bool:
    """Whether a sentence tells of something that will be, not of what somebody hopes that another will do."""
    return _TELLS.says(sentence) and not _HOPED.says(sentence)


def long_past(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks what somebody will do, or when, and neither the sentence nor its neighbours tell of what will be."""
    if ASKS_FUTURE.says(question):
        return not any(map(_TELLS.says, scene.near))
    if not _ASKS_WHEN.says(question):
        return False
    return not any(map(_TELLS_WHEN.says, scene.near))
