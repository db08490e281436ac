"""The folder of an inverted index, and the small file in it that says which state of the store it stands for."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from bot.errors import StoreError

_OURS = re.compile(
    r"[0-9a-f]{32}(\.\d+)?\.[a-z]+|meta\.json|\.managed\.json|\.tantivy-(meta|writer)\.lock|stamp\.(json|new)"
)


class Stamp:
    """Identity (store, analyser, layout) and generation of an index; kept in memory when there is no path.

    >>> stamp = Stamp(None)
    >>> stamp.write("store analyser", 3)
    >>> stamp.read()
    ('store analyser', 3)
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._name = str(path or "")
        self._held = ("", 0)
        self._seen: tuple[int, int] | None = None

    def read(self) -> tuple[str, int]:
        """Identity and generation; ('', 0) when there is none or it cannot be read."""
        if self._path is None:
            return self._held
        self._seen = self._mark()
        if not self._path.is_file():  # to open a pipe would wait for somebody who writes into it
            return "", 0
        try:
            found = json.loads(self._path.read_bytes())
            return str(found["identity"]), int(found["generation"])
        except (OSError, ValueError, KeyError, TypeError):
            return "", 0

    def write(self, identity: str, generation: int) -> None:
        """Replace the stamp: written beside, flushed to disk, renamed. Raises OSError."""
        if self._path is None:
            self._held = (identity, generation)
            return
        beside = self._path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump({"identity": identity, "generation": generation}, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)

    def share(self, *names: str) -> None:
        """Let who may read the stamp read these files beside it, too: tantivy makes them private."""
        if self._path is not None:
            with suppress(OSError):
                mode = self._path.stat().st_mode & 0o777
                for name in names:
                    self._path.with_name(name).chmod(mode)

    def remove(self) -> None:
        """Forget the stamp, so that the index is rebuilt at the next chance; silent on a read-only folder."""
        self._held = ("", 0)
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()

    def changed(self) -> bool:
        """Was the file replaced since it was last read? One system call."""
        return self._path is not None and self._mark() != self._seen

    def _mark(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._name)
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns


def sweep(folder: Path) -> None:
    """Make room for an index: make the folder, remove an index's files from it and no other. Raises StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(folder.iterdir()):
            if _OURS.fullmatch(file.name):
                file.unlink()
    except OSError as error:
        raise StoreError(f"The search index in {folder} cannot be made ({error.strerror}).") from error


def sweep_unfinished(folder: Path) -> None:
    """Remove the lists of deleted documents that a process wrote and did not live to commit.

    Their names are counted up from the last commit, so the next commit would meet them and fail (tantivy 0.27). The
    caller holds tantivy's writer lock. Raises OSError, ValueError.
    """
    segments = json.loads((folder / "meta.json").read_bytes())["segments"]
    deletes = ((s["segment_id"].replace("-", ""), s["deletes"]) for s in segments)
    committed = {f"{segment}.{deleted['opstamp']}.del" for segment, deleted in deletes if deleted}
    for file in sorted(folder.glob("*.del")):
        if _OURS.fullmatch(file.name) and file.name not in committed:
            file.unlink()


def readable_view(folder: Path | None) -> tempfile.TemporaryDirectory[str] | None:
    """A folder of links to the files of an index that may not be written; None where it may.

    tantivy makes a lock file even to read. Raises OSError.
    """
    if folder is None or os.access(folder, os.W_OK) or not folder.is_dir():
        return None
    view = tempfile.TemporaryDirectory(prefix="trich-")
    for file in sorted(folder.iterdir()):
        if file.suffix == ".json":
            shutil.copyfile(file, Path(view.name) / file.name)
        elif _OURS.fullmatch(file.name) and file.suffix != ".lock":
            (Path(view.name) / file.name).symlink_to(file.resolve())
    return view
