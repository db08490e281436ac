"""From a drafted sentence to a checked one: Claim, Verdict, Statement, Removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.models.text import Citation
from bot.models.words import Support


@dataclass(frozen=True, slots=True)
class Claim:
    """A drafted sentence that nobody has checked yet; it may lack citations, a Statement may not."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check found: the support, the citations that carry it (re-attributed ones included), and why.

    `reasons` are short codes with their detail, such as `number:142` or `name:Bangkok`.
    """

    support: Support
    citations: tuple[Citation, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer: cited, checked, and not rejected; anything else cannot be constructed."""

    text: str
    citations: tuple[Citation, ...]
    support: Support

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a statement says something")
        if not self.citations:
            raise ValueError("an uncited sentence cannot be a statement")
        if self.support == "rejected":
            raise ValueError("a rejected sentence cannot be a statement")


@dataclass(frozen=True, slots=True)
class Removed:
    """A drafted sentence that did not survive the check, with the reasons."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """What a model call consumed, in tokens; `estimated` when the server did not say; `cost` in US dollars."""

    prompt_tokens: int
    completion_tokens: int
    estimated: bool = False
    cost: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "estimated": self.estimated,
            "cost": self.cost,
        }


def marked(sentence: str, numbers: Sequence[int]) -> str:
    """A sentence with its citation marks before the final stop.

    >>> marked("It is in Jakarta.", [1, 2])
    'It is in Jakarta [1][2].'
    """
    marks = "".join(f"[{n}]" for n in numbers)
    bare = sentence.rstrip()
    stem = bare.rstrip(".!?…")
    if not stem or bare.endswith(("...", "…")):
        return f"{bare} {marks}"
    return f"{stem} {marks}{bare[len(stem) :] or '.'}"
