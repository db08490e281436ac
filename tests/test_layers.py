"""Imports go down only, each heavy package has one home, and there is no cycle: read from the imports themselves."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "bot").rglob("*.py"))
}
LEVELS = {
    "models": 0, "protocols": 0, "errors": 0, "settings": 0, "phrases": 0, "partner": 0,
    "language": 1,
    "ingest": 2, "retrieval": 2, "llm": 2,
    "answering": 3, "verification": 3,
    "engine": 4, "conclusion": 4, "collection": 4, "joint": 4, "wiring": 4, "workspace": 4,
    "present": 5, "web": 5, "evaluation": 5, "commands": 5, "cli": 5, "__main__": 5,
}  # fmt: skip
ROOMS = {
    "language": {
        "words": 0, "sentences": 1, "lexicon": 1, "figures": 1, "spelling": 2, "naming": 3, "grammar": 4, "facts": 4,
    },
    "ingest": {
        "text": 0, "network": 1, "html": 1, "readers": 2, "article": 2, "intake": 3, "collection": 4,
    },
    "retrieval": {
        "storage": 0, "terms": 1, "inverted": 2, "scoring": 2, "relations": 3, "indexing": 4, "retriever": 5, "llama": 5,
    },
    "answering": {
        "text": 0, "generation": 1, "question": 1, "conversation": 2, "evidence": 2, "objections": 3, "spans": 3, "choice": 4, "extract": 5,
    },
    "evaluation": {
        "dataset": 0, "run": 1, "metrics": 2, "report": 3, "comparison": 4, "gate": 4, "options": 4,
    },
}  # fmt: skip
"""The floors within a package that is divided: a text, a file or a question goes through its rooms from 0 up."""
HOMES = {
    "llama_index": {"bot.retrieval.llama"},
    "tantivy": {"bot.retrieval.inverted"},
    "openai": {"bot.llm.openai_model", "bot.llm.embedding"},
    "tiktoken": {"bot.llm.budget"},
    "gradio": {"bot.web"},
    "fastapi": {"bot.web"},
    "mcp": {"bot.commands.mcp"},
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, module: str, *, typing_too: bool = False) -> set[str]:
    """The dotted names that a file imports, lazily or not; those for type checking alone only with `typing_too`."""
    found: set[str] = set()
    todo: list[ast.AST] = [tree(path)]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test) and not typing_too:
            todo += node.orelse
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide the level"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module or "" for name in names}
        else:
            todo += ast.iter_child_nodes(node)
    return found


GRAPH = {m: {t for t in imports(p, m) if t in MODULES and t != m} for m, p in MODULES.items()}


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", [m for m in MODULES if room(m)])
def test_imports_go_down(module: str) -> None:
    """A lower floor never imports a higher one; rooms of one floor leave each other alone, `NewsBot.open` apart."""
    here = LEVELS[room(module)]
    for target in GRAPH[module] - {"bot"}:
        there = LEVELS[room(target)]
        if (module, target) == ("bot.engine", "bot.wiring"):
            continue
        assert there <= here, f"{module} (floor {here}) imports {target} (floor {there})"
        if here in (2, 3):
            assert there < here or room(target) == room(module), f"{module} imports its neighbour {target}"


@pytest.mark.parametrize("package", ROOMS)
def test_imports_go_down_within_a_package(package: str) -> None:
    """Its rooms lie in the order in which they are gone through; a room knows its own modules and the rooms below."""
    within = {m: m.split(".")[2] for m in MODULES if m.startswith(f"bot.{package}.")}
    assert set(within.values()) == set(ROOMS[package])
    for module, here in within.items():
        for there in {within[t] for t in GRAPH[module] if t in within} - {here}:
            assert ROOMS[package][there] < ROOMS[package][here], f"{module} imports {there}"


def test_engine_sees_the_ground_floor_only() -> None:
    ground = {"models", "protocols", "errors", "phrases", "settings"}
    assert {room(t) for t in GRAPH["bot.engine"]} <= ground | {"conclusion", "wiring"}
    assert {room(t) for t in GRAPH["bot.conclusion"]} <= ground


@pytest.mark.parametrize("package", HOMES)
def test_heavy_packages_have_one_home(package: str) -> None:
    for module, path in MODULES.items():
        if any(name.split(".")[0] == package for name in imports(path, module, typing_too=True)):
            assert any(module == home or module.startswith(home + ".") for home in HOMES[package]), module


def test_no_import_cycle() -> None:
    """No module reaches itself, lazy imports included; `NewsBot.open`'s import of wiring is the one exception."""
    graph = {m: ts - ({"bot.wiring"} if m == "bot.engine" else set()) - {"bot"} for m, ts in GRAPH.items()}
    for start in graph:
        seen: set[str] = set()
        todo = list(graph[start])
        while todo:
            module = todo.pop()
            assert module != start, f"{start} reaches itself"
            if module not in seen:
                seen.add(module)
                todo += graph[module]


def test_import_bot_is_light_and_opens_no_socket() -> None:
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise AssertionError('a socket')\n"
        "socket.socket.__init__ = no\n"
        "import bot, bot.cli\n"
        "heavy = {'llama_index', 'openai', 'gradio', 'tantivy', 'tiktoken', 'numpy', 'fastapi'}\n"
        "print(sorted(heavy & {m.split('.')[0] for m in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_unpickles_or_evaluates() -> None:
    for module, path in MODULES.items():
        assert not {"pickle", "marshal", "shelve", "dill"} & {i.split(".")[0] for i in imports(path, module)}, module
        names = {n.func.id for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        assert not {"eval", "exec"} & names, module
