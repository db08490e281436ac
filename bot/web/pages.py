"""Which page a path shows: `/` by Accept-Language, the chats under /vi and /en in our shell, login, the API page."""

from __future__ import annotations

import gzip
import re
from typing import Any, cast

from fastapi import APIRouter, Form, Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.models import Language
from bot.web import gate, page, sessions
from bot.web.accept import preferred
from bot.web.api_page import api_page
from bot.web.faults import Fault, refuse
from bot.web.shelf import Shelf
from bot.web.warmup import Warmup

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_FOREVER = "public, max-age=31536000, immutable"

_PARTS = re.compile(
    r"/(assets/.*|theme\.css|config|gradio_api/(queue/join|queue/data|heartbeat/\w+|run/\w+|cancel|reset|app_id))"
)
"""What of gradio the page uses. The rest of it (uploads, files, proxies, logins, reloads) is shut."""

router = APIRouter(include_in_schema=False)


class Chats:
    """Middleware that answers /vi and /en: gradio's page in our shell, and those parts of gradio that the page uses."""

    def __init__(self, app: ASGIApp, warmup: Warmup, limits: dict[str, Any]) -> None:
        self._app, self._warmup, self._limits = app, warmup, limits
        self._shelf = Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is not a chat."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.startswith(("/vi/", "/en/")):
            await self._app(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD") and len(path) == 4:
            await (await self._page(scope, receive, cast(Language, path[1:3])))(scope, receive, send)
        else:
            await self._part(scope, receive, send)

    async def _part(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if not _PARTS.fullmatch(scope["path"][3:]):
                raise Fault(404, "There is no such page.")
            chats = await self._warmup.wait()
        except Fault as fault:  # raised from a middleware it would be told as an unforeseen error
            await refuse(scope, send, fault)
            return
        if Shelf.holds(scope):
            await self._shelf.serve(chats, scope, receive, send)
        else:
            await chats(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, language: Language) -> Response:
        nonce = scope["state"]["nonce"]
        if self._warmup.state == "failed":
            return _html(page.failed(language, nonce), scope, 503)
        if self._warmup.chats is None:
            return _html(page.starting(language, nonce), scope, 200)
        status, html = await _fetched(self._warmup.chats, scope, receive)
        response = _html(page.dressed(html, language, nonce, self._limits, self._shelf.links(language)), scope, status)
        response.set_cookie(
            sessions.COOKIE, scope["state"]["session"], httponly=True, samesite="strict",
            secure=scope["scheme"] == "https",
        )  # fmt: skip
        return response


async def _fetched(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[int, str]:
    """What gradio answers, uncompressed."""
    headers = MutableHeaders(raw=[(k, v) for k, v in scope["headers"] if k != b"accept-encoding"])
    status, parts = 500, []

    async def collect(message: Message) -> None:
        """Keeps a message of the application in place of sending it."""
        nonlocal status
        status = message.get("status", status)
        parts.append(message.get("body", b""))

    await app({**scope, "method": "GET", "headers": headers.raw}, receive, collect)
    return status, b"".join(parts).decode()


def _html(text: str, scope: Scope, status: int) -> Response:
    response: Response = HTMLResponse(text, status)
    if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
        packed = gzip.compress(text.encode(), 6, mtime=0)
        response = Response(packed, status, {"Content-Encoding": "gzip"}, "text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept-Encoding"
    return response


@router.get("/")
@router.head("/")
def home(request: Request) -> Response:
    """To the chat in the reader's language."""
    language = preferred(request.headers.get("accept-language", ""))
    return RedirectResponse(f"/{language}/", 302, {"Vary": "Accept-Language", "Cache-Control": "no-store"})


@router.get("/vi")
@router.get("/en")
def bare(request: Request) -> Response:
    """To the page's own address."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.url.path}/{query}", 308)


@router.get("/assets/{version}/{name}")
def asset(version: str, name: str) -> Response:
    """Our scripts and styles; an address with the current version may be kept for ever."""
    path = page.ASSETS / name
    if path.suffix not in _TYPES or path.parent != page.ASSETS or not path.is_file():
        raise Fault(404, "There is no such file.")
    keep = _FOREVER if version == page.version() else "no-cache"
    return FileResponse(path, media_type=_TYPES[path.suffix], headers={"Cache-Control": keep})


@router.get("/favicon.ico")
def favicon() -> Response:
    """Browsers ask for it whatever the page says."""
    return FileResponse(page.ASSETS / "icon.svg", media_type=_TYPES[".svg"])


@router.get("/login")
def login_form(request: Request, next: str = "/") -> Response:
    """The login form."""
    return HTMLResponse(page.login(_language(request), request.state.nonce, _local(next), wrong=False))


@router.post("/login")
def login(request: Request, password: str = Form(""), next: str = Form("/")) -> Response:
    """Sets the login cookie for the right password."""
    cookie = request.state.doorman.login(password, gate.client_of(request.scope))
    if cookie is None:
        html = page.login(_language(request), request.state.nonce, _local(next), wrong=True)
        return HTMLResponse(html, 401)
    response = RedirectResponse(_local(next), 303)
    response.set_cookie(
        gate.COOKIE, cookie, max_age=gate.DAYS * 86_400, httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


@router.get("/api")
@router.get("/api/")
def api(request: Request) -> Response:
    """The API described, without anything from elsewhere."""
    return HTMLResponse(api_page(request.app.openapi(), _language(request), request.state.nonce))


def _language(request: Request) -> Language:
    return preferred(request.headers.get("accept-language", ""))


def _local(target: str) -> str:
    """A path on this server, so that the login cannot be made to lead elsewhere."""
    safe = target.startswith("/") and not target.startswith("//") and "\\" not in target and target.isprintable()
    return target if safe else "/"
