"""What a browser would make of a chat message: the same Markdown engine as Python tools use, and the HTML's live parts."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

from bot.models import Answer
from bot.present import chat

HARMLESS = frozenset({"p", "br", "span", "a", "details", "summary", "ul", "li", "s"})


def rendered(answer: Answer) -> str:
    """The message of an answer as HTML, as a Markdown reader that lets raw HTML and links through makes it."""
    engine = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    return str(engine.render(chat.answer(answer, "k")))


class Live(HTMLParser):
    """Gathers the elements, attributes and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for key, value in attrs:
            self.attributes.add(key)
            if key in ("href", "src", "srcset", "poster", "action", "data", "xlink:href"):
                self.targets.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def live_targets(page: str) -> list[str]:
    """Every address that the page would request or lead to."""
    return Live(page).targets
