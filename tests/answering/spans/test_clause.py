from collections.abc import Callable

import pytest

from bot.answering.question.view import QuestionView
from bot.answering.spans.clause import LONG, shown_span, worth_of
from bot.answering.spans.features import Candidate
from bot.answering.spans.short_answer import judged
from bot.answering.text.paragraph_view import view_of
from bot.language.lexicon.glossary import Glossary
from bot.language.sentences.boundaries import Span
from bot.models import Language, Passage

Make = Callable[..., Passage]
LENGTHY = (
    "The delegation was warmly welcomed by Secretary-General Kao Kim Hourn and his wife at the old building in the "
    "middle of the busy capital, along with the whole leadership team of the organisation and many others who came."
)
LED = (
    "Following the official ceremony in the grounds of the Secretariat on Monday morning, Lâm planted a commemorative "
    "tree beside the gate of the old building together with his host."
)
LISTED = (
    "The delegation was warmly welcomed by Kao Kim Hourn in the presence of many ambassadors of the region, the leaders "
    "of several large companies, and the staff of the old building."
)


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


def shown(question: str, text: str, passage: Make) -> str:
    (sentence,) = view_of(passage(text).paragraph).sentences
    view = QuestionView(question, "en", Flat(), Glossary([]))
    return shown_span(view, sentence, [(1.0, judged(view, [sentence])[0][1])]).of(text)


def test_a_closing_clause_without_need_is_left_out(passage: Make) -> None:
    assert len(LENGTHY.split()) > LONG
    said = shown("Where was the delegation welcomed?", LENGTHY, passage)
    assert said.endswith("busy capital")
    assert shown("Who welcomed the delegation?", LENGTHY, passage) == LENGTHY
    assert LENGTHY.startswith(said)


def test_a_leading_clause_without_need_is_left_out(passage: Make) -> None:
    said = shown("What did Lâm plant?", LED, passage)
    assert said.startswith("Lâm planted a commemorative tree")
    assert LED.endswith(said)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who welcomed the delegation with the leadership team?", LENGTHY),
        ("What did Lâm plant following the ceremony on Monday?", LED),
        ("Who welcomed the delegation?", LISTED),
        ("Which leaders welcomed the delegation?", LENGTHY),
        ("Why was the delegation welcomed?", LENGTHY),
        ("Who left?", "Lâm left, and so did we."),
    ],
)
def test_what_is_needed_stays_whole(question: str, text: str, passage: Make) -> None:
    assert shown(question, text, passage) == text


def test_no_quotation_is_torn(passage: Make) -> None:
    text = (
        "Kao said: “The delegation was welcomed by the old leader of the organisation in the middle of the busy capital, "
        "where many other people from the whole region came to see it.”"
    )
    assert shown("Who welcomed the delegation?", text, passage) == text


def test_a_likely_answer_is_not_cut_away(passage: Make) -> None:
    (sentence,) = view_of(passage(LENGTHY).paragraph).sentences
    view = QuestionView("Who welcomed the delegation?", "en", Flat(), Glossary([]))
    far = max((c for _, c in judged(view, [sentence])), key=lambda c: c.last)
    assert shown_span(view, sentence, [(1.0, far)]) == sentence.span


def test_no_sentence_is_cut_before_its_main_verb(passage: Make) -> None:
    text = (
        "Party General Secretary Tô Lâm, accompanied by his wife and a high-ranking delegation from Việt Nam, visited "
        "the ASEAN Secretariat in the old capital on Monday."
    )
    (sentence,) = view_of(passage(text).paragraph).sentences
    view = QuestionView("Where did he go?", "en", Flat(), Glossary([]))
    assert shown_span(view, sentence, []) == sentence.span


BEFORE = (
    "Before the grand official opening of the old mill in the middle of Lugo, Orla planted a commemorative tree beside "
    "the gate of the building together with her host."
)
TRUOC = (
    "Trước lễ khánh thành lớn của xưởng cũ giữa thị trấn Lugo vào sáng thứ hai tuần này, Bà Mai đã trồng một cây xoài "
    "bên cổng tòa nhà cùng với người em trai của mình."
)


@pytest.mark.parametrize("question", ["What came before the tree?", "What followed until the tree?", "What was later?"])
def test_what_was_before_or_after_keeps_the_whole_sentence(question: str, passage: Make) -> None:
    assert shown(question, BEFORE, passage) == BEFORE


def test_what_else_is_asked_of_it_does_not(passage: Make) -> None:
    assert shown("What did Orla plant?", BEFORE, passage).startswith("Orla planted")


@pytest.mark.parametrize(
    ("question", "whole"),
    [("Điều gì diễn ra trước khi trồng cây?", True), ("Sau lễ là gì?", True), ("Bà Mai đã trồng gì?", False)],
)
def test_before_and_after_in_vietnamese(question: str, whole: bool, passage: Make) -> None:
    (sentence,) = view_of(passage(TRUOC, "vi").paragraph).sentences
    view = QuestionView(question, "vi", Flat(), Glossary([]))
    said = shown_span(view, sentence, []).of(TRUOC)
    assert (said == TRUOC) is whole


MENDED = "Orla mended the old wooden ferry of the fishing village with nine carpenters and all of their many pupils last winter"
SUA = "Bà Mai đã sửa xong chiếc phà gỗ cũ kỹ của làng chài nghèo bên sông sau nhiều tháng trời làm việc không nghỉ"


@pytest.mark.parametrize(
    ("question", "text", "whole"),
    [
        ("Where was the ferry mended?", f"{MENDED}, working night and day in Ferrol.", True),
        ("Where was the ferry mended?", f"{MENDED}, working night and day in the rain.", False),
        ("What did Orla mend?", f"{MENDED}, working night and day in Ferrol.", False),
        ("When was the ferry mended?", f"{MENDED}, working night and day until March 3.", True),
        ("When was the ferry mended?", f"{MENDED}, working night and day in the rain.", False),
        ("Who mended the ferry?", f"{MENDED}, along with many other people.", True),
        ("Who mended the ferry?", f"{MENDED}, working night and day in the rain.", False),
        ("What did Orla mend?", f"{MENDED}, along with many other things.", False),
        ("What did Orla mend?", f"{MENDED}, as well as many other things.", True),
        ("What did Orla mend?", f"{MENDED}, thus saving many other things.", True),
        ("What else did Orla mend?", f"{MENDED}, along with many other things.", True),
        ("Apart from the ferry, what did Orla mend?", f"{MENDED}, along with many other things.", True),
    ],
)
def test_a_closing_clause_that_tells_what_is_asked_for_stays(
    question: str, text: str, whole: bool, passage: Make
) -> None:
    (sentence,) = view_of(passage(text).paragraph).sentences
    view = QuestionView(question, "en", Flat(), Glossary([]))
    said = shown_span(view, sentence, []).of(text)
    assert said == (text if whole else MENDED)


@pytest.mark.parametrize(
    ("question", "closing", "whole"),
    [
        ("Bà Mai đã sửa phà ở đâu?", "cùng với mọi người ở Vinh", True),
        ("Bà Mai đã sửa phà ở đâu?", "cùng với mọi người ở làng", False),
        ("Bà Mai đã sửa phà khi nào?", "cùng với mọi người đến ngày 3/5", True),
        ("Ai đã sửa phà?", "cùng với mọi người ở làng", True),
        ("Bà Mai đã sửa gì?", "cùng với mọi người ở làng", False),
        ("Ngoài phà, bà Mai còn sửa gì?", "cùng với mọi người ở làng", True),
    ],
)
def test_a_closing_clause_in_vietnamese(question: str, closing: str, whole: bool, passage: Make) -> None:
    text = f"{SUA}, {closing}."
    (sentence,) = view_of(passage(text, "vi").paragraph).sentences
    view = QuestionView(question, "vi", Flat(), Glossary([]))
    said = shown_span(view, sentence, []).of(text)
    assert said == (text if whole else SUA)


SUNK = "Orla mended the ferry, and Bruno sank it in Lugo"
CHIM = "Bà Mai sửa phà, còn ông Sơn làm chìm phà ở Lugo"


@pytest.mark.parametrize(
    ("question", "language", "text", "part", "worth"),
    [
        ("Who mended the ferry?", "en", SUNK, "Orla mended the ferry", 1.0),
        ("Who mended the ferry?", "en", SUNK, "and Bruno sank it in Lugo", 0.0),
        ("Who mended the ferry?", "en", SUNK, "the ferry", 0.5),
        ("Who mended the ferry?", "en", SUNK, "ferr", 0.0),
        ("Who burnt the mill?", "en", SUNK, SUNK, 0.0),
        ("Who burnt the ferry?", "en", SUNK, SUNK, 0.5),
        ("Ai sửa phà?", "vi", CHIM, "Bà Mai sửa phà", 1.0),
        ("Ai sửa phà?", "vi", CHIM, "ông Sơn làm chìm phà", 0.5),
        ("Ai sửa phà?", "vi", CHIM, "ở Lugo", 0.0),
    ],
)
def test_a_part_is_worth_the_words_of_the_question(
    question: str, language: Language, text: str, part: str, worth: float, passage: Make
) -> None:
    (sentence,) = view_of(passage(text, language).paragraph).sentences
    view = QuestionView(question, language, Flat(), Glossary([]))
    start = text.index(part)
    assert worth_of(view, sentence, [])(Span(start, start + len(part))) == pytest.approx(worth)


@pytest.mark.parametrize(("part", "worth"), [("Orla", 0.75), ("Bruno", 0.25), ("and", 0.0), (SUNK, 2.0)])
def test_a_part_is_worth_the_likely_answers_that_it_holds(part: str, worth: float, passage: Make) -> None:
    (sentence,) = view_of(passage(SUNK).paragraph).sentences
    view = QuestionView("Who mended the ferry?", "en", Flat(), Glossary([]))
    ranked = [(0.6, Candidate(sentence, 0, 1)), (0.2, Candidate(sentence, 5, 6))]
    start = SUNK.index(part)
    assert worth_of(view, sentence, ranked)(Span(start, start + len(part))) == pytest.approx(worth)
