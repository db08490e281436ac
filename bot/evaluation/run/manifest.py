"""What was run: enough to know whether two runs compare, without a secret or a path of this machine."""

from __future__ import annotations

import os
import platform
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot import __version__
from bot.errors import DatasetError
from bot.evaluation.dataset.suite import Suite
from bot.language.words.terms import ANALYSER_VERSION
from bot.llm.prompts import load
from bot.settings import Settings, data_folder

_SECRETS = ("api_key", "password", "token", "proxy")
_MACHINE = ("home", "glossary", "host", "port", "allowed_hosts")
_PACKAGES = ("llama-index-core", "numpy", "openai", "PyStemmer", "tantivy", "tiktoken")


def manifest_of(suite: Suite, settings: Settings, command: Sequence[str], options: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest of a run that begins."""
    config = _config(settings)
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
        "options": dict(options),
        "config": config,
        "config_sha256": sha256(repr(sorted(config.items())).encode()).hexdigest(),
        "answerer": settings.model_name or "extractive",
        "prompts": {file.stem: load(file.stem).fingerprint for file in sorted(data_folder("prompts").glob("*.md"))},
        "analyser": ANALYSER_VERSION,
        "packages": {name: _version(name) for name in _PACKAGES},
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "command": shlex.join(_told(word) for word in command),
    }


def check_same(before: Mapping[str, Any], today: Mapping[str, Any]) -> None:
    """Raises DatasetError when a run cannot be resumed because something that decides its answers has changed."""
    for what, keys in {
        "questions": ("suite", "questions_sha256"),
        "articles": ("suite", "corpus_sha256"),
        "settings": ("config_sha256",),
        "prompts": ("prompts",),
        "options": ("options",),
    }.items():
        if _at(before, keys) != _at(today, keys):
            raise DatasetError(
                f"The {what} have changed since the run began, so it cannot be resumed; begin a new one."
            )


def _at(manifest: Mapping[str, Any], keys: Sequence[str]) -> Any:
    value: Any = manifest
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _config(settings: Settings) -> dict[str, Any]:
    config = {k: v for k, v in asdict(settings).items() if k not in (*_SECRETS, *_MACHINE)}
    for name in ("base_url", "embedding_base_url"):
        config[name] = urlsplit(config[name]).hostname or ""
    return config


def _told(word: str) -> str:
    """A word of the command line; of a path outside the working folder only the last part, of a URL the host."""
    if "://" in word:
        return urlsplit(word).hostname or ""
    return Path(word).name if os.path.isabs(word) or word.startswith(("~", "..")) else word


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
