"""Every setting: its default, unit, environment name and meaning. The only reader of os.environ.

The README's table is checked against these fields: a setting that is not documented fails a test.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, cast

from bot.errors import SettingsError


def _setting(env: str, default: Any, meaning: str, *, low: float | None = None, high: float | None = None) -> Any:
    return field(default=default, metadata={"env": env, "meaning": meaning, "low": low, "high": high})


ABSTAIN_BELOW = 0.33
"""Confidence, 0..1, below which the bot abstains where nothing else is set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How Trích behaves. Nothing is sent anywhere while `base_url` and `api_key` are both empty.

    >>> Settings.from_env({"TRICH_PASSAGES": "5"}).passages
    5
    """

    api_key: str = _setting("OPENAI_API_KEY", "", "key of the model endpoint")
    base_url: str = _setting("OPENAI_BASE_URL", "", "address of an OpenAI-compatible endpoint, ending in /v1")
    model: str = _setting("TRICH_MODEL", "", "name of the chat model; empty with a key or address: gpt-4o-mini")
    proxy: str = _setting("TRICH_PROXY", "", "HTTP proxy towards the model endpoint; HTTP_PROXY itself is not read")
    temperature: float = _setting("TRICH_TEMPERATURE", 0.0, "sampling temperature", low=0, high=2)
    deadline: float = _setting("TRICH_DEADLINE", 60.0, "whole time for one model answer, s", low=1, high=3600)
    connect_timeout: float = _setting("TRICH_CONNECT_TIMEOUT", 5.0, "time to reach the endpoint, s", low=0.1, high=600)
    first_token_timeout: float = _setting(
        "TRICH_FIRST_TOKEN_TIMEOUT", 30.0, "wait for the first token, s", low=0.1, high=3600
    )
    silence_timeout: float = _setting(
        "TRICH_SILENCE_TIMEOUT", 15.0, "longest pause between tokens, s", low=0.1, high=3600
    )
    retries: int = _setting(
        "TRICH_RETRIES", 2, "further tries after a retryable fault, within the deadline", low=0, high=10
    )
    context_tokens: int = _setting(
        "TRICH_CONTEXT_TOKENS", 6000, "budget for the prompt, tokens", low=500, high=1_000_000
    )
    answer_tokens: int = _setting("TRICH_ANSWER_TOKENS", 600, "longest model answer, tokens", low=32, high=32_000)
    answer_chars: int = _setting(
        "TRICH_ANSWER_CHARS", 4000, "a model answer is cut here, characters", low=200, high=100_000
    )
    prices: str = _setting("TRICH_PRICES", "", "US dollars per million tokens, `input,output`; empty: cost unknown")
    verify: Literal["rules", "llm"] = _setting(
        "TRICH_VERIFY", "rules", "`rules`, or `llm` for one more entailment call"
    )
    strict: bool = _setting("TRICH_STRICT", False, "show verified sentences only, not unconfirmed ones")
    passages: int = _setting("TRICH_PASSAGES", 8, "paragraphs that an answer is drafted from", low=1, high=50)
    abstain_below: float = _setting(
        "TRICH_ABSTAIN_BELOW", ABSTAIN_BELOW, "confidence below which the bot abstains", low=0, high=1
    )
    glossary: str = _setting("TRICH_GLOSSARY", "", "a TSV of your own terms, added to the built-in glossary")
    embedding_model: str = _setting("TRICH_EMBEDDING_MODEL", "", "embedding model at the endpoint; empty: BM25 alone")
    embedding_base_url: str = _setting(
        "TRICH_EMBEDDING_BASE_URL", "", "endpoint for embeddings; empty: OPENAI_BASE_URL"
    )
    home: str = _setting("TRICH_HOME", "", "folder of the stores; empty: ~/.local/share/trich")
    question_chars: int = _setting("TRICH_QUESTION_CHARS", 2000, "longest question, characters", low=10, high=100_000)
    file_mb: int = _setting("TRICH_FILE_MB", 10, "largest file that is read, MB", low=1, high=1000)
    paragraph_chars: int = _setting(
        "TRICH_PARAGRAPH_CHARS", 4000, "longer paragraphs are split, characters", low=200, high=100_000
    )
    fetch: bool = _setting("TRICH_FETCH", False, "allow `trich index URL` to fetch pages and feeds")
    host: str = _setting("TRICH_HOST", "127.0.0.1", "address that the web server listens on")
    port: int = _setting("TRICH_PORT", 7860, "port that the web server listens on", low=0, high=65535)
    allowed_hosts: str = _setting(
        "TRICH_ALLOWED_HOSTS", "", "further Host names that the web server answers to, comma-separated"
    )
    password: str = _setting("TRICH_PASSWORD", "", "password for the web chat; empty: none is asked")
    token: str = _setting("TRICH_TOKEN", "", "bearer token for the HTTP API; empty: none is asked")
    concurrent: int = _setting("TRICH_CONCURRENT", 64, "answers in the making at once", low=1, high=1000)
    queue: int = _setting(
        "TRICH_QUEUE", 256, "questions that may wait; further ones are told `busy`", low=1, high=100_000
    )

    def __post_init__(self) -> None:
        for spec in fields(self):
            _check(spec, getattr(self, spec.name))
        if self.verify not in ("rules", "llm"):
            raise SettingsError(f"TRICH_VERIFY is 'rules' or 'llm', not {self.verify!r}.")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
        """Settings from the environment; `overrides` (flags) win. Raises SettingsError naming the bad variable."""
        environ = os.environ if environ is None else environ
        values = {s.name: _parse(s, environ[s.metadata["env"]]) for s in fields(cls) if environ.get(s.metadata["env"])}
        return cls(**{**values, **overrides})

    @property
    def model_name(self) -> str:
        """The chat model that answers, or '' when no endpoint is configured."""
        return (self.model or "gpt-4o-mini") if self.api_key or self.base_url else ""

    @property
    def home_folder(self) -> Path:
        """Where stores live when no index file is named."""
        if self.home:
            return Path(self.home).expanduser()
        return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "trich"

    def __repr__(self) -> str:
        shown = (f"{s.name}={'***' if s.name in _SECRETS and getattr(self, s.name) else getattr(self, s.name)!r}"
                 for s in fields(self) if getattr(self, s.name) != s.default)  # fmt: skip
        return f"Settings({', '.join(shown)})"


_SECRETS = frozenset({"api_key", "password", "token"})
_KINDS = {bool: "yes or no", int: "a whole number", float: "a number", str: "text"}
_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _parse(spec: Field[Any], text: str) -> Any:
    env, kind = spec.metadata["env"], cast("type[bool | int | float | str]", type(spec.default))
    try:
        return _WORDS[text.strip().lower()] if kind is bool else kind(text.strip())
    except (KeyError, ValueError):
        raise SettingsError(f"{env} must be {_KINDS[kind]}, not {text[:60]!r}.") from None


def _check(spec: Field[Any], value: Any) -> None:
    kind = type(spec.default)
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise SettingsError(f"{spec.metadata['env']} must be {_KINDS[kind]}, not {value!r}.")
    low, high = spec.metadata["low"], spec.metadata["high"]
    if low is not None and not low <= value <= high:
        raise SettingsError(f"{spec.metadata['env']} lies between {low:g} and {high:g}, not {value!r}.")


def data_folder(name: Literal["prompts", "seeds"]) -> Path:
    """The shipped folder `prompts` or `seeds`: inside the wheel, else at the top of the repository."""
    packaged = Path(str(files("bot"))) / name
    return packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / name
