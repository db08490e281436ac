"""Something that is said in certain words, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from bot.models import Language


class Read(Protocol):
    """A question or a sentence that was read: its language, and its text in lower case."""

    @property
    def language(self) -> Language:
        """The language that it is read in."""
        ...

    @property
    def lower(self) -> str:
        """Its text in lower case."""
        ...


class Wording:
    """A pattern for each language, looked for in lower-case text.

    >>> from bot.answering.text.paragraph_view import view_of
    >>> from bot.models import Paragraph, Source
    >>> (sentence,) = view_of(Paragraph(Source("a", "vi"), 1, "Lâm Đã đến.", "body", "vi")).sentences
    >>> Wording(r"\\bcame\\b", "đến|tới").search(sentence).group()
    'đến'
    """

    def __init__(self, english: str, vietnamese: str) -> None:
        self._patterns: dict[Language, re.Pattern[str]] = {"en": re.compile(english), "vi": re.compile(vietnamese)}

    def says(self, text: Read) -> bool:
        """Whether a question or a sentence says it."""
        return self.search(text) is not None

    def search(self, text: Read) -> re.Match[str] | None:
        """The first place where a question or a sentence says it."""
        return self._patterns[text.language].search(text.lower)

    def finditer(self, text: Read) -> Iterator[re.Match[str]]:
        """All places where a question or a sentence says it."""
        return self._patterns[text.language].finditer(text.lower)

    def within(self, text: str, language: Language) -> Iterator[re.Match[str]]:
        """All places where another text says it, as it stands."""
        return self._patterns[language].finditer(text)
