from collections.abc import Callable

from bot.answering.clause import LONG, shown_span
from bot.answering.question_view import QuestionView
from bot.answering.view import view_of
from bot.language.glossary import Glossary
from bot.models import Passage

Make = Callable[..., Passage]
LENGTHY = (
    "The delegation was warmly welcomed by Secretary-General Kao Kim Hourn and his wife at the old building in the "
    "middle of the busy capital, along with the whole leadership team of the organisation and many others who came."
)


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


def shown(question: str, text: str, passage: Make) -> str:
    (sentence,) = view_of(passage(text).paragraph).sentences
    return shown_span(QuestionView(question, "en", Flat(), Glossary([])), sentence, []).of(text)


def test_a_closing_clause_without_need_is_left_out(passage: Make) -> None:
    assert len(LENGTHY.split()) > LONG
    said = shown("Who welcomed the delegation?", LENGTHY, passage)
    assert said.endswith("busy capital")
    assert LENGTHY.startswith(said)


def test_what_the_question_names_stays(passage: Make) -> None:
    assert shown("Who welcomed the delegation with the leadership team?", LENGTHY, passage) == LENGTHY


def test_a_short_sentence_and_a_list_stay_whole(passage: Make) -> None:
    assert shown("Who left?", "Lâm left, and so did we.", passage) == "Lâm left, and so did we."
    assert shown("Which leaders welcomed the delegation?", LENGTHY, passage) == LENGTHY
