"""The chat as a reader uses it, in a real Chromium."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytestmark = pytest.mark.browser
WHO = "Who welcomed the delegation?"
NARROW = {"viewport": {"width": 390, "height": 800}, "has_touch": True}


def test_a_chip_opens_the_article_at_the_cited_words(visit: Any) -> None:
    page = visit.open()
    answer = visit.ask(WHO)
    assert "Kao Kim Hourn" in answer.inner_text()
    chip = answer.locator('a[href^="#s:"]').first
    chip.click()
    page.wait_for_selector("#source mark")
    assert page.inner_text("#source mark").startswith("Lâm, his wife, and the delegation")
    assert page.evaluate("document.activeElement.classList.contains('cited')")
    assert page.get_attribute("#source .cited p", "lang") == "en"
    assert page.locator("#source .cited").evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight }"
    )
    page.wait_for_selector("#source .twin p[lang=vi]")
    assert page.inner_text("#source .also_in .credit").startswith("Also in")
    assert page.inner_text("#source .nearly_in .credit").startswith("Nearly the same words in")
    assert page.get_attribute("#source .nearly_in a", "href") == "#s:vtv-asean:2"
    visit.shot("source-light")
    assert "Original in English" in page.inner_text("#source .strip")
    assert chip.get_attribute("aria-current") == "true"
    page.keyboard.press("Escape")
    assert page.is_hidden("#source")
    assert chip.get_attribute("aria-current") is None
    assert page.evaluate("document.activeElement.getAttribute('href')") == chip.get_attribute("href")


def test_previous_and_next_citation(visit: Any) -> None:
    page = visit.open()
    answer = visit.ask("all about the ASEAN secretariat in Jakarta")
    answer.locator('a[href^="#s:"]').first.click()
    page.wait_for_selector("#source mark")
    first = page.url
    assert page.inner_text("#source-place") == "Source 1 of 3"
    page.click("#source-next")
    visit.until("document.querySelector('#source-place').textContent.startsWith('Source 2')")
    assert page.url != first
    page.keyboard.press("ArrowLeft")
    visit.until("document.querySelector('#source-place').textContent.startsWith('Source 1')")
    assert page.is_disabled("#source-previous")


def test_a_deep_link_survives_a_reload(visit: Any) -> None:
    page = visit.open("/vi/#s:vtv-asean:2")
    page.wait_for_selector("#source .cited mark")
    assert page.inner_text("#source .cited").startswith("2\n")
    page.reload()
    page.wait_for_selector("#source .cited mark")
    page.click("#source-close")
    assert "#s:" not in page.url
    page.goto(visit.server.url + "/vi/#s:no-such-article:1")
    page.wait_for_selector("#source .notice")
    visit.wrongs.clear()  # the browser reports the 404 itself


def test_the_answer_grows_with_live_chips_and_can_be_stopped(visit: Any) -> None:
    page = visit.open()
    page.fill("#ask textarea", "slow ASEAN secretariat Jakarta")
    page.press("#ask textarea", "Enter")
    page.wait_for_selector("#chat .provisional")
    # In one step: gradio draws the message anew with every update.
    visit.until(
        "[...document.querySelectorAll('#chat .provisional')].some(e => getComputedStyle(e).fontStyle === 'italic')"
    )
    page.wait_for_selector('#chat .bot-row a[href^="#s:"]')
    assert page.locator("#chat .bot-row details.about").count() == 0
    visit.shot("streaming")
    page.locator('#chat .bot-row a[href^="#s:"]').first.click()
    page.wait_for_selector("#source mark")
    assert page.get_attribute("#ask .stop-button", "aria-label") == "Stop"
    page.click("#ask .stop-button")
    page.wait_for_selector("#chat details.about")
    assert "You stopped this answer" in page.inner_text("#chat .bot-row")
    assert page.locator("#chat .provisional").count() == 0
    page.wait_for_timeout(400)
    assert page.locator("#chat .provisional").count() == 0


def test_the_next_question_keeps_what_was_checked_of_a_running_answer(visit: Any) -> None:
    page = visit.open()
    page.fill("#ask textarea", "slow ASEAN secretariat Jakarta")
    page.press("#ask textarea", "Enter")
    page.wait_for_selector('#chat .bot-row a[href^="#s:"]')
    visit.ask(WHO)
    visit.until("document.querySelectorAll('#chat details.about').length === 2")
    assert "You stopped this answer" in page.locator("#chat .bot-row").first.inner_text()
    page.wait_for_selector("#ask .submit-button")
    assert page.locator("#chat .user-row").count() == 2


def test_what_is_typed_the_moment_an_answer_appears_stays(visit: Any) -> None:
    page = visit.open()
    page.fill("#ask textarea", WHO)
    page.evaluate(
        """() => new MutationObserver((_, watch) => {
            if (!document.querySelector("details.about")) return;
            watch.disconnect();
            const box = document.querySelector("#ask textarea");
            box.value = "And when?";
            box.dispatchEvent(new Event("input", { bubbles: true }));
        }).observe(document.body, { childList: true, subtree: true })"""
    )
    page.press("#ask textarea", "Enter")
    page.wait_for_selector("details.about", state="attached")
    page.wait_for_timeout(1_000)
    assert page.input_value("#ask textarea") == "And when?"


def test_stopping_before_the_first_sentence_returns_the_question(visit: Any) -> None:
    page = visit.open()
    page.fill("#ask textarea", "slow Lâm recognised ambassadors")
    page.press("#ask textarea", "Enter")
    page.wait_for_selector("#ask .stop-button")
    page.click("#ask .stop-button")
    visit.until("document.querySelector('#ask textarea').value.startsWith('slow')")
    page.wait_for_selector("body.empty")


def test_retry_edit_undo_clear(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    key = page.get_attribute("details.about", "class")
    page.get_by_role("button", name="Ask again", exact=True).click()
    visit.until(f"document.querySelector('details.about').className !== '{key}'")
    page.wait_for_selector(".user-tools")
    page.hover(".user-row")
    page.get_by_role("button", name="Edit and ask again").click()
    assert page.input_value(".editor textarea") == WHO
    page.keyboard.press("Escape")
    assert page.locator(".editor").count() == 0
    page.get_by_role("button", name="Edit and ask again").click()
    page.fill(".editor textarea", "Where is <b>the</b> & ASEAN Secretariat?")
    page.keyboard.press("Enter")
    visit.until("document.querySelector('#chat .user-row .prose')?.textContent.includes('<b>the</b> &')")
    page.wait_for_selector("details.about")
    visit.ask("And where?")
    assert page.locator("#chat .user-row").count() == 2
    page.get_by_role("button", name="Undo this turn").click()
    visit.until("document.querySelectorAll('#chat .user-row').length === 1")
    assert page.input_value("#ask textarea") == "And where?"
    page.click("#menu")
    page.click("#new")
    page.wait_for_selector("body.empty")


def test_asking_an_earlier_question_again_keeps_what_came_after_it(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    visit.ask("And where?")
    visit.until("(localStorage.getItem('trich.conversations') ?? '').includes('And where?')")
    page.locator(".bot-row").first.get_by_role("button", name="Ask again", exact=True).click()
    assert "stays in the list" in page.inner_text(".toast")
    visit.until("JSON.parse(localStorage.getItem('trich.conversations')).length === 2")
    assert page.locator("#chat .user-row").count() == 1
    kept = page.evaluate("JSON.parse(localStorage.getItem('trich.conversations')).map(c => c.turns.length)")
    assert kept == [1, 2]


def test_a_conversation_is_shown_wherever_it_is_picked(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    page.click("#menu")
    page.wait_for_selector("#conversation-list .pick")
    page.click("[data-view=articles]")
    page.click("#conversation-list .pick")
    page.wait_for_selector("#chat .user-row")
    page.click("[data-view=articles]")
    page.click("#new-here")
    page.wait_for_selector("body.empty")
    assert page.is_visible("#welcome")
    assert page.is_hidden("#new-here")


def test_something_moves_between_enter_and_the_first_word(visit: Any) -> None:
    page = visit.open()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.route("**/queue/join*", lambda route: (page.wait_for_timeout(500), route.continue_()))
    page.keyboard.type(WHO)
    page.keyboard.press("Enter")
    page.wait_for_selector("body.asking")
    page.wait_for_selector("details.about")
    page.wait_for_selector("body:not(.asking)")


def test_a_full_queue_is_told_and_the_question_stays(visit: Any) -> None:
    page = visit.open("/vi/")
    full = {"detail": "Queue is full. Max size is 256 and size is 256."}
    page.route("**/queue/join*", lambda route: route.fulfill(status=503, json=full))
    page.fill("#ask textarea", WHO)
    page.press("#ask textarea", "Enter")
    page.get_by_text("Máy chủ đang bận, xin thử lại sau giây lát.").first.wait_for()
    page.wait_for_selector("body:not(.asking)")
    assert page.input_value("#ask textarea") == WHO
    visit.shot("busy")
    page.unroute("**/queue/join*")
    page.press("#ask textarea", "Enter")
    page.wait_for_selector("details.about")
    visit.wrongs.clear()  # the browser reports the 503 itself


def test_a_follow_up_says_what_was_searched_for(visit: Any) -> None:
    visit.open()
    visit.ask(WHO)
    assert "Searched for: And where Who welcomed the delegation?" in visit.ask("And where?").inner_text()


def test_removed_sentences_and_origins_are_shown_on_demand(visit: Any) -> None:
    visit.open()
    answer = visit.ask(WHO + " wrong")
    removed = answer.locator("details.removed")
    assert not removed.locator("s").is_visible()
    removed.locator("summary").click()
    assert removed.locator("s").inner_text() == "There were 999 delegates."
    assert "number not in the source: 999" in removed.inner_text()
    about = answer.locator("details.about")
    about.locator("summary").click()
    assert "Answered by: Extractive" in about.inner_text()
    assert "Confidence: 90 %" in about.inner_text()


def test_an_abstention_offers_the_nearest_paragraphs_as_chips(visit: Any) -> None:
    page = visit.open("/vi/")
    answer = visit.ask("nothing về Tổng Bí thư")
    assert "Những đoạn gần nhất" in answer.inner_text()
    chips = answer.locator('a[href^="#s:"]')
    assert chips.count() == 3
    chips.first.click()
    page.wait_for_selector("#source mark")


def test_copying(visit: Any) -> None:
    page = visit.open()
    answer = visit.ask(WHO)
    answer.get_by_role("button", name="Copy").click()
    page.wait_for_selector(".toast")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "member states [1]." in copied
    assert "[1] “Lâm, his wife" in copied
    answer.locator('a[href^="#s:"]').first.click()
    page.wait_for_selector("#source mark")
    page.click("#source-quote")
    page.wait_for_timeout(100)
    assert "(VNS · 2025-03-10" in page.evaluate("navigator.clipboard.readText()")
    page.click("#source-link")
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_examples_come_from_the_articles_and_can_be_asked(visit: Any) -> None:
    page = visit.open("/vi/")
    page.wait_for_selector("#examples button")
    visit.shot("welcome-vi")
    question = page.locator("#examples button").first.inner_text()
    assert question.startswith(("Tổng", "Ai "))
    page.locator("#examples button").first.click()
    page.wait_for_selector("details.about")
    assert page.inner_text("#chat .user-row .prose") == question


def test_conversations_are_named_searched_restored_and_deleted(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    visit.ask("And where?")
    page.click("#menu")
    page.click("#new")
    page.wait_for_selector("body.empty")
    visit.ask("What did Lâm plant?")
    names = page.locator("#conversation-list .pick")
    visit.until("document.querySelectorAll('#conversation-list .pick').length === 2")
    assert names.all_inner_texts() == ["What did Lâm plant?", WHO]
    page.fill("#find", "lam plant")
    assert names.all_inner_texts() == ["What did Lâm plant?"]
    page.fill("#find", "")
    names.nth(1).click()
    visit.until("document.querySelectorAll('#chat .user-row').length === 2")
    assert "And where?" in page.inner_text("#chat")
    assert names.all_inner_texts() == ["What did Lâm plant?", WHO]
    page.locator("#conversation-list li").nth(1).hover()
    page.get_by_role("button", name=f"Rename: {WHO}").click()
    page.keyboard.type("Jakarta <i>")
    page.keyboard.press("Enter")
    assert "Jakarta <i>" in names.all_inner_texts()
    page.reload()
    visit.until("document.querySelectorAll('#chat .user-row').length === 2")
    assert "Searched for" in visit.ask("And when?").inner_text()
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#conversation-list li").first.hover()
    page.get_by_role("button", name="Delete conversation: Jakarta <i>").click()
    page.wait_for_selector("body.empty")
    assert names.all_inner_texts() == ["What did Lâm plant?"]
    visit.shot("conversations")


@pytest.mark.filterwarnings("ignore")
def test_a_conversation_survives_a_restart_of_the_server(visit: Any, browser: Any, restarting: Any) -> None:
    with restarting(0) as first:
        window = type(visit)(browser, first)
        window.open()
        window.ask(WHO)
        window.until("(localStorage.getItem('trich.conversations') ?? '').includes('delegation')")
        window.page.goto("about:blank")
    with restarting(first.port) as second:
        window.server = second
        page = window.open()
        page.wait_for_selector("details.about", state="attached")
        assert page.inner_text("#chat .user-row .prose") == WHO
        assert "Searched for" in window.ask("And where?").inner_text()
        window.close()


def test_both_languages_share_the_conversations(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    page.click("#other-language")
    page.wait_for_url("**/vi/")
    page.wait_for_selector("#chat .user-row")
    page.wait_for_timeout(300)
    assert page.get_attribute("html", "lang") == "vi"
    assert "Hỏi đáp" in page.inner_text(".bar")


def test_exports(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    page.click("#menu")
    for form, start in (("md", b"# Who"), ("docx", b"PK"), ("json", b"{")):
        with page.expect_download() as download:
            page.click(f"[data-export={form}]")
        content = download.value.path().read_bytes()
        assert content.startswith(start)
        assert download.value.suggested_filename.endswith(f".{form}")
    assert json.loads(content)["turns"][0]["hashes"]


def test_print_view_shows_the_conversation_alone(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    page.emulate_media(media="print")
    assert page.is_hidden(".bar")
    assert page.is_hidden("#ask")
    assert page.is_visible("#chat .bot-row")
    assert page.is_hidden("#chat .bot-tools")
    assert page.is_hidden("#articles-view")
    assert page.locator("#chat .bot-row").bounding_box()["y"] < 200
    visit.shot("print")
    page.evaluate("document.querySelector('#theme').click()")
    ink = page.locator("#chat .bot-row .prose p").first.evaluate("e => getComputedStyle(e).color")
    assert ink == "rgb(0, 0, 0)"  # paper is white, also where the screen is dark


def test_feedback_on_answers_and_on_sources(visit: Any) -> None:
    page = visit.open()
    answer = visit.ask(WHO)
    answer.get_by_role("button", name="Good answer").click()
    page.wait_for_selector("[aria-pressed=true]")
    answer.get_by_role("button", name="Report a mistake").click()
    page.get_by_label("Source 1 is wrong").check()
    page.fill("#report textarea", "not <him>")
    page.click("#report [value=send]")
    page.wait_for_selector("#report", state="hidden")
    answer.locator('a[href^="#s:"]').first.click()
    page.wait_for_selector("#source mark")
    page.click("#source-wrong")
    page.wait_for_timeout(300)
    answer.get_by_role("button", name="Report a mistake").click()
    page.click("#report [data-close]")
    assert page.get_attribute("#source-wrong", "aria-pressed") == "true"
    page.click("#source-wrong")  # said once, it is not said again
    visit.ask("And where?")
    again = page.locator(".bot-row").first.get_by_role("button", name="Good answer")
    assert again.get_attribute("aria-pressed") == "true"
    again.click()
    rows = list(visit.server.app.state.context.feedback.rows())[-3:]
    assert [(r["kind"], r["citation"], r["comment"]) for r in rows] == [
        ("good", None, ""), ("wrong_source", 1, "not <him>"), ("wrong_source", 1, ""),
    ]  # fmt: skip


def test_articles_are_browsed_filtered_uploaded_and_removed(visit: Any) -> None:
    page = visit.open()
    page.click("[data-view=articles]")
    page.wait_for_selector("#article-list li")
    assert page.locator("#article-list li").count() == 3
    page.fill("#filters [name=text]", "secretariat")
    visit.until("document.querySelectorAll('#article-list li').length === 1")
    page.fill("#filters [name=text]", "")
    page.select_option("#filters [name=language]", "vi")
    visit.until("document.querySelectorAll('#article-list li').length === 1")
    page.select_option("#filters [name=language]", "")
    visit.until("document.querySelectorAll('#article-list li').length === 3")
    page.set_input_files(
        "#files",
        [
            {
                "name": "zebras.txt",
                "mimeType": "text/plain",
                "buffer": b"Zebras graze near Hue.\nThere are 12 of them.",
            },
            {"name": "picture.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"},
            {"name": "big.txt", "mimeType": "text/plain", "buffer": b"x" * 1_000_001},
            {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" "},
        ],
    )
    page.wait_for_selector("#article-list .badge")
    visit.until("document.querySelectorAll('#upload-list .state.failed').length === 3")
    results = page.locator("#upload-list li").all_inner_texts()
    assert "2 paragraphs added" in results[0]
    assert "only .txt, .html, .pdf and .docx" in results[1]
    assert "larger than 1 MB" in results[2]
    assert "empty.txt is empty." in results[3]
    visit.shot("articles")
    visit.wrongs.clear()  # the browser reports the refusals itself
    page.get_by_role("link", name="Zebras graze near Hue.").click()
    page.wait_for_selector("#source .paragraph")
    assert page.locator("#source mark").count() == 0  # an article that is opened to be read has nothing marked
    assert page.is_hidden("#source-quote")
    page.click("#source-close")
    page.click("[data-view=chat]")
    assert "12 of them" in visit.ask("How many zebras are there, 12 of them?").inner_text()
    page.click("[data-view=articles]")
    page.get_by_role("button", name="Remove: Zebras").click()
    visit.until("!document.querySelector('#article-list .badge')")


@pytest.mark.filterwarnings("ignore")
def test_a_long_list_is_shown_in_parts(visit: Any, browser: Any, crowded: Any) -> None:
    with crowded(130) as server:
        window = type(visit)(browser, server)
        page = window.open()
        page.wait_for_selector("#collection button")
        assert page.inner_text("#collection") == "Answers come from 130 articles · Outlet 0, Outlet 1, Outlet 2"
        page.click("#collection button")
        window.until("document.querySelectorAll('#article-list li').length === 100")
        assert page.inner_text("#article-count") == "130 articles"
        page.click("#more-articles")
        window.until("document.querySelectorAll('#article-list li').length === 130")
        assert page.is_hidden("#more-articles")
        assert page.evaluate("document.activeElement.textContent") == "Story 100"
        page.select_option("#filters [name=outlet]", "Outlet 1")
        window.until("document.querySelectorAll('#article-list li').length === 43")
        page.fill("#filters [name=since]", "2025-02-01")
        window.until("document.querySelectorAll('#article-list li').length === 22")
        page.fill("#filters [name=until]", "2025-01-01")
        page.get_by_text("No article matches.").wait_for()
        window.close()


def test_another_session_does_not_see_an_upload(visit: Any, browser: Any) -> None:
    page = visit.open()
    page.click("[data-view=articles]")
    page.set_input_files(
        "#files", {"name": "private.txt", "mimeType": "text/plain", "buffer": b"Quokkas live on Rottnest."}
    )
    page.wait_for_selector("#article-list .badge")
    other = type(visit)(browser, visit.server)
    other.open()
    assert "Quokkas" not in other.ask("echo Where do quokkas live, Lâm?").inner_text().replace("Where do quokkas", "")
    other.page.click("[data-view=articles]")
    other.page.wait_for_selector("#article-list li")
    assert other.page.locator("#article-list .badge").count() == 0
    other.close()


def test_settings_reach_the_answers_and_the_key_is_never_shown(visit: Any) -> None:
    page = visit.open()
    page.click("#open-settings")
    page.wait_for_selector("#settings[open]")
    visit.shot("settings")
    page.fill("#settings [name=base_url]", "http://127.0.0.1:9/v1")
    page.fill("#settings [name=model]", "test-model")
    page.fill("#settings [name=api_key]", "sk-secret-1234")
    page.fill("#settings [name=passages]", "4")
    page.check("#settings [name=strict]")
    page.click("#settings [value=save]")
    page.wait_for_selector(".toast")
    visit.ask(WHO)
    used = visit.server.workspace.asked_with[-1]
    assert (used.model, used.api_key, used.passages, used.strict) == ("test-model", "sk-secret-1234", 4, True)
    page.click("#open-settings")
    page.wait_for_selector("#settings[open]")
    assert page.input_value("#settings [name=api_key]") == ""
    assert "test-model" in page.inner_text("#settings-state")
    page.keyboard.press("Escape")
    stored = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.documentElement.outerHTML])")
    assert "sk-secret-1234" not in stored
    assert not visit.context.storage_state()["origins"] or "sk-secret" not in json.dumps(visit.context.storage_state())


def test_light_and_dark_are_remembered(visit: Any) -> None:
    page = visit.open()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.reload()
    page.wait_for_selector("body.ready")
    page.wait_for_timeout(200)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize("visit", [NARROW], indirect=True)
def test_on_a_phone_the_source_is_a_bottom_sheet(visit: Any) -> None:
    page = visit.open("/vi/")
    answer = visit.ask("Ai đã đón Tổng Bí thư Tô Lâm?")
    answer.locator('a[href^="#s:"]').first.tap()
    page.wait_for_selector("#source mark")
    box = page.locator("#source").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] > 150
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    visit.shot("phone-source")
    page.click("#source-close")
    page.click("#menu")
    assert page.is_visible("#new")
    page.keyboard.press("Escape")
    assert page.is_hidden("#new")
    page.click("#menu")
    page.mouse.click(370, 400)
    assert page.is_hidden("#new")


def test_an_over_long_question_is_refused_by_the_server(visit: Any) -> None:
    page = visit.open()
    page.evaluate("document.querySelector('#ask textarea').removeAttribute('maxlength')")
    page.fill("#ask textarea", "x" * 2100)
    page.press("#ask textarea", "Enter")
    page.wait_for_selector("#chat .failed")
    assert "at most 2000 characters" in page.inner_text("#chat .failed")


def test_everything_can_be_reached_with_the_keyboard(visit: Any) -> None:
    page = visit.open()
    visit.ask(WHO)
    seen = set()
    page.evaluate("document.activeElement.blur()")
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "(e => e.getAttribute('aria-label') ?? e.textContent.trim().slice(0, 30))(document.activeElement)"
            )
        )
    wanted = {
        "Skip to the question box", "Conversations", "Chat", "Articles", "Tiếng Việt", "Switch light / dark", "Settings",
        "Copy", "Good answer", "Report a mistake", "Ask again", "Undo this turn", "Edit and ask again",
        "Open source 1: VNS · 2025-03-10 · paragraph 2", "Send question",
    }  # fmt: skip
    assert wanted <= seen
    page.focus('#chat a[href^="#s:"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#source mark")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.focus(".skip")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


@pytest.mark.parametrize("visit", [{"reduced_motion": "reduce"}], indirect=True)
def test_reduced_motion_is_honoured(visit: Any) -> None:
    page = visit.open()
    running = page.evaluate("document.getAnimations().filter(a => a.playState === 'running').length")
    assert running == 0
    durations = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert durations == 0
