import pytest

from bot.answering.choice.abstention import GUARD, TOLD, UNDONE, UNSAID, VOUCHED, guarded
from bot.models import Language
from tests.answering.conftest import read

BEFORE = 0.6


def left(question: str, asks: Language, text: str, *, told: bool = False, language: Language | None = None) -> float:
    """What is made of a confidence of .6 in the first sentence of a text."""
    view, found = read(question, asks, text, told=language)
    return guarded(view, found[0], BEFORE, told=told)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Who repaired the ferry?", "en", "Orla looked at the ferry."),
        ("Who repaired the ferry?", "en", "The ferry has a captain, Orla."),
        ("By whom was the ferry repaired?", "en", "Orla looked at the ferry."),
        ("Con phà do ai sửa chữa?", "vi", "Orla ngắm con phà."),
        ("Ai sửa chữa con phà?", "vi", "Orla ngắm con phà."),
        ("Ai khai trương nhà sách?", "vi", "Khôi ghé nhà sách."),
        ("Ai phê duyệt dự án?", "vi", "Khôi xem dự án."),
    ],
)
def test_nobody_did_what_is_asked(question: str, language: Language, text: str) -> None:
    assert left(question, language, text) in (pytest.approx(BEFORE * UNDONE), pytest.approx(BEFORE * UNSAID))


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Who repaired the ferry?", "en", "Orla repaired the ferry."),
        ("Who repaired the ferry?", "en", "Orla came with the ferry. She repaired it."),
        ("Who became captain of the ferry?", "en", "Orla is captain of the ferry."),
        ("Ai sửa chữa con phà?", "vi", "Orla sửa chữa con phà."),
        ("Ai trở thành thuyền trưởng con phà?", "vi", "Orla là thuyền trưởng con phà."),
        ("Con phà được ai sửa?", "vi", "Orla sửa con phà."),
    ],
)
def test_somebody_did_or_it_says_too_little_to_tell(question: str, language: Language, text: str) -> None:
    assert left(question, language, text) == pytest.approx(BEFORE)


def test_what_was_done_across_languages() -> None:
    assert left("Who repaired the ferry?", "en", "Orla sửa con phà.", language="vi") == pytest.approx(BEFORE)
    assert left("Who repaired the ferry?", "en", "Orla ngắm con phà.", language="vi") < BEFORE
    assert left("Ai sửa con phà?", "vi", "Orla looked at the ferry.", language="en") < BEFORE


def test_a_lead_and_a_measure_take_the_doubt_together() -> None:
    cases: tuple[tuple[str, Language, str], ...] = (
        ("In which year did the ferry sink?", "en", "The ferry sank in 1962."),
        ("Con phà chìm năm nào?", "vi", "Con phà chìm năm 1962."),
    )
    for question, language, text in cases:
        doubt = 1 - BEFORE
        assert left(question, language, text) == pytest.approx(1 - VOUCHED * doubt)
        assert left(question, language, text, told=True) == pytest.approx(1 - TOLD * VOUCHED * doubt)


def test_a_lead_alone_and_neither() -> None:
    cases: tuple[tuple[str, Language, str], ...] = (
        ("Where did the ferry sink?", "en", "The ferry sank in Lugo."), ("Con phà chìm ở đâu?", "vi", "Con phà chìm ở Lugo."),
    )  # fmt: skip
    for question, language, text in cases:
        assert left(question, language, text) == pytest.approx(BEFORE)
        assert left(question, language, text, told=True) == pytest.approx(1 - TOLD * (1 - BEFORE))


def test_no_lead_vouches_for_what_is_not_there() -> None:
    cases: tuple[tuple[str, Language, str], ...] = (
        ("How much did the ferry cost?", "en", "The ferry cost a lot."), ("Con phà giá bao nhiêu tiền?", "vi", "Con phà giá cao."),
    )  # fmt: skip
    for question, language, text in cases:
        assert left(question, language, text, told=True) == pytest.approx(BEFORE * GUARD)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("By whom was the ferry repaired?", "en", "Orla repaired the ferry."),
        ("By whom was the ferry repaired?", "en", "Orla came with the ferry. She had repaired it."),
        ("By who was the ferry repaired?", "en", "The ferry was mended by Orla."),
        ("By whom was the ferry held?", "en", "Orla looked at the ferry."),
        ("When was the ferry repaired?", "en", "Orla looked at the ferry."),
        ("The ferry was repaired with whom?", "en", "Orla looked at the ferry."),
        ("Con phà do ai sửa chữa?", "vi", "Orla sửa chữa con phà."),
        ("Con phà được sửa chữa bởi ai?", "vi", "Con phà được Orla sửa chữa."),
        ("Con phà bị chìm vì sao?", "vi", "Orla ngắm con phà."),
    ],
)
def test_by_whom_it_was_done_or_something_else_is_asked(question: str, language: Language, text: str) -> None:
    assert left(question, language, text) == pytest.approx(BEFORE)


def test_by_whom_across_languages() -> None:
    assert left("By whom was the ferry repaired?", "en", "Orla sửa con phà.", language="vi") == pytest.approx(BEFORE)
    assert left("By whom was the ferry repaired?", "en", "Orla ngắm con phà.", language="vi") < BEFORE
    assert left("Con phà do ai sửa?", "vi", "Orla repaired the ferry.", language="en") == pytest.approx(BEFORE)
    assert left("Con phà do ai sửa?", "vi", "Orla looked at the ferry.", language="en") < BEFORE
