from bot.answering.evidence.matching import (
    AKIN,
    APART,
    APART_VI,
    DEMONYM,
    FAMILY,
    LIKE,
    WHOLE_NAME,
    most_said,
    strengths,
)
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import view_of
from bot.language.lexicon.glossary import Entry, Glossary
from bot.models import Language, Paragraph, Source
from tests.answering.conftest import Flat, read

GLOSSARY = Glossary([
    Entry("gia nhập", ("join", "accede")), Entry("chuyến thăm", ("visit",)), Entry("Ban Thư ký ASEAN", ("ASEAN Secretariat",)),
    Entry("vé", ("ticket", "lantern")), Entry("tiếp tục", ("continue",)), Entry("tục", ("custom",)),
])  # fmt: skip


def held(question: str, asks: Language, text: str, language: Language) -> dict[str, float]:
    view = QuestionView(question, asks, Flat(), GLOSSARY)
    (sentence,) = view_of(Paragraph(Source("a", language), 1, text, "body", language)).sentences
    return {t.text: h for t, h in zip(view.terms, strengths(view, sentence), strict=True)}


def test_the_word_and_its_forms() -> None:
    assert held("Who visited Jakarta?", "en", "The visits to Jakarta.", "en") == {"visited": 1.0, "Jakarta": 1.0}


def test_a_word_of_like_meaning() -> None:
    assert held("Who stayed?", "en", "They acceded.", "en") == {"stayed": 0.0}
    assert held("Who joined?", "en", "The country acceded in 1995.", "en") == {"joined": LIKE}


def test_a_word_that_shares_a_translation_only() -> None:
    assert held("Which tickets?", "en", "The lanterns were lit.", "en") == {"tickets": AKIN}


def test_a_word_of_like_meaning_in_the_other_language() -> None:
    assert held("Who enrolled?", "en", "Năm 1995 Việt Nam gia nhập.", "vi") == {"enrolled": LIKE}
    assert held("Chuyến công tác đến đâu?", "vi", "He made a visit.", "en")["công"] == LIKE


def test_a_syllable_inside_another_word_is_not_its_like() -> None:
    assert held("Ai gặp ông?", "vi", "Ông Lâm tiếp khách.", "vi")["gặp"] == LIKE
    assert held("Ai gặp ông?", "vi", "Ông Lâm tiếp tục nói.", "vi")["gặp"] == 0.0


def test_a_name_has_no_like() -> None:
    assert held("What did Rose Bank report?", "en", "Sales increased.", "en")["Rose"] == 0.0


def test_a_word_of_the_same_family() -> None:
    assert held("Whose establishments?", "en", "The establisher left.", "en")["establishments"] >= FAMILY


def test_typed_without_tones() -> None:
    assert held("to lam tham ai", "vi", "Ông Tô Lâm thăm Jakarta.", "vi") == dict.fromkeys(["to", "lam", "tham"], 0.95)


def test_across_languages_by_the_whole_phrase() -> None:
    found = held("Ai gia nhập?", "vi", "The country joined in 1995.", "en")
    assert found == {"gia": 1.0, "nhập": 1.0}


def test_an_article_makes_painting_a_thing() -> None:
    assert held("Who painted it?", "en", "He gave a painting.", "en")["painted"] < 1
    assert held("Who painted it?", "en", "He was painting it.", "en")["painted"] == 1


def test_dates_are_held_in_another_form() -> None:
    assert held("What happened in March?", "en", "Hôm nay (10/3) ông đến.", "vi")["March"] == 0.9


def test_numbers_as_words_and_as_figures() -> None:
    assert held("Who sold seven boats?", "en", "Kao sold 7 boats.", "en")["seven"] == 0.95
    assert held("Who sold 7 boats?", "en", "Kao sold seven boats.", "en")["7"] == 0.95
    assert held("Ai bán bảy chiếc thuyền?", "vi", "Kao bán 7 chiếc thuyền.", "vi")["bảy"] == 0.95
    assert held("Who sold seven boats?", "en", "Kao bán bảy chiếc thuyền.", "vi")["seven"] == 0.95


def test_a_name_is_no_number() -> None:
    assert held("Ai đến thăm Ba Đình?", "vi", "Có 3 người đến.", "vi")["Ba"] == 0.0
    assert held("Ai có 3 thuyền?", "vi", "Lâm đến Ba Đình.", "vi")["3"] == 0.0
    assert held("Who left Seven Oaks?", "en", "The 7 men left.", "en")["Seven"] == 0.0


def test_another_number_is_not_held() -> None:
    assert held("Who sold seven boats?", "en", "Kao sold 17 boats.", "en")["seven"] == 0.0
    assert held("Who sold 7 boats?", "en", "Kao sold eight boats.", "en")["7"] == 0.0
    assert held("Ai bán bảy chiếc thuyền?", "vi", "Kao bán tám chiếc thuyền.", "vi")["bảy"] == 0.0


def test_a_people_by_the_name_of_its_country() -> None:
    assert held("Who rowed to Indonesia?", "en", "An Indonesian ferry came.", "en")["Indonesia"] == DEMONYM
    assert held("Who rowed to Vietnam?", "en", "A Vietnamese ferry came.", "en")["Vietnam"] == DEMONYM
    assert held("Who met the Indonesians?", "en", "Orla lives in Indonesia.", "en")["Indonesians"] >= DEMONYM
    assert held("Who rowed to Indonesia?", "en", "Một chiếc phà Indonesian đến.", "vi")["Indonesia"] == DEMONYM
    assert held("Who rowed to Restora?", "en", "The restoration began.", "en")["Restora"] == FAMILY
    assert held("Who met Peru?", "en", "The Perugia ferry came.", "en")["Peru"] == 0.0


def test_a_translated_syllable_stands_alone() -> None:
    assert held("Which custom?", "en", "Đó là tục cũ.", "vi")["custom"] == 1.0
    assert held("Which custom?", "en", "Ông tiếp tục chèo.", "vi")["custom"] == 0.0
    assert held("Which tickets?", "en", "Mai mua vé.", "vi")["tickets"] == 1.0


def test_a_name_by_its_initials() -> None:
    assert held("When did LRC meet?", "en", "The Lugo Rowing Club met.", "en")["LRC"] == WHOLE_NAME
    assert held("When did LRC meet?", "en", "The Lugo Rowing Team met.", "en")["LRC"] == 0.0
    spelt = held("When did the Lugo Rowing Club meet?", "en", "The LRC met.", "en")
    assert {spelt[w] for w in ("Lugo", "Rowing", "Club")} == {WHOLE_NAME}
    assert held("LHQ họp khi nào?", "vi", "Hôm qua Liên Hợp Quốc họp.", "vi")["LHQ"] == WHOLE_NAME


def test_little_is_left_of_vietnamese_syllables_that_stand_far_apart() -> None:
    assert held("Who joined?", "en", "Hôm qua Lào gia nhập.", "vi")["joined"] == 1.0
    far = "Hôm qua gia cảnh của bà Mai ở Lugo được ghi nhập."
    assert held("Who joined?", "en", far, "vi")["joined"] == APART_VI
    assert held("Whose visit?", "en", "Các chuyến phà chở bà Mai từ Lugo về thăm Vinh.", "vi")["visit"] == APART_VI
    assert held("Which visit?", "en", "Chuyến đó bà thăm Vinh.", "vi")["visit"] == 1.0


def test_more_is_left_of_english_words_that_stand_far_apart() -> None:
    near, far = "The ASEAN Secretariat met.", "In ASEAN all boats of the old port left the Secretariat."
    question = "Ban Thư ký ASEAN họp ở đâu?"
    assert held(question, "vi", near, "en")["Thư"] == 1.0
    assert held(question, "vi", far, "en")["Thư"] == APART > APART_VI


def test_a_body_that_is_asked_for_is_held_by_its_name() -> None:
    assert held("Which institution met?", "en", "The Committee of Lugo met.", "en")["institution"] == LIKE
    assert held("Which bodies met?", "en", "The CPR met.", "en")["bodies"] == LIKE
    assert held("Which agency met?", "en", "Ban Thư ký họp.", "vi")["agency"] == LIKE
    assert held("Mai đến cơ quan nào?", "vi", "Mai đến Ủy ban.", "vi")["cơ"] == LIKE
    assert held("Mai đến cơ quan nào?", "vi", "Mai went to the Secretariat.", "en")["quan"] == LIKE


def test_a_body_is_not_held_by_another_name() -> None:
    assert held("Which institution met?", "en", "Orla met Bruno.", "en")["institution"] == 0.0
    assert held("Which institution met?", "en", "A committee met.", "en")["institution"] == 0.0
    assert held("Which institution of the LRC met?", "en", "The LRC met.", "en")["institution"] == 0.0
    assert held("Mai đến cơ quan nào?", "vi", "Mai đến Huế.", "vi")["cơ"] == 0.0
    assert held("Which painting hangs there?", "en", "The Committee hangs there.", "en")["painting"] == 0.0


def test_whoever_holds_an_office_is_an_official() -> None:
    question = "Which former officials?"
    assert held(question, "en", "He thanked past ministers.", "en")["officials"] == LIKE
    assert held(question, "en", "Ông cảm ơn các bộ trưởng.", "vi")["officials"] == LIKE
    assert held(question, "en", "He thanked past players.", "en")["officials"] == 0.0


def test_what_a_text_says_of_each_word_in_the_sentence_that_says_it_best() -> None:
    view, found = read("Who mended the ferry?", "en", "The ferry left. Orla mended a gate.", "It rained.")
    paragraphs = [s.passage.paragraph for s in found]
    assert most_said(view, paragraphs) == [1.0, 1.0]
    assert most_said(view, paragraphs[-1:]) == most_said(view, []) == [0.0, 0.0]
