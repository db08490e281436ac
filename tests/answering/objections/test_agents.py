import pytest

from bot.answering.objections.agents import done_by_another
from bot.models import Language
from tests.answering.conftest import read


def another(question: str, asks: Language, *texts: str, told: Language | None = None) -> bool:
    """Whether the last sentence of an article says of somebody else what is asked."""
    view, found = read(question, asks, *texts, told=told)
    return done_by_another(view, found[-1], found)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("What did Orla paint?", "en", "On Monday Bruno painted a gate."),
        ("Where did the ambassador of Peru travel?", "en", "Governor Bruno Vidal travelled to Lima."),
        ("Why has Orla resigned?", "en", "The trainer Bruno has also resigned."),
        ("Bà Thủy đã khai trương gì?", "vi", "Sáng qua ông Khôi đã khai trương nhà sách."),
        ("Ông Sơn sẽ trồng cây ở đâu?", "vi", "Cô Nhung sẽ trồng cây ở Huế."),
        ("Công ty Hải Âu đã xây gì?", "vi", "Năm ngoái Công ty Bạch Mã đã xây cầu."),
    ],
)
def test_somebody_else_did_it(question: str, language: Language, text: str) -> None:
    assert another(question, language, text)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("What did Orla paint?", "en", "On Monday Orla painted a gate."),
        ("What did Orla paint?", "en", "The painter Orla Quinn painted a gate."),
        ("What did Orla paint?", "en", "She painted a gate."),
        ("What did Orla Quinn Rohe paint?", "en", "Bruno painted a gate, and Orla van Quinn der Rohe another."),
        ("Who painted the gate?", "en", "On Monday Bruno painted a gate."),
        ("What did the painter show?", "en", "On Monday Bruno showed a gate."),
        ("Bà Thủy đã khai trương gì?", "vi", "Sáng qua bà Lê Thủy đã khai trương nhà sách."),
        ("Bà Thủy đã khai trương gì?", "vi", "Sáng qua bà đã khai trương nhà sách."),
        ("Ai đã khai trương nhà sách?", "vi", "Sáng qua ông Khôi đã khai trương nhà sách."),
    ],
)
def test_the_one_asked_about_did_it_or_it_is_open(question: str, language: Language, text: str) -> None:
    assert not another(question, language, text)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("What did Orla paint?", "en", "The gate of Bruno was painted by Orla."),
        ("Whom did Orla welcome?", "en", "Bruno was warmly welcomed by Orla."),
        ("What did Orla paint?", "en", "Asked by Bruno, painted signs were hung."),
        ("What did Orla paint?", "en", "In Lugo painted gates are common."),
        ("Ông Sơn đã trao quà cho ai?", "vi", "Quà được trao tại Huế."),
    ],
)
def test_a_passive_or_a_mark_before_the_verb_leaves_it_open(question: str, language: Language, text: str) -> None:
    assert not another(question, language, text)


@pytest.mark.parametrize(
    ("question", "language", "text", "other"),
    [
        ("Lào hứa sẽ làm gì cho làng?", "vi", "Đại sứ Malaysia hứa sửa phà của làng.", True),
        ("Lào cam kết sẽ tiếp tục làm gì?", "vi", "Trưởng Phái đoàn Malaysia cam kết tiếp tục sửa phà.", True),
        ("Indonesia sẽ xây gì?", "vi", "Malaysia cam kết sẽ xây một cây cầu.", True),
        ("What will Indonesia build?", "en", "Malaysia pledged to build a bridge.", False),
        ("What did Indonesia build?", "en", "Malaysia built a bridge.", True),
        ("Lào hứa sẽ làm gì cho làng?", "vi", "Bộ trưởng Mai hứa sửa phà của làng.", False),
        ("Lào hứa sẽ làm gì cho làng?", "vi", "Đại sứ Lào hứa sửa phà của làng.", False),
        ("Đại sứ Malaysia hứa sẽ làm gì?", "vi", "Trưởng Phái đoàn Malaysia hứa sửa phà.", False),
        ("Lào đã tặng làng bao nhiêu bức tranh?", "vi", "Bà Trần Mai đã tặng làng một bức tranh.", True),
        ("Quà của Lào tặng làng là gì?", "vi", "Bà Trần Mai đã tặng làng một bức tranh.", False),
    ],
)
def test_what_a_land_does_is_not_what_another_land_does(
    question: str, language: Language, text: str, other: bool
) -> None:
    assert another(question, language, text) is other


def test_a_pledge_between_doer_and_verb() -> None:
    assert another("What will Orla paint?", "en", "Bruno then promised and painted a gate.")
    assert another("Ông Sơn sẽ trồng gì?", "vi", "Ông Khôi hứa sẽ trồng một cây.")
    assert not another("Ông Sơn sẽ trồng gì?", "vi", "Ông Sơn hứa sẽ trồng một cây.")


def test_two_verbs_of_one_who_does_them() -> None:
    assert another("What did Orla paint?", "en", "Bruno bought a house and painted a gate.")
    assert another("Ông Sơn đã trồng gì?", "vi", "Sáng qua ông Khôi đã đến trường và đã trồng một cây.")
    assert not another("What did Orla paint?", "en", "Orla bought a house and painted a gate.")
    assert not another("Ông Sơn đã trồng gì?", "vi", "Sáng qua ông Sơn đã đến trường và đã trồng một cây.")


def test_one_breath_calls_somebody_by_two_names() -> None:
    said = "The novelist Orla, whom we call by her name Orla Quinn, lives here.", "On Monday Quinn painted a gate."
    assert another("What did Orla paint?", "en", said[1])
    assert not another("What did Orla paint?", "en", *said)
    told = "Chủ tịch xã Trần Văn Sơn tiếp dân.", "Sáng qua ông Sơn đã trồng một cây."
    assert not another("Chủ tịch xã đã trồng gì?", "vi", *told)
    assert not another("Chủ tịch xã Trần Văn Sơn đã trồng gì?", "vi", *told)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("When did Orla marry Bruno?", "en", "Bruno married Orla in May."),
        ("When did Mara paint the gate?", "en", "On Monday Mara and Orla painted the gate."),
        ("When did Mara paint the gate?", "en", "On Monday Mara Quinn, with Orla, painted the gate."),
        ("Ông Sơn đã gặp cô Nhung ở đâu?", "vi", "Cô Nhung đã gặp ông Sơn ở Huế."),
        ("Ông Sơn đã trồng cây ở đâu?", "vi", "Ông Sơn và cô Nhung đã trồng cây ở Huế."),
    ],
)
def test_two_who_do_it_together_or_to_each_other(question: str, language: Language, text: str) -> None:
    assert not another(question, language, text)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("When did Vietnam sign the pact?", "en", "Việt Nam signed the pact in May."),
        ("When did Việt Nam sign the pact?", "en", "Vietnam signed the pact in May."),
        ("When did the Lugo Rowing Club sell its pier?", "en", "The LRC sold its pier in May."),
        ("When did the LRC sell its pier?", "en", "The Lugo Rowing Club sold its pier in May."),
        ("Liên hợp quốc đã thông qua gì?", "vi", "Hôm qua LHQ đã thông qua hiệp ước."),
    ],
)
def test_one_name_in_two_spellings(question: str, language: Language, text: str) -> None:
    assert not another(question, language, text)


def test_a_noun_that_says_with_a_light_verb_what_is_done() -> None:
    assert another("What pledge did Orla make?", "en", "On Monday Bruno pledged a gate.")
    assert not another("What pledge did Orla make?", "en", "On Monday Orla pledged a gate.")


def test_a_plain_word_before_a_name_is_no_part_of_it_in_the_other_language() -> None:
    text = "Sáng qua ông Bruno đã xây Câu lạc bộ Orla Quinn."
    assert not another("What did the strong Orla Quinn build?", "en", text, told="vi")


def test_across_languages() -> None:
    assert another("What did Orla plant?", "en", "Sáng qua Bruno đã trồng một cây.", told="vi")
    assert another("Ông Sơn đã trồng gì?", "vi", "On Monday Bruno planted a tree.", told="en")
    assert not another("What did Orla plant?", "en", "Sáng qua Orla đã trồng một cây.", told="vi")
    assert not another("Ông Sơn đã trồng gì?", "vi", "On Monday Sơn planted a tree.", told="en")
    assert not another("Who planted a tree?", "en", "Sáng qua Bruno đã trồng một cây.", told="vi")


@pytest.mark.parametrize(
    ("question", "language", "text", "other"),
    [
        ("In May, Mai đã trồng gì?", "vi", "Sáng qua ông Khôi đã trồng một cây.", True),
        ("Sau khi ông Sơn rời Huế, bà Thủy đã khai trương gì?", "vi", "Bà Thủy đã khai trương nhà sách.", False),
        (
            "Sau khi bà Thủy rời Huế, ông Sơn đã khai trương gì?",
            "vi",
            "Sáng qua bà Thủy đã khai trương nhà sách.",
            True,
        ),
        ("Khi đến Huế, họ đã khai trương gì?", "vi", "Sáng qua bà Thủy đã khai trương nhà sách.", False),
    ],
)
def test_a_comma_sets_the_clause_of_the_one_who_does_it_apart(
    question: str, language: Language, text: str, other: bool
) -> None:
    assert another(question, language, text) is other


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("What did Orla buy?", "On Monday Bruno purchased a gate.", True),
        ("What did Orla buy?", "On Monday Orla purchased a gate.", False),
        ("What did Orla buy?", "On Monday Bruno painted a gate.", False),
        ("What did Orla fix?", "On Monday Bruno repaired a gate.", True),
    ],
)
def test_a_verb_of_the_same_meaning(question: str, text: str, other: bool) -> None:
    assert another(question, "en", text) is other


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("What did Orla paint?", "en", "Along with Bruno painted gates hang."),
        ("What did Orla paint?", "en", "A son of Bruno painted a gate."),
        ("Ông Sơn đã trồng gì?", "vi", "Con trai của Khôi đã trồng một cây."),
    ],
)
def test_a_name_behind_a_preposition_is_no_doer(question: str, language: Language, text: str) -> None:
    assert not another(question, language, text)


@pytest.mark.parametrize(
    ("question", "language", "text", "other"),
    [
        ("Tổng Thư ký Hội Phà tặng quà gì?", "vi", "Bí thư Trần Sơn đã tặng tranh.", True),
        ("Ông Quảng trồng cây gì?", "vi", "Ông Sơn đã trồng cây.", True),
        ("Ông Quảng trồng cây gì?", "vi", "Ông Quảng đã trồng cây.", False),
        ("Việt Nam tặng gì?", "vi", "Ông Sơn đã tặng tranh.", False),
        ("Bộ sưu tập của Hội Phà do ai tặng?", "vi", "Ông Sơn đã tặng tranh.", False),
        ("What did the Secretary-General plant?", "en", "General Secretary Orla planted a tree.", True),
        ("What did the General Secretary plant?", "en", "General Secretary Orla planted a tree.", False),
    ],
)
def test_a_title_turned_round_and_a_verb_without_a_marker(
    question: str, language: Language, text: str, other: bool
) -> None:
    view, found = read(question, language, text)
    assert done_by_another(view, found[0], found) is other
