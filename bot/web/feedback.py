"""What readers said about answers: one JSON line each, in a file under the home folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Literal, cast

from bot.errors import StoreError
from bot.models import Answer
from bot.settings import Settings

Kind = Literal["good", "wrong_answer", "wrong_source"]
KINDS: tuple[Kind, ...] = ("good", "wrong_answer", "wrong_source")


@dataclass(frozen=True, slots=True)
class Opinion:
    """One reader's word on one answer, or on its citation `citation` (a number from 1)."""

    kind: Kind
    citation: int | None = None
    comment: str = ""


class Feedback:
    """The file of opinions; lines are only ever added, each in one write, so several processes may share it."""

    def __init__(self, path: Path) -> None:
        self.path, self._lock = path, Lock()

    @classmethod
    def of(cls, settings: Settings) -> Feedback:
        """The file of these settings: `feedback.jsonl` in the home folder."""
        return cls(settings.home_folder / "feedback.jsonl")

    def add(self, opinion: Opinion, answer: Answer) -> None:
        """Stores an opinion with the answer that it is about. Raises StoreError naming the file."""
        row = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"), "kind": opinion.kind, "citation": opinion.citation,
            "comment": opinion.comment, "answer": answer.to_dict(),
        }  # fmt: skip
        line = (json.dumps(row, ensure_ascii=False) + "\n").encode()
        try:
            with self._lock:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with self.path.open("ab", buffering=0) as file:
                    file.write(line)
        except OSError as error:
            raise StoreError(f"The feedback cannot be written to {self.path}: {error.strerror}.") from error

    def rows(self) -> Iterator[dict[str, Any]]:
        """All opinions, oldest first; a line torn by a crash is left out. Raises StoreError naming the file."""
        try:
            lines = self.path.read_text(encoding="utf-8").split("\n") if self.path.exists() else []
        except OSError as error:
            raise StoreError(f"The feedback cannot be read from {self.path}: {error.strerror}.") from error
        for line in lines:
            try:
                row = json.loads(line)
            except json.JSONDecodeError:
                continue
            if isinstance(row, dict) and row.get("kind") in KINDS:
                yield row

    def as_eval_rows(self) -> Iterator[dict[str, Any]]:
        """Cases for `trich eval`: what readers approved is expected, what they rejected is to be labelled.

        `good` gives the cited paragraphs as evidence and the short answer as gold; `wrong_*` gives neither, the
        rejected answer stands under `rejected` for whoever labels it.
        """
        for number, row in enumerate(self.rows(), 1):
            yield _case(number, row)


def _case(number: int, row: dict[str, Any]) -> dict[str, Any]:
    answer = cast(dict[str, Any], row["answer"])
    case: dict[str, Any] = {
        "id": f"feedback-{number}", "question": answer["standalone_question"], "lang": answer["language"],
        "kind": "feedback", "tags": [row["kind"]], "note": row.get("comment", ""),
    }  # fmt: skip
    if row["kind"] != "good":
        return {**case, "rejected": answer["answer"], "rejected_citation": row.get("citation")}
    answered = answer["outcome"] == "answered"
    evidence = [
        {"article": c["article"], "paragraph": c["paragraph"], "quote": c["quote"]} for c in answer["citations"]
    ]
    gold = [answer["short_answer"]] if answer["short_answer"] else []
    return {**case, "answerable": answered, "answers": gold, "evidence": evidence if answered else []}
