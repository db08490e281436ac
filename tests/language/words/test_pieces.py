from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.words import pieces
from bot.language.words.pieces import Pieces
from bot.language.words.terms import name_and_number_texts, token_texts, tokens

TEXTS = st.text("ABĐaâz019.,'’_ -sStT²½٣\u0301é\n(“", max_size=40)


@given(TEXTS)
def test_piece_by_piece_finds_what_the_whole_text_holds(text: str) -> None:
    taken = Pieces(token_texts)
    assert [*taken.of(text)] == [*taken.of(text)] == [token for token, _, _ in tokens(text)]


@given(TEXTS.map(lambda text: text.replace("_", " ")))
def test_names_and_numbers_are_the_tokens_with_a_capital_or_a_digit(text: str) -> None:
    found = [t for t in token_texts(text) if t[0].isupper() or t[0].isdecimal()]
    assert name_and_number_texts(text) == found


def test_no_more_is_remembered_than_fits() -> None:
    taken = Pieces(str.split)
    for number in range(pieces.REMEMBERED + 10):
        assert [*taken.of(f"a{number}")] == [f"a{number}"]
    assert len(taken) <= pieces.REMEMBERED
    long = "x" * (pieces.LONGEST + 1)
    assert [*taken.of(long)] == [long]
    assert long not in taken
