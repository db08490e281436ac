"""The routes under /api, through the real app over fakes."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

QUESTION = "Who welcomed the delegation?"


def ask(client: TestClient, question: str = QUESTION, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/ask", json={"question": question, **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def code(answer: Any) -> tuple[int, str]:
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert body["error"]["message"].endswith(".")
    return answer.status_code, body["error"]["code"]


def test_healthz(client: TestClient) -> None:
    assert client.get("/healthz").json()["status"] == "ok"


def test_ask_gives_schema_1(client: TestClient) -> None:
    answer = ask(client)
    assert answer["schema"] == 1
    assert answer["outcome"] == "answered"
    citation = answer["citations"][0]
    assert citation["quote"] == citation["text"][citation["start"] : citation["end"]]
    assert citation["ref"] == "vns-asean#2"


def test_an_abstention_is_an_answer(client: TestClient) -> None:
    answer = ask(client, "nothing about the delegation")
    assert answer["outcome"] == "not_in_sources"
    assert answer["statements"] == []
    assert answer["nearest"]


def test_history_makes_a_follow_up_stand_alone(client: TestClient) -> None:
    first = ask(client)
    assert ask(client, "And where?", history=[first])["standalone_question"] == "And where Who welcomed the delegation?"


def test_filters_reach_the_search(client: TestClient) -> None:
    answer = ask(client, "Tổng Bí thư Tô Lâm ASEAN", filters={"articles": ["vns-asean"]})
    cited = [*answer["citations"], *answer["nearest"]]
    assert {c["article"] for c in cited} <= {"vns-asean"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"question": ""}, (400, "bad_question")),
        ({"question": "x" * 2001}, (400, "bad_question")),
        ({"question": 3}, (400, "bad_request")),
        ({}, (400, "bad_request")),
        ({"question": "a", "typo": 1}, (400, "bad_request")),
        ({"question": "a", "history": [{"question": "x"}]}, (400, "bad_question")),
    ],
)
def test_bad_bodies_are_refused_in_one_shape(client: TestClient, body: Any, expected: tuple[int, str]) -> None:
    assert code(client.post("/api/ask", json=body)) == expected


def test_not_json(client: TestClient) -> None:
    assert code(client.post("/api/ask", content=b"{", headers={"content-type": "application/json"}))[0] == 400


def test_unknown_paths_and_methods(client: TestClient) -> None:
    assert code(client.get("/api/nowhere")) == (404, "not_found")
    assert code(client.put("/api/ask", json={})) == (405, "method_not_allowed")


def test_a_fault_of_ours_says_nothing_of_its_inside(client: TestClient, workspace: Any) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("secret /path")

    workspace.bot = broken
    quiet = TestClient(client.app, base_url="http://localhost", raise_server_exceptions=False)
    answer = quiet.post("/api/ask", json={"question": QUESTION})
    assert code(answer) == (500, "internal")
    assert "secret" not in answer.text


def test_retrieve_follows_the_contract(client: TestClient) -> None:
    body = client.post("/api/retrieve", json={"question": QUESTION, "limit": 3, "id": "q1"}).json()
    assert {"schema", "id", "question", "passages"} == set(body)
    assert body["id"] == "q1"
    assert len(body["passages"]) == 3
    assert set(body["passages"][0]) == {"ref", "article", "paragraph", "file", "language", "text", "score"}


def test_articles_are_listed_and_filtered(client: TestClient) -> None:
    assert client.get("/api/articles").json()["total"] == 2
    assert client.get("/api/articles?language=vi").json()["articles"][0]["id"] == "vtv-asean"
    assert client.get("/api/articles?text=viet+nam").json()["articles"][0]["id"] == "vtv-asean"
    assert client.get("/api/articles?text=commemorative").json()["articles"][0]["id"] == "vns-asean"
    assert client.get("/api/articles?outlet=VNS&since=2025-03-10&until=2025-03-10").json()["total"] == 1
    assert client.get("/api/articles?since=2025-03-11").json()["total"] == 0
    assert client.get("/api/articles?limit=1&offset=1").json()["articles"][0]["id"] == "vns-asean"
    assert code(client.get("/api/articles?since=yesterday")) == (400, "bad_request")


def test_an_article_whole(client: TestClient) -> None:
    article = client.get("/api/articles/vns-asean").json()
    assert article["paragraphs"][1]["number"] == 2
    assert article["paragraphs"][1]["tells_of"] == []
    vtv = client.get("/api/articles/vtv-asean").json()["paragraphs"]
    told = [(p["text"][n["start"] : n["end"]], n["day"]) for p in vtv for n in p["tells_of"]]
    assert ("Hôm nay (10/3", "2025-03-10") in told
    assert code(client.get("/api/articles/none")) == (404, "not_found")


def test_a_paragraph_has_its_twin_beside_it(client: TestClient) -> None:
    assert client.get("/api/articles/vns-asean/twin/2").json()["twin"]["language"] == "vi"
    assert client.get("/api/articles/vns-asean/twin/3").json()["twin"] is None
    assert client.get("/api/articles/vns-asean/twin/999").json() == {"twin": None, "also_in": [], "nearly_in": []}


def test_where_else_a_paragraph_stands_is_told_beside_it(client: TestClient) -> None:
    beside = client.get("/api/articles/vns-asean/twin/2").json()
    assert [(c["ref"], c["source"]) for c in beside["also_in"]] == [("vtv-asean#1", "VTV")]
    assert [(c["ref"], c["language"]) for c in beside["nearly_in"]] == [("vtv-asean#2", "vi")]


def upload(
    client: TestClient, session: str, name: str = "note.txt", data: bytes = b"Zebras graze in Hue.\nTwo."
) -> Any:
    return client.post("/api/articles", files={"file": (name, data)}, cookies={"trich_session": session})


@pytest.mark.filterwarnings("ignore:Setting per-request cookies")
def test_uploads_belong_to_their_session_alone(client: TestClient) -> None:
    mine, other = "a" * 32, "b" * 32
    body = upload(client, mine).json()
    assert (body["status"], body["articles"][0]["paragraphs"]) == ("read", 2)
    key = body["articles"][0]["id"]

    def seen(session: str) -> int:
        return int(client.get("/api/articles", cookies={"trich_session": session}).json()["total"])

    assert (seen(mine), seen(other)) == (3, 2)
    assert client.get(f"/api/articles/{key}", cookies={"trich_session": other}).status_code == 404
    found = {"question": "zebras graze"}
    assert client.post("/api/ask", json=found, cookies={"trich_session": mine}).json()["outcome"] == "answered"
    assert client.post("/api/ask", json=found, cookies={"trich_session": other}).json()["outcome"] != "answered"
    assert code(client.delete(f"/api/articles/{key}", cookies={"trich_session": other})) == (404, "not_found")
    assert client.delete(f"/api/articles/{key}", cookies={"trich_session": mine}).status_code == 200
    assert seen(mine) == 2


@pytest.mark.filterwarnings("ignore:Setting per-request cookies")
def test_uploads_are_checked_on_the_server(client: TestClient) -> None:
    assert code(upload(client, "a" * 32, "x.svg")) == (415, "unsupported_type")
    assert code(upload(client, "a" * 32, "x.txt", b"y" * 1_000_001)) == (413, "too_large")
    assert code(upload(client, "a" * 32, "x.txt", b"y" * 1_200_000)) == (413, "too_large")
    assert code(upload(client, "a" * 32, "x.txt", b" ")) == (415, "unreadable_file")
    assert upload(client, "a" * 32, "..\\..\\evil/../deep.txt").json()["file"] == "deep.txt"
    assert code(client.post("/api/articles", json={})) == (400, "bad_request")


def test_articles_of_the_collection_cannot_be_removed(client: TestClient) -> None:
    assert code(client.delete("/api/articles/vns-asean")) == (404, "not_found")


def test_examples_are_answered_by_their_own_article(client: TestClient) -> None:
    questions = client.get("/api/examples?language=en").json()["questions"]
    assert 0 < len(questions) <= 6
    assert all(ask(client, q)["citations"][0]["article"] == "vns-asean" for q in questions)
    assert code(client.get("/api/examples?language=fr")) == (400, "bad_request")


def test_a_conversation_is_exported_in_every_form(client: TestClient) -> None:
    turns = [ask(client), ask(client, "nothing about the delegation")]
    for form, start in (("md", b"# "), ("json", b"{"), ("docx", b"PK")):
        answer = client.post(
            "/api/export", json={"form": form, "name": "Tô Lâm/../x", "turns": turns, "language": "vi"}
        )
        assert answer.status_code == 200
        assert answer.content.startswith(start)
        assert "/.." not in answer.headers["content-disposition"]
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert code(client.post("/api/export", json={"form": "pdf", "turns": turns})) == (400, "bad_request")
    assert code(client.post("/api/export", json={"form": "md", "turns": []})) == (400, "bad_request")


def test_the_api_page_needs_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/api").text
    assert "/api/ask" in page
    assert "/v1/chat/completions" in page
    assert "http://localhost" in page
    assert "https://" not in page
    assert client.get("/openapi.json").json()["paths"]["/api/ask"]


def test_settings_are_the_sessions_own_and_never_give_the_key_back(client: TestClient, workspace: Any) -> None:
    client.cookies.set("trich_session", "a" * 32)
    choices = {
        "base_url": "http://127.0.0.1:9/v1",
        "model": "m",
        "api_key": "sk-very-secret",
        "passages": 3,
        "strict": True,
    }
    answer = client.put("/api/settings", json=choices)
    assert "sk-very-secret" not in answer.text
    assert answer.json()["key"] is True
    ask(client)
    used = workspace.asked_with[-1]
    assert (used.base_url, used.api_key, used.passages, used.strict) == (
        "http://127.0.0.1:9/v1",
        "sk-very-secret",
        3,
        True,
    )
    client.cookies.set("trich_session", "b" * 32)
    assert client.get("/api/settings").json()["model"] == ""
    assert code(client.put("/api/settings", json={"base_url": "ftp://x"})) == (400, "bad_setting")
    assert code(client.put("/api/settings", json={"passages": 0})) == (400, "bad_request")


VIETNAMESE = {"Accept-Language": "vi"}


@pytest.mark.parametrize(
    ("method", "path", "more", "says"),
    [
        ("GET", "/api/articles/none", {}, "Bộ sưu tập không có bài báo này; có thể bài đã bị xóa."),
        ("GET", "/api/nowhere", {}, "Không có địa chỉ này."),
        ("POST", "/api/ask", {"json": {"question": "x" * 3000}}, "Câu hỏi dài tối đa 2000 ký tự; câu này có 3000 ký tự."),
        ("POST", "/api/ask", {"json": {"question": 5}}, "Giá trị của question không hợp lệ: Input should be a valid string."),
        ("POST", "/api/articles", {"files": {"file": ("a.exe", b"x")}}, "a.exe: chỉ đọc được tệp .txt, .html, .pdf và .docx."),
        ("PUT", "/api/settings", {"json": {"base_url": "x"}}, "Địa chỉ máy chủ mô hình phải bắt đầu bằng http:// hoặc https://."),
        ("POST", "/api/feedback", {"headers": {"Origin": "http://elsewhere"}}, "Yêu cầu gửi từ trang của website khác bị từ chối."),
        ("GET", "/vi/nowhere", {}, "Không có trang này."),
    ],
)  # fmt: skip
def test_an_error_is_told_in_the_readers_language(
    client: TestClient, method: str, path: str, more: Any, says: str
) -> None:
    headers = {**VIETNAMESE, **more.pop("headers", {})}
    answer = client.request(method, path, headers=headers, **more)
    assert answer.json()["error"]["message"] == says


def test_a_program_that_names_no_language_is_told_in_english(client: TestClient) -> None:
    for headers in ({"Accept-Language": ""}, {"Accept-Language": "en-GB,vi;q=0.5"}):
        message = client.get("/api/articles/none", headers=headers).json()["error"]["message"]
        assert message.startswith("The collection has no such article")
