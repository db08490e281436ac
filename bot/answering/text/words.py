"""Word lists written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list.

    >>> sorted(words("in at"))
    ['at', 'in']
    """
    return frozenset(text.split())
