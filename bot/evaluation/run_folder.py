"""The folder of a run: manifest.json, predictions.jsonl (only ever added to), times.jsonl, metrics and reports.

A line of predictions is written, flushed and synced before the next question is asked, so kill -9 costs at most the
question in hand; a torn last line is dropped when the run is resumed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import DatasetError
from bot.evaluation.prediction import Prediction

MANIFEST, PREDICTIONS, TIMES = "manifest.json", "predictions.jsonl", "times.jsonl"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """One run on disk."""

    path: Path

    def begin(self, manifest: Mapping[str, Any]) -> None:
        """Makes the folder and writes the manifest. Raises DatasetError when it holds a run or cannot be written."""
        if (self.path / MANIFEST).exists():
            raise DatasetError(
                f"{self.path} holds a run already; --resume continues it, another --out begins a new one."
            )
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatasetError(f"{self.path} cannot be made: {error.strerror}.") from None
        self.write(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n")

    def manifest(self) -> dict[str, Any]:
        """The manifest. Raises DatasetError when this is no run."""
        try:
            told = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise DatasetError(f"{self.path} is not a run: it has no {MANIFEST}.") from None
        except (OSError, ValueError) as error:
            raise DatasetError(f"{self.path / MANIFEST} cannot be read: {error}.") from None
        if not isinstance(told, dict):
            raise DatasetError(f"{self.path / MANIFEST} is not a JSON object.")
        return told

    def write(self, name: str, text: str) -> Path:
        """Writes a file whole or not at all: beside it first, then in its place. Raises DatasetError."""
        target, beside = self.path / name, self.path / f".{name}.part"
        try:
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise DatasetError(f"{target} cannot be written: {error.strerror}.") from None
        return target

    def predictions(self) -> dict[str, Prediction]:
        """The predictions so far by id; a torn last line does not count, another bad line is a DatasetError."""
        rows = list(_lines(self.path / PREDICTIONS))
        return {row["id"]: Prediction.from_dict(row) for row in rows}

    def times(self) -> dict[str, Mapping[str, float]]:
        """Milliseconds by question id and stage."""
        return {row["id"]: row["ms"] for row in _lines(self.path / TIMES)}

    def mend(self) -> None:
        """Cuts off a torn last line, so that lines can be added."""
        for name in (PREDICTIONS, TIMES):
            path = self.path / name
            content = path.read_bytes() if path.exists() else b""
            if content and not content.endswith(b"\n"):
                os.truncate(path, content.rfind(b"\n") + 1)

    def add(self, prediction: Prediction) -> None:
        """Adds one prediction and its times. Raises DatasetError when the disk is full."""
        self._append(PREDICTIONS, prediction.to_dict())
        if prediction.milliseconds:
            times = {stage: round(ms, 3) for stage, ms in prediction.milliseconds.items()}
            self._append(TIMES, {"id": prediction.id, "ms": times})

    def _append(self, name: str, row: Mapping[str, Any]) -> None:
        line = (json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "surrogatepass")
        try:
            descriptor = os.open(self.path / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            try:
                os.write(descriptor, line)
                if name == PREDICTIONS:
                    os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise DatasetError(f"{self.path / name} cannot be written: {error.strerror}.") from None


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    content = path.read_bytes() if path.exists() else b""
    lines = content.split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict) or "id" not in row:
                raise ValueError("not a row of a run")
        except ValueError as error:
            if number == len(lines):
                return
            raise DatasetError(f"{path} line {number} is damaged: {error}.") from None
        yield row
