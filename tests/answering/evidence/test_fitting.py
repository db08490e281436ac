import pytest

from bot.answering.evidence.fitting import fit, fresh, measured
from bot.models import Language
from tests.answering.conftest import read


def fits(question: str, asks: Language, text: str, told: Language | None = None) -> float:
    view, (scene,) = read(question, asks, text, told=told)
    return fit(view, scene.sentence, fresh(view, scene.sentence))


@pytest.mark.parametrize(
    ("question", "language", "text", "titled"),
    [
        ("What position does Ida Moss hold?", "en", "Mayor Ida Moss cut the ribbon.", 1.0),
        ("What position does Ida Moss hold?", "en", "Ida Moss, who is the director of the mill, left.", 1.0),
        ("What position does Ida Moss hold?", "en", "Ida Moss cut the ribbon.", 0.0),
        (
            "What position does Ida Moss hold?",
            "en",
            "Ida Moss cut the long red ribbon of the mill before the mayor.",
            0.0,
        ),
        ("What position does Ida Moss hold?", "en", "Mayor Tom Reed cut the ribbon.", 0.0),
        ("Bà Trần Ý giữ chức vụ gì?", "vi", "Giám đốc Trần Ý cắt băng.", 1.0),
        ("Bà Trần Ý giữ chức vụ gì?", "vi", "Bà Trần Ý, hiệu trưởng trường làng, cắt băng.", 1.0),
        ("Bà Trần Ý giữ chức vụ gì?", "vi", "Bà Trần Ý cắt băng.", 0.0),
        ("Bà Trần Ý giữ chức vụ gì?", "vi", "Giám đốc Lê Sơn cắt băng.", 0.0),
    ],
)
def test_an_office_stands_beside_the_name(question: str, language: Language, text: str, titled: float) -> None:
    view, (scene,) = read(question, language, text)
    assert fits(question, language, text) == measured(view, scene.sentence) == titled


def test_an_office_in_the_other_language() -> None:
    question = "What position does Ida Moss hold?"
    assert fits(question, "en", "Thị trưởng, tức chủ tịch Ida Moss cắt băng.", "vi") == 1.0
    assert fits(question, "en", "Bà Ida Moss cắt băng.", "vi") == 0.0


@pytest.mark.parametrize(
    ("question", "language", "text", "dated"),
    [
        ("On what date did the mill open?", "en", "The mill opened on 9 May.", 1.0),
        ("On what date did the mill open?", "en", "The mill opened on May 9th.", 1.0),
        ("On what date did the mill open?", "en", "Xưởng mở ngày 9/5.", 1.0),
        ("On what date did the mill open?", "en", "The mill opened on Friday.", 0.0),
        ("On what date did the mill open?", "en", "The mill opened in 1962.", 0.0),
        ("On what date did the mill open?", "en", "The mill opened.", 0.0),
        ("In which month did the mill open?", "en", "The mill opened on 9 May.", 1.0),
        ("In which month did the mill open?", "en", "Xưởng mở ngày 9/5.", 1.0),
        ("In which month did the mill open?", "en", "The mill opened on Monday.", 0.0),
        ("In which month did the mill open?", "en", "The mill may open on Monday.", 0.0),
        ("Xưởng mở cửa tháng nào?", "vi", "Xưởng mở cửa tháng 5.", 1.0),
        ("Xưởng mở cửa tháng nào?", "vi", "Xưởng mở cửa năm 1962.", 0.0),
        ("Xưởng mở cửa ngày nào?", "vi", "Xưởng mở cửa ngày 9/5.", 1.0),
        ("Xưởng mở cửa ngày nào?", "vi", "Xưởng mở cửa hôm qua.", 1.0),
        ("Xưởng mở cửa ngày nào?", "vi", "Xưởng mở cửa năm 1962.", 0.0),
    ],
)
def test_a_day_of_the_month(question: str, language: Language, text: str, dated: float) -> None:
    view, (scene,) = read(question, language, text, told="vi" if text.startswith("Xưởng") else "en")
    assert measured(view, scene.sentence) == dated


@pytest.mark.parametrize(
    ("question", "language", "text", "scored"),
    [
        ("What was the score of the final?", "en", "Ferrol won the final 3-1.", 1.0),
        ("What was the score of the final?", "en", "Ferrol beat Lugo 2 to 0.", 1.0),
        ("What was the score of the final?", "en", "The final was a goalless draw.", 1.0),
        ("What was the score of the final?", "en", "Ferrol won the final before 900 people.", 0.0),
        ("Tỷ số trận chung kết là bao nhiêu?", "vi", "Vinh thắng trận chung kết 3–1.", 1.0),
        ("Tỉ số trận chung kết là bao nhiêu?", "vi", "Hai đội hòa trong trận chung kết.", 1.0),
        ("Tỷ số trận chung kết là bao nhiêu?", "vi", "Vinh thắng trận chung kết trước 900 người.", 0.0),
        ("Tỷ số trận chung kết là bao nhiêu?", "vi", "Vinh thắng trận chung kết.", 0.0),
        ("Tỷ số trận chung kết là bao nhiêu?", "vi", "Trận chung kết đá ở Hòa Bình.", 0.0),
    ],
)
def test_a_score(question: str, language: Language, text: str, scored: float) -> None:
    view, (scene,) = read(question, language, text)
    assert view.asked.measure == "score"
    assert measured(view, scene.sentence) == scored


@pytest.mark.parametrize(
    ("question", "text", "priced"),
    [
        ("Vé phà bao nhiêu tiền?", "Vé phà giá 40.000đ.", 1.0),
        ("Vé phà bao nhiêu tiền?", "Vé phà giá 40k.", 1.0),
        ("Vé phà bao nhiêu tiền?", "Vé phà giá 40 nghìn đồng.", 1.0),
        ("Vé phà bao nhiêu tiền?", "Vé phà in 40 đường kẻ.", 0.0),
        ("Vé phà bao nhiêu tiền?", "Phà chạy 40 km.", 0.0),
        ("Vé phà bao nhiêu tiền?", "Vé phà có 40 tờ.", 0.0),
    ],
)
def test_a_sum_of_money(question: str, text: str, priced: float) -> None:
    view, (scene,) = read(question, "vi", text)
    assert view.asked.measure == "money"
    assert measured(view, scene.sentence) == priced
