"""How a sentence stands to a question: the features that sentence choice and confidence weigh."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import mul

from bot.answering.evidence.fitting import counted, fit, fresh, located
from bot.answering.evidence.matching import strengths
from bot.answering.evidence.mentions import aliases, with_meant
from bot.answering.question.view import PHOTOS, QuestionView
from bot.answering.text.paragraph_view import ParagraphView, SentenceView, view_of
from bot.models import Paragraph, Passage

NEAR = 0.7
"""What a word in the neighbouring sentence counts."""
TOPIC = 0.8
"""What a word counts that the article's title or lead says: the rest of a report takes it for granted."""
SPELT_OTHERWISE = 0.9
"""Strength from which on a name is there in full, if in another spelling: `Vietnam` for `Việt Nam`."""
LEAD = 2
"""Number of the paragraph up to which a paragraph is a title or a lead."""
SHORT, LONG = 60, 110
"""Words of a paragraph up to which it leaves the topic to its article, and from which on it says it itself."""

NAMES = (
    "cover", "around", "paragraph", "relative", "passage", "pairs", "type", "person", "place", "date", "number",
    "reason", "manner", "names", "figures", "focus", "counted", "length", "first", "density", "heading", "window", "located",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its paragraph, rank and what each word of the question is worth: in it, around it, in its paragraph.

    `whole`, the paragraph's, and `within`, the sentence's, count what a short paragraph leaves to its article.
    """

    sentence: SentenceView
    view: ParagraphView
    passage: Passage
    rank: int
    held: tuple[float, ...]
    around: tuple[float, ...]
    whole: tuple[float, ...]
    within: tuple[float, ...]

    @property
    def near(self) -> list[SentenceView]:
        """The sentence and its neighbours in the paragraph."""
        return [s for s in self.view.sentences if abs(s.index - self.sentence.index) <= 1]


def scenes(question: QuestionView, passages: Sequence[Passage]) -> list[Scene]:
    """Every sentence of the passages, best passage first."""
    read = [
        (passage, view, held) for passage in passages if (held := _held(question, view := view_of(passage.paragraph)))
    ]
    read = _meant(question, read)
    topics = _topics(question, read)
    nothing = (0.0,) * len(question.terms)
    ranks = {passage.paragraph.ref: rank for rank, passage in enumerate(passages)}
    found = []
    for passage, view, held in read:
        leaning = TOPIC * _leaning(view)
        topic = tuple(leaning * t for t in topics.get(passage.paragraph.source.id, nothing))
        whole = tuple(map(max, _highest(held), topic))
        for i, sentence in enumerate(view.sentences):
            around = held[i]
            for neighbour in held[max(0, i - 1) : i] + held[i + 1 : i + 2]:
                around = tuple(map(max, around, [NEAR * h for h in neighbour]))
            within = tuple(map(max, around, topic))
            found.append(Scene(sentence, view, passage, ranks[passage.paragraph.ref], held[i], around, whole, within))
    return found


_Read = tuple[Passage, ParagraphView, list[tuple[float, ...]]]


def _meant(question: QuestionView, read: Sequence[_Read]) -> list[_Read]:
    """The same with the names that sentences mean by a title, a pronoun or in full."""
    if not any(t.name for t in question.terms):
        return list(read)
    articles: dict[str, list[ParagraphView]] = {}
    for passage, view, _ in read:
        articles.setdefault(passage.paragraph.source.id, []).append(view)
    known = {article: aliases(question, views) for article, views in articles.items()}
    return [
        (passage, view, with_meant(question, view, held, known[passage.paragraph.source.id], question.before))
        for passage, view, held in read
    ]


def _held(question: QuestionView, view: ParagraphView) -> list[tuple[float, ...]]:
    rows = [strengths(question, s) for s in view.sentences]
    if question.of_photo and view.paragraph.kind == "caption":
        shown = [t.word.stem in PHOTOS for t in question.terms]
        rows = [[max(h, float(photo)) for h, photo in zip(row, shown, strict=True)] for row in rows]
    return [tuple(row) for row in rows]


def _leaning(view: ParagraphView) -> float:
    """How far a paragraph leaves what it is about to its article, 1 for a short one, 0 for one that stands alone."""
    return min(1.0, max(0.0, (LONG - sum(s.words for s in view.sentences)) / (LONG - SHORT)))


def _highest(held: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(map(max, *held)) if len(held) > 1 else held[0]


def _topics(question: QuestionView, read: Sequence[_Read]) -> dict[str, tuple[float, ...]]:
    """What each word of the question is worth in an article's title and lead, by article."""
    told: dict[str, list[tuple[float, ...]]] = {}
    for passage, _, held in read:
        source = passage.paragraph.source
        if source.id not in told:
            title = Paragraph(source, 1, source.title, "title", source.language) if source.title else None
            told[source.id] = _held(question, view_of(title)) if title else []
        if passage.paragraph.number <= LEAD:
            told[source.id] += held
    return {article: _highest(held) for article, held in told.items() if held}


def coverage(question: QuestionView, held: Sequence[float]) -> float:
    """The share of the question's words, by idf, that is there; 0..1."""
    there: float = sum(map(mul, question.weights, held))
    return there / question.total


def coverage_of(question: QuestionView, held: Sequence[float], places: Iterable[int]) -> float:
    """The same of some of the words, by their places in the terms; 0 for none."""
    kept = list(places)
    there: float = sum(question.weights[p] * held[p] for p in kept)
    return there / (sum(question.weights[p] for p in kept) or 1.0)


def topical(question: QuestionView, scene: Scene) -> float:
    """The share of the question's words that a sentence and its neighbours leave to what the article is about; 0..1."""
    return coverage(question, scene.within) - coverage(question, scene.around)


def missing_share(question: QuestionView, held: Sequence[float], *, numbers: bool) -> float:
    """The share of the question's names (or numbers) that is not there; 0 for a question without any."""
    wanted = question.numbers if numbers else question.names
    total = sum([question.weights[p] for p in wanted])
    gone = [question.weights[p] * (1 - held[p]) for p in wanted if held[p] < SPELT_OTHERWISE]
    return sum(gone) / total if total else 0.0


def focus_held(question: QuestionView, held: Sequence[float]) -> float:
    """How surely the noun asked about is there, 0..1; 1 for a question without one."""
    wanted = [held[p] for p in question.focus]
    return sum(wanted) / len(wanted) if wanted else 1.0


def raw(question: QuestionView, found: Sequence[Scene]) -> list[tuple[float, ...]]:
    """The features of each scene, in the order of NAMES."""
    covers = [coverage(question, s.held) for s in found]
    best = max(covers, default=0.0) or 1.0
    top = max((s.passage.score for s in found), default=0.0) or 1.0
    return [_features(question, s, c, c / best, s.passage.score / top) for s, c in zip(found, covers, strict=True)]


def _features(question: QuestionView, scene: Scene, cover: float, relative: float, passage: float) -> tuple[float, ...]:
    sentence, kind = scene.sentence, question.asked.kind
    new = fresh(question, sentence)
    shared = sum(pair in sentence.pairs for pair in question.pairs)
    fits = fit(question, sentence, new)
    return (
        cover,
        coverage(question, scene.around) - cover,
        coverage(question, scene.whole),
        relative,
        passage,
        shared / max(len(question.pairs), 1),
        fits,
        fits * (kind in ("person", "name")),
        fits * (kind == "place"),
        fits * (kind == "date"),
        fits * (kind == "number"),
        float(kind == "reason" and _reasoned(sentence)),
        float(kind == "manner" and any(t.word.canonical in _MANNER for t in sentence.tokens)),
        missing_share(question, scene.held, numbers=False),
        missing_share(question, scene.held, numbers=True),
        focus_held(question, scene.held),
        counted(question, sentence, new),
        math.log(1 + len(sentence.tokens)) / 4,
        float(sentence.index == 0),
        sum(scene.held) / (sentence.content or 1),
        float(scene.passage.paragraph.kind in ("caption", "title")),
        _window(question, scene),
        located(question, sentence, new),
    )


_REASONS = (
    " because ", " due ", " so that ", " in order ", " since ", " reason", " caus", " result", " therefore",
    " vì ", " do ", " nhằm ", " để ", " bởi ", " nguyên nhân", " lý do", " khiến ", " dẫn đến ",
)  # fmt: skip
_MANNER = frozenset(["by", "through", "using", "via", "with", "bằng", "thông", "qua", "nhờ", "theo", "cách"])


def _reasoned(sentence: SentenceView) -> bool:
    text = f" {sentence.lower} "
    return any(mark in text for mark in _REASONS)


def _window(question: QuestionView, scene: Scene) -> float:
    """How close together the question's words stand: matched words by the length of the shortest run that has them."""
    spots = sorted(
        spot
        for term, held in zip(question.terms, scene.held, strict=True)
        if held >= 0.9
        for spot in (scene.sentence.places.get(term.word.stem) or scene.sentence.places.get(term.word.folded) or ())[:1]
    )
    if len(spots) < 2:
        return 0.0
    return len(spots) / (spots[-1] - spots[0] + 1)
