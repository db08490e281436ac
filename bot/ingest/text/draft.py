"""What a reader hands on: the blocks of an article before they are cleaned, told apart and numbered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.models import Language

Hint = Literal["title", "heading", "caption", "byline", "plain"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it stands in the file; `hint` is what the markup says of it."""

    text: str
    hint: Hint = "plain"


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a reader found it; every field of the head may be missing.

    `key` tells the articles of one file apart (empty for the only one); `removed` counts removed characters; `remark`
    is a sentence for the report; `cleaned` says that the blocks went through `clean` already.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language | None = None
    key: str = ""
    removed: int = 0
    remark: str = ""
    cleaned: bool = False
