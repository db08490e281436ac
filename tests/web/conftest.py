"""A house of fakes over the two seed articles, through the same protocols as the real rooms; and a server over it."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from bot.engine import NewsBot
from bot.errors import ArticleError
from bot.models import Article, Citation, Claim, Conversation, Filters, Paragraph, Passage, Question, Source, Verdict
from bot.protocols import Abstained, DraftEvent, Provisional, Remarks
from bot.settings import Settings
from bot.web.app import create_app

ROOT = Path(__file__).resolve().parents[2]
HEADS = (
    ("vtv-asean", "000_184130ba93fb8e50.txt", "vi", "VTV", "Việt Nam sẽ tiếp tục đóng góp cho ASEAN"),
    ("vns-asean", "004_d425f2db56987bc6.txt", "en", "VNS", "Tô Lâm visits the ASEAN Secretariat"),
)


def words(text: str) -> set[str]:
    return {w[:5] for w in re.findall(r"\w+", text.lower()) if len(w) > 2}


def article_of(text: str, source: Source) -> Article:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    rows = [Paragraph(source, n, line, "body", source.language) for n, line in enumerate(lines, 1)]
    return Article(source, tuple(rows))


def seed_articles() -> list[Article]:
    return [
        article_of(
            (ROOT / "seeds" / file).read_text(encoding="utf-8"),
            Source(key, language, title, outlet, date(2025, 3, 10), None, file),  # type: ignore[arg-type]
        )
        for key, file, language, outlet, title in HEADS
    ]


@dataclass
class FakeLibrary:
    rows: list[Article]

    def article(self, article_id: str) -> Article | None:
        return next((a for a in self.rows if a.source.id == article_id), None)

    def articles(self) -> Sequence[Article]:
        return sorted(self.rows, key=lambda a: a.source.id)


@dataclass
class FakeRetriever:
    library: FakeLibrary

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        asked = words(question)
        found = [
            Passage(p, float(len(asked & words(p.text))), *self._copies(p))
            for a in self.library.articles()
            for p in a.paragraphs
            if asked & words(p.text) and (not filters.articles or a.source.id in filters.articles)
        ]
        return sorted(found, key=lambda p: (-p.score, p.paragraph.ref))[:limit]

    def _copies(self, paragraph: Paragraph) -> tuple[tuple[str, ...], Paragraph | None, tuple[str, ...]]:
        """Where else a paragraph stands, its twin, and where nearly its words stand; an article that is gone is no link."""
        if paragraph.ref != "vns-asean#2":
            return (), self._twin(paragraph), ()
        return ("vtv-asean#1", "gone#1"), self._twin(paragraph), ("vtv-asean#2",)

    def _twin(self, paragraph: Paragraph) -> Paragraph | None:
        twins = {"vns-asean#2": ("vtv-asean", 3), "vtv-asean#4": ("vns-asean", 2)}
        key, number = twins.get(paragraph.ref, ("", 0))
        other = self.library.article(key)
        return other.paragraphs[number] if other else None


@dataclass
class FakeAnswerer:
    """Cites the best paragraph.

    A question with `slow` is answered word by word, one with `nothing` not at all, one with `wrong` with a false
    sentence more, one that begins with `echo` with its own words, as a model that was talked into it would.
    """

    name: str = "extractive"
    pause: float = 0.0

    def draft(
        self, question: Question, passages: Sequence[Passage], history: Conversation
    ) -> Generator[DraftEvent, None, None]:
        asked = question.text.lower()
        if asked.startswith("echo "):
            yield Provisional(question.text[5:])
            yield Claim(question.text[5:], (Citation(passages[0].paragraph, 0, len(passages[0].paragraph.text)),))
            return
        if "nothing" in asked:
            yield Abstained("fact_missing", 0.1)
            return
        shown = passages[:3] if "slow" in asked or "all" in asked else passages[:1]
        for passage in shown:
            text = passage.paragraph.text
            parts = text.split() if "slow" in asked else []
            for n in range(len(parts)):
                time.sleep(self.pause)
                yield Provisional(" ".join(parts[: n + 1]))
            yield Claim(text, (Citation(passage.paragraph, 0, len(passage.paragraph.text)),))
        if "wrong" in asked:
            yield Claim("There were 999 delegates.", (Citation(passages[0].paragraph, 0, 5),))
        yield Remarks(confidence=0.9)


class FakeVerifier:
    def verify(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        if "999" in claim.text:
            return Verdict("rejected", (), ("number:999",))
        return Verdict("verified", claim.citations)


class FakeDialogue:
    def standalone(self, question: str, history: Conversation) -> Question:
        if not question.strip():
            from bot.errors import QuestionError

            raise QuestionError("A question is not empty.")
        language = "vi" if re.search(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ]", question.lower()) else "en"
        whole = question
        if history.last and len(words(question)) < 3:
            whole = f"{question.rstrip('?')} {history.last.question.text}"
        return Question(question, whole, language)  # type: ignore[arg-type]


class FakeShortener:
    def shorten(self, question: Question, citations: Sequence[Citation]) -> Citation | None:
        match = re.search(r"Kao Kim Hourn", citations[0].quote)
        if not match:
            return None
        start = citations[0].start + match.start()
        return Citation(citations[0].paragraph, start, start + len(match.group()))


@dataclass
class FakeWorkspace:
    articles: list[Article] = field(default_factory=seed_articles)
    own: dict[str, list[Article]] = field(default_factory=dict)
    answerer: FakeAnswerer = field(default_factory=lambda: FakeAnswerer(pause=0.08))
    asked_with: list[Settings] = field(default_factory=list)

    def bot(self, settings: Settings | None = None, session: str | None = None) -> NewsBot:
        settings = settings or Settings()
        self.asked_with.append(settings)
        library = FakeLibrary([*self.articles, *self.own.get(session or "", [])])
        return NewsBot(
            retriever=FakeRetriever(library), library=library, answerers=[self.answerer], verifier=FakeVerifier(),
            dialogue=FakeDialogue(), shortener=FakeShortener(), passages=settings.passages,
            question_chars=settings.question_chars,
        )  # fmt: skip

    def heads(self, session: str) -> Sequence[SimpleNamespace]:
        mine = [(a, True) for a in self.own.get(session, [])]
        return [
            SimpleNamespace(source=a.source, paragraphs=len(a.paragraphs), own=own)
            for a, own in [*mine, *((a, False) for a in self.articles)]
        ]

    def upload(self, session: str, name: str, data: bytes) -> SimpleNamespace:
        text = data.decode(errors="replace")
        if not text.strip():
            raise ArticleError(f"{name} is empty.")
        number = len(self.own.get(session, [])) + 1
        article = article_of(
            text, Source(f"mine:{number} {name}", "en", text.split("\n")[0][:200], None, None, None, name)
        )
        self.own.setdefault(session, []).append(article)
        return SimpleNamespace(file=name, status="read", reason=None, articles=[article])

    def remove(self, session: str, article_id: str) -> bool:
        mine = self.own.get(session, [])
        kept = [a for a in mine if a.source.id != article_id]
        self.own[session] = kept
        return len(kept) < len(mine)

    def forget(self, session: str) -> None:
        self.own.pop(session, None)


@pytest.fixture
def workspace() -> FakeWorkspace:
    return FakeWorkspace()


@pytest.fixture
def client(workspace: FakeWorkspace, tmp_path: Path) -> TestClient:
    """The API without its lifespan: gradio is not loaded."""
    return TestClient(
        create_app(workspace, Settings(home=str(tmp_path), file_mb=1)),
        base_url="http://localhost",
        follow_redirects=False,
    )


class Served:
    """A real server in a thread."""

    def __init__(self, workspace: Any, settings: Settings, port: int = 0) -> None:
        self.workspace = workspace
        self.app = create_app(workspace, settings)
        self.server = uvicorn.Server(uvicorn.Config(self.app, port=port, log_level="warning", lifespan="on"))
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def __enter__(self) -> Served:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of gradio and pandas, raised in the server's thread
            self.thread.start()
            while not self.server.started or self.app.state.warmup.chats is None:
                time.sleep(0.05)
                assert self.thread.is_alive()
                assert self.app.state.warmup.state != "failed"
        self.port = self.server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.server.force_exit = True
        self.thread.join(20)


CHROMIUM = os.environ.get("TRICH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--disable-quic", "--disable-dev-shm-usage",
]  # fmt: skip


@pytest.fixture(scope="session")
def naughty() -> list[str]:
    """Strings that attack whoever renders them."""
    return (Path(__file__).parent / "naughty.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, naughty: list[str]) -> Iterator[Served]:
    """One server for all browser tests, with an article that attacks its readers."""
    hostile = Source("evil:<b>\"&'/..%2f", "en", naughty[0], naughty[1], None, None, naughty[2])
    workspace = FakeWorkspace([*seed_articles(), article_of("\n".join(naughty), hostile)])
    with Served(workspace, Settings(home=str(tmp_path_factory.mktemp("web")), file_mb=1)) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all browser tests."""
    if not CHROMIUM:
        pytest.skip("no Chromium here; set TRICH_CHROMIUM to its path")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


class Visit:
    """A browser window on the chat that keeps account of what must not happen."""

    def __init__(self, browser: Any, server: Served, **options: Any) -> None:
        self.server = server
        options = {"viewport": {"width": 1280, "height": 800}, "accept_downloads": True, "locale": "en-GB", **options}
        self.context = browser.new_context(**options)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.foreign: list[str] = []
        self.wrongs: list[str] = []
        self.context.on("request", self._request)
        self.page.on("pageerror", lambda error: self.wrongs.append(str(error)))
        self.page.on("console", lambda m: self.wrongs.extend([m.text] if m.type == "error" else ()))

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.server.url + "/", "data:", "blob:" + self.server.url)):
            self.foreign.append(request.url)

    def open(self, path: str = "/en/") -> Any:
        """The page at `path`, ready to be asked."""
        self.page.goto(self.server.url + path)
        self.page.wait_for_selector("body.ready")
        return self.page

    def ask(self, question: str) -> Any:
        """Asks and waits for the finished answer, which is returned."""
        before = self.page.locator("details.about").count()
        self.page.fill("#ask textarea", question)
        self.page.press("#ask textarea", "Enter")
        self.page.locator("details.about").nth(before).wait_for(state="attached")
        self.page.wait_for_selector("#ask .submit-button")
        return self.page.locator("#chat .bot-row").last

    def until(self, expression: str, seconds: float = 30) -> None:
        """Waits for a JavaScript expression to hold; Playwright's own way needs eval, which our policy forbids."""
        deadline = time.monotonic() + seconds
        while not self.page.evaluate(expression):
            assert time.monotonic() < deadline, expression
            self.page.wait_for_timeout(30)

    def shot(self, name: str) -> None:
        """A screenshot for whoever looks at the test artefacts."""
        folder = ROOT / "test-artifacts"
        folder.mkdir(exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png")

    def close(self) -> None:
        """Ends the visit; nothing may have gone wrong on it."""
        pwned = self.page.evaluate("window.pwned")
        self.context.close()
        assert self.foreign == []
        assert self.wrongs == []
        assert pwned is None


@pytest.fixture
def restarting(served: Served, tmp_path: Path) -> Callable[[int], Served]:
    """Makes further servers over the same articles; `served` comes first, so that gradio is loaded already."""
    return lambda port: Served(FakeWorkspace(), Settings(home=str(tmp_path)), port)


@pytest.fixture
def crowded(served: Served, tmp_path: Path) -> Callable[[int], Served]:
    """Makes servers over so many short articles; `served` comes first, so that gradio is loaded already."""

    def make(count: int) -> Served:
        days = (date(2025, 1 + n % 2, 1 + n % 28) for n in range(count))
        sources = (
            Source(f"s{n:03}", "en", f"Story {n}", f"Outlet {n % 3}", day, None, f"{n}.txt")
            for n, day in enumerate(days)
        )
        return Served(FakeWorkspace([article_of("A short story.", s) for s in sources]), Settings(home=str(tmp_path)))

    return make


@pytest.fixture
def visit_type() -> type[Visit]:
    """For tests that open windows on servers of their own."""
    return Visit


@pytest.fixture
def visit(browser: Any, served: Served, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh window; indirect parameters are options of the browser context."""
    window = Visit(browser, served, **getattr(request, "param", {}))
    yield window
    window.close()
