"""The few words of the answer's sentences that answer by themselves: a name, a number with its unit, a date, a noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.answering.question_view import QuestionView
from bot.answering.scoring import Linear, softmax, tables
from bot.answering.spans import SPAN, Candidate, SpanScene
from bot.answering.view import SentenceView
from bot.models import Citation, Language

SAFE = 0.3
"""Share of the best span under which no short answer is given."""
_SILENT = frozenset({"yes_no"})


Judged = Sequence[tuple[float, Candidate]]


def short_answer(question: QuestionView, ranked: Judged) -> Citation | None:
    """The span that answers, of those `judged`; None for yes or no, for several things, and where none stands out."""
    if question.asked.kind in _SILENT or question.asked.several:
        return None
    if not ranked or ranked[0][0] < SAFE:
        return None
    best = ranked[0][1]
    return Citation(best.sentence.paragraph, best.start, best.end)


def judged(question: QuestionView, sentences: Sequence[SentenceView]) -> list[tuple[float, Candidate]]:
    """The spans of the sentences with their shares, best first."""
    spans: list[Candidate] = []
    scores: list[float] = []
    for rank, sentence in enumerate(sentences):
        scene = SpanScene(question, sentence, rank)
        weights = span_weights(sentence.paragraph.language)
        for candidate in scene.candidates():
            spans.append(candidate)
            scores.append(weights.of(scene.features(candidate)))
    shares = softmax(scores)
    order = sorted(range(len(spans)), key=lambda i: (-shares[i], spans[i].first, spans[i].last))
    return [(shares[i], spans[i]) for i in order]


@lru_cache(maxsize=2)
def span_weights(language: Language) -> Linear:
    """The learnt weights for text of a language."""
    return Linear.read(tables("span_weights.toml")[language], SPAN)
