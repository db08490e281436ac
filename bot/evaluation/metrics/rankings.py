"""Retrieval metrics over evidence classes: paragraphs with equal words are one class, so a repeated one counts once.

A ranking is a list of classes (None for a paragraph that is no evidence); `gold` the set of classes that answer.
An empty ranking scores 0. They agree with ir_measures (tests).
"""

from __future__ import annotations

import math
from collections.abc import Sequence, Set

Ranking = Sequence[str | None]


def recall(ranking: Ranking, gold: Set[str], k: int) -> float:
    """Recall@k: the share of the gold classes among the first k.

    >>> recall(["x", "a", "b"], {"a", "b"}, 2)
    0.5
    """
    return len(gold & set(ranking[:k])) / len(gold) if gold else 0.0


def success(ranking: Ranking, gold: Set[str], k: int) -> float:
    """Success@k: 1 when any gold class is among the first k, else 0."""
    return float(bool(gold & set(ranking[:k])))


def all_evidence(ranking: Ranking, gold: Set[str], k: int) -> float:
    """AllEvidence@k: 1 when all gold classes are among the first k, else 0."""
    return float(bool(gold) and gold <= set(ranking[:k]))


def reciprocal_rank(ranking: Ranking, gold: Set[str], k: int = 10) -> float:
    """MRR@k for one question: 1 / rank of the first gold class, 0 beyond k (Voorhees 1999).

    >>> reciprocal_rank(["x", "a"], {"a"})
    0.5
    """
    return next((1 / rank for rank, found in enumerate(ranking[:k], 1) if found in gold), 0.0)


def ndcg(ranking: Ranking, gold: Set[str], k: int = 10) -> float:
    """nDCG@k with binary gains and log2 discount (Järvelin and Kekäläinen 2002); a class gains once.

    >>> round(ndcg(["x", "a"], {"a"}), 4)
    0.6309
    """
    seen: set[str] = set()
    gain = 0.0
    for rank, found in enumerate(ranking[:k], 1):
        if found in gold and found is not None and found not in seen:
            seen.add(found)
            gain += 1 / math.log2(rank + 1)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(len(gold), k) + 1))
    return gain / ideal if ideal else 0.0
