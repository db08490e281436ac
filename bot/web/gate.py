"""Who may come in: an optional password for the page, an optional bearer token for programs.

| set            | the page and its panels        | /v1/*, /api/ask, /api/retrieve                |
|----------------|--------------------------------|-----------------------------------------------|
| nothing        | open                           | open                                          |
| password       | login form, or Basic           | the login's cookie, Basic, or Bearer password |
| token          | open                           | Bearer token                                  |
| both           | login form, or Basic           | Bearer token, the login's cookie, or Basic    |
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from collections import OrderedDict, deque
from hashlib import sha256
from time import monotonic, time
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.settings import Settings
from bot.web.faults import Fault, refuse
from bot.web.guard import cookies

COOKIE = "trich_login"
DAYS = 14
_OPEN = ("/healthz", "/login")
_PROGRAMS = ("/v1/", "/api/ask", "/api/retrieve")
_TRIES, _WINDOW, _CLIENTS = 10, 60.0, 10_000


class Gate:
    """Middleware and keeper of the login cookies; the key that signs them lives as long as the process."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self.doorman = Doorman(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes those on who may come in."""
        scope.setdefault("state", {})["doorman"] = self.doorman
        try:
            admitted = scope["type"] != "http" or self._admitted(scope)
        except Fault as fault:
            await refuse(scope, send, fault)
            return
        if admitted:
            await self._app(scope, receive, send)
        elif scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", ""):
            location = f"/login?next={quote(scope['path'], safe='/')}".encode()
            await send({"type": "http.response.start", "status": 303, "headers": [(b"location", location)]})
            await send({"type": "http.response.body", "body": b""})
        else:
            await refuse(scope, send, Fault(401, "This server asks for a password or token."), self._challenge())

    def _admitted(self, scope: Scope) -> bool:
        path: str = scope["path"]
        program = path.startswith(_PROGRAMS)
        guarded = self._settings.password or (program and self._settings.token)
        if not guarded or path in _OPEN or path.startswith("/assets/"):
            return True
        return self.doorman.knows(Headers(scope=scope), client_of(scope), program=program)

    def _challenge(self) -> tuple[tuple[bytes, bytes], ...]:
        scheme = b'Basic realm="Trich", charset="UTF-8"' if self._settings.password else b"Bearer"
        return ((b"www-authenticate", scheme),)


class Doorman:
    """Checks secrets in constant time; after 10 wrong passwords a minute a client has to wait."""

    def __init__(self, settings: Settings) -> None:
        self._password, self._token = settings.password, settings.token
        self._key = secrets.token_bytes(32)
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()

    def knows(self, headers: Headers, client: str, *, program: bool) -> bool:
        """Whether the request carries the cookie of a login, Basic with the password, or the bearer token."""
        if self._password and self._signed(cookies(headers).get(COOKIE, "")):
            return True
        scheme, _, value = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and program and self._token:
            return hmac.compare_digest(value.strip().encode(), self._token.encode())
        if scheme.lower() == "bearer":
            return program and self._opens(value.strip(), client)
        return scheme.lower() == "basic" and self._opens(_basic_password(value), client)

    def login(self, password: str, client: str) -> str | None:
        """A cookie for the right password, else None. Raises Fault 429 after too many wrong ones."""
        return self._sign(int(time()) + DAYS * 86_400) if self._opens(password, client) else None

    def _opens(self, given: str, client: str) -> bool:
        if not self._password:
            return False
        failures = self._failures.setdefault(client, deque(maxlen=_TRIES))
        self._failures.move_to_end(client)
        while len(self._failures) > _CLIENTS:
            self._failures.popitem(last=False)
        if len(failures) == _TRIES and monotonic() - failures[0] < _WINDOW:
            raise Fault(429, "Too many wrong passwords; try again in a minute.")
        if hmac.compare_digest(given.encode(), self._password.encode()):
            return True
        failures.append(monotonic())
        return False

    def _sign(self, until: int) -> str:
        return f"{until}.{hmac.new(self._key, str(until).encode(), sha256).hexdigest()}"

    def _signed(self, cookie: str) -> bool:
        until, _, _ = cookie.partition(".")
        fresh = until.isascii() and until.isdigit() and len(until) < 12 and int(until) > time()
        return fresh and hmac.compare_digest(cookie, self._sign(int(until)))


def _basic_password(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def client_of(scope: Scope) -> str:
    """The address that a request came from."""
    return scope["client"][0] if scope.get("client") else ""
