"""Loads gradio and builds the chats in a thread, while the server already answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from fastapi import FastAPI
from starlette.types import ASGIApp

from bot.web.context import Context
from bot.web.faults import Fault
from bot.web.loading import gradio

_log = logging.getLogger("trich.web")
State = Literal["loading", "ready", "failed"]


class Warmup:
    """The chats under /vi and /en in the making; `chats` is None until they are ready."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.chats: ASGIApp | None = None
        self._ready = asyncio.Event()

    @property
    def state(self) -> State:
        """Whether the chats are there, still to come, or never will be."""
        if self.chats is not None:
            return "ready"
        return "failed" if self._ready.is_set() else "loading"

    async def wait(self) -> ASGIApp:
        """The chats, as soon as they are ready. Raises Fault 503 when they could not be loaded."""
        await self._ready.wait()
        if self.chats is None:
            raise Fault(503, "The chat could not be loaded; the server's log says why.", "not_loaded")
        return self.chats

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Loads at entry, in the background; ends gradio's own tasks at exit."""
        stop = asyncio.Event()
        task = asyncio.create_task(self._run(stop))
        try:
            yield
        finally:
            stop.set()
            await task

    async def _run(self, stop: asyncio.Event) -> None:
        """One task from beginning to end, because gradio's contexts must be left by the task that entered them."""
        try:
            parent = await asyncio.to_thread(lambda: asyncio.run(self._mounted()))
            async with parent.router.lifespan_context(parent):
                await asyncio.to_thread(self._prepare)
                self.chats = parent
                self._ready.set()
                await stop.wait()
        except Exception:  # noqa: BLE001 (an edge: it is logged, /healthz and the page say so, and the API runs on)
            _log.exception("the chat could not be loaded")
        finally:
            self._ready.set()

    async def _mounted(self) -> FastAPI:
        """The chats, built in a thread; in a running loop, since gradio opens loops of its own where none runs."""
        gradio()
        from bot.web.chat import mount  # imports gradio, which takes seconds

        parent = FastAPI(openapi_url=None)
        mount(self._context, "vi", parent)
        mount(self._context, "en", parent)
        return parent

    def _prepare(self) -> None:
        """Looks for example questions, which loads all that the first answers need; the chat does without if need be."""
        try:
            self._context.example_questions("vi")
            self._context.example_questions("en")
        except Exception:  # noqa: BLE001 (an edge: it is logged, and the chat runs on)
            _log.exception("no example questions")
