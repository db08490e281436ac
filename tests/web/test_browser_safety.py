"""Hostile text, in every place that shows text, in a real Chromium; no request may leave the server."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser
OURS = {"SPAN", "P", "BR", "A", "DETAILS", "SUMMARY", "UL", "LI", "S", "BUTTON", "SVG", "USE", "DIV"}
OVERRIDES = str.maketrans(dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "\ufffd"))


def plain(text: str) -> str:
    """What `inert` promises to show of a text."""
    return " ".join(text.translate(OVERRIDES).split())


def shown(locator: Any) -> str:
    """The text on the page, spaces as HTML shows them."""
    return " ".join(str(locator.evaluate("e => e.textContent")).split())


def foreign_tags(page: Any, selector: str) -> set[str]:
    """Element names below `selector` that are not ours."""
    names = page.eval_on_selector_all(f"{selector} *", "all => [...new Set(all.map(e => e.tagName.toUpperCase()))]")
    return set(names) - OURS


def test_hostile_questions_and_model_output_are_shown_literally(visit: Any, naughty: list[str]) -> None:
    page = visit.open()
    for number, text in enumerate(naughty):
        if number and number % 20 == 0:
            page.evaluate("document.querySelector('#new').click()")
            page.wait_for_selector("body.empty", state="attached")
        question = f"echo {text} Lâm"
        answer = visit.ask(question)
        assert shown(page.locator("#chat .user-row .prose").last) == plain(question)
        said = answer.locator(".prose > p").last.evaluate(
            "e => { const c = e.cloneNode(true); c.querySelectorAll('a').forEach(a => a.remove()); return c.textContent }"
        )
        assert plain(f"{text} Lâm") in " ".join(said.split()), text
    assert foreign_tags(page, "#chat .message-content") == set()
    links = page.eval_on_selector_all("#chat .message-content a", "all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith("#s:") for link in links)


def test_a_hostile_article_is_shown_literally(visit: Any, naughty: list[str]) -> None:
    page = visit.open()
    page.click("[data-view=articles]")
    link = page.locator("#article-list a", has_text="<script>")
    assert shown(link) == naughty[0]
    assert naughty[2] in shown(page.locator("#article-list li", has_text="<script>").locator(".credit"))
    link.click()
    page.wait_for_selector("#source .paragraph")
    assert shown(page.locator("#source h2")) == naughty[0]
    paragraphs = page.eval_on_selector_all("#source .paragraph p", "all => all.map(e => e.textContent)")
    assert paragraphs == [text.strip() for text in naughty]
    assert foreign_tags(page, "#source-text") == {"H2", "HEADER"}
    visit.shot("hostile-article")
    page.click("[data-view=chat]")
    answer = visit.ask("overlay evil.example mglyph noscript")
    answer.locator('a[href^="#s:evil"]').first.click()
    page.wait_for_selector("#source mark")
    assert foreign_tags(page, "#chat .message-content") == set()


def test_a_hostile_file_name_is_shown_literally(visit: Any) -> None:
    page = visit.open()
    page.click("[data-view=articles]")
    name = "<img src=x onerror=window.pwned=1>${window.pwned=1}.txt"
    page.set_input_files("#files", {"name": name, "mimeType": "text/plain", "buffer": b"Capybaras bathe in Nagano."})
    page.wait_for_selector("#article-list .badge")
    assert page.inner_text("#upload-list .file") == name
    assert page.locator("#article-list li img").count() == 0


def test_a_hostile_conversation_in_the_storage_is_shown_literally(visit: Any, naughty: list[str]) -> None:
    """As if an older version, or someone at this computer, had written it."""
    page = visit.open()
    visit.ask("Who welcomed the delegation?")
    visit.until("(localStorage.getItem('trich.conversations') ?? '').includes('delegation')")
    page.evaluate(
        """texts => {
          const [one] = JSON.parse(localStorage.getItem('trich.conversations'));
          const turn = one.turns[0];
          one.name = texts[1];
          one.turns = texts.slice(0, 25).map(text => ({...turn, question: text.trim(), standalone_question: text.trim() + ' x',
            notices: [text], answered_by: text, short_answer: text, removed: [{text, reasons: [text]}],
            statements: [{text, citations: [1], support: 'unconfirmed'}],
            citations: [{...turn.citations[0], article: text.replaceAll('#', ''), title: text, source: text}]}));
          localStorage.setItem('trich.conversations', JSON.stringify([one]));
        }""",
        naughty,
    )
    page.reload()
    visit.until("document.querySelectorAll('#chat .user-row').length === 25")
    page.wait_for_timeout(300)
    assert foreign_tags(page, "#chat .message-content") == set()
    for index in range(25):
        assert shown(page.locator("#chat .user-row .prose").nth(index)) == plain(naughty[index])
    page.click("#menu") if page.is_hidden("#conversation-list") else None
    assert page.inner_text("#conversation-list .pick") == naughty[1]
    page.locator('#chat .bot-row a[href^="#s:"]').first.click()
    page.wait_for_selector("#source .cited")
    visit.wrongs.clear()  # the browser reports the 404 of the invented article itself


def test_the_pages_script_cannot_be_fed_through_the_address(visit: Any) -> None:
    page = visit.open("/en/#s:%3Cimg%20src=x%20onerror=window.pwned=1%3E:1")
    page.wait_for_selector("#source .notice")
    page.goto(visit.server.url + "/en/?__theme=<script>window.pwned=1</script>#s:%E0%A4%A:1")
    page.wait_for_selector("body.ready")
    visit.wrongs.clear()  # the browser reports the 404 itself


def test_the_policy_holds_where_escaping_would_fail(visit: Any) -> None:
    page = visit.open()
    page.evaluate(
        """() => {
          const div = document.createElement('div');
          div.innerHTML = '<img src="https://evil.example/x"><img src=x onerror="window.pwned=1">' +
            '<svg><a href="javascript:window.pwned=1"><text y="20">x</text></a></svg>';
          document.body.append(div);
          div.querySelector('svg a').dispatchEvent(new MouseEvent('click', {bubbles: true}));
        }"""
    )
    page.wait_for_timeout(300)
    refused = [w for w in visit.wrongs if "Content Security Policy" in w]
    assert len(refused) >= 3
    visit.wrongs.clear()
    visit.foreign.clear()  # Playwright reports the blocked request too; the policy's own report proves that it was blocked


def test_of_gradio_only_what_the_page_uses_is_open(visit: Any) -> None:
    page = visit.open()
    file = {"files": {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"}}
    for path in ("upload", "dev/reload", "info", "file=/etc/passwd", "openapi.json", "stream/a/b/c/d"):
        for answer in (
            page.request.get(f"{visit.server.url}/en/gradio_api/{path}"),
            page.request.post(f"{visit.server.url}/en/gradio_api/{path}", multipart=file),
        ):
            assert (answer.status, answer.json()["error"]["code"]) == (404, "not_found"), path
    for path in ("monitoring", "manifest.json", "login", "assets/nothing.js"):
        answer = page.request.get(f"{visit.server.url}/vi/{path}")
        assert (answer.status, answer.json()["error"]["code"]) == (404, "not_found"), path
