"""What a question asks for: the kind of answer, the words that only ask, the noun asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "name", "place", "date", "number", "reason", "manner", "yes_no", "thing"]
Measure = Literal[
    "", "money", "duration", "age", "percent", "weekday", "day", "month", "date", "year", "office", "score"
]


@dataclass(frozen=True, slots=True)
class Asked:
    """The kind of answer, the words that only ask (by index), the noun asked about (by index), and whether for several.

    `measure` narrows a number down to what must stand beside it.
    """

    kind: Kind
    asking: frozenset[int] = frozenset()
    focus: tuple[int, ...] = ()
    several: bool = False
    measure: Measure = ""
