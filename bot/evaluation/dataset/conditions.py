"""The collections over which a suite is asked: its own, and for robustness with distractors or in another order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.errors import DatasetError
from bot.evaluation.dataset.distractors import distractors
from bot.evaluation.dataset.suite import Suite


@dataclass(frozen=True, slots=True)
class Condition:
    """A collection: the suite's own (name '') or a changed one; `extra` distractor articles, files in their order or not."""

    name: str = ""
    extra: int = 0
    shuffled: bool = False


OWN = Condition()
HARDER = (
    Condition("shuffled", shuffled=True),
    Condition("distractors_10", extra=10),
    Condition("distractors_100", extra=100),
    Condition("distractors_1000", extra=1000),
)
"""The conditions of `--robustness`."""


def paths_of(suite: Suite, condition: Condition, work: Path) -> list[Path]:
    """What the bot is opened on; articles that are carried by the data set or made up are written under `work`."""
    paths = list(suite.paths)
    if suite.written is not None:
        paths.append(written(work / "corpus", suite.written))
    if condition.extra:
        paths.append(written(work / condition.name, dict(distractors(condition.extra))))
    return _shuffled(paths) if condition.shuffled else paths


def _shuffled(paths: Iterable[Path]) -> list[Path]:
    """All files one by one, in an order that has nothing to do with their names or folders."""
    files = [f for p in paths for f in ([p] if p.is_file() else p.rglob("*")) if f.is_file() and not _hidden(f)]
    return sorted(files, key=lambda f: sha256(f.name[::-1].encode("utf-8", "surrogateescape")).digest())


def _hidden(file: Path) -> bool:
    return file.name.startswith((".", "_")) or file.name == "catalogue.toml"


def written(folder: Path, articles: Mapping[str, tuple[str, ...]]) -> Path:
    """Articles as text files, one paragraph a line. Raises DatasetError when the disk does not take them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, paragraphs in articles.items():
            text, file = "\n".join(paragraphs) + "\n", folder / name
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DatasetError(f"{folder} cannot be written: {error.strerror}.") from None
    return folder
