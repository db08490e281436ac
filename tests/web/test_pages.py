"""Pages and their addresses, without gradio."""

from __future__ import annotations

import re
import time

import pytest
from starlette.testclient import TestClient

from bot.web.page import ASSETS, dressed, version
from bot.web.words import _WORDS, words


@pytest.mark.parametrize(
    ("accept", "place"), [("vi-VN,vi;q=0.9", "/vi/"), ("en-GB", "/en/"), ("de", "/en/"), ("", "/vi/")]
)
def test_the_start_goes_by_language(client: TestClient, accept: str, place: str) -> None:
    answer = client.get("/", headers={"accept-language": accept})
    assert (answer.status_code, answer.headers["location"]) == (302, place)
    assert answer.headers["vary"] == "Accept-Language"


def test_a_page_without_its_slash_keeps_its_query(client: TestClient) -> None:
    assert client.get("/vi?a=1").headers["location"] == "/vi/?a=1"


def test_while_gradio_loads_a_light_page_waits(client: TestClient) -> None:
    page = client.get("/vi/")
    assert page.status_code == 200
    assert "Đang khởi động" in page.text
    assert len(page.content) < 3000


def test_a_chat_that_cannot_be_loaded_is_said_plainly(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise ImportError("gradio is not what it was")

    monkeypatch.setattr("bot.web.warmup.gradio", broken)
    with client:
        deadline = time.monotonic() + 10
        while client.get("/healthz").json()["chat"] == "loading":
            assert time.monotonic() < deadline
        health = client.get("/healthz").json()
        pages, part = [client.get("/vi/"), client.get("/en/")], client.get("/en/config")
        asked = client.post("/api/ask", json={"question": "Who welcomed the delegation?"})
    assert (health["status"], health["ready"], health["chat"]) == ("degraded", False, "failed")
    assert client.get("/healthz").status_code == 503
    assert [p.status_code for p in pages] == [503, 503]
    assert "Không tải được" in pages[0].text
    assert "could not be loaded" in pages[1].text
    assert not any("starting.js" in p.text for p in pages)
    assert (part.status_code, part.json()["error"]["code"]) == (503, "not_loaded")
    assert asked.json()["outcome"] == "answered"
    assert "gradio is not what it was" in caplog.text


def test_assets_are_kept_for_ever_under_their_version(client: TestClient) -> None:
    answer = client.get(f"/assets/{version()}/app.js")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    assert client.get("/assets/old/app.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["shell.html", "nothing.js", "..%2fapp.py", "%2e%2e%2fpage.py", "app.js%00.css"])
def test_nothing_else_is_an_asset(client: TestClient, name: str) -> None:
    assert client.get(f"/assets/{version()}/{name}").status_code == 404


def test_the_shell_names_every_part_and_no_other_host() -> None:
    html = '<html\n\tlang="en"><head><meta property="og:image" content="https://x/y"></head><body>'
    html += "<gradio-app eager></gradio-app><script>1</script></body></html>"
    page = dressed(html, "vi", "NONCE", {"mb": 10, "question": 2000})
    assert 'lang="vi"' in page
    assert "https://x" not in page
    assert "$" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert page.count("<gradio-app") == 1
    assert all('nonce="NONCE"' in tag for tag in re.findall(r"<script[^>]*>", page))


def test_every_word_stands_in_both_languages_and_is_used() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in ASSETS.glob("*.[jh]*"))
    sources += "".join(p.read_text(encoding="utf-8") for p in ASSETS.parent.glob("*.py") if p.name != "words.py")
    unused = []
    for key, (vi, en) in _WORDS.items():
        assert vi, key
        assert en, key
        name = key.removeprefix("js_")
        dynamic = re.sub(r"_(vi|en|one)$", "_", name)
        if not re.search(rf"[\"'$`{{]{name}\b|\b{dynamic}\$\{{", sources):
            unused.append(key)
    assert unused == []


def test_every_word_that_the_script_says_is_there() -> None:
    known = words("en")
    for path in ASSETS.glob("*.js"):
        for key in re.findall(r"\bsay\(\"(\w+)\"", path.read_text(encoding="utf-8")):
            assert f"js_{key}" in known, (path.name, key)
