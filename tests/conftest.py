"""What every test gets: an empty environment, a home of its own, and no way out of this machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

# The same examples in every run, and no deadline: a busy machine is no fault of the code.
hypothesis_settings.register_profile("trich", deadline=None, derandomize=True)
hypothesis_settings.load_profile("trich")

_CONNECT = socket.socket.connect
_LOOPBACK = ("127.", "::1", "localhost")


def _connect(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(_LOOPBACK):
        raise AssertionError(f"a test tried to reach {address!r}")
    _CONNECT(self, address)


@pytest.fixture(autouse=True)
def _sealed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "TRICH_")) and name not in ("TRICH_XQUAD", "TRICH_CHROMIUM"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TRICH_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setattr(socket.socket, "connect", _connect)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder of the two seed articles."""
    return root / "seeds"
