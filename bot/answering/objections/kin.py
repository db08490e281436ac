"""What is asked about somebody's wife or son is no more answered by what is told of that person."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording

_EN = (
    r"(?:wife|husband|spouse|sons?|daughters?|mother|father|parents?|brothers?|sisters?|child(?:ren)?|widow(?:er)?"
    r"|grand(?:son|daughter|father|mother)s?|nephew|niece|uncle|aunt|cousin|fianc[eé]e?|girlfriend|boyfriend)"
)
_VI = (
    r"(?:phu nhân|vợ(?! chồng)|(?<!vợ )chồng|con trai|con gái|các con|con dâu|con rể|bố|mẹ|cha|cha mẹ|bố mẹ|anh trai|chị gái|em trai|em gái"
    r"|ông nội|bà nội|ông ngoại|bà ngoại|cháu nội|cháu ngoại|người yêu|hôn thê)"
)
KIN = re.compile(rf"(?<!\w)(?:{_EN}|{_VI})(?!\w)")
"""Somebody's kin, in either language, lower case."""
_OF = Wording(
    rf"['’]s (?:late |eldest |elder |older |younger |youngest |only |two |three |\w+-year-old )*({_EN})(?!\w)|\b({_EN}) of (?=\S)",
    rf"(?<!\w)(?<!công ty )(?<!tàu )({_VI})(?! đẻ) (?:của |bà |ông |anh |chị |cô |em )*(?=\S)",
)
SAID = 0.4
"""Strength from which on the kin counts as said."""


def kin_unsaid(question: QuestionView, scene: Scene) -> bool:
    """Whether a question is about the kin of somebody whom it names, and the paragraph tells of no such kin."""
    for match in _OF.finditer(question):
        start, end = match.span(match.lastindex or 0)
        kin = [
            h
            for t, h in zip(question.terms, scene.whole, strict=True)
            if start <= question.found[t.index][1] < end and not t.light
        ]
        owned = question.language == "en" and match.lastindex == 1
        if (owned or _names_behind(question, match.end())) and kin and max(kin) < SAID:
            return True
    return False


def _names_behind(question: QuestionView, place: int) -> bool:
    """Whether the word at a place of the question's text belongs to a name."""
    return any(t.name and question.found[t.index][1] == place for t in question.terms)
