"""What programs send; every field is described in the API page."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.models import Filters, Language


class Body(BaseModel):
    """A JSON body; unknown fields are refused, so that a typing error is not silently ignored."""

    model_config = ConfigDict(extra="forbid")


class FilterBody(Body):
    """Which paragraphs may be used; an empty field lets everything pass."""

    articles: list[str] = []
    outlets: list[str] = []
    languages: list[Language] = []
    since: date | None = None
    until: date | None = None

    def to_filters(self) -> Filters:
        """The value that the engine takes."""
        return Filters(tuple(self.articles), tuple(self.outlets), tuple(self.languages), self.since, self.until)


class AskBody(Body):
    """A question; `history` holds earlier answers as this endpoint returned them, oldest first."""

    question: str
    history: list[dict[str, Any]] = []
    filters: FilterBody = FilterBody()


class RetrieveBody(Body):
    """A question to rank paragraphs for; `id` is copied to the reply."""

    question: str
    limit: Annotated[int, Field(ge=1, le=100)] = 10
    id: str | None = None
    filters: FilterBody = FilterBody()


class FeedbackBody(Body):
    """A reader's word on an answer (its key), or with `citation` on one of its sources."""

    answer: str
    kind: Literal["good", "wrong_answer", "wrong_source"]
    citation: Annotated[int, Field(ge=1, le=1000)] | None = None
    comment: Annotated[str, Field(max_length=2000)] = ""


class ChoicesBody(Body):
    """A session's settings; null leaves the server's value, an `api_key` is kept in memory only."""

    base_url: Annotated[str, Field(max_length=500)] | None = None
    model: Annotated[str, Field(max_length=200)] | None = None
    api_key: Annotated[str, Field(max_length=500)] | None = None
    passages: Annotated[int, Field(ge=1, le=50)] | None = None
    strict: bool | None = None


class ExportBody(Body):
    """A conversation as the page keeps it, to be turned into a file."""

    form: Literal["md", "docx", "json"]
    name: Annotated[str, Field(max_length=300)] = ""
    language: Language = "vi"
    turns: Annotated[list[dict[str, Any]], Field(min_length=1, max_length=100)]


class ChatMessage(BaseModel):
    """One message of a chat-completions request; text parts of a list are joined."""

    role: str
    content: str | list[dict[str, Any]] | None = None

    @property
    def text(self) -> str:
        """The message's text."""
        if isinstance(self.content, list):
            return "\n".join(str(part.get("text", "")) for part in self.content if part.get("type") == "text")
        return self.content or ""


class CompletionBody(BaseModel):
    """A chat-completions request; sampling parameters of other servers are accepted and have no effect."""

    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=1000)]
    model: str = "trich"
    stream: bool = False
    stream_options: dict[str, Any] | None = None
