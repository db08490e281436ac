"""Every error of the server in one shape, in the reader's language: {"error": {"code": ..., "message": ...}}."""

from __future__ import annotations

import json
import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import Scope, Send

from bot.errors import ArticleError, MissingExtra, ModelError, QuestionError, SettingsError, StoreBusy, TrichError
from bot.phrases import say, told
from bot.web.accept import asked_in

_log = logging.getLogger("trich.web")
_CODES = {400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 405: "method_not_allowed",
          409: "conflict", 413: "too_large", 415: "unsupported_type", 422: "bad_request", 429: "too_many",
          503: "busy"}  # fmt: skip
_KINDS: tuple[tuple[type[TrichError], int, str], ...] = (
    (QuestionError, 400, "bad_question"),
    (SettingsError, 400, "bad_setting"),
    (MissingExtra, 415, "unsupported_type"),
    (ArticleError, 415, "unreadable_file"),
    (StoreBusy, 503, "busy"),
    (ModelError, 502, "model_failed"),
    (TrichError, 500, "failed"),
)


class Fault(HTTPException):
    """An error of a request; its sentence is shown to the caller.

    An HTTPException, because the framework turns anything else raised while it reads a body into a 400.
    """

    def __init__(self, status: int, message: str, code: str | None = None) -> None:
        super().__init__(status, message)
        self.status, self.message, self.code = status, message, code or _CODES.get(status, "failed")


def body(code: str, message: str) -> dict[str, Any]:
    """The one shape.

    >>> body("busy", "Try again.")
    {'error': {'code': 'busy', 'message': 'Try again.'}}
    """
    return {"error": {"code": code, "message": message}}


def as_fault(error: TrichError) -> Fault:
    """One of our own errors as a fault of a request."""
    status, code = next((status, code) for kind, status, code in _KINDS if isinstance(error, kind))
    return Fault(status, str(error), code)


def install(app: FastAPI) -> None:
    """Makes every handler of `app` answer errors in the one shape."""

    @app.exception_handler(Fault)
    def _fault(request: Request, fault: Fault) -> JSONResponse:
        return _response(request, fault)

    @app.exception_handler(TrichError)
    def _ours(request: Request, error: TrichError) -> JSONResponse:
        return _response(request, as_fault(error))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> JSONResponse:
        return _response(request, Fault(error.status_code, f"{str(error.detail).rstrip('.')}."))

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "body")
        sentence = say("invalid" if where else "invalid_body", asked_in(request.scope), where=where, why=first["msg"])
        return _response(request, Fault(400, sentence))

    @app.exception_handler(Exception)
    def _unforeseen(request: Request, error: Exception) -> JSONResponse:
        _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return _response(request, Fault(500, "Something went wrong here; the server's log says what.", "internal"))


def _response(request: Request, fault: Fault) -> JSONResponse:
    headers = {"Retry-After": "2"} if fault.status == 503 else None
    return JSONResponse(body(fault.code, told(fault.message, asked_in(request.scope))), fault.status, headers)


async def refuse(scope: Scope, send: Send, fault: Fault, headers: tuple[tuple[bytes, bytes], ...] = ()) -> None:
    """The same shape from below the framework, for middleware."""
    payload = json.dumps(body(fault.code, told(fault.message, asked_in(scope)))).encode()
    heads = [(b"content-type", b"application/json"), (b"content-length", str(len(payload)).encode()), *headers]
    await send({"type": "http.response.start", "status": fault.status, "headers": heads})
    await send({"type": "http.response.body", "body": payload})
