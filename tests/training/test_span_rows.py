import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bot.answering.question.gap import gap_of
from bot.answering.question.view import QuestionView
from bot.answering.spans.features import SpanScene
from bot.answering.text.paragraph_view import view_of
from bot.language.lexicon.glossary import Glossary
from bot.models import Paragraph, Source

TRAINING = str(Path(__file__).resolve().parents[2] / "training")
TEXT = "Kao planted an old tree in Jakarta on March 10. Lâm watched."


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


@pytest.fixture(scope="module")
def span_rows() -> ModuleType:
    before = list(sys.path)
    sys.path.insert(0, TRAINING)
    try:
        return importlib.import_module("span_rows")
    finally:
        sys.path[:] = before


@pytest.fixture(scope="module")
def scenes() -> list[SpanScene]:
    asked = QuestionView("What did Kao plant in Jakarta?", "en", Flat(), Glossary([]))
    gap = gap_of(asked.words, asked.asked, "en")
    sentences = view_of(Paragraph(Source("a", "en"), 1, TEXT, "body", "en")).sentences
    return [SpanScene(asked, sentence, gap) for sentence in sentences]


def test_a_span_scores_what_its_parts_have_together(span_rows: ModuleType, scenes: list[SpanScene]) -> None:
    places: dict[str, int] = {}
    rows, spans = span_rows.rows_of([(scene, 0.5) for scene in scenes], places)
    assert len(spans) == sum(len(scene.shape.candidates) for scene in scenes)
    weights = np.random.default_rng(5).random(span_rows.WIDEST)
    found = rows.scores(weights)
    scene, first = scenes[0], spans[0]
    shape = scene.shape
    named = [*scene.left(first.first), *scene.right(first.last), *scene.whole(first.first, first.last)]
    looks = [*shape.starts()[first.first], *shape.ends()[first.last], *shape.pair(first.first, first.last)]
    named += [(n, 1.0) for n in looks if not n.startswith("!")] + [("r0", 1.0), ("ls", float(np.log(0.5)))]
    assert found[0] == pytest.approx(sum(weights[places[n]] * v for n, v in named))


def test_rows_joined_score_as_they_do_alone(span_rows: ModuleType, scenes: list[SpanScene]) -> None:
    places: dict[str, int] = {}
    alone = [span_rows.rows_of([(scene, 1.0)], places)[0] for scene in scenes]
    weights = np.random.default_rng(5).random(span_rows.WIDEST)
    both = span_rows.joined(alone)
    assert np.allclose(both.scores(weights), np.concatenate([rows.scores(weights) for rows in alone]))
    assert both.seen(np.ones(len(both.places[0]))).max() == len(both.places[0])


def test_slopes_belong_to_the_scores(span_rows: ModuleType, scenes: list[SpanScene]) -> None:
    places: dict[str, int] = {}
    groups = [((0, n), span_rows.rows_of([(scene, 1.0)], places)[0]) for n, scene in enumerate(scenes, 1)]
    used = np.zeros((len(span_rows.SCOPES), span_rows.WIDEST), dtype=bool)
    used[:3, : len(places)] = True
    scoped = span_rows.scoped(groups, 0.4, used)
    rng = np.random.default_rng(5)
    weights, residuals = rng.random(scoped.width), rng.random(sum(len(rows.places[0]) for _, rows in groups))
    assert scoped.scores(weights) @ residuals == pytest.approx(scoped.slopes(residuals) @ weights)
    assert scoped.table(weights)[1, 0] == pytest.approx(0.4 * weights[len(places)])
