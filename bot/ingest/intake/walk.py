"""The files of a collection in a stable order; what cannot be a file of it is named with the reason, never dropped."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ArticleError
from bot.ingest.text.identity import shown

MAX_FILES = 1_000_000
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be read (`problem` empty), or the reason why not; `file` is relative to the given path.

    `closed`: the file is there, but its folder does not let it be looked at.
    """

    path: Path
    file: str
    size: int = 0
    mtime_ns: int = 0
    problem: str = ""
    closed: bool = False


def walk(
    root: Path, *, max_files: int = MAX_FILES, max_depth: int = MAX_DEPTH, passed_over: Collection[str] = ()
) -> Iterator[Found]:
    """Every entry under `root` (a file or folder), sorted by name within each folder.

    What lies at the absolute paths `passed_over` belongs to the index; a folder of it is one entry.

    At most `max_files` files and folders `max_depth` deep are visited; the rest is named in one row.
    Raises ArticleError when `root` itself is missing or cannot be listed.
    """
    try:
        mode = root.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(root).close()
    except OSError as error:
        raise ArticleError(f"{shown(str(root))} cannot be read: {error.strerror or error}.") from None
    except ValueError:
        raise ArticleError(f"{shown(str(root))} is not a path.") from None
    if not stat.S_ISDIR(mode):
        yield _found(root, root.name, Path(os.path.realpath(root)).parent)
        return
    home = Path(os.path.realpath(root))
    for count, found in enumerate(_folder(root, "", home, max_depth, passed_over)):
        if count >= max_files:
            yield Found(root, ".", problem=f"only the first {max_files} entries of the folder were read")
            return
        yield found


def _folder(folder: Path, prefix: str, home: Path, depth: int, passed_over: Collection[str]) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            listing = sorted(entries, key=lambda e: e.name)
    except OSError as error:
        yield Found(folder, shown(prefix) or ".", problem=f"the folder cannot be listed ({error.strerror})")
        return
    for entry in listing:
        relative = f"{prefix}{entry.name}"
        path = Path(entry.path)
        if entry.name.startswith("."):
            yield Found(path, shown(relative), problem="it is hidden (its name begins with a dot)")
        elif passed_over and os.path.abspath(path) in passed_over:
            yield Found(path, shown(relative), problem="it belongs to the index")
        elif not _is_folder(entry):
            yield _found(path, relative, home, plain=not entry.is_symlink())
        elif entry.is_symlink():
            yield Found(path, shown(relative), problem="it is a symbolic link to a folder")
        elif depth <= 1:
            yield Found(path, shown(relative), problem="it is nested too deep")
        else:
            yield from _folder(path, f"{relative}/", home, depth - 1, passed_over)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _found(path: Path, relative: str, home: Path, *, plain: bool = False) -> Found:
    """What stands at a path; `plain`: it is known to be no symbolic link."""
    file = shown(relative)
    try:
        status = os.stat(path)
        outside = (
            not plain and path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(home))
        )
    except OSError as error:
        closed = isinstance(error, PermissionError)
        return Found(path, file, problem=f"it cannot be read ({error.strerror})", closed=closed)
    if outside:
        return Found(path, file, problem="it is a symbolic link that leads out of the folder")
    if not stat.S_ISREG(status.st_mode):
        return Found(path, file, problem=f"it is {_special(status.st_mode)}, not a file")
    return Found(path, file, status.st_size, status.st_mtime_ns)


def _special(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISCHR, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), "a special file")
