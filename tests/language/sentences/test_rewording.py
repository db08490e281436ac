import pytest

from bot.language.sentences.courtesies import plain_question
from bot.language.sentences.rewording import reworded

ENGLISH = [
    ("What present did Rose leave with the museum?", "what gift did Rose present to the museum?"),
    ("Which gifts has the mayor brought along for the twin town?", "what gift has the mayor present to the twin town?"),
    ("What kind of souvenir did the guests bring?", "what gift did the guests present?"),
    ("What did Rose leave behind at the palace as a keepsake?", "what did Rose give at the palace as a keepsake?"),
    ("How long has Peru been a member of OPEC?", "when did Peru accede to OPEC?"),
    ("How long has Peru been in the OPEC?", "How long has Peru been in the OPEC?"),
    ("Which country does Lugo belong to?", "in which country is Lugo?"),
    ("Who did the judge have kind words for?", "Who did the judge praise?"),
    ("Which players got praise from the coach?", "Which players were praised by the coach?"),
    ("Why must the union stick together?", "Why must the union be united?"),
    ("What should cooperation between two member states serve?", "What should bilateral cooperation between member states serve?"),
    ("How does the coach rate his keeper?", "what does the coach say about his keeper?"),
    ("How did the minister sum up what Finland has done for the region?",
     "what did the minister say about Finland's contributions to the region?"),
    ("Which birthday is the club celebrating?", "Which anniversary is the club celebrating?"),
    ("How many works does the collection of the king comprise?", "how many works are in the collection of the king?"),
    ("What gift and memento did the guests leave at the palace?", "what gift did the guests present at the palace?"),
    ("Which two anniversaries fall around the time of the trip?", "Which two anniversaries does the trip mark?"),
    ("Which anniversaries fall this year?", "Which anniversaries are marked this year?"),
    ("How does she see the present economic situation?", "How does she see the current economic situation?"),
    ("Who was on hand at the airport to greet the team?", "Who at the airport welcomed the team?"),
    ("Who turned out to welcome the team?", "Who welcomed the team?"),
    ("How do you spell the name of the goalkeeper?", "what is the name of the goalkeeper?"),
]  # fmt: skip
VIETNAMESE = [
    ("Peru là thành viên của OPEC bao nhiêu năm rồi?", "Peru gia nhập OPEC khi nào?"),
    ("Thành phố Lugo thuộc nước nào?", "Lugo ở nước nào?"),
    ("Đoàn mang quà gì sang?", "Đoàn tặng quà gì?"),
    ("Vị khách đem quà gì biếu bên chủ nhà?", "Vị khách tặng món quà gì cho chủ nhà?"),
    ("Đoàn để lại những gì làm kỷ niệm ở trường?", "Đoàn tặng những gì làm quà lưu niệm ở trường?"),
    ("TBT dự lễ nào?", "Tổng Bí thư dự lễ nào?"),
    ("Hợp tác giữa từng cặp nước thành viên cần gì?", "Hợp tác song phương giữa các nước thành viên cần gì?"),
    ("Huấn luyện viên đánh giá thế nào về trận đấu?", "Huấn luyện viên nói gì về trận đấu?"),
    ("Bà Hoa đánh giá những đóng góp của nông dân ra sao?", "Bà Hoa nói gì về những đóng góp của nông dân?"),
    ("Bà Hoa nói gì về những gì bệnh viện đã làm cho dân làng?", "Bà Hoa nói gì về đóng góp của bệnh viện cho dân làng?"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "meant"), ENGLISH)
def test_an_everyday_question_is_put_as_reports_say_it(asked: str, meant: str) -> None:
    assert plain_question(asked, "en") == meant


@pytest.mark.parametrize(("asked", "meant"), VIETNAMESE)
def test_an_everyday_vietnamese_question_is_put_as_reports_say_it(asked: str, meant: str) -> None:
    assert plain_question(asked, "vi") == meant


@pytest.mark.parametrize(
    "asked",
    [
        "When did the minister leave the museum?",
        "What did Rose bring to the museum?",
        "When is the singer's birthday?",
        "What words did the judge use?",
        "Who hung the two paintings together?",
        "What was agreed between the two companies?",
        "How many people live in the town?",
        "Who was waiting at the airport?",
    ],
)
def test_other_questions_stay_as_they_are(asked: str) -> None:
    assert reworded(asked, "en") == asked


@pytest.mark.parametrize(
    "asked",
    [
        "Đoàn mang theo những gì?",
        "Quà của đoàn là gì?",
        "Hai nước ký gì?",
        "Ông Lâm đánh giá cao vai trò của ai?",
        "Đánh giá thế nào về vai trò của trường?",
    ],
)
def test_other_vietnamese_questions_stay_as_they_are(asked: str) -> None:
    assert reworded(asked, "vi") == asked
