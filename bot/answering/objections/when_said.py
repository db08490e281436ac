"""`Who won last year?`: what is asked of last year is not answered by what is told of today."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording

_PAST = Wording(
    r"\b(?:last|the previous) year\b",
    r"(?<!\w)(?:năm ngoái|(?<!\d )năm trước)(?!\w)",
)
_NEXT = Wording(
    r"\bnext year\b",
    r"(?<!\w)(?:năm sau|sang năm|năm tới)(?!\w)",
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLS_PAST = re.compile(
    r"\b(?:last|previous|past|recent) (?:year|season|edition|november|december|october|month\w*|two|three|five)"
    r"|\byears?[- ](?:ago|earlier|on-year)"
    r"|\bdefending\b|năm (?:ngoái|rồi)|(?<!\d )năm (?:trước|qua)|cùng kỳ|một năm|12 tháng|mùa trước|lần trước"
)
_TELLS_NEXT = re.compile(
    r"\b(?:next|coming|following) (?:year|season|edition)|\bin a year\b|năm (?:sau|tới)|sang năm|mùa (?:sau|tới)|lần tới|một năm nữa"
)


def another_year(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks of last or next year, and no sentence near speaks of one, nor of a year by its number."""
    told = " ".join(s.lower for s in scene.near)
    if any(t.date and _YEAR.fullmatch(t.text) for s in scene.near for t in s.tokens):
        return False
    both = ((_PAST, _TELLS_PAST), (_NEXT, _TELLS_NEXT))
    return any(asks.says(question) and not tells.search(told) for asks, tells in both)
