from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.dataset.cases import Case
from bot.evaluation.dataset.distractors import distractors
from bot.evaluation.dataset.perturbation import tones_placed, typo, variants


@given(st.text(max_size=60))
def test_a_typo_moves_two_letters_and_is_always_the_same(text: str) -> None:
    found = typo(text)
    assert found == typo(text)
    assert sorted(found) == sorted(text)
    assert sum(a != b for a, b in zip(found, text, strict=True)) in (0, 2)


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("THUỶ", "THỦY"), ("khoẻ", "khỏe")])
def test_tones_move_both_ways(old: str, new: str) -> None:
    assert tones_placed(old) == new
    assert tones_placed(new) == old


def test_only_forms_that_differ_are_asked() -> None:
    case = Case("q", "ai đón đoàn ở hoà bình", "vi", True, answers=("x",), paraphrases=("Ai đón?",))
    forms = {name: changed.question for name, changed in variants(case)}
    assert forms["toneless"] == "ai don doan o hoa binh"
    assert unicodedata.normalize("NFC", forms["nfd"]) == case.question
    assert forms["paraphrase_1"] == "Ai đón?"
    assert "lower_case" not in forms
    assert "toneless" not in dict(variants(Case("q", "Who is Lâm?", "en", True, answers=("x",))))


def test_distractors_differ_and_never_change() -> None:
    found = dict(distractors(1000))
    assert len(found) == len(set(found.values())) == 1000
    assert list(distractors(3)) == list(distractors(1000))[:3]
    assert {len(paragraphs) for paragraphs in found.values()} == {3}
