"""Which sentence of a report is chosen: the event stands in its headline and lead, the facts in short paragraphs behind."""

import pytest

from bot.answering.choice.sentence import HELD, Choice, Weights, choose
from bot.answering.question.view import QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.language.words.normalise import clean
from bot.models import Article, Claim, Language, Paragraph, ParagraphKind, Passage, Source
from bot.protocols import Abstained
from tests.answering.conftest import Desk, Flat

REPORT: dict[Language, tuple[str, tuple[str, ...]]] = {
    "en": (
        "Kestrel Lighthouse reopens after repairs",
        (
            "The Kestrel Lighthouse on the island of Morwen reopened on Saturday after repairs that the island had "
            "waited for since the great storm.",
            "Masons replaced 212 steps of the stairs.",
            "The keeper, Agnes Thorne, lit the lamp at dusk. “It felt like coming home.”",
            "The work was paid for by a bakers’ fund because the county had no money left.",
            "Painter Colm Reyes restored the second balcony.",
        ),
    ),
    "vi": (
        "Nhà hát Sông Vân mở cửa trở lại",
        (
            "Nhà hát Sông Vân ở thị xã Bình Lộc mở cửa trở lại hôm thứ Bảy, sau đợt tu sửa mà người dân thị xã chờ đợi "
            "từ trận lũ lớn.",
            "Thợ mộc đã thay 318 chiếc ghế.",
            "Nghệ sĩ Trịnh Mỹ Hạnh cắt băng lúc chạng vạng.",
            "Kinh phí do hội tiểu thương quyên góp vì thị xã đã hết ngân sách.",
            "Họa sĩ Lại Quốc Bảo đã vẽ lại bức tường thứ hai.",
        ),
    ),
}


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    made = []
    for language, (title, texts) in REPORT.items():
        source = Source(f"made-{language}", language, title=title)
        found = [Paragraph(source, n, clean(t).text, "body", language) for n, t in enumerate(texts, 1)]
        made.append(Article(source, tuple(found)))
    return made


@pytest.fixture(scope="module")
def desk(articles: list[Article]) -> Desk:
    return Desk(articles)


def choice(desk: Desk, question: str, language: Language) -> Choice:
    shown = [p for p in desk.passages(question) if p.paragraph.language == language]
    found = choose(QuestionView(question, language, desk.retriever, Glossary.load(), shown), shown, Weights.load(False))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many steps of the Kestrel Lighthouse were replaced?", "212 steps"),
        ("Who lit the lamp of the Kestrel Lighthouse?", "Agnes Thorne"),
        ("Why did a bakers’ fund pay for the Kestrel Lighthouse?", "because the county had no money left"),
        ("Where is the Kestrel Lighthouse?", "island of Morwen"),
        ("Nhà hát Sông Vân đã thay bao nhiêu chiếc ghế?", "318 chiếc ghế"),
        ("Nghệ sĩ nào cắt băng ở nhà hát?", "Trịnh Mỹ Hạnh"),
        ("Vì sao tiểu thương quyên góp cho Nhà hát Sông Vân?", "vì thị xã đã hết ngân sách"),
        ("Nhà hát Sông Vân nằm ở đâu?", "thị xã Bình Lộc"),
    ],
)
def test_what_a_short_paragraph_leaves_to_its_article_is_no_hindrance(desk: Desk, question: str, words: str) -> None:
    assert words in " ".join(e.text for e in desk.ask(question) if isinstance(e, Claim))


@pytest.mark.parametrize(
    "question",
    [
        "Who is the painter of the first balcony of the Kestrel Lighthouse?",
        "What did Colm Reyes say about the Kestrel Lighthouse?",
        "Why did Colm Reyes restore the second balcony?",
        "How many balconies did Colm Reyes restore?",
        "Ai vẽ lại bức tường thứ nhất của Nhà hát Sông Vân?",
        "Họa sĩ Lại Quốc Bảo nói gì về Nhà hát Sông Vân?",
        "Vì sao họa sĩ Lại Quốc Bảo vẽ lại bức tường?",
        "Vé của Nhà hát Sông Vân giá bao nhiêu?",
    ],
)
def test_what_the_report_does_not_say(desk: Desk, question: str) -> None:
    (event,) = desk.ask(question)
    assert isinstance(event, Abstained), event


def test_the_plain_reason_against_the_best_sentence_is_told(desk: Desk) -> None:
    found = choice(desk, "What did Colm Reyes say about the Kestrel Lighthouse?", "en")
    assert found.objected == "attribute"
    assert found.confidence < 0.5
    assert choice(desk, "How many steps were replaced?", "en").objected == ""
    assert found.order[0] not in found.seconds


def test_a_choice_in_figures(desk: Desk) -> None:
    asked: dict[Language, str] = {"en": "Who lit the lamp?", "vi": "Ai cắt băng?"}
    for language, question in asked.items():
        found = choice(desk, question, language)
        assert sum(found.shares) == pytest.approx(1)
        assert sorted(found.order) == list(range(len(found.found)))
        assert found.shares[found.order[0]] == max(found.shares)
        assert 0 <= found.confidence <= 1
        assert 0 <= found.cover <= 1


def test_nothing_to_choose_from(desk: Desk) -> None:
    assert choose(QuestionView("Who?", "en", desk.retriever, Glossary.load()), [], Weights.load(False)) is None


def test_the_quotation_behind_the_one_who_spoke_is_shown(desk: Desk) -> None:
    said = [e.text for e in desk.ask("What did Agnes Thorne say about the Kestrel Lighthouse?") if isinstance(e, Claim)]
    assert "It felt like coming home." in " ".join(said)


EVER_TOLD: dict[Language, tuple[str, str]] = {
    "en": (
        "Agnes Thorne rowed to Morwen on Monday with her brother.",
        "It was the first time that she rowed to Morwen.",
    ),
    "vi": ("Bà Trịnh Hạnh chèo thuyền đến Bình Lộc hôm thứ Hai.", "Đây là lần đầu tiên bà chèo thuyền đến Bình Lộc."),
}


def chosen(question: str, language: Language, *texts: str) -> Choice:
    source = Source("made", language)
    shown = [Passage(Paragraph(source, n, text, "body", language), 1.0) for n, text in enumerate(texts, 1)]
    found = choose(QuestionView(question, language, Flat(), Glossary.load(), shown), shown, Weights.load(False))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "plain", "language"),
    [
        ("Has Agnes Thorne ever rowed to Morwen before?", "Has Agnes Thorne rowed to Morwen?", "en"),
        (
            "Bà Trịnh Hạnh đã từng chèo thuyền đến Bình Lộc chưa?",
            "Bà Trịnh Hạnh có chèo thuyền đến Bình Lộc không?",
            "vi",
        ),
    ],
)
def test_a_first_time_answers_whether_it_was_before(question: str, plain: str, language: Language) -> None:
    asked, other = (chosen(q, language, *EVER_TOLD[language]) for q in (question, plain))
    assert asked.best.sentence.text == EVER_TOLD[language][1]
    assert asked.shares[1] > other.shares[1]


@pytest.mark.parametrize(
    ("question", "language", "text", "named"),
    [
        ("Who met Agnes Thorne?", "en", "Agnes Thorne met Colm Reyes.", True),
        ("Who met Agnes Thorne?", "en", "Keeper Agnes Thorne left. The keeper met Colm.", True),
        ("Who met Agnes Thorne?", "en", "Colm Reyes met her.", False),
        ("Who mended the lamp?", "en", "Colm mended the lamp.", False),
        ("Ai gặp bà Trịnh Hạnh?", "vi", "Bà Trịnh Hạnh gặp ông Lại Bảo.", True),
        ("Ai gặp bà Trịnh Hạnh?", "vi", "Ông Lại Bảo gặp dân làng.", False),
        ("Ai sửa đèn?", "vi", "Ông Bảo sửa đèn.", False),
    ],
)
def test_whether_the_best_sentence_names_whom_the_question_does(
    question: str, language: Language, text: str, named: bool
) -> None:
    assert chosen(question, language, text).named is named


@pytest.mark.parametrize(
    ("language", "question", "holder", "other"),
    [
        (
            "en",
            "Who serves as mayor of Morwen?",
            "Mayor Colm Reyes of Morwen left.",
            "Farmer Colm Reyes of Morwen left.",
        ),
        ("vi", "Ai giữ chức bộ trưởng?", "Bộ trưởng Lại Bảo rời bến.", "Nông dân Lại Bảo rời bến."),
    ],
)
def test_the_holder_beside_the_title_is_surer(language: Language, question: str, holder: str, other: str) -> None:
    assert chosen(question, language, holder).confidence >= 1 - HELD > chosen(question, language, other).confidence


@pytest.mark.parametrize(
    ("question", "language", "caption", "body"),
    [
        (
            "Who stands beside Agnes Thorne in the photo?",
            "en",
            "Agnes Thorne and Colm Reyes on the stairs.",
            "Rain fell.",
        ),
        ("Ai đứng cạnh bà Trịnh Hạnh trong ảnh?", "vi", "Bà Trịnh Hạnh và ông Lại Bảo ở cầu thang.", "Trời mưa."),
    ],
)
def test_a_caption_is_no_heading_to_a_question_about_a_photo(
    question: str, language: Language, caption: str, body: str
) -> None:
    source = Source("made", language)
    texts: list[tuple[str, ParagraphKind]] = [(body, "body"), (caption, "caption"), (caption, "body")]
    shown = [Passage(Paragraph(source, n, t, kind, language), 1.0) for n, (t, kind) in enumerate(texts, 1)]
    view = QuestionView(question, language, Flat(), Glossary.load(), shown)
    found = choose(view, shown, Weights.load(False))
    assert found is not None
    assert found.best.passage.paragraph.kind == "caption"
