"""Settings come from the environment, are checked, and never show a secret."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from bot import Settings
from bot.errors import SettingsError


def test_defaults_send_nothing() -> None:
    settings = Settings.from_env({})
    assert (settings.api_key, settings.base_url, settings.model_name) == ("", "", "")


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"TRICH_PASSAGES": "many"}, "TRICH_PASSAGES must be a whole number, not 'many'."),
        ({"TRICH_PASSAGES": "0"}, "TRICH_PASSAGES lies between 1 and 50, not 0."),
        ({"TRICH_DEADLINE": "nan"}, "TRICH_DEADLINE lies between 1 and 3600, not nan."),
        ({"TRICH_STRICT": "perhaps"}, "TRICH_STRICT must be yes or no, not 'perhaps'."),
        ({"TRICH_VERIFY": "magic"}, "TRICH_VERIFY is 'rules' or 'llm', not 'magic'."),
    ],
)
def test_a_bad_value_is_named(environ: dict[str, str], sentence: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_env(environ)
    assert str(error.value) == sentence


def test_flags_win() -> None:
    assert Settings.from_env({"TRICH_PORT": "1"}, port=2).port == 2


def test_secrets_are_not_shown() -> None:
    shown = repr(Settings(api_key="sk-secret", password="hunter2", token="t0ken"))
    assert not any(secret in shown for secret in ("sk-secret", "hunter2", "t0ken"))


def test_every_setting_is_documented(root: Path) -> None:
    """The README's table names every variable with its default and meaning."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    for spec in fields(Settings):
        row = next((line for line in readme.splitlines() if line.startswith(f"| `{spec.metadata['env']}` |")), "")
        assert row, f"{spec.metadata['env']} is missing from the README"
        assert spec.metadata["meaning"] in row, row
        default = spec.default
        shown = {True: "yes", False: "no"}.get(default, default) if isinstance(default, bool) else default
        assert (f"{shown:g}" if isinstance(shown, float) else str(shown)) in row, row
