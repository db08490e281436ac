"""No sentence that the page or the API can show lacks its Vietnamese: the sentences are read from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import phrases
from bot.ingest.text.encodings import _MAGIC
from bot.phrases import told
from bot.settings import _KINDS

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {
    "commands", "evaluation", "collection",  # said in a terminal, or when the server starts
    "ingest.article.catalogue", "ingest.collection", "ingest.html.feeds", "ingest.intake.walk", "ingest.intake.web", "ingest.network",
    "ingest.readers.records",  # an upload is one text, page, PDF or Word file
    "language.lexicon.glossary",
}  # fmt: skip
SAYERS = {
    "Fault", "TrichError", "QuestionError", "SettingsError", "ArticleError", "MissingExtra", "StoreError", "StoreTooNew",
    "StoreBusy", "PromptError", "ModelError", "_fault", "Reading", "Draft",
}  # fmt: skip
SENTENCE = re.compile(r"[^a-z].*\w.*\.", re.DOTALL)
PASSED_ON = {"{name} {reply_error}.", "{str_error_detail_rstrip}."}
"""What stands in braces is a sentence of its own: of the reader of documents, of the framework."""


def template(node: ast.AST) -> str | None:
    """A text as it stands in the code, what is filled in as words in braces."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".rstrip"):
        return template(node.func.value) if isinstance(node.func, ast.Attribute) else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = template(node.left), template(node.right)
        return None if None in parts else "".join(part or "" for part in parts)
    if not isinstance(node, ast.JoinedStr):
        return None
    slots = (
        re.sub(r"\W+", "_", ast.unparse(v.value)).strip("_") if isinstance(v, ast.FormattedValue) else ""
        for v in node.values
    )
    return "".join(
        str(v.value) if isinstance(v, ast.Constant) else f"{{{slot}}}"
        for v, slot in zip(node.values, slots, strict=True)
    )


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT / "bot").with_suffix("").parts)
        if not any(name == other or name.startswith(f"{other}.") for other in ELSEWHERE):
            yield name, ast.parse(path.read_text("utf-8"))


def texts(node: ast.AST) -> Iterator[str]:
    """The whole texts in a piece of code."""
    text = template(node)
    if text is not None:
        yield text
    else:
        for part in ast.iter_child_nodes(node):
            yield from texts(part)


def said_in(tree: ast.Module) -> Iterator[str]:
    """The sentences handed to an error or a report, or kept under a name that these are made from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in SAYERS:
            yield from texts(ast.List([*node.args, *(keyword.value for keyword in node.keywords)]))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if ast.unparse(target) in ("sentence", "remark", "BUSY", "_BY_CLASS"):
                yield from texts(node.value)


def endings_in(tree: ast.Module) -> Iterator[str]:
    """What the reader of documents says of a file, whose name comes before."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "TooMuchError":
            yield from texts(node.args[0])
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if key and template(key) == "error" and not isinstance(value, ast.Call):
                    yield from texts(value)


def said() -> list[str]:
    found = {text for _, tree in modules() for text in said_in(tree)}
    documents = [tree for name, tree in modules() if name.startswith("ingest.document")]
    found |= {f"{{file}} {ending}." for tree in documents for ending in endings_in(tree)}
    return sorted(text for text in found if SENTENCE.fullmatch(text) and text not in PASSED_ON)


@pytest.mark.parametrize("sentence", said())
def test_every_sentence_of_an_error_has_its_vietnamese(sentence: str) -> None:
    slots = re.findall(r"\{\w*\}", sentence)
    values = [f"<{place}>" for place, _ in enumerate(slots)]
    spoken = re.sub(r"\{\w*\}", lambda _, left=iter(values): next(left), sentence)  # type: ignore[misc]
    vietnamese = told(spoken, "vi")
    assert vietnamese != spoken
    assert sorted(re.findall(r"<\d+>", vietnamese)) == values
    assert told(spoken, "en") == spoken


def test_enough_is_found_in_the_code() -> None:
    assert len(said()) > 100


def test_every_row_has_two_languages_with_the_same_words_in_braces() -> None:
    lines = (ROOT / "bot" / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    for english, vietnamese in rows:
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", vietnamese))
    assert len({english for english, _ in rows}) == len(rows)
    for sentences in phrases._PHRASES.values():
        slots = [sorted(re.findall(r"\{\w+\}", sentence)) for sentence in sentences.values()]
        assert slots[0] == slots[1]


@pytest.mark.parametrize("kind", sorted({*(kind for _, kind in _MAGIC), *_KINDS.values()}))
def test_a_word_that_is_filled_in_has_its_vietnamese_too(kind: str) -> None:
    assert (
        told(f"a.txt is not a text file but {kind}.", "vi") == f"a.txt không phải tệp văn bản mà là {told(kind, 'vi')}."
    )
    assert told(kind, "vi") != kind


def test_a_sentence_that_nobody_foresaw_stays_as_it_is() -> None:
    assert told("A sentence that nobody foresaw.", "vi") == "A sentence that nobody foresaw."
