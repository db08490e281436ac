from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon.glossary import Entry, Glossary
from bot.language.naming.capitals import with_capitals
from bot.language.words.normalise import clean

TEXTS = (
    "Sáng nay, Tổng Bí thư Tô Lâm thăm ASEAN. Bao nhiêu người đón ông?",
    "Đoàn đi qua phố Bao Vinh, nơi Lâm từng sống; sau đó ông viết thư.",
)


def written(text: str) -> str:
    return with_capitals(text, TEXTS, Glossary([Entry("Phần Lan", ("Finland",)), Entry("bí thư", ("secretary",))]))


def test_neighbours_decide_what_a_word_is() -> None:
    assert written("tổng bí thư tô lâm viết thư") == "Tổng Bí thư Tô Lâm viết thư"
    assert written("phố bao vinh") == "phố Bao Vinh"


def test_the_beginning_of_a_sentence_and_everyday_words_are_no_names() -> None:
    assert written("có bao nhiêu người, sáng nay?") == "có bao nhiêu người, sáng nay?"


def test_a_word_alone_is_written_as_it_mostly_is() -> None:
    assert written("vì sao lâm đến") == "vì sao Lâm đến"


def test_the_glossary_knows_names() -> None:
    assert written("ai sang phần lan?") == "ai sang Phần Lan?"


def test_a_text_with_a_capital_is_left_as_it_is() -> None:
    assert written("Ai gặp tô lâm?") == "Ai gặp tô lâm?"


@given(st.text(st.sampled_from("tô lâmasenAß, .1İ")))
def test_only_capitals_change(text: str) -> None:
    cleaned = clean(text).text
    result = written(cleaned)
    assert len(result) == len(cleaned)
    assert result.lower() == cleaned.lower()
