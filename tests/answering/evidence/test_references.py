from collections.abc import Callable

from bot.answering.evidence.features import scenes
from bot.answering.evidence.mentions import leans
from bot.answering.evidence.references import antecedent, spoken
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import view_of
from bot.language.lexicon.glossary import Glossary
from bot.models import Language, Passage
from tests.answering.conftest import Flat, read

Make = Callable[..., Passage]


def test_leaning_sentences(passage: Make) -> None:
    text = "Lâm came. He left. Also he spoke. The host stayed."
    assert [leans(s) for s in view_of(passage(text).paragraph).sentences] == [False, True, True, False]


def test_the_sentence_that_says_who(passage: Make) -> None:
    shown = [passage("Lâm came. He spoke. He urged the committee.")]
    question = QuestionView("Who urged the committee?", "en", Flat(), Glossary([]), shown)
    scene = next(s for s in scenes(question, shown) if "urged" in s.sentence.text)
    found = antecedent(question, scene)
    assert found is not None
    assert found.text == "Lâm came."


def test_it_may_close_the_paragraph_before(passage: Make) -> None:
    shown = [passage("He urged the committee.", number=3), passage("Rain fell. Lâm came.", number=2)]
    question = QuestionView("Who urged the committee?", "en", Flat(), Glossary([]), shown)
    scene = next(s for s in scenes(question, shown) if "urged" in s.sentence.text)
    found = antecedent(question, scene)
    assert found is not None
    assert found.text == "Lâm came."


def quotation(question: str, language: Language, *texts: str) -> str | None:
    """What is quoted behind the first sentence of an article."""
    _, found = read(question, language, *texts)
    shown = list({s.passage.paragraph.number: s.passage for s in found}.values())
    behind = spoken(question, found[0], shown)
    return behind.text if behind else None


def test_the_quotation_behind_who_spoke() -> None:
    assert quotation("What did Mara say?", "en", "Mara spoke on the pier. “It leaks.” Rain fell.") == "“It leaks.”"
    assert (
        quotation("What did Mara say?", "en", "Mara spoke on the pier.", "“It leaks,” she said.")
        == "“It leaks,” she said."
    )
    assert quotation("Mai nói gì?", "vi", "Mai phát biểu ở bến.", "“Thuyền bị rò.”") == "“Thuyền bị rò.”"


def test_no_quotation_is_behind() -> None:
    assert quotation("What did Mara build?", "en", "Mara spoke on the pier. “It leaks.”") is None
    assert quotation("What did Mara say?", "en", "Mara said “It leaks”. “It sank.”") is None
    assert quotation("What did Mara say?", "en", "Mara spoke on the pier. Rain fell.") is None
    assert quotation("Mai nói gì?", "vi", "Mai phát biểu ở bến.", "Trời mưa.", "“Thuyền bị rò.”") is None
    assert quotation("Mai xây gì?", "vi", "Mai phát biểu ở bến.", "“Thuyền bị rò.”") is None
