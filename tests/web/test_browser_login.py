"""The password, as a browser sends it: with the Origin and cookies that it chooses itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore")]


def test_the_password_leads_to_where_one_wanted_to_go(
    served: Any, browser: Any, visit_type: Any, tmp_path: Path
) -> None:
    settings = Settings(home=str(tmp_path), password="open sesame")
    with type(served)(type(served.workspace)(), settings) as server:
        window = visit_type(browser, server)
        page = window.page
        page.goto(f"{server.url}/en/#s:vns-asean:2")
        page.fill("#password", "wrong")
        page.press("#password", "Enter")
        page.get_by_text("That is not the password.").wait_for()
        window.shot("login")
        page.fill("#password", "open sesame")
        page.press("#password", "Enter")
        page.wait_for_selector("body.ready")
        page.wait_for_selector("#source mark")
        assert page.url == f"{server.url}/en/#s:vns-asean:2"
        assert "Kao Kim Hourn" in window.ask("Who welcomed the delegation?").inner_text()
        kept = {c["name"]: (c["httpOnly"], c["sameSite"]) for c in window.context.cookies()}
        assert kept == {"trich_login": (True, "Strict"), "trich_session": (True, "Strict")}
        window.wrongs.clear()  # the browser reports the 401 itself
        window.close()
