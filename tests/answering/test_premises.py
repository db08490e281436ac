import pytest

from bot.answering.features import scenes
from bot.answering.premises import opposed
from bot.answering.question_view import QuestionView
from bot.language.glossary import Glossary
from bot.models import Language, Paragraph, Passage, Source


class Flat:
    """Every word is as rare as any other."""

    def idf(self, term: str) -> float:
        return 3.0 if term == "\x00" else 1.0


@pytest.mark.parametrize(
    ("question", "language", "text", "contrary"),
    [
        ("Why did the board refuse the offer?", "en", "The board accepted the offer on Monday.", True),
        ("Why did the board spurn the offer?", "en", "The board accepted the offer on Monday.", True),
        ("Why did the board take up the offer?", "en", "The board accepted the offer on Monday.", False),
        ("Vì sao công ty khước từ đề nghị?", "vi", "Công ty chấp nhận đề nghị hôm thứ Hai.", True),
        ("Vì sao công ty chấp thuận đề nghị?", "vi", "Công ty chấp nhận đề nghị hôm thứ Hai.", False),
    ],
)
def test_the_contrary_of_a_word_or_of_its_like(question: str, language: Language, text: str, contrary: bool) -> None:
    passage = Passage(Paragraph(Source("a", language), 1, text, "body", language), 1.0)
    view = QuestionView(question, language, Flat(), Glossary.load(), (passage,))
    (scene,) = scenes(view, (passage,))
    assert opposed(view, scene) is contrary
