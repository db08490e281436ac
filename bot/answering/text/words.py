"""Word lists written as running text."""

from __future__ import annotations

from bot.language.words.normalise import canonical


def words(text: str) -> frozenset[str]:
    """The words of a list, each in the form in which words are compared.

    >>> sorted(words("in at")), words("hòa") == words("hoà")
    (['at', 'in'], True)
    """
    return frozenset(canonical(text).split())
