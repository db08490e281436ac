"""Gradio's own scripts and styles, kept compressed in memory: they never change while the server runs.

Gradio compresses each file anew for every reader and lets browsers ask again each time; the names carry a hash, so
neither is needed. The shelf also remembers which files a page loads, so that the next page can name them all at once
instead of letting the browser discover them import by import.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.faults import Fault, refuse

_BYTES = 20_000_000
_NAMES = 80
_FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class _Kept:
    """One answer, whole."""

    start: Message
    body: bytes


class Shelf:
    """Serves `/vi/assets/*` and `/en/assets/*` from memory after the first time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._bytes = 0
        self._names: dict[str, None] = {}

    @staticmethod
    def holds(scope: Scope) -> bool:
        """Whether a request is for one of gradio's hash-named files."""
        return bool(scope["method"] == "GET" and scope["path"][3:].startswith("/assets/"))

    async def serve(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers from memory, or asks gradio and remembers a good answer."""
        headers = Headers(scope=scope)
        key = (scope["path"][3:], "br" if "br" in headers.get("accept-encoding", "") else "")
        if "range" in headers:
            await app(scope, receive, send)
            return
        kept = self._kept.get(key) or await self._fetched(key, app, scope, receive)
        if kept.start["status"] == 404:
            await refuse(scope, send, Fault(404, "There is no such file."))
            return
        await send({**kept.start, "headers": list(kept.start["headers"])})
        await send({"type": "http.response.body", "body": kept.body})

    async def _fetched(self, key: tuple[str, str], app: ASGIApp, scope: Scope, receive: Receive) -> _Kept:
        """The answer of gradio; conditions are dropped from the request, so that it is a whole one."""
        plain = [(k, v) for k, v in scope["headers"] if k not in (b"if-none-match", b"if-modified-since")]
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            """Keeps a message of the application in place of sending it."""
            messages.append(message)

        await app({**scope, "headers": plain}, receive, collect)
        start, body = messages[0], b"".join(m.get("body", b"") for m in messages[1:])
        kept = _Kept({"type": start["type"], "status": start["status"], "headers": start["headers"]}, body)
        if start["status"] == 200:
            head = MutableHeaders(raw=list(start["headers"]))
            head["cache-control"], head["content-length"] = _FOREVER, str(len(body))
            kept = _Kept({**kept.start, "headers": head.raw}, body)
            self._keep(key, kept)
        return kept

    def _keep(self, key: tuple[str, str], kept: _Kept) -> None:
        if self._bytes + len(kept.body) <= _BYTES:
            self._kept[key] = kept
            self._bytes += len(kept.body)
        if len(self._names) < _NAMES:
            self._names.setdefault(key[0])

    def links(self, language: str) -> str:
        """Link tags for the files that pages have loaded so far."""
        tags = []
        for name in self._names:
            if name.endswith(".js"):
                tags.append(f'<link rel="modulepreload" href="/{language}{name}">')
        return "".join(tags)
