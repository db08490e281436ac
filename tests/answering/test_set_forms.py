from collections.abc import Callable

from bot.answering.question_view import QuestionView
from bot.answering.set_forms import credit, expansion
from bot.language.glossary import Glossary
from bot.models import Passage

Make = Callable[..., Passage]


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


def view(question: str, language: str, passages: list[Passage]) -> QuestionView:
    return QuestionView(question, language, Flat(), Glossary([]), passages)


def test_a_credit_answers_who_took_the_photo(passage: Make) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    whole, words = credit(view("Ảnh của hãng nào?", "vi", shown), shown)
    assert words.quote == "TTXVN"
    assert whole.quote == shown[0].paragraph.text


def test_a_credit_answers_nothing_else(passage: Make) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    assert credit(view("Ai bắt tay?", "vi", shown), shown) is None


def test_an_abbreviation_is_spelt_out(passage: Make) -> None:
    shown = [passage("He met the Committee of Permanent Representatives to ASEAN (CPR) today.")]
    for question in ("What does CPR stand for?", "What is the abbreviation CPR?"):
        assert (
            expansion(view(question, "en", shown), shown)[1].quote == "Committee of Permanent Representatives to ASEAN"
        )


def test_an_abbreviation_that_is_nowhere(passage: Make) -> None:
    shown = [passage("He met the Committee (CPR) today.")]
    assert expansion(view("What does WHO stand for?", "en", shown), shown) is None
