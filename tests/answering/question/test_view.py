"""What a question says besides what it asks: whom it leaves out, that it is about a photo, what stands before."""

import pytest

from bot.answering.evidence.features import scenes
from bot.answering.question.view import LIGHT, QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language, Paragraph, ParagraphKind, Passage, Source
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.storage.store import Store
from tests.answering.conftest import Flat, read


@pytest.mark.parametrize(
    ("question", "language", "out"),
    [
        ("Apart from Orla, who rowed?", "en", True),
        ("Who rowed besides Orla and Bruno?", "en", True),
        ("Who else rowed?", "en", True),
        ("In addition to oars, what did Orla buy?", "en", True),
        ("Everyone left except whom?", "en", True),
        ("Who rowed beside Orla?", "en", False),
        ("Where do the boats lie apart?", "en", False),
        ("What did the exceptional Orla buy?", "en", False),
        ("Ngoài bà Mai, còn ai chèo thuyền?", "vi", True),
        ("Ngoài mái chèo bà Mai mua gì?", "vi", True),
        ("Ngoài khơi Vinh có gì?", "vi", False),
        ("Ai đứng ngoài cổng?", "vi", False),
        ("Bà Mai đi nước ngoài khi nào?", "vi", False),
    ],
)
def test_whether_a_question_leaves_somebody_out(question: str, language: Language, out: bool) -> None:
    view, _ = read(question, language, "Orla.")
    assert view.leaves_out is out


@pytest.mark.parametrize(
    ("question", "language", "terms", "light"),
    [
        ("Apart from the captain, who mended ferries?", "en", ["captain", "mended", "ferries"], ["captain"]),
        ("Apart from Orla, who mended ferries?", "en", ["Orla", "mended", "ferries"], []),
        ("Who mended ferries apart from the captain?", "en", ["mended", "ferries", "captain"], []),
        ("Who else mended ferries?", "en", ["mended", "ferries"], []),
        ("Ngoài thuyền trưởng, còn ai sửa phà?", "vi", ["thuyền", "trưởng", "sửa", "phà"], ["thuyền", "trưởng"]),
        ("Ngoài bà Mai, còn ai sửa phà?", "vi", ["Mai", "sửa", "phà"], []),
        ("Thuyền trưởng gặp ai, ai sửa phà?", "vi", ["Thuyền", "trưởng", "gặp", "sửa", "phà"], []),
    ],
)
def test_those_who_are_left_out_are_hardly_looked_for(
    question: str, language: Language, terms: list[str], light: list[str]
) -> None:
    view, _ = read(question, language, "Rain.")
    assert [t.text for t in view.terms] == terms
    assert [t.text for t in view.terms if t.light] == light
    assert all(t.weight <= LIGHT for t in view.terms if t.light)


@pytest.mark.parametrize(
    ("question", "language", "counted"),
    [
        ("Where did the two captains meet?", "en", False),
        ("What did both those three boats carry?", "en", False),
        ("Which two boats sank?", "en", False),
        ("Did two boats sink?", "en", True),
        ("When did five captains meet in Lugo?", "en", True),
        ("Ai sửa ba chiếc phà?", "vi", True),
        ("Những ai sửa hai chiếc phà?", "vi", False),
    ],
)
def test_a_count_of_what_is_known_is_not_looked_for(question: str, language: Language, counted: bool) -> None:
    view, _ = read(question, language, "Rain.")
    assert any(t.text in ("two", "three", "five", "hai", "ba") for t in view.terms) is counted


@pytest.mark.parametrize(
    ("question", "language", "photo"),
    [
        ("Who stands beside Orla in the photo?", "en", True),
        ("What do the pictures show?", "en", True),
        ("Ai đứng cạnh bà Mai trong ảnh?", "vi", True),
        ("Who paints?", "en", False),
        ("Who stands beside Orla?", "en", False),
        ("Ai đứng cạnh bà Mai?", "vi", False),
    ],
)
def test_a_question_about_a_photo(question: str, language: Language, photo: bool) -> None:
    view, _ = read(question, language, "Orla.")
    assert view.of_photo is photo


@pytest.mark.parametrize(("kind", "held"), [("caption", 1.0), ("body", 0.0)])
@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Who stands beside Orla in the photo?", "en", "Orla and Bruno on the pier."),
        ("Ai đứng cạnh bà Mai trong ảnh?", "vi", "Bà Mai và ông Sơn ở bến."),
    ],
)
def test_a_caption_is_of_a_photo_without_saying_so(
    question: str, language: Language, text: str, kind: ParagraphKind, held: float
) -> None:
    found = [Passage(Paragraph(Source("made", language), 1, text, kind, language), 1.0)]
    view = QuestionView(question, language, Flat(), Glossary.load(), found)
    (scene,) = scenes(view, found)
    assert [h for t, h in zip(view.terms, scene.held, strict=True) if t.text in ("photo", "ảnh")] == [held]


def test_the_body_paragraph_before() -> None:
    source = Source("made", "en")
    kinds: tuple[ParagraphKind, ...] = ("body", "caption", "body", "body")
    first, caption, third, fourth = (Paragraph(source, n, f"Rain {n}.", k, "en") for n, k in enumerate(kinds, 1))
    indexer = Indexer.open(Store.open(None), analyse, ANALYSER_VERSION)
    indexer.apply([PutArticle(Article(source, (first, caption, third, fourth)))])
    whole = QuestionView("Who?", "en", Flat(), Glossary([]), [Passage(fourth, 1.0)], indexer.store)
    assert [whole.before(p) for p in (first, caption, third, fourth)] == [None, first, first, third]
    shown = QuestionView("Who?", "en", Flat(), Glossary([]), [Passage(first, 1.0), Passage(fourth, 1.0)])
    assert [shown.before(p) for p in (first, third, fourth)] == [None, first, first]
    assert QuestionView("Who?", "en", Flat(), Glossary([])).before(fourth) is None
    assert shown.before(Paragraph(Source("other", "en"), 4, "Rain.", "body", "en")) is None


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("Orla đã trồng gì?", "vi", ["Orla"]),
        ("Brunei gia nhập năm nào?", "vi", ["Brunei"]),
        ("Kao đã trồng gì?", "vi", ["Kao"]),
        ("Lào đã tặng gì?", "vi", ["Lào"]),
        ("Pháp luật quy định điều gì?", "vi", []),
        ("Kẹo do ai làm?", "vi", []),
        ("Jakarta nằm ở đâu?", "vi", ["Jakarta"]),
        ("Robot đã trồng gì?", "vi", []),
        ("Thuyền trưởng đã trồng gì?", "vi", []),
        ("orla đã trồng gì?", "vi", []),
        ("Bà Orla đã trồng gì?", "vi", ["Orla"]),
        ("Ferries of which town sank?", "en", []),
    ],
)
def test_a_foreign_name_at_the_head_of_a_question(question: str, language: Language, names: list[str]) -> None:
    view, _ = read(question, language, "Rain.")
    assert [t.text for t in view.terms if t.name] == names


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "lost"),
    [
        ("When did LRC meet?", "en", "The Lugo Rowing Club met.", "en", []),
        ("When did LRC meet?", "en", "The Lugo Rowing Team met.", "en", ["LRC"]),
        ("When did Lrc meet?", "en", "The Lugo Rowing Club met.", "en", ["Lrc"]),
        ("BTV họp khi nào?", "vi", "Hôm qua Ban Thường Vụ họp.", "vi", []),
        ("BTV họp khi nào?", "vi", "Hôm qua Thường Vụ họp.", "vi", ["BTV"]),
        ("TTK họp khi nào?", "vi", "Hôm qua Tổng Thư ký ASEAN họp.", "vi", []),
        ("TTK họp khi nào?", "vi", "Hôm qua Tổng Bí thư họp.", "vi", ["TTK"]),
        ("BTV họp khi nào?", "vi", "The Lugo Rowing Club met.", "en", ["BTV"]),
        ("When did TBT meet?", "en", "Hôm qua Tổng Bí thư họp.", "vi", []),
    ],
)
def test_initials_of_a_name_of_the_passages_are_not_lost(
    question: str, language: Language, text: str, told: Language, lost: list[str]
) -> None:
    view, _ = read(question, language, text, told=told)
    assert [t.text for t in view.terms if view.lost(t)] == lost
