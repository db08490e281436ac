"""The few words of the answer's sentences that answer by themselves: a name, a number with its unit, a date, a noun."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from operator import add

from bot.answering.evidence.weights import softmax
from bot.answering.question.asked import Kind
from bot.answering.question.gap import gap_of
from bot.answering.question.view import QuestionView
from bot.answering.spans.features import Candidate, Named, SpanScene
from bot.answering.spans.looks import looks
from bot.answering.spans.shape import SpanShape, shape_of
from bot.answering.text.paragraph_view import SentenceView
from bot.language.lexicon.glossary import Glossary
from bot.models import Citation, Language

SAFE = 0.04
"""Share of the best span under which no short answer is given."""
LISTED = 12
"""Likeliest spans among which the one that overlaps most with the others is looked for."""
EXACT: Mapping[Language, float] = {"en": 0.6, "vi": 1.0}
"""What being right exactly counts against sharing words with what is right, by the language of the text."""
LEAST = 1e-4
"""Share of a sentence, at least."""
SCOPES = ("", "person", "name", "place", "date", "number", "reason", "manner", "yes_no", "thing", "en", "vi")
"""For what a weight counts: always, for a kind of question, for text of a language."""
PRIORS: Mapping[Kind, Mapping[str, float]] = {
    "person": {"!place": -2.0, "!figured": -1.5},
    "date": {"!timeless": -2.0, "!undated": -0.5},
    "number": {"!figureless": -2.0},
    "place": {"!unled": -2.0, "!origin": -1.0},
}
"""What counts against a span by the kind of question, set by hand: too rare in the tuning articles to be learnt."""
SILENT = frozenset({"yes_no"})
"""Kinds of questions that no few words answer."""


Judged = Sequence[tuple[float, Candidate]]


def short_answer(question: QuestionView, ranked: Judged) -> Citation | None:
    """The span that answers, of those `judged`; None for yes or no, and where none stands out."""
    if question.asked.kind in SILENT or not ranked or ranked[0][0] < SAFE:
        return None
    best = decoded(ranked[:LISTED])
    return Citation(best.sentence.paragraph, best.start, best.end)


def decoded(ranked: Judged) -> Candidate:
    """The span with the highest expected score, part exact match, part shared words, under the shares."""
    return max(ranked, key=lambda mine: sum(share * _worth(mine[1], other) for share, other in ranked))[1]


def _worth(mine: Candidate, other: Candidate) -> float:
    if mine.sentence is not other.sentence or mine.last <= other.first or other.last <= mine.first:
        return 0.0
    shared = min(mine.last, other.last) - max(mine.first, other.first)
    size = mine.last - mine.first + other.last - other.first
    exact = EXACT[mine.sentence.language]
    return exact * (2 * shared == size) + (1 - exact) * 2 * shared / size


def judged(
    question: QuestionView, sentences: Sequence[SentenceView], shares: Sequence[float] = ()
) -> list[tuple[float, Candidate]]:
    """The spans of the sentences with their shares, best first; `shares` are the sentences' own, 0..1, else alike."""
    gap, kind = gap_of(question.words, question.asked, question.language), question.asked.kind
    spans: list[Candidate] = []
    scores: list[float] = []
    for rank, sentence in enumerate(sentences):
        language = sentence.language
        weights = span_weights(language, kind)
        shaped = _shaped(sentence, question.glossary, kind)
        outset = sum(weights.get(n, 0.0) * v for n, v in ranking(rank, shares[rank] if shares else 1 / len(sentences)))
        scene = SpanScene(question, sentence, gap)
        for place, score in scene.scores(shaped, weights):
            spans.append(Candidate(sentence, *scene.shape.candidates[place]))
            scores.append(outset + score)
    parts = softmax(scores)
    order = sorted(range(len(spans)), key=lambda i: (-parts[i], spans[i].first, spans[i].last))
    return [(parts[i], spans[i]) for i in order]


def ranking(rank: int, share: float) -> Iterator[Named]:
    """The names of a sentence's rank among those shown, and of its share."""
    yield f"r{rank}", 1.0
    yield "ls", math.log(max(share, LEAST))


@lru_cache(maxsize=2048)
def _shaped(sentence: SentenceView, glossary: Glossary, kind: Kind) -> tuple[float, ...]:
    """The sums of what the candidates of a sentence look like, whatever the question says besides its kind."""
    return tuple(shape_scores(shape_of(sentence, glossary), kind))


def shape_scores(shape: SpanShape, kind: Kind) -> Iterator[float]:
    """The sum of each candidate's names for a kind of question."""
    language, tags, further = shape.language, shape.tags, shape.further
    weight = span_weights(language, kind).get
    starts = [sum([weight(n, 0.0) for n in names]) for names in shape.starts()]
    ends = [sum([weight(n, 0.0) for n in names]) for names in shape.ends()]
    for i, j in shape.candidates:
        more = sum([weight(n, 0.0) for n in names]) if (names := further(i, j)) else 0.0
        yield starts[i] + ends[j] + _look(tags[i:j], language, kind) + more


@lru_cache(maxsize=16_384)
def _look(tags: str, language: Language, kind: Kind) -> float:
    """The sum of what the classes of a run's words give; the same few recur in all texts."""
    weight = span_weights(language, kind).get
    return sum([weight(n, 0.0) for n in _looks(tags, language)])


@lru_cache(maxsize=16_384)
def _looks(tags: str, language: Language) -> tuple[str, ...]:
    return tuple(looks(tags, language))


@lru_cache(maxsize=32)
def span_weights(language: Language, kind: Kind) -> Mapping[str, float]:
    """The learnt weights for text of a language and a kind of question."""
    names, columns = _table()
    always, by_kind, by_language = (columns[SCOPES.index(scope)] for scope in ("", kind, language))
    return dict(zip(names, map(add, map(add, always, by_kind), by_language), strict=True)) | dict(PRIORS.get(kind, {}))


@lru_cache(maxsize=1)
def _table() -> tuple[Sequence[str], Sequence[Sequence[float]]]:
    """The names of all learnt weights, and a column of weights for each of SCOPES; an empty cell weighs nothing."""
    lines = (files("bot.answering.spans") / "weights.tsv").read_text("utf-8").splitlines()
    names, *columns = zip(*(line.split("\t") for line in lines if not line.startswith("#")), strict=True)
    return names, [[float(cell or 0) for cell in column] for column in columns]
