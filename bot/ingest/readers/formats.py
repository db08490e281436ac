"""Which reader reads which file, by the end of its name; each reader is imported when its first file comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from bot.ingest.text.draft import Draft
from bot.settings import Settings

Reader = Callable[[bytes, str, Settings], Sequence[Draft]]
"""`read(content, name, settings)` gives the drafts of a file's articles; raises ArticleError naming the file."""

_MODULES = {
    "readers.plain": (".txt", ".text"),
    "readers.markdown": (".md", ".markdown"),
    "html.pages": (".html", ".htm", ".xhtml"),
    "readers.documents": (".pdf", ".docx"),
    "readers.records": (".json", ".jsonl", ".ndjson"),
    "html.feeds": (".xml", ".rss", ".atom"),
}
_READERS = {suffix: module for module, suffixes in _MODULES.items() for suffix in suffixes}
SUFFIXES = tuple(sorted(_READERS))
"""The file name endings that are read."""


def reader_for(name: str) -> Reader | None:
    """The reader of a file with this name, or None when its type is not one that is read.

    >>> reader_for("a.txt").__module__, reader_for("a.exe")
    ('bot.ingest.readers.plain', None)
    """
    module = _READERS.get(PurePosixPath(name).suffix.lower())
    return _reader(module) if module else None


@cache
def _reader(module: str) -> Reader:
    return cast("Reader", import_module(f"bot.ingest.{module}").read)
