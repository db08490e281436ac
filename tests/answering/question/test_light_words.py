import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question.light_words import LEFT, framing, holds, is_light, names_a_class
from bot.language.words.normalise import words
from bot.language.words.terms import word_of
from bot.models import Language
from tests.answering.conftest import read

FRAMES = sorted(words("what did has the mayor say said think about dam ai nói cho biết trở thành chính xác gì con đập"))


@pytest.mark.parametrize(
    ("question", "language", "framed"),
    [
        ("What did the mayor say about the dam", "en", ["say"]),
        ("What has Mara stated on the new dam", "en", ["stated"]),
        ("How many boats does the report mention near Hoi", "en", ["mention"]),
        ("Bà Mai cho biết con đập dài bao nhiêu", "vi", ["cho", "biết"]),
        ("Anh Tú trở thành đội trưởng năm nào", "vi", ["trở", "thành"]),
        ("Con dap dai chinh xac bao nhieu met", "vi", ["chinh", "xac"]),
        ("Who holds the post of harbour master", "en", ["holds", "the", "post"]),
        ("Who occupied the office of mayor", "en", ["occupied", "the", "office"]),
        ("Who serves as mayor of Lugo", "en", ["serves"]),
        ("Who is going to mend the ferry", "en", ["going"]),
        ("Who were the people who mended the ferry", "en", ["people"]),
        ("Who was the person behind the plan", "en", ["person"]),
        ("Which ferry was named the best of Lugo", "en", ["named"]),
        ("Ai giữ chức thị trưởng Lugo", "vi", ["giữ", "chức"]),
        ("Ai hiện nắm giữ cương vị thị trưởng", "vi", ["hiện", "nắm", "giữ", "cương", "vị"]),
        ("Ai là người sửa phà Lugo", "vi", ["Ai", "là", "người"]),
        ("Theo lời bà Mai phà cũ hỏng", "vi", ["Theo", "lời"]),
        ("How many boats crossed the river in all", "en", ["all"]),
        ("Which feast falls within the week of the visit", "en", ["falls"]),
        ("Đội thuyền có tất cả bao nhiêu chiếc", "vi", ["tất", "cả"]),
        ("Who held the keys of the ferry", "en", []),
        ("Who served soup on the ferry", "en", []),
        ("Who was going home by ferry", "en", []),
        ("How many people mended the ferry", "en", []),
        ("Which ferry was named Orla", "en", []),
        ("Ông Sơn giữ chức gì ở Lugo", "vi", []),
        ("Ai giữ chìa khóa phà Lugo", "vi", []),
        ("Ai là người dân làng Lugo", "vi", []),
        ("Who built the dam and the bridge", "en", []),
        ("The mayor said that boats sank", "en", []),
        ("How does Mara see the new dam", "en", ["see"]),
        ("How would the mayor describe the ferry", "en", ["describe"]),
        ("What did Mara bring to Lugo", "en", ["bring"]),
        ("Who talked about the old dam", "en", ["talked"]),
        ("Who spoke of the old dam", "en", ["spoke"]),
        ("Who leads when it comes to rowing", "en", ["when", "it", "comes"]),
        ("In the mayor's words what is the dam", "en", ["words"]),
        ("What is the dam in her opinion", "en", ["opinion"]),
        ("Who owns the ferry at present", "en", ["at", "present"]),
        ("Who currently owns the ferry", "en", ["currently"]),
        ("What will Lugo build in the near future", "en", ["near", "future"]),
        ("On which day did the fair fall on", "en", ["fall"]),
        ("Hiện nay ai sửa phà Lugo", "vi", ["Hiện", "nay"]),
        ("Sắp tới ai sửa phà Lugo", "vi", ["Sắp", "tới"]),
        ("Bà Mai mô tả con đập như thế nào", "vi", ["mô", "tả"]),
        ("Bà Mai cảm thấy con đập ra sao", "vi", ["cảm", "thấy"]),
        ("How did the ferry sink near Lugo", "en", []),
        ("Who saw the ferry near Lugo", "en", []),
        ("How many people see the ferry", "en", []),
        ("When did it come to Lugo", "en", []),
        ("Who talked to the old captain", "en", []),
        ("Which boats fell to the storm", "en", []),
        ("What words are on the gate", "en", []),
        ("Bà Mai mô tả con đập nào", "vi", []),
        ("Ai đánh giá con đập Hoa cao nhất", "vi", []),
        ("Tương lai của con đập là gì", "vi", []),
        ("How many boats has Mara mended so far", "en", ["so", "far"]),
        ("How many boats sank to date near Lugo", "en", ["to", "date"]),
        ("How many boats counting this one sank", "en", ["counting", "this", "one"]),
        ("How far did Mara row", "en", []),
        ("Who took part in the race", "en", ["took", "part"]),
        ("Which part of Lugo flooded", "en", []),
        ("What did the club help strengthen in Lugo", "en", ["help"]),
        ("Who helped to mend the ferry", "en", ["helped"]),
        ("Who came to the captain's help", "en", []),
        ("Who spoke right before the race began", "en", ["right"]),
        ("Who wept just after the race", "en", ["just"]),
        ("Who had the right to row home", "en", []),
        ("What does Mara want from the club", "en", ["want"]),
        ("How does Mara rate the old dam", "en", ["rate"]),
        ("Bà Mai muốn con đập cao bao nhiêu", "vi", ["muốn"]),
        ("Bà Mai mong muốn con đập cao bao nhiêu", "vi", ["mong", "muốn"]),
        ("Lễ hội rơi vào ngày nào trong năm", "vi", ["rơi"]),
        ("Chiếc phà rơi xuống sông khi nào", "vi", []),
        ("Ai phát biểu ngay trước lễ khai mạc", "vi", ["phát", "biểu", "ngay"]),
        ("Ai đến ngay chỗ phà chìm", "vi", []),
        ("Bà Mai sửa bao nhiêu phà tính đến nay", "vi", ["tính", "đến", "nay"]),
        ("Ai tham gia cuộc đua ở Lugo", "vi", ["tham", "gia"]),
        ("Ai tham gia sửa phà ở Lugo", "vi", []),
        ("What did Mara think", "en", ["think"]),
        ("Did Mara say", "en", []),
        ("Ai nói", "vi", []),
        ("Ai xây con đập ở làng Hoa", "vi", []),
    ],
)
def test_words_that_only_say_who_said_it(question: str, language: Language, framed: list[str]) -> None:
    found = question.split()
    assert [found[i] for i in sorted(framing([word_of(w) for w in found], language))] == framed


@given(st.lists(st.sampled_from(FRAMES) | st.text("a.đ?", min_size=1, max_size=3), max_size=14))
def test_framing_lies_in_the_question_and_leaves_some_of_it(found: list[str]) -> None:
    for language in ("en", "vi"):
        framed = framing([word_of(w) for w in found], language)
        assert framed <= set(range(len(found)))
        assert not framed or len(found) - len(framed) > LEFT


def test_light_words_in_every_form() -> None:
    assert all(
        is_light(word_of(w))
        for w in ("happened", "occurs", "becoming", "exactly", "nằm", "chuyến", "đem", "vị", "brings", "phía")
    )
    assert not any(is_light(word_of(w)) for w in ("planted", "bridge", "trồng", "hosted", "mang", "đen"))
    assert [holds(word_of(w)) for w in ("hosted", "houses", "đóng", "planted")] == [True, True, True, False]


def test_a_noun_that_its_name_stands_for() -> None:
    assert all(names_a_class(word_of(w)) for w in ("organisation", "agency", "company", "tổ", "chức", "hãng"))
    assert not any(names_a_class(word_of(w)) for w in ("organised", "bridge", "ferry", "cầu"))


@pytest.mark.parametrize(
    ("question", "language", "light"),
    [
        ("Which organisation mended the ferry?", "en", ["organisation"]),
        ("When did the organisation mend the ferry?", "en", []),
        ("Which ferry did the company sell?", "en", []),
        ("Cơ quan nào sửa phà?", "vi", ["Cơ", "quan"]),
        ("Công ty bán phà nào?", "vi", []),
        ("Hãng nào mua phà?", "vi", ["Hãng"]),
        ("Vị nào đem quà đến Huế?", "vi", ["đem"]),
        ("Which country hosts the race?", "en", ["hosts"]),
        ("Which officials mended the ferry?", "en", ["officials"]),
        ("Which dignitaries mended the ferry?", "en", ["dignitaries"]),
        ("When did the officials mend the ferry?", "en", []),
        ("Which captains mended the ferry?", "en", []),
        ("Who hosts the race?", "en", []),
    ],
)
def test_what_is_light_where_it_stands(question: str, language: Language, light: list[str]) -> None:
    view, _ = read(question, language, "Orla.")
    assert [t.text for t in view.terms if t.light] == light
