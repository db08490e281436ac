"""What goes wrong at an endpoint -> ModelError: one error type, whatever the SDK's version raises.

Exceptions are told apart by the names of their classes, since openai 2 raises those of httpx and openai 3 those of
httpx2, and neither may be imported for certain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import ModelError, ModelFault
from bot.language.words.normalise import clean
from bot.llm.retry import retry_after

_SHOWN = 200
_CHAIN = 8
_SECRET = re.compile(r"(?i)bearer\s+\S+|\b(?:sk|pk|api|key|hf|gsk|xai)[-_][\w*-]{6,}")
_TOO_LONG = re.compile(
    r"(?i)context[ _](?:length|size|window)|maximum context|exceed_context|(?:prompt|input) is too long|too many tokens"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A failed try: the error, the HTTP status if there was one, the wait asked for (s), and what the server said."""

    error: ModelError
    status: int | None = None
    retry_after: float | None = None
    said: str = ""


def scrubbed(text: str, key: str = "") -> str:
    r"""A server's words on one line, cut, without the key or anything that looks like one.

    >>> scrubbed("Incorrect API key provided:\n sk-abcdef123456", "")
    'Incorrect API key provided: ***'
    """
    line = " ".join(clean(text).text.split())
    if key:
        line = line.replace(key, "***")
    return _SECRET.sub("***", line)[:_SHOWN]


def fault_of(error: BaseException, key: str = "") -> Fault:
    """The fault behind an exception of the SDK or of the HTTP library under it.

    >>> fault_of(ConnectionRefusedError()).error.kind
    'unreachable'
    """
    if isinstance(error, ModelError):
        return Fault(error)
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _status_fault(status, error, key)
    causes = _class_names(error)
    for names, kind, retryable, sentence in _BY_CLASS:
        if names & causes:
            return Fault(ModelError(sentence, kind, retryable=retryable))
    if "APIError" in causes:
        return _sent_fault(error, key)
    return Fault(ModelError("The model endpoint sent something that is not a chat completion.", "bad_response"))


def _class_names(error: BaseException) -> set[str]:
    """The names of an exception's classes and of those of its causes."""
    names: set[str] = set()
    link: BaseException | None = error
    for _ in range(_CHAIN):
        if link is None:
            break
        names |= {c.__name__ for c in type(link).__mro__}
        link = link.__cause__ or link.__context__
    return names


_BY_CLASS: tuple[tuple[frozenset[str], ModelFault, bool, str], ...] = (
    (
        frozenset({"SSLCertVerificationError"}),
        "unreachable", False, "The certificate of the model endpoint is not trusted; SSL_CERT_FILE can name the one that is.",
    ),
    (frozenset({"ConnectTimeout"}), "unreachable", False, "The model endpoint could not be reached in time."),
    (
        frozenset({"ConnectError", "ConnectionRefusedError", "gaierror", "ProxyError", "UnsupportedProtocol"}),
        "unreachable", True, "The model endpoint cannot be reached.",
    ),
    (frozenset({"TimeoutException", "APITimeoutError"}), "timeout", False, "The model endpoint took too long."),
    (
        frozenset({"NetworkError", "ProtocolError", "TransportError", "OSError", "APIConnectionError"}),
        "interrupted", True, "The connection to the model broke off.",
    ),
    (
        frozenset({"JSONDecodeError", "DecodingError", "APIResponseValidationError"}),
        "bad_response", False, "The model endpoint sent a reply that cannot be read.",
    ),
)  # fmt: skip


def _status_fault(status: int, error: BaseException, key: str) -> Fault:
    response = getattr(error, "response", None)
    headers: Mapping[str, str] = getattr(response, "headers", None) or {}
    said = _said(error)
    kind, retryable = _kind_of_status(status, said)
    sentence = f"The model endpoint answered with status {status}: {scrubbed(said, key)}".rstrip(": .") + "."
    wait = retry_after(headers) if retryable else None
    return Fault(ModelError(sentence, kind, retryable=retryable), status, wait, said)


def _kind_of_status(status: int, said: str) -> tuple[ModelFault, bool]:
    if status == 429:
        return "rate_limited", "insufficient_quota" not in said
    if status >= 500 or status in (408, 409):
        return "server", True
    if status == 413 or (status in (400, 422) and _TOO_LONG.search(said)):
        return "too_long", False
    return "refused", False


def _sent_fault(error: BaseException, key: str) -> Fault:
    """An error that came as an event amid the stream."""
    said = _said(error)
    if _TOO_LONG.search(said):
        return Fault(ModelError("The prompt is too long for the model.", "too_long"))
    limited = "rate_limit" in said or "429" in said
    sentence = f"The model endpoint reported an error: {scrubbed(said, key)}".rstrip(": .") + "."
    return Fault(ModelError(sentence, "rate_limited" if limited else "server", retryable=True), said=said)


def _said(error: BaseException) -> str:
    """What the server said: the message and code of its error object, else the beginning of the text it sent."""
    body: Any = getattr(error, "body", None)
    if isinstance(body, Mapping):
        inner = body.get("error", body)
        fields = inner if isinstance(inner, Mapping) else {"message": inner}
        named = [str(fields[name]) for name in ("message", "detail", "code", "type", "param") if fields.get(name)]
        return " ".join(dict.fromkeys(named))
    if isinstance(body, str):
        return "" if body.lstrip().startswith("<") else body[: 5 * _SHOWN]
    return str(getattr(error, "message", ""))[: 5 * _SHOWN]
