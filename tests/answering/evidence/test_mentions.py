"""Whom a sentence means that does not name him."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import strengths
from bot.answering.evidence.mentions import MEANT, Aliases, aliases, with_meant
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import view_of
from bot.language.lexicon.glossary import Glossary
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language, Paragraph, Passage, Source
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.storage.store import Store
from tests.answering.conftest import Flat, read

FRAGMENTS = st.sampled_from([
    "Mayor Orla Quinn", "The mayor", "He", "Bruno", "said", "and he", "rowed", "the Lugo Rowing Club", "(LRC)", "LRC",
    "Thị trưởng Trần Sơn", "Ông", "Câu lạc bộ", "chèo", ",", "“", ".",
])  # fmt: skip


def worth(question: QuestionView, scene: Scene, name: str) -> float:
    """What a name of the question is worth in a sentence."""
    return next(h for t, h in zip(question.terms, scene.held, strict=True) if t.text == name)


def last(question: str, language: Language, name: str, *texts: str) -> float:
    """What a name is worth in the last sentence of an article, a paragraph a text."""
    view, found = read(question, language, *texts)
    return worth(view, found[-1], name)


@pytest.mark.parametrize(
    ("language", "first", "then", "meant"),
    [
        ("en", "Mayor Orla Quinn left.", "The mayor planted a tree.", True),
        ("en", "They met Mayor Orla Quinn.", "A tree was planted by the mayor, who wept.", True),
        ("en", "Harbour Master Orla Quinn left. Captain Bruno Vale stayed.", "The captain met a harbour.", False),
        ("en", "Mayor Orla Quinn met Mayor Bruno Vale.", "The mayor planted a tree.", False),
        ("en", "Mayor Orla Quinn left.", "Mayor Bruno Vale planted a tree.", False),
        ("en", "Mayor Orla Quinn left.", "The mayor, Bruno said, planted a tree.", True),
        ("en", "Orla Quinn left.", "The mayor planted a tree.", False),
        ("vi", "Thị trưởng Orla Quinn rời bến.", "Sau đó thị trưởng trồng cây.", True),
        ("vi", "Tổng Thư ký Orla Quinn rời bến.", "Tổng Thư ký trồng cây.", True),
        ("vi", "Người dân đón Bộ trưởng Orla Quinn.", "Cây do bộ trưởng trồng.", True),
        ("vi", "Thị trưởng Orla Quinn gặp Thị trưởng Trần Sơn.", "Sau đó thị trưởng trồng cây.", False),
        ("vi", "Thị trưởng Orla Quinn rời bến.", "Sau đó Thị trưởng Trần Sơn trồng cây.", False),
        ("vi", "Tổng thống Orla Quinn rời bến.", "Hôm qua Tổng thống Phần Lan đến, Tổng thống trồng cây.", True),
        ("en", "President Orla Quinn left.", "The President planted a tree, said President Bruno Vale.", False),
        ("vi", "Orla Quinn rời bến.", "Sau đó thị trưởng trồng cây.", False),
    ],
)
def test_a_title_of_one_bearer(language: Language, first: str, then: str, meant: bool) -> None:
    question = {"en": "What did Orla plant?", "vi": "Bà Orla đã trồng gì?"}[language]
    assert last(question, language, "Orla", first, then) == (MEANT if meant else 0)


@pytest.mark.parametrize(
    ("question", "language", "name", "first", "then"),
    [
        ("What did ASEAN plant?", "en", "ASEAN", "Secretary-General of ASEAN left.", "The secretary-general wept."),
        ("What did Japan plant?", "en", "Japan", "Ambassador Japan left.", "The ambassador planted a tree."),
        ("What did LRC plant?", "en", "LRC", "President LRC left.", "The president planted a tree."),
        ("ASEAN trồng gì?", "vi", "ASEAN", "Tổng Thư ký ASEAN rời bến.", "Tổng Thư ký trồng cây."),
        ("Nhật Bản trồng gì?", "vi", "Nhật", "Đại sứ Nhật Bản rời bến.", "Đại sứ trồng cây."),
        ("Malaysia trồng gì?", "vi", "Malaysia", "Đại sứ Malaysia rời bến.", "Đại sứ trồng cây."),
    ],
)
def test_no_title_means_an_organisation_or_a_country(
    question: str, language: Language, name: str, first: str, then: str
) -> None:
    assert last(question, language, name, first, then) == 0


@pytest.mark.parametrize(
    ("language", "texts", "meant"),
    [
        ("en", ("Orla left. She planted a tree.",), MEANT),
        ("en", ("Orla left. Then she planted a tree. She also watered it.",), MEANT * MEANT),
        ("en", ("Orla left.", "She planted a tree."), MEANT),
        ("en", ("Orla left. Later, at the old gate, she planted a tree.",), MEANT),
        ("en", ("Rain fell. Orla left.", "She planted a tree."), MEANT),
        ("en", ("Orla left.", "She wept.", "She planted a tree."), MEANT),
        ("en", ("Orla left. Bruno planted a tree.",), 0),
        ("en", ("Orla left. Bruno said he planted a tree.",), 0),
        ("en", ("Orla left. It was a tree.",), 0),
        ("en", ("Orla left. Rain fell.", "She planted a tree."), 0),
        ("en", ("Orla left.", "She wept.", "She slept.", "She planted a tree."), 0),
        ("en", ("She planted a tree.",), 0),
        ("vi", ("Orla rời bến. Bà trồng cây.",), MEANT),
        ("vi", ("Orla rời bến. Bà khóc. Cô trồng cây.",), MEANT * MEANT),
        ("vi", ("Orla rời bến.", "Bà trồng cây."), MEANT),
        ("vi", ("Orla rời bến. Bà Mai trồng cây.",), 0),
        ("vi", ("Orla rời bến. Hôm sau Mai trồng cây.",), 0),
        ("vi", ("Orla rời bến. Trời mưa.", "Bà trồng cây."), 0),
    ],
)
def test_whom_a_pronoun_means(language: Language, texts: tuple[str, ...], meant: float) -> None:
    question = {"en": "What did Orla plant?", "vi": "Bà Orla đã trồng gì?"}[language]
    assert last(question, language, "Orla", *texts) == pytest.approx(meant)


def test_whom_a_pronoun_means_in_a_paragraph_that_was_not_found() -> None:
    source = Source("made", "en")
    texts = ("Orla left.", "She planted a tree.")
    article = Article(source, tuple(Paragraph(source, n, t, "body", "en") for n, t in enumerate(texts, 1)))
    indexer = Indexer.open(Store.open(None), analyse, ANALYSER_VERSION)
    indexer.apply([PutArticle(article)])
    shown = [Passage(article.paragraphs[1], 1.0)]
    for known, meant in ((indexer.store, MEANT), (None, 0.0)):
        question = QuestionView("What did Orla plant?", "en", Flat(), Glossary.load(), shown, known)
        view = view_of(article.paragraphs[1])
        (row,) = with_meant(question, view, [(0.0,) * len(question.terms)], Aliases(), question.before)
        assert max(row) == meant


@pytest.mark.parametrize(
    ("question", "language", "first", "then", "meant"),
    [
        ("What did the LRC buy?", "en", "The Lugo Rowing Club (LRC) met.", "The Lugo Rowing Club bought oars.", True),
        (
            "What did the CPH buy?",
            "en",
            "The Committee of Port Heads (CPH) met.",
            "The Committee of Heads left.",
            False,
        ),
        ("What did the CPH buy?", "en", "The Committee of Port Heads (CPH) met.", "A port committee has heads.", True),
        ("What did the LRC buy?", "en", "The Lugo Rowing Club (LRC) met.", "The club bought oars.", False),
        ("What did LUGROW buy?", "en", "The Lugo Rowing Club (LUGROW) met.", "The Lugo Rowing Club left.", True),
        ("What did LUGROW buy?", "en", "The Lugo Rowing Club met.", "The Lugo Rowing Club left.", False),
        (
            "Hôm qua CLBCT mua gì?",
            "vi",
            "Câu lạc bộ Chèo thuyền (CLBCT) họp.",
            "Câu lạc bộ Chèo thuyền mua mái chèo.",
            True,
        ),
        ("Hôm qua HPN mua gì?", "vi", "Hội Phụ nữ Lugo (HPN) họp.", "Sau đó Hội Phụ nữ Lugo mua phà.", True),
        ("Hôm qua CLBCT mua gì?", "vi", "Câu lạc bộ Chèo thuyền (CLBCT) họp.", "Chèo thuyền khó.", False),
        ("Hôm qua HLPV mua gì?", "vi", "Hội Phụ nữ Lugo họp.", "Hội Phụ nữ Lugo mua phà.", False),
    ],
)
def test_a_name_that_its_abbreviation_ends(
    question: str, language: Language, first: str, then: str, meant: bool
) -> None:
    name = next(w for w in question.split() if w.isupper() and len(w) > 1)
    assert (last(question, language, name, first, then) >= MEANT) is meant


def test_what_an_article_calls_the_names_of_a_question() -> None:
    question, _ = read("What did Orla of the LRC plant?", "en", "Rain fell.")
    source = Source("made", "en")
    text = "Mayor Orla Quinn met the Lugo Rowing Club (LRC). Captain Bruno Vale and Captain Ida Moss left."
    found = aliases(question, [view_of(Paragraph(source, 1, text, "body", "en"))])
    place = {t.text: p for p, t in enumerate(question.terms)}
    assert found.titles == ((place["Orla"], ("mayor",)),)
    assert found.spelt == ((place["LRC"], frozenset(["lugo", "rowing", "club"])),)
    assert aliases(question, []) == Aliases()


@given(st.sampled_from(["en", "vi"]), st.lists(FRAGMENTS, min_size=1, max_size=14))
def test_what_is_meant_lowers_no_value(language: Language, fragments: list[str]) -> None:
    paragraph = Paragraph(Source("made", language), 1, " ".join(fragments), "body", language)
    asked = {"en": "What did Orla Quinn of the LRC row?", "vi": "Orla Quinn ở LRC chèo gì?"}[language]
    question = QuestionView(asked, language, Flat(), Glossary.load(), [Passage(paragraph, 1.0)])
    view = view_of(paragraph)
    own = [tuple(strengths(question, s)) for s in view.sentences]
    rows = with_meant(question, view, own, aliases(question, [view]), question.before)
    assert all(0 <= a <= b <= 1 for row, more in zip(own, rows, strict=True) for a, b in zip(row, more, strict=True))
