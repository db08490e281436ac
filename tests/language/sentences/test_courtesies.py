"""Courtesies go, questions stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.sentences.courtesies import LEAST, plain_question
from bot.language.words.normalise import words
from bot.models import Language

WORDS = sorted(
    words("please tell me who was it that the according to article, cho em hỏi theo bài báo thì ai vậy ạ phà ?")
)


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Could you tell me whether Lâm spoke?", "en", "whether Lâm spoke?"),
        ("Hi, please tell me in what city it lies", "en", "in what city it lies"),
        ("I'd like to know when it opened", "en", "when it opened"),
        ("Can you explain why the court freed him?", "en", "why the court freed him?"),
        ("Did you know that?", "en", "Did you know that?"),
        ("What did Lâm tell the ambassadors?", "en", "What did Lâm tell the ambassadors?"),
        ("Cho hỏi phổi do ai hiến vậy?", "vi", "phổi do ai hiến?"),
        ("Làm ơn cho tôi biết giá vé", "vi", "giá vé"),
        ("Bạn có biết ai thắng không?", "vi", "ai thắng?"),
        ("Phu nhân có đi cùng không ạ?", "vi", "Phu nhân có đi cùng không?"),
        ("cho toi biet truong co bao nhieu hoc sinh", "vi", "truong co bao nhieu hoc sinh"),
        ("Trận đấu diễn ra như thế nào?", "vi", "Trận đấu diễn ra như thế nào?"),
        ("Ai nói như vậy?", "vi", "Ai nói như vậy?"),
        ("Hỏi ai?", "vi", "Hỏi ai?"),
    ],
)
def test_courtesies_go(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Who was it that mended the ferry?", "Who mended the ferry?"),
        ("Where is it that Orla rows?", "Where Orla rows?"),
        ("What was it which sank the ferry?", "What sank the ferry?"),
        ("According to the report, who was it who mended the ferry?", "who mended the ferry?"),
        ("Was it Orla that mended the ferry?", "Was it Orla that mended the ferry?"),
        ("Who said it that evening?", "Who said it that evening?"),
    ],
)
def test_what_a_cleft_asks(text: str, left: str) -> None:
    assert plain_question(text, "en") == left


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("According to the article, who mended the ferry?", "en", "who mended the ferry?"),
        ("According to these stories how old is the mill?", "en", "how old is the mill?"),
        ("Could you tell me, according to the text, who left?", "en", "who left?"),
        ("According to Orla, who mended the ferry?", "en", "According to Orla, who mended the ferry?"),
        ("Who mended the ferry according to the mayor?", "en", "Who mended the ferry according to the mayor?"),
        ("Theo bài báo thì ai sửa phà?", "vi", "ai sửa phà?"),
        ("Theo bản tin trên, phà chìm khi nào?", "vi", "phà chìm khi nào?"),
        ("Cho em hỏi, trong bài này ai sửa phà ạ?", "vi", "ai sửa phà?"),
        ("theo bai bao thi ai sua pha?", "vi", "ai sua pha?"),
        ("Theo bà Mai thì ai sửa phà?", "vi", "Theo bà Mai thì ai sửa phà?"),
        ("Trong tháng 5, ai sửa phà?", "vi", "Trong tháng 5, ai sửa phà?"),
    ],
)
def test_the_article_is_always_asked(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("I am writing a caption: who mended the ferry?", "en", "who mended the ferry?"),
        ("Help me check this. Where does the ferry land?", "en", "Where does the ferry land?"),
        ("For my homework: when did the mill close?", "en", "when did the mill close?"),
        ("The Lugo fair: who opened it?", "en", "The Lugo fair: who opened it?"),
        ("About the storm of 1962: who rang the bell?", "en", "About the storm of 1962: who rang the bell?"),
        ("We met Orla. When did she leave?", "en", "We met Orla. When did she leave?"),
        ("Who left: the mayor?", "en", "Who left: the mayor?"),
        ("Xin kiểm chứng giúp: ai sửa phà?", "vi", "ai sửa phà?"),
        ("Em đang viết chú thích ảnh. Phà cập bến ở đâu?", "vi", "Phà cập bến ở đâu?"),
        ("Câu đố cuối tuần: xưởng đóng cửa khi nào?", "vi", "xưởng đóng cửa khi nào?"),
        ("Hội chợ Lugo: ai khai mạc?", "vi", "Hội chợ Lugo: ai khai mạc?"),
        ("Về cơn bão năm 1962: ai rung chuông?", "vi", "Về cơn bão năm 1962: ai rung chuông?"),
        ("Chúng tôi gặp bà Mai. Bà rời bến lúc nào?", "vi", "Chúng tôi gặp bà Mai. Bà rời bến lúc nào?"),
    ],
)
def test_a_preamble_that_names_nothing_goes(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("When did Laos join ASEAN?", "en", "When did Laos accede to ASEAN?"),
        ("When did Samoa join the WTO?", "en", "When did Samoa accede to the WTO?"),
        ("When did Laos become a full member of ASEAN?", "en", "When did Laos accede to ASEAN?"),
        ("Since when has Laos been in ASEAN?", "en", "when did Laos accede to ASEAN?"),
        ("Since what year has Peru been part of APEC?", "en", "what year did Peru accede to APEC?"),
        ("Peru has been part of APEC since what year?", "en", "what year did Peru accede to APEC?"),
        ("What's the name of the mayor?", "en", "What is the name of the mayor?"),
        ("What year did Laos get into ASEAN?", "en", "What year did Laos accede to ASEAN?"),
        ("What year was Laos admitted to ASEAN?", "en", "What year was Laos accede to ASEAN?"),
        (
            "How old is the Lugo Union this year?",
            "en",
            "which anniversary of the establishment of the Lugo Union is it this year?",
        ),
        ("How old is the Lugo ferry?", "en", "How old is the Lugo ferry?"),
        ("So who mended the ferry?", "en", "who mended the ferry?"),
        ("OK but when was it mended?", "en", "when was it mended?"),
        ("So far, who mended it?", "en", "So far, who mended it?"),
        (
            "How long has the Lugo Union existed?",
            "en",
            "which anniversary of the establishment of the Lugo Union is it?",
        ),
        ("How long has the ferry existed?", "en", "How long has the ferry existed?"),
        ("hình này ai chụp vậy ta?", "vi", "hình này ai chụp?"),
        ("When did Orla join the choir?", "en", "When did Orla join the choir?"),
        ("Since when has Orla been in Lugo?", "en", "Since when has Orla been in Lugo?"),
        ("Who joined the march?", "en", "Who joined the march?"),
        ("Lào vào ASEAN năm nào?", "vi", "Lào gia nhập ASEAN năm nào?"),
        ("Lào trở thành thành viên chính thức của ASEAN khi nào?", "vi", "Lào gia nhập ASEAN khi nào?"),
        ("lao tro thanh thanh vien cua asean khi nao?", "vi", "lao gia nhập asean khi nao?"),
        ("Lào vô khối ASEAN hồi nào?", "vi", "Lào gia nhập khối ASEAN hồi nào?"),
        ("Bà Mai vào Huế năm nào?", "vi", "Bà Mai vào Huế năm nào?"),
        ("Bà Mai trở thành thị trưởng năm nào?", "vi", "Bà Mai trở thành thị trưởng năm nào?"),
        ("Vào năm nào phà chìm?", "vi", "Vào năm nào phà chìm?"),
    ],
)
def test_membership_is_called_joining(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("I am writing about ferries, I would like to know who mended one?", "en", "who mended one?"),
        ("We like old boats, wonder who mended the ferry?", "en", "who mended the ferry?"),
        (
            "We met Orla Quinn, would like to know who mended the ferry?",
            "en",
            "We met Orla Quinn, would like to know who mended the ferry?",
        ),
        ("Em đang viết tiểu luận, xin hỏi ai sửa phà?", "vi", "ai sửa phà?"),
        ("Tôi đang soạn bài, em muốn hỏi là ai sửa phà?", "vi", "ai sửa phà?"),
        ("Đang làm bài tập, xin được hỏi phà chìm khi nào?", "vi", "phà chìm khi nào?"),
        ("Em ở Huế, xin hỏi ai sửa phà?", "vi", "Em ở Huế, xin hỏi ai sửa phà?"),
        ("Sau cơn bão năm 1962, xin hỏi ai sửa phà?", "vi", "Sau cơn bão năm 1962, xin hỏi ai sửa phà?"),
        ("Ai đã đến xin hỏi đường?", "vi", "Ai đã đến xin hỏi đường?"),
    ],
)
def test_what_introduces_a_question_behind_a_comma(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("What is Hanoi's foreign policy?", "What is Vietnam's foreign policy?"),
        ("What are Manila’s commitments to the ferry?", "What are the Philippines’s commitments to the ferry?"),
        ("Which pledge was made by Jakarta?", "Which pledge was made by Indonesia?"),
        ("What does Orla want Tokyo to mend?", "What does Orla want Japan to mend?"),
        ("What is new Delhi's role?", "What is India's role?"),
        ("What did Orla say in Hanoi?", "What did Orla say in Hanoi?"),
        ("What is Hanoi's oldest ferry?", "What is Hanoi's oldest ferry?"),
        ("When did Orla visit Jakarta?", "When did Orla visit Jakarta?"),
        ("Did Orla want to see Tokyo?", "Did Orla want to see Tokyo?"),
        ("What is Lugo's foreign policy?", "What is Lugo's foreign policy?"),
    ],
)
def test_a_capital_stands_for_the_government_of_its_country(text: str, left: str) -> None:
    assert plain_question(text, "en") == left


def test_a_capital_is_one_in_english_only() -> None:
    text = "Chính sách của Hà Nội là gì?"
    assert plain_question(text, "vi") == text


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        (
            "I need the exact date of the fair, day and month.",
            "en",
            "what is the exact date of the fair, day and month?",
        ),
        ("Give me the name of the mayor.", "en", "what is the name of the mayor?"),
        ("Could you give me the number of rowers?", "en", "what is the number of rowers?"),
        ("I'd like the location of the fair.", "en", "where was the fair?"),
        ("I need the man who came.", "en", "I need the man who came."),
        ("Tôi cần ngày diễn ra hội chợ.", "vi", "hội chợ là ngày nào?"),
        ("Cho tôi xin tên thị trưởng Lugo.", "vi", "tên của thị trưởng Lugo là gì?"),
        ("Cho em xin số tay chèo trong đội với ạ.", "vi", "số tay chèo trong đội là bao nhiêu?"),
        ("Xin cho biết địa điểm diễn ra hội chợ", "vi", "hội chợ ở đâu?"),
        ("Cho tôi biết tên thị trưởng là gì?", "vi", "tên thị trưởng là gì?"),
        ("Xin cho biết ngày nào bà Mai đến?", "vi", "ngày nào bà Mai đến?"),
        ("Tôi cần một con phà.", "vi", "Tôi cần một con phà."),
        ("After which part of the day did the race take place?", "en", "after what did the race take place?"),
        ("What came right before the race?", "en", "what happened right before the race?"),
        ("In which year did the Rowing Community begin?", "en", "In which year was the Rowing Community established?"),
        ("In which year did the race begin?", "en", "In which year did the race begin?"),
        ("Cộng đồng Lugo bắt đầu từ năm nào?", "vi", "Cộng đồng Lugo thành lập năm nào?"),
        ("Cuộc đua bắt đầu từ năm nào?", "vi", "Cuộc đua bắt đầu từ năm nào?"),
    ],
)
def test_what_is_wanted_is_asked_for(text: str, language: Language, left: str) -> None:
    assert plain_question(text, language) == left


@given(st.sampled_from(["en", "vi"]), st.text())
def test_any_text_is_left_with_no_more_than_it_had(language: Language, text: str) -> None:
    left = plain_question(text, language)
    assert len(left.split()) <= len(text.split())


@given(st.sampled_from(["en", "vi"]), st.text("aB1 .:!?,đÔ", max_size=40))
def test_of_any_text_the_end_is_left(language: Language, text: str) -> None:
    left = plain_question(text, language)
    assert text.endswith(left)


@given(st.sampled_from(["en", "vi"]), st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_what_is_left_is_short_of_nothing_but_courtesies(language: Language, text: str) -> None:
    left = plain_question(text, language)
    assert len(left) <= len(text)
    assert left == text or len(left.split()) >= LEAST
