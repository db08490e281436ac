"""The chat itself, in gradio: a Chatbot, a Textbox, and a hidden line on which the page's script asks for the rest.

The script's commands (`retry`, `edit`, `undo`, `clear`, `open`) are one JSON object; see dialogue.signal.
Importing this module imports gradio: it is imported late, after loading.gradio().
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from bot.engine import NewsBot
from bot.errors import TrichError
from bot.models import Language
from bot.phrases import told
from bot.web.context import Context
from bot.web.dialogue import Dialogue, signal
from bot.web.sessions import Session
from bot.web.words import BUILT_IN, words

_STATUS_EVERY = 10
_SLEEP = 0.05
_PROGRESS_EVERY = 60
_NEVER = 10**12


def blocks(context: Context, language: Language) -> Any:
    """The gradio Blocks of one language."""
    settings, say = context.settings, words(language)
    with gr.Blocks(
        title=f"Trích · {say['tagline']}", analytics_enabled=False, fill_height=True, fill_width=True,
        delete_cache=(3600, 3600),
    ) as page:  # fmt: skip
        dialogue = gr.State(Dialogue())
        chat = gr.Chatbot(
            elem_id="chat", label=say["conversation"], show_label=False, container=False, latex_delimiters=[],
            allow_tags=False, buttons=[], layout="panel", group_consecutive_messages=False, feedback_options=None,
            height="100%",
        )  # fmt: skip
        box = gr.Textbox(
            elem_id="ask", label=say["ask_label"], placeholder=say["ask_placeholder"], show_label=False,
            container=False, lines=1, max_lines=8, max_length=settings.question_chars, submit_btn=True,
        )  # fmt: skip
        wire = gr.Textbox(elem_id="wire", label="wire", visible="hidden", container=False)
        go = gr.Button("go", elem_id="wire-go", visible="hidden")
        _wire(context, language, dialogue, chat, box, wire, go)
    page.max_threads = settings.concurrent
    page.queue(default_concurrency_limit=settings.concurrent, max_size=settings.queue, status_update_rate=_STATUS_EVERY)
    _calm(page._queue)
    return page


def _calm(queue: Any) -> None:
    """Takes from gradio's queue the work that nobody here reads; there are no arguments for these.

    It looks for events once a millisecond and for progress bars, of which there are none, every 10 ms: 10 % of a core of
    an idle server. After each event it computes statistics of the last 10,000 with pandas, for a page that is off.
    """
    queue.sleep_when_free = _SLEEP
    queue.progress_update_sleep_when_free = _PROGRESS_EVERY
    queue.ANALYTICS_MAX_EVENTS = 1
    queue.ANAYLTICS_CACHE_FREQUENCY = _NEVER


def _wire(context: Context, language: Language, dialogue: Any, chat: Any, box: Any, wire: Any, go: Any) -> None:
    """Connects the events to their handlers."""
    handlers = _Handlers(context, language)
    outputs: dict[str, Any] = {"outputs": [chat, box], "api_visibility": "private", "show_progress": "hidden"}
    many = {
        **outputs,
        "concurrency_id": "answers",
        "concurrency_limit": context.settings.concurrent,
        "trigger_mode": "multiple",
    }
    box.submit(handlers.ask, [box, dialogue], **many)
    go.click(handlers.act, [wire, dialogue], **many)
    # Not by gradio's `cancels`: it may cut off the last update and leave an older one standing. The answer ends itself.
    box.stop(handlers.stop, [dialogue], queue=False, **outputs)


class _Handlers:
    """What happens on an event; each returns the messages and what becomes of the question box."""

    def __init__(self, context: Context, language: Language) -> None:
        self._context, self._language = context, language

    def ask(self, text: str, dialogue: Dialogue, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        """The question box was submitted."""
        if not text.strip() or dialogue.busy_with(text.strip()):
            yield gr.skip(), gr.skip()
            return
        bot, session = self._who(request)
        dialogue.stop(session, self._by(session), self._language)  # what was checked of a running answer stays
        yield from _once(self._answering(text.strip(), dialogue, bot, session, cleared=""))

    def act(self, command: str, dialogue: Dialogue, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        """The page's script asked for something."""
        bot, session = self._who(request)
        try:
            order = signal(command)
            if order["do"] == "open":
                dialogue.open(order.get("turns"), bot, session)
        except TrichError as error:
            raise gr.Error(told(str(error), self._language)) from error
        turn = order.get("turn", 0)
        question = dialogue.cut(turn if isinstance(turn, int) else 0) if order["do"] != "open" else ""
        if order["do"] in ("retry", "edit"):
            yield from self._answering(str(order.get("text") or question), dialogue, bot, session, cleared=gr.skip())
        else:
            returned = question if order["do"] == "undo" else gr.skip()
            yield from _once(iter([(dialogue.lines, self._box(dialogue, returned))]))

    def stop(self, dialogue: Dialogue, request: gr.Request) -> tuple[Any, Any]:
        """The answer was stopped: what was checked stays, else the question returns to the box."""
        _, session = self._who(request)
        returned = dialogue.stop(session, self._by(session), self._language)
        return dialogue.lines, self._box(dialogue, returned or gr.skip())

    def _by(self, session: Session) -> str:
        """Who answers for a session: a model's name, or `extractive`."""
        return session.choices.applied(self._context.settings).model_name or "extractive"

    def _who(self, request: gr.Request) -> tuple[NewsBot, Session]:
        session = self._context.sessions.get(request.request.state.session)
        return self._context.bot(session), session

    def _answering(
        self, question: str, dialogue: Dialogue, bot: NewsBot, session: Session, *, cleared: Any
    ) -> Iterator[tuple[Any, Any]]:
        slow, value = self._by(session) != "extractive", cleared
        for lines in dialogue.ask(question, bot, session, self._language, slow=slow):
            yield lines, self._box(dialogue, value)
            value = gr.skip()

    def _box(self, dialogue: Dialogue, value: Any) -> Any:
        """The question box with this value; its button changes only when it has to, which costs gradio 2 ms."""
        running = dialogue.growing and not dialogue.waiting
        if running == dialogue.stoppable:
            return value
        dialogue.stoppable = running
        changes = {"submit_btn": not running, "stop_btn": running}
        return gr.update(**changes, **({"value": value} if isinstance(value, str) else {}))


def _once(updates: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """These updates and, where the box's value was in the last one, an empty one.

    Gradio sends the last update of a handler once more when the handler is done: what somebody had begun to type by then
    would be gone.
    """
    box: Any = None
    for lines, box in updates:
        yield lines, box
    if isinstance(box, str) or (isinstance(box, dict) and "value" in box):
        yield gr.skip(), gr.skip()


def mount(context: Context, language: Language, parent: Any) -> None:
    """Mounts the chat of one language under /vi or /en of a FastAPI app."""
    page = blocks(context, language)
    gr.mount_gradio_app(
        parent, page, path=f"/{language}", root_path=f"/{language}", footer_links=[], run_history=False,
        show_error=False, enable_monitoring=False, ssr_mode=False, max_file_size="1kb", mcp_server=False,
        theme=_theme(), i18n=gr.I18n(en=BUILT_IN[language]) if BUILT_IN[language] else None,
    )  # fmt: skip


def _theme() -> Any:
    """Gradio's base theme in the fonts that every system has; the colours stand in app.css."""
    sans = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
    return gr.themes.Base(font=sans, font_mono=["ui-monospace", "monospace"])
