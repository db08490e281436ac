from collections.abc import Callable

import pytest

from bot.answering.evidence.set_forms import credit, dateline, expansion
from bot.answering.question.view import QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.models import Article, Language, Paragraph, Passage, Source

Make = Callable[..., Passage]


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


def view(question: str, language: Language, passages: list[Passage]) -> QuestionView:
    return QuestionView(question, language, Flat(), Glossary([]), passages)


def test_a_credit_answers_who_took_the_photo(passage: Make) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    found = credit(view("Ảnh của hãng nào?", "vi", shown), shown)
    assert found is not None
    whole, words = found
    assert words.quote == "TTXVN"
    assert whole.quote == shown[0].paragraph.text


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hình trong bài do ai chụp?", "vi"),
        ("Tấm hình trong bài lấy của ai?", "vi"),
        ("Nguồn ảnh minh họa là từ đâu?", "vi"),
        ("Ảnh trong bài ghi nguồn từ đâu?", "vi"),
        ("Mấy tấm hình trong bài lấy của ai?", "vi"),
        ("Ảnh lấy từ đâu?", "vi"),
        ("Where do the photos come from?", "en"),
        ("Who do the pictures come from?", "en"),
        ("Who snapped those pics?", "en"),
    ],
)
def test_a_caption_that_was_not_found_is_read_in_its_article(question: str, language: Language) -> None:
    source = Source("made", "vi")
    lead = Paragraph(source, 1, "Hai nhà lãnh đạo bắt tay.", "body", "vi")
    caption = Paragraph(source, 2, "Hai vị ở bến. (Ảnh: TTXVN)", "caption", "vi")
    article = Article(source, (lead, caption))
    found = [Passage(lead, 1.0)]
    asked = view(question, language, found)
    assert credit(asked, found) is None
    pair = credit(asked, found, [article])
    assert pair
    assert pair[1].quote == "TTXVN"


@pytest.mark.parametrize(("question", "language"), [("Where was the photo taken?", "en"), ("Ảnh chụp ở đâu?", "vi")])
def test_where_a_photo_was_taken_is_no_credit(passage: Make, question: str, language: Language) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    assert credit(view(question, language, shown), shown) is None


def test_an_agency_is_no_reporter_by_name(passage: Make) -> None:
    for question in ("Tên của phóng viên chụp ảnh là gì?", "Phóng viên nào chụp ảnh?"):
        for credited, named in (("TTXVN", False), ("Lê Hải", True)):
            shown = [passage(f"Hai nhà lãnh đạo bắt tay. (Ảnh: {credited})", "vi", kind="caption")]
            assert bool(credit(view(question, "vi", shown), shown)) is named


def test_which_photographer_of_the_agency_that_is_named_is_not_said(passage: Make) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    for question in ("Which TTXVN photographer took the photo?", "Which photographer took the photo?"):
        assert credit(view(question, "en", shown), shown) is None
    assert credit(view("Who took the photo?", "en", shown), shown)


def test_a_credit_is_of_the_article_that_speaks_of_what_was_photographed(passage: Make) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    for question, credited in (("Ai chụp ảnh con tắc kè?", False), ("Ai chụp ảnh nhà lãnh đạo?", True)):
        assert bool(credit(view(question, "vi", shown), shown)) is credited


def test_a_credit_answers_nothing_else(passage: Make) -> None:
    shown = [passage("Hai nhà lãnh đạo bắt tay. (Ảnh: TTXVN)", "vi", kind="caption")]
    assert credit(view("Ai bắt tay?", "vi", shown), shown) is None


def test_an_abbreviation_is_spelt_out(passage: Make) -> None:
    shown = [passage("He met the Committee of Permanent Representatives to ASEAN (CPR) today.")]
    for question in ("What does CPR stand for?", "What is the abbreviation CPR?"):
        found = expansion(view(question, "en", shown), shown)
        assert found is not None
        assert found[1].quote == "Committee of Permanent Representatives to ASEAN"


def test_an_abbreviation_that_is_nowhere(passage: Make) -> None:
    shown = [passage("He met the Committee (CPR) today.")]
    assert expansion(view("What does WHO stand for?", "en", shown), shown) is None


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("What is the full name of the LRC?", "en", True),
        ("What is the full form of LRC?", "en", True),
        ("What does LRC mean?", "en", True),
        ("What is LRC short for?", "en", True),
        ("What does the LRC refer to?", "en", True),
        ("LRC là viết tắt của gì?", "vi", True),
        ("LRC là gì?", "vi", True),
        ("LRC nghĩa là gì?", "vi", True),
        ("Tên đầy đủ của LRC là gì?", "vi", True),
        ("LRC là tên tắt của tổ chức nào?", "vi", True),
        ("What does the LRC sell?", "en", False),
        ("What do they mean?", "en", False),
        ("When did the LRC meet?", "en", False),
        ("LRC bán gì?", "vi", False),
        ("Điều này là gì?", "vi", False),
    ],
)
def test_what_asks_for_the_words_behind_initials(passage: Make, question: str, language: Language, asked: bool) -> None:
    shown = [passage("The Lugo Rowing Club (LRC) met.", "en")]
    found = expansion(view(question, language, shown), shown)
    assert (found is not None) is asked
    assert found is None or found[1].quote == "Lugo Rowing Club"


def test_the_words_behind_initials_in_vietnamese(passage: Make) -> None:
    shown = [passage("Hôm qua Câu lạc bộ Chèo thuyền (CLBCT) họp.", "vi")]
    for question in ("Tên đầy đủ của CLBCT là gì?", "CLBCT là tên tắt của gì?"):
        found = expansion(view(question, "vi", shown), shown)
        assert found is not None
        assert found[1].quote == "Câu lạc bộ Chèo thuyền"


def test_the_full_name_of_somebody_is_no_abbreviation(passage: Make) -> None:
    shown = [passage("Orla Quinn of the Lugo Rowing Club (LRC) met Bruno.")]
    assert expansion(view("What is the full name of Orla?", "en", shown), shown) is None


@pytest.mark.parametrize(
    ("question", "language", "text", "short"),
    [
        ("What is the abbreviation of the Lugo Rowing Club?", "en", "The Lugo Rowing Club (LRC) met.", "LRC"),
        ("How is the Committee of Port Heads abbreviated?", "en", "The Committee of Port Heads (CPH) met.", "CPH"),
        ("Which acronym has the rowing club of Lugo?", "en", "The Lugo Rowing Club (LRC) met.", "LRC"),
        ("Câu lạc bộ Chèo thuyền viết tắt là gì?", "vi", "Hôm qua Câu lạc bộ Chèo thuyền (CLBCT) họp.", "CLBCT"),
        ("Tên tắt của Hội Phụ nữ Lugo là gì?", "vi", "Hôm qua Hội Phụ nữ Lugo (HPN) họp.", "HPN"),
        ("Chữ viết tắt của Ban Quản lý Cảng?", "vi", "Hôm qua Ban Quản lý Cảng (BQLC) họp.", "BQLC"),
        ("What is the abbreviation of the Ferrol Choir?", "en", "The Lugo Rowing Club (LRC) met.", None),
        ("What is the abbreviation of the Lugo Rowing Club?", "en", "The Lugo Rowing Club met.", None),
        ("Who abbreviated the Lugo Rowing Club?", "en", "The Lugo Rowing Club (1962) met.", None),
        ("When did the Lugo Rowing Club meet?", "en", "The Lugo Rowing Club (LRC) met.", None),
        ("Hội Phụ nữ viết tắt là gì?", "vi", "Hôm qua Câu lạc bộ Chèo thuyền (CLBCT) họp.", None),
        ("Hội Phụ nữ Lugo viết tắt là gì?", "vi", "Hôm qua Hội Phụ nữ Lugo họp.", None),
        ("Hội Phụ nữ Lugo họp khi nào?", "vi", "Hôm qua Hội Phụ nữ Lugo (HPN) họp.", None),
    ],
)
def test_the_abbreviation_of_a_name(
    passage: Make, question: str, language: Language, text: str, short: str | None
) -> None:
    shown = [passage(text, language)]
    found = expansion(view(question, language, shown), shown)
    assert (found[1].quote if found else None) == short
    assert found is None or found[0].quote == text


def test_an_abbreviation_that_was_not_found_is_read_in_its_article() -> None:
    source = Source("made", "vi")
    texts = ("Ông Kao gặp Hội Chèo thuyền tại LUGO.", "Hai vị cùng Hội Chèo thuyền tại LUGO (HCT) ở bến.")
    lead, caption = (Paragraph(source, n, text, "body", "vi") for n, text in enumerate(texts, 1))
    found = [Passage(lead, 1.0)]
    asked = view("Hội Chèo thuyền tại LUGO viết tắt là gì?", "vi", found)
    assert expansion(asked, found) is None
    pair = expansion(asked, found, [Article(source, (lead, caption))])
    assert pair
    assert pair[1].quote == "HCT"


FERRY = "LUGO — The mayor of Ferrol opened the mended ferry on Monday in front of a large crowd. The band played."
PHÀ = "VTV.vn - Hôm nay, bà Mai đã khánh thành chiếc phà vừa sửa xong ở Ferrol trước đông đảo người dân."
TRIAL = "VIGO — The court of Vigo sentenced the painter of false stamps to two years in prison on Friday."


def articles() -> list[Article]:
    told: tuple[tuple[str, Language, str], ...] = (("ferry", "en", FERRY), ("pha", "vi", PHÀ), ("trial", "en", TRIAL))
    sources = [(Source(name, language), text) for name, language, text in told]
    return [Article(s, (Paragraph(s, 1, text, "body", s.language),)) for s, text in sources]


@pytest.mark.parametrize(
    ("question", "language", "town"),
    [
        ("Where was the English story on the ferry filed?", "en", "LUGO"),
        ("From which city was the report on the painter filed?", "en", "VIGO"),
        ("Which town was the story about the ferry sent from?", "en", "LUGO"),
        ("Where did the reporter write the story on the ferry?", "en", "LUGO"),
        ("What is the dateline of the story on the court of Vigo?", "en", "VIGO"),
        ("Bài tiếng Anh về chiếc phà được viết ở đâu?", "vi", "LUGO"),
        ("Bản tin tiếng Anh về Ferrol gửi từ thành phố nào?", "vi", "LUGO"),
        ("Bản tin tiếng Việt gửi từ đâu?", "vi", None),
        ("Where was the ferry mended?", "en", None),
        ("Where did the mayor send the ferry?", "en", None),
        ("Where is the court?", "en", None),
        ("Bà Mai viết thư ở đâu?", "vi", None),
        ("Phà được sửa ở đâu?", "vi", None),
    ],
)
def test_where_a_report_was_filed(question: str, language: Language, town: str | None) -> None:
    asked = QuestionView(question, language, Flat(), Glossary.load(), [])
    found = dateline(asked, articles())
    assert (found[1].quote if found else None) == town


def test_the_lead_is_cited_with_its_dateline() -> None:
    found = dateline(view("Where was the story filed?", "en", []), articles()[:1])
    assert found
    assert found[0].quote == FERRY.removesuffix(" The band played.")
