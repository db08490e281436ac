"""What the model path costs around the model: CPU a question, and the wait for the first provisional text.

    python benchmarks/model_overhead.py [--questions 200]

Eight passages, five cited sentences, over the seed articles. The scripted model and the loopback server cost next to
nothing themselves; the row with the SDK holds the openai package, the sockets and the thread as well.
"""

from __future__ import annotations

import argparse
import json
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot import NewsBot
from bot.answering.conversation.dialogue import FollowUps
from bot.answering.generation.generate import GeneratingAnswerer
from bot.llm.openai_model import OpenAIChatModel
from bot.llm.scripted import ScriptedModel
from bot.models import Passage, Question, Usage
from bot.protocols import ChatModel, Message, Provisional, Retriever
from bot.settings import Settings
from bot.verification.checker import RuleVerifier

QUESTION = Question("Who welcomed the delegation?", "Who welcomed the delegation?", "en")
REPLY = (
    "Lâm, his wife, and the delegation were warmly welcomed by ASEAN Secretary-General Kao Kim Hourn and his wife [1]. "
    "The leadership team of the ASEAN Secretariat welcomed them as well [1]. Party General Secretary Tô Lâm visited the "
    "ASEAN Secretariat in Jakarta, Indonesia [2]. He was accompanied by his wife and a high-ranking delegation from Việt "
    "Nam [2]. The visit took place in March [2][3]."
)
PIECES = [REPLY[i : i + 4] for i in range(0, len(REPLY), 4)]


class Fixed:
    """A retriever that has found its passages already, so that the search is not measured."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = tuple(passages)

    def retrieve(self, question: str, *, limit: int, **_: Any) -> Sequence[Passage]:
        return self._passages[:limit]


class Endless:
    """A scripted model that gives the same reply for ever, in pieces of four letters as servers do."""

    name = "scripted"

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, schema: Mapping[str, Any] | None = None
    ) -> Generator[str | Usage, None, None]:
        return ScriptedModel([PIECES]).stream(messages, max_tokens=max_tokens)


def bot_with(model: ChatModel, passages: Sequence[Passage], base: NewsBot) -> NewsBot:
    retriever: Retriever = Fixed(passages)
    return NewsBot(
        retriever=retriever, library=base.library, answerers=(GeneratingAnswerer(model, Settings()),),
        verifier=RuleVerifier(), dialogue=FollowUps(), shortener=Silent(),
    )  # fmt: skip


class Silent:
    """No short answer: that is the extractive answerer's work."""

    def shorten(self, question: Question, citations: Sequence[Any]) -> None:
        return None


def cpu(run: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of this process's CPU for each run, after one that warms up."""
    run()
    found = []
    for _ in range(times):
        since = time.process_time()
        run()
        found.append(1000 * (time.process_time() - since))
    return found


def serve(delay: float) -> tuple[str, list[float]]:
    """A server on loopback that streams the reply after `delay` s; notes when it sent each first token."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    sent: list[float] = []
    chunks: list[dict[str, Any]] = [
        {"choices": [{"index": 0, "delta": {"content": p}, "finish_reason": None}]} for p in PIECES
    ]
    chunks += [{"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}]
    chunks += [{"choices": [], "usage": {"prompt_tokens": 900, "completion_tokens": 120, "total_tokens": 1020}}]
    events = [f"data: {json.dumps({'id': 'c', 'object': 'chat.completion.chunk', **c})}\n\n".encode() for c in chunks]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"

    def answer(connection: socket.socket) -> None:
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            data = b""
            while b"\r\n\r\n" not in data or len(data.split(b"\r\n\r\n", 1)[1]) < length(data):
                data += connection.recv(65536)
            connection.sendall(head)
            time.sleep(delay)
            sent.append(time.perf_counter())
            connection.sendall(events[0])
            connection.sendall(b"".join(events[1:]) + b"data: [DONE]\n\n")

    def accept() -> None:
        while True:
            threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}/v1", sent


def length(data: bytes) -> int:
    head = data.split(b"\r\n\r\n", 1)[0].lower()
    return int(head.split(b"content-length: ")[1].split(b"\r\n")[0]) if b"content-length: " in head else 0


def first_provisional(bot: NewsBot, sent: list[float]) -> float:
    """Milliseconds from the server's first token to the first provisional text."""
    events = bot.events(QUESTION.text)
    seen = next(time.perf_counter() for e in events if isinstance(e, Provisional) and e.text)
    for _ in events:
        pass
    return 1000 * (seen - sent[-1])


def row(name: str, found: Sequence[float], goal: float | None = None) -> None:
    ranked = sorted(found)
    p95 = ranked[int(0.95 * (len(ranked) - 1))]
    wanted = "" if goal is None else f"   goal {goal:g}: {'met' if statistics.median(found) <= goal else 'MISSED'}"
    print(f"{name:58} p50 {statistics.median(found):7.2f}   p95 {p95:7.2f} ms   n={len(found)}{wanted}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--questions", type=int, default=200)
    times = options.parse_args().questions
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    with tempfile.TemporaryDirectory() as folder:
        base = NewsBot.open(seeds, index=Path(folder) / "seeds.db")
        passages = base.retrieve(QUESTION.text, limit=8)
        bot = bot_with(Endless(), passages, base)
        answer = bot.ask(QUESTION.text)
        print(f"{len(passages)} passages, {len(answer.statements)} statements kept, {len(answer.removed)} removed")
        row("whole path around the model, CPU", cpu(lambda: bot.ask(QUESTION.text), times), 15)
        address, sent = serve(0.0)
        model = OpenAIChatModel(Settings(base_url=address, model="m"))
        real = bot_with(model, passages, base)
        row("the same with the SDK, threads and the server, CPU", cpu(lambda: real.ask(QUESTION.text), times // 2))
        address, sent = serve(0.05)
        slow = bot_with(OpenAIChatModel(Settings(base_url=address, model="m")), passages, base)
        slow.ask(QUESTION.text)
        row(
            "first token to first provisional text, wall",
            [first_provisional(slow, sent) for _ in range(times // 4)],
            50,
        )
        base.close()


if __name__ == "__main__":
    main()
