from __future__ import annotations

import time

import pytest
from lxml.html import document_fromstring

from bot.ingest.html.css.styles import Style
from bot.ingest.html.css.stylesheet import Styles


def styles(html: str) -> list[Style]:
    """The style of every paragraph of a page."""
    tree = document_fromstring(html)
    found = Styles.read(tree).of
    return [found.get(element, {}) for element in tree.iter("p")]


def test_the_stronger_rule_holds_and_the_later_of_two_alike() -> None:
    sheet = ".a { color: red; top: 1px } p.a { color: green } .a { top: 2px } #x { width: 1px !important }"
    (style,) = styles(f"<style>{sheet}</style><p id=x class=a style='top: 3px; width: 2px'>Text</p>")
    assert style == {"color": "green", "top": "3px", "width": "1px"}


def test_steps_are_looked_for_among_all_ancestors_or_at_the_parent() -> None:
    sheet = "section div p { color: red } section > p { top: 1px } main section p { zoom: 2 }"
    html = "<main><section><p>1</p><div><b><p>2</p></b></div></section><div><p>3</p></div></main><p>4</p>"
    found = styles(f"<style>{sheet}</style>{html}")
    assert found == [{"top": "1px", "zoom": "2"}, {"color": "red", "zoom": "2"}, {}, {}]


def test_only_sheets_for_this_reader_count() -> None:
    sheets = "<style media=print>p{top:1px}</style><noscript><style>p{top:2px}</style></noscript><template><style>p{top:3px}</style></template>"
    assert styles(f"{sheets}<p>Text</p>") == [{}]
    assert styles(f"{sheets}<style media='screen'>p{{top:4px}}</style><p>Text</p>") == [{"top": "4px"}]


HOSTILE = {
    "many alike": "div{color:red}" * 70_000, "many": "".join(f"div[a{n}]{{color:red}}" for n in range(50_000)), "nested": "a{" * 300_000,
    "lists within lists": (",".join(f".a{n}" for n in range(500)) + "{") * 200, "doubling": "a{" + "&,& &{" * 100_000,
    "commas": "a," * 450_000 + "b{top:0}", "brackets": "[ " * 450_000 + "{top:0}", "parentheses": "(" * 900_000 + "{top:0}",
    "addresses": "url(" * 250_000, "comments": "/*" * 450_000, "children": ">" * 300_000 + "{top:0}",
    "conditions": "@media " + "(min-width:1px) and " * 20_000 + "screen{p{top:0}}",
}  # fmt: skip


@pytest.mark.parametrize("sheet", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_sheet_takes_little_time(sheet: str) -> None:
    started = time.process_time()
    styles(f"<style>{sheet}</style>{'<div>x</div>' * 1_000}<p>Text</p>")
    assert time.process_time() - started < 15
