"""The sentences do not depend on how the stream was cut, and every known form of a mark is read."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.generation.segmenter import Segmenter, Sentence


def cut(*pieces: str) -> list[Sentence]:
    segmenter = Segmenter()
    found = [sentence for piece in pieces for sentence in segmenter.feed(piece)]
    return found + segmenter.close()


def read(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.numbers) for sentence in cut(text)]


@pytest.mark.parametrize(
    ("mark", "numbers"),
    [
        ("[1]", (1,)), ("[1][2]", (1, 2)), ("[1] [2]", (1, 2)), ("[1, 2]", (1, 2)), ("[1;2]", (1, 2)), ("[1-3]", (1, 2, 3)),
        ("[1–3]", (1, 2, 3)), ("[1], [3]", (1, 3)), ("[1] and [2]", (1, 2)), ("[1] và [2]", (1, 2)), ("【1】", (1,)),
        ("【1†source】", (1,)), ("[^1]", (1,)), ("[Source 1]", (1,)), ("[source: 2]", (2,)), ("[Nguồn 1]", (1,)),
        ("[Đoạn 2, Đoạn 3]", (2, 3)), ("[passage 12]", (12,)), ("[1](http://a.b/c?d=1)", (1,)), ("([1])", (1,)),
        ("[ 1 ]", (1,)), ("[2][2]", (2,)),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    ["It is in Jakarta {}. Then he left.", "It is in Jakarta. {} Then he left.", "It is in Jakarta.{} Then he left."],
)
def test_forms_of_a_mark(form: str, mark: str, numbers: tuple[int, ...]) -> None:
    assert read(form.format(mark)) == [("It is in Jakarta.", numbers), ("Then he left.", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Kao met Dr. Smith in the U.S. on 3.5.2025 [1]. It cost 1.5 million [2].",
         [("Mr. Kao met Dr. Smith in the U.S. on 3.5.2025.", (1,)), ("It cost 1.5 million.", (2,))]),
        ("Ông ở TP. Hồ Chí Minh [1]. Kim ngạch đạt 84,7 tỷ USD, tăng 16%. [2] Họ về.",
         [("Ông ở TP. Hồ Chí Minh.", (1,)), ("Kim ngạch đạt 84,7 tỷ USD, tăng 16%.", (2,)), ("Họ về.", ())]),
        ("- Lâm đi [1].\n- Ông **về** [2]\n* Họ ở lại\n[3]\n", [("Lâm đi.", (1,)), ("Ông về", (2,)), ("Họ ở lại", (3,))]),
        ("1. Lâm went [1].\n2) He left [2].", [("Lâm went.", (1,)), ("He left.", (2,))]),
        ("[1] Lâm came. [2] He left.", [("Lâm came.", (1,)), ("He left.", (2,))]),
        ("Lâm came [1].\n[2] He left.", [("Lâm came.", (1,)), ("He left.", (2,))]),
        ("Câu một. Câu hai. Câu ba [1].", [("Câu một.", ()), ("Câu hai.", ()), ("Câu ba.", (1,))]),
        ('He said "We go. Now we win." [1] Then he left.', [('He said "We go. Now we win."', (1,)), ("Then he left.", ())]),
        ("“Đi. Về,” ông nói [1]. Họ về [2].", [("“Đi. Về,” ông nói.", (1,)), ("Họ về.", (2,))]),
        ("Lâm [1] met Kao [2] there.", [("Lâm met Kao there.", (1, 2))]),
        ("It rose 3.5% [1]. 5 people came [2].", [("It rose 3.5%.", (1,)), ("5 people came.", (2,))]),
        ("Ông nói... [1] Sau đó ông về… [2]", [("Ông nói...", (1,)), ("Sau đó ông về…", (2,))]),
        ("Really [1]? Yes [2]!", [("Really?", (1,)), ("Yes!", (2,))]),
        ("Jakarta.[1]. He left.", [("Jakarta.", (1,)), ("He left.", ())]),
        ("A came [1]. Sources:\n[1] VNS\n[2] VTV", [("A came.", (1,))]),
        ("A came [1].\n\n**Nguồn**\n[1]: VNS, 10/3", [("A came.", (1,))]),
        ("A came [^1].\n[^1]: VNS, page 2.", [("A came.", (1,))]),
        ("A came [1]. [Applause] B left [2].", [("A came.", (1,)), ("[Applause] B left.", (2,))]),
        ("A came [1]. ![v](http://x/p.png?q=secret)", [("A came.", (1,)), ("![v](http://x/p.png?q=secret)", ())]),
        ("A came [1]. <img src=x onerror=alert(1)>", [("A came.", (1,)), ("<img src=x onerror=alert(1)>", ())]),
        ("In 2025 [2025] it was [sic] so.", [("In 2025 [2025] it was [sic] so.", ())]),
        ("", []), (" \n[1] ", []), ("...", []), ("NO_ANSWER", [("NO_ANSWER", ())]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(text) == expected


def test_quoted_words_go_with_their_number() -> None:
    (sentence,) = cut('Ông đến Jakarta [2 "arrived in Jakarta"; 3: “on Monday”].')
    assert sentence == ("Ông đến Jakarta.", (2, 3), ((2, "arrived in Jakarta"), (3, "on Monday")))


PARTS = st.sampled_from(
    ["Tô Lâm", " visited", " Jakarta", ".", ". ", " [1]", "[2]", "[1", ", 2]", "-3]", "【3】", "[^1]", "[Nguồn 1]", "(http://a.b)",
     "\n", "\n- ", "1. ", " 3.5", " U.S.", " Mr. ", '"', "“", "”", "!", "?", "…", " và", " họ", "[x]", " (", ")", "**", " ", "NO_ANSWER", "Sources:"]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=30).map("".join)


@given(text=TEXTS, cuts=st.lists(st.integers(0, 200), max_size=20))
def test_the_cut_of_the_stream_is_no_matter(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(min(c, len(text)) for c in cuts), len(text)]
    pieces = [text[a:b] for a, b in pairwise(edges)]
    assert cut(*pieces) == cut(text) == cut(*text)


@given(text=TEXTS)
def test_words_are_kept_in_order_and_none_is_made_up(text: str) -> None:
    found = " ".join(sentence.text for sentence in cut(text))
    remaining = iter(text)
    assert all(character in remaining for character in found if not character.isspace())


@given(text=TEXTS)
def test_a_sentence_never_changes_once_it_is_out(text: str) -> None:
    segmenter = Segmenter()
    out = [sentence for character in text for sentence in segmenter.feed(character)]
    assert cut(text)[: len(out)] == out


def test_running_text_hides_marks_whole_or_begun() -> None:
    segmenter = Segmenter()
    segmenter.feed("He left. [1] It is in Jakarta [1][2")
    assert segmenter.running == "It is in Jakarta"


@pytest.mark.parametrize(
    "text",
    ["[1]" * 1300, "[1] a " * 660, "[" * 4000, " " * 4000 + "x", '"“' * 2000, "- " * 2000, "*" * 4000, "a. [" * 1000],
)
def test_hostile_output_takes_no_quadratic_time(text: str) -> None:
    since = time.process_time()
    cut(text)
    assert time.process_time() - since < 5
