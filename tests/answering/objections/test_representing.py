"""Who speaks for whom, what is called what, and how somebody feels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.objections.representing import ON_BEHALF, REPRESENTS, uncalled, unfelt, unrepresented, untried
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "asks"),
    [
        ("Who spoke on behalf of the rowers?", "en", True),
        ("Who took the floor for the rowers?", "en", True),
        ("Who pledged help on the young rowers' behalf?", "en", True),
        ("Who signed in the name of the club?", "en", True),
        ("Who spoke about the ferry?", "en", False),
        ("Who represents the rowers?", "en", False),
        ("What is the name of the club?", "en", False),
        ("Ai thay mặt tổ chèo phát biểu?", "vi", True),
        ("Ai nhân danh làng chài ký giấy?", "vi", True),
        ("Người đại diện cho tổ chèo phát biểu là ai?", "vi", True),
        ("Ai là người đại diện cho tổ chèo?", "vi", True),
        ("ai thay mat to cheo phat bieu?", "vi", True),
        ("Con phà đại diện cho điều gì?", "vi", False),
        ("Ai phát biểu về con phà?", "vi", False),
    ],
)
def test_what_asks_who_speaks_for_others(question: str, language: Language, asks: bool) -> None:
    view, _ = read(question, language, "Rain.")
    assert ON_BEHALF.says(view) is asks


@pytest.mark.parametrize(
    ("text", "language", "tells"),
    [
        ("On behalf of the club, Orla wept.", "en", True),
        ("On the old club's behalf Orla wept.", "en", True),
        ("Orla represented the club.", "en", True),
        ("Orla was speaking for the club.", "en", True),
        ("Orla spoke at the club.", "en", False),
        ("The representative wept.", "en", False),
        ("Thay mặt câu lạc bộ, bà Mai cảm ơn.", "vi", True),
        ("Bà Mai đại diện cho câu lạc bộ.", "vi", True),
        ("Bà Mai cảm ơn câu lạc bộ.", "vi", False),
        ("Các đại diện cảm ơn.", "vi", False),
    ],
)
def test_what_tells_who_speaks_for_others(text: str, language: Language, tells: bool) -> None:
    _, (scene,) = read("Orla?", language, text)
    assert REPRESENTS.says(scene.sentence) is tells


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "nobody"),
    [
        ("Who spoke on behalf of the club?", "en", "Orla spoke at the club.", "en", True),
        ("Who spoke on behalf of the club?", "en", "Orla spoke for the club.", "en", False),
        ("Who spoke at the club?", "en", "Orla spoke at the club.", "en", False),
        ("Who spoke on behalf of the club?", "en", "Bà Orla phát biểu.", "vi", True),
        ("Who spoke on behalf of the club?", "en", "Thay mặt câu lạc bộ, bà Orla phát biểu.", "vi", False),
        ("Ai thay mặt câu lạc bộ phát biểu?", "vi", "Bà Mai phát biểu.", "vi", True),
        ("Ai thay mặt câu lạc bộ phát biểu?", "vi", "Bà Mai thay lời câu lạc bộ.", "vi", False),
        ("Ai phát biểu?", "vi", "Bà Mai phát biểu.", "vi", False),
        ("Ai thay mặt câu lạc bộ phát biểu?", "vi", "Mai spoke.", "en", True),
        ("Ai thay mặt câu lạc bộ phát biểu?", "vi", "Mai spoke in the name of the club.", "en", False),
    ],
)
def test_who_speaks_for_whom(question: str, language: Language, text: str, told: Language, nobody: bool) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert unrepresented(view, scene) is nobody


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "nothing"),
    [
        ("What did Orla call the ferry?", "en", "Orla mended the ferry.", "en", True),
        ("How does Orla describe the ferry?", "en", "Orla mended the ferry.", "en", True),
        ("What did Orla call the ferry?", "en", "Orla hailed it: “a wonder”.", "en", False),
        ("How does Orla describe the ferry?", "en", "The ferry is a wonder, she said.", "en", False),
        ("Who called Orla?", "en", "Bruno phoned Orla.", "en", False),
        ("What did Orla mend?", "en", "Orla mended the ferry.", "en", False),
        ("What did Orla call the ferry?", "en", "Orla sửa phà.", "vi", True),
        ("What did Orla call the ferry?", "en", "Orla coi phà như nhà.", "vi", False),
        ("How did Orla describe the current situation?", "en", "Orla spoke of a tense situation.", "en", False),
        ("Bà Mai coi con phà là gì?", "vi", "Bà Mai sửa con phà.", "vi", True),
        ("Bà Mai ví con phà như thế nào?", "vi", "Bà Mai sửa con phà.", "vi", True),
        ("Bà Mai coi con phà là gì?", "vi", "Với bà Mai, con phà là nhà.", "vi", False),
        ("Tên gọi con phà là gì?", "vi", "Bà Mai sửa con phà.", "vi", False),
        ("Bà Mai xem phim gì?", "vi", "Bà Mai sửa con phà.", "vi", False),
        ("ba mai goi con pha la gi?", "vi", "Bà Mai sửa con phà.", "vi", True),
        ("Bà Mai coi con phà là gì?", "vi", "Mai mended the ferry.", "en", True),
        ("Bà Mai coi con phà là gì?", "vi", "Mai called the ferry home.", "en", False),
    ],
)
def test_what_is_called_what(question: str, language: Language, text: str, told: Language, nothing: bool) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert uncalled(view, scene) is nothing


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "cold"),
    [
        ("How did Orla feel about the race?", "en", "Orla rowed the race.", "en", True),
        ("How is Orla feeling?", "en", "Orla rowed home.", "en", True),
        ("How did Orla feel about the race?", "en", "Orla was proud of the race.", "en", False),
        ("How did Orla feel about the race?", "en", "Orla thanked the crew.", "en", False),
        ("How did Orla row?", "en", "Orla rowed the race.", "en", False),
        ("What did Orla feel under the table?", "en", "Orla rowed home.", "en", False),
        ("How did Orla feel about the race?", "en", "Orla chèo thuyền.", "vi", True),
        ("How did Orla feel about the race?", "en", "Orla rất tự hào.", "vi", False),
        ("Bà Mai cảm thấy thế nào về cuộc đua?", "vi", "Bà Mai chèo thuyền.", "vi", True),
        ("Tâm trạng của bà Mai ra sao?", "vi", "Bà Mai chèo thuyền.", "vi", True),
        ("Bà Mai cảm thấy thế nào về cuộc đua?", "vi", "Bà Mai rất xúc động.", "vi", False),
        ("Bà Mai chèo thuyền thế nào?", "vi", "Bà Mai chèo thuyền.", "vi", False),
        ("Vì sao bà Mai cảm thấy mệt?", "vi", "Bà Mai chèo thuyền.", "vi", False),
        ("ba mai cam thay the nao?", "vi", "Bà Mai chèo thuyền.", "vi", True),
        ("Bà Mai cảm thấy thế nào về cuộc đua?", "vi", "Mai rowed.", "en", True),
        ("Bà Mai cảm thấy thế nào về cuộc đua?", "vi", "Mai was delighted.", "en", False),
    ],
)
def test_how_somebody_feels(question: str, language: Language, text: str, told: Language, cold: bool) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert unfelt(view, scene) is cold


@pytest.mark.parametrize(
    ("question", "language", "text", "cold"),
    [
        ("Gặp bà Mai, ông Sơn thấy sao?", "vi", "Ông Sơn gặp bà Mai ở bến.", True),
        ("Gặp bà Mai, ông Sơn thấy sao?", "vi", "Ông Sơn vui mừng gặp bà Mai.", False),
        ("Bài báo cho thấy thế nào về con phà?", "vi", "Con phà bị rò.", False),
    ],
)
def test_how_somebody_finds_it(question: str, language: Language, text: str, cold: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert unfelt(view, scene) is cold


@pytest.mark.parametrize(
    ("question", "language", "text", "untold"),
    [
        ("Has any mayor ever rowed to Lugo?", "en", "The mayor rowed to Lugo on Monday.", True),
        ("Has any mayor ever rowed to Lugo?", "en", "It was the first time a mayor rowed to Lugo.", False),
        ("Was this the first race, or the second?", "en", "The mayor rowed to Lugo on Monday.", False),
        ("Trước giờ có thị trưởng nào đến Lugo chưa?", "vi", "Hôm qua thị trưởng đến Lugo.", True),
        ("Trước giờ có thị trưởng nào đến Lugo chưa?", "vi", "Lần đầu tiên một thị trưởng đến Lugo.", False),
        ("Bà Mai có khen các thị trưởng trước đây không?", "vi", "Bà Mai khen các thị trưởng.", False),
    ],
)
def test_whether_it_ever_was(question: str, language: Language, text: str, untold: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert untried(view, scene) is untold


@given(st.text(max_size=60), st.sampled_from(["en", "vi"]))
def test_no_question_is_too_short_or_too_odd(question: str, language: Language) -> None:
    view, (scene,) = read(question, language, "On behalf of the club, Orla said that she was glad.", told="en")
    assert not any(says(view, scene) for says in (unrepresented, uncalled, unfelt))
