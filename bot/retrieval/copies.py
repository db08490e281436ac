"""Paragraphs that say nearly the same as another: of articles that are near copies, such as a page published again.

Copies that differ in a number, a name or a denial are linked but stay two voices: the later one may correct the first.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from bot.language.negation import negations
from bot.language.normalise import canonical
from bot.language.numbers import numbers
from bot.language.terms import token_texts
from bot.models import Language
from bot.retrieval.rows import EVIDENCE, Told
from bot.retrieval.store import Store

LEAST = 0.6
"""The least share of its words (0..1) that a paragraph of a near copy has in common with one that it copies."""

_WORDS = re.compile(r"\w+")
_BESIDE = f"""
WITH asked (one, article) AS (
    SELECT p.rowid, p.article FROM json_each(?) j CROSS JOIN paragraphs p ON p.rowid = j.value
), copied (one, other) AS (
    SELECT one, n.other FROM asked CROSS JOIN near n ON n.article = asked.article
    UNION
    SELECT one, n.article FROM asked CROSS JOIN near n ON n.other = asked.article
)
SELECT q.text, one, p.rowid, a.id, p.number, p.language, p.text
FROM copied CROSS JOIN paragraphs q ON q.rowid = one
CROSS JOIN paragraphs p ON p.article = other AND p.words != q.words AND p.language = q.language
CROSS JOIN articles a ON a.key = other
WHERE p.kind IN {EVIDENCE} ORDER BY one, p.rowid
"""


class NearCopy(NamedTuple):
    """A paragraph with nearly the words of another; `one_voice` where both give the same numbers, names and denials."""

    rowid: int
    ref: str
    one_voice: bool


Copies = Mapping[int, Sequence[NearCopy]]
"""The near copies of paragraphs by rowid."""


def near_copies_of(store: Store, rowids: Iterable[int]) -> dict[int, tuple[NearCopy, ...]]:
    """For each rowid that has any, the paragraphs with nearly its words, in order of rowid. Raises StoreError."""
    with store.connections.reading() as db:
        if not db.execute("SELECT 1 FROM near LIMIT 1").fetchone():
            return {}
        rows = db.execute(_BESIDE, [json.dumps(list(rowids))]).fetchall()
    found: dict[int, list[NearCopy]] = {}
    for text, one, *values in rows:
        told = Told._make(values)
        if overlap(text, told.text) >= LEAST:
            same = says_the_same(text, told.text, told.language)
            found.setdefault(one, []).append(NearCopy(told.rowid, told.ref, same))
    return {one: tuple(copies) for one, copies in found.items()}


def overlap(one: str, other: str) -> float:
    """The share of the words of two texts that both have, 0..1 (Jaccard, repeats counted).

    >>> overlap("The minister arrived on Monday.", "The minister arrived late on Monday.")
    0.8333333333333334
    """
    a, b = (Counter(_WORDS.findall(canonical(text))) for text in (one, other))
    return (a & b).total() / ((a | b).total() or 1)


def says_the_same(one: str, other: str, language: Language) -> bool:
    """Do two texts with nearly the same words give the same numbers, names and denials?

    >>> says_the_same("Five people were hurt.", "Five people have been hurt.", "en")
    True
    >>> says_the_same("Five people were hurt.", "Seven people were hurt.", "en")
    False
    """
    return _facts(one, language) == _facts(other, language) and not _strange_names(one, other)


def _facts(text: str, language: Language) -> tuple[list[tuple[tuple[Fraction, ...], str]], int]:
    values = [(n.values, n.unit) for n in numbers(text, language) if n.certain]
    return sorted(values, key=repr), len(negations(text, language))


def _strange_names(one: str, other: str) -> bool:
    """Has either text a capitalised word that the other does not hold?"""
    words = [{canonical(token) for token in token_texts(text)} for text in (one, other)]
    return any(
        token[0].isupper() and canonical(token) not in held
        for text, held in zip((other, one), words, strict=True)
        for token in token_texts(text)
    )


def apart(ranking: Sequence[int], copies: Copies) -> list[int]:
    """The rowids of a ranking without those that speak with the voice of a better one.

    >>> apart([1, 2, 3], {1: (NearCopy(2, "b#1", True), NearCopy(3, "c#1", False))})
    [1, 3]
    """
    heard: set[int] = set()
    kept: list[int] = []
    for rowid in ranking:
        same = {copy.rowid for copy in copies.get(rowid, ()) if copy.one_voice}
        if rowid not in heard and same.isdisjoint(kept):
            kept.append(rowid)
            heard |= same
    return kept
