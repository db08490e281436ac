"""The server's doors, as plain ASGI: which hosts it answers to, how much it reads, which headers it always sends."""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.settings import Settings
from bot.web.faults import Fault, refuse
from bot.web.sessions import COOKIE, fresh_key, well_formed

_UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def policy(nonce: str) -> str:
    """The Content-Security-Policy of every answer: only our own origin, scripts of a page by nonce, no eval.

    Gradio styles its elements inline, hence `style-src 'unsafe-inline'`.
    """
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self' blob:; frame-src 'none'; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:/@?#\s]+))(?::\d{1,5})?")
"""A Host header (RFC 9110): an IPv6 address in brackets or a name, and a port; nothing may follow the bracket."""


class Guard:
    """Outermost of all: Host and Origin are checked, bodies are limited, security headers are added.

    The page's nonce stands in `scope["state"]["nonce"]`, the session's key in `scope["state"]["session"]`.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        named = {"localhost", settings.host, *settings.allowed_hosts.split(",")}
        self._names = {name.strip().lower() for name in named if name.strip()}
        # Multipart framing needs a little more than the file itself.
        self._limit = settings.file_mb * 1_000_000 + 100_000

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a good request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        state: MutableMapping[str, Any] = scope.setdefault("state", {})
        key = cookies(headers).get(COOKIE)
        state["nonce"] = secrets.token_urlsafe(16)
        state["session"] = key if well_formed(key) else fresh_key()
        guarded = _with_headers(send, policy(state["nonce"]))
        fault = self._fault(scope["method"], headers)
        if fault:
            await refuse(scope, guarded, fault)
            return
        await self._app(scope, _limited(receive, self._limit), guarded)

    def _fault(self, method: str, headers: Headers) -> Fault | None:
        host = headers.get("host", "")
        if not self._known(host):
            return Fault(400, "This server does not answer to that Host name; TRICH_ALLOWED_HOSTS lists its names.")
        origin = headers.get("origin")
        if method in _UNSAFE and origin and urlsplit(origin).netloc.lower() != host.lower():
            return Fault(403, "Requests from pages of other sites are refused.")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._limit:
            return _too_large(self._limit)
        return None

    def _known(self, host: str) -> bool:
        """DNS rebinding needs a name; so addresses are fine and names must be listed."""
        match = _HOST.fullmatch(host)
        name = (match.group(1) or match.group(2)).lower() if match else ""
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._names
        return True


def cookies(headers: Headers) -> dict[str, str]:
    """The request's cookies; a malformed header has none."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _too_large(limit: int) -> Fault:
    return Fault(413, f"The request is larger than {limit // 1_000_000} MB.")


def _limited(receive: Receive, limit: int) -> Receive:
    read = 0

    async def counted() -> Message:
        """The next message of a body. Raises Fault (413) past the limit."""
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise _too_large(limit)
        return message

    return counted


def _with_headers(send: Send, csp: str) -> Send:
    async def sending(message: Message) -> None:
        """Sends a message, the start of a response with the safety headers."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["content-security-policy"] = csp
            headers["x-content-type-options"] = "nosniff"
            headers["x-frame-options"] = "DENY"
            # Not `no-referrer`: browsers then send `Origin: null` with the login form, which is refused above.
            headers["referrer-policy"] = "same-origin"
            headers["cross-origin-opener-policy"] = "same-origin"
            headers["cross-origin-resource-policy"] = "same-origin"
            headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
            for name in [n for n in headers if n == "server" or n.startswith("access-control-")]:
                del headers[name]
        await send(message)

    return sending
