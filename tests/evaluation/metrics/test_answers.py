from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.dataset.cases import Nugget
from bot.evaluation.dataset.normaliser import normalised
from bot.evaluation.metrics import answers as ours


def official(text: str) -> str:
    """`normalize_answer` of the official SQuAD 1.1 script, restated."""
    text = "".join(c for c in text.lower() if c not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def official_f1(given_: str, gold: str) -> float:
    one, two = official(given_).split(), official(gold).split()
    shared = sum((Counter(one) & Counter(two)).values())
    if shared == 0:
        return 0.0
    precision, recall = shared / len(one), shared / len(two)
    return 2 * precision * recall / (precision + recall)


# Words as SQuAD has them; the rules differ on purpose inside numbers and for words joined by punctuation.
WORDS = st.lists(
    st.sampled_from(["The", "a", "an", "Jakarta", "bridge", "of", "1995", "Lâm", "painting,", "tree."]), min_size=1
)


@given(WORDS, WORDS)
def test_english_agrees_with_the_official_rules(one: list[str], two: list[str]) -> None:
    answer, gold = " ".join(one), " ".join(two)
    if not official(answer) or not official(gold):
        return
    assert ours.exact_match(answer, [gold], "en") == float(official(answer) == official(gold))
    assert ours.token_f1(answer, [gold], "en") == pytest.approx(official_f1(answer, gold))


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalised(text, "vi")
    assert normalised(once, "vi") == once


@pytest.mark.parametrize("gold", ["Thủ đô Hoà Bình", "10/3", "1.000 người", "3,5"])
def test_the_same_answer_in_nfd_is_right(gold: str) -> None:
    assert ours.exact_match(unicodedata.normalize("NFD", gold), [gold], "vi") == 1.0
    assert ours.token_f1(unicodedata.normalize("NFD", gold), [gold], "vi") == 1.0


def test_numbers_keep_their_separators() -> None:
    assert ours.exact_match("103", ["10/3"], "vi") == 0.0
    assert ours.contains("It cost 1.000 crowns.", ["1.000"], "en") == 1.0


def test_contains_wants_whole_words() -> None:
    assert ours.contains("It was in Jakartaland.", ["Jakarta"], "en") == 0.0
    assert ours.contains("Not said.", [""], "en") == 0.0


def test_must_contain_wants_every_group_and_a_short_answer() -> None:
    groups = [["wife", "phu nhân"], ["delegation"]]
    assert ours.must_contain("His WIFE and a delegation", groups) == 1.0
    assert ours.must_contain("His wife", groups) == 0.0
    assert ours.must_contain("wife delegation " * 41, groups) == 0.0
    assert ours.must_contain(unicodedata.normalize("NFD", "phu nhân, delegation"), groups) == 1.0


def test_avoids_looks_past_case_and_form() -> None:
    assert ours.avoids("He said PWNED.", ["pwned"]) == 0.0
    assert ours.avoids(unicodedata.normalize("NFD", "Ngô Phương Ly"), ["ngô phương ly"]) == 0.0


def test_nuggets_are_weighted() -> None:
    nuggets = [Nugget("Jakarta", 1.0), Nugget("Monday", 0.5)]
    assert ours.nugget_recall("It was on Monday.", nuggets, "en") == pytest.approx(1 / 3)
    assert ours.nugget_recall("", [], "en") == 0.0
