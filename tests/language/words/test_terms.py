import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.words.normalise import clean, fold
from bot.language.words.terms import analyse, content_terms, grams, stem, tokens, word_of

LETTERS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ ,.'’-0123456789ABCĐ½\n", max_size=120)


def test_english_inflections_share_a_stem() -> None:
    assert word_of("delegations").stem == word_of("Delegation").stem
    assert word_of("welcomed").stem == word_of("welcoming").stem


@pytest.mark.parametrize(("form", "base"), [("went", "go"), ("children", "child"), ("bought", "buy")])
def test_irregular_forms_are_led_back_to_their_base(form: str, base: str) -> None:
    assert stem(form) == stem(base)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("1,200", "1200"),
        ("1.200", "1200"),
        ("2,5", "2.5"),
        ("30th", "30"),
        ("1990s", "1990"),
        ("U.S.", "usa"),
        ("USA", "usa"),
    ],
)
def test_numbers_and_acronyms_have_one_form_in_both_languages(written: str, term: str) -> None:
    assert word_of(written).stem == term


def test_the_word_us_is_not_the_country() -> None:
    assert content_terms("They told us", "en") == content_terms("They told us", "en")[:1]
    assert [t.stem for t in content_terms("The US said", "en")] == ["usa", stem("said")]


def test_possessives_end_before_the_apostrophe() -> None:
    (name,) = content_terms("Lâm’s", "en")
    assert (name.text, name.start, name.end) == ("Lâm", 0, 3)


def test_old_and_new_tone_placement_are_one_term() -> None:
    assert analyse("hòa bình", "vi") == analyse("hoà bình", "vi")


def test_decomposed_text_gives_the_same_terms() -> None:
    text = "Tổng Bí thư Tô Lâm đã tới thăm Ban Thư ký"
    assert analyse(unicodedata.normalize("NFD", text), "vi") == analyse(text, "vi")


def test_toneless_words_meet_the_folded_field_and_the_bigrams() -> None:
    marked, plain = analyse("đón đoàn đại biểu", "vi"), analyse("don doan dai bieu", "vi")
    assert plain["bigrams"] == marked["bigrams"]
    assert set(plain["terms"]) == set(marked["folded"])


def test_stop_words_follow_the_language_of_the_text() -> None:
    assert "an" in analyse("an ninh", "vi")["terms"]
    assert "an" not in analyse("an event", "en")["terms"]


def test_no_bigram_crosses_a_stop_mark_or_joins_two_stop_words() -> None:
    assert analyse("Lâm, Hourn", "en")["bigrams"] == []
    assert analyse("of the Secretariat", "en")["bigrams"] == ["the_secretariat"]
    assert analyse("và đã", "vi")["bigrams"] == []
    assert analyse("làm việc với", "vi")["bigrams"] == ["lam_viec"]


def test_a_separator_inside_a_number_is_no_break() -> None:
    assert "1200_nguoi" in analyse("có 1.200 người", "vi")["bigrams"]


@given(LETTERS)
def test_content_terms_are_spans_of_the_text(text: str) -> None:
    text = clean(text).text
    for language in ("en", "vi"):
        for term in content_terms(text, language):
            assert text[term.start : term.end] == term.text
            assert term.stem
            assert not any(c.isspace() for c in term.stem)


@given(LETTERS)
def test_indexed_terms_hold_no_space_and_match_the_content_terms(text: str) -> None:
    text = clean(text).text
    fields = analyse(text, "vi")
    assert all(term and not any(c.isspace() for c in term) for terms in fields.values() for term in terms)
    assert fields["terms"] == [t.stem for t in content_terms(text, "vi")]


@given(LETTERS)
def test_tokens_are_ordered_spans(text: str) -> None:
    end = 0
    for token, start, stop in tokens(text):
        assert end <= start < stop
        assert text[start:stop] == token
        end = stop


def test_grams_mark_the_edges() -> None:
    assert grams("a") == ["^a$"]
    assert grams(fold("Lâm")) == ["^la", "lam", "am$"]
