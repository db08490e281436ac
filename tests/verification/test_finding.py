"""What a question may put in its own way without being contradicted."""

import pytest

from bot.verification.attribution import check_text

BOOKS = "Năm 1520 Luther xuất bản To the Christian Nobility of the German, On the Babylon Captivity of the Church và ba cuốn khác."
WARD = "Với 4:51 còn lại, Carolina có bóng ở vạch 24 và Newton để mất bóng ở “lượt thứ 3 và phải tiến 9 yard”."
HOMES = "Có 158.349 hộ gia đình, trong đó 30.547 hộ (19,3%) có chủ nhà là nữ không có chồng."
GROUPS = "Phía tây Fresno là nơi người H'mong hoặc người Lào sinh sống."
ICE = "Băng tan từ 22.000 năm trước. Đến năm 9000 BP, châu Âu đã có rừng bao phủ toàn bộ."


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            'Bên cạnh "To the Christian Nobility of the German Nation", Luther xuất bản mấy cuốn khác năm 1520? ba cuốn.',
            BOOKS,
        ),
        ("Ai để mất bóng ở “lượt thứ 3 và 9 yard”? Newton.", WARD),
        ("Carolina có bóng ở vạch nào khi còn lại 4:51: 24", WARD),
        ("Tỷ lệ phần trăm chủ nhà là nữ không chồng là bao nhiêu? 19,3%.", HOMES),
        ("Hai nhóm người sinh sống ở phía tây Fresno là nhóm nào? người H'mong hoặc người Lào.", GROUPS),
        ("Khi nào châu Âu có rừng bao phủ sau Kỷ băng hà? 9000 BP.", ICE),
    ],
)
def test_a_question_in_its_own_words_is_not_rejected(claim: str, text: str) -> None:
    assert check_text(claim, text).support != "rejected"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Ai để mất bóng ở “lượt thứ 5 và 9 yard”? Newton.", WARD),
        ("Newton để mất bóng ở đâu? “lượt thứ 3 và 9 yard”.", WARD),
        ("Bảy nhóm người sinh sống ở phía tây Fresno là nhóm nào? người H'mong hoặc người Lào.", GROUPS),
        ("Carolina có bóng ở vạch nào khi còn lại 4:52: 24", WARD),
        ("Tỷ lệ phần trăm chủ nhà là nữ không chồng là bao nhiêu? 19,4%.", HOMES),
    ],
)
def test_nor_does_it_let_another_figure_or_quote_pass(claim: str, text: str) -> None:
    assert check_text(claim, text).support == "rejected"
