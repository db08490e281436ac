"""F: addresses that lead where nobody should go, and servers that do not behave. Nothing private is ever dialled."""

from __future__ import annotations

import gzip
import socket
import time
from pathlib import Path

import pytest

from bot.cli import main
from bot.errors import FetchRefused
from bot.ingest.network.addresses import is_public
from bot.ingest.network.fetch import Fetcher
from tests.llm.server import Again, Script, Step, serving

FORMS = [
    "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/",
    "http://127.0.1/", "http://0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
    "http://localhost./", "http://LOCALHOST:8080/", "http://169.254.169.254/latest/meta-data/",
    "http://100.100.100.200/", "http://100.64.0.1/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/", "http://[2001:0:7f00:1::]/", "http://user@127.0.0.1/", "http://user:pw@example.org/",
    "http://evil.com\\@127.0.0.1/", "http://127.0.0.1#@example.org/", "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/", "http://224.0.0.1/", "http://[ff02::1]/", "http://10.0.0.1/", "http://192.168.1.1/",
    "http://172.31.255.1/", "http://198.18.0.1/", "http://0.0.0.0/", "http://[::]/", "http://[fc00::1]/",
    "http://240.0.0.1/", "http://255.255.255.255/", "http://１２７.0.0.1/", "http://①②⑦.0.0.1/", "http://127。0。0。1/",
    "http://0177.0.0.01/", "http://0x7f.1/", "http://[::127.0.0.1]/", "http://[0:0:0:0:0:0:0:1]/",
    "https://127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:6379/_INFO",
    "dict://127.0.0.1/", "jar:http://127.0.0.1!/", "data:text/html,x", "javascript:1", "//127.0.0.1/", "http:///etc",
    "http://%31%32%37.0.0.1/", "http://127.0.0.1%00.example.org/", "http://[::1]:99999/", "http://example.org:0x50/",
    "http://168.63.129.16/metadata", "http://[3fff::1]/", "http://[::ffff:0:127.0.0.1]/", "http://[fe80::5efe:127.0.0.1]/", "http://10.1/",
    "http://[64:ff9b:1::7f00:1]/", "http://[2001:20::1]/", "http://127.0.0.1\t/", "http://127.0.0.1 /", "http://exa\nmple.org/", "http://\u0000/", " http://127.0.0.1/",
]  # fmt: skip


@pytest.mark.parametrize("address", FORMS)
def test_no_form_of_a_private_address_opens_a_socket(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dialled: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, to: dialled.append(to))
    with pytest.raises(FetchRefused, match=r"(?s)^.* was not fetched: .*\.$") as caught:
        Fetcher(seconds=3).fetch(address)
    assert dialled == []
    assert "pw@" not in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "answers",
    [["93.184.216.34", "127.0.0.1"], ["::ffff:10.0.0.1"], ["64:ff9b::1"], ["fe80::1"], [], ["not an address"]],
)
def test_a_name_with_one_private_address_is_refused(answers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    dialled: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, to: dialled.append(to))
    with pytest.raises(FetchRefused):
        Fetcher(seconds=3, resolve=lambda host, port: answers).fetch("http://rebind.example/")
    assert dialled == []


def local(**rules: object) -> Fetcher:
    """A fetcher that may also dial 127.0.0.1 itself, to serve tests."""
    return Fetcher(allowed=lambda a: a == "127.0.0.1" or is_public(a), **rules)  # type: ignore[arg-type]


def answer(status: int, body: bytes = b"", **headers: str) -> list[Step]:
    head = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in headers.items())
    return [f"HTTP/1.1 {status} X\r\n{head}Connection: close\r\n\r\n".encode() + body]


NO_ROBOTS = answer(404)
TARGETS = ["http://127.0.0.2:9/secret", "http://169.254.169.254/", "file:///etc/passwd", "http://[::1]:9/", "//10.0.0.1/", "http://user:pw@127.0.0.3/",
           "http://localhost.\\@10.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/", "http://[::1", "http://10.0.0.1%0d%0aX:/",
           "gopher://127.0.0.1/", "http://0x7f.0.0.2/", "http://2852039166/"]  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_every_hop_is_checked(target: str) -> None:
    with (
        serving(NO_ROBOTS, answer(302, Location=target)) as server,
        pytest.raises(FetchRefused, match="at hop 1") as caught,
    ):
        local(seconds=5).fetch(server.address)
    assert len(server.requests) == 2
    assert "pw@" not in str(caught.value)


def test_rules_for_robots_that_begin_with_a_mark_hold() -> None:
    rules = answer(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n")
    with serving(rules, answer(200, b"<p>x</p>", **HTML)) as server, pytest.raises(FetchRefused, match=r"robots\.txt"):
        local(seconds=5).fetch(server.address)
    assert len(server.requests) == 1


def test_a_loop_of_redirects_ends() -> None:
    with (
        serving(NO_ROBOTS, answer(302, Location="/v1")) as server,
        pytest.raises(FetchRefused, match="more than 5 redirects"),
    ):
        local(seconds=10).fetch(server.address)
    assert len(server.requests) <= 8


def test_cookies_and_names_are_not_carried_along() -> None:
    with serving(
        NO_ROBOTS, answer(302, Location="/two", Set_Cookie="a=1"), answer(200, b"<p>x</p>", Content_Type="text/html")
    ) as server:
        local(seconds=5).fetch(server.address)
    assert not any({"cookie", "authorization", "referer"} & set(r.headers) for r in server.requests)


def forever(piece: bytes, pause: float = 0.0) -> Script:
    def play() -> object:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
        while True:
            yield piece
            if pause:
                yield pause

    return Again(play)


BOMB = gzip.compress(b"\0" * 200_000_000, 9)
HTML = {"Content_Type": "text/html"}
MISBEHAVED: dict[str, tuple[Script, str]] = {
    "gzip bomb": (answer(200, BOMB, Content_Encoding="gzip", **HTML), "larger than 100 kB"),
    "endless": (forever(b"x" * 10_000), "larger than 100 kB"),
    "one byte at a time": (forever(b"x", 0.1), "took too long"),
    "silent": ([b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 20.0], "took too long"),
    "no head": ([20.0], "took too long"),
    "pdf": (answer(200, b"%PDF", Content_Type="application/pdf"), "application/pdf"),
    "charset": (answer(200, b"x", Content_Type="text/html; charset=x-bogus"), "x-bogus"),
    "broken gzip": (answer(200, b"\x1f\x8b broken", Content_Encoding="gzip", **HTML), "gzip data"),
    "unknown packing": (answer(200, b"x", Content_Encoding="zstd, gzip", **HTML), "content encoding"),
    "nonsense": ([b"\x00\x01 nonsense\r\n\r\n"], "connection failed"),
    "endless head": ([b"HTTP/1.1 200 OK\r\n", *([b"X-A: " + b"a" * 60_000 + b"\r\n"] * 10)], "connection failed"),
    "status 500": (answer(500, b"x", **HTML), "status 500"),
}


@pytest.mark.parametrize(("script", "reason"), MISBEHAVED.values(), ids=list(MISBEHAVED))
def test_a_server_that_misbehaves_is_left_in_time(script: Script, reason: str) -> None:
    started = time.monotonic()
    with serving(NO_ROBOTS, script) as server, pytest.raises(FetchRefused, match=reason):
        local(seconds=1.5, max_bytes=100_000).fetch(server.address)
    assert time.monotonic() - started < 1.5 + 2


def test_fetching_is_off_unless_it_is_allowed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "http://127.0.0.1:9/", "--index", str(tmp_path / "a.db")]) == 1
    captured = capsys.readouterr()
    assert "TRICH_FETCH=1" in captured.err
    assert captured.err.count("\n") == 1
    assert main(["index", "http://127.0.0.1:9/", "--fetch", "--index", str(tmp_path / "a.db")]) == 1
    captured = capsys.readouterr()
    assert "not on the public internet" in captured.err
    assert captured.err.count("\n") == 1
