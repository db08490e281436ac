from __future__ import annotations

import pytest

from bot.ingest.intake.files import read_bytes
from tests.ingest.reading_texts import LONG, SETTINGS, texts

SECRET = "The minister resigned at noon and left the country, as nobody who opens this page can read."


def read(marked: str, head: str = "") -> list[str]:
    page = f"<html><head><title>The barrier opens</title>{head}</head><body><article><h1>The barrier opens</h1>"
    return texts(
        read_bytes(
            f"{page}<p>{LONG}</p>{marked}<p>{LONG} Two.</p></article></body></html>".encode(), "a.html", SETTINGS
        )
    )


WITHOUT_IT = ["The barrier opens", LONG, f"{LONG} Two."]
INLINE = [
    "position:absolute;clip:rect(1px,1px,1px,1px)", "clip-path:inset(50%)", "clip-path:inset(0 100% 0 0)", "clip-path:circle(0)",
    "clip-path:polygon(0 0,0 0,0 0)", "position:fixed;left:-100vw", "position:absolute;bottom:-9999px", "position:relative;left:-9999px",
    "position:absolute;left:9999px", "position:absolute;inset:-9999px auto auto -9999px", "margin-left:-9999px", "margin:0 0 0 -9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden", "transform:translateX(-9999px)", "transform:rotate(3deg) translate(0,-9999px)",
    "translate:-9999px", "transform:scale(.001)", "transform:scaleX(0)", "scale:0", "transform:rotateY(90deg)", "transform:matrix(0,0,0,0,1,1)",
    "opacity:0.01", "opacity:0%", "filter:opacity(0)", "font:0/0 a", "font: normal 0px Arial", "font-size:calc(0px)", "font-size:1%",
    "line-height:0;overflow:hidden", "zoom:0", "width:1px;height:1px;overflow:hidden", "block-size:0;overflow:clip", "color:rgba(0,0,0,0)",
    "color:#0000", "color:rgb(0 0 0 / 0%)", "color:hsl(0,0%,100%)", "color:hsl(120deg 10% 5% / 0)", "color:#fefefe", "background:#000;color:#010101",
    "-webkit-text-fill-color:transparent", "background-color:black", "display:/**/none", r"d\69splay:n\6fne", "display:none;display:none",
]  # fmt: skip


@pytest.mark.parametrize("style", INLINE)
def test_a_style_that_hides_is_known(style: str) -> None:
    assert read(f'<p style="{style}">{SECRET}</p>') == WITHOUT_IT


SHEETS = [
    ".wrap .q, article .q { display: none }", "p.q.r { display: none }", "body article > p.q { display: none }", "[data-q] { display: none }",
    "p[data-q='1'] { opacity: 0 }", "[data-q^='1'] { opacity: 0 }", "[data-q*='1'] { opacity: 0 }", "[data-q~='1'] { opacity: 0 }",
    "@media screen { .q { display: none } }", "@media (min-width: 30em) and (max-width:4000px) { .q { display: none } }",
    "@supports (display: grid) { .q { display: none } }", "@layer base { .q { display: none } }", "article { .q { display: none } }",
    "article { p { &.q { display: none } } }", "p { color: red; &.q { display: none } }", "article p:not(.shown) { display: none }",
    ".q { color: #fff }", ".q { color: white; background: white } article { background: black }", "<!-- .q { display: none } -->",
    ".q { background: url(data:image/png;base64,x}y); display: none }", ".q { display: none", r".q.md\:w { display: none }",
    ".q { display: block } #i { display: none }", ".q { display: none !important } #i { display: block }", "p { display: block } .q { display: none }",
    "@import 'a.css'; @charset 'x'; .q { display: none }",
]  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_rule_of_the_page_that_hides_is_known(sheet: str) -> None:
    marked = f"<p id='i' class='q r md:w' data-q='1'>{SECRET}</p>"
    shown = [text for text in read(marked, f"<style>{sheet}</style>") if text == SECRET]
    assert shown == []


@pytest.mark.parametrize(
    "marked",
    [
        "<noframes><p>{}</p></noframes>", "<noembed><p>{}</p></noembed>", "<ruby><rp>{}</rp></ruby>", "<progress>{}</progress>",
        "<p popover>{}</p>", "<p class='d-none'>{}</p>", "<p class='hidden'>{}</p>", "<div class='is-hidden'><p>{}</p></div>",
    ],
)  # fmt: skip
def test_elements_and_classes_that_hide_are_known(marked: str) -> None:
    assert read(marked.format(SECRET)) == WITHOUT_IT


SEEN_INLINE = [
    "position:absolute;left:50%;margin-left:-500px;width:1000px", "margin-left:-50vw;left:50%;position:relative;width:100vw", "margin-left:-40px",
    "position:relative;left:-50%", "transform:translateX(-100%)", "transform:scale(1.05)", "transform:rotate(90deg)", "font:700 16px/1.5 Arial",
    "font: 12pt Georgia", "font-size:75%", "font-size:.8em", "opacity:.6", "clip:rect(0,auto,auto,0)", "clip-path:inset(10px)", "overflow:hidden",
    "background:linear-gradient(red,blue);-webkit-background-clip:text;-webkit-text-fill-color:transparent", "line-height:1.2;overflow:hidden",
    "color:#fff;background-image:url(dark.png)", "color:#fff;background:url(dark.png) #fff", "color:#eee;background:#111", "color:#767676",
    "text-indent:2em", "position:absolute;top:4000px", "filter:brightness(0)", "zoom:1", "height:400px;overflow:hidden", "line-height:0",
]  # fmt: skip


@pytest.mark.parametrize("style", SEEN_INLINE)
def test_a_style_that_only_looks_so_hides_nothing(style: str) -> None:
    assert SECRET in read(f'<p style="{style}">{SECRET}</p>')


SEEN_SHEETS = [
    "@media print { .q { display: none } }", "@media (max-width: 600px) { .q { display: none } }", "@media screen and (hover) { .q { opacity: 0 } }",
    ".q:hover { display: none }", ".q::before { display: none }", "div.q { display: none }", "p > .q { display: none }", ".q .q { display: none }",
    "article p:not(.q) { display: none }", "#i { display: block } .q { display: none }", ".q { display: none } .q.r { display: block }",
    ".q { display: none } .q { display: inherit }", "[data-q='2'] { display: none }", "@supports not (display: grid) { .q { display: none } }",
    "article { color: #fff; background: #000 } .q { color: #eee }", "@font-face { display: none }", "@keyframes x { from { opacity: 0 } }",
    ".q { color: #fff; position: absolute }",
]  # fmt: skip


@pytest.mark.parametrize("sheet", SEEN_SHEETS)
def test_a_rule_that_does_not_hold_hides_nothing(sheet: str) -> None:
    shown = read(f"<p id='i' class='q r' data-q='1'>{SECRET}</p>", f"<style>{sheet}</style>")
    assert SECRET in shown


def test_white_letters_may_stand_on_what_another_sheet_paints() -> None:
    rule = "<style>.q { color: #fff }</style>"
    assert SECRET in read(f"<p class='q'>{SECRET}</p>", f"{rule}<link rel='stylesheet' href='a.css'>")
    assert SECRET not in read(f"<p class='q'>{SECRET}</p>", rule)


@pytest.mark.parametrize("names", ["hidden md:block", "d-none d-md-block", "q hidden", "is-hiding"])
def test_a_class_that_hides_on_some_screens_only_hides_nothing(names: str) -> None:
    assert SECRET in read(f"<p class='{names}'>{SECRET}</p>", "<style>.q.hidden { display: block }</style>")
