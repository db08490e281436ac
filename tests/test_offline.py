"""With sockets forbidden, everything that needs no endpoint works: nothing leaves the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GUARD = """
import socket, sys
def refused(*args, **kwargs): raise AssertionError("a socket was opened")
class Forbidden(socket.socket):
    __init__ = refused
socket.socket = Forbidden
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refused)
from bot.cli import main
status = main(sys.argv[1:])
sys.exit(status)
"""


@pytest.mark.parametrize(
    "args",
    [
        ("ask", "Who welcomed the delegation?", "--json"),
        ("ask", "Việt Nam gia nhập ASEAN năm nào?"),
        ("retrieve", "ai don tong bi thu"),
        ("check", "Lâm planted a tree."),
        ("articles",),
    ],
)
def test_no_socket_is_opened(args: tuple[str, ...], root: Path) -> None:
    done = subprocess.run([sys.executable, "-c", GUARD, *args], capture_output=True, text=True, cwd=root, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_guard_bites(root: Path) -> None:
    code = GUARD.replace("from bot.cli import main", "socket.create_connection(('127.0.0.1', 9))")
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, cwd=root, check=False)
    assert "a socket was opened" in done.stderr
