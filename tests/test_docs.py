"""The documents run: their Python is executed, their commands are given to the command line, their links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bot.cli import main

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "training" / "README.md", *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[Any]:
    found = []
    for path in DOCUMENTS:
        for place, match in enumerate(FENCE.finditer(path.read_text(encoding="utf-8"))):
            if match.group(1) == language:
                found.append(pytest.param(match.group(2), id=f"{path.relative_to(ROOT)}-{place}"))
    return found


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the documents assume it: seeds/, evals/ and my-articles/ are there."""
    for name, source in (("seeds", "seeds"), ("my-articles", "seeds"), ("evals", "evals")):
        shutil.copytree(ROOT / source, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


SERVER = "127.0.0.1:7860"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server over the seeds, on a free port."""
    import uvicorn

    from bot.web.app import create_app
    from bot.workspace import SharedWorkspace

    index = tmp_path_factory.mktemp("served") / "seeds.db"
    with closing(SharedWorkspace.open(index=index)) as workspace, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(workspace), log_level="warning", lifespan="off"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("code", blocks("python"))
def test_python_runs(code: str, desk: Path, request: pytest.FixtureRequest) -> None:
    if SERVER in code:
        code = code.replace(SERVER, request.getfixturevalue("served"))
    exec(compile(code, "document", "exec"), {"__name__": "__main__"})


def commands(block: str) -> list[list[str]]:
    """The `trich` commands of a shell block, without comments; those that serve or wait for ever are left out."""
    joined = block.replace("\\\n", " ")
    lines = [shlex.split(line, comments=True) for line in joined.splitlines()]
    waiting = {"serve", "chat"}
    ours = [words[1:] for words in lines if words and words[0].endswith("trich")]
    return [words for words in ours if words[0] not in waiting and "--watch" not in words]


@pytest.mark.parametrize("block", [b for b in blocks("sh") if commands(b.values[0])])
def test_commands_run(block: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in commands(block):
        assert main(words) == 0, (words, capsys.readouterr().err)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_command_is_documented() -> None:
    source = (ROOT / "bot" / "cli.py").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r'_command\(commands, "(\w+)"', source):
        assert f"`trich {name}`" in readme, name


def test_every_promise_names_a_test() -> None:
    text = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
    for file, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text):
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), (file, name)


FOLDERS = ("bot", "docs", "tests", "prompts", "training", "benchmarks", "evals")
TEXT = {".py", ".md", ".toml", ".lock", ".json", ".jsonl", ".js", ".html", ".txt", ".tsv", ".css", ""}


def test_nothing_names_a_machine_or_a_registry() -> None:
    pattern = re.compile(r"(?:^|[\s\"'=(])/(?:work|root|home/[a-z]+)/|--(?:extra-)?index-url|/simple/?[\"#]")
    files = [*ROOT.glob("*"), *(p for folder in FOLDERS for p in (ROOT / folder).rglob("*"))]
    for path in files:
        if path.is_file() and path.suffix in TEXT and path not in (Path(__file__), ROOT / ".git"):
            match = pattern.search(path.read_text(encoding="utf-8", errors="replace"))
            assert match is None, (path, match)
