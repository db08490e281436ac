"""How sure the answerer may be of a sentence, and why it says nothing when it is not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.answering.features import Scene, coverage, focus_held, missing_share
from bot.answering.fitting import counted, fit, fresh, measured
from bot.answering.question_view import QuestionView

SURE = (
    "cover", "around", "paragraph", "pairs", "window", "density", "names_sentence", "names_paragraph", "names_article",
    "figures_paragraph", "figures_article", "rival_figure", "rival_name", "unknown", "lightest", "misfit_person", "misfit_place",
    "misfit_date", "misfit_number", "misfit_name", "misfit_measure", "focus", "focus_paragraph", "counted", "gap",
    "second", "share", "plain", "plain_paragraph", "strict", "terms", "vietnamese", "reason", "manner", "toneless", "heading",
)  # fmt: skip


def sureness(question: QuestionView, found: Sequence[Scene], shares: Sequence[float], best: int) -> tuple[float, ...]:
    """The features of the chosen sentence among all, in the order of SURE; `shares` are those of sentence choice."""
    scene = found[best]
    new = fresh(question, scene.sentence)
    kind = question.asked.kind
    misfit = 1.0 - fit(question, scene.sentence, new)
    covers = _paragraph_covers(question, found)
    first = covers[scene.rank]
    second = max((c for rank, c in covers.items() if rank != scene.rank), default=0.0)
    article = _article_held(question, found, scene)
    everywhere = [max(s.whole[k] for s in found) for k in range(len(question.terms))]
    whole_names = missing_share(question, scene.whole, numbers=False)
    figures = missing_share(question, scene.whole, numbers=True)
    sentence_cover = coverage(question, scene.held)
    return (
        sentence_cover,
        coverage(question, scene.around) - sentence_cover,
        coverage(question, scene.whole),
        sum(p in scene.sentence.pairs for p in question.pairs) / max(len(question.pairs), 1),
        _nearness(scene),
        sum(scene.held) / (sum(not t.stop for t in scene.sentence.tokens) or 1),
        missing_share(question, scene.held, numbers=False),
        whole_names,
        missing_share(question, article, numbers=False),
        figures,
        missing_share(question, article, numbers=True),
        _rival_figure(question, scene, new),
        missing_share(question, article, numbers=False) * any(scene.sentence.tokens[i].capital for i in new),
        1 - coverage(question, everywhere),
        _heaviest_missing(question, scene),
        misfit * (kind == "person"),
        misfit * (kind == "place"),
        misfit * (kind == "date"),
        misfit * (kind == "number"),
        misfit * (kind == "name"),
        1.0 - measured(question, scene.sentence),
        focus_held(question, scene.held),
        focus_held(question, scene.whole),
        counted(question, scene.sentence, new),
        first - second,
        second,
        shares[best],
        sum(scene.held) / len(scene.held) if scene.held else 0.0,
        sum(scene.whole) / len(scene.whole) if scene.whole else 0.0,
        coverage(question, scene.whole) ** 4,
        math.log(1 + len(question.terms)) / 3,
        float(question.language == "vi"),
        float(kind == "reason"),
        float(kind == "manner"),
        float(question.toneless),
        float(scene.passage.paragraph.kind in ("caption", "title")),
    )


def _paragraph_covers(question: QuestionView, found: Sequence[Scene]) -> dict[int, float]:
    covers: dict[int, float] = {}
    for scene in found:
        if scene.rank not in covers:
            covers[scene.rank] = coverage(question, scene.whole)
    return covers


def _article_held(question: QuestionView, found: Sequence[Scene], scene: Scene) -> list[float]:
    article = scene.passage.paragraph.source.id
    same = [s.whole for s in found if s.passage.paragraph.source.id == article]
    return [max(column) for column in zip(*same, strict=True)]


def _heaviest_missing(question: QuestionView, scene: Scene) -> float:
    """The weight of the heaviest word that the paragraph lacks, against the rarest possible."""
    gone = [t.weight * (1 - h) for t, h in zip(question.terms, scene.whole, strict=True)]
    return max(gone, default=0.0) / question.highest


def _rival_figure(question: QuestionView, scene: Scene, new: Sequence[int]) -> float:
    """Whether the sentence has another number where the question's own is missing from the paragraph."""
    gone = any(t.number and h < 0.5 for t, h in zip(question.terms, scene.whole, strict=True))
    return float(gone and any(scene.sentence.tokens[i].text[0].isdigit() for i in new))


def _nearness(scene: Scene) -> float:
    return sum(h >= 0.9 for h in scene.held) / (len(scene.held) or 1)
