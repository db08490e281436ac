"""What articles tell as a whole."""

import pytest

from bot.answering.evidence.overviews import overview
from bot.answering.question.view import QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.models import Article, Claim, Language, Paragraph, Passage, Source
from bot.protocols import Abstained
from tests.answering.conftest import Desk, Flat


def article(name: str, language: Language, *texts: str, outlet: str | None = None) -> Article:
    source = Source(name, language, outlet=outlet)
    return Article(source, tuple(Paragraph(source, n, t, "body", language) for n, t in enumerate(texts, 1)))


FERRY = article(
    "ferry", "en", "LUGO — Mayor Orla Quinn opened the ferry to Varga on 4 May 2021. It rained.", "12 people came."
)
PHA = article(
    "pha", "vi", "VTV.vn - Thị trưởng Orla Quinn khánh thành phà đi Varga ngày 4/5/2021. Trời mưa.", "12 người đến.", outlet="VTV"
)  # fmt: skip
FIRE = article("fire", "en", "A fire burnt the mill of Bern down. Nobody was hurt.", "The mill was old.")


def told(articles: list[Article], question: str) -> list[str]:
    return [e.citations[0].quote for e in Desk(articles).ask(question) if isinstance(e, Claim)]


FERRY_LEAD = "Mayor Orla Quinn opened the ferry to Varga on 4 May 2021."
PHA_LEAD = "Thị trưởng Orla Quinn khánh thành phà đi Varga ngày 4/5/2021."
FIRE_LEAD = "A fire burnt the mill of Bern down."


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("Summarise the fire at the mill", [FIRE_LEAD]),
        ("Summarise the opening of the ferry", [FERRY_LEAD]),
        ("Tóm tắt lễ khánh thành phà", [PHA_LEAD]),
        ("Tóm tắt bài của VTV", [PHA_LEAD]),
        ("Summarise the strike of the teachers", []),
    ],
)
def test_the_first_sentence_of_each_story_or_of_the_one_asked_about(question: str, leads: list[str]) -> None:
    assert told([FERRY, PHA, FIRE], question) == leads


def test_all_stories_where_there_are_few() -> None:
    assert told([FERRY, FIRE], "What are the articles about?") == [FERRY_LEAD, FIRE_LEAD]
    assert told([FERRY, FIRE], "Bài báo nói về gì?") == [FERRY_LEAD, FIRE_LEAD]


@pytest.mark.parametrize("asked", ["What is this about?", "Sum up the ferry to Varga"])
def test_of_one_story_in_two_languages_the_earlier_passage_or_that_of_the_question(asked: str) -> None:
    passages = [Passage(a.paragraphs[0], 1.0, twin=b.paragraphs[0]) for a, b in ((FERRY, PHA), (PHA, FERRY))]
    view = QuestionView(asked, "en", Flat(), Glossary.load(), passages)
    assert [c.quote for c in overview(view, passages, [PHA, FERRY, FIRE])] == [FERRY_LEAD]


def test_a_paragraph_without_a_word_tells_nothing() -> None:
    assert told([article("dots", "en", "***", "Rain fell in Lugo.")], "What happened?") in ([], ["Rain fell in Lugo."])


def test_too_many_articles_to_tell_of_all() -> None:
    many = [article(f"a{n}", "en", f"Boat {n} left the harbour of Lugo.") for n in range(9)]
    events = Desk(many).ask("What are the articles about?")
    assert not any(isinstance(e, Claim) for e in events)
    assert any(isinstance(e, Abstained) for e in events)
