"""`Who planted it together with Lâm?`: who did something with somebody stands joined to the name."""

from __future__ import annotations

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import spots
from bot.answering.evidence.name_runs import parted
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.language.words.normalise import words

WITH = 6
"""Words between a name and a word such as `alongside`, at most."""
AND = 2
"""Words between a name and `and`, at most."""
_ASKS = Wording(
    r"\bwho(?:m|se)?\b.*\b(?:(?:together|along|in company) with|alongside|beside)\b|\b(?:together|along) with whom\b",
    r"(?<!\w)(?:ai|(?:người|vị|quan chức|lãnh đạo) nào)(?!\w).*(?<!\w)cùng(?! (?:ngày|lúc|năm|thời|tên|loại|kỳ))(?!\w)",
)
_WITH = words(
    "with alongside beside together accompanied accompanying joined joining joint jointly both cùng với theo tháp hai"
)
_AND = words("and và")


def alone(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks who did something together with somebody, and the sentence joins nobody to that name."""
    named = spots(question, _with_whom(question), scene.sentence)
    listed = question.leaves_out and any(
        parted(scene.sentence, p) for spot in named for p in range(spot, spot + AND + 1)
    )
    return bool(named) and not listed and not any(_joined(scene.sentence, spot) for spot in named)


def _with_whom(question: QuestionView) -> list[QuestionWord]:
    """The words of the names that somebody is to stand beside: behind `together with`, or of `Apart from Kao, who …?`."""
    if question.asked.kind not in ("person", "name", "thing"):
        return []
    comma, match = question.text.find(","), _ASKS.search(question)
    if question.leaves_out and question.asked.kind == "person" and comma > 0:
        beside = question.within(0, comma)
    else:
        beside = question.within(match.end(), len(question.text)) if match else []
    return [t for t in beside if t.name]


def _joined(sentence: SentenceView, spot: int) -> bool:
    """Whether a word that joins stands close to a name, be it before or behind."""
    there = sentence.tokens
    first, end = sentence.name_start(spot), spot
    while end + 1 < len(there) and there[end + 1].capital:
        end += 1
    near = {t.word.canonical for t in (*there[max(0, first - WITH) : first], *there[end + 1 : end + 1 + WITH])}
    close = {t.word.canonical for t in (*there[max(0, first - AND) : first], *there[end + 1 : end + 1 + AND])}
    return not near.isdisjoint(_WITH) or not close.isdisjoint(_AND)
