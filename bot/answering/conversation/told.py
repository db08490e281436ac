"""What a conversation has shown already, and that does not hold what is asked next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.question.asked import Kind
from bot.answering.question.kind import asked
from bot.answering.text.paragraph_view import view_of
from bot.models import Conversation, Language, Paragraph, Passage, Question

_PLACED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:in|at|near|inside|outside|into|to)(?: the| a| an)?(?: [a-zà-ỹ’'-]+){0,2} [A-ZÀ-Ỹ]"),
    "vi": re.compile(
        r"\b(?:tại|ở|đến|tới|gần|trong|ngoài|trên|thủ đô|tỉnh|thành phố|quận|huyện|xã|phường|đường)(?: [a-zà-ỹđ]+){0,5} [A-ZÀ-ỸĐ]"
    ),
}


def untold(question: Question, passages: Sequence[Passage], history: Conversation) -> Sequence[Passage]:
    """The passages without those that were shown just before a follow-up and state no place, date or number, whichever
    it asks for, and without their twins: who asks "and where?" has read them. All of them where nothing else is left.
    """
    if history.last is None or question.standalone == question.text:
        return passages
    kind = asked(question.text, question.language).kind
    shown = {c.paragraph for c in history.last.answer.citations if not _states(c.paragraph, kind)}
    left = [p for p in passages if p.paragraph not in shown and p.twin not in shown]
    return left or passages


def _states(paragraph: Paragraph, kind: Kind) -> bool:
    if kind == "place":
        return bool(_PLACED[paragraph.language].search(paragraph.text))
    tokens = [t for sentence in view_of(paragraph).sentences for t in sentence.tokens]
    if kind == "date":
        return any(t.date for t in tokens)
    return kind != "number" or any(t.number for t in tokens)
