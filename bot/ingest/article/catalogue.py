"""catalogue.toml: the head of each article of a folder, written by the person who keeps the collection.

[[article]]
id = "vns-asean"            # without '#'; required
file = "004.txt"            # relative to the folder of the catalogue; required
title = "..."               # the rest is optional
outlet = "VNS"
language = "en"             # vi or en
published = 2025-03-10
url = "https://..."
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from bot.errors import ArticleError
from bot.ingest.text.identity import shown
from bot.models import Language

FILE_NAME = "catalogue.toml"
_MAX_BYTES = 10_000_000
_ID = re.compile(r"[^\s#/\\<>\"'&]{1,100}")
_KEYS = {"id": str, "file": str, "title": str, "outlet": str, "language": str, "published": date, "url": str}


@dataclass(frozen=True, slots=True)
class Entry:
    """The head of one article as the catalogue gives it."""

    id: str
    file: str
    title: str | None = None
    outlet: str | None = None
    language: Language | None = None
    published: date | None = None
    url: str | None = None


def read_catalogue(folder: Path) -> dict[str, Entry]:
    """The entries of the folder's catalogue by file; empty when it has none.

    Raises ArticleError naming the catalogue and the line or key that is wrong.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return {}
    try:
        content = path.read_bytes()
        if len(content) > _MAX_BYTES:
            raise _wrong(path, f"is larger than {_MAX_BYTES // 1_000_000} MB")
        data = tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise _wrong(path, f"cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _wrong(path, f"is not valid TOML: {error}") from None
    return _entries(path, data)


def _entries(path: Path, data: Mapping[str, Any]) -> dict[str, Entry]:
    rows = data.get("article", [])
    if not isinstance(rows, list) or set(data) - {"article"}:
        raise _wrong(path, "holds [[article]] tables and nothing else")
    entries: dict[str, Entry] = {}
    ids: set[str] = set()
    for number, row in enumerate(rows, 1):
        entry = _entry(path, number, row)
        if entry.id in ids or entry.file in entries:
            raise _wrong(path, f"article {number}: the id or file was given before ({entry.id!r}, {entry.file!r})")
        ids.add(entry.id)
        entries[entry.file] = entry
    return entries


def _entry(path: Path, number: int, row: Any) -> Entry:
    where = f"article {number}"
    if not isinstance(row, dict):
        raise _wrong(path, f"{where} is not a table")
    for key, value in row.items():
        wanted = _KEYS.get(key)
        if wanted is None:
            raise _wrong(path, f"{where} has the unknown key {key!r} (known: {', '.join(_KEYS)})")
        if not isinstance(value, wanted) or isinstance(value, datetime):
            raise _wrong(path, f"{where}: {key!r} must be a {'date such as 2025-03-10' if wanted is date else 'text'}")
    for key in ("id", "file"):
        if key not in row:
            raise _wrong(path, f"{where} lacks the key {key!r}")
    if not _ID.fullmatch(row["id"]):
        raise _wrong(path, f"{where}: {row['id']!r} is not an id (no spaces, '#', '/', quotes; at most 100 characters)")
    if row.get("language", "vi") not in get_args(Language):
        raise _wrong(path, f"{where}: 'language' is 'vi' or 'en', not {row['language']!r}")
    relative = PurePosixPath(row["file"])
    if relative.is_absolute() or ".." in relative.parts or not relative.parts:
        raise _wrong(path, f"{where}: 'file' names a file inside the folder, not {row['file']!r}")
    given: dict[str, Any] = {key: value or None for key, value in row.items()}
    return Entry(**{**given, "file": relative.as_posix()})


def _wrong(path: Path, what: str) -> ArticleError:
    return ArticleError(f"The catalogue {shown(str(path))} {shown(what)}.")
