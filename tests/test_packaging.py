"""The wheel carries all that is needed and works from anywhere; the locks name no registry."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline by the installed backend."""
    out = tmp_path_factory.mktemp("dist")
    code = f"import hatchling.build as b; print(b.build_wheel({str(out)!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_is_complete(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "bot/py.typed", "bot/prompts/answer.vi.md", "bot/prompts/answer.en.md", "bot/prompts/condense.md",
        "bot/prompts/entail.md", "bot/seeds/catalogue.toml", "bot/seeds/000_184130ba93fb8e50.txt",
        "bot/seeds/004_d425f2db56987bc6.txt", "bot/sentences.tsv", "bot/language/lexicon/glossary.tsv", "bot/language/words/irregular.tsv",
        "bot/retrieval/scoring/weights.toml", "bot/answering/evidence/weights.toml", "bot/answering/spans/weights.tsv", "bot/language/lexicon/word_classes.txt",
        "bot/language/lexicon/thesaurus_en.tsv", "bot/language/lexicon/thesaurus_vi.tsv", "bot/evaluation/report/report.css",
        "bot/web/assets/app.js", "bot/web/assets/app.css",
    }  # fmt: skip
    assert wanted <= names
    assert not [n for n in names if n.startswith(("tests/", "benchmarks/")) or "__pycache__" in n]


def test_it_works_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "TRICH_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-P", "-m", "bot", "ask", "Who welcomed the delegation?"]
    done = subprocess.run(command, cwd="/", env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kao Kim Hourn" in done.stdout
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import bot; print(bot.__file__)"],
        cwd="/",
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(tmp_path) in where.stdout


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_are_pinned_hashed_and_name_no_registry(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    pinned = re.findall(r"^[\w.\[\]-]+==[\w.!+]+(?: ;.*)? \\$", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 80
    assert not {"torch", "transformers", "sentence-transformers"} & {p.split("==")[0] for p in pinned}


def test_every_dependency_is_locked(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (root / "requirements.lock").read_text(encoding="utf-8").lower()
    for wanted in project["dependencies"]:
        name = re.match(r"[\w-]+", wanted)
        assert name
        assert re.search(rf"^{name.group().lower()}==", locked, re.MULTILINE), wanted
