"""The words of a sentence: which of them are names, numbers and parts of a date, by their looks and their neighbours."""

from __future__ import annotations

import pytest

from bot.answering.text.tokens import Token, read_tokens
from bot.language.words.terms import tokens
from bot.models import Language


def read(text: str, language: Language) -> list[Token]:
    return read_tokens(list(tokens(text)), language, text)


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("A bowl costs VNĐ120 today.", "en", ["VNĐ120"]),
        ("He paid US$40 and S$9.", "en", ["40", "9"]),
        ("She paid USD75 for seven cups.", "en", ["USD75", "seven"]),
        ("Bát phở giá VND45000 ở chợ.", "vi", ["VND45000"]),
        ("Ông mua ba cái và 2 rổ.", "vi", ["ba", "2"]),
        ("The A380 left gate B12 under COP28.", "en", []),
        ("Đội U23 gặp đội B52.", "vi", []),
        ("The vndirect office is in Vinh.", "en", []),
    ],
)
def test_numbers_and_labels(text: str, language: Language, numbers: list[str]) -> None:
    assert [t.text for t in read(text, language) if t.number] == numbers


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("The mayor met Rose in Lugo.", "en", ["Rose", "Lugo"]),
        ("Lugo wins", "en", ["Lugo"]),
        ("Students The", "en", ["Students"]),
        ("Ông gặp Rose.", "vi", ["Rose"]),
        ("Kao trồng cây.", "vi", ["Kao"]),
    ],
)
def test_names(text: str, language: Language, names: list[str]) -> None:
    assert [t.text for t in read(text, language) if t.capital] == names


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("It opened in May 1995 under Vision 2025.", "en", ["May", "1995"]),
        ("You may march on 10/3.", "en", ["10", "3"]),
        ("Ngày 10 tháng 3 họp hàng năm.", "vi", ["Ngày", "10", "tháng", "3"]),
        ("Thứ Hai họp lần thứ hai.", "vi", ["Thứ"]),
    ],
)
def test_parts_of_dates(text: str, language: Language, dates: list[str]) -> None:
    assert [t.text for t in read(text, language) if t.date] == dates
