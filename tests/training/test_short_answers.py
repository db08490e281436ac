import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bot.models import Article, Paragraph, Source

TRAINING = str(Path(__file__).resolve().parents[2] / "training")


@pytest.fixture(scope="module")
def short_answers() -> ModuleType:
    before = list(sys.path)
    sys.path.insert(0, TRAINING)
    try:
        return importlib.import_module("short_answers")
    finally:
        sys.path[:] = before


def test_scores_are_those_of_squad(short_answers: ModuleType) -> None:
    assert short_answers.scores("The Broncos.", "broncos") == (1.0, 1.0)
    assert short_answers.scores("in 1995", "1995") == (0.0, pytest.approx(2 / 3))
    assert short_answers.scores("Kao", "Lâm") == (0.0, 0.0)


def test_a_span_with_a_wrong_edge_counts_less_than_the_right_one(short_answers: ModuleType) -> None:
    exact, overlap = np.array([0.0, 1.0, 0.0]), np.array([0.8, 1.0, 0.3])
    case = short_answers.SpanCase(
        "a", "en", (0,), short_answers.SpanRows((), ()), [], exact, overlap, *np.zeros((2, 3))
    )
    near, right, wrong = short_answers.targets(case)
    assert right == 1 > near > wrong == 0


def test_a_question_of_our_own_is_answered_where_its_sentence_is(short_answers: ModuleType, tmp_path: Path) -> None:
    source = Source("en-Tree", "en", title="Tree")
    paragraph = Paragraph(source, 1, "Lâm came. Kao planted a tree. Kao left.", "body", "en")
    making = short_answers.making
    known = making.Asked("1", "en", "Who came?", "The Tree", {"en": paragraph}, {"en": "Lâm"}, {"en": 0})
    file = tmp_path / "questions.tsv"
    file.write_text("# head\nen-Tree\t1\t3\tWho left?\tKao\n", "utf-8")
    (found,) = making.written(file, {"en": [Article(source, (paragraph,))]}, [known])
    assert (found.article, found.text, found.answers, found.starts) == (
        "The Tree",
        "Who left?",
        {"en": "Kao"},
        {"en": paragraph.text.rindex("Kao")},
    )


def test_our_own_questions_are_many_and_none_is_asked_twice(short_answers: ModuleType) -> None:
    rows = [line.split("\t") for line in short_answers.OWN.read_text("utf-8").splitlines()[1:]]
    assert len(rows) > 2000
    assert {len(row) for row in rows} == {5}
    assert len({(row[0], row[3]) for row in rows}) == len(rows)
