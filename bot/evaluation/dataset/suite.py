"""A Suite: the cases of a run and the articles that they are asked over, from whatever the user pointed at."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case, read_cases
from bot.evaluation.dataset.importers import Imported, crossed, language_of_cases, read_rgb, read_squad
from bot.settings import data_folder

Format = Literal["auto", "trich", "squad", "rgb"]


@dataclass(frozen=True, slots=True)
class Suite:
    """What a run asks, and over what.

    `paths` are folders and files of articles; `written` are articles that the run writes into a folder of its own first
    (file name -> paragraphs), because the data set carries its texts inside.
    """

    name: str
    cases: tuple[Case, ...]
    paths: tuple[Path, ...] = ()
    written: Mapping[str, tuple[str, ...]] | None = None

    def fingerprint(self) -> str:
        """sha256 over all questions and what they expect."""
        rows = [case.to_row() for case in self.cases]
        told = json.dumps(rows, ensure_ascii=False, sort_keys=True)
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    def corpus_fingerprint(self) -> str:
        """sha256 over the articles' files or texts."""
        digest = sha256()
        for name, paragraphs in sorted((self.written or {}).items()):
            digest.update(json.dumps([name, paragraphs], ensure_ascii=False).encode("utf-8", "surrogatepass"))
        for path in self.paths:
            for file in sorted(p for p in ([path] if path.is_file() else path.rglob("*")) if p.is_file()):
                digest.update(file.name.encode("utf-8", "surrogateescape") + sha256(file.read_bytes()).digest())
        return digest.hexdigest()


def open_suite(dataset: Path, *, format: Format = "auto", articles: Sequence[Path] = (), cross: str = "") -> Suite:
    """The suite of a path: a folder with questions.jsonl (and corpus/), a JSON Lines file, a SQuAD-like or RGB file.

    `cross`, such as `vi:en`, pairs the questions of one language with the texts of the other by id; the other file is the
    one whose name differs in the language alone. Raises DatasetError.
    """
    if cross and dataset.is_dir():
        raise DatasetError(f"--cross pairs two SQuAD-like files; {dataset.name} is a folder.")
    if dataset.is_dir():
        file, corpus = dataset / "questions.jsonl", dataset / "corpus"
        return _own(dataset.name, file, articles or ((corpus,) if corpus.is_dir() else ()))
    if not dataset.exists():
        raise DatasetError(f"There is no data set {dataset}.")
    kind = _guessed(dataset) if format == "auto" else format
    if cross and kind != "squad":
        raise DatasetError(f"--cross pairs two SQuAD-like files; {dataset.name} is none.")
    if kind == "trich":
        return _own(dataset.parent.name, dataset, articles)
    imported = read_rgb(dataset) if kind == "rgb" else read_squad(dataset)
    if cross:
        imported = _crossed(dataset, imported, cross)
    return Suite(
        dataset.stem + (f"-{cross.replace(':', '-')}" if cross else ""),
        imported.cases,
        tuple(articles),
        imported.articles,
    )


def _guessed(dataset: Path) -> Format:
    """The format by the look of the file: RGB is JSON Lines in a file called .json."""
    if dataset.suffix != ".json":
        return "trich"
    with dataset.open("rb") as file:
        start = file.readline(100_000)
    return "rgb" if b'"query"' in start and b'"positive"' in start else "squad"


def _own(name: str, file: Path, articles: Sequence[Path]) -> Suite:
    cases = read_cases(file)
    paths = tuple(articles) or (data_folder("seeds"),)
    missing = [p for p in paths if not p.exists()]
    if missing:
        raise DatasetError(f"There are no articles at {missing[0]}.")
    return Suite(name, cases, paths)


def _crossed(dataset: Path, given: Imported, cross: str) -> Imported:
    match = re.fullmatch(r"(vi|en):(vi|en)", cross)
    if match is None or match.group(1) == match.group(2):
        raise DatasetError(f"--cross is vi:en or en:vi, not {cross!r}.")
    asked, told = match.groups()
    here = language_of_cases(given.cases)
    other = asked if here == told else told
    twin = dataset.with_name(re.sub(rf"(?<![a-z]){here}(?![a-z])", other, dataset.name))
    if twin == dataset or not twin.exists():
        raise DatasetError(
            f"--cross needs the same data in the other language beside {dataset.name}: {twin.name} is not there."
        )
    there = read_squad(twin)
    return crossed(given, there) if here == asked else crossed(there, given)


def held_out(suite: Suite) -> Suite:
    """The suite with every answerable case made unanswerable: the articles of its evidence are hidden from the bot.

    The articles stay in the index, so that word statistics are those of the whole collection.
    """
    return replace(
        suite, name=f"{suite.name}-held-out", cases=tuple(_unanswerable(c) for c in suite.cases if c.evidence)
    )


def _unanswerable(case: Case) -> Case:
    return replace(
        case, answerable=False, kind="held_out", evidence=(), must_contain=(), answers=(), nuggets=(),
        without=tuple(dict.fromkeys(e.article for e in case.evidence)),
    )  # fmt: skip
