"""The real house behind the page: seeds, retrieval, answers, the check, and an upload, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.workspace import SharedWorkspace

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
    page.mouse.move(600, 700)
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
