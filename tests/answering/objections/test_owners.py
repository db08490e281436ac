import pytest

from bot.answering.objections.owners import of_another
from bot.models import Language
from tests.answering.conftest import read


@pytest.mark.parametrize(
    ("question", "language", "text", "told", "another"),
    [
        ("When did Laos join the bloc?", "en", "The year marks Thailand's accession to the bloc.", "en", True),
        ("When did Laos join the bloc?", "en", "In May 1997 Thailand joined the bloc.", "en", True),
        ("When did Laos join the bloc?", "en", "Laos joined the bloc in 1997, as Thailand did.", "en", False),
        ("When did Laos join the bloc?", "en", "It joined the bloc in 1997.", "en", False),
        ("Lào gia nhập khối năm nào?", "vi", "Sau 30 năm Thái Lan gia nhập khối, hai bên họp lại.", "vi", True),
        ("Lào gia nhập khối năm nào?", "vi", "Năm 1997 Lào gia nhập khối.", "vi", False),
        ("Which scholars of Phù Sa came home?", "en", "Minh Đức scholars came home.", "en", False),
    ],
)
def test_what_is_told_of_another_name(
    question: str, language: Language, text: str, told: Language, another: bool
) -> None:
    view, (scene,) = read(question, language, text, told=told)
    assert of_another(view, scene) is another
