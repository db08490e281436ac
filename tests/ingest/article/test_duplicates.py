from __future__ import annotations

import random

import pytest

from bot.ingest.article.duplicates import near_copies, same_words, signature, similarity
from bot.ingest.intake.files import read_text
from bot.models import Article

WORDS = [
    f"{a}{b}{c}" for a in "bcdghklmnrt" for b in ("a", "e", "i", "o", "u", "ang", "ong") for c in ("", "t", "n", "m")
]


def article(name: str, seed: int, changed: float = 0.0) -> Article:
    chance, noise = random.Random(seed), random.Random(seed + 999)
    words = [chance.choice(WORDS) for _ in range(400)]
    words = [noise.choice(WORDS) if noise.random() < changed else w for w in words]
    return read_text("\n".join(" ".join(words[i : i + 40]) + "." for i in range(0, 400, 40)), name, id=name)


def signed(*articles: Article) -> bytes:
    signs = [signature(" ".join(p.text for p in article.paragraphs)) for article in articles]
    return b"".join(sign.tobytes() for sign in signs if sign is not None)


def test_edited_copies_are_found_and_others_are_not() -> None:
    originals = [article(f"a{n}", n) for n in range(120)]
    copies = [article(f"c{n}", n, changed=0.05) for n in range(0, 120, 2)]
    found = {(copy, first) for copy, first, _ in near_copies(signed(*originals, *copies), [True] * 180)}
    assert found == {(120 + n, 2 * n) for n in range(60)}


def test_a_pair_of_which_neither_is_new_is_not_looked_for() -> None:
    signs = signed(*(article("x", 1, changed=0.01 * n) for n in range(4)))
    found = {(copy, first) for copy, first, _ in near_copies(signs, [False, False, True, False])}
    assert found == {(2, 0), (2, 1), (3, 2)}
    assert list(near_copies(b"", [])) == []


def test_a_text_of_which_a_third_is_new_is_no_copy() -> None:
    assert list(near_copies(signed(article("a", 1), article("b", 1, changed=0.3)), [True, True])) == []


def test_the_estimate_is_near_the_true_resemblance() -> None:
    def shingles(text: str) -> set[tuple[str, ...]]:
        words = same_words(text).split()
        return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}

    for changed in (0.02, 0.05, 0.1, 0.2):
        one, two = (" ".join(p.text for p in article("x", 7, changed=c).paragraphs) for c in (0.0, changed))
        true = len(shingles(one) & shingles(two)) / len(shingles(one) | shingles(two))
        a, b = signature(one), signature(two)
        assert a is not None
        assert b is not None
        assert similarity(a, b) == pytest.approx(true, abs=0.14)


def test_case_tone_placement_and_punctuation_do_not_count_and_short_texts_have_no_signature() -> None:
    a, b = signature("Hòa bình " * 10), signature("hoà bình, " * 10)
    assert a is not None
    assert b is not None
    assert a.tobytes() == b.tobytes()
    assert len(a.tobytes()) == 512
    assert signature("a few words only") is None
    c, d = signature(f"{'hoà bình ' * 10}— … —"), signature("… — " * 10)
    assert c is not None
    assert c.tobytes() == a.tobytes()
    assert d is not None  # a text of marks alone is compared by them


def test_a_flood_of_copies_stays_linear() -> None:
    sign = signature(" ".join(WORDS[:80]))
    assert sign is not None
    found = list(near_copies(sign.tobytes() * 300, [True] * 300))
    assert 299 <= len(found) <= 300 * 20
    assert {copy for copy, _, _ in found} == set(range(1, 300))
    assert {resemblance for _, _, resemblance in found} == {1.0}
