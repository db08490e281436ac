"""Hosts, origins, sizes, headers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.app import create_app


@pytest.mark.parametrize("host", ["localhost", "localhost:7860", "127.0.0.1:7860", "[::1]:7860", "192.168.1.5"])
def test_own_names_and_addresses_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "a b", ""])
def test_other_names_are_not(client: TestClient, host: str) -> None:
    answer = client.get("/healthz", headers={"host": host})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_request")


def test_names_can_be_added(workspace: Any, tmp_path: Path) -> None:
    app = create_app(workspace, Settings(home=str(tmp_path), allowed_hosts="news.example, b.example"))
    assert TestClient(app, base_url="http://news.example").get("/healthz").status_code == 200


def test_pages_of_other_sites_cannot_post(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": "x"}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert client.post("/api/ask", json={"question": "x"}, headers={"origin": "null"}).status_code == 403
    assert client.post("/api/ask", json={"question": "x"}, headers={"origin": "http://localhost"}).status_code == 200


def test_no_cors(client: TestClient) -> None:
    answer = client.get("/api/articles", headers={"origin": "https://evil.example"})
    assert not [h for h in answer.headers if h.startswith("access-control")]


def test_security_headers_are_on_every_answer(client: TestClient) -> None:
    for path in ("/healthz", "/api", "/nowhere", "/vi/", "/assets/x/app.js"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
        assert "default-src 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"


def test_the_nonce_is_fresh_for_each_page(client: TestClient) -> None:
    first, second = (client.get("/vi/").headers["content-security-policy"] for _ in range(2))
    assert first != second


def test_a_body_without_a_length_is_limited_too(client: TestClient) -> None:
    def endless() -> Any:
        for _ in range(20):
            yield b"x" * 100_000

    answer = client.post("/api/ask", content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert client.post("/api/ask", content=b"", headers={"content-length": "nan"}).status_code == 413


def test_a_broken_cookie_is_no_cookie(client: TestClient) -> None:
    assert client.get("/api/settings", headers={"cookie": 'trich_session="../x; \x01=;;;'}).status_code == 200
