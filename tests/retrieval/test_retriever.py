import unicodedata
from datetime import date
from typing import Any, Never

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.language.words.normalise import fold
from bot.models import Filters, Question
from bot.retrieval.retriever import PassageRetriever
from tests.retrieval.bilingual import VISIT_EN, VISIT_VI, article, news, refs, searchable


@pytest.fixture(scope="module")
def retriever() -> PassageRetriever:
    return searchable(news())


def first(retriever: PassageRetriever, question: str, **kwargs: Any) -> str:
    return refs(retriever.retrieve(question, limit=4, **kwargs))[0]


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("Who welcomed the delegation?", "visit-en#2"),
        ("How many pieces does the collection have?", "visit-en#3"),
        ("Ai đón đoàn?", "visit-vi#2"),
        ("Tổng Bí thư thăm nơi nào?", "visit-vi#1"),
        ("What did the weather bureau forecast?", "flood-en#2"),
        ("Giá gạo là bao nhiêu?", "rice-vi#1"),
    ],
)
def test_the_paragraph_in_the_language_of_the_question_comes_first(
    retriever: PassageRetriever, question: str, ref: str
) -> None:
    assert first(retriever, question) == ref


@pytest.mark.parametrize(
    ("question", "ref"),
    [("What is the price of rice?", "rice-vi#1"), ("Lũ lụt phá huỷ bao nhiêu ngôi nhà?", "flood-en#1")],
)
def test_the_other_language_is_searched_by_translation(retriever: PassageRetriever, question: str, ref: str) -> None:
    assert first(retriever, question) == ref


@pytest.mark.parametrize("question", ["Ai đón đoàn tại trụ sở?", "Giá gạo xuất khẩu trong tháng Ba?"])
def test_typing_without_tones_or_decomposed_finds_the_same(retriever: PassageRetriever, question: str) -> None:
    expected = refs(retriever.retrieve(question, limit=1))
    assert refs(retriever.retrieve(unicodedata.normalize("NFD", question), limit=1)) == expected
    assert refs(retriever.retrieve(fold(question), limit=1)) == expected


def test_a_decomposed_question_gets_the_same_scores(retriever: PassageRetriever) -> None:
    for question in ("Tổng Bí thư thăm nơi nào?", "Lũ lụt phá huỷ bao nhiêu ngôi nhà?"):
        plain = retriever.retrieve(question, limit=8)
        typed = unicodedata.normalize("NFD", question)
        assert retriever.retrieve(typed, limit=8) == plain
        assert retriever.restored(Question(typed, typed, "vi")).standalone == typed


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("Who welcmed the delegtion?", "visit-en#2"),
        ("Wether bureua forecast", "flood-en#2"),
        ("Hiêp hôi Luơng thự", "rice-vi#2"),
    ],
)
def test_typing_mistakes_are_forgiven(retriever: PassageRetriever, question: str, ref: str) -> None:
    assert first(retriever, question) == ref


def test_a_passage_brings_its_twin(retriever: PassageRetriever) -> None:
    passages = retriever.retrieve("Who welcomed the delegation?", limit=3)
    assert passages[0].twin is not None
    assert passages[0].twin.ref == "visit-vi#2"
    assert "visit-vi#2" in refs(passages)


PRIDE = ("Lâm also expressed pride in the progress of the organisation.",)
PARTY = tuple(f"The leader of the party said in {year} that the party must grow." for year in range(2001, 2006))
ĐẢNG = tuple(f"Tổng Bí thư nói về Đảng trong năm {year}." for year in range(2001, 2006))


@pytest.mark.parametrize(
    "question", ["What did the party leader say he was proud of?", "Tổng Bí thư tự hào về điều gì?"]
)
def test_the_one_paragraph_that_says_the_rarest_word_otherwise_is_found(question: str) -> None:
    retriever = searchable([article("talk-en", "en", (*PARTY, *PRIDE)), article("talk-vi", "vi", ĐẢNG)])
    found = refs(retriever.retrieve(question, limit=4))
    assert "talk-en#6" in found
    assert len(found) == 4


def test_scores_fall(retriever: PassageRetriever) -> None:
    scores = [p.score for p in retriever.retrieve("Tô Lâm ASEAN Jakarta", limit=8)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 3


def test_filters_hold_in_both_languages(retriever: PassageRetriever) -> None:
    question = "Who welcomed the delegation of Tô Lâm?"
    assert {
        p.paragraph.language for p in retriever.retrieve(question, limit=8, filters=Filters(languages=("vi",)))
    } == {"vi"}
    found = retriever.retrieve(question, limit=8, filters=Filters(outlets=("VTV",)))
    assert {p.paragraph.source.outlet for p in found} == {"VTV"}
    assert retriever.retrieve(question, limit=8, filters=Filters(articles=("flood-en",), since=date(2026, 1, 1))) == ()
    dated = retriever.retrieve("rain and floods", limit=8, filters=Filters(since=date(2025, 10, 1)))
    assert {p.paragraph.source.id for p in dated} == {"flood-en"}


def test_the_limit_is_kept(retriever: PassageRetriever) -> None:
    assert len(retriever.retrieve("Tô Lâm ASEAN", limit=1)) == 1


def test_paragraphs_with_the_same_words_are_one() -> None:
    copies = [article(name, "en", VISIT_EN) for name in ("one", "two", "three")]
    passages = searchable(copies).retrieve("Who welcomed the delegation?", limit=8)
    assert refs(passages).count("one#2") == 1
    assert passages[0].also_in == ("two#2", "three#2")
    assert len({p.paragraph.text for p in passages}) == len(passages)


def test_a_caption_stands_below_the_sentence_that_says_the_same() -> None:
    texts = ("Kao Kim Hourn welcomes the delegation in Jakarta", "Kao Kim Hourn welcomes the delegation in Jakarta.")
    retriever = searchable([article("a", "en", (texts[0], texts[1] + " He smiled."), ("caption", "body"))])
    assert refs(retriever.retrieve("Who welcomes the delegation?", limit=2)) == ["a#2", "a#1"]


def test_promotion_is_never_found() -> None:
    retriever = searchable(
        [article("a", "en", ("Follow our newsletter about rice.", "Rice is up."), ("promo", "body"))]
    )
    assert refs(retriever.retrieve("newsletter rice", limit=5)) == ["a#2"]


def test_nothing_is_found_where_nothing_matches(retriever: PassageRetriever) -> None:
    for question in ("", "???", "\ud800", "\x00", "zzzzzz", "🙂" * 50):
        assert retriever.retrieve(question, limit=5) == ()


def test_the_glossary_is_not_loaded_for_one_language() -> None:
    def unwanted() -> Never:
        raise AssertionError("the glossary was loaded")

    retriever = searchable([article("visit-en", "en", VISIT_EN)], glossary=unwanted)
    assert first(retriever, "Who welcomed the delegation?") == "visit-en#2"
    retriever = searchable([article("visit-vi", "vi", VISIT_VI)], glossary=unwanted)
    assert first(retriever, "Ai đón đoàn?") == "visit-vi#2"


def test_rare_terms_have_more_idf(retriever: PassageRetriever) -> None:
    assert retriever.idf("welcom") > retriever.idf("lâm") > 0
    assert retriever.idf("nowhere") > retriever.idf("welcom")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=80))
def test_any_text_is_a_question(retriever: PassageRetriever, question: str) -> None:
    passages = retriever.retrieve(question, limit=3)
    assert len(passages) <= 3
    assert refs(passages) == refs(retriever.retrieve(question, limit=3))


def asked(question: str) -> Question:
    return Question(question, question, "vi")


def test_marks_come_back_as_the_collection_writes_them(retriever: PassageRetriever) -> None:
    assert retriever.restored(asked("Ai don doan tai tru so?")).standalone == "Ai đón đoàn tại trụ sở?"
    assert retriever.restored(asked("Ai đón đoàn?")) == asked("Ai đón đoàn?")
    english = Question("Who welcomed To Lam?", "Who welcomed To Lam?", "en")
    assert retriever.restored(english) is english


def test_what_a_follow_up_leans_on_is_left_as_it_is(retriever: PassageRetriever) -> None:
    question = Question("Ai don ong?", "Ai don ong? (Tô Lâm)", "vi")
    assert retriever.restored(question) == Question("Ai don ong?", "Ai đón ông? (Tô Lâm)", "vi")


def test_a_rewritten_follow_up_gets_its_marks_whole(retriever: PassageRetriever) -> None:
    question = Question("Con ai?", "Ai don doan tai tru so?", "vi")
    assert retriever.restored(question).standalone == "Ai đón đoàn tại trụ sở?"


def test_what_is_typed_in_lower_case_gets_its_capitals(retriever: PassageRetriever) -> None:
    restored = retriever.restored(asked("tong bi thu to lam tham noi nao")).standalone
    assert restored == "Tổng Bí thư Tô Lâm thăm nơi nào"
