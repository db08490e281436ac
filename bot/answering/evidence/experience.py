"""`Has he ever been there before?`: what says that something was the first time, or never was."""

from __future__ import annotations

import re

from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.models import Language

_ASKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^(?!.*, or\b)(?:has|have|had|did|is|was|were)\b.*\b(?:ever|before|first|previously)\b|^has\b.*\bnever\b"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:từng|bao giờ|trước (?:đây|đó|giờ|nay)|xưa nay|từ trước (?:đến|tới) (?:giờ|nay)|lần đầu)(?!\w).*(?<!\w)(?:chưa|không)(?!\w)"
        r"|lần đầu tiên (?:phải )?không|(?:^|, )(?:đã )?có .* nào .*(?<!\w)chưa\W*$"
    ),
}
_TELLS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:first(?:-ever)?|never|previously|before|once)\b"),
    "vi": re.compile(r"(?<!\w)(?:lần đầu|đầu tiên|chưa từng|chưa bao giờ|từng|trước đó|trước đây)(?!\w)"),
}


def asks_ever(question: QuestionView) -> bool:
    """Whether a question asks if something has happened before."""
    return question.asked.kind == "yes_no" and bool(_ASKS[question.language].search(question.text.lower()))


def tells_first(sentence: SentenceView) -> bool:
    """Whether a sentence tells of a first time, of an earlier one, or that there was none."""
    return bool(_TELLS[sentence.paragraph.language].search(sentence.text.lower()))
