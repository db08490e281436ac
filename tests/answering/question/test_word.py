"""What phrases of a question come to."""

import pytest

from bot.answering.question.view import QuestionView
from bot.answering.question.word import synonyms, words_of
from bot.language.lexicon.glossary import Entry, Glossary
from bot.language.lexicon.likeness import Phrase
from bot.models import Language
from tests.answering.conftest import Flat

GLOSSARY = Glossary([
    Entry("con phà", ("ferry", "ferryboat")), Entry("phà", ("ferry",)), Entry("sửa chữa", ("mend", "repair")), Entry("bến", ("pier",)),
])  # fmt: skip


@pytest.mark.parametrize(
    ("phrases", "found"),
    [
        ([("con", "phà"), ("phà",)], {"con", "phà"}),
        ([("mend",)], {"mend"}),
        ([()], set()),
        ([], set()),
    ],
)
def test_all_words_of_some_phrases(phrases: list[Phrase], found: set[str]) -> None:
    assert words_of(tuple(phrases)) == found


@pytest.mark.parametrize(
    ("phrases", "language", "found"),
    [
        ([("con", "phà")], "en", [("ferri",), ("ferryboat",)]),
        ([("sửa", "chữa"), ("bến",)], "en", [("mend",), ("repair",), ("pier",)]),
        ([("ferry",)], "vi", [("con", "phà"), ("phà",)]),
        ([("sửa", "chữa", "xong")], "en", []),
        ([("rain",)], "vi", []),
        ([("bến",)] * 4 + [("phà",)], "en", [("pier",)]),
        ([], "vi", []),
    ],
)
def test_what_the_translations_of_a_word_mean_in_its_own_language(
    phrases: list[Phrase], language: Language, found: list[Phrase]
) -> None:
    assert sorted(synonyms(GLOSSARY, tuple(phrases), language)) == sorted(found)


@pytest.mark.parametrize(
    ("question", "language", "text", "pair", "name", "number"),
    [
        ("Who met Orla Quinn?", "en", "Orla", "orlaquinn", True, False),
        ("Who met Orla Quinn?", "en", "Quinn", "quinn", True, False),
        ("Who met 9 rowers?", "en", "9", "9rowers", False, True),
        ("Who met nine rowers?", "en", "nine", "ninerowers", False, False),
        ("Ai gặp bà Mai Đào?", "vi", "Mai", "maidao", True, False),
        ("Ai sửa 9 phà?", "vi", "phà", "pha", False, False),
    ],
)
def test_what_a_word_of_a_question_is(
    question: str, language: Language, text: str, pair: str, name: bool, number: bool
) -> None:
    view = QuestionView(question, language, Flat(), GLOSSARY)
    (word,) = [t for t in view.terms if t.text == text]
    assert (word.pair, word.name, word.number) == (pair, name, number)
    assert view.found[word.index][0] == text


@pytest.mark.parametrize(
    ("question", "language", "translated", "alike"),
    [
        ("Ai sửa chữa?", "vi", {"mend", "repair"}, {"sửa", "chữa"}),
        ("Who repairs?", "en", {"sửa", "chữa"}, {"mend", "repair"}),
        ("Who rows?", "en", set(), set()),
        ("Ai chèo?", "vi", set(), set()),
    ],
)
def test_a_word_with_its_translations(question: str, language: Language, translated: set[str], alike: set[str]) -> None:
    view = QuestionView(question, language, Flat(), GLOSSARY)
    assert {frozenset(t.translated) for t in view.terms} == {frozenset(translated)}
    assert {frozenset(t.alike) for t in view.terms} == {frozenset(alike)}
