from collections.abc import Callable

from bot.answering.features import scenes
from bot.answering.question_view import QuestionView
from bot.answering.references import antecedent, leans
from bot.answering.view import view_of
from bot.language.glossary import Glossary
from bot.models import Passage

Make = Callable[..., Passage]


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


def test_leaning_sentences(passage: Make) -> None:
    text = "Lâm came. He left. Also he spoke. The host stayed."
    assert [leans(s) for s in view_of(passage(text).paragraph).sentences] == [False, True, True, False]


def test_the_sentence_that_says_who(passage: Make) -> None:
    shown = [passage("Lâm came. He spoke. He urged the committee.")]
    question = QuestionView("Who urged the committee?", "en", Flat(), Glossary([]))
    scene = next(s for s in scenes(question, shown) if "urged" in s.sentence.text)
    found = antecedent(scene, shown)
    assert found is not None
    assert found.text == "Lâm came."


def test_it_may_close_the_paragraph_before(passage: Make) -> None:
    shown = [passage("He urged the committee.", number=3), passage("Rain fell. Lâm came.", number=2)]
    question = QuestionView("Who urged the committee?", "en", Flat(), Glossary([]))
    scene = next(s for s in scenes(question, shown) if "urged" in s.sentence.text)
    found = antecedent(scene, shown)
    assert found is not None
    assert found.text == "Lâm came."
