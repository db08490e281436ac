"""What speaks for a sentence beyond the words that it shares: it names what is asked for, or tells what was done."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.evidence.experience import TELLS_FIRST, asks_ever
from bot.answering.evidence.features import Scene
from bot.answering.evidence.fitting import PLACE_MARKS, focus_spots
from bot.answering.objections.reasons import GIVES_REASON
from bot.answering.objections.representing import ASKS_FEELING, ON_BEHALF, REPRESENTS, TELLS_FEELING
from bot.answering.objections.sequence import ASKS_BEFOREHAND, TELLS_ORDER
from bot.answering.objections.to_come import ASKS_FUTURE, tells_intent
from bot.answering.question.nouns import AUXILIARIES
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording
from bot.language.grammar.verbs import is_past
from bot.language.words.normalise import words

REASONED = 1.0
"""What a sentence gains that says outright why, where that is asked."""
EVER = 3.5
"""What a sentence gains that tells of a first time, where it is asked whether something ever was."""
DONE = 1.5
"""What a sentence gains that says what was done to a thing, where it is asked where or when."""
NAMED = 2.0
"""What a sentence gains that has the noun asked about in a name: `Communist Party` for `Which party?`."""
SPOKEN_FOR = 2.0
"""What a sentence gains that tells of somebody who speaks for others, where that is asked."""
TO_COME = 2.0
"""What a sentence gains that tells of what will be, where it is asked what somebody will do."""
FELT = 2.0
"""What a sentence gains that tells of a feeling, where it is asked how somebody feels."""
ORDERED = 2.0
"""What a sentence gains that tells an order, where it is asked what came before."""
TWO_PLACES = 5.0
"""What a sentence gains that has a town and its land, where both are asked for."""
_TOWNS, _LANDS = r"(?:city|town|village|capital)", r"(?:country|nation|state|province)"
_TWO_PLACES = Wording(
    rf"\b{_TOWNS} (?:and|in) (?:in )?(?:which |what )?{_LANDS}\b|\b{_LANDS} and (?:which |what )?{_TOWNS}\b",
    r"(?<!\w)(?:thành phố|tỉnh|nơi|thủ đô|làng)(?: nào)?,? (?:và |ở |tại |thuộc |của )*(?:nước|quốc gia|đất nước) nào"
    r"|(?<!\w)(?:nước|quốc gia|đất nước)(?: nào)?,? (?:và |ở |tại )*(?:thành phố|tỉnh|thủ đô) nào",
)
_OFFICES = words("general secretary minister president director chief chairman chairwoman leader head deputy")
"""Words behind a name that make it the office's: `Party General Secretary`."""


def clues(question: QuestionView, found: Sequence[Scene]) -> list[float]:
    """What each sentence gains."""
    gains = [0.0] * len(found)
    for asks, weight, tells in (
        (question.asked.kind == "reason", REASONED, GIVES_REASON.says),
        (asks_ever(question), EVER, TELLS_FIRST.says),
        (ON_BEHALF.says(question), SPOKEN_FOR, REPRESENTS.says),
        (ASKS_FUTURE.says(question), TO_COME, tells_intent),
        (ASKS_FEELING.says(question), FELT, TELLS_FEELING.says),
        (ASKS_BEFOREHAND.says(question), ORDERED, TELLS_ORDER.says),
    ):
        if asks:
            gains = [g + weight * tells(s.sentence) for g, s in zip(gains, found, strict=True)]
    if _TWO_PLACES.says(question):
        gains = [g + TWO_PLACES * _in_land(question, s) for g, s in zip(gains, found, strict=True)]
    done = _done(question)
    if done is not None:
        gains = [g + DONE * s.held[done] for g, s in zip(gains, found, strict=True)]
    if question.asked.kind == "thing" and question.asked.focus:
        gains = [g + NAMED * _in_name(question, s) for g, s in zip(gains, found, strict=True)]
    return gains


def _done(question: QuestionView) -> int | None:
    """The place in the terms of what was done to a thing: `Where will it be displayed?`; None where it is not plain."""
    if question.language != "en" or question.asked.kind not in ("place", "date") or not question.terms:
        return None
    last = question.terms[-1]
    helped = any(w.canonical in AUXILIARIES for w in question.words[: last.index])
    plain = last.index == len(question.words) - 1 and is_past(last.word.canonical) and not last.light
    return len(question.terms) - 1 if helped and plain else None


def _in_land(question: QuestionView, scene: Scene) -> bool:
    """Whether a fresh name stands behind a word of place, and another one behind its comma: `in Jakarta, Indonesia`."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for i in range(1, len(tokens) - 1):
        joined = tokens[i].capital and tokens[i + 1].capital and sentence.gap(i) == ", "
        first = sentence.name_start(i) if joined and tokens[i].word.folded not in question.folded else 0
        if first and tokens[first - 1].word.canonical in PLACE_MARKS[sentence.language]:
            return True
    return False


def _in_name(question: QuestionView, scene: Scene) -> bool:
    """Whether the noun asked about ends a name in a sentence (`Communist Party`) or has one behind it (`Ministry of Health`)."""
    tokens = scene.sentence.tokens
    for spot in focus_spots(question, scene.sentence):
        if not tokens[spot].capital:
            continue
        before = tokens[spot - 1] if spot else None
        behind = tokens[spot + 1 : spot + 3]
        fresh = before and before.capital and before.word.folded not in question.folded
        if fresh and not (behind and behind[0].word.canonical in _OFFICES):
            return True
        if len(behind) == 2 and behind[0].word.canonical == "of" and behind[1].capital:
            return True
    return False
