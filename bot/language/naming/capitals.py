"""A question typed in lower case -> the same with the capitals that texts about the same give its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.language.lexicon.glossary import Glossary
from bot.language.spelling.frequent import FREQUENT
from bot.language.words.terms import tokens, word_of

_OPENING = frozenset('.!?:…"“”‘’\n')
"""Marks behind which a capital says nothing."""


class _Surface(NamedTuple):
    """A word of a text: its canonical form, as it is written, whether right behind another, whether inside a sentence."""

    form: str
    written: str
    beside: bool
    inside: bool


def with_capitals(text: str, texts: Iterable[str], glossary: Glossary) -> str:
    """A text in lower case with its words as `texts` and the glossary write them in the middle of a sentence.

    What two neighbours are together decides first, so that a name is one in whole; a word alone is a name where it is
    mostly one and no everyday word. A text that has a capital is left as it is.

    >>> with_capitals("tổng bí thư lâm thăm asean", ["Sáng nay Tổng Bí thư Lâm thăm ASEAN."], Glossary([]))
    'Tổng Bí thư Lâm thăm ASEAN'
    """
    if text != text.lower():
        return text
    found = list(tokens(text))
    forms = [word_of(t).canonical for t, _, _ in found]
    heads = (f"x {head}" for _, head in glossary.toned([word_of(t).folded for t, _, _ in found]))
    written = _Written(frozenset(forms), [*texts, *heads])
    for place, (token, start, end) in enumerate(found):
        surface = written.surface(forms, place)
        if len(surface) == len(token):
            text = text[:start] + _capitals_of(surface, token) + text[end:]
    return text


def _capitals_of(surface: str, token: str) -> str:
    return "".join(c.upper() if s.isupper() else c for c, s in zip(token, surface, strict=True))


class _Written:
    """How texts write some words: alone, behind another one, and before another one."""

    def __init__(self, wanted: frozenset[str], texts: Iterable[str]) -> None:
        self._alone: dict[str, Counter[str]] = defaultdict(Counter)
        self._behind: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._before: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for text in texts:
            for before, here in pairwise(_surfaces(text)):
                if here.form not in wanted or not here.inside:
                    continue
                self._alone[here.form][here.written] += 1
                if before.form in wanted and here.beside:
                    self._behind[before.form, here.form][here.written] += 1
                    if before.inside:
                        self._before[before.form, here.form][before.written] += 1

    def surface(self, forms: Sequence[str], place: int) -> str:
        """How a word is mostly written, beside its neighbours if it ever is; "" when texts do not have it."""
        form = forms[place]
        behind = self._behind.get((forms[place - 1], form)) if place else None
        before = self._before.get((form, forms[place + 1])) if place + 1 < len(forms) else None
        counts = (behind or Counter()) + (before or Counter())
        if not counts and form not in FREQUENT:
            counts = self._alone.get(form, counts)
        return max(counts, key=lambda s: (counts[s], s), default="")


@lru_cache(maxsize=1024)
def _surfaces(text: str) -> tuple[_Surface, ...]:
    found = [_Surface("", "", False, False)]
    last = 0
    for token, start, end in tokens(text):
        gap = text[last:start]
        found.append(_Surface(word_of(token).canonical, token, gap == " ", bool(gap) and _OPENING.isdisjoint(gap)))
        last = end
    return tuple(found)
