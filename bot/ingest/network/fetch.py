"""Fetches a page or feed over HTTP within rules that hold on every hop; nothing goes through a third party.

The rules: http and https only, no name or password in the address, public addresses only (checked and then dialled as
checked), at most 5 redirects, never from https back to http, robots.txt respected, a known content type, at most 5 MB
unpacked, 15 s in all. No cookies or credentials are sent or kept; the proxies of the environment are not used.
"""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpcore
import httpx

from bot.errors import FetchRefused
from bot.ingest.network.addresses import is_public, resolve
from bot.ingest.network.robots import Robots
from bot.ingest.network.transport import Allowed, Deadline, PinnedBackend, Resolve
from bot.ingest.text.identity import shown

AGENT = "Trich"
"""The name by which robots.txt may address us."""
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
TEXT_TYPES = frozenset({"text/plain", "text/markdown"})
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"}
)

_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_ROBOTS_BYTES = 512_000
"""The least that RFC 9309 wants to be read."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched: the address it came from in the end, its bytes unpacked, its media type and charset."""

    url: str
    content: bytes
    media_type: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Fetcher:
    """The rules of fetching. `allowed` and `resolve` are open to be replaced, so that tests can serve on loopback."""

    max_bytes: int = 5_000_000
    seconds: float = 15.0
    hops: int = 5
    allowed: Allowed = is_public
    resolve: Resolve = resolve
    types: frozenset[str] = PAGE_TYPES | TEXT_TYPES | FEED_TYPES

    def fetch(self, url: str) -> Fetched:
        """The page or feed at `url`. Raises FetchRefused naming the hop and the rule."""
        return _Journey(self, Deadline(self.seconds)).go(url)


@dataclass(slots=True)
class _Journey:
    """One fetch with all its hops, under one deadline."""

    rules: Fetcher
    deadline: Deadline
    robots: dict[str, Robots | None] = field(default_factory=dict)

    def go(self, start: str) -> Fetched:
        """What stands at the journey's end. Raises FetchRefused naming start, hop and rule."""
        address, hop = start, 0
        try:
            url = parsed(start)
            while True:
                address = str(url)
                self._ask_robots(url)
                answer = self._request(url, self.rules.max_bytes, self.rules.types)
                if isinstance(answer, Fetched):
                    return answer
                hop += 1
                if hop > self.rules.hops:
                    raise FetchRefused(f"more than {self.rules.hops} redirects")
                address = answer
                url = _next(url, answer)
        except FetchRefused as error:
            place = f" at hop {hop} ({_shown(address)})" if hop else ""
            raise FetchRefused(f"{_shown(start)} was not fetched{place}: {error}.") from None

    def _ask_robots(self, url: httpx.URL) -> None:
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self.robots:
            self.robots[origin] = self._robots(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        rules = self.robots[origin]
        if rules is not None and not rules.allow(url.raw_path.decode("ascii")):
            raise FetchRefused("the site's robots.txt does not allow it")

    def _robots(self, url: httpx.URL) -> Robots | None:
        """The site's rules (RFC 9309): none where there is no file; a site that cannot say is not fetched from."""
        for _ in range(self.rules.hops + 1):
            try:
                answer = self._request(url, _ROBOTS_BYTES, None)
            except _Status as status:
                if 400 <= status.code < 500 and status.code != 429:
                    return None
                raise FetchRefused(f"the site's robots.txt cannot be read (status {status.code})") from None
            if isinstance(answer, Fetched):
                return Robots(answer.content.decode("utf-8-sig", "replace"), AGENT)
            url = _next(url, answer)
        return None

    def _request(self, url: httpx.URL, max_bytes: int, types: frozenset[str] | None) -> Fetched | str:
        """What stands at one address: its content, or the address that it redirects to."""
        backend = PinnedBackend(self.deadline, self.rules.resolve, self.rules.allowed)
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        headers = [
            (b"Host", url.netloc), (b"User-Agent", f"{AGENT}/0.1 (reads news; respects robots.txt)".encode()), (b"Accept", b"text/html, */*;q=0.5"),
            (b"Accept-Encoding", b"gzip"), (b"Connection", b"close"),
        ]  # fmt: skip
        try:
            with (
                httpcore.ConnectionPool(network_backend=backend, retries=0) as pool,
                pool.stream("GET", target, headers=headers) as response,
            ):
                return _read(url, response, max_bytes, types)
        except httpcore.TimeoutException:
            raise FetchRefused("it took too long") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError) as error:
            raise FetchRefused(f"the connection failed ({type(error).__name__})") from None


class _Status(FetchRefused):
    """The server answered with a status that is neither content nor a redirect."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the server answered with status {code}")
        self.code = code


def parsed(url: str) -> httpx.URL:
    """The address, read by the one parser that also dials it. Raises FetchRefused naming what is wrong with it."""
    if _ODD.search(url) or len(url) > 2000:
        raise FetchRefused("the address holds spaces, control characters or backslashes, or is too long")
    try:
        found = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        raise FetchRefused("it is not an address") from None
    if found.scheme not in ("http", "https"):
        raise FetchRefused("only http and https addresses are fetched")
    if found.userinfo:
        raise FetchRefused("the address holds a name or password")
    if not found.host or "%" in found.host:
        raise FetchRefused("the address has no proper host")
    return found


def _next(url: httpx.URL, location: str) -> httpx.URL:
    if _ODD.search(location):
        raise FetchRefused("the redirect holds spaces, control characters or backslashes")
    try:
        following = parsed(str(url.join(location)))
    except (httpx.InvalidURL, ValueError):
        raise FetchRefused("the redirect is not an address") from None
    if url.scheme == "https" and following.scheme != "https":
        raise FetchRefused("a redirect from https to http is not followed")
    return following


def _read(url: httpx.URL, response: httpcore.Response, max_bytes: int, types: frozenset[str] | None) -> Fetched | str:
    headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in reversed(response.headers)}
    if response.status in _REDIRECTS:
        return headers.get("location", "")
    if response.status != 200:
        raise _Status(response.status)
    media_type, charset = _content_type(headers.get("content-type", ""))
    if types is not None and media_type not in types:
        raise FetchRefused(f"its type is {shown(media_type) or 'not named'}, not a page, feed or text")
    encoding = headers.get("content-encoding", "identity").strip().lower()
    content = b"".join(_capped(_unpacked(response.iter_stream(), encoding, max_bytes), max_bytes))
    return Fetched(str(url), content, media_type, charset)


def _content_type(value: str) -> tuple[str, str | None]:
    media_type, *parameters = value.split(";")
    for parameter in parameters:
        key, _, name = parameter.partition("=")
        if key.strip().lower() == "charset":
            name = name.strip().strip("\"'")
            try:
                codecs.lookup(name)
            except (LookupError, ValueError):
                raise FetchRefused(f"its character set {shown(name[:40])!r} is not known") from None
            return media_type.strip().lower(), name
    return media_type.strip().lower(), None


def _unpacked(chunks: Iterator[bytes], encoding: str, max_bytes: int) -> Iterator[bytes]:
    """The bytes unpacked, never more than one byte over the limit at a time, so that a gzip bomb stays small."""
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip"):
        raise FetchRefused(f"its content encoding {shown(encoding[:40])!r} is not known")
    unpacker = zlib.decompressobj(wbits=31)
    try:
        for chunk in chunks:
            yield unpacker.decompress(chunk, max_bytes + 1)
        if not unpacker.eof:
            raise FetchRefused("its gzip data is cut off")
    except zlib.error:
        raise FetchRefused("its gzip data is broken") from None


def _capped(chunks: Iterator[bytes], max_bytes: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > max_bytes:
            raise FetchRefused(f"it is larger than {max_bytes // 1000} kB")
        yield chunk


def _shown(url: str) -> str:
    """The address without name and password, safe to print."""
    return shown(re.sub(r"//[^/?#]*@", "//", url))[:200]
