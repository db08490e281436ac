"""What the inverted index is asked and told: weighted terms, their combinations, and the values that filters see."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Field = Literal["terms", "bigrams", "folded", "grams"]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """One analysed term in one field; `weight` > 0 multiplies its BM25 score."""

    field: Field
    term: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        if self.field not in FIELDS:
            raise ValueError(f"a term lies in one of {FIELDS}, not {self.field!r}")
        if not (math.isfinite(self.weight) and self.weight > 0):
            raise ValueError(f"a weight is a number above 0, not {self.weight}")


@dataclass(frozen=True, slots=True)
class SumOf:
    """Parts whose scores are added: the words of one translation."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class BestOf:
    """Alternatives of which the best score counts (dis_max): the translations of one word."""

    alternatives: tuple[Part, ...]


Part = WeightedTerm | SumOf | BestOf


@dataclass(frozen=True, slots=True)
class Filterable:
    """What filters see of an indexed paragraph: the values of every paragraph with its words."""

    articles: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    published: tuple[date, ...] = ()
