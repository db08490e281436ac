"""Data sets of others as cases and articles: SQuAD 1.1 and 2.0, XQuAD, MLQA (one format) and RGB.

The context becomes a paragraph, the title an article, `is_impossible` an unanswerable case. Nothing is downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case, Evidence, rows
from bot.ingest.text.identity import article_id
from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.models import Language


@dataclass(frozen=True, slots=True)
class Imported:
    """Cases, and the articles that they ask about: file name -> paragraphs."""

    cases: tuple[Case, ...]
    articles: Mapping[str, tuple[str, ...]]


def read_squad(path: Path, prefix: str = "") -> Imported:
    """A SQuAD-like file. `prefix` goes before the article files' names, so that two languages can lie in one folder."""
    data = _json(path)
    if not isinstance(data, dict) or not isinstance(data.get("data"), list):
        raise DatasetError(f"{path.name} is not a SQuAD file: it has no list 'data'.")
    cases: list[Case] = []
    articles: dict[str, tuple[str, ...]] = {}
    for number, entry in enumerate(data["data"]):
        try:
            stem = f"{prefix}{article_id(str(entry.get('title') or f'article-{number}'))}"
            file = f"{stem}.txt" if f"{stem}.txt" not in articles else f"{stem}-{number}.txt"
            contexts = [_line(p["context"]) for p in entry["paragraphs"]]
            cases += [_case(qa, c, file) for c, p in zip(contexts, entry["paragraphs"], strict=True) for qa in p["qas"]]
        except (KeyError, TypeError, AttributeError) as error:
            raise DatasetError(f"{path.name}: article {number + 1} lacks {error}.") from None
        articles[file] = tuple(contexts)
    if not cases:
        raise DatasetError(f"{path.name} holds no question.")
    return Imported(_of_one_language(cases), articles)


def _of_one_language(cases: Sequence[Case]) -> tuple[Case, ...]:
    """The cases with the language of nearly all of them, since one file asks in one language."""
    common = language_of_cases(cases)
    share = sum(case.language == common for case in cases) / len(cases)
    return tuple(replace(case, language=common) for case in cases) if share > 0.8 else tuple(cases)


def _case(qa: Mapping[str, Any], context: str, file: str) -> Case:
    question = qa["question"]
    answers = tuple(dict.fromkeys(_line(a["text"]) for a in qa.get("answers") or ()))
    possible = bool(answers) and not qa.get("is_impossible", False)
    return Case(
        id=str(qa["id"]),
        question=question,
        language=language_of(question),
        answerable=possible,
        kind="factoid" if possible else "unanswerable",
        answers=answers if possible else (),
        evidence=(Evidence(file, context),) if possible else (),
    )


def read_rgb(path: Path) -> Imported:
    """RGB's lines: `query`, `answer`, `positive` and `negative` documents (Chen et al. 2024); one article a question."""
    cases: list[Case] = []
    articles: dict[str, tuple[str, ...]] = {}
    for number, row in rows(path):
        try:
            file = f"rgb-{int(row['id']):05}.txt"
            positive = [_line(text) for text in _flat(row["positive"])]
            negative = [_line(text) for text in _flat(row["negative"])]
            groups = tuple(tuple(_flat(group)) for group in _listed(row["answer"]))
            question = str(row["query"])
        except (KeyError, TypeError, ValueError) as error:
            raise DatasetError(f"{path.name} line {number} is not a row of RGB: {error}.") from None
        articles[file] = tuple(filter(None, (*positive, *negative)))
        cases.append(
            Case(
                f"rgb-{row['id']}", question, language_of(question), bool(positive), "rgb", groups if positive else (),
                evidence=tuple(Evidence(file, text) for text in positive),
            )
        )  # fmt: skip
    return Imported(tuple(cases), articles)


def crossed(questions: Imported, texts: Imported) -> Imported:
    """The questions of one language over the texts of another, paired by id: XQuAD and MLQA are parallel.

    Gold answers and evidence are those of the texts' language, since that is what an answer can quote.
    """
    there = {case.id: case for case in texts.cases}
    pairs = [(case, there[case.id]) for case in questions.cases if case.id in there]
    if not pairs:
        raise DatasetError("The two files share no question id, so they cannot be crossed.")
    cases = tuple(replace(told, question=asked.question, language=asked.language) for asked, told in pairs)
    return Imported(cases, texts.articles)


def language_of_cases(cases: Sequence[Case]) -> Language:
    """The language of most questions."""
    vietnamese = sum(case.language == "vi" for case in cases)
    return "vi" if vietnamese * 2 > len(cases) else "en"


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise DatasetError(f"There is no file {path}.") from None
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{path.name} is not JSON: {error}.") from None


def _line(text: str) -> str:
    """A context as the one line of a text file that it becomes."""
    return " ".join(clean(text).text.split())


def _flat(value: Any) -> Iterator[str]:
    for item in _listed(value):
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield str(item)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
