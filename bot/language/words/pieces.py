"""Texts taken piece by piece: what is found between two spaces is worked out once, as most of it comes again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Generic, TypeVar

Found = TypeVar("Found")

REMEMBERED = 50_000
"""Pieces, of a megabyte for each 5,000; all are forgotten when there are more."""
LONGEST = 40
"""Characters of a piece that is worth remembering."""


class Pieces(dict[str, tuple[Found, ...]], Generic[Found]):
    """Remembers what `find` finds in each piece of text, for what never reaches over a space.

    >>> capitals = Pieces(lambda piece: filter(str.isupper, piece))
    >>> [*capitals.of("Tô Lâm, ASEAN")], len(capitals)
    (['T', 'L', 'A', 'S', 'E', 'A', 'N'], 3)
    """

    def __init__(self, find: Callable[[str], Iterable[Found]]) -> None:
        super().__init__()
        self._find = find

    def of(self, text: str) -> Iterator[Found]:
        """All that is found in a text, in order."""
        return chain.from_iterable(map(self.__getitem__, text.split(" ")))

    def __missing__(self, piece: str) -> tuple[Found, ...]:
        found = tuple(self._find(piece))
        if len(piece) <= LONGEST:
            if len(self) >= REMEMBERED:
                self.clear()
            self[piece] = found
        return found
