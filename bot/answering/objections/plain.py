"""Plain reasons why a sentence cannot be the answer, by rules that hold for every question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.answering.evidence.features import Scene
from bot.answering.objections.acts import act_unsaid
from bot.answering.objections.agents import done_by_another
from bot.answering.objections.alternatives import neither
from bot.answering.objections.attributes import attribute_missing, noun_missing, sort_missing
from bot.answering.objections.companions import alone
from bot.answering.objections.counting import measured_otherwise, uncounted, undated
from bot.answering.objections.deeds import deed_named_only
from bot.answering.objections.founding import another_founded
from bot.answering.objections.heads import head_torn
from bot.answering.objections.holders import held_somewhere, holder_missing, is_title, office, title_unsaid
from bot.answering.objections.kin import kin_unnamed, kin_unsaid
from bot.answering.objections.lasting import lasting_otherwise
from bot.answering.objections.naming import name_unattached
from bot.answering.objections.offices import office_missing, office_of_another
from bot.answering.objections.ordinals import rank_unsaid, ranked_otherwise, ranks_another
from bot.answering.objections.owners import of_another
from bot.answering.objections.premises import (
    deed_missing,
    name_missing,
    number_missing,
    opposed,
)
from bot.answering.objections.qualified import unqualified
from bot.answering.objections.reasons import unreasoned
from bot.answering.objections.representing import uncalled, unfelt, unrepresented, untried
from bot.answering.objections.sequence import out_of_order
from bot.answering.objections.speech import said_by_another, unspoken
from bot.answering.objections.superlatives import unsurpassed
from bot.answering.objections.to_come import long_past
from bot.answering.objections.when_said import another_year
from bot.answering.question.view import QuestionView

Objection = Literal["", "attribute", "premise", "reason", "holder"]
"""No such attribute or office is there; a premise is not the article's; no reason is given; the holder is not named."""

_OF_ARTICLES = (name_missing, number_missing, office_missing, office_of_another)
"""What a question names or counts that an article does not have."""
_PREMISES = (opposed, kin_unsaid, of_another, deed_missing, act_unsaid)
_DOERS = (done_by_another, said_by_another)
_ATTRIBUTES = (
    attribute_missing, sort_missing, noun_missing, name_unattached, kin_unnamed, uncounted, undated, ranked_otherwise, unspoken,
    unqualified, unrepresented, uncalled, unfelt, untried, measured_otherwise, lasting_otherwise, out_of_order, unsurpassed, neither,
    deed_named_only, another_founded, rank_unsaid, ranks_another, alone, another_year, long_past, head_torn,
)  # fmt: skip


class Objections:
    """What speaks against sentences as the answer to a question; each article is read once.

    `office` are the forms of the title whose holder is asked for, () where none is.
    """

    def __init__(self, question: QuestionView, found: Sequence[Scene]) -> None:
        self._question = question
        self._articles: dict[str, list[Scene]] = {}
        for scene in found:
            self._articles.setdefault(scene.passage.paragraph.source.id, []).append(scene)
        self.office = office(question)
        self._foreign: dict[str, bool] = {}

    def against(self, scene: Scene) -> Objection:
        """The first plain reason against a sentence; "" for none."""
        question, article = self._question, self._articles[scene.passage.paragraph.source.id]
        if self._is_foreign(scene) or any(rule(question, scene) for rule in _PREMISES):
            return "premise"
        if any(rule(question, scene, article) for rule in _DOERS):
            return "premise"
        if any(rule(question, scene) for rule in _ATTRIBUTES):
            return "attribute"
        if holder_missing(self.office, question, scene):
            unsaid = title_unsaid(self.office, question, scene) or not self._is_held(scene)
            return "attribute" if unsaid else "holder"
        return "reason" if unreasoned(question, scene) else ""

    def _is_held(self, scene: Scene) -> bool:
        """Whether the article of a sentence may name a holder of the office; True where what is asked for is none."""
        article = self._articles[scene.passage.paragraph.source.id]
        known = is_title(self.office[0], self._question.language)
        return not known or held_somewhere(self.office, self._question, article)

    def _is_foreign(self, scene: Scene) -> bool:
        """Whether the article of a sentence lacks a name or number of the question."""
        source = scene.passage.paragraph.source.id
        if source not in self._foreign:
            article = self._articles[source]
            self._foreign[source] = any(rule(self._question, article) for rule in _OF_ARTICLES)
        return self._foreign[source]
