"""Who may come in: the table in gate.py, row by row."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.app import create_app

ASK = {"question": "Who welcomed the delegation?"}
BASIC = {"authorization": "Basic " + base64.b64encode(b"any:open sesame").decode()}


def serve(workspace: Any, tmp_path: Path, **settings: Any) -> TestClient:
    app = create_app(workspace, Settings(home=str(tmp_path), **settings))
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def closed(workspace: Any, tmp_path: Path) -> TestClient:
    return serve(workspace, tmp_path, password="open sesame")


def test_a_password_closes_everything_but_health(closed: TestClient) -> None:
    assert closed.get("/healthz").status_code == 200
    for path in ("/api/articles", "/vi/gradio_api/info", "/v1/models", "/openapi.json"):
        answer = closed.get(path)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "unauthorized")
        assert answer.headers["www-authenticate"].startswith("Basic")
    assert closed.post("/vi/gradio_api/queue/join", json={}).status_code == 401
    assert closed.post("/api/ask", json=ASK).status_code == 401


def test_basic_and_bearer_open(closed: TestClient) -> None:
    assert closed.get("/api/articles", headers=BASIC).status_code == 200
    assert closed.post("/api/ask", json=ASK, headers={"authorization": "Bearer open sesame"}).status_code == 200
    assert closed.get("/api/articles", headers={"authorization": "Bearer open sesame"}).status_code == 401
    assert closed.get("/api/articles", headers={"authorization": "Basic %%%"}).status_code == 401


def test_a_browser_is_led_to_the_login_and_back(closed: TestClient) -> None:
    answer = closed.get("/vi/", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/vi/")
    assert 'name="password"' in closed.get("/login?next=/vi/").text
    wrong = closed.post("/login", data={"password": "x", "next": "/vi/"})
    assert wrong.status_code == 401
    assert "trich_login" not in wrong.cookies
    right = closed.post("/login", data={"password": "open sesame", "next": "/vi/"})
    assert (right.status_code, right.headers["location"]) == (303, "/vi/")
    assert "httponly" in right.headers["set-cookie"].lower()
    assert closed.get("/vi/").status_code == 200
    assert closed.post("/api/ask", json=ASK).status_code == 200


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/a\nb"]
)
def test_the_login_leads_nowhere_else(closed: TestClient, target: str) -> None:
    answer = closed.post("/login", data={"password": "open sesame", "next": target})
    assert answer.headers["location"] == "/"


def test_forged_cookies_stay_out(closed: TestClient) -> None:
    for forged in ("x", "99999999999.abc", "-1.00", "²." + "0" * 64, "99999999999." + "0" * 64):
        answer = closed.get("/api/articles", headers={b"cookie": f"trich_login={forged}".encode()})
        assert answer.status_code == 401


def test_guessing_is_slowed_down(closed: TestClient) -> None:
    answers = [closed.post("/login", data={"password": str(n)}).status_code for n in range(11)]
    assert answers == [401] * 10 + [429]
    assert closed.post("/login", data={"password": "open sesame"}).status_code == 429


def test_a_token_guards_programs_and_leaves_the_page_open(workspace: Any, tmp_path: Path) -> None:
    client = serve(workspace, tmp_path, token="t0ken")
    assert client.get("/vi/").status_code == 200
    assert client.get("/api/articles").status_code == 200
    assert client.post("/api/ask", json=ASK).status_code == 401
    assert client.get("/v1/models").headers["www-authenticate"] == "Bearer"
    assert client.post("/api/ask", json=ASK, headers={"authorization": "Bearer t0ken"}).status_code == 200
    assert client.post("/api/ask", json=ASK, headers={"authorization": "Bearer t0kem"}).status_code == 401


def test_with_both_the_password_is_no_token(workspace: Any, tmp_path: Path) -> None:
    client = serve(workspace, tmp_path, token="t0ken", password="open sesame")
    assert client.post("/api/ask", json=ASK, headers={"authorization": "Bearer open sesame"}).status_code == 401
    assert client.post("/api/ask", json=ASK, headers={"authorization": "Bearer t0ken"}).status_code == 200
    assert client.post("/api/ask", json=ASK, headers=BASIC).status_code == 200
    assert client.get("/api/articles", headers={"authorization": "Bearer t0ken"}).status_code == 401


def test_nothing_set_nothing_asked(client: TestClient) -> None:
    assert client.post("/api/ask", json=ASK).status_code == 200
