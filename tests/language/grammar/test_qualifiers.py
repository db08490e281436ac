import pytest

from bot.language.grammar.qualifiers import allows, qualifiers
from bot.models import Language


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("Most of the pupils left.", "en", {"most"}),
        ("The most famous pupil", "en", {"superlative", "greatest"}),
        ("Not only pupils, after all", "en", {"after"}),
        ("at least 5, under 35", "en", {"above", "below"}),
        (
            "In May the second largest bank may close.",
            "en",
            {"possible", "ranked", "second", "superlative", "greatest"},
        ),
        ("He reportedly resigned.", "en", {"alleged"}),
        ("Tất cả học sinh có thể rời trường.", "vi", {"all", "possible"}),
        ("Chỉ huy thống nhất, thứ nhất, không chỉ", "vi", {"first"}),
        ("Chỉ một người bị cáo buộc.", "vi", {"only", "alleged"}),
        ("Thành phố lớn thứ hai sắp xếp lại", "vi", {"ranked", "second"}),
    ],
)
def test_kinds(text: str, language: Language, kinds: set[str]) -> None:
    assert {q.kind for q in qualifiers(text, language)} == kinds


def test_spans_are_the_words() -> None:
    text = "Perhaps all of them left before noon."
    assert {text[q.start : q.end] for q in qualifiers(text, "en")} == {"Perhaps", "all", "before"}


def test_another_word_may_stand_for_a_qualifier() -> None:
    assert allows("all", "Cả làng rời nhà.", "vi")
    assert not allows("all", "Phần lớn dân làng rời nhà.", "vi")
