"""`What will Mara do?` is answered where the text tells of what is to come, not of what was."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.models import Language

_ASKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bwhat (?:else )?(?:will|would) .*\bdo\b|\bwhat (?:is|are) .*\b(?:going|planning) to do\b"),
    "vi": re.compile(r"(?<!\w)sẽ làm (?:những )?(?:gì|việc gì|điều gì)(?!\w)"),
}
_TELLS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:will|would|shall|(?:plan|intend|pledge|promise|vow|want|hope|aim|agree|prepare)(?:s|d|ed)? to|going to|"
        r"is to|are to|continue|commit\w*)\b"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:sẽ|cam kết|dự định|dự kiến|định|sắp|chuẩn bị|hứa|mong muốn|tiếp tục|kế hoạch|quyết tâm|phấn đấu)(?!\w)"
    ),
}


def asks_future(question: QuestionView) -> bool:
    """Whether a question asks what somebody will do."""
    return bool(_ASKS[question.language].search(question.text.lower()))


def tells_future(sentence: SentenceView) -> bool:
    """Whether a sentence tells of something that will be."""
    return bool(_TELLS[sentence.paragraph.language].search(sentence.text.lower()))


def long_past(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks what somebody will do, and neither the sentence nor its neighbours tell of what will be."""
    return asks_future(question) and not any(tells_future(s) for s in scene.near)
