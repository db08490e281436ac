"""So many at once, so many waiting, the rest is told."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot.web.faults import Fault
from bot.web.turnstile import Turnstile


def in_a_thread(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Runs it in a loop of its own; the browser tests leave one running in the main thread."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(scene())).result()


def test_the_queue_is_bounded_and_drains() -> None:
    async def scene() -> None:
        turnstile, gate = Turnstile(2, 3), threading.Event()
        running: list[int] = []

        def work() -> str:
            running.append(1)
            gate.wait(10)
            return "done"

        tasks = [asyncio.create_task(turnstile.run(work)) for _ in range(5)]
        await asyncio.sleep(0.1)
        assert len(running) == 2
        with pytest.raises(Fault, match="busy") as busy:
            await turnstile.run(work)
        assert busy.value.status == 503
        gate.set()
        assert await asyncio.gather(*tasks) == ["done"] * 5
        assert await turnstile.run(lambda: "free") == "free"

    in_a_thread(scene)


def test_a_failure_frees_its_place() -> None:
    async def scene() -> None:
        turnstile = Turnstile(1, 0)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                await turnstile.run(lambda: 1 // 0)

    in_a_thread(scene)
