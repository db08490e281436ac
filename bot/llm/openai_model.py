"""A chat model behind any OpenAI-compatible endpoint; the home of the openai SDK (2.x and 3.x), loaded when first used.

The SDK's own retries, redirects, proxies, environment variables and telemetry headers are off: what is sent, where and
for how long is decided here and in the settings alone.
"""

from __future__ import annotations

import json
import logging
import ssl
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import cached_property, partial
from importlib import import_module
from importlib.util import find_spec
from math import inf
from threading import Lock
from time import sleep
from typing import Any
from urllib.parse import urlsplit

from bot.errors import ModelError, SettingsError
from bot.llm.budget import count
from bot.llm.deadline import Deadline, Patience
from bot.llm.drift import Dialect
from bot.llm.faults import Fault, fault_of
from bot.llm.feed import Feed, Line
from bot.llm.reply import Delta, Reply, cost_of, delta_of, whole
from bot.llm.retry import Backoff
from bot.models import Usage
from bot.protocols import Message
from bot.settings import Settings

OPENAI = "https://api.openai.com/v1"
BEAT = 0.5
"""An empty piece comes at least this often (s) while the model is silent, so that the caller can give up."""
_HEADERS = frozenset(
    ("host", "accept", "accept-encoding", "content-type", "content-length", "transfer-encoding", "user-agent")
)
_DOCUMENT_BYTES = 1_000_000
_LINE_BYTES = 1_000_000
_STREAM_BYTES = 100_000_000
_LINE: ContextVar[Line | None] = ContextVar("line", default=None)


class OpenAIChatModel:
    """Implements `bot.protocols.ChatModel` over HTTP; may be shared by threads.

    `seed` makes the jitter of retries repeatable. Raises SettingsError when the address or the prices cannot be used.
    """

    def __init__(self, settings: Settings, *, seed: int | None = None) -> None:
        self.name = settings.model_name
        self._settings = settings
        self._client = Client(settings, settings.base_url)
        self._backoff = Backoff(settings.retries, seed)
        self._dialect = Dialect()
        self._rates = parsed_rates(settings.prices)

    def __repr__(self) -> str:
        return f"OpenAIChatModel({self.name!r})"

    def warm(self) -> None:
        """Load the SDK (about a second of CPU) ahead of the first question."""
        self._client.warm()

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, schema: Mapping[str, Any] | None = None
    ) -> Generator[str | Usage, None, None]:
        """The visible text as it comes, then the Usage; an empty piece now and then while the model is silent.

        Raises ModelError; a fault before the first text is tried again while the deadline allows. A reply that the
        server did not finish, or that grew past `answer_chars`, raises after what was sent of it.
        """
        self._client.warm()
        deadline = Deadline(self._settings.deadline)
        tried = 0
        while True:
            sent = self._dialect.arguments(
                self.name, messages, max_tokens=max_tokens, temperature=self._settings.temperature, schema=schema
            )
            reply = Reply(self._settings.answer_chars)
            fault = yield from self._attempt(sent, reply, deadline)
            if fault is None:
                yield self._usage(messages, reply)
                return
            if reply.begun:
                raise fault.error
            if self._dialect.learns(fault.status, fault.said, sent):
                continue
            tried += 1
            pause = self._backoff.pause(tried, fault.error, fault.retry_after, deadline)
            if pause is None:
                raise fault.error
            yield from beats(pause)

    def _attempt(self, sent: Mapping[str, Any], reply: Reply, deadline: Deadline) -> Generator[str, None, Fault | None]:
        """One request; returns its fault, None when the reply is complete."""
        waits = self._settings
        patience = Patience(deadline, first=waits.first_token_timeout, between=waits.silence_timeout)
        feed: Feed[Delta | Fault] = Feed(lambda line: self._deltas(sent, line, deadline), self._client.fault)
        with feed:
            for item in feed.items(patience.left, BEAT):
                if isinstance(item, Fault):
                    return item
                text = "" if item is None else reply.add(item)
                if text or item is None:
                    yield text
                if item:
                    patience.heard(spoke=item.spoke, finished=bool(item.finish))
                if reply.overlong:
                    return reply.verdict()
        if not feed.ended and (impatient := patience.over()):
            return Fault(impatient)
        if held := reply.close():
            yield held
        return reply.verdict()

    def _deltas(self, sent: Mapping[str, Any], line: Line, deadline: Deadline) -> Iterator[Delta]:
        """The pieces of one reply as the endpoint sends them; runs in the feed's thread."""
        create: Any = self._client.open(line).chat.completions.create
        with create(**sent, timeout=self._client.timeout(deadline.remaining)) as stream:
            kind = stream.response.headers.get("content-type", "")
            if "html" in kind:
                raise ModelError(
                    "The model endpoint answered with a web page: its address usually ends in /v1.", "bad_response"
                )
            if "json" in kind:
                yield whole(_document(stream.response))
                return
            stream.response.iter_bytes = partial(bounded, stream.response.iter_bytes)
            yield from map(delta_of, stream)

    def _usage(self, messages: Sequence[Message], reply: Reply) -> Usage:
        """What the server says was used, else an estimate by the tokenizer of recent OpenAI models."""
        counted = reply.usage
        tokens = counted or (sum(count(m.content) for m in messages), count(reply.text))
        return Usage(*tokens, estimated=counted is None, cost=cost_of(tokens, self._rates))


def _document(response: Any) -> Mapping[str, Any]:
    """The JSON object that a response holds. Raises ValueError when it is none, or too large."""
    body = b""
    for part in response.iter_bytes():
        body += part
        if len(body) > _DOCUMENT_BYTES:
            raise ValueError("the document is too large")
    document = json.loads(body)
    if not isinstance(document, dict):
        raise TypeError("the document is no object")
    return document


def bounded(
    read: Callable[[], Iterable[bytes]], line: int = _LINE_BYTES, total: int = _STREAM_BYTES
) -> Iterator[bytes]:
    """The bytes of an event stream. Raises ValueError when one line of it, or all of it, grows past its limit.

    The SDK gathers a line until it ends, so that one without an end would never come back from it.
    """
    unended = 0
    for part in read():
        total -= len(part)
        ending = max(part.rfind(b"\n"), part.rfind(b"\r"))
        unended = unended + len(part) if ending < 0 else len(part) - ending - 1
        if unended > line or total < 0:
            raise ValueError("the stream is too large")
        yield part


def beats(pause: float) -> Generator[str, None, None]:
    """An empty piece every BEAT seconds of a pause, so that the caller can give up meanwhile."""
    deadline = Deadline(pause) if pause > 0 else None
    while deadline and (left := deadline.remaining):
        sleep(min(BEAT, left))
        yield ""


class Client:
    """The SDK's client of one endpoint, made when first used, with everything off that acts on its own.

    Raises SettingsError when the address, the proxy or the key cannot be used.
    """

    def __init__(self, settings: Settings, base_url: str) -> None:
        self._base_url = checked_address(base_url or OPENAI)
        if settings.proxy and not _is_address(settings.proxy):
            raise SettingsError("TRICH_PROXY must look like http://localhost:3128.")
        if not (settings.api_key.isascii() and settings.api_key.isprintable()):
            raise SettingsError("OPENAI_API_KEY holds characters that no key has.")
        self._settings = settings
        self._lock = Lock()

    def warm(self) -> None:
        """Load the SDK, so that no limit of a request has to cover it."""
        with self._lock:
            _ = self._sdk.chat.completions

    def open(self, line: Line) -> Any:
        """The client; requests that this thread makes report their socket to `line`."""
        _LINE.set(line)
        return self._sdk

    def timeout(self, seconds: float) -> Any:
        """The SDK's own limits (s): for connecting, and for any one wait on the socket."""
        import openai

        return openai.Timeout(max(seconds, 0.01), connect=min(self._settings.connect_timeout, max(seconds, 0.01)))

    def fault(self, error: Exception) -> Fault:
        """The fault behind an exception, without the key."""
        return fault_of(error, self._settings.api_key)

    @cached_property
    def _sdk(self) -> Any:
        import openai

        logging.getLogger("openai").setLevel(logging.WARNING)
        http = openai.DefaultHttpxClient(
            trust_env=False, follow_redirects=False, proxy=self._settings.proxy or None, verify=_trusted(),
            event_hooks={"request": [self._prepare]},
        )  # fmt: skip
        key = self._settings.api_key or "none"
        return openai.OpenAI(api_key=key, base_url=self._base_url, max_retries=0, http_client=http)

    def _prepare(self, request: Any) -> None:
        """Leaves only the headers that a request needs, one connection for each, and asks to be told its socket."""
        for name in [name for name in request.headers if name.lower() not in _HEADERS]:
            del request.headers[name]
        request.headers["Connection"] = "close"
        request.headers["Authorization"] = f"Bearer {self._settings.api_key or 'none'}"
        if line := _LINE.get():
            request.extensions["trace"] = line.trace


def _trusted() -> ssl.SSLContext:
    """The certificates of the system or of SSL_CERT_FILE, as OpenSSL finds them, and certifi's where it is installed."""
    context = ssl.create_default_context()
    if find_spec("certifi"):
        context.load_verify_locations(import_module("certifi").where())
    return context


def checked_address(url: str) -> str:
    """An endpoint's address as it can be used. Raises SettingsError, without repeating what may be a secret.

    >>> checked_address("http://localhost:11434/v1/")
    'http://localhost:11434/v1'
    """
    if not _is_address(url):
        raise SettingsError("The model's address must look like http://localhost:11434/v1.")
    parts = urlsplit(url.strip())
    if parts.username or parts.password:
        raise SettingsError("The model's address must not hold a password; set OPENAI_API_KEY instead.")
    return url.strip().rstrip("/")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def parsed_rates(prices: str) -> tuple[float, float] | None:
    """Dollars per million prompt and completion tokens; None for an empty setting. Raises SettingsError.

    >>> parsed_rates("0.15, 0.6")
    (0.15, 0.6)
    """
    if not prices.strip():
        return None
    try:
        prompt, completion = (float(part) for part in prices.split(","))
    except ValueError:
        raise SettingsError(f"TRICH_PRICES is two numbers such as 0.15,0.6, not {prices[:40]!r}.") from None
    if not (0 <= prompt < inf and 0 <= completion < inf):
        raise SettingsError("TRICH_PRICES must not be negative.")
    return prompt, completion
