"""Sentences in odd texts: found in time that grows with the length of the text alone."""

import pytest

from bot.language.sentences.boundaries import sentences


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("." * 100_000 + "x", 1),
        (("." * 500 + "'" * 500 + "x") * 200, 1),
        ("Mr. A. B. " * 20_000, 1),
        ('He said "Yes. No" there. ' * 20_000, 20_000),
        ("x. ((((" * 20_000, 1),
    ],
)
def test_runs_of_stops_initials_quotes_and_brackets(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_what_stands_before_a_stop_is_looked_at_within_its_sentence() -> None:
    text = "He met the long-serving Secretary of the Association, Mr. Kao. It was cold. J. R. Smith came."
    assert [s.of(text) for s in sentences(text)] == [
        "He met the long-serving Secretary of the Association, Mr. Kao.", "It was cold.", "J. R. Smith came.",
    ]  # fmt: skip
