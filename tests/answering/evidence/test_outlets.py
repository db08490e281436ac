"""Which outlet reported it stands before the lead, or behind the last sentence."""

import pytest

from bot.answering.evidence.outlets import asks_outlet, outlets
from bot.models import Article, Claim, Language, Paragraph, Source
from bot.protocols import Remarks
from tests.answering.conftest import Desk, read

LEAD: dict[Language, str] = {
    "en": "The mayor of Lugo opened the mended ferry on Monday in front of a large crowd.",
    "vi": "Hôm nay, bà Mai đã khánh thành chiếc phà vừa sửa xong ở Lugo trước đông đảo người dân.",
}
LAST: dict[Language, str] = {"en": "Rain fell all day.", "vi": "Trời mưa suốt ngày."}


def article(language: Language, *texts: str) -> Article:
    source = Source(f"made-{language}", language)
    return Article(source, tuple(Paragraph(source, n, t, "body", language) for n, t in enumerate(texts, 1)))


COURIER = article("en", LEAD["en"], f"{LAST['en']} The band played. — Lugo Courier")
TELEVISION = article("vi", f"VTV.vn - {LEAD['vi']}", LAST["vi"])


@pytest.mark.parametrize(
    ("question", "language", "asks"),
    [
        ("Which newspaper carried the story?", "en", True),
        ("Which broadcaster reported the visit?", "en", True),
        ("What TV channel covered this event?", "en", True),
        ("Which news agency is credited in the piece?", "en", True),
        ("Which news service filed the English story?", "en", True),
        ("Which website published the article?", "en", True),
        ("Who published the English article?", "en", True),
        ("What is the source of the story?", "en", True),
        ("Where was the report published?", "en", True),
        ("Which newspaper is the article from?", "en", True),
        ("Who put out the English report?", "en", True),
        ("Which outlet ran the Vietnamese report?", "en", True),
        ("Which newspaper did Orla buy?", "en", False),
        ("Who reported the fire to the police?", "en", False),
        ("What is the source of the river?", "en", False),
        ("Who wrote the song?", "en", False),
        ("Which agency mended the ferry?", "en", False),
        ("Đài nào đưa tin về phà?", "vi", True),
        ("Báo nào đã đăng bài này?", "vi", True),
        ("Hãng tin nào tường thuật sự kiện?", "vi", True),
        ("Bài báo này của báo nào?", "vi", True),
        ("Nguồn của bản tin là từ đâu?", "vi", True),
        ("Bản tin tiếng Anh do hãng nào đăng?", "vi", True),
        ("Bài tiếng Anh là của ai?", "vi", True),
        ("Ai đăng bản tin tiếng Anh?", "vi", True),
        ("Bài tiếng Việt về chiếc phà của báo nào?", "vi", True),
        ("Mấy tấm hình trong bài lấy của ai?", "vi", False),
        ("Hãng nào sửa phà?", "vi", False),
        ("Bà Mai mua tờ báo nào?", "vi", False),
        ("Nguồn nước của làng là gì?", "vi", False),
        ("Bài hát của ai?", "vi", False),
    ],
)
def test_what_asks_for_the_outlet(question: str, language: Language, asks: bool) -> None:
    view, _ = read(question, language, "Orla.")
    assert asks_outlet(view) is asks


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("Which outlet reported the story?", "en", ["Lugo Courier", "VTV.vn"]),
        ("Báo nào đưa tin?", "vi", ["VTV.vn", "Lugo Courier"]),
        ("Which outlet ran the English story?", "en", ["Lugo Courier"]),
        ("Which outlet published the story in Vietnamese?", "en", ["VTV.vn"]),
        ("Báo nào đăng bài tiếng Anh?", "vi", ["Lugo Courier"]),
        ("Which broadcaster carried the story?", "en", ["VTV.vn"]),
        ("Đài truyền hình nào đưa tin?", "vi", ["VTV.vn"]),
        ("Which broadcaster carried the English story?", "en", []),
    ],
)
def test_the_outlets_that_a_question_narrows_down_to(question: str, language: Language, names: list[str]) -> None:
    view, _ = read(question, language, "Orla.")
    assert [name.quote for _, name in outlets(view, [COURIER, TELEVISION])] == names


def test_the_sentence_that_names_it_is_cited_with_the_name() -> None:
    view, _ = read("Which outlet reported the story?", "en", "Orla.")
    (behind, _), (before, _) = outlets(view, [COURIER, TELEVISION])
    assert behind.quote == "The band played. — Lugo Courier"
    assert before.quote == f"VTV.vn - {LEAD['vi']}"


@pytest.mark.parametrize("texts", [(LEAD["en"], LAST["en"]), (f"LUGO — {LEAD['en']}", LAST["en"])])
def test_an_article_that_names_no_outlet(texts: tuple[str, ...]) -> None:
    view, _ = read("Which outlet reported the story?", "en", "Orla.")
    assert outlets(view, [article("en", *texts)]) == []


def test_the_outlet_is_answered_with() -> None:
    desk = Desk([COURIER, TELEVISION])
    *said, remarks = desk.ask("Which newspaper reported the story of the ferry of Lugo?")
    assert all(isinstance(e, Claim) for e in said)
    assert isinstance(remarks, Remarks)
    assert remarks.short is not None
    assert remarks.short.quote == "Lugo Courier"
    *_, remarks = desk.ask("Báo nào đã đưa tin về chiếc phà ở Lugo?")
    assert isinstance(remarks, Remarks)
    assert remarks.short is not None
    assert remarks.short.quote == "VTV.vn"
