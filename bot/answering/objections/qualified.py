"""`Đường cao tốc nào?` asks for more than the noun: the sentence must say which one."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.language.words.normalise import words

_WHICH = re.compile(r"(?<!\w)nào\W*$", re.IGNORECASE)
_OPENS = re.compile(r"\s*[:(\"“«]")
_LISTS = words("trong gồm bao như là")
"""Plain words behind a comma that begin a list: `ba môn, trong đó có cờ vua`."""
_LEADS = words("của ở tại từ cho về trong là do")
"""Plain words behind a noun that lead to what it is called or whose it is."""


def unqualified(question: QuestionView, scene: Scene) -> bool:
    """For a Vietnamese `NOUN nào?`: whether the sentence has the noun, and nothing behind it that says which one."""
    sentence = scene.sentence
    if sentence.language != "vi" or question.asked.kind not in ("thing", "place"):
        return False
    focus = [question.words[i].canonical for i in question.asked.focus]
    if not focus or not _WHICH.search(question.text):
        return False
    there = [t.word.canonical for t in sentence.tokens]
    ends = [i + len(focus) - 1 for i in range(len(there)) if there[i : i + len(focus)] == focus]
    return bool(ends) and all(_bare(question, sentence, end) for end in ends)


def _bare(question: QuestionView, sentence: SentenceView, place: int) -> bool:
    """Whether nothing new stands right behind a word."""
    there = sentence.tokens
    if place + 1 == len(there):
        return True
    gap, following = sentence.gap(place), there[place + 1]
    if gap.strip():
        return not _OPENS.match(gap) and following.word.canonical not in _LISTS
    asked = {word.canonical for word in question.words}
    return following.word.canonical in asked or (following.stop and following.word.canonical not in _LEADS)
