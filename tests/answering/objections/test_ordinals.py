import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.objections.ordinals import rank_unsaid, ranked_otherwise, ranks, ranks_another
from bot.language.words.normalise import words
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("The second ferry and the 11th ferry sank.", "en", {2, 11}),
        ("On the fourth day it rained.", "en", {4}),
        ("The 21st runner fell.", "en", {21}),
        ("The twenty-first runner was third-oldest.", "en", {3}),
        ("It was the first time in the 20th century.", "en", set()),
        ("She sold four per second.", "en", set()),
        ("On May 2nd, the 5th of June and 9th Sept. she won the third prize.", "en", {3}),
        ("She was the 5th mayor.", "en", {5}),
        ("The First Lady kept her 70th birthday quiet.", "en", set()),
        ("Chuyến phà thứ hai và thứ 11 bị chìm.", "vi", {2, 11}),
        ("Người đầu tiên về đích là Hà.", "vi", {1}),
        ("Vận động viên thứ tư bỏ cuộc.", "vi", {4}),
        ("Chợ họp vào thứ bảy.", "vi", set()),
        ("Thứ Tư, chợ họp lần thứ hai.", "vi", {2}),
        ("Đây là lần đầu tiên từ thế kỷ thứ mười.", "vi", set()),
        ("Bốn chiếc phà rời bến.", "vi", set()),
    ],
)
def test_the_places_that_a_text_names(text: str, language: Language, places: set[int]) -> None:
    assert ranks(text, language) == places


PIECES = sorted(words("the first 2nd ٣rd thứ đầu tiên nhất 12 hai -"))


@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_no_text_is_too_odd(text: str) -> None:
    for language in ("en", "vi"):
        assert all(place >= 0 for place in ranks(text, language))


@pytest.mark.parametrize(
    ("question", "language", "text", "otherwise"),
    [
        ("Who crossed the second bridge?", "en", "Hana crossed the first bridge.", True),
        ("Who came third?", "en", "Hana came second.", True),
        ("What did the 5th visitor win?", "en", "The fourth visitor won a lamp.", True),
        ("Ai mua căn nhà thứ ba?", "vi", "Bà Hoa mua căn nhà thứ nhất.", True),
        ("Ai là người đầu tiên về đích?", "vi", "Hà là người thứ hai về đích.", True),
        ("Cây cầu thứ tư dài bao nhiêu?", "vi", "Cây cầu thứ năm dài 40 mét.", True),
        ("Who crossed the second bridge?", "en", "Hana crossed the 2nd bridge.", False),
        ("Who crossed the second bridge?", "en", "Hana crossed the bridge.", False),
        ("Who crossed the bridge?", "en", "Hana crossed the first bridge.", False),
        ("Did Hana cross the second bridge?", "en", "Hana crossed the first bridge.", False),
        ("Who crossed the second bridge?", "en", "The first bridge fell. The second one Hana crossed.", False),
        ("Ai mua căn nhà thứ ba?", "vi", "Bà Hoa mua căn nhà thứ 3.", False),
        ("Ai mua căn nhà thứ ba?", "vi", "Bà Hoa mua căn nhà.", False),
        ("Có phải Hà về đích thứ hai không?", "vi", "Hà về đích đầu tiên.", False),
    ],
)  # fmt: skip
def test_another_rank_than_asked_for(question: str, language: Language, text: str, otherwise: bool) -> None:
    view, found = read(question, language, text)
    assert ranked_otherwise(view, found[0]) is otherwise


def test_a_rank_is_the_same_across_languages() -> None:
    for text, otherwise in (("Hana crossed the third bridge.", False), ("Hana crossed the first bridge.", True)):
        view, (scene,) = read("Ai qua cây cầu thứ ba?", "vi", text, told="en")
        assert ranked_otherwise(view, scene) is otherwise


@pytest.mark.parametrize(
    ("question", "language", "text", "unsaid"),
    [
        ("Who was the first mayor of Lugo?", "en", "Orla is mayor of Lugo.", True),
        ("Who was the first mayor of Lugo?", "en", "Orla was the first mayor.", False),
        ("Who was the first mayor of Lugo?", "en", "Orla paid her first visit to the mayor.", True),
        ("Who was the first mayor of Lugo?", "en", "Orla was the founding mayor.", False),
        ("Who was the first mayor of Lugo?", "en", "Orla left. She was the first to lead Lugo.", False),
        ("Who was the third mayor of Lugo?", "en", "Orla is mayor of Lugo.", True),
        ("Who was the third mayor of Lugo?", "en", "Orla was third in the long line of mayors.", False),
        ("Who first painted boats?", "en", "Orla painted boats.", False),
        ("When did the first ferry sail?", "en", "The ferry sailed in May.", False),
        ("first mayor of Lugo", "en", "Orla is mayor of Lugo.", False),
        ("Thị trưởng đầu tiên là ai?", "vi", "Bà Mai là thị trưởng.", True),
        ("Thị trưởng đầu tiên là ai?", "vi", "Bà Mai là thị trưởng đầu tiên.", False),
        ("Thị trưởng đầu tiên là ai?", "vi", "Bà Mai gặp thị trưởng trong chuyến đi lần đầu tiên.", True),
        ("Thị trưởng thứ hai là ai?", "vi", "Bà Mai là thị trưởng.", True),
    ],
)
def test_what_is_ranked_so(question: str, language: Language, text: str, unsaid: bool) -> None:
    view, found = read(question, language, text)
    assert rank_unsaid(view, found[0]) is unsaid


def test_a_rank_in_the_other_language() -> None:
    for text, unsaid in (("Bà Mai là thị trưởng.", True), ("Bà Mai là thị trưởng đầu tiên.", False)):
        view, (scene,) = read("Who was the first mayor?", "en", text, told="vi")
        assert rank_unsaid(view, scene) is unsaid
    for text, unsaid in (("Mai is mayor.", True), ("Mai was the first mayor.", False)):
        view, (scene,) = read("Thị trưởng đầu tiên là ai?", "vi", text, told="en")
        assert rank_unsaid(view, scene) is unsaid


@pytest.mark.parametrize(
    ("question", "text", "told", "another"),
    [
        (
            "Lào là thành viên thứ mấy của câu lạc bộ?",
            "The boat is the seventh from Laos in a row of boats built by the club's old members.",
            "en",
            True,
        ),
        ("Lào là thành viên thứ mấy của câu lạc bộ?", "Laos became the seventh member of the club.", "en", False),
        ("Lào là thành viên thứ mấy?", "Lào là thành viên thứ bảy của câu lạc bộ.", "vi", False),
        ("Lào là thành viên thứ mấy?", "Lào và các thành viên đã đóng chiếc thuyền gỗ lớn thứ bảy.", "vi", True),
        ("Sân bay Lugo đứng thứ mấy?", "Sân bay Lugo, nơi có nhiều thuyền và cầu cảng, xếp thứ bảy.", "vi", False),
        ("Lào là thành viên thứ mấy?", "Lào có bảy thành viên.", "vi", False),
        ("Thành viên nào đến thứ bảy?", "Thành viên đến hôm qua.", "vi", False),
    ],
)
def test_a_rank_is_of_what_is_asked_about(question: str, text: str, told: Language, another: bool) -> None:
    view, (scene,) = read(question, "vi", text, told=told)
    assert ranks_another(view, scene) is another


@pytest.mark.parametrize(
    ("question", "language", "text", "unsaid"),
    [
        ("When was the mayor's second visit?", "en", "The mayor visited the mill on May 5.", True),
        ("When was the mayor's second visit?", "en", "A second visit followed on May 9.", False),
        ("When was the mayor's second visit?", "en", "He came 2 times, on May 5 and May 9.", False),
        ("Chuyến thăm lần thứ hai là khi nào?", "vi", "Chuyến thăm lần đầu tiên diễn ra ngày 5/5.", True),
        ("Chuyến thăm lần thứ hai là khi nào?", "vi", "Chuyến thăm lần thứ hai diễn ra ngày 9/5.", False),
        ("When did the Second World War end?", "en", "The war ended in May 1945.", False),
        ("When was the first visit?", "en", "The mayor visited the mill on May 5.", False),
    ],
)
def test_when_something_was_done_again_is_told_where_it_is_counted(
    question: str, language: Language, text: str, unsaid: bool
) -> None:
    view, (scene,) = read(question, language, text)
    assert rank_unsaid(view, scene) is unsaid
