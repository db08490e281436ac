"""The server: a FastAPI app that owns /healthz, /api and /v1 and mounts the chat at /vi and /en."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Response

from bot import __version__
from bot.settings import Settings
from bot.web import api, completions, faults, pages
from bot.web.context import Context
from bot.web.gate import Gate
from bot.web.guard import Guard
from bot.web.warmup import Warmup
from bot.web.workspace import Workspace

_DESCRIPTION = (
    "Answers from news articles in which every sentence is cited and checked. "
    'Errors have one shape: {"error": {"code": ..., "message": ...}}.'
)


def create_app(workspace: Workspace, settings: Settings | None = None) -> FastAPI:
    """The server over a workspace; gradio loads in the background once it runs.

    A request passes Guard (host, origin, size, headers), Gate (password, token), Chats (/vi, /en), then the routes.
    """
    settings = settings or Settings()
    context = Context.of(workspace, settings)
    warmup = Warmup(context)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        """The warming up runs as long as the server does."""
        async with warmup.running():
            yield

    app = FastAPI(
        title="Trích", version=__version__, description=_DESCRIPTION, lifespan=lifespan, docs_url=None, redoc_url=None
    )
    app.state.context, app.state.warmup = context, warmup
    faults.install(app)
    for router in (api.router, completions.router, pages.router):
        app.include_router(router)

    @app.get("/healthz", tags=["server"])
    def healthz(response: Response) -> dict[str, Any]:
        """Whether the server runs, and whether the chat is loaded; `degraded`, with status 503, is an API without a chat."""
        failed = warmup.state == "failed"
        response.status_code = 503 if failed else 200
        return {
            "status": "degraded" if failed else "ok", "version": __version__, "ready": warmup.state == "ready",
            "chat": warmup.state,
        }  # fmt: skip

    limits = {"mb": settings.file_mb, "question": settings.question_chars}
    # The middleware that is added last sees a request first.
    app.add_middleware(pages.Chats, warmup=warmup, limits=limits)
    app.add_middleware(Gate, settings=settings)
    app.add_middleware(Guard, settings=settings)
    return app
