"""Runs a suite: manifest first, then a prediction for each case, resumed where an earlier attempt stopped."""

from __future__ import annotations

import os
import platform
import shlex
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from importlib import metadata
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from bot import NewsBot, __version__
from bot.errors import DatasetError
from bot.evaluation.cases import Case
from bot.evaluation.prediction import Prediction, predict
from bot.evaluation.run_folder import RunFolder
from bot.evaluation.suite import Suite
from bot.models import Filters
from bot.settings import Settings

CORPUS, STORE = "corpus", "store.db"
_SECRETS = ("api_key", "password", "token")
_MACHINE = ("home", "glossary", "host", "port", "allowed_hosts")
_PACKAGES = ("llama-index-core", "numpy", "openai", "PyStemmer", "tantivy", "tiktoken")


def manifest_of(suite: Suite, settings: Settings, command: Sequence[str], options: dict[str, Any]) -> dict[str, Any]:
    """What was run: enough to know whether two runs compare, without a secret or a path of this machine."""
    config = {k: v for k, v in asdict(settings).items() if k not in (*_SECRETS, *_MACHINE)}
    config["base_url"] = urlsplit(settings.base_url).hostname or ""
    config["embedding_base_url"] = urlsplit(settings.embedding_base_url).hostname or ""
    return {
        "schema": 1,
        "trich": __version__,
        "began": datetime.now(UTC).isoformat(timespec="seconds"),
        "suite": {
            "name": suite.name,
            "questions": len(suite.cases),
            "questions_sha256": suite.fingerprint(),
            "corpus_sha256": suite.corpus_fingerprint(),
        },
        "options": options,
        "config": config,
        "config_sha256": sha256(repr(sorted(config.items())).encode()).hexdigest(),
        "answerer": settings.model_name or "extractive",
        "packages": {name: _version(name) for name in _PACKAGES},
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "command": shlex.join(Path(word).name if os.path.isabs(word) else word for word in command),
    }


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def run(
    suite: Suite, folder: RunFolder, settings: Settings, *, jobs: int = 1, hold_out: bool = False,
    tell: Callable[[Prediction], None] = lambda prediction: None,
) -> dict[str, float]:  # fmt: skip
    """Asks all cases that have no prediction yet; returns seconds by stage. Predictions end up in the suite's order."""
    folder.mend()
    done = {p.id for p in folder.predictions().values() if p.error is None}
    todo = [case for case in suite.cases if case.id not in done]
    since = perf_counter()
    with opened(suite, folder, settings) as bot:
        indexed = perf_counter()
        for prediction in _predictions(bot, todo, jobs, hold_out):
            folder.add(prediction)
            tell(prediction)
    return {"index": indexed - since, "ask": perf_counter() - indexed}


@contextmanager
def opened(suite: Suite, folder: RunFolder, settings: Settings) -> Iterator[NewsBot]:
    """The bot over the suite's articles, in a store inside the run's folder."""
    paths = list(suite.paths)
    if suite.written is not None:
        paths.append(_written(suite, folder))
    with NewsBot.open([str(p) for p in paths], index=folder.path / STORE, settings=settings) as bot:
        yield bot


def _written(suite: Suite, folder: RunFolder) -> Path:
    """The articles that the data set carries, as text files: one paragraph a line."""
    corpus = folder.path / CORPUS
    try:
        corpus.mkdir(exist_ok=True)
        for name, paragraphs in (suite.written or {}).items():
            text = "\n".join(paragraphs) + "\n"
            file = corpus / name
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DatasetError(f"{corpus} cannot be written: {error.strerror}.") from None
    return corpus


def _predictions(bot: NewsBot, cases: Sequence[Case], jobs: int, hold_out: bool) -> Iterator[Prediction]:
    """In order, at most `jobs` questions at once."""
    ids = [article.source.id for article in bot.articles()] if hold_out else []
    files = {article.source.id: article.source.file for article in bot.articles()} if hold_out else {}

    def one(case: Case) -> Prediction:
        gone = {e.article for e in case.evidence}
        filters = Filters(articles=tuple(i for i in ids if files[i] not in gone)) if hold_out else Filters()
        return predict(bot, case, filters)

    if jobs == 1:
        yield from map(one, cases)
        return
    with ThreadPoolExecutor(jobs) as pool:
        queue = iter(cases)
        while part := list(islice(queue, 8 * jobs)):
            yield from pool.map(one, part)
