"""The HTTP API under /api: questions, paragraphs, articles, and what the page's panels need."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool

from bot.errors import ArticleError
from bot.models import Answer, Article, Language
from bot.phrases import told
from bot.present.export import MEDIA, Transcript
from bot.web.accept import asked_in
from bot.web.articles import Search, article_json, beside, heads_json
from bot.web.context import Context
from bot.web.faults import Fault
from bot.web.feedback import Opinion
from bot.web.restore import answers_from
from bot.web.schemas import AskBody, ChoicesBody, ExportBody, FeedbackBody, RetrieveBody
from bot.web.sessions import Choices

SUFFIXES = (".txt", ".html", ".htm", ".pdf", ".docx")


def context(request: Request) -> Context:
    """The server's context."""
    found: Context = request.app.state.context
    return found


Here = Annotated[Context, Depends(context)]
router = APIRouter(prefix="/api")


@router.post("/ask", tags=["questions"])
async def ask(body: AskBody, request: Request, here: Here) -> dict[str, Any]:
    """The checked answer to one question, as schema 1 describes it; an abstention is an answer too."""
    bot = here.bot(here.session(request))

    def work() -> Answer:
        """The answer; runs in a thread of the pool."""
        history = answers_from(body.history, bot.library)
        return bot.ask(body.question, history=history, filters=body.filters.to_filters())

    return (await here.turnstile.run(work)).to_dict()


@router.post("/retrieve", tags=["questions"])
async def retrieve(body: RetrieveBody, request: Request, here: Here) -> dict[str, Any]:
    """The ranked paragraphs for a question, best first."""
    bot = here.bot(here.session(request))
    found = await here.turnstile.run(
        lambda: bot.retrieve(body.question, limit=body.limit, filters=body.filters.to_filters())
    )
    passages = [
        {"ref": p.paragraph.ref, "article": p.paragraph.source.id, "paragraph": p.paragraph.number,
         "file": p.paragraph.source.file, "language": p.paragraph.language, "text": p.paragraph.text,
         "score": p.score}
        for p in found
    ]  # fmt: skip
    return {"schema": 1, "id": body.id, "question": body.question, "passages": passages}


@router.get("/articles", tags=["articles"])
def articles(request: Request, here: Here, search: Annotated[Search, Query()]) -> dict[str, Any]:
    """The articles that the caller sees, filtered; `outlets` lists all names to filter by."""
    session = here.session(request)
    return heads_json(here.workspace.heads(session.key), here.bot(session), search)


@router.post("/articles", tags=["articles"], status_code=201)
async def upload(file: UploadFile, request: Request, here: Here) -> dict[str, Any]:
    """Reads one file (.txt, .html, .pdf, .docx) for the caller's session alone."""
    name = (file.filename or "file").replace("\\", "/").rsplit("/", 1)[-1]
    if not name.lower().endswith(SUFFIXES):
        raise Fault(415, f"{name[:120]}: only .txt, .html, .pdf and .docx files can be read.")
    limit = here.settings.file_mb * 1_000_000
    data = await file.read(limit + 1)
    if len(data) > limit:
        raise Fault(413, f"{name[:120]} is larger than {here.settings.file_mb} MB.")
    session = here.session(request)
    reading = await run_in_threadpool(here.workspace.upload, session.key, name, data)
    if not reading.articles and reading.status != "skipped":
        raise ArticleError(reading.reason or f"{name[:120]} holds no article.")
    return {
        "file": reading.file, "status": reading.status, "reason": told(reading.reason or "", asked_in(request.scope)),
        "articles": [{"id": a.source.id, "title": a.source.title, "paragraphs": len(a.paragraphs)}
                     for a in reading.articles],
    }  # fmt: skip


@router.get("/articles/{article_id:path}/twin/{number}", tags=["articles"])
def twin(article_id: str, number: int, request: Request, here: Here) -> dict[str, Any]:
    """The paragraph that tells the same in the other language, or null; and where else its words, or nearly, stand."""
    bot = here.bot(here.session(request))
    return beside(bot, _found(bot.library.article(article_id)), number, here.settings)


@router.get("/articles/{article_id:path}", tags=["articles"])
def article(article_id: str, request: Request, here: Here) -> dict[str, Any]:
    """One article whole, its paragraphs numbered as citations number them."""
    return article_json(_found(here.bot(here.session(request)).library.article(article_id)))


@router.delete("/articles/{article_id:path}", tags=["articles"])
def remove(article_id: str, request: Request, here: Here) -> dict[str, Any]:
    """Removes an article that the caller's session uploaded."""
    if not here.workspace.remove(here.session(request).key, article_id):
        raise Fault(404, "You have uploaded no such article; articles of the collection cannot be removed here.")
    return {"removed": article_id}


@router.get("/answers/{key}", tags=["page"])
def answer(key: str, request: Request, here: Here) -> dict[str, Any]:
    """A recent answer of the caller's session."""
    return _known(here.session(request).answer(key)).to_dict()


@router.post("/feedback", tags=["page"], status_code=201)
def feedback(body: FeedbackBody, request: Request, here: Here) -> dict[str, Any]:
    """Stores a reader's word on an answer, or on one of its sources."""
    known = _known(here.session(request).answer(body.answer))
    if body.citation is not None and body.citation > len(known.citations):
        raise Fault(400, f"The answer has {len(known.citations)} citations.")
    here.feedback.add(Opinion(body.kind, body.citation, body.comment.strip()), known)
    return {"stored": True}


@router.get("/examples", tags=["page"])
async def examples(language: Language, here: Here) -> dict[str, Any]:
    """Questions that the collection answers."""
    return {"questions": await run_in_threadpool(here.example_questions, language)}


@router.get("/settings", tags=["page"])
def settings(request: Request, here: Here) -> dict[str, Any]:
    """The settings of the caller's session; of a key only whether there is one."""
    return dict(here.shown_choices(here.session(request)))


@router.put("/settings", tags=["page"])
def choose(body: ChoicesBody, request: Request, here: Here) -> dict[str, Any]:
    """Replaces the settings of the caller's session; they live in memory until it ends."""
    session = here.session(request)
    here.choose(session, Choices(**body.model_dump()))
    return dict(here.shown_choices(session))


@router.post("/export", tags=["page"])
def export(body: ExportBody, request: Request, here: Here) -> Response:
    """A conversation as a Markdown, DOCX or JSON file, with quotes, credits and hashes."""
    answers = answers_from(body.turns, here.bot(here.session(request)).library)
    name = body.name.strip() or answers[0].question.text[:80]
    content = Transcript(name, tuple(answers), body.language, datetime.now(UTC)).to_bytes(body.form)
    ascii_name = "".join(c if c.isascii() and c.isalnum() else "-" for c in name)[:60].strip("-") or "trich"
    disposition = (
        f"attachment; filename=\"{ascii_name}.{body.form}\"; filename*=UTF-8''{quote(name[:80], safe='')}.{body.form}"
    )
    return Response(content, media_type=MEDIA[body.form], headers={"Content-Disposition": disposition})


def _found(article: Article | None) -> Article:
    if article is None:
        raise Fault(404, "The collection has no such article; it may have been removed.")
    return article


def _known(answer: Answer | None) -> Answer:
    if answer is None:
        raise Fault(404, "This answer is no longer remembered; ask again.")
    return answer
