from __future__ import annotations

import random

import pytest

from bot.ingest.duplicates import (
    NearCopies,
    bands,
    first_numbers,
    near_duplicate_paragraphs,
    near_duplicates,
    same_words,
    signature,
    similarity,
)
from bot.ingest.files import read_text
from bot.models import Article

WORDS = [
    f"{a}{b}{c}" for a in "bcdghklmnrt" for b in ("a", "e", "i", "o", "u", "ang", "ong") for c in ("", "t", "n", "m")
]


def article(name: str, seed: int, changed: float = 0.0) -> Article:
    chance, noise = random.Random(seed), random.Random(seed + 999)
    words = [chance.choice(WORDS) for _ in range(400)]
    words = [noise.choice(WORDS) if noise.random() < changed else w for w in words]
    return read_text("\n".join(" ".join(words[i : i + 40]) + "." for i in range(0, 400, 40)), name, id=name)


def test_edited_copies_are_found_and_others_are_not() -> None:
    originals = [article(f"a{n}", n) for n in range(120)]
    copies = [article(f"c{n}", n, changed=0.05) for n in range(0, 120, 2)]
    found = {(p.first, p.second) for p in near_duplicates([*originals, *copies])}
    wanted = {(f"a{n}", f"c{n}") for n in range(0, 120, 2)}
    assert found == wanted


def test_a_text_of_which_a_third_is_new_is_no_copy() -> None:
    assert list(near_duplicates([article("a", 1), article("b", 1, changed=0.3)])) == []


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


def test_equal_texts_share_all_bands_and_short_texts_have_no_signature() -> None:
    a, b = signature("Hòa bình " * 10), signature("hoà bình, " * 10)
    assert a is not None
    assert b is not None
    assert bands(a) == bands(b)
    assert all(-(2**63) <= key < 2**63 for key in bands(a))
    assert signature("a few words only") is None


def test_the_same_wire_paragraph_in_two_outlets() -> None:
    wire = "Tổng Thư ký ASEAN nhấn mạnh Việt Nam đã có nhiều đóng góp quan trọng cho ASEAN và Cộng đồng ASEAN trong ba mươi năm."
    one = read_text(f"{wire}\nMột đoạn khác hẳn của bài thứ nhất.\n{wire}", "one", id="one")
    two = read_text(f"Mở đầu khác.\nVTV.vn - {wire}", "two", id="two")
    pairs = list(near_duplicate_paragraphs([one, two]))
    assert [(p.first, p.second) for p in pairs] == [("one#1", "two#2")]
    assert first_numbers(one) == {1: 1, 2: 2, 3: 1}


def test_a_flood_of_copies_stays_linear() -> None:
    copies: NearCopies[int] = NearCopies()
    text = " ".join(WORDS[:80])
    found = [copies.add(n, text) for n in range(300)]
    assert found[0] == []
    assert all(hits[0] == (0, 1.0) and len(hits) <= 50 for hits in found[1:])
