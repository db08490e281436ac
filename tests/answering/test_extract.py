import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from bot.language.words.normalise import fold
from bot.models import Citation, Claim, Passage, Question
from bot.protocols import Abstained, DraftEvent, Remarks
from bot.verification.checker import RuleVerifier

ANSWERED = [
    ("Who welcomed the delegation?", "Kao Kim Hourn"),
    ("What did Lâm plant in the grounds of the headquarters?", "tree"),
    ("How many pieces are in the collection?", "142"),
    ("When was the ASEAN Community established?", "2015"),
    ("Where is the ASEAN Secretariat?", "Jakarta"),
    ("Which agency took the photos?", "TTXVN"),
    ("Which visions should be realised?", "2045"),
    ("What did the ambassador of Malaysia commit to?", "đoàn kết"),
    ("Ai đã đón Tổng Bí thư Tô Lâm?", "Kao Kim Hourn"),
    ("Tổng Bí thư trồng cây lưu niệm ở đâu?", "khuôn viên"),
    ("Đại sứ nước nào cam kết phát huy vai trò đoàn kết?", "Malaysia"),
    ("Việt Nam gia nhập ASEAN năm nào?", "1995"),
    ("Tổng Thư ký ASEAN là ai?", "Kao Kim Hourn"),
]
SILENT = [
    "What species of tree was planted?",
    "How many people were in the delegation?",
    "What did the ambassador of Thailand commit to?",
    "What is the name of Tô Lâm's wife?",
    "How much does the commemorative painting cost?",
    "How old is Kao Kim Hourn?",
    "What is the price of gold today?",
    "Why did Tô Lâm visit the ASEAN Secretariat in Bangkok?",
    "Giá vàng hôm nay là bao nhiêu?",
    "Thủ tướng Phạm Minh Chính đã phát biểu gì tại Jakarta?",
    "Phu nhân của Tổng Bí thư tên là gì?",
    "Đoàn đại biểu Việt Nam có bao nhiêu người?",
]

Make = Callable[..., Passage]


def claims(events: list[DraftEvent]) -> list[Claim]:
    return [e for e in events if isinstance(e, Claim)]


@pytest.mark.parametrize(("question", "words"), ANSWERED)
def test_answers_word_for_word_with_its_citation(desk: Any, question: str, words: str) -> None:
    events = desk.ask(question)
    said = claims(events)
    assert words in " ".join(c.text for c in said)
    assert 1 <= len(said) <= 2
    assert sum(len(c.text.split()) for c in said) <= 90
    assert isinstance(events[-1], Remarks)
    assert (events[-1].confidence or 0.0) >= 0.5
    for claim in said:
        assert claim.citations[0].quote in claim.text


@pytest.mark.parametrize(("question", "words"), ANSWERED)
def test_what_it_says_is_verified(desk: Any, question: str, words: str) -> None:
    passages = desk.passages(question)
    for claim in claims(desk.ask(question)):
        assert RuleVerifier().verify(claim, passages).support == "verified", claim.text


@pytest.mark.parametrize("question", SILENT)
def test_says_that_the_articles_do_not_say(desk: Any, question: str) -> None:
    (event,) = desk.ask(question)
    assert isinstance(event, Abstained)
    assert event.confidence is not None
    assert event.confidence < 0.5


def test_reasons(desk: Any) -> None:
    (off,) = desk.ask("What is the price of gold today?")
    (premise,) = desk.ask("What did the ambassador of Thailand commit to?")
    (missing,) = desk.ask("How old is Kao Kim Hourn?")
    assert [off.reason, premise.reason, missing.reason] == ["off_topic", "premise_contradicted", "fact_missing"]


def test_nfd_changes_nothing(desk: Any) -> None:
    for question, _ in ANSWERED:
        assert desk.ask(unicodedata.normalize("NFD", question)) == desk.ask(question)


def test_toneless_questions_get_the_same_citations(desk: Any) -> None:
    for question in ("Ai đã đón Tổng Bí thư Tô Lâm?", "Tổng Bí thư trồng cây lưu niệm ở đâu?"):
        plain, toneless = claims(desk.ask(question)), claims(desk.ask(fold(question)))
        assert [c.citations for c in toneless] == [c.citations for c in plain]


def test_no_passages_is_off_topic(desk: Any) -> None:
    from bot.models import Conversation

    assert list(desk.answerer.draft(Question("Why?", "Why?", "en"), [], Conversation())) == [
        Abstained("off_topic", 0.0)
    ]


def test_the_other_language_is_framed(desk: Any) -> None:
    (claim,) = claims(desk.ask("Việt Nam gia nhập ASEAN năm nào?"))
    assert claim.text.startswith("Theo VNS (bản tiếng Anh): “")
    assert claim.citations[0].paragraph.language == "en"


def test_shortens_what_a_model_cited(desk: Any, passage: Make) -> None:
    paragraph = passage("The Secretariat stands in Jakarta. It holds 142 gifted pieces.").paragraph
    asked = Question("How many pieces does it hold?", "How many pieces does it hold?", "en")
    short = desk.answerer.shorten(asked, [Citation(paragraph, 35, len(paragraph.text))])
    assert short is not None
    assert short.quote.startswith("142")


def test_a_bare_question_is_answered_by_the_lead(desk: Any) -> None:
    for question in ("In what country did the visit take place?", "Which city hosts the ASEAN Secretariat?"):
        assert "Jakarta, Indonesia" in claims(desk.ask(question))[0].text
    assert "10/3" in claims(desk.ask("Chuyến thăm diễn ra khi nào?"))[0].text


def test_misspelt_words_are_read_as_the_articles_have_them(desk: Any) -> None:
    misspelt, right = (
        desk.ask("Where is the ASEAN Secratariat locatd?"),
        desk.ask("Where is the ASEAN Secretariat located?"),
    )
    assert [c.citations for c in claims(misspelt)] == [c.citations for c in claims(right)]


def test_a_number_that_counts_something_else_is_no_answer(desk: Any) -> None:
    assert not claims(desk.ask("How many member states does ASEAN have?"))
    assert "142" in claims(desk.ask("How many pieces are in the collection?"))[0].text
    assert not claims(desk.ask("What did Lâm urge the CPR to do about ASEAN Vision 2035?"))
