from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArticleError, FetchRefused
from bot.ingest import read_collection
from bot.ingest.intake.web import read_url
from bot.ingest.network.addresses import is_public
from bot.ingest.network.fetch import Fetcher, parsed
from bot.ingest.network.transport import Deadline, PinnedBackend
from bot.settings import Settings
from tests.ingest.reading_texts import LONG, SETTINGS

PAGE = f"<html><head><title>The barrier opens</title></head><body><article><h1>The barrier opens</h1><p>{LONG}</p></article></body></html>"


@dataclass
class Site:
    """What the server on loopback answers: path -> (status, headers, body); and what it was asked."""

    port: int = 0
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: str | bytes = PAGE, status: int = 200, **headers: str) -> str:
        given = {k.replace("_", "-"): v for k, v in headers.items()}
        self.pages[path] = (
            status,
            {"content-type": "text/html", **given},
            body.encode() if isinstance(body, str) else body,
        )
        return self.url(path)


@pytest.fixture
def site() -> Iterator[Site]:
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.path, dict(self.headers)))
            status, headers, body = state.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.end_headers()
            with suppress(OSError):
                self.drip(body) if self.path == "/slow" else self.wfile.write(body)
                while self.path == "/endless":
                    self.wfile.write(b"x" * 10_000)

        def drip(self, body: bytes) -> None:
            for byte in body:
                self.wfile.write(bytes([byte]))
                time.sleep(0.05)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def local(**given: object) -> Fetcher:
    """A fetcher that may reach 127.0.0.1 (and nothing else that is not public)."""
    return Fetcher(allowed=lambda a: a == "127.0.0.1" or is_public(a), **given)  # type: ignore[arg-type]


def refusal(url: str, **given: object) -> str:
    with pytest.raises(FetchRefused) as caught:
        local(**given).fetch(url)
    return str(caught.value)


FORMS = (
    "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/", "http://0/", "http://[::1]/",
    "http://[::ffff:127.0.0.1]/", "http://localhost./", "http://169.254.169.254/latest/meta-data/", "http://100.100.100.200/", "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/", "http://user@127.0.0.1/", "http://evil.com\\@127.0.0.1/", "http://127.0.0.1\t/", "http://[fe80::1]/", "http://224.0.0.1/",
    "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.3.4/", "http://[fd00::1]/", "http://[::]/", "http://[::127.0.0.1]/", "http://255.255.255.255/",
    "http://198.18.0.1/", "http://192.88.99.1/", "http://[2001::1]/", "http://[fec0::1]/", "http://[fe80::1%25lo]/", "http://[64:ff9b:1::1]/", "http://127.0.0.1./",
    "http://１２７.0.0.1/", "http://localhost/", "file:///etc/passwd", "ftp://example.org/", "http:///x", "gopher://127.0.0.1/",
    "http://", "", "http://a b/", "//x/",
)  # fmt: skip


@pytest.mark.parametrize("url", FORMS)
def test_no_spelling_of_a_private_address_is_dialled(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def dial(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "create_connection", dial)
    monkeypatch.setattr(socket.socket, "connect", dial)
    with pytest.raises(FetchRefused, match=r"was not fetched: .*\.$"):
        Fetcher().fetch(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("100.64.0.1", False), ("2002::1", False), ("x", False)],
)
def test_the_rule_for_addresses(address: str, *, public: bool) -> None:
    assert is_public(address) is public


def test_one_bad_address_among_good_ones_is_enough() -> None:
    backend = PinnedBackend(Deadline(1), lambda host, port: ["93.184.216.34", "10.0.0.1"], is_public)
    with pytest.raises(FetchRefused, match=r"10\.0\.0\.1"):
        backend.connect_tcp("rebind.example", 80)


def test_the_checked_address_is_the_one_dialled(site: Site) -> None:
    site.put("/a")
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    fetcher = Fetcher(allowed=lambda a: a == "127.0.0.1", resolve=lambda host, port: next(answers))
    assert fetcher.fetch(f"http://news.example:{site.port}/a").content == PAGE.encode()
    assert site.asked[-1][1]["Host"] == f"news.example:{site.port}"


def test_a_page_becomes_an_article(site: Site) -> None:
    reading = read_url(site.put("/a"), SETTINGS, local())
    assert [p.text for p in reading.articles[0].paragraphs] == ["The barrier opens", LONG]
    assert (reading.status, reading.articles[0].source.url) == ("read", site.url("/a"))


def test_feeds_and_texts(site: Site) -> None:
    feed = (
        f"<rss><channel><title>T</title><item><title>A</title><description>{LONG}</description></item></channel></rss>"
    )
    assert (
        read_url(site.put("/f", feed, content_type="application/rss+xml"), SETTINGS, local()).articles[0].source.outlet
        == "T"
    )
    text = site.put(
        "/t", "Xin chào các bạn đọc.".encode("cp1258", "ignore"), content_type="text/plain; charset=windows-1258"
    )
    assert read_url(text, SETTINGS, local()).status == "read"


def test_we_say_who_we_are_and_keep_no_cookies(site: Site) -> None:
    site.put("/a", status=302, location="/b", set_cookie="a=1")
    site.put("/b")
    local().fetch(site.url("/a"))
    assert all("Trich" in headers["User-Agent"] for _, headers in site.asked)
    assert not any(key.lower() in ("cookie", "authorization") for _, headers in site.asked for key in headers)


@pytest.mark.parametrize("location", ["http://127.0.0.2:9/secret", "http://169.254.169.254/", "file:///etc/passwd", "http://[::1]/", "//10.0.0.1/", "http://u:p@x.y/",
                                      "http://127.0.0.1\\@x/", "gopher://x/", "http://0x7f.2/"])  # fmt: skip
def test_every_hop_is_checked(site: Site, location: str) -> None:
    sentence = refusal(site.put("/a", status=302, location=location))
    assert "at hop 1" in sentence
    assert "p@" not in sentence
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_loops_end_and_a_few_hops_are_followed(site: Site) -> None:
    assert "more than 5 redirects" in refusal(site.put("/loop", status=302, location="/loop"))
    for n in range(5):
        site.put(f"/{n}", status=301, location=f"/{n + 1}")
    assert local().fetch(site.url("/1") if site.put("/5") else "").url == site.url("/5")


def test_no_way_back_from_https() -> None:
    from bot.ingest.network.fetch import _next

    with pytest.raises(FetchRefused, match="https to http"):
        _next(parsed("https://a.example/"), "http://a.example/")
    assert str(_next(parsed("http://a.example/x"), "/y")) == "http://a.example/y"


def test_bodies_have_limits(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    assert "larger than 5000 kB" in refusal(site.put("/gz", bomb, content_encoding="gzip"))
    assert "larger than 50 kB" in refusal(site.put("/endless", b""), max_bytes=50_000)
    assert "its gzip data" in refusal(site.put("/cut", bomb[:2000], content_encoding="gzip"))
    assert "content encoding 'br'" in refusal(site.put("/br", b"x", content_encoding="br"))
    assert (
        local().fetch(site.put("/ok", gzip.compress(PAGE.encode()), content_encoding="gzip")).content == PAGE.encode()
    )


def test_a_drip_of_bytes_ends_at_the_deadline(site: Site) -> None:
    started = time.monotonic()
    assert "took too long" in refusal(site.put("/slow", b"x" * 1000), seconds=0.4)
    assert time.monotonic() - started < 1.4


def test_a_resolver_that_hangs_ends_at_the_deadline() -> None:
    hung = threading.Event()
    fetcher = Fetcher(seconds=0.2, resolve=lambda host, port: [str(hung.wait(3))])
    with pytest.raises(FetchRefused, match="too long to resolve"):
        fetcher.fetch("http://slow.example/")
    hung.set()


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({"content_type": "application/pdf"}, "application/pdf"), ({"content_type": "text/html; charset=x-bogus"}, "x-bogus"),
        ({"content_type": ""}, "not named"),
        ({"content_type": "image/png\x7f"}, "image/png"),
    ],
)  # fmt: skip
def test_other_types_and_character_sets_are_refused(site: Site, headers: dict[str, Any], says: str) -> None:
    assert says in refusal(site.put("/x", **headers))


@pytest.mark.parametrize("status", [204, 401, 404, 500, 503])
def test_other_answers_are_named(site: Site, status: int) -> None:
    assert f"status {status}" in refusal(site.put("/x", b"", status=status))


def test_robots_txt_is_respected(site: Site) -> None:
    site.put(
        "/robots.txt",
        "User-agent: Trich\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n",
        content_type="text/plain",
    )
    site.put("/private/a")
    assert "robots.txt does not allow" in refusal(site.url("/private/a"))
    assert local().fetch(site.put("/public")).media_type == "text/html"
    site.put("/hop", status=302, location="/private/a")
    assert "at hop 1" in refusal(site.url("/hop"))
    site.put("/robots.txt", b"", status=503)
    assert "robots.txt cannot be read (status 503)" in refusal(site.url("/public"))


def test_a_server_that_talks_nonsense_is_one_sentence() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        for answer in (b"\x00\x01rubbish\r\n\r\n", b""):
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    assert "the connection failed" in refusal(url)
    assert "the connection failed" in refusal(url)
    thread.join()
    listener.close()


def test_a_refused_url_is_a_row_and_then_an_error() -> None:
    readings = read_collection(["http://127.0.0.1:9/"], Settings(fetch=True))
    assert next(readings).status == "refused"
    with pytest.raises(ArticleError, match="No article was found"):
        next(readings)


@given(st.text(max_size=40))
def test_any_address_is_parsed_or_refused(tail: str) -> None:
    with suppress(FetchRefused):
        assert parsed("http://" + tail).host


@given(st.text(max_size=30))
def test_any_address_rule_answers(text: str) -> None:
    assert isinstance(is_public(text), bool)
