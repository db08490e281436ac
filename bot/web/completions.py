"""/v1/chat/completions and /v1/models: any OpenAI client can ask, and finds the citations in the payload.

`choices[0].message.content` carries the marks [1], `citations` what they stand for, `trich` the whole answer of
schema 1; in a stream both come with the last chunk. Errors have this server's one shape, which OpenAI's clients read too.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Sequence
from time import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from bot.engine import NewsBot
from bot.errors import TrichError
from bot.models import Answer, Language, Statement, marked
from bot.phrases import told
from bot.web.accept import asked_in
from bot.web.api import Here
from bot.web.faults import Fault, as_fault
from bot.web.faults import body as fault_body
from bot.web.schemas import ChatMessage, CompletionBody

MODEL = "trich"
_REPLAYED = 3

router = APIRouter(prefix="/v1", tags=["OpenAI-compatible"])


@router.get("/models")
def models() -> dict[str, Any]:
    """The one model that this server offers."""
    return {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}]}


@router.post("/chat/completions", response_model=None)
async def completions(body: CompletionBody, request: Request, here: Here) -> Response | dict[str, Any]:
    """Answers the last user message; earlier user messages make a follow-up understandable."""
    question, earlier = _asked(body.messages)
    bot, quiet = here.bot(here.session(request)), here.quiet_bot
    head = {"id": f"chatcmpl-{secrets.token_hex(12)}", "created": int(time()), "model": MODEL}

    def history() -> list[Answer]:
        """The earlier questions, answered once more: what a client says was answered is not believed."""
        return [quiet.ask(text) for text in earlier[-_REPLAYED:]]

    if not body.stream:
        return _completion(head, await here.turnstile.run(lambda: bot.ask(question, history=history())))
    pieces = _pieces(bot, question, history)
    first = await here.turnstile.run(lambda: next(pieces, None))
    with_usage = bool((body.stream_options or {}).get("include_usage"))
    language = asked_in(request.scope)
    return StreamingResponse(
        _events(head, first, pieces, language, with_usage=with_usage), media_type="text/event-stream"
    )


def _asked(messages: Sequence[ChatMessage]) -> tuple[str, list[str]]:
    said = [m.text for m in messages if m.role == "user"]
    if not said or messages[-1].role != "user":
        raise Fault(400, "The last message must be the user's question.")
    return said[-1], [text for text in said[:-1] if text.strip()]


def _usage(answer: Answer) -> dict[str, int]:
    prompt, completion = (answer.usage.prompt_tokens, answer.usage.completion_tokens) if answer.usage else (0, 0)
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}


def _completion(head: dict[str, Any], answer: Answer) -> dict[str, Any]:
    payload = answer.to_dict()
    message = {"role": "assistant", "content": answer.text, "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return {
        **head, "object": "chat.completion", "choices": [choice], "usage": _usage(answer),
        "citations": payload["citations"], "trich": payload,
    }  # fmt: skip


def _pieces(bot: NewsBot, question: str, history: Any) -> Iterator[str | Answer]:
    """Checked sentences with their final marks as they come, then the Answer."""
    numbers: dict[Any, int] = {}
    for event in bot.stream(question, history=history()):
        if isinstance(event, Statement):
            glue = " " if numbers else ""
            marks = [numbers.setdefault(c, len(numbers) + 1) for c in event.citations]
            yield glue + marked(event.text, marks)
        else:
            if not event.statements:
                yield event.message
            yield event


def _events(
    head: dict[str, Any],
    first: str | Answer | None,
    rest: Iterator[str | Answer],
    language: Language,
    *,
    with_usage: bool,
) -> Iterator[str]:
    yield _chunk(head, {"role": "assistant", "content": ""})
    try:
        piece = first
        while piece is not None:
            if isinstance(piece, Answer):
                payload = piece.to_dict()
                yield _chunk(head, {}, "stop", citations=payload["citations"], trich=payload)
                if with_usage:
                    yield _data({**head, "object": "chat.completion.chunk", "choices": [], "usage": _usage(piece)})
            else:
                yield _chunk(head, {"content": piece})
            piece = next(rest, None)
    except TrichError as error:
        fault = as_fault(error)
        yield _data(fault_body(fault.code, told(fault.message, language)))
    yield "data: [DONE]\n\n"


def _chunk(head: dict[str, Any], delta: dict[str, Any], finish: str | None = None, **more: Any) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
    return _data({**head, "object": "chat.completion.chunk", "choices": [choice], **more})


def _data(value: dict[str, Any]) -> str:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"
