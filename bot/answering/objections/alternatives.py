"""`A mango or a peach tree?`: a sentence that says neither of the two does not answer which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import SAID
from bot.answering.question.view import QuestionView
from bot.language.words.normalise import words

WIDE = 4
"""Words of an alternative, at most."""
_JOIN = {"en": words("or"), "vi": words("hay hoặc")}
_OPEN = {"en": words("not so more less rather"), "vi": words("không chưa là")}
_MARK = re.compile(r"[,;:?!.]")
_PREPOSITIONS = words("in at on from of to by with for during after before tại ở từ trong của để khi sau trước")
_ENDS = words("was were is are did do does has have had to đã là được bị thì")


def neither(question: QuestionView, scene: Scene) -> bool:
    """Whether a question offers two things to choose from, and the sentence and its neighbours have neither.

    What both share (`cây bàng hay cây phượng`) is not what tells them apart.
    """
    forms = [w.canonical for w in question.words]
    for place, form in enumerate(forms):
        behind = forms[place + 1 : place + 2]
        if form not in _JOIN[question.language] or not place or not behind or behind[0] in _OPEN[question.language]:
            continue
        two = _behind(question, forms, place + 1)
        one = _ahead(question, forms, place, two)
        shared = {forms[i] for i in one} & {forms[i] for i in two}
        apart = [i for i in (*one, *two) if forms[i] not in shared]
        if one and two and apart and max(_said(question, scene, i) for i in apart) < SAID:
            return True
    return False


def _said(question: QuestionView, scene: Scene, place: int) -> float:
    """How surely a word of the question is there, 0..1; 1 for one that cannot be looked for in the other language."""
    across = question.language != scene.sentence.language
    for term, held in zip(question.terms, scene.around, strict=True):
        if term.index == place:
            return held if term.translations or term.name or not across else 1.0
    return float(across or any(question.words[place].canonical in s.canonicals for s in scene.near))


def _behind(question: QuestionView, forms: Sequence[str], first: int) -> list[int]:
    """The indexes of the second alternative: up to a mark, a verb or, past its first word, a preposition."""
    found: list[int] = []
    for i in range(first, min(first + WIDE, len(forms))):
        ends = forms[i] in _ENDS or (i > first and forms[i] in _PREPOSITIONS) or i in question.asked.asking
        if ends or (i > first and _parted(question, i - 1)):
            break
        found.append(i)
    return found


def _ahead(question: QuestionView, forms: Sequence[str], end: int, two: Sequence[int]) -> list[int]:
    """The indexes of the first alternative, as long as the second, or from the word on that both begin with."""
    if not two:
        return []
    start = next((i for i in range(end - 1, max(-1, end - WIDE - 1), -1) if forms[i] == forms[two[0]]), end - len(two))
    found = list(range(max(0, start), end))
    parted = max((i + 1 for i in found[:-1] if _parted(question, i)), default=0)
    return [i for i in found if i >= parted and i not in question.asked.asking]


def _parted(question: QuestionView, place: int) -> bool:
    """Whether a mark stands between a word and the next one."""
    return bool(_MARK.search(question.gap(place)))
