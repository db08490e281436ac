"""What is taken from gradio is still there to be taken: an upgrade that renames it must not pass unseen.

Each test has a process of its own: gradio loads once in a process, and a browser test leaves an event loop running.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPLACED = """
import sys
from functools import reduce
from bot.web import loading

loading.gradio()
for module, name in loading._IDLE.items():
    assert reduce(getattr, name.split("."), sys.modules[module])("anything", component="any") is None
"""
CALMED = """
import asyncio
from bot.web import loading
from bot.web.chat import _calm

async def queue():
    return loading.gradio().Blocks(analytics_enabled=False).queue()._queue

calm = asyncio.run(queue())
before = set(vars(calm))
_calm(calm)
assert set(vars(calm)) == before
"""


def run(code: str, root: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=False)
    assert done.returncode == 0, done.stderr


def test_gradio_has_what_is_replaced_while_it_loads(root: Path) -> None:
    run(REPLACED, root)


def test_its_queue_has_what_is_calmed(root: Path) -> None:
    run(CALMED, root)
