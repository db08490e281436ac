"""B: what a model writes is shown letter by letter; nothing in it runs, loads or leads elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.models import Answer, Citation, Paragraph, Question, Removed, Source, Statement
from bot.present import chat
from bot.present.export import Transcript
from bot.present.terminal import answer_lines
from tests.adversarial.product import sound
from tests.adversarial.rendering import HARMLESS, Live, rendered
from tests.llm.server import said

SUMMARY = "Đoàn tới thăm Ban Thư ký ASEAN ở đâu?"
TRUE = "Đoàn tới thăm Ban Thư ký ASEAN, tại thủ đô Jakarta, Indonesia [1][2][3][4][5][6][7][8]."
HOSTILE = {
    "img": "<img src='http://127.0.0.1:9/a?d=S' onerror=\"fetch('http://127.0.0.1:9/b')\">",
    "svg": "<svg onload=alert(1)><image href='http://127.0.0.1:9/s'/></svg>",
    "iframe": "<iframe src='http://127.0.0.1:9/f'></iframe>",
    "video": "<video poster='http://127.0.0.1:9/p'></video>",
    "style": "<p style=\"background:url('http://127.0.0.1:9/c')\">x</p>",
    "form": "<form action='http://127.0.0.1:9/'><button>Send</button></form>",
    "script link": "[click](javascript:window.__x=1) [d](data:text/html,<script>1</script>) [v](vbscript:x)",
    "html link": "<a href='http://127.0.0.1:9/'>ok</a>",
    "auto link": "<http://127.0.0.1:9/> and https://evil.example/x",
    "image": "![v](http://127.0.0.1:9/p.png)",
    "reference": "![v][z]\n\n[z]: http://127.0.0.1:9/z.png",
    "forged chip": '[1]: http://127.0.0.1:9/ "x"\n\n[1][1]',
    "mermaid": "```mermaid\ngraph TD; A[\"<img src='http://127.0.0.1:9/m'>\"]\n```",
    "latex": "$$\\href{javascript:alert(1)}{x}$$ \\(\\url{http://127.0.0.1:9/}\\)",
    "entities": "&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;",
    "bidi": "\u202egnp.exe\u202c \u2066x\u2069",
}
HOSTILES = pytest.mark.parametrize("hostile", HOSTILE.values(), ids=list(HOSTILE))


def harmless(page: str) -> None:
    live = Live(page)
    assert live.tags <= HARMLESS, live.tags
    assert all(target.startswith("#s:") for target in live.targets), live.targets
    assert live.attributes <= {"class", "title", "href", "lang"}
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in page)


@HOSTILES
def test_hostile_model_output_is_shown_literally(ask_model: Callable[..., Any], hostile: str) -> None:
    answer, _ = ask_model(SUMMARY, said(f"{TRUE} ", hostile, " Đoàn tới thăm [1]."))
    sound(answer)
    harmless(rendered(answer))


def hostile_answer(hostile: str) -> Answer:
    """An answer in which every text is hostile, as if every check before had failed."""
    flat = " ".join(hostile.split())
    source = Source("vns-asean", "en", title=flat, outlet=flat, url="javascript:alert(1)", file=flat)
    paragraph = Paragraph(source, 1, f"{flat} stands here.", "body", "en")
    cited = Citation(paragraph, 0, len(paragraph.text))
    return Answer(
        Question(flat, f"{flat} again", "en"), "answered", flat, (Statement(flat, (cited,), "unconfirmed"),),
        short_answer=flat, removed=(Removed(flat, (flat,)),), notices=(flat,), timings_ms={"total": 1.0},
    )  # fmt: skip


@HOSTILES
def test_hostile_text_everywhere_in_an_answer_is_shown_literally(hostile: str) -> None:
    page = rendered(hostile_answer(hostile))
    harmless(page)
    shown = "".join(c for c in " ".join(Live(page).text.split()) if c != "\ufffd")
    wanted = "".join(
        c for c in " ".join(hostile.split()) if not ("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069")
    )
    assert wanted.rstrip(".") in shown
    harmless_question = Live(f"<p>{chat.question(hostile)}</p>")
    assert harmless_question.tags <= {"p", "br"}


@HOSTILES
def test_an_exported_conversation_is_harmless(hostile: str) -> None:
    from markdown_it import MarkdownIt

    transcript = Transcript(hostile, (hostile_answer(hostile),), "en", datetime(2025, 3, 10, tzinfo=UTC))
    page = str(MarkdownIt("commonmark", {"html": True}).render(transcript.to_bytes("md").decode()))
    live = Live(page)
    assert not live.tags & {"img", "script", "svg", "iframe", "video", "form", "style", "image", "button"}
    assert not [
        t
        for t in live.targets
        if t.startswith(("javascript:", "data:", "vbscript:", "http://127.0.0.1", "https://evil"))
    ]
    assert transcript.to_bytes("docx").startswith(b"PK")


@pytest.mark.parametrize("escape", ["\x1b[2J\x1b[31mred", "\x1b]0;title\x07", "\u202eabc", "\x9b31m", "a\rb"])
def test_a_terminal_is_not_driven_by_a_text(escape: str) -> None:
    printed = "\n".join(answer_lines(hostile_answer(f"before {escape} after")))
    assert not [c for c in printed if c != "\n" and not c.isprintable()]
