"""`Nhiệm kỳ của ông kết thúc khi nào?`: the Vietnamese word that a question begins with must be there as a word."""

from __future__ import annotations

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import SAID
from bot.answering.question.view import QuestionView


def head_torn(question: QuestionView, scene: Scene) -> bool:
    """Whether of the word at the head only syllables are there, in other words: `nghị` of `hội nghị` in `đề nghị`.

    Only for where, when, how and how many, and for text in the question's language; a name is no such word.
    """
    if question.language != "vi" or scene.sentence.language != "vi" or question.head < 2:
        return False
    if question.asked.kind not in ("place", "date", "manner", "number"):
        return False
    head = [(t, h) for t, h in zip(question.terms, scene.around, strict=True) if t.index < question.head]
    if not head or any(t.light for t, _ in head) or all(t.name for t, _ in head):
        return False
    if any(not s.pairs.isdisjoint(question.pairs[: question.head - 1]) for s in scene.view.sentences):
        return False
    alone = frozenset[str]().union(*(question.alone(s) for s in scene.view.sentences))
    there = frozenset[str]().union(*(s.canonicals for s in scene.view.sentences))
    torn = [t.word.canonical in there and t.word.canonical not in alone for t, _ in head]
    return any(torn) and all(apart or h < SAID for apart, (_, h) in zip(torn, head, strict=True))
