"""`Has he ever been there before?`: what says that something was the first time, or never was."""

from __future__ import annotations

from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording

_ASKS = Wording(
    r"^(?!.*, or\b)(?:has|have|had|did|is|was|were)\b.*\b(?:ever|before|first|previously)\b|^has\b.*\bnever\b",
    r"(?<!\w)(?:từng|bao giờ|trước (?:đây|đó|giờ|nay)|xưa nay|từ trước (?:đến|tới) (?:giờ|nay)|lần đầu)(?!\w).*(?<!\w)(?:chưa|không)(?!\w)"
    r"|lần đầu tiên (?:phải )?không|(?:^|, )(?:đã )?có .* nào .*(?<!\w)chưa\W*$",
)
TELLS_FIRST = Wording(
    r"\b(?:first(?:-ever)?|never|previously|before|once)\b",
    r"(?<!\w)(?:lần đầu|đầu tiên|chưa từng|chưa bao giờ|từng|trước đó|trước đây)(?!\w)",
)
"""What tells of a first time, of an earlier one, or that there was none."""


def asks_ever(question: QuestionView) -> bool:
    """Whether a question asks if something has happened before."""
    return question.asked.kind == "yes_no" and _ASKS.says(question)
