import pytest

from bot.language.grammar.verbs import is_light, main_verb
from bot.models import Language


@pytest.mark.parametrize(
    ("text", "language", "verb"),
    [
        ("The delegation was warmly welcomed by Lâm.", "en", "welcomed"),
        ("Lâm praises the role.", "en", "praises"),
        ("The united team lost.", "en", "lost"),
        ("Lâm became president.", "en", None),
        ("Lâm is a great leader.", "en", None),
        ("ASEAN sectors work together.", "en", None),
        ("Lâm will visit Jakarta.", "en", "visit"),
        ("Ông Tô Lâm thăm Jakarta.", "vi", "thăm"),
        ("Tổng Bí thư Tô Lâm đã chặt cây ở Jakarta.", "vi", "chặt"),
        ("Đoàn đã được đón ở Jakarta.", "vi", "đón"),
        ("Tô Lâm là chủ tịch.", "vi", None),
        ("", "en", None),
    ],
)
def test_the_verb_of_a_statement(text: str, language: Language, verb: str | None) -> None:
    at = main_verb(text, language)
    assert (None if at is None else text[at:].split()[0].strip(".")) == verb


def test_a_light_verb_is_light_in_every_form() -> None:
    assert is_light("became", "en")
    assert is_light("includes", "en")
    assert not is_light("welcomed", "en")
