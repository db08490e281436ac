import pytest

from bot.answering.objections.reasons import GIVES_REASON, unreasoned
from bot.answering.text.paragraph_view import view_of
from bot.models import Language, Paragraph, Source
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("text", "language", "outright"),
    [
        ("The fair closed because of the storm.", "en", True),
        ("The fair closed, citing the storm.", "en", True),
        ("The fair closed in memory of Mara.", "en", True),
        ("He was held on suspicion of theft.", "en", True),
        ("He was held in Lugo on Monday.", "en", False),
        ("Thanks to the ferry the fair opened.", "en", True),
        ("Only through tolls could the fair open.", "en", True),
        ("The fair closed after the storm.", "en", False),
        ("The fair closed on Sunday.", "en", False),
        ("The fair is to close.", "en", False),
        ("Hội chợ đóng cửa vì bão.", "vi", True),
        ("Chỉ có đoàn kết hội chợ mới mở được.", "vi", True),
        ("Cơn bão khiến hội chợ đóng cửa.", "vi", True),
        ("Hội chợ đóng cửa do mưa lớn.", "vi", True),
        ("Hội chợ do tỉnh đoàn tổ chức.", "vi", False),
        ("Hội chợ đóng cửa sau khi bão tan.", "vi", False),
        ("Hội chợ đóng cửa hôm Chủ nhật.", "vi", False),
    ],
)
def test_a_reason_outright(text: str, language: Language, outright: bool) -> None:
    (sentence,) = view_of(Paragraph(Source("a", language), 1, text, "body", language)).sentences
    assert GIVES_REASON.says(sentence) is outright


@pytest.mark.parametrize(
    ("question", "language", "text", "without"),
    [
        ("Why did Lugo join the league?", "en", "Monday marks the accession of Lugo to Ferrol's league.", True),
        ("Why did Lugo join the league?", "en", "Lugo's accession to the league is old.", True),
        ("Why did Lugo join the league?", "en", "Lugo joined the league to sell boats.", False),
        ("Why did the fair close?", "en", "The fair closed on Sunday.", True),
        ("Why did the fair close?", "en", "The fair closed for three days.", True),
        ("Why did the fair close?", "en", "The fair closed, according to 40 traders.", True),
        ("Why did the fair close?", "en", "The fair closed. The town mended it after the flood.", True),
        ("Why did the fair close?", "en", "The fair closed for repairs.", False),
        ("Why did the fair close?", "en", "The fair closed after the flood.", False),
        ("Why did the fair close?", "en", "The fair closed. The reason was a flood.", False),
        ("When did the fair close?", "en", "The fair closed on Sunday.", False),
        ("Vì sao hội chợ đóng cửa?", "vi", "Hội chợ đóng cửa hôm Chủ nhật.", True),
        ("Vì sao hội chợ đóng cửa?", "vi", "Hội chợ đóng cửa trong ba ngày.", True),
        ("Vì sao hội chợ đóng cửa?", "vi", "Hội chợ đóng cửa. Tỉnh dọn dẹp sau khi lũ rút.", True),
        ("Vì sao hội chợ đóng cửa?", "vi", "Hội chợ đóng cửa để sửa mái.", False),
        ("Vì sao hội chợ đóng cửa?", "vi", "Hội chợ đóng cửa. Nguyên nhân là lũ.", False),
        ("Khi nào hội chợ đóng cửa?", "vi", "Hội chợ đóng cửa hôm Chủ nhật.", False),
    ],
)
def test_why_needs_a_reason(question: str, language: Language, text: str, without: bool) -> None:
    view, found = read(question, language, text)
    assert unreasoned(view, found[0]) is without


def test_a_reason_in_the_other_language() -> None:
    for text, without in (("The fair closed due to a flood.", False), ("The fair closed on Sunday.", True)):
        view, (scene,) = read("Vì sao hội chợ đóng cửa?", "vi", text, told="en")
        assert unreasoned(view, scene) is without
