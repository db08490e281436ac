"""Analysis beside the indexing: by a partner for big jobs, at home for small ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.language.words.terms import Fields, joined
from bot.language.words.terms import analyse as analyse_terms
from bot.models import Language
from bot.partner import Partner

Analyse = Callable[[str, Language], dict[str, list[str]]]
"""`bot.language.words.terms.analyse`: the terms of a text for each field; terms hold no space."""
Text = tuple[str, Language]
Known = Mapping[Text, Fields]
"""Terms of texts that `bot.language.words.terms` gave before."""
NOTHING: Known = {}

WORKER_AFTER = 2_000
"""Texts that are analysed at home before a second process is worth its start (about 0.3 s, while this one goes on)."""


class Analyst:
    """Analyses batches of texts in order: `hand_in` one, do other work, `collect` it.

    Only `bot.language.words.terms.analyse` can be run in another process. The partner is the owner's to close.

    >>> analyst = Analyst(lambda text, language: {"terms": text.split()}, Partner())
    >>> analyst.hand_in([("a b", "en")], {})
    >>> analyst.collect()
    [{'terms': 'a b'}]
    """

    def __init__(self, analyse: Analyse, partner: Partner, *, worker_after: int = WORKER_AFTER) -> None:
        self._analyse = analyse
        self._worker_after = worker_after
        self._partner = partner if analyse is analyse_terms else None
        self._seen = 0
        self._handed: deque[_Batch] = deque()

    def expect(self, texts: int) -> None:
        """So many texts will soon be handed in: the second process for them may start."""
        if self._partner is not None and self._seen + texts > self._worker_after:
            self._partner.start()

    def hand_in(self, texts: Sequence[Text], known: Known) -> None:
        """Begin with a batch; the partner takes one at a time, further ones are analysed when collected."""
        usable = NOTHING if self._partner is None else known
        found = [usable.get(text) for text in texts]
        unknown = [text for text, fields in zip(texts, found, strict=True) if fields is None]
        self._seen += len(unknown)
        big = bool(unknown) and self._seen > self._worker_after
        sent = big and self._partner is not None and self._partner.ask(analysed, unknown)
        self._handed.append(_Batch(found, unknown, sent))

    def collect(self) -> list[Fields]:
        """The terms of the oldest batch handed in, in the order of its texts."""
        found, unknown, sent = self._handed.popleft()
        answer: list[Fields] | None = self._partner.answer() if sent and self._partner else None
        fresh = iter(answer or [joined(self._analyse(text, language)) for text, language in unknown])
        return [next(fresh) if fields is None else fields for fields in found]


class _Batch(NamedTuple):
    """The terms of a batch as far as they are known, the other texts, and whether the partner has these."""

    found: list[Fields | None]
    unknown: list[Text]
    sent: bool


def analysed(texts: Sequence[Text]) -> list[Fields]:
    """The terms of some texts."""
    return [joined(analyse_terms(text, language)) for text, language in texts]
