"""Exceptions of both versions of the SDK become one error, without the key."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ModelError
from bot.llm.drift import Dialect
from bot.llm.faults import fault_of, scrubbed
from bot.protocols import Message


def kin(*names: str) -> Exception:
    """An exception whose classes have these names, the outermost first."""
    base: type[Exception] = Exception
    for name in reversed(names):
        base = type(name, (base,), {})
    return base("boom")


@pytest.mark.parametrize(
    ("error", "kind", "retryable"),
    [
        (kin("RemoteProtocolError", "ProtocolError", "TransportError"), "interrupted", True),
        (kin("ReadError", "NetworkError", "TransportError"), "interrupted", True),
        (kin("ReadTimeout", "TimeoutException", "TransportError"), "timeout", False),
        (kin("ConnectTimeout", "TimeoutException", "TransportError"), "unreachable", False),
        (kin("ConnectError", "NetworkError", "TransportError"), "unreachable", True),
        (kin("APIConnectionError", "APIError"), "interrupted", True),
        (kin("APITimeoutError", "APIConnectionError", "APIError"), "timeout", False),
        (kin("APIError"), "server", True),
        (json.JSONDecodeError("bad", "x", 0), "bad_response", False),
        (ConnectionResetError(), "interrupted", True),
        (AttributeError("choices"), "bad_response", False),
        (IndexError(), "bad_response", False),
        (ModelError("Web page.", "bad_response"), "bad_response", False),
    ],
)
def test_kinds(error: Exception, kind: str, retryable: bool) -> None:
    fault = fault_of(error).error
    assert (fault.kind, fault.retryable) == (kind, retryable)


def test_connection_error_is_told_by_its_cause() -> None:
    error = kin("APIConnectionError", "APIError")
    error.__cause__ = kin("ConnectError", "NetworkError")
    assert fault_of(error).error.kind == "unreachable"


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_key_is_scrubbed_wherever_it_stands(before: str, after: str) -> None:
    key = "0123456789abcdef"
    assert key not in scrubbed(f"{before}{key}{after}{key}", key)


@pytest.mark.parametrize(
    "secret", ["sk-proj-abc123XYZ_456", "Bearer abc.def-123", "api_key_0123456789", "sk-ab***********xyz9"]
)
def test_what_looks_like_a_key_is_scrubbed(secret: str) -> None:
    assert scrubbed(f"bad {secret}") == "bad ***"


def test_servers_words_are_one_short_line() -> None:
    assert scrubbed("a\n\u202eb\x00 \t c" + "x" * 999)[:6] == "a b cx"
    assert len(scrubbed("x" * 999)) == 200


class Refusal(Exception):
    def __init__(self, status: int, body: Any) -> None:
        self.status_code, self.body = status, body


@pytest.mark.parametrize(
    ("status", "body", "kind", "retryable"),
    [
        (400, {"error": {"message": "maximum context length is 8192 tokens"}}, "too_long", False),
        (400, {"error": {"type": "exceed_context_size_error"}}, "too_long", False),
        (413, None, "too_long", False),
        (400, {"message": "bad"}, "refused", False),
        (422, {"detail": [{"loc": ["body"]}]}, "refused", False),
        (403, "<html>", "refused", False),
        (429, {"error": {"code": "insufficient_quota"}}, "rate_limited", False),
        (429, {"error": "slow"}, "rate_limited", True),
        (408, None, "server", True),
        (529, "Overloaded", "server", True),
    ],
)
def test_statuses(status: int, body: Any, kind: str, retryable: bool) -> None:
    fault = fault_of(Refusal(status, body)).error
    assert (fault.kind, fault.retryable) == (kind, retryable)


def test_dialect_learns_for_requests_that_were_under_way() -> None:
    dialect = Dialect()
    sent = [dialect.arguments("m", [Message("user", "Hi")], max_tokens=5, temperature=0.0) for _ in range(2)]
    assert [dialect.learns(400, "max_tokens is not supported", s) for s in sent] == [True, True]
    again = dialect.arguments("m", [], max_tokens=5, temperature=0.0)
    assert "max_tokens" not in again
    assert not dialect.learns(400, "max_tokens is not supported", again)
    assert dialect.learns(400, "max_completion_tokens is not supported either", again)
    assert (
        not {"max_tokens", "max_completion_tokens"} & dialect.arguments("m", [], max_tokens=5, temperature=0.0).keys()
    )


def test_dialect_learns_nothing_from_other_faults() -> None:
    dialect = Dialect()
    assert not dialect.learns(500, "temperature", dialect.arguments("m", [], max_tokens=5, temperature=0.0))
