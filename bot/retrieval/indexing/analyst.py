"""Analysis beside the indexing: by a partner for big jobs, at home for small ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from bot.language.words.terms import analyse as analyse_terms
from bot.models import Language
from bot.partner import Partner

Analyse = Callable[[str, Language], dict[str, list[str]]]
"""`bot.language.words.terms.analyse`: the terms of a text for each field; terms hold no space."""
Fields = dict[str, str]
"""The terms of each field, joined by spaces."""
Text = tuple[str, Language]

WORKER_AFTER = 2_000
"""Texts that are analysed at home before a second process is worth its start (about 0.3 s, while this one goes on)."""


class Analyst:
    """Analyses batches of texts in order: `hand_in` one, do other work, `collect` it.

    Only `bot.language.words.terms.analyse` can be run in another process. The partner is the owner's to close.

    >>> analyst = Analyst(lambda text, language: {"terms": text.split()}, Partner())
    >>> analyst.hand_in([("a b", "en")])
    >>> analyst.collect()
    [{'terms': 'a b'}]
    """

    def __init__(self, analyse: Analyse, partner: Partner, *, worker_after: int = WORKER_AFTER) -> None:
        self._analyse = analyse
        self._worker_after = worker_after
        self._partner = partner if analyse is analyse_terms else None
        self._seen = 0
        self._handed: deque[tuple[Sequence[Text], bool]] = deque()

    def expect(self, texts: int) -> None:
        """So many texts will soon be handed in: the second process for them may start."""
        if self._partner is not None and self._seen + texts > self._worker_after:
            self._partner.start()

    def hand_in(self, texts: Sequence[Text]) -> None:
        """Begin with a batch; the partner takes one at a time, further ones are analysed when collected."""
        self._seen += len(texts)
        big = self._partner is not None and self._seen > self._worker_after
        self._handed.append((texts, big and self._partner is not None and self._partner.ask(analysed, texts)))

    def collect(self) -> list[Fields]:
        """The terms of the oldest batch handed in, in the order of its texts."""
        texts, sent = self._handed.popleft()
        found: list[Fields] | None = self._partner.answer() if sent and self._partner else None
        return found or [_joined(self._analyse(text, language)) for text, language in texts]


def analysed(texts: Sequence[Text]) -> list[Fields]:
    """The terms of some texts."""
    return [_joined(analyse_terms(text, language)) for text, language in texts]


def _joined(fields: dict[str, list[str]]) -> Fields:
    return {field: " ".join(terms) for field, terms in fields.items()}
