import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question.kind import asked
from bot.language.lexicon.glossary import Glossary
from bot.language.spelling.tones import with_marks
from bot.language.words.normalise import fold
from bot.language.words.terms import tokens
from bot.models import Language

KINDS: list[tuple[str, Language, str]] = [
    ("Who welcomed the delegation?", "en", "person"),
    ("Whom did Lâm urge?", "en", "person"),
    ("When was the community established?", "en", "date"),
    ("In what year did Việt Nam join?", "en", "date"),
    ("Where is the Secretariat?", "en", "place"),
    ("Which country is it in?", "en", "place"),
    ("How many pieces are there?", "en", "number"),
    ("How much does the painting cost?", "en", "number"),
    ("Why did he come?", "en", "reason"),
    ("How did he describe it?", "en", "manner"),
    ("What is the name of his wife?", "en", "name"),
    ("What did he plant?", "en", "thing"),
    ("Is it the first visit?", "en", "yes_no"),
    ("Ai đã đón đoàn?", "vi", "person"),
    ("Chuyến thăm diễn ra khi nào?", "vi", "date"),
    ("Việt Nam gia nhập năm nào?", "vi", "date"),
    ("Trụ sở ở đâu?", "vi", "place"),
    ("Có bao nhiêu tác phẩm?", "vi", "number"),
    ("Tại sao ông đến?", "vi", "reason"),
    ("Ông nói như thế nào?", "vi", "manner"),
    ("Phu nhân tên là gì?", "vi", "name"),
    ("Ông đã tặng gì?", "vi", "thing"),
    ("Ông có trồng cây không?", "vi", "yes_no"),
    ("Year of the merger", "en", "date"),
    ("The month in which the mill closed", "en", "date"),
    ("Country where the ferry was built", "en", "place"),
    ("Country which hosts the race", "en", "place"),
    ("Name of the captain who left", "en", "name"),
    ("Number of people who left", "en", "number"),
    ("Number of what?", "en", "thing"),
    ("The price of which boat rose?", "en", "thing"),
    ("The price of whose boat rose?", "en", "person"),
    ("In the year of the merger, who left?", "en", "person"),
    ("Number of pupils at the school", "en", "number"),
    ("Price of the ticket", "en", "number"),
    ("The height of the tower", "en", "number"),
    ("Score of the final", "en", "number"),
    ("Price war in Lugo", "en", "thing"),
    ("Reason for the delay", "en", "reason"),
    ("Name of the captain", "en", "name"),
    ("Colour of the ferry", "en", "thing"),
    ("Day care in Lugo", "en", "thing"),
    ("Year", "en", "thing"),
    ("How many years old is the mill?", "en", "number"),
    ("What is the number of pupils?", "en", "number"),
    ("What is the size of the crew?", "en", "number"),
    ("What sort of boat sank?", "en", "thing"),
    ("The ferry is named what?", "en", "name"),
    ("The captain is called what?", "en", "name"),
    ("How is the ferry called?", "en", "name"),
    ("How is the new captain named?", "en", "name"),
    ("How is the ferry repaired?", "en", "manner"),
    ("How did they call for help?", "en", "manner"),
    ("Which country hosts the race?", "en", "place"),
    ("Which city won the cup?", "en", "place"),
    ("Which day of March is the fair?", "en", "date"),
    ("Which port authority is in charge?", "en", "thing"),
    ("Nhà máy đóng cửa hồi nào?", "vi", "date"),
    ("Nhà máy xây năm mấy?", "vi", "date"),
    ("Bữa nào chợ họp?", "vi", "date"),
    ("Phiên chợ rơi vào thứ mấy?", "vi", "date"),
    ("Hôm đó là thứ mấy trong tuần?", "vi", "date"),
    ("Đây là tác phẩm thứ mấy của bà?", "vi", "number"),
    ("Mấy tay chèo cập bến?", "vi", "number"),
    ("In which city and country is the ferry?", "en", "place"),
    ("Phà ở thành phố nào, quốc gia nào?", "vi", "place"),
    ("Mấy tay chèo làm gì ở bến?", "vi", "thing"),
    ("Mấy bức tranh là ai vẽ?", "vi", "person"),
    ("Gặp bà Mai, ông Sơn thấy sao?", "vi", "manner"),
    ("Tên con phà của làng là gì?", "vi", "name"),
    ("Nhà máy có năm bao nhiêu phân xưởng?", "vi", "date"),
    ("Vị nào phát biểu khai mạc?", "vi", "person"),
    ("Những vị nào dự họp?", "vi", "person"),
    ("Lãi suất tiền gửi là bao nhiêu?", "vi", "number"),
    ("Chiếc phà được gọi là gì?", "vi", "name"),
    ("Ai xây phà năm 1962?", "vi", "person"),
    ("Exact date of the fair", "en", "date"),
    ("The precise year of the merger", "en", "date"),
    ("Exact copy of the ferry", "en", "thing"),
    ("Which painter is from Lugo?", "en", "person"),
    ("What journalist rode the ferry?", "en", "person"),
    ("Which painting hangs in Lugo?", "en", "thing"),
    ("Which artist colony sank the ferry?", "en", "thing"),
    ("What things sank?", "en", "thing"),
    ("What is the ferry called?", "en", "name"),
    ("What was the painting named?", "en", "name"),
    ("What did Orla call the ferry?", "en", "thing"),
    ("Which day and month did the mill close?", "en", "date"),
    ("What month and year is the fair?", "en", "date"),
    ("Which day and night ferry sank?", "en", "thing"),
    ("Which boats and oars sank?", "en", "thing"),
    ("Hôm khánh thành là thứ mấy?", "vi", "date"),
    ("Ngày phà cập bến là thứ mấy?", "vi", "date"),
    ("Buổi lễ khai mạc là thứ mấy?", "vi", "date"),
    ("Trận đấu này đứng thứ mấy?", "vi", "number"),
    ("Buổi diễn này là lần thứ mấy?", "vi", "number"),
    ("Bà Mai về thứ mấy?", "vi", "number"),
    ("Bà Mai đã chèo thuyền chưa?", "vi", "yes_no"),
    ("Bà Mai từng chèo thuyền chưa?", "vi", "yes_no"),
    ("Ai đã chèo thuyền?", "vi", "person"),
    ("Bà Mai cố gắng đến mức nào?", "vi", "manner"),
    ("Bà Mai giúp được nhiều đến đâu?", "vi", "manner"),
    ("Bà Mai dựa vào đâu để nói vậy?", "vi", "thing"),
    ("To what extent did Mara help?", "en", "manner"),
    ("What extent has the forest?", "en", "thing"),
    ("Bà Mai đã chèo thuyền khi nào?", "vi", "date"),
]


@pytest.mark.parametrize(("question", "language", "kind"), KINDS)
def test_kind(question: str, language: Language, kind: str) -> None:
    assert asked(question, language).kind == kind


@pytest.mark.parametrize(("question", "kind"), [(q, k) for q, lang, k in KINDS if lang == "vi"])
def test_kind_of_a_question_typed_without_tones(question: str, kind: str) -> None:
    assert asked(with_marks(fold(question), (), Glossary.load()), "vi").kind == kind


@pytest.mark.parametrize(
    ("question", "language", "measure"),
    [
        ("How long did the meeting last?", "en", "duration"),
        ("How old is he?", "en", "age"),
        ("How much does it cost?", "en", "money"),
        ("In which year was it founded?", "en", "year"),
        ("On what day of the week did he come?", "en", "weekday"),
        ("Bức tranh trị giá bao nhiêu tiền?", "vi", "money"),
        ("Ông bao nhiêu tuổi?", "vi", "age"),
        ("Buổi làm việc kéo dài mấy giờ?", "vi", "duration"),
        ("Thành lập năm nào?", "vi", "year"),
        ("Ông ấy sinh năm bao nhiêu?", "vi", "year"),
        ("Phà chìm năm mấy?", "vi", "year"),
        ("Year of the merger", "en", "year"),
        ("Date of the merger", "en", "date"),
        ("Exact date of the merger", "en", "date"),
        ("The exact year of the merger", "en", "year"),
        ("The year in which the mill closed", "en", "year"),
        ("Year when the mill closed", "en", "year"),
        ("Month of the merger", "en", "month"),
        ("In which month is the fair?", "en", "month"),
        ("Phiên chợ họp vào tháng nào?", "vi", "month"),
        ("Price of the ticket", "en", "money"),
        ("The percentage of pupils who sang", "en", "percent"),
        ("Score of the final", "en", "score"),
        ("The height of the tower", "en", ""),
        ("What was the score?", "en", "score"),
        ("What is the price of the ticket?", "en", ""),
        ("How many years old is the mill?", "en", "age"),
        ("How many years did the mill run?", "en", ""),
        ("How many old mills are there?", "en", ""),
        ("What percentage of the pupils sang?", "en", "percent"),
        ("How many percent of the pupils sang?", "en", "percent"),
        ("Which day of March is the fair?", "en", "date"),
        ("Which day is the fair?", "en", "day"),
        ("On what calendar date is the fair?", "en", "date"),
        ("On what date (day and month) is the fair?", "en", "date"),
        ("In which exact year was the mill built?", "en", "year"),
        ("Which day of the week is the fair?", "en", "weekday"),
        ("What is the number of pupils?", "en", ""),
        ("Nhà máy xây năm mấy?", "vi", "year"),
        ("Nhà máy đóng cửa hồi nào?", "vi", ""),
        ("Phiên chợ rơi vào thứ mấy?", "vi", "weekday"),
        ("Thứ mấy trong tuần chợ họp?", "vi", "weekday"),
        ("Đây là tác phẩm thứ mấy của bà?", "vi", ""),
        ("Lãi suất là bao nhiêu?", "vi", "percent"),
        ("Lãi suất tiền gửi ở Vinh là bao nhiêu?", "vi", "percent"),
        ("Bao nhiêu phần trăm học sinh biết bơi?", "vi", "percent"),
        ("Có bao nhiêu tiền đạo trong đội?", "vi", ""),
        ("Có bao nhiêu người gửi tiền?", "vi", "money"),
        ("Which day and month did the mill close?", "en", "date"),
        ("What month and day is the fair?", "en", "date"),
        ("Hôm khánh thành là thứ mấy?", "vi", "weekday"),
        ("Lễ hội trúng thứ mấy?", "vi", "weekday"),
        ("Trận đấu này đứng thứ mấy?", "vi", ""),
    ],
)
def test_measure(question: str, language: Language, measure: str) -> None:
    assert asked(question, language).measure == measure


@pytest.mark.parametrize(
    ("question", "language", "focus"),
    [
        ("What species of tree was planted?", "en", ["species"]),
        ("What is the price of gold?", "en", ["price"]),
        ("How many people were there?", "en", ["people"]),
        ("Tổng Bí thư trồng loại cây gì?", "vi", ["loại", "cây"]),
        ("Dân số Indonesia là bao nhiêu?", "vi", ["Dân", "số"]),
        ("Number of pupils at the school", "en", ["pupils"]),
        ("What is the number of pupils?", "en", ["pupils"]),
        ("What was the total amount of rice?", "en", ["rice"]),
        ("Name of the captain", "en", ["captain"]),
        ("The height of the tower", "en", ["height"]),
        ("Year of the merger", "en", []),
        ("Country where the ferry was built", "en", []),
        ("What sort of boat sank?", "en", ["boat"]),
        ("What kind of prize did Mara win?", "en", ["prize"]),
        ("How is the ferry called?", "en", ["ferry"]),
        ("How much does a ticket cost?", "en", ["ticket"]),
        ("How many years old is the mill?", "en", []),
        ("Which country hosts the race?", "en", []),
        ("Which island county was hit?", "en", ["island"]),
        ("Bao nhiêu phần trăm học sinh biết bơi?", "vi", ["học", "sinh"]),
        ("Lãi suất là bao nhiêu?", "vi", []),
        ("Which teams took part in the race?", "en", ["teams"]),
        ("Which rowing clubs received the cup?", "en", ["rowing", "clubs"]),
        ("What event took place in Lugo?", "en", ["event"]),
        ("What marks its end?", "en", []),
        ("What closes the fair?", "en", []),
        ("Which boat left the pier?", "en", ["boat"]),
        ("Which team beat Lugo?", "en", ["team"]),
        ("Which things sank near Lugo?", "en", []),
        ("What thing sank?", "en", []),
        ("Which artist painted it?", "en", ["artist"]),
        ("What is the new ferry called?", "en", ["ferry"]),
        ("What was her painting named?", "en", ["painting"]),
        ("What is Orla called?", "en", ["Orla"]),
    ],
)
def test_focus(question: str, language: Language, focus: list[str]) -> None:
    words = [t for t, _, _ in tokens(question)]
    assert [words[i] for i in asked(question, language).focus] == focus


def test_the_day_of_an_event_is_no_word_to_look_for() -> None:
    for question in ("Hôm khánh thành là thứ mấy?", "Ngày khánh thành là thứ mấy?"):
        assert asked(question, "vi").asking == {0, 4, 5}
    assert asked("Lễ khánh thành là thứ mấy?", "vi").asking == {4, 5}
    assert asked("Which day and month did the mill close?", "en").asking == {0, 1, 3}


def test_words_that_only_ask_are_not_looked_for() -> None:
    assert asked("Which things sank?", "en").asking == {0, 1}
    assert asked("Exact date of the fair", "en").asking == {0, 1}
    assert asked("What is the ferry called?", "en").asking == {0, 4}


def test_several() -> None:
    assert asked("Which two anniversaries does the visit mark?", "en").several
    assert asked("Which things sank?", "en").several
    assert not asked("Which thing sank?", "en").several
    assert not asked("Which artist painted it?", "en").several
    assert asked("Những ai đón đoàn?", "vi").several
    assert not asked("Who welcomed him?", "en").several


@given(st.text(max_size=80), st.sampled_from(["en", "vi"]))
def test_any_text_is_read(text: str, language: Language) -> None:
    found = asked(text, language)
    count = len(list(tokens(text)))
    assert all(0 <= i < count for i in (*found.asking, *found.focus))


@given(
    st.sampled_from(["year", "date", "price", "height", "number", "amount", "score", "name", "reason", "population"]),
    st.sampled_from(["", "the "]),
    st.sampled_from(["ferry", "pupils", "old mill"]),
)
def test_a_noun_phrase_asks_what_the_whole_question_asks(noun: str, article: str, thing: str) -> None:
    phrase, whole = asked(f"{article}{noun} of the {thing}", "en"), asked(f"What is the {noun} of the {thing}?", "en")
    assert phrase.kind == whole.kind
    assert len(phrase.focus) == len(whole.focus)


def test_a_name_that_a_clause_tells_of_is_a_thing() -> None:
    assert asked("Tên con phà mà làng đóng là gì?", "vi").kind == "thing"
