"""I: the server over the real workspace. Foreign hosts, foreign sessions, bodies that are too large: one shape of refusal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.app import create_app
from bot.workspace import SharedWorkspace
from tests.adversarial.product import SEED_EN, SEEDS, WELCOME_EN


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedWorkspace]:
    opened = SharedWorkspace.open(SEEDS, index=tmp_path_factory.mktemp("served") / "seeds.db", settings=Settings())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client(workspace: SharedWorkspace, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    app = create_app(workspace, Settings(home=str(tmp_path_factory.mktemp("home")), file_mb=1))
    return TestClient(app, base_url="http://127.0.0.1:7860", follow_redirects=False)


@pytest.fixture(autouse=True)
def _as_nobody(client: TestClient) -> None:
    client.cookies.clear()


def refused(answer: Any, status: int) -> str:
    """The message of an answer that refuses in the one shape."""
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert body["error"]["message"].endswith(".")
    assert "Traceback" not in answer.text
    return str(body["error"]["message"])


HOSTS = [
    "evil.example:7860",
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.nip.io",
    "127.0.0.1@evil.example",
    "evil.example#127.0.0.1",
]


@pytest.mark.parametrize("path", ["/config", "/", "/api/articles", "/vi/", "/healthz", "/gradio_api/info"])
@pytest.mark.parametrize("host", HOSTS)
def test_a_foreign_host_is_refused(client: TestClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"host": host, "origin": f"http://{host}"})
    refused(answer, 400)
    assert not [h for h in answer.headers if h.startswith("access-control")]


def test_a_host_that_begins_like_an_address_is_refused(client: TestClient) -> None:
    refused(client.get("/healthz", headers={"host": "[::1].evil.example"}), 400)


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "http://evil.example",
        "https://127.0.0.1:7861",
        "http://localhost.evil.example",
        "file://",
        "chrome-extension://x",
    ],
)
def test_a_foreign_origin_reads_and_writes_nothing(client: TestClient, origin: str) -> None:
    answer = client.get("/api/articles", headers={"origin": origin})
    assert not [h for h in answer.headers if h.startswith("access-control")]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    refused(client.post("/api/ask", json={"question": WELCOME_EN}, headers={"origin": origin}), 403)
    preflight = client.options("/api/ask", headers={"origin": origin, "access-control-request-method": "POST"})
    assert not [h for h in preflight.headers if h.startswith("access-control")]


PATHS = ["/gradio_api/file=/etc/passwd", "/gradio_api/file=%2e%2e/%2e%2e/etc/passwd", "/file=/etc/passwd", "/assets/../../etc/passwd",
         "/assets/x/..%2f..%2f..%2fetc/passwd", "/api/articles/..%2f..%2fetc", "/static/%252e%252e/etc/passwd", "/proxy=http://127.0.0.1:9/"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 403, 404, 503)
    assert "root:" not in answer.text


def test_the_chat_serves_no_file_of_the_system(workspace: SharedWorkspace, tmp_path: Path) -> None:
    app = create_app(workspace, Settings(home=str(tmp_path)))
    with TestClient(app, base_url="http://127.0.0.1:7860", follow_redirects=False) as running:
        for file in ("/etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "../../etc/passwd", "C:\\x", "http://127.0.0.1:9/"):
            answer = running.get(f"/vi/gradio_api/file={file}")
            assert answer.status_code in (400, 403, 404), file
            assert "root:" not in answer.text
        headers = {"host": "evil.example:7860", "origin": "http://evil.example:7860"}
        assert running.get("/vi/config", headers=headers).status_code == 400
        assert "access-control-allow-origin" not in running.get("/vi/config", headers={"origin": "null"}).headers


@pytest.mark.parametrize("path", ["/healthz", "/api/articles", "/nowhere", "/vi/", "/en/", "/config", "/openapi.json"])
def test_security_headers_stand_on_every_answer(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    for part in (
        "default-src 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
    ):
        assert part in policy
    assert "unsafe-eval" not in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


BODIES: list[tuple[bytes, str, int]] = [
    (b"{", "application/json", 400), (b"[]", "application/json", 400), (b"null", "application/json", 400), (b'{"question": 5}', "application/json", 400),
    (b'{"question": ""}', "application/json", 400), (b'{"question": "\\u0000"}', "application/json", 400), (b"\xff\xfe", "application/json", 400),
    (b"[" * 100_000, "application/json", 400), (b'{"question": "' + b"x" * 3000 + b'"}', "application/json", 400),
    (b"question=x", "application/x-www-form-urlencoded", 400), (b"x" * 1_200_000, "application/json", 413),
    (b'{"question": "a", "history": [{}]}', "application/json", 400), (b'{"question": "a", "filters": {"languages": ["xx"]}}', "application/json", 400),
]  # fmt: skip


@pytest.mark.parametrize(("body", "kind", "status"), BODIES, ids=[str(n) for n in range(len(BODIES))])
def test_a_wrong_body_is_refused_in_one_shape(client: TestClient, body: bytes, kind: str, status: int) -> None:
    refused(client.post("/api/ask", content=body, headers={"content-type": kind}), status)


@pytest.mark.parametrize(
    "question",
    [
        "Ai\u0000 đón\u0007 đoàn?",
        "{{ 7*7 }} ai đón đoàn?",
        "<script>alert(1)</script> ai đón đoàn?",
        "ai đón đoàn? \ud800",
    ],
)
def test_odd_questions_are_answered_in_valid_json(client: TestClient, question: str) -> None:
    answer = client.post(
        "/api/ask", content=json.dumps({"question": question}).encode(), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    told = json.loads(answer.content.decode("utf-8"))
    assert told["schema"] == 1
    assert all(c["quote"] == c["text"][c["start"] : c["end"]] for c in told["citations"])


def upload(client: TestClient, session: str, name: str, content: bytes) -> Any:
    client.cookies.clear()
    return client.post("/api/articles", files={"file": (name, content)}, headers={"cookie": f"trich_session={session}"})


def asked(client: TestClient, session: str, question: str) -> Any:
    client.cookies.clear()
    return client.post("/api/ask", json={"question": question}, headers={"cookie": f"trich_session={session}"}).json()


def test_an_upload_is_seen_by_its_session_alone(client: TestClient, workspace: SharedWorkspace) -> None:
    one, other = "a" * 32, "b" * 32
    key = upload(client, one, "secret.txt", "Zebras graze near Huế every morning.\n".encode()).json()["articles"][0][
        "id"
    ]
    assert "Huế" in asked(client, one, "Where do zebras graze?")["answer"]
    assert asked(client, other, "Where do zebras graze?")["outcome"] != "answered"
    for session in (other, "", "../../x", "c" * 32):
        client.cookies.clear()
        head = {"cookie": f"trich_session={session}"}
        assert client.get(f"/api/articles/{key}", headers=head).status_code == 404
        assert client.delete(f"/api/articles/{key}", headers=head).status_code == 404
        assert key not in client.get("/api/articles", headers=head).text
    client.cookies.clear()
    assert client.delete(f"/api/articles/{key}", headers={"cookie": f"trich_session={one}"}).status_code == 200
    assert asked(client, one, "Where do zebras graze?")["outcome"] != "answered"


def test_an_upload_takes_no_article_of_the_collection_away(client: TestClient) -> None:
    session = "d" * 32
    told = upload(
        client, session, "vns-asean.txt", b"The delegation was welcomed by Captain Nemo and his wife.\n"
    ).json()
    assert told["articles"][0]["id"] != "vns-asean"
    client.cookies.clear()
    stored = client.get("/api/articles/vns-asean", headers={"cookie": f"trich_session={session}"}).json()
    assert stored["paragraphs"][0]["text"] in SEED_EN
    assert "Nemo" not in asked(client, "e" * 32, WELCOME_EN)["answer"]


UPLOADS = [
    ("evil.exe", b"MZ", 415), ("x.svg", b"<svg onload=alert(1)>", 415), ("big.txt", b"x" * 1_050_000, 413), ("bin.txt", bytes(range(256)) * 50, 415),
    ("x.pdf", b"not a pdf", 415), ("x.docx", b"not a docx", 415), ("noname", b"text", 415),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "status"), UPLOADS)
def test_an_upload_that_cannot_be_read_is_refused_by_name(
    client: TestClient, name: str, content: bytes, status: int
) -> None:
    assert name in refused(upload(client, "f" * 32, name, content), status)


def test_an_empty_upload_is_told_and_adds_nothing(client: TestClient) -> None:
    answer = upload(client, "4" * 32, "empty.txt", b" \n")
    assert (answer.status_code, answer.json()["articles"], answer.json()["status"]) == (201, [], "skipped")
    assert answer.json()["reason"] == "empty.txt holds no text: nothing to index."


@pytest.mark.parametrize("name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/evil.txt", "C:\\evil.txt"])
def test_an_upload_is_written_nowhere(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = upload(client, "1" * 32, name, b"One paragraph of news stands here.\n").json()
    assert told["file"] == "evil.txt"
    assert list(tmp_path.iterdir()) == []


def test_hostile_text_of_an_upload_comes_back_as_data(client: TestClient) -> None:
    session = "2" * 32
    name = "<img src=x onerror=1>.txt"
    answer = upload(client, session, name, b"<script>alert(1)</script> Zebras graze near Vinh.\n")
    assert answer.headers["content-type"].startswith("application/json")
    assert "Vinh" in asked(client, session, "Where do zebras graze?")["answer"]


def test_sessions_stay_apart_and_are_forgotten(workspace: SharedWorkspace) -> None:
    for number in range(30):
        workspace.upload(f"s{number}", "a.txt", f"Zebra number{number} grazes near Huế.\n".encode())
    for number in (0, 17, 29):
        heads = [h for h in workspace.heads(f"s{number}") if h.own]
        assert [h.source.id for h in heads] == ["a"]
        article = workspace.bot(session=f"s{number}").library.article("a")
        assert article is not None
        assert f"number{number} " in article.paragraphs[0].text
        workspace.forget(f"s{number}")
        assert not [h for h in workspace.heads(f"s{number}") if h.own]


def test_a_secret_of_the_settings_is_not_given_back(client: TestClient) -> None:
    head = {"cookie": "trich_session=" + "3" * 32}
    answer = client.put(
        "/api/settings",
        json={"base_url": "http://127.0.0.1:9/v1", "model": "m", "api_key": "sk-secret-1"},
        headers=head,
    )
    assert answer.status_code == 200
    assert "sk-secret-1" not in answer.text + client.get("/api/settings", headers=head).text
