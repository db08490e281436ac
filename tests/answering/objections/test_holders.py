import pytest

from bot.answering.objections.holders import holder_missing, holds_office, is_title, office, title_unsaid
from bot.models import Language
from tests.answering.conftest import read

STEMS = {"en": "mayor", "vi": "thị trưởng"}


@pytest.mark.parametrize(
    ("question", "language", "title"),
    [
        ("Who is the mayor of Lugo?", "en", "mayor"),
        ("Who was the deputy mayor?", "en", "deputi mayor"),
        ("Who holds the post of mayor in Lugo?", "en", "mayor"),
        ("Who held the office of harbour master?", "en", "harbour master"),
        ("Who serves as mayor of Lugo?", "en", "mayor"),
        ("Who acted as the mayor of Lugo?", "en", "mayor"),
        ("Ai là thị trưởng Lugo?", "vi", "thị trưởng"),
        ("Thị trưởng Lugo là ai?", "vi", "thị trưởng"),
        ("Ai là thị trưởng?", "vi", "thị trưởng"),
        ("Ai là thị trưởng của Lugo?", "vi", "thị trưởng"),
        ("Ai là thị trưởng ở Lugo?", "vi", "thị trưởng"),
        ("Ai đang làm thị trưởng tại thành phố Lugo?", "vi", "thị trưởng"),
        ("Ai là thị trưởng kiêm thuyền trưởng?", "vi", "thị trưởng"),
        ("Ai là thị trưởng mặc áo xanh?", "vi", ""),
        ("Ai là thị trưởng đến bằng phà?", "vi", ""),
        ("Ai là người sửa phà?", "vi", ""),
        ("Who is Lugo's harbour master?", "en", "harbour master"),
        ("Who is Orla Quinn's permanent envoy to Lugo?", "en", "perman envoy"),
        ("Who was assigned to mend the ferry?", "en", ""),
        ("Who was there to greet the ferry?", "en", ""),
        ("Ai giữ chức thị trưởng Lugo?", "vi", "thị trưởng"),
        ("Ai đang đảm nhiệm cương vị thị trưởng?", "vi", "thị trưởng"),
        ("Ai hiện nắm giữ chức vụ Tổng Thư ký ASEAN?", "vi", "tổng thư ký"),
        ("Phó Thống đốc Ngân hàng Nhà nước là ai?", "vi", "phó thống đốc"),
        ("Who is Lugo's mayor?", "en", "mayor"),
        ("Who was ASEAN's Secretary-General?", "en", "secretari general"),
        ("Who is the Prime Minister?", "en", "prime minist"),
        ("Who is Prime Minister Orla Quinn?", "en", ""),
        ("Who is Ferrol’s harbour master?", "en", "harbour master"),
        ("Who holds the post of Secretary General?", "en", "secretari general"),
        ("Who serves as Harbour Master?", "en", "harbour master"),
        ("Who is Lugo's Orla Quinn?", "en", ""),
        ("Who is Harbour Master?", "en", ""),
        ("Who is Orla Quinn?", "en", ""),
        ("Who mended the ferry?", "en", ""),
        ("Who serves soup?", "en", ""),
        ("When did the mayor of Lugo resign?", "en", ""),
        ("Ai sửa phà?", "vi", ""),
        ("Ai giữ chìa khóa phà ở bến Vinh Hòa?", "vi", ""),
    ],
)
def test_the_office_whose_holder_is_asked_for(question: str, language: Language, title: str) -> None:
    view, _ = read(question, language, "Orla rowed.", told="en")
    own, *_ = (*office(view), ())
    assert " ".join(own) == title


@pytest.mark.parametrize(
    ("question", "language", "text", "named"),
    [
        ("Who holds the post of mayor?", "en", "The mayor, Orla Quinn, left.", True),
        ("Who serves as mayor of Lugo?", "en", "Orla Quinn is mayor of Lugo.", True),
        ("Who serves as mayor of Lugo?", "en", "Mayor Orla left.", True),
        ("Ai giữ chức thị trưởng?", "vi", "Thị trưởng Trần Sơn rời bến.", True),
        ("Ai là người giữ chức thị trưởng?", "vi", "Thị trưởng rời bến.", False),
        ("Who holds the post of mayor?", "en", "The mayor left.", False),
        ("Who holds the post of mayor?", "en", "The deputy mayor Orla Quinn left.", False),
        ("Who holds the post of mayor?", "en", "The former mayor, Orla Quinn, left.", False),
        ("Who serves as mayor of Lugo?", "en", "The mayor of Lugo left.", False),
        ("Who serves as mayor of Lugo?", "en", "The Council of Mayors (COM), Orla said, met.", False),
        ("Who serves as mayor of Lugo?", "en", "Mayors Orla Quinn and Ida Moss met.", True),
        ("Who is the minister?", "en", "The minister of the EEC (UK), Lugo, met.", False),
        ("Who is the current mayor?", "en", "The mayor Orla Quinn left.", True),
        ("Who is currently the mayor?", "en", "The mayor Orla Quinn left.", True),
        ("Who is the incumbent mayor?", "en", "The mayor left.", False),
        ("Ai giữ chức thị trưởng?", "vi", "Phó thị trưởng Trần Sơn rời bến.", False),
        ("Ai giữ chức thị trưởng?", "vi", "Các thị trưởng Trần Sơn gặp rời bến.", False),
        ("Ai giữ chức thư ký?", "vi", "Ban Thư ký Trần Sơn rời bến.", False),
        ("Ai giữ chức thị trưởng?", "vi", "Cựu thị trưởng Trần Sơn rời bến.", False),
        ("Who is the mayor?", "en", "The mayor, Envoy of Lugo, left.", False),
    ],
)
def test_the_holder_is_named_beside_the_title(question: str, language: Language, text: str, named: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert holds_office(office(view), view, scene.sentence) is named


@pytest.mark.parametrize(
    ("question", "language", "text", "named"),
    [
        ("Who serves as minister?", "en", "The minister of the United Kingdom left.", False),
        ("Who serves as minister?", "en", "The minister of New Zealand left.", False),
        ("Who serves as minister?", "en", "The minister of New Zealand, Orla Quinn, left.", True),
        ("Ai giữ chức bộ trưởng?", "vi", "Hôm qua bộ trưởng nước Hàn Quốc rời bến.", False),
        ("Ai giữ chức bộ trưởng?", "vi", "Hôm qua bộ trưởng nước Nhật Bản rời bến.", False),
        ("Ai giữ chức bộ trưởng?", "vi", "Hôm qua bộ trưởng nước Hàn Quốc Pak Jun Seo rời bến.", True),
    ],
)
def test_a_country_holds_no_office(question: str, language: Language, text: str, named: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert holds_office(office(view), view, scene.sentence) is named


def test_a_deputy_that_is_asked_for() -> None:
    view, (scene,) = read("Who is the deputy mayor?", "en", "Deputy mayor Orla Quinn left.")
    assert holds_office(office(view), view, scene.sentence)
    view, (scene,) = read("Ai giữ chức phó thị trưởng?", "vi", "Phó thị trưởng Trần Sơn rời bến.")
    assert holds_office(office(view), view, scene.sentence)


def test_the_holder_across_languages() -> None:
    for text, named in (("Bộ trưởng Trần Sơn rời bến.", True), ("Bộ trưởng rời bến.", False)):
        view, (scene,) = read("Who serves as minister?", "en", text, told="vi")
        assert holds_office(office(view), view, scene.sentence) is named
    for text, named in (("The minister, Trần Sơn, left.", True), ("The minister left.", False)):
        view, (scene,) = read("Ai giữ chức bộ trưởng?", "vi", text, told="en")
        assert holds_office(office(view), view, scene.sentence) is named


@pytest.mark.parametrize(
    ("question", "language", "text", "missing", "unsaid"),
    [
        ("Who serves as mayor?", "en", "The mayor left.", True, False),
        ("Who serves as mayor?", "en", "The ferry left.", True, True),
        ("Who serves as mayor?", "en", "Mayor Orla Quinn left.", False, False),
        ("Who serves as mayor?", "en", "She became mayor.", False, False),
        ("Who mended the ferry?", "en", "The mayor left.", False, False),
        ("Ai giữ chức thị trưởng?", "vi", "Thị trưởng rời bến.", True, False),
        ("Ai giữ chức thị trưởng?", "vi", "Con phà rời bến.", True, True),
        ("Ai giữ chức thị trưởng?", "vi", "Bà nhậm chức thị trưởng.", False, False),
    ],
)
def test_no_holder_or_no_such_title(question: str, language: Language, text: str, missing: bool, unsaid: bool) -> None:
    view, (scene,) = read(question, language, text)
    title = office(view)
    assert holder_missing(title, view, scene) is missing
    assert bool(title and title_unsaid(title, view, scene)) is unsaid


@pytest.mark.parametrize(
    ("question", "language", "known"),
    [
        ("Who is the mayor of Lugo?", "en", True),
        ("Who is the permanent representative of Lugo?", "en", True),
        ("Who is the winner of the race?", "en", False),
        ("Bộ trưởng Tài chính là ai?", "vi", True),
        ("Người bị thương là ai?", "vi", False),
    ],
)
def test_titles_of_offices(question: str, language: Language, known: bool) -> None:
    view, _ = read(question, language, "Orla rowed.", told="en")
    assert is_title(office(view)[0], language) is known


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Đại sứ Malaysia phát biểu.", True),
        ("Lugo mời Đại sứ các nước, ông Sơn nói.", True),
        ("Đại sứ Quinn phát biểu.", False),
        ("Đại sứ Malaysia Orla Quinn phát biểu.", False),
    ],
)
def test_a_land_and_several_people_are_no_holder(text: str, missing: bool) -> None:
    view, (scene,) = read("Đại sứ tại Lugo là ai?", "vi", text)
    assert holder_missing(office(view), view, scene) is missing


def test_the_last_word_of_a_title_must_be_said() -> None:
    for text, unsaid in (
        ("The main rowing club parades.", True),
        ("The main sponsor of the rowing club parades.", False),
    ):
        view, (scene,) = read("Who is the main rowing club sponsor?", "en", text)
        assert title_unsaid(office(view), view, scene) is unsaid
