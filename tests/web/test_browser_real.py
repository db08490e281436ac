"""The real house behind the page: seeds, retrieval, answers, the check, and an upload, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.workspace import SharedWorkspace
from tests.llm.server import DONE, SSE_HEAD, Step, event, serving, usage

pytestmark = pytest.mark.browser


@pytest.fixture
def real(served: Any, browser: Any, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """A window on a server over the seed articles; `served` shows how a server is made."""
    settings = Settings(home=str(tmp_path))
    workspace = SharedWorkspace.open(settings=settings)
    with type(served)(workspace, settings) as server:
        window = request.getfixturevalue("visit_type")(browser, server)
        yield window
        window.close()
    workspace.close()


def test_a_seed_question_end_to_end(real: Any) -> None:
    page = real.open()
    page.wait_for_selector("#examples button")
    answer = real.ask("Who welcomed the delegation?")
    assert "Kao Kim Hourn" in answer.inner_text()
    answer.locator('a[href^="#s:vns-asean:2"]').first.click()
    page.wait_for_selector("#source mark")
    assert "Kao Kim Hourn" in page.inner_text("#source mark")
    page.wait_for_selector("#source .twin p[lang=vi]")
    gift = real.ask("What gift did he present to the Secretariat?")
    assert "painting" in gift.inner_text()
    gift.locator('a[href^="#s:vns-asean:4"]').first.click()
    real.until("document.querySelector('#source mark')?.textContent.includes('painting')")
    page.mouse.move(600, 500)
    page.wait_for_timeout(700)
    real.shot("real")
    page.keyboard.press("Escape")
    page.click("[data-view=articles]")
    text = (
        "Hanoi zoo gets zebras\n\nThe Hanoi zoo received 12 zebras from Kenya on Friday, director Nguyễn Văn An said.\n"
    )
    page.set_input_files("#files", {"name": "zoo.txt", "mimeType": "text/plain", "buffer": text.encode()})
    page.wait_for_selector("#article-list .badge")
    page.click("[data-view=chat]")
    assert "12 zebras" in real.ask("How many zebras did the Hanoi zoo receive?").inner_text()
    assert "#s:" in str(page.locator("#chat .bot-row a").last.get_attribute("href"))


def test_the_vietnamese_page_tells_errors_in_vietnamese_whatever_the_browser_speaks(real: Any) -> None:
    page = real.open("/vi/")
    page.click("[data-view=articles]")
    files = [("a.docx", b"no Word file"), ("b.txt", b" \n")]
    page.set_input_files("#files", [{"name": n, "mimeType": "text/plain", "buffer": data} for n, data in files])
    real.until("document.querySelectorAll('#upload-list progress').length === 0")
    assert page.locator("#upload-list .state").all_inner_texts() == [
        "a.docx không phải tệp Word (.docx) như tên của nó.",
        "bỏ qua: b.txt không có văn bản nào để lập chỉ mục.",
    ]
    real.wrongs.clear()  # the browser reports the refusals itself


def test_a_model_says_more_than_the_articles(real: Any) -> None:
    said = "The artwork is the seventh from Việt Nam in a collection of 142 pieces [1]. The collection holds 999 pieces [1]."
    words = [event(f"{word} ") for word in said.split(" ")]
    script: list[Step] = [SSE_HEAD, *words, event(finish="stop"), usage(812, 64), DONE]
    with serving(script) as model:
        page = real.open()
        page.request.put(f"{real.server.url}/api/settings", data={"base_url": model.address, "model": "desk-1"})
        answer = real.ask("How many pieces are in the collection?")
        assert "142 pieces" in answer.inner_text()
        removed = answer.locator("details.removed")
        assert removed.locator("summary").inner_text() == "1 sentence was removed: the articles do not carry it"
        removed.locator("summary").click()
        assert removed.locator("s").all_inner_texts() == ["The collection holds 999 pieces."]
        assert "number not in the source: 999" in removed.inner_text()
        about = answer.locator("details.about")
        assert about.locator("summary").inner_text().startswith("desk-1 · ")
        about.locator("summary").click()
        assert "Tokens: 812 + 64" in about.inner_text()
        real.shot("model")
        answer.locator('a[href^="#s:"]').first.click()
        page.wait_for_selector("#source mark")
        assert "142 pieces" in page.inner_text("#source mark")


def test_a_citation_opens_though_the_answer_moves_under_the_pointer(real: Any) -> None:
    page = real.open()
    chip = real.ask("Who welcomed the delegation?").locator('a[href^="#s:"]').first
    box = chip.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.evaluate("document.querySelector('#chat .bot-row').style.transform = 'translateY(90px)'")
    assert chip.bounding_box()["y"] > box["y"] + 50
    page.mouse.up()
    page.wait_for_selector("#source mark")


def test_a_morning_at_the_desk(real: Any, browser: Any, visit_type: Any) -> None:
    """Five questions, a follow-up among them; a link for a colleague; the conversation taken along."""
    page = real.open("/vi/")
    questions = ["Ai đã đón đoàn?", "Còn ở đâu?", "Tổng Bí thư đã trồng cây gì?", "Ai vô địch World Cup 2022?",
                 "Who welcomed the delegation?"]  # fmt: skip
    answers = [real.ask(question).inner_text() for question in questions]
    assert "Kao Kim Hourn" in answers[0]
    assert "Đã tìm theo" in answers[1]
    assert "Các bài báo không nói gì về điều này." in answers[3]
    assert "Kao Kim Hourn" in answers[4]
    page.locator("#chat .bot-row").first.locator('a[href^="#s:"]').first.click()
    page.wait_for_selector("#source mark")
    page.click("#source-link")
    page.wait_for_selector(".toast")
    link = page.evaluate("navigator.clipboard.readText()")
    colleague = visit_type(browser, real.server)
    colleague.open(link.removeprefix(real.server.url))
    colleague.page.wait_for_selector("#source mark")
    assert colleague.page.inner_text("#source mark") == page.inner_text("#source mark")
    colleague.close()
    page.click("#source-close")
    page.click("#menu")
    with page.expect_download() as download:
        page.click("[data-export=md]")
    text = download.value.path().read_text(encoding="utf-8")
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == questions
    assert text.count("sha256 ") >= 4
