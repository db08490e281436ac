"""Who took the photo: the one thing that a caption alone says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.question_view import QuestionView
from bot.models import Citation, Passage

_CREDIT = re.compile(r"\b(?:Ảnh|Hình|Photos?|Pictures?|Images?|Nguồn|Source)(?: (?:by|courtesy of|của))?\s?:?\s+([^()\n]{2,60}?)\s*(?:\)|$)")
_ASKING = re.compile(
    r"\b(?:photos?|photographs?|photographed|photographers?|pictures|images?)\b|\b(?:ảnh|chụp|hình ảnh|nhiếp ảnh)\b", re.IGNORECASE
)
_ASKING_PLAIN = re.compile(r"\b(?:chup|hinh anh|nhiep anh|nguon anh|anh (?:cua|do|duoc))\b", re.IGNORECASE)


def credit(question: QuestionView, passages: Sequence[Passage]) -> tuple[Citation, Citation] | None:
    """The caption that says who took a photo, and the words that say it; None when that is not asked or not said.

    A caption in the question's language wins; of equals the best ranked.
    """
    if question.asked.kind not in ("person", "thing", "name") or not _asks(question):
        return None
    found = []
    for passage in passages:
        paragraph = passage.paragraph
        match = _CREDIT.search(paragraph.text)
        if match and (paragraph.kind == "caption" or len(paragraph.text) < 300):
            whole = Citation(paragraph, 0, len(paragraph.text))
            found.append((whole, Citation(paragraph, match.start(1), match.end(1))))
    own = [pair for pair in found if pair[0].paragraph.language == question.language]
    return (own or found or [None])[0]


def _asks(question: QuestionView) -> bool:
    plain = _ASKING_PLAIN.search(question.text) if question.toneless else None
    return bool(plain or _ASKING.search(question.text))
