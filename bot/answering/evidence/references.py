"""Sentences that begin with `He` or `Ông`: which sentence says whom that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.evidence.features import Scene
from bot.answering.evidence.mentions import leans
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView, view_of
from bot.models import Language, Passage

_SAYS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:say|said|tell|told|comment\w*|remark\w*|explain\w*|think|argue\w*|warn\w*|complain\w*)\b"),
    "vi": re.compile(
        r"(?<!\w)(?:nói|phát biểu|chia sẻ|nhận xét|nhận định|bình luận|cho rằng|cho biết|giải thích|cảnh báo|tâm sự|kể)(?!\w)"
    ),
}
_QUOTED = re.compile(r"[\"“«]")


def spoken(question: str, scene: Scene, passages: Sequence[Passage]) -> SentenceView | None:
    """For `What did X say?`: the quotation right behind the sentence that tells that X spoke; None where there is none.

    In the paragraph, or at the head of the next one.
    """
    if not any(s.search(question.lower()) for s in _SAYS.values()) or _QUOTED.search(scene.sentence.text):
        return None
    following = [s for s in scene.view.sentences if s.index == scene.sentence.index + 1]
    if not following:
        following = _neighbour(scene, 1, passages)[:1]
    return next((s for s in following if _QUOTED.match(s.text)), None)


def _neighbour(scene: Scene, step: int, passages: Sequence[Passage]) -> list[SentenceView]:
    """The sentences of the body paragraph so many steps from that of a scene; none where it is not among the passages."""
    paragraph = scene.passage.paragraph
    found = (p.paragraph for p in passages if p.paragraph.source == paragraph.source and p.paragraph.kind == "body")
    beside = next((other for other in found if other.number == paragraph.number + step), None)
    return list(view_of(beside).sentences) if beside else []


def antecedent(question: QuestionView, scene: Scene) -> SentenceView | None:
    """The nearest sentence before that does not lean on another: in the paragraph, else the end of the one before it."""
    told = [s for s in scene.view.sentences if s.index < scene.sentence.index]
    if not told:
        paragraph = question.before(scene.passage.paragraph)
        told = list(view_of(paragraph).sentences) if paragraph else []
    return next((s for s in reversed(told) if not leans(s)), None)
