"""Paragraphs that say nearly the same as another: of articles that are near copies, such as a page published again.

Copies that differ in a number, a name or a denial are linked but stay two voices: the later one may correct the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from fractions import Fraction
from functools import lru_cache

from bot.language.figures.numbers import numbers
from bot.language.grammar.negation import negations
from bot.language.words.normalise import canonical
from bot.language.words.terms import token_texts
from bot.models import Language
from bot.retrieval.storage.rows import EVIDENCE, demand, told_of
from bot.retrieval.storage.store import Store

LEAST = 0.6
"""The least share of its words (0..1) that a paragraph of a near copy has in common with one that it copies."""

COMPARED = 20
"""The most near copies of an article that are read for one that is shown, the closest ones."""

_REMEMBERED = 4_096
_WORDS = re.compile(r"\w+")
_ASKED = """
WITH asked (one, article) AS (
    SELECT p.rowid, p.article FROM json_each(?) j CROSS JOIN paragraphs p ON p.rowid = j.value
)
"""
_AMONG = f"""{_ASKED}
SELECT p.rowid, p.text, q.rowid, q.text, p.language
FROM asked x CROSS JOIN asked y CROSS JOIN near n ON n.article = x.article AND n.other = y.article
CROSS JOIN paragraphs p ON p.rowid = x.one CROSS JOIN paragraphs q ON q.rowid = y.one
AND q.words != p.words AND q.language = p.language
ORDER BY p.rowid, q.rowid
"""
_BESIDE = f"""{_ASKED}, copied (one, other, similarity) AS (
    SELECT one, n.other, similarity FROM asked CROSS JOIN near n ON n.article = asked.article
    UNION
    SELECT one, n.article, similarity FROM asked CROSS JOIN near n ON n.other = asked.article
), closest (one, other) AS (
    SELECT one, other FROM (
        SELECT one, other, row_number() OVER (PARTITION BY one ORDER BY similarity DESC, other) AS place FROM copied
    ) WHERE place <= {COMPARED}
)
SELECT q.text, one, p.rowid, a.id, p.number, p.language, p.text
FROM closest CROSS JOIN paragraphs q ON q.rowid = one
CROSS JOIN paragraphs p ON p.article = other AND p.words != q.words AND p.language = q.language
CROSS JOIN articles a ON a.key = other
WHERE p.kind IN {EVIDENCE} ORDER BY one, p.rowid
"""

OneVoice = Mapping[int, Set[int]]
"""The paragraphs by rowid that say the same as another, in either direction."""


def one_voice(store: Store, rowids: Iterable[int]) -> dict[int, set[int]]:
    """Which of the paragraphs of some rowids are near copies of others and say the same. Raises StoreError."""
    asked = json.dumps(list(rowids))
    with store.connections.reading() as db:
        if not db.execute("SELECT 1 FROM near LIMIT 1").fetchone():
            return {}
        rows = db.execute(_AMONG, [asked]).fetchall()
    found: dict[int, set[int]] = {}
    for row in rows:
        one, text, other, copy, language = demand(row, int, str, int, str, str)
        if overlap(text, copy) >= LEAST and says_the_same(text, copy, language):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def near_copies_of(store: Store, rowids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """For each rowid that has any, the refs of paragraphs with nearly its words, in the order they were stored.

    Those of the `COMPARED` closest copies of its article. Raises StoreError.
    """
    with store.connections.reading() as db:
        if not db.execute("SELECT 1 FROM near LIMIT 1").fetchone():
            return {}
        rows = db.execute(_BESIDE, [json.dumps(list(rowids))]).fetchall()
    found: dict[int, list[str]] = {}
    for row in rows:
        text, one = demand(row[:2], str, int)
        told = told_of(row[2:])
        if overlap(text, told.text) >= LEAST:
            found.setdefault(one, []).append(told.ref)
    return {one: tuple(copies) for one, copies in found.items()}


def overlap(one: str, other: str) -> float:
    """The share of the distinct words of two texts that both have, 0..1 (Jaccard).

    >>> overlap("The minister arrived on Monday.", "The minister arrived late on Monday.")
    0.8333333333333334
    """
    a, b = _words(one), _words(other)
    shared = len(a & b)
    return shared / ((len(a) + len(b) - shared) or 1)


@lru_cache(maxsize=_REMEMBERED)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(canonical(text)))


def says_the_same(one: str, other: str, language: Language) -> bool:
    """Do two texts with nearly the same words give the same numbers, names and denials?

    >>> says_the_same("Five people were hurt.", "Five people have been hurt.", "en")
    True
    >>> says_the_same("Five people were hurt.", "Seven people were hurt.", "en")
    False
    """
    return _facts(one, language) == _facts(other, language) and not _strange_names(one, other)


@lru_cache(maxsize=_REMEMBERED)
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


def apart(ranking: Sequence[int], same: OneVoice) -> list[int]:
    """The rowids of a ranking without those that speak with the voice of a better one.

    >>> apart([1, 2, 3], {1: {2}, 2: {1}})
    [1, 3]
    """
    kept: list[int] = []
    for rowid in ranking:
        if same.get(rowid, frozenset()).isdisjoint(kept):
            kept.append(rowid)
    return kept
