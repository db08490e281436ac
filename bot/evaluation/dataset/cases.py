"""A Case: one question with what a right answer must contain and where it stands. Read from JSON Lines, checked by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.errors import DatasetError
from bot.language.words.detect import language_of
from bot.models import Language

KNOWN = frozenset(
    {
        "id",
        "lang",
        "kind",
        "question",
        "answerable",
        "must_contain",
        "must_not_contain",
        "answers",
        "evidence",
        "history",
        "nuggets",
        "paraphrases",
        "split",
        "tags",
        "note",
        "without",
    }
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an answer stands: words of a paragraph of an article, which is named by its file (or id)."""

    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Nugget:
    """A fact that a full answer holds; `weight` 1 for a vital one, .5 for an okay one (TREC RAG 2024)."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a data set.

    `must_contain`: a right answer holds one alternative of every group. `must_not_contain`: no right answer holds any of
    these, an abstention neither. `answers`: gold short answers, any of them counts. `history`: the questions asked before,
    oldest first. `paraphrases`: other wordings, asked by `--robustness`. `without`: articles that are hidden from the bot
    for this question. `place`: file and line, for messages. An unanswerable case has no evidence.
    """

    id: str
    question: str
    language: Language
    answerable: bool
    kind: str = ""
    must_contain: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    history: tuple[str, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    paraphrases: tuple[str, ...] = ()
    split: str = ""
    tags: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    place: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.answerable and not (self.must_contain or self.answers):
            raise ValueError("an answerable case says what a right answer contains (must_contain or answers)")
        if not self.answerable and self.evidence:
            raise ValueError("an unanswerable case has no evidence")

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """What a right answer must contain: the given groups, else any of the gold answers."""
        return self.must_contain or ((self.answers,) if self.answers else ())

    def to_row(self) -> dict[str, Any]:
        """The row that `case_of` reads back; empty fields are left out."""
        row = {**asdict(self), "lang": self.language}
        del row["language"], row["place"]
        return {key: value for key, value in row.items() if value not in ("", ())}


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a JSON Lines file; DatasetError names the file and line of the first bad row."""
    cases: dict[str, Case] = {}
    for number, row in rows(path):
        place = f"{path.name} line {number}"
        case = case_of(row, place)
        if case.id in cases:
            raise DatasetError(f"{place}: the id {case.id!r} stands twice.")
        cases[case.id] = case
    if not cases:
        raise DatasetError(f"{path.name} holds no question.")
    return tuple(cases.values())


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file with their line numbers; blank lines are passed over."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DatasetError(f"There is no file {path}.") from None
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        place = error.object[: error.start].count(b"\n") + 1
        raise DatasetError(f"{path.name} line {place} is not UTF-8 text.") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _object(line, f"{path.name} line {number}")


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{place} is not JSON: {error}.") from None
    if not isinstance(row, dict):
        raise DatasetError(f"{place} is not a JSON object.")
    return row


def case_of(row: Mapping[str, Any], place: str) -> Case:
    """The case of one row; DatasetError names the place and the field that is wrong."""
    if unknown := sorted(row.keys() - KNOWN):
        raise DatasetError(f"{place}: unknown field {unknown[0]!r}; known are {', '.join(sorted(KNOWN))}.")
    question = _text(row, "question", place)
    try:
        return Case(
            id=_text(row, "id", place),
            question=question,
            language=_language(row, question, place),
            answerable=_bool(row, "answerable", place),
            kind=str(row.get("kind") or ""),
            must_contain=tuple(_texts(group, f"{place}: must_contain") for group in _list(row, "must_contain", place)),
            must_not_contain=_texts(_list(row, "must_not_contain", place), f"{place}: must_not_contain"),
            answers=_texts(_list(row, "answers", place), f"{place}: answers"),
            evidence=tuple(_evidence(e, place) for e in _list(row, "evidence", place)),
            history=_texts(_list(row, "history", place), f"{place}: history"),
            nuggets=tuple(_nugget(n, place) for n in _list(row, "nuggets", place)),
            paraphrases=_texts(_list(row, "paraphrases", place), f"{place}: paraphrases"),
            split=str(row.get("split") or ""),
            tags=_texts(_list(row, "tags", place), f"{place}: tags"),
            without=_texts(_list(row, "without", place), f"{place}: without"),
            place=place,
        )
    except ValueError as error:
        raise DatasetError(f"{place}: {error}.") from None


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise DatasetError(f"{place}: the field {key!r} must be a text.")
    return value


def _language(row: Mapping[str, Any], question: str, place: str) -> Language:
    match row.get("lang"):
        case "vi":
            return "vi"
        case "en":
            return "en"
        case None:
            return language_of(question)
    raise DatasetError(f"{place}: the field 'lang' is 'vi' or 'en'.")


def _bool(row: Mapping[str, Any], key: str, place: str) -> bool:
    value = row.get(key, True)
    if not isinstance(value, bool):
        raise DatasetError(f"{place}: the field {key!r} is true or false.")
    return value


def _list(row: Mapping[str, Any], key: str, place: str) -> list[Any]:
    value = row.get(key) or []
    if not isinstance(value, list):
        raise DatasetError(f"{place}: the field {key!r} must be a list.")
    return value


def _texts(values: Any, place: str) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise DatasetError(f"{place} must be a list of texts.")
    return tuple(values)


def _evidence(value: Any, place: str) -> Evidence:
    if not isinstance(value, dict) or not all(isinstance(value.get(k), str) and value[k] for k in ("article", "quote")):
        raise DatasetError(f"{place}: each evidence has an 'article' and a 'quote'.")
    return Evidence(value["article"], value["quote"])


def _nugget(value: Any, place: str) -> Nugget:
    weight = value.get("weight", 1.0) if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or not isinstance(weight, int | float):
        raise DatasetError(f"{place}: each nugget has a 'text' and a 'weight'.")
    return Nugget(value["text"], float(weight))
