"""What was read of a store last: rows become values once, as long as nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.models import Article, Paragraph
from bot.retrieval.storage.rows import Sources

MOST = 8_192
"""Paragraphs that are kept, about a megabyte for each thousand; beyond them all are forgotten."""


@dataclass(slots=True)
class Recent:
    """The values that were read of one generation of a store, by what they were asked for.

    `alike` are the first paragraphs with the words of an indexed one. Threads share it: what two of them read at once is
    the same.
    """

    generation: str
    sources: Sources = field(default_factory=Sources)
    alike: dict[int, tuple[Paragraph, ...]] = field(default_factory=dict)
    paragraphs: dict[int, Paragraph] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    kept: int = 0

    def serves(self, generation: str) -> bool:
        """Whether it is of a generation, and not full."""
        return self.generation == generation and self.kept < MOST
