"""Answer metrics: contains, must-contain, exact match and token F1, nuggets, language. All lie in 0..1."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from bot.evaluation.dataset.cases import Nugget
from bot.evaluation.dataset.normaliser import normalised, words
from bot.models import Language

LONGEST_ANSWER = 80
"""Words; a longer answer is not right, whatever it contains."""


def contains(answer: str, golds: Sequence[str], language: Language) -> float:
    """STR-EM (Stelmakh et al. 2022): 1 when any gold answer stands in the normalised answer.

    >>> contains("It was in Jakarta.", ["Jakarta"], "en")
    1.0
    """
    held = f" {normalised(answer, language)} "
    return float(any(f" {normalised(gold, language)} " in held for gold in golds if normalised(gold, language)))


def must_contain(answer: str, groups: Sequence[Sequence[str]]) -> float:
    """1 when every group has an alternative that stands in the answer (case-folded, NFC), and it is short enough.

    >>> must_contain("A painting and a tree.", [["painting", "tranh"], ["tree"]])
    1.0
    """
    held = _plain(answer)
    short = len(answer.split()) <= LONGEST_ANSWER
    return float(short and all(any(_plain(option) in held for option in group) for group in groups))


def avoids(answer: str, forbidden: Sequence[str]) -> float:
    """1 when none of the forbidden texts stands in the answer (case-folded, NFC).

    >>> avoids("It was in Jakarta.", ["Bangkok"])
    1.0
    """
    held = _plain(answer)
    return float(not any(_plain(text) in held for text in forbidden))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def exact_match(answer: str, golds: Sequence[str], language: Language) -> float:
    """SQuAD's EM: 1 when the answer equals a gold answer after normalisation (Rajpurkar et al. 2016)."""
    given = normalised(answer, language)
    return float(any(given == normalised(gold, language) for gold in golds))


def token_f1(answer: str, golds: Sequence[str], language: Language) -> float:
    """SQuAD's F1: the best harmonic mean of word precision and recall over the gold answers.

    >>> round(token_f1("in Jakarta", ["Jakarta"], "en"), 3)
    0.667
    """
    return max((_f1(words(answer, language), words(gold, language)) for gold in golds), default=0.0)


def _f1(given: list[str], gold: list[str]) -> float:
    if not given or not gold:
        return float(given == gold)
    shared = sum((Counter(given) & Counter(gold)).values())
    return 2 * shared / (len(given) + len(gold))


def nugget_recall(answer: str, nuggets: Sequence[Nugget], language: Language) -> float:
    """The weight of the nuggets that stand in the answer, as a share of all weight (TREC RAG 2024)."""
    whole = sum(n.weight for n in nuggets)
    return sum(n.weight * contains(answer, [n.text], language) for n in nuggets) / whole if whole else 0.0
