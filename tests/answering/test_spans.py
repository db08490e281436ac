from collections.abc import Callable

import pytest

from bot.answering.question_view import QuestionView
from bot.answering.short_answer import judged
from bot.answering.spans import SPAN, SpanScene
from bot.answering.view import view_of
from bot.language.glossary import Glossary
from bot.models import Passage

Make = Callable[..., Passage]


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How many pieces are in the collection?", "The collection holds 142 pieces.", "142"),
        ("When did Việt Nam accede to ASEAN?", "Việt Nam acceded to ASEAN in 1995.", "1995"),
        ("Who welcomed the delegation?", "The delegation was welcomed by Kao Kim Hourn.", "Kao Kim Hourn"),
    ],
)
def test_the_best_span(passage: Make, question: str, text: str, words: str) -> None:
    view = QuestionView(question, "en", Flat(), Glossary([]))
    share, best = judged(view, view_of(passage(text).paragraph).sentences)[0]
    assert text[best.start : best.end] == words
    assert 0 < share <= 1


def test_every_span_has_every_feature_and_is_verbatim(passage: Make) -> None:
    text = "On March 10, the ASEAN's “first-ever” host (Kao) gave 6.5 points."
    view = QuestionView("Who gave points?", "en", Flat(), Glossary([]))
    for sentence in view_of(passage(text).paragraph).sentences:
        scene = SpanScene(view, sentence, 0)
        for candidate in scene.candidates():
            assert len(scene.features(candidate)) == len(SPAN)
            assert text[candidate.start : candidate.end].strip()
