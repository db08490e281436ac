"""The pages: gradio's own, put into our shell, and the small ones (starting, login, API)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from bot.models import Language
from bot.web.words import words

ASSETS = Path(__file__).parent / "assets"
_META = re.compile(r'<meta\s[^>]*?(?:property|name)="(?:og|twitter):[^>]*>\s*', re.DOTALL)
_RESIZER = re.compile(r"<script>\s*\(\(\) => \{\s*const root =.*?</script>", re.DOTALL)
_APP = re.compile(r"<gradio-app.*?</gradio-app>", re.DOTALL)


@cache
def version() -> str:
    """A fingerprint of all assets: their address changes with it, so browsers may keep them for ever."""
    digest = sha256()
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _template(name: str) -> Template:
    return Template((ASSETS / name).read_text(encoding="utf-8"))


def head(nonce: str) -> str:
    """What every page loads: our style, and the script that sets light or dark before anything is painted."""
    base = f"/assets/{version()}"
    return (
        f'<link rel="stylesheet" href="{base}/app.css"><link rel="icon" href="{base}/icon.svg" type="image/svg+xml">'
        f'<script nonce="{nonce}" src="{base}/early.js"></script>'
    )


def small(language: Language, nonce: str, body: str, title: str) -> str:
    """A page without gradio; `body` is trusted HTML."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>{head(nonce)}</head><body class=small-page>{body}</body></html>"
    )


def starting(language: Language, nonce: str) -> str:
    """Shown while gradio is being loaded; it reloads itself when the chat is there."""
    say = words(language)
    body = (
        f'<main class="starting"><h1>Trích</h1><p role="status">{escape(say["starting"])}</p></main>'
        f'<script nonce="{nonce}" src="/assets/{version()}/starting.js"></script>'
    )
    return small(language, nonce, body, "Trích")


def failed(language: Language, nonce: str) -> str:
    """Shown in the chat's place when gradio could not be loaded."""
    say = words(language)
    body = (
        f'<main class="starting"><h1>Trích</h1><p class="failed" role="alert">{escape(say["not_loaded"])}</p>'
        f'<p><a href="/api">{escape(say["api"])}</a></p></main>'
    )
    return small(language, nonce, body, "Trích")


def login(language: Language, nonce: str, target: str, *, wrong: bool) -> str:
    """The login form."""
    say = words(language)
    error = f'<p class="failed" role="alert">{escape(say["login_wrong"])}</p>' if wrong else ""
    body = (
        f'<main class="login"><h1>Trích</h1>{error}<form method="post" action="/login">'
        f'<label for="password">{escape(say["password"])}</label>'
        '<input id="password" name="password" type="password" autocomplete="current-password" required autofocus>'
        f'<input type="hidden" name="next" value="{escape(target)}">'
        f'<button class="primary">{escape(say["login"])}</button></form></main>'
        f'<script nonce="{nonce}" src="/assets/{version()}/login.js"></script>'
    )
    return small(language, nonce, body, f"Trích · {say['login']}")


def dressed(html: str, language: Language, nonce: str, limits: Mapping[str, Any], links: str = "") -> str:
    """Gradio's page in our shell: its language, our head and `links`, nonces, and no tags that name other hosts."""
    page = _RESIZER.sub("", _META.sub("", html), count=1)
    page = page.replace('<html\n\tlang="en"', f'<html\n\tlang="{language}"', 1)
    page = re.sub(r'<link rel="manifest"[^>]*>', "", page)
    page = re.sub(r"<script(?=[\s>])", f'<script nonce="{nonce}"', page)
    page = page.replace("</head>", f"{head(nonce)}{links}{_early(language, nonce)}</head>", 1)
    match = _APP.search(page)
    if match is None:
        return page
    return page[: match.start()] + shell(language, nonce, match.group(), limits) + page[match.end() :]


def _early(language: Language, nonce: str) -> str:
    base = f"/assets/{version()}"
    # gradio takes its own strings from the browser's locale; one locale keeps the page in one language.
    fixed = "Object.defineProperty(navigator,'language',{get:()=>'en'})"
    return (
        f'<script nonce="{nonce}">{fixed}</script><script nonce="{nonce}" type="module" src="{base}/app.js"></script>'
    )


def shell(language: Language, nonce: str, app: str, limits: Mapping[str, Any]) -> str:
    """Header, panels and dialogs around the chat."""
    say = words(language)
    other: Language = "en" if language == "vi" else "vi"
    script = {key[3:]: text for key, text in say.items() if key.startswith("js_")}
    data = json.dumps({"language": language, "limits": limits, "words": script}, ensure_ascii=False)
    fields = {key: escape(text.format_map(limits) if "{mb}" in text else text) for key, text in say.items()}
    safe = data.replace("<", "\\u003c")
    return _template("shell.html").substitute(
        fields, gradio=app, other=other, here=language,
        data=f'<script nonce="{nonce}" type="application/json" id="trich-data">{safe}</script>',
    )  # fmt: skip
