"""The token budget, counted offline; the home of tiktoken. Passages are packed whole, best first.

Its table is the one that llama-index-core carries, so nothing is ever downloaded; without it, bytes are counted.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from threading import Lock
from typing import Protocol

from bot.errors import ModelError
from bot.language.sentences.boundaries import sentences
from bot.models import Passage

BYTES_PER_TOKEN = 3.3
"""Never under-counted o200k_base on 480 paragraphs of XQuAD in Vietnamese and English (fewest: 3.38 bytes a token)."""
_O200K = "fb374d419588a4632f3f557e76b4b70aebbca790"
"""The file of o200k_base in tiktoken's cache: the SHA-1 of the address that it would be downloaded from."""
_PATTERN = "|".join(
    [
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    ]
)
"""How o200k_base cuts a text before it looks for tokens (tiktoken_ext/openai_public.py)."""


class _Encoding(Protocol):
    def encode_ordinary(self, text: str) -> list[int]:
        """The tokens of a text, special tokens read as plain text."""
        ...


def at_most(text: str) -> int:
    """An upper bound of the tokens of a text, from its bytes; costs nothing.

    >>> at_most("Who welcomed the delegation?")
    9
    """
    return ceil(len(text.encode("utf-8", "replace")) / BYTES_PER_TOKEN)


def count(text: str) -> int:
    """The tokens of a text by o200k_base, special tokens read as plain text; `at_most` when there is no table.

    >>> count("Who welcomed <|endoftext|>?")
    9
    """
    encoding = _encoding()
    return at_most(text) if encoding is None else len(encoding.encode_ordinary(text))


def fits(text: str, tokens: int) -> bool:
    """Whether a text has at most `tokens` tokens; counted exactly only where the upper bound leaves it open."""
    return at_most(text) <= tokens or (tokens > 0 and count(text) <= tokens)


def pack(passages: Sequence[Passage], shown: Callable[[Passage, str], str], tokens: int) -> list[tuple[Passage, str]]:
    """The passages that fit into `tokens`, best first, each with the text to show.

    `shown(passage, text)` is what a passage takes in the prompt. A paragraph goes in whole or not at all; only when
    not even one fits is the best one cut, after a sentence. Raises ModelError (`too_long`) when no sentence fits.
    """
    shares = [shown(passage, passage.paragraph.text) for passage in passages]
    measure = at_most if sum(map(at_most, shares)) <= tokens else count
    packed, left = [], tokens
    for passage, share in zip(passages, shares, strict=True):
        cost = measure(share)
        if cost <= left:
            packed.append((passage, passage.paragraph.text))
            left -= cost
    if passages and not packed:
        packed.append((passages[0], _beginning(passages[0], shown, tokens)))
    return packed


def _beginning(passage: Passage, shown: Callable[[Passage, str], str], tokens: int) -> str:
    text = passage.paragraph.text
    for span in reversed(sentences(text)[:-1]):
        if fits(shown(passage, text[: span.end]), tokens):
            return text[: span.end]
    raise ModelError("The token budget leaves no room for a passage; raise TRICH_CONTEXT_TOKENS.", "too_long")


_LOADING = Lock()


def _encoding() -> _Encoding | None:
    """The o200k_base encoding, loaded once (about a second); None when its table or tiktoken is missing."""
    with _LOADING:  # the cache alone would let every waiting thread load it again
        return _load()


@lru_cache(maxsize=1)
def _load() -> _Encoding | None:
    table = _table()
    if table is None:
        return None
    try:
        import tiktoken
    except ImportError:
        return None
    ranks = {base64.b64decode(token): int(rank) for token, rank in map(bytes.split, table.read_bytes().splitlines())}
    return tiktoken.Encoding("o200k_base", pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens={})


def _table() -> Path | None:
    """The vocabulary inside llama-index-core, found without importing it."""
    try:
        spec = find_spec("llama_index.core")
    except ModuleNotFoundError:
        return None
    places = (spec.submodule_search_locations if spec else None) or ()
    tables = [Path(place) / "_static" / "tiktoken_cache" / _O200K for place in places]
    return next((table for table in tables if table.is_file()), None)
