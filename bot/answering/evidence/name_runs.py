"""The names of a sentence as they are printed, with the titles before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.language.naming import titles


@lru_cache(maxsize=4096)
def named_runs(sentence: SentenceView) -> tuple[list[Token], ...]:
    """The names of a sentence with the titles before them, remembered."""
    return tuple(_named_runs(sentence))


def _named_runs(sentence: SentenceView) -> Iterator[list[Token]]:
    run: list[Token] = []
    for place, token in enumerate(sentence.tokens):
        if token.capital or (run and token.word.canonical in titles.INSIDE) or _opens_title(sentence, place):
            run.append(token)
        elif run:
            yield run
            run = []
        if run and place + 1 < len(sentence.tokens) and parted(sentence, place):
            yield run
            run = []
    if run:
        yield run


def _opens_title(sentence: SentenceView, place: int) -> bool:
    """Whether a Vietnamese sentence begins with a title of two syllables: `Bộ trưởng`, `Đại sứ`."""
    beside = [t.word.canonical for t in sentence.tokens[:2]]
    return (
        place == 0
        and sentence.language == "vi"
        and bool(titles.BESIDE_NAMES.fullmatch(" ".join(beside)))
        and beside[1] in titles.INSIDE
    )


def parted(sentence: SentenceView, place: int) -> bool:
    """Whether a mark stands between a word and the next one."""
    gap = sentence.gap(place)
    return any(mark in gap for mark in ',;:()“”"—')


def title_end(run: Sequence[Token]) -> int:
    """Where the name begins behind a title in a run of capitals; 0 where there is no plain title."""
    for place in range(len(run) - 1, 0, -1):
        title = " ".join(t.text for t in run[:place]).lower()
        match = list(titles.BESIDE_NAMES.finditer(title))
        if match and (match[-1].end() == len(title) or run[place - 1].text.isupper()):
            return place
    return 0
