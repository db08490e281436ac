"""The folder of a run: manifest, cases with their gold, predictions (only ever added to), times, metrics and reports.

A prediction is handed to the system before the next question is asked, so kill -9 costs at most the question in hand, and
it is synced to the disk at least once a second; a torn last line is dropped when the run is resumed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case, case_of
from bot.evaluation.dataset.gold import Gold
from bot.evaluation.run.prediction import Prediction

MANIFEST, CASES, PREDICTIONS, TIMES = "manifest.json", "cases.jsonl", "predictions.jsonl", "times.jsonl"
MACHINE, METRICS = "machine.json", "metrics.json"
SYNC_EVERY = 1.0
"""Seconds between two syncs of the predictions to the disk."""

GoldOf = Mapping[str, tuple[Gold, ...]]


@dataclass(frozen=True, slots=True)
class RunFolder:
    """One run on disk."""

    path: Path

    def begin(self, manifest: Mapping[str, Any]) -> None:
        """Makes the folder and writes the manifest. Raises DatasetError when it holds a run or cannot be written."""
        if (self.path / MANIFEST).exists():
            raise DatasetError(f"{self.path} holds a run already; --resume {self.path} continues it.")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatasetError(f"{self.path} cannot be made: {error.strerror}.") from None
        self.write_json(MANIFEST, manifest)

    def manifest(self) -> dict[str, Any]:
        """The manifest. Raises DatasetError when this is no run."""
        return self.read_json(MANIFEST, f"{self.path} is not a run: it has no {MANIFEST}.")

    def read_json(self, name: str, missing: str) -> dict[str, Any]:
        """A file of the run. Raises DatasetError: `missing` when it is not there, or what is wrong with it."""
        try:
            told = json.loads((self.path / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise DatasetError(missing) from None
        except (OSError, ValueError) as error:
            raise DatasetError(f"{self.path / name} cannot be read: {error}.") from None
        if not isinstance(told, dict):
            raise DatasetError(f"{self.path / name} is not a JSON object.")
        return told

    def write_json(self, name: str, value: Mapping[str, Any]) -> Path:
        """Writes an object as JSON that people can read and diff."""
        return self.write(name, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n")

    def write(self, name: str, text: str) -> Path:
        """Writes a file whole or not at all: beside it first, then in its place. Raises DatasetError."""
        target, beside = self.path / name, self.path / f".{name}.part"
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError as error:
            if beside.exists():
                beside.unlink()
            raise DatasetError(f"{target} cannot be written: {error.strerror}.") from None
        return target

    def keep_cases(self, cases: Sequence[Case], gold: GoldOf) -> None:
        """Keeps what was asked and what answers it, so that the run can be scored without its data set."""
        rows = [{**c.to_row(), "gold": [g.to_dict() for g in gold.get(c.id, ())]} for c in cases]
        self.write(CASES, "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows))

    def cases(self) -> tuple[tuple[Case, ...], GoldOf]:
        """What was asked and what answers it. Raises DatasetError naming a bad line."""
        cases, gold = [], {}
        for number, row in enumerate(_lines(self.path / CASES), 1):
            place = f"{self.path / CASES} line {number}"
            try:
                gold[str(row["id"])] = tuple(Gold(**g) for g in row.pop("gold"))
            except (KeyError, TypeError):
                raise DatasetError(f"{place} lacks its gold paragraphs.") from None
            cases.append(case_of(row, place))
        if not cases:
            raise DatasetError(f"{self.path} is not a run: it has no {CASES}.")
        return tuple(cases), gold

    def predictions(self) -> dict[tuple[str, str], Prediction]:
        """The predictions so far by variant and id; a torn last line does not count, another bad one is an error."""
        found: dict[tuple[str, str], Prediction] = {}
        for number, row in enumerate(_lines(self.path / PREDICTIONS), 1):
            try:
                prediction = Prediction.from_dict(row)
            except ValueError as error:
                raise DatasetError(f"{self.path / PREDICTIONS} line {number} is damaged: {error}.") from None
            found[prediction.key] = prediction
        return found

    def times(self) -> dict[str, Mapping[str, float]]:
        """Milliseconds by question id and stage."""
        return {row["id"]: row["ms"] for row in _lines(self.path / TIMES) if isinstance(row.get("ms"), dict)}

    def mend(self) -> None:
        """Ends the last line, or cuts it off when it is torn, so that lines can be added."""
        for name in (PREDICTIONS, TIMES):
            path = self.path / name
            content = path.read_bytes() if path.exists() else b""
            if not content or content.endswith(b"\n"):
                continue
            start = content.rfind(b"\n") + 1
            with _telling(path):
                os.truncate(path, start)
                if _whole(content[start:]):
                    path.write_bytes(content + b"\n")


def _whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


class Journal:
    """Adds predictions to a run; a context manager. Raises DatasetError when the disk is full."""

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder
        self._synced = monotonic()

    def __enter__(self) -> Journal:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        with _telling(self._folder.path):
            self._files = {name: os.open(self._folder.path / name, flags, 0o644) for name in (PREDICTIONS, TIMES)}
        return self

    def __exit__(self, *_: object) -> None:
        for descriptor in self._files.values():
            os.close(descriptor)

    def add(self, prediction: Prediction) -> None:
        """Adds one prediction and, for a question in its own form, its times."""
        self._append(PREDICTIONS, prediction.to_dict())
        if prediction.milliseconds and not prediction.variant:
            times = {stage: round(ms, 3) for stage, ms in prediction.milliseconds.items()}
            self._append(TIMES, {"id": prediction.id, "ms": times})
        if monotonic() - self._synced > SYNC_EVERY:
            with _telling(self._folder.path / PREDICTIONS):
                os.fsync(self._files[PREDICTIONS])
            self._synced = monotonic()

    def _append(self, name: str, row: Mapping[str, Any]) -> None:
        line = (json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "backslashreplace")
        with _telling(self._folder.path / name):
            written = os.write(self._files[name], line)
            while written < len(line):
                written += os.write(self._files[name], line[written:])


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turns an OSError into the sentence that names the file."""
    try:
        yield
    except OSError as error:
        raise DatasetError(f"{path} cannot be written: {error.strerror}.") from None


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
