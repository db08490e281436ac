"""What is told of one by name is not told of another: `Việt Nam's accession` is not when Indonesia joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.language.grammar.verbs import is_past

SAID = 0.5
"""Strength from which on a word of the question counts as said."""


def of_another(question: QuestionView, scene: Scene) -> bool:
    """Whether a sentence has what the question says of a name right behind another name alone, and lacks the question's."""
    held = scene.held
    return any(
        held[name] < SAID <= held[told] and _is_of_another(question, told, scene.sentence)
        for name, told in _pairs(question)
    )


def _pairs(question: QuestionView) -> Iterator[tuple[int, int]]:
    """The places in the terms of a name and of the plain word right behind it: `Indonesia join`, `Thailand's plan`."""
    for place, (one, two) in enumerate(zip(question.terms, question.terms[1:], strict=False)):
        if one.name and not (two.name or two.number or two.light) and two.index == one.index + 1:
            yield place, place + 1


def _is_of_another(question: QuestionView, told: int, sentence: SentenceView) -> bool:
    """Whether another name owns a word (`Nam's accession`) or does it (`Lào gia nhập`, `Laos joined`) in some place."""
    mine = {question.terms[place].word.folded for place in question.names}
    english = sentence.language == "en"
    forms = question.forms(question.terms[told], sentence) if english else {question.terms[told].word.folded}
    pairs = (sentence.tokens[p - 1 : p + 1] for form in forms for p in sentence.places.get(form, ()) if p > 1)
    return any(
        owner.capital
        and owner.word.folded not in mine
        and (not english or _OWNS.search(owner.text) or is_past(word.word.canonical))
        for owner, word in pairs
    )


_OWNS = re.compile(r"['’]s?$")
