"""Accessibility, in a real Chromium: axe-core finds nothing, in both languages, light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong, for WCAG 2.2 A and AA."""
    if page.evaluate("typeof axe") == "undefined":
        # Through the debugging protocol: the page's policy lets no script tag in.
        page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        f"{v['id']}: {[(n['html'][:160], n.get('failureSummary', '')[:200]) for n in v['nodes'][:3]]}"
        for v in found["violations"]
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "visit",
    [
        {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "reduced_motion": "reduce"}
        for width in (1280, 390)
        for scheme in ("light", "dark")
    ],
    indirect=True,
    ids=["wide-light", "wide-dark", "narrow-light", "narrow-dark"],
)
def test_axe_finds_nothing(visit: Any, language: str, request: pytest.FixtureRequest) -> None:
    look = request.node.callspec.id
    page = visit.open(f"/{language}/")
    page.wait_for_selector("#examples button")
    assert violations(page) == []
    visit.ask("Who welcomed the delegation? wrong")
    visit.ask("nothing about Tổng Bí thư")
    page.locator("details.removed summary").click()
    page.locator("details.about summary").first.click()
    visit.shot(f"{look}-chat")
    page.locator('#chat a[href^="#s:"]').first.click()
    page.wait_for_selector("#source .twin")
    visit.shot(f"{look}-source")
    assert violations(page) == []
    page.click("#source-close")
    page.click("#menu")
    page.wait_for_selector("#conversation-list .pick")
    visit.shot(f"{look}-conversations")
    assert violations(page) == []
    if "narrow" in look:
        page.keyboard.press("Escape")
    page.click("[data-view=articles]")
    page.wait_for_selector("#article-list li")
    visit.shot(f"{look}-articles")
    assert violations(page) == []
    page.click("#open-settings")
    page.wait_for_selector("#settings[open]")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/login", "/api"])
def test_axe_finds_nothing_on_the_small_pages(visit: Any, path: str) -> None:
    visit.page.goto(visit.server.url + path)
    assert violations(visit.page) == []
