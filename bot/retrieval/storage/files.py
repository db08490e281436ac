"""What the store remembers of a file, so that it is recognised unread while it does not change."""

from __future__ import annotations

from dataclasses import dataclass

UNTRUSTED = -1
"""As `mtime_ns`: the file changed so shortly before it was read that it may change again within one tick of the file
system's clock, so its time proves nothing (https://git-scm.com/docs/racy-git)."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was when read: `path` as the collection names it, `size` in bytes, `digest` of the content."""

    path: str
    size: int
    mtime_ns: int
    digest: str
