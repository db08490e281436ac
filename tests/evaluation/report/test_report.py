from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.dataset.cases import Case, Evidence
from bot.evaluation.dataset.gold import Gold, evidence_class
from bot.evaluation.metrics.scoring import score
from bot.evaluation.metrics.summary import summary
from bot.evaluation.report.html import POLICY, html
from bot.evaluation.report.html_text import marked, safe
from bot.evaluation.report.markdown import markdown
from bot.evaluation.report.results import Results
from bot.evaluation.run.prediction import Prediction, Ranked
from tests.evaluation.conftest import answer

HOSTILE = (
    "<script>fetch('http://127.0.0.1:9/a')</script>",
    "<img src=http://127.0.0.1:9/b onerror=alert(1)>",
    '"\' onmouseover=alert(1) x="',
    "</style><style>body{background:url(http://127.0.0.1:9/c)}</style>",
    "![v](http://127.0.0.1:9/d.png) [x](javascript:alert(1)) | a | `b`",
    "\u202egnp.exe\u2066 \x00\x07 \ud800 \U000e0041",
)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "div", "span", "b", "br", "code",
    "details", "summary", "table", "tr", "th", "td", "dl", "dt", "dd", "blockquote", "cite", "mark", "svg", "text", "tspan",
    "rect", "line", "path", "circle", "g",
}  # fmt: skip
ATTRIBUTES_THAT_FETCH = {"src", "href", "srcset", "poster", "background", "data", "action", "xlink:href"}


class Reader(HTMLParser):
    """Collects tags, attributes and policy of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        told = dict(attrs)
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"] or ""


def hostile(text: str) -> Results:
    """A run in which every text of others is hostile, once answered and once with an error."""
    citation = {**answer()["citations"][0], "text": text, "quote": text, "end": len(text), "ref": text, "title": text}
    said = answer(answer=text, short_answer=text, citations=[citation], outcome="answered")
    case = Case(text, text, "en", True, text, answers=(text,), history=(text,), evidence=(Evidence("a", text),))
    gold = (Gold(text, evidence_class(text), "en", text),)
    scores = (
        score(case, Prediction(text, text, said, (Ranked(text, "x"),)), gold),
        score(case, Prediction(text, text, None, (), text), gold),
    )
    metrics = {**summary(scores, {text: {"answer": 1.0}}, {}, 2), "robustness": {}, "judged": {}}
    manifest = {"suite": {"name": text}, "answerer": text, "began": text, "trich": text, "command": text}
    return Results(manifest, metrics, scores, {text: {"answer": 1.0}})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    page = html(hostile(text))
    reader = Reader()
    reader.feed(page)
    assert reader.tags <= TAGS
    assert not reader.attributes & ATTRIBUTES_THAT_FETCH
    assert not {name for name in reader.attributes if name.startswith("on")}
    assert reader.policy == POLICY
    assert page.count("<style>") == 1
    assert not {"\u202e", "\u2066", "\x00", "\ud800", "\U000e0041"} & set(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_markup_in_markdown(text: str) -> None:
    page = markdown(hostile(text))
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)`<|(?<!\\)!\[", page)


def test_the_report_shows_what_matters(results: Results) -> None:
    page = html(results)
    for words in (
        "0 not right",
        "3 right",
        "Elin Marklund",
        "bridge#1",
        "Risk and coverage",
        "What this run cannot show",
    ):
        assert words in page, words
    assert "INCOMPLETE" not in page


def test_an_unfinished_run_says_so(results: Results) -> None:
    short = dataclasses.replace(results, metrics={**results.metrics, "complete": False})
    assert "INCOMPLETE" in html(short)
    assert "INCOMPLETE" in markdown(short)


def test_the_baseline_stands_beside_the_figures(results: Results) -> None:
    baseline: dict[str, Any] = {"figures": {"right": {"mean": 0.5}}}
    beside = dataclasses.replace(results, baseline=baseline)
    assert 'class="baseline"' in html(beside)
    assert "| +0.500 |" in markdown(beside)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70)), max_size=4))
def test_marking_keeps_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    page = marked(text, spans)
    assert page.replace("<mark>", "").replace("</mark>", "") == safe(text)
    assert page.count("<mark>") == page.count("</mark>")
