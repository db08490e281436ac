"""Paragraphs with the same words speak with one voice."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models import Paragraph

ALSO_IN_LIMIT = 20
"""The most refs that `also_in` lists; a line that stands in thousands of articles need not name them all."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A paragraph, and the refs of others with the same words."""

    paragraph: Paragraph
    also_in: tuple[str, ...] = ()
