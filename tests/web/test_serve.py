"""The server as a process: what it leaves behind."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import httpx


def test_a_stopped_server_leaves_no_folder_behind(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    given = {**os.environ, "TMPDIR": str(temporary), "TRICH_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "bot", "serve", "--port", "0"]
    with subprocess.Popen(command, env=given, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        listening = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
        assert listening
        while not httpx.get(f"{listening.group()}healthz", timeout=60).json()["ready"]:
            time.sleep(0.2)
        (folder,) = temporary.glob("trich-web-*")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=60)
    assert server.returncode == 128 + signal.SIGTERM
    assert list(temporary.iterdir()) == []
