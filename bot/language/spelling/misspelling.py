"""Words that are one typing mistake apart: a letter too many, too few, another, or two neighbours swapped.

The distance is that of Damerau (1964, https://doi.org/10.1145/363958.363994).
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 5
"""Letters of a word that may be mended, at least: shorter ones are too like others."""


def meant(word: str, among: Iterable[str]) -> str | None:
    """The word of `among` that is one typing mistake from `word`; the first by the alphabet of several, else None.

    >>> meant("secratariat", ["secretary", "secretariat"]), meant("lan", ["lam"])
    ('secretariat', None)
    """
    if len(word) < SHORTEST:
        return None
    return min((other for other in among if abs(len(other) - len(word)) < 2 and one_mistake(word, other)), default=None)


def one_mistake(typed: str, other: str) -> bool:
    """Whether two different words are exactly one mistake apart.

    >>> one_mistake("zeria", "zeira"), one_mistake("bon", "bonn"), one_mistake("bonn", "bonn")
    (True, True, False)
    """
    shorter = min(len(typed), len(other))
    start = 0
    while start < shorter and typed[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and typed[-1 - end] == other[-1 - end]:
        end += 1
    a, b = typed[start : len(typed) - end], other[start : len(other) - end]
    return (len(a) < 2 and len(b) < 2 and a != b) or (len(a) == len(b) == 2 and a == b[::-1])
