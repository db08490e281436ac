import pytest

from bot.answering.objections.attributes import attribute_missing, noun_missing, sort_missing
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("How tall is Ida Moss?", "en", "Ida Moss rowed home.", True),
        ("How tall is Ida Moss?", "en", "Ida Moss rowed past the gate of the old mill beside the 40 m tower.", True),
        ("How old is Ida Moss?", "en", "Ida Moss rowed 40 days.", True),
        ("What is the ticket price of the ferry?", "en", "The ferry sells tickets.", True),
        ("Bà Trần Ý bao nhiêu tuổi?", "vi", "Bà Trần Ý chèo thuyền 40 ngày.", True),
        ("Giá vé phà Sao Mai là bao nhiêu?", "vi", "Phà Sao Mai bán vé.", True),
        ("Which airline flies to Lugo?", "en", "Ida Moss rowed to Lugo.", True),
        ("Which airport did Ida Moss leave from?", "en", "Ida Moss left Lugo on a flight of Moss Air.", False),
        ("Bà Trần Ý đến bằng chuyến bay nào?", "vi", "Bà Trần Ý đến Lugo hôm qua.", True),
        ("Bà Trần Ý xuống sân bay nào?", "vi", "Máy bay chở bà Trần Ý hạ cánh ở Lugo.", False),
        ("How tall is Ida Moss?", "en", "Ida Moss, 1.7 m tall, rowed home.", False),
        ("How old is Ida Moss?", "en", "Ida Moss, aged 40, rowed home.", False),
        ("What is the ticket price of the Dawn Ferry?", "en", "Passengers, as the board of the pier said, pay $4.", False),
        ("How old is Ida Moss?", "en", "Ida Moss turns 40 in May.", False),
        ("What nationality is Ida Moss?", "en", "Ida Moss is a Peruvian rower.", False),
        ("What nationality is Ida Moss?", "en", "Ida Moss is a rower.", True),
        ("Vé phà Sao Mai giá bao nhiêu?", "vi", "Vé phà Sao Mai giá 40.000đ.", False),
        ("Bà Trần Ý bao nhiêu tuổi?", "vi", "Bà Trần Ý, 40 tuổi, chèo thuyền.", False),
        ("Giá vé phà Sao Mai là bao nhiêu?", "vi", "Khách đi phà phải trả 40 nghìn đồng.", False),
        ("Ông Lương Khoa làm gì?", "vi", "Ông Lương Khoa chèo thuyền.", False),
        ("Ông Lương Khoa sinh năm bao nhiêu?", "vi", "Ông Lương Khoa chèo thuyền năm 1990.", True),
        ("Ông Lương Khoa sinh năm bao nhiêu?", "vi", "Ông Lương Khoa sinh năm 1990.", False),
        ("How much did Peru trade with Chile?", "en", "Peru traded with Chile for 30 years.", True),
        ("How much did Peru trade with Chile?", "en", "Peru traded $30 million of goods with Chile.", False),
        ("What is the two-way trade turnover of Peru and Chile?", "en", "Peru and Chile trade by sea.", True),
        ("What is the two-way trade turnover of Peru and Chile?", "en", "Peru and Chile trade 3 billion a year.", False),
        ("What are the exports for?", "en", "The exports of Peru feed Chile.", False),
        ("Kim ngạch giữa Peru và Chile là bao nhiêu?", "vi", "Peru và Chile buôn bán 30 năm.", True),
        ("Kim ngạch giữa Peru và Chile là bao nhiêu?", "vi", "Peru và Chile buôn bán 30 triệu USD.", False),
        ("What did Ida Moss give in return?", "en", "Ida Moss gave a boat.", True),
        ("What did Ida Moss give in return?", "en", "Ida Moss gave a boat back.", False),
        ("Bà Trần Ý tặng gì để đáp lễ?", "vi", "Bà Trần Ý tặng thuyền.", True),
        ("Bà Trần Ý tặng gì để đáp lễ?", "vi", "Bà Trần Ý tặng lại cho khách thuyền.", False),
        ("In which year did Ida Moss die?", "en", "Ida Moss rowed home in 1990.", True),
        ("What lay west of Peru when Ida Moss died?", "en", "Peru then reached the sea.", False),
        ("When did the occupation of Peru end?", "en", "The troops left Peru in 1990.", False),
        ("In which year did Ida Moss die?", "en", "Ida Moss, who drowned in 1990, rowed.", False),
        ("Ông Lương Khoa mất năm nào?", "vi", "Ông Lương Khoa chèo thuyền năm 1990.", True),
        ("Ông Lương Khoa mất năm nào?", "vi", "Ông Lương Khoa qua đời năm 1990.", False),
        ("How big is the Moss boat?", "en", "The Moss boat has 12 oars.", True),
        ("How big is the Moss boat?", "en", "The Moss boat, 12 metres long, has oars.", False),
        ("How large were the sales of Moss?", "en", "Moss sold 12 boats.", True),
        ("Thuyền Sao Mai rộng bao nhiêu?", "vi", "Thuyền Sao Mai có 12 mái chèo.", True),
        ("Thuyền Sao Mai rộng bao nhiêu?", "vi", "Thuyền Sao Mai dài 12 m.", False),
        ("When did Ida Moss become mayor?", "en", "Mayor Ida Moss opened the dam in 2011.", True),
        ("When did Ida Moss become mayor?", "en", "Ida Moss was elected in 2011.", False),
        ("When was Ida Moss elected mayor?", "en", "Mayor Ida Moss opened the dam in 2011.", True),
        ("Bà Trần Ý nhậm chức khi nào?", "vi", "Thị trưởng Trần Ý khánh thành đập năm 2011.", True),
        ("Bà Trần Ý nhậm chức khi nào?", "vi", "Bà Trần Ý được bầu năm 2011.", False),
        ("What scene does the old painting show?", "en", "Ida Moss gave the town an old painting.", True),
        ("What scene does the old painting show?", "en", "The old painting shows a mill.", False),
        ("How large is the collection of the town?", "en", "The collection has 142 pieces.", False),
        ("Where was Ida Moss educated?", "en", "Ida Moss rowed in Peru.", True),
        ("Where was Ida Moss educated?", "en", "Ida Moss graduated in Peru.", False),
        ("Bà Trần Ý tốt nghiệp trường nào?", "vi", "Bà Trần Ý chèo thuyền ở Huế.", True),
        ("When was the Moss pier opened?", "en", "Ida Moss saw the pier on Monday.", True),
        ("When was the Moss pier opened?", "en", "The Moss pier was inaugurated on Monday.", False),
        ("Bến Sao Mai khánh thành khi nào?", "vi", "Bến Sao Mai vắng khách hôm thứ Hai.", True),
        ("Bến Sao Mai khánh thành khi nào?", "vi", "Bến Sao Mai hoạt động từ thứ Hai.", False),
        ("How much did Moss earn last year?", "en", "Moss had offered $41 million for a boat.", True),
        ("How much did Moss earn last year?", "en", "Moss had sales of $41 million.", False),
        ("Doanh thu của Sao Mai là bao nhiêu?", "vi", "Sao Mai mua thuyền giá 40 triệu đồng.", True),
        ("How big is the Moss cave?", "en", "The Moss cave is 2.5 kilometres from Lugo.", True),
        ("Where is Ida Moss from?", "en", "Ida Moss rowed in Peru.", True),
        ("Where is Ida Moss from?", "en", "Ida Moss hails from Peru.", False),
        ("How long has Ida Moss been mayor?", "en", "Ida Moss met the club which the old port has had for 30 years.", True),
        ("How long has Ida Moss been mayor?", "en", "Ida Moss, mayor for 30 years, wept.", False),
        ("Bà Trần Ý làm thị trưởng bao nhiêu năm?", "vi", "Bà Trần Ý gặp câu lạc bộ ở cảng cũ đã có 30 năm lịch sử.", True),
        ("Bà Trần Ý làm thị trưởng bao nhiêu năm?", "vi", "Bà Trần Ý làm thị trưởng 30 năm.", False),
        ("Ông Lương Khoa mất mấy chiếc thuyền?", "vi", "Ông Lương Khoa bị trộm hai chiếc.", False),
    ],
)  # fmt: skip
def test_an_attribute_and_whose_it_is(question: str, language: Language, text: str, missing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert attribute_missing(view, scene) is missing


def test_what_an_article_is_about_bears_what_its_short_paragraphs_say() -> None:
    for lead, missing in (("Ida Moss won the race.", False), ("Rain fell.", True)):
        view, found = read("How old is Ida Moss?", "en", lead, "It was hot.", "The rower, aged 40, wept.")
        assert attribute_missing(view, found[-1]) is missing
    for lead, missing in (("Bà Trần Ý thắng cuộc đua.", False), ("Trời mưa.", True)):
        view, found = read("Bà Trần Ý bao nhiêu tuổi?", "vi", lead, "Trời nóng.", "Tay chèo 40 tuổi đã khóc.")
        assert attribute_missing(view, found[-1]) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("What species of tree did Mara plant?", "en", "Mara planted a tree.", True),
        ("What breed of dog does Mara own?", "en", "Mara owns a dog.", True),
        ("Mai trồng loại cây gì?", "vi", "Mai trồng một cây.", True),
        ("Loại cây mà Mai trồng là loại nào?", "vi", "Mai trồng một cây.", True),
        ("Loại cây mà Mai trồng là loại nào?", "vi", "Mai trồng một cây xoài.", False),
        ("Mai trồng loại cây gì?", "vi", "Mai trồng một cây xoài.", False),
        ("Mai nuôi giống chó nào?", "vi", "Mai nuôi giống Phú Quốc.", False),
        ("What species of tree did Mara plant?", "en", "Mara planted a mango tree.", False),
        ("What breed of dog does Mara own?", "en", "Mara owns a breed from Phú Quốc.", False),
    ],
)
def test_of_what_sort_a_thing_is(question: str, language: Language, text: str, missing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert sort_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("What is the motto of the club?", "en", "The club met in Ferrol.", True),
        ("What prize did Mara win?", "en", "Rain fell on the pier.", True),
        ("Khẩu hiệu của câu lạc bộ là gì?", "vi", "Câu lạc bộ họp ở Vinh.", True),
        ("Mai nhận giải thưởng nào?", "vi", "Mai về quê.", True),
        ("What is the motto of the club?", "en", "The motto of the club is Row On.", False),
        ("Which team beat Lugo?", "en", "Ferrol beat Lugo.", False),
        ("Khẩu hiệu của câu lạc bộ là gì?", "vi", "Câu lạc bộ có khẩu hiệu Chèo Mãi.", False),
        ("Mai nhận giải thưởng nào?", "vi", "Mai nhận giải thưởng Sao Mai.", False),
    ],
)
def test_the_noun_asked_about(question: str, language: Language, text: str, missing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert noun_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("What is Orla's motto?", "en", "Orla rowed home.", True),
        ("What is Orla's home address?", "en", "Orla rowed far.", True),
        ("What is the club's annual budget?", "en", "The club met in Lugo.", True),
        ("What is Orla's motto?", "en", "Orla said that her motto was Row On.", False),
        ("What is the club's annual budget?", "en", "The club has a budget of $9.", False),
        ("What is the dam in Orla's view?", "en", "Orla called the dam a wonder.", False),
        ("What is the dam in Orla's words?", "en", "Orla called the dam a wonder.", False),
        ("What is the dam, in the mayor’s own words?", "en", "The mayor called the dam a wonder.", False),
        ("Khẩu hiệu của bà Mai là gì?", "vi", "Bà Mai chèo thuyền.", True),
        ("Biệt danh của bà Mai là gì?", "vi", "Bà Mai chèo thuyền.", True),
        ("Khẩu hiệu của bà Mai là gì?", "vi", "Bà Mai có khẩu hiệu Chèo Mãi.", False),
    ],
)
def test_what_somebody_owns(question: str, language: Language, text: str, missing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert noun_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("How much prize money did the club of Ida Moss get?", "en", "The club gets $900.", False),
        ("How much prize money did the club of Ida Moss get?", "en", "The club gets a cup.", True),
        ("How much prize money did the club of Ida Moss get?", "en", "They paid $900.", True),
        ("Câu lạc bộ của Trần Ý nhận bao nhiêu tiền thưởng?", "vi", "Câu lạc bộ nhận 900 nghìn đồng.", False),
        ("Câu lạc bộ của Trần Ý nhận bao nhiêu tiền thưởng?", "vi", "Họ trả 900 nghìn đồng.", True),
    ],
)
def test_a_sum_stands_for_the_noun_where_all_else_is_said(
    question: str, language: Language, text: str, missing: bool
) -> None:
    view, (scene,) = read(question, language, text)
    assert noun_missing(view, scene) is missing


def test_a_fresh_name_stands_for_the_noun_where_most_is_said_and_sooner_across_languages() -> None:
    question = "Which team did Lugo beat in the frozen final?"
    cases: tuple[tuple[str, Language, bool], ...] = (
        ("They beat Varga in the final.", "en", True),
        ("They beat Varga in the frozen final.", "en", False),
        ("Họ đánh bại Varga ở chung kết.", "vi", False),
        ("Họ đánh bại Varga.", "vi", True),
    )
    for text, told, missing in cases:
        view, (scene,) = read(question, "en", text, told=told)
        assert noun_missing(view, scene) is missing, text


@pytest.mark.parametrize(
    ("text", "missing"), [("Hôm qua cửa sổ vỡ.", True), ("Hôm qua xe hàng đến.", True), ("Hôm qua cửa hàng mở.", False)]
)
def test_of_a_vietnamese_noun_both_syllables(text: str, missing: bool) -> None:
    view, (scene,) = read("Mai ghé thăm cửa hàng nào?", "vi", text)
    assert noun_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("What colour is the ferry?", "en", "The ferry is old.", True),
        ("What street is the mill on?", "en", "The mill stands in Lugo.", True),
        ("What street is the mill on?", "en", "The mill stands on Oak Road.", False),
        ("Xưởng nằm trên phố nào?", "vi", "Xưởng nằm ở thành phố Vinh.", True),
        ("Xưởng nằm trên đường nào?", "vi", "Xưởng nằm trên đường Lê Lợi.", False),
        ("What material is the statue?", "en", "The statue is old.", True),
        ("What is the statue made of?", "en", "The bronze statue is old.", False),
        ("Bức tượng làm bằng chất liệu gì?", "vi", "Đại sứ tặng bức tượng.", True),
        ("Bức tượng làm bằng chất liệu gì?", "vi", "Bức tượng bằng đồng rất cũ.", False),
        ("Which countries founded the club?", "en", "Two countries left the club.", True),
        ("Nước nào sáng lập câu lạc bộ?", "vi", "Hai nước rời câu lạc bộ.", True),
        ("Since when has there been a leader's prize at Lugo Head?", "en", "The prize dates from 1962.", False),
        ("Which color was the ferry?", "en", "The ferry was green.", False),
        ("What colour is the ferry?", "en", "The ferry, painted scarlet, is old.", False),
        ("Chiếc phà màu gì?", "vi", "Chiếc phà cũ kỹ.", True),
        ("Chiếc phà có màu nào?", "vi", "Chiếc phà sơn xanh.", False),
        ("When was the mill built?", "en", "The mill burnt in 1962.", True),
        ("Which year was the mill constructed?", "en", "The mill was completed in 1962.", False),
        ("Xưởng xây hồi nào?", "vi", "Xưởng cháy năm 1962.", True),
        ("Xưởng được xây năm mấy?", "vi", "Xưởng khánh thành năm 1962.", False),
        ("Where was the club founded?", "en", "The club meets in Lugo.", True),
        ("Who founded the club?", "en", "Orla left the club.", True),
        ("Who founded the club?", "en", "Orla founded the club.", False),
        ("Where was the club set up?", "en", "The club was established in Lugo.", False),
        ("Câu lạc bộ thành lập ở đâu?", "vi", "Câu lạc bộ họp ở Vinh.", True),
        ("Ai thành lập câu lạc bộ?", "vi", "Mai rời câu lạc bộ.", True),
        ("Ai là người sáng lập câu lạc bộ?", "vi", "Mai sáng lập câu lạc bộ.", False),
        ("Câu lạc bộ ra đời năm nào?", "vi", "Câu lạc bộ hình thành năm 1962.", False),
        ("Who was the predecessor of Orla?", "en", "Orla met Bruno.", True),
        ("Who was the predecessor of Orla?", "en", "Orla took over from Bruno.", False),
        ("Who ran the mill before her?", "en", "Bruno, the former head, ran the mill.", False),
        ("Người tiền nhiệm của bà Mai là ai?", "vi", "Bà Mai gặp ông Khôi.", True),
        ("Người tiền nhiệm của bà Mai là ai?", "vi", "Bà Mai kế nhiệm ông Khôi.", False),
        ("What is the interest rate of the loan?", "en", "The loan runs 9 years.", True),
        ("What is the interest rate of the loan?", "en", "The loan bears 4 per cent a year.", False),
        ("How high is the rate of interest on the loan?", "en", "The loan has a rate of 4.2%.", False),
        ("Lãi suất khoản vay là bao nhiêu?", "vi", "Khoản vay kéo dài 9 năm.", True),
        ("Lãi suất khoản vay là bao nhiêu?", "vi", "Khoản vay chịu 4%/năm.", False),
    ],
)
def test_colours_beginnings_predecessors_and_rates(question: str, language: Language, text: str, missing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert attribute_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Who built the mill?", "en", "Orla burnt the mill."),
        ("What colourful ferry sank?", "en", "The ferry Orla sank."),
        ("Who left before the race?", "en", "Orla left."),
        ("What interest did Orla show?", "en", "Orla liked ferries."),
        ("Ai xây xưởng?", "vi", "Mai đốt xưởng."),
        ("Mai quan tâm điều gì?", "vi", "Mai thích phà."),
    ],
)
def test_other_questions_with_the_same_words(question: str, language: Language, text: str) -> None:
    view, (scene,) = read(question, language, text)
    assert not attribute_missing(view, scene)


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "missing"),
    [
        ("What species of tree did Mara plant?", "en", "Mara planted a commemorative tree.", "en", True),
        ("What kind of dog does Mara own?", "en", "Mara owns a large dog.", "en", True),
        ("What species of tree did Mara plant?", "en", "Mara planted a lychee tree.", "en", False),
        ("What kind of boat does Mara own?", "en", "Mara owns a large boat.", "en", False),
        ("What kind of boat does Mara own?", "en", "Mara owns an old boat.", "en", False),
        ("Mai trồng loại cây gì?", "vi", "Mai trồng một cây lưu niệm.", "vi", True),
        ("Mai nuôi giống chó nào?", "vi", "Mai nuôi con chó to.", "vi", True),
        ("Mai trồng loại cây gì?", "vi", "Mai trồng một cây ổi.", "vi", False),
        ("Mai mua loại thuyền nào?", "vi", "Mai mua thuyền thúng.", "vi", False),
        ("What kind of tree did Mara plant?", "en", "Mara trồng một cây lưu niệm.", "vi", True),
        ("What kind of tree did Mara plant?", "en", "Mara trồng một cây xoài.", "vi", False),
        ("What kind of boat does Mara own?", "en", "Mara có một chiếc thuyền.", "vi", False),
        ("Mai trồng loại cây gì?", "vi", "Mai planted a commemorative tree.", "en", True),
        ("Mai trồng loại cây gì?", "vi", "Mai planted a mango tree.", "en", False),
        ("Mai mua loại thuyền nào?", "vi", "Mai bought a boat.", "en", False),
    ],
)
def test_no_adjective_names_the_sort_of_what_grows_or_lives(
    question: str, language: Language, text: str, told: Language, missing: bool
) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert sort_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "missing"),
    [
        ("How was the weather in Lugo?", "en", "Crews rowed in Lugo.", "en", True),
        ("What was the temperature in Lugo?", "en", "Lugo was warmly praised.", "en", True),
        ("How was the weather in Lugo?", "en", "Crews rowed in the rain in Lugo.", "en", False),
        ("What was the temperature in Lugo?", "en", "It was 9 degrees in Lugo.", "en", False),
        ("Who rowed in Lugo?", "en", "Crews rowed in Lugo.", "en", False),
        ("How was the weather in Lugo?", "en", "Các đội chèo thuyền ở Lugo.", "vi", True),
        ("How was the weather in Lugo?", "en", "Trời Lugo nắng.", "vi", False),
        ("Thời tiết ở Vinh thế nào?", "vi", "Các đội chèo thuyền ở Vinh.", "vi", True),
        ("Nhiệt độ ở Vinh là bao nhiêu?", "vi", "Các đội chèo thuyền ở Vinh.", "vi", True),
        ("Thời tiết ở Vinh thế nào?", "vi", "Ở Vinh mưa to.", "vi", False),
        ("Nhiệt độ ở Vinh là bao nhiêu?", "vi", "Ở Vinh là 9 độ C.", "vi", False),
        ("Ai chèo thuyền ở Vinh?", "vi", "Các đội chèo thuyền ở Vinh.", "vi", False),
    ],
)
def test_the_weather(question: str, language: Language, text: str, told: Language, missing: bool) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert attribute_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        ("Which country chairs the club this year?", "en", "The club stands by the country this year.", True),
        ("Which country is chairing the club?", "en", "The country joined the club.", True),
        ("Which country chairs the club?", "en", "Peru, which holds the presidency of the club, spoke.", False),
        ("Who presided over the trial?", "en", "Judge Orla led the trial.", False),
        ("Nước nào làm Chủ tịch Hội Phà năm nay?", "vi", "Năm nay Lào vào Hội Phà.", True),
        ("Nước nào làm Chủ tịch Hội Phà năm nay?", "vi", "Lào là Chủ tịch Hội Phà năm nay.", False),
        ("Which country hosts the summit this year?", "en", "The organisation of the summit is old.", True),
        ("Which country hosts the summit this year?", "en", "The summit will be held in Peru.", False),
        ("Which city hosts the mill?", "en", "The mill is in Lugo.", False),
        ("Nước nào đăng cai hội thi?", "vi", "Lào thắng hội thi.", True),
        ("Nước nào đăng cai hội thi?", "vi", "Hội thi tổ chức ở Lào.", False),
        ("Who is the author of the painting?", "en", "Orla gave Bruno a painting.", True),
        ("Who is the author of the painting?", "en", "Orla gave a painting by Bruno.", False),
        ("Who was the designer of the boat?", "en", "Orla, who designed the boat, wept.", False),
        ("Ai là tác giả bức tranh?", "vi", "Bà Mai tặng bức tranh.", True),
        ("Bức tranh do họa sĩ nào vẽ?", "vi", "Bà Mai tặng bức tranh.", True),
        ("Tác giả của bức tranh là ai ạ?", "vi", "Ông Sơn vẽ bức tranh.", False),
        ("Who drew the picture?", "en", "Drawing on the past, Orla gave Bruno a picture.", True),
        ("Who drew the picture?", "en", "The picture is the work of an artist, Orla.", False),
        ("Who made the artwork?", "en", "Orla gave Bruno the artwork.", True),
        ("What does the artwork portray?", "en", "Orla gave Bruno the artwork.", True),
        ("When did Ida Moss start as mayor?", "en", "Mayor Ida Moss opened the dam on Monday.", True),
        ("Who made the mill wheel?", "en", "Orla has the mill wheel.", False),
        ("Who wrote the song?", "en", "Orla sang the song.", True),
        ("Who designed the mill?", "en", "Orla built the mill.", True),
        ("Bức tranh do ai vẽ thế?", "vi", "Bà Mai tặng bức tranh.", True),
        ("Ai viết bài hát?", "vi", "Nhạc sĩ Trần Sơn có bài hát ấy.", False),
        ("Trong tranh có gì?", "vi", "Bà Mai tặng bức tranh.", True),
        ("When did Ida Moss take over as Mayor?", "en", "Mayor Ida Moss opened the dam on Monday.", True),
        ("What growth target does the plan set?", "en", "The plan guides the growth of Lugo.", True),
        ("What growth target does the plan set?", "en", "The plan aims at a growth of 4 per cent.", False),
        ("Kế hoạch đặt ra những chỉ tiêu cụ thể nào?", "vi", "Kế hoạch có hiệu lực năm 2045.", True),
        ("Kế hoạch đặt ra những chỉ tiêu cụ thể nào?", "vi", "Kế hoạch có mục tiêu xây 9 đập.", False),
        ("Since when has Ida Moss been mayor?", "en", "Mayor Ida Moss opened the dam on Monday.", True),
        ("Since when has Ida Moss been mayor?", "en", "Ida Moss became mayor on Monday.", False),
        ("Since when has the dam been shut?", "en", "The dam shut on Monday.", False),
        ("Bà Trần Ý làm Thị trưởng từ khi nào?", "vi", "Thị trưởng Trần Ý đến hôm nay.", True),
        ("Bà Trần Ý giữ cương vị thị trưởng từ năm nào?", "vi", "Thị trưởng Trần Ý đến năm 2011.", True),
        ("Bà Trần Ý làm Thị trưởng từ khi nào?", "vi", "Bà Trần Ý được bầu năm 2011.", False),
        ("Đập đóng từ khi nào?", "vi", "Đập đóng hôm nay.", False),
        ("Bức tranh vẽ cái gì thế?", "vi", "Bà Mai tặng bức tranh.", True),
        ("Bức tranh vẽ về cảnh gì nhỉ?", "vi", "Bức tranh khắc họa con đập.", False),
    ],
)
def test_chairs_hosts_authors_targets_and_terms(question: str, language: Language, text: str, missing: bool) -> None:
    view, (scene,) = read(question, language, text)
    assert attribute_missing(view, scene) is missing


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "missing"),
    [
        ("Cây bà Mai trồng là cây gì vậy?", "vi", "Bà Mai trồng cây lưu niệm.", "vi", True),
        ("Bà Mai trồng cây gì thế?", "vi", "Bà Mai trồng cây xoài.", "vi", False),
        ("Bà Mai cầm hoa gì?", "vi", "Bà Mai cầm hoa sen.", "vi", False),
        ("Bà Mai thu được kết quả gì?", "vi", "Bà Mai thu kết quả.", "vi", False),
        ("Which tree did Mara plant?", "en", "Mara planted a commemorative tree.", "en", True),
        ("What tree did Mara plant?", "en", "Mara planted a mango tree.", "en", False),
        ("Bà Mai trồng cây gì?", "vi", "Mai planted a tree.", "en", True),
    ],
)
def test_a_plain_question_for_what_grows_or_lives(
    question: str, language: Language, text: str, told: Language, missing: bool
) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert sort_missing(view, scene) is missing
