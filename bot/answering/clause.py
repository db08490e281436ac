"""A long sentence shown up to the clause that answers; always a contiguous run of its own words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.question_view import QuestionView
from bot.answering.spans import Candidate
from bot.answering.view import SentenceView
from bot.language.sentences import Span

LONG = 30
"""Words from which on a sentence may be cut."""
WORTH = 5
"""Words that a cut saves at least."""


def shown_span(question: QuestionView, sentence: SentenceView, spans: Sequence[Candidate]) -> Span:
    """The part of a sentence that is shown: without closing clauses that hold no word of the question and no `spans`.

    A question for several things, for a reason or for a manner keeps the whole sentence.
    """
    whole = sentence.span
    if sentence.words <= LONG or question.asked.several or question.asked.kind in ("reason", "manner", "yes_no"):
        return whole
    needed = _last_needed(question, sentence, spans)
    text = sentence.paragraph.text
    for place in range(needed + 1, len(sentence.tokens)):
        gap = text[sentence.tokens[place - 1].end : sentence.tokens[place].start]
        if gap[:1] in (",", ";") and len(sentence.tokens) - place >= WORTH and _closed(sentence, place, text):
            return Span(whole.start, sentence.tokens[place - 1].end)
    return whole


def _last_needed(question: QuestionView, sentence: SentenceView, spans: Sequence[Candidate]) -> int:
    """The last word that the answer needs: of the question's words, or of the likeliest short answers."""
    last = max((c.last - 1 for c in spans if c.sentence is sentence), default=-1)
    across = question.language != sentence.paragraph.language
    for term in question.terms:
        forms = [
            term.word.stem,
            term.word.folded,
            *(w for p in (term.translations if across else term.akin) for w in p),
        ]
        if sentence.places.keys().isdisjoint(forms):
            forms = [w for p in (term.like.across if across else term.like.own) for w in p]
        last = max([last, *(p for form in forms for p in sentence.places.get(form, ())[:1])])
    return last


def _closed(sentence: SentenceView, place: int, text: str) -> bool:
    """Whether no quotation or bracket stays open before a place, and it is no comma of a list or a number."""
    before = text[sentence.span.start : sentence.tokens[place - 1].end]
    balanced = all(before.count(a) == before.count(b) for a, b in ("()", "“”", "[]")) and before.count('"') % 2 == 0
    return balanced and not sentence.tokens[place].capital and not sentence.tokens[place].number
