from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.intake.files import read_bytes
from bot.ingest.intake.reading import Reading
from tests.ingest.reading_texts import LONG, SETTINGS, texts

PAGE = f"""---
title: "The barrier opens"
date: 2024-06-18
source: The Post
---
# The barrier opens

It is **very** long and has [a link](https://a.b/c "t"), `code`
and a wrapped line.

## What it costs ##

- first *item*
- second item
  that goes on

> {LONG}

| Part | Cost |
|------|------|
| Gates | $240 |

![A gate rises](gate.jpg)

<!-- hidden -->
```
kept as it is
```
snake_case_name and 2 * 3 * 4
"""


def read(text: str) -> Reading:
    return read_bytes(text.encode("utf-8", "ignore"), "a.md", SETTINGS)


def test_words_without_marks() -> None:
    reading = read(PAGE)
    assert texts(reading) == [
        "The barrier opens", "It is very long and has a link, code and a wrapped line.", "What it costs", "first item", "second item that goes on", LONG,
        "Part | Cost", "Gates | $240", "A gate rises", "kept as it is", "snake_case_name and 2 * 3 * 4",
    ]  # fmt: skip
    source = reading.articles[0].source
    assert (source.title, source.outlet, source.published) == ("The barrier opens", "The Post", date(2024, 6, 18))


@pytest.mark.parametrize("text", ["Title\n=====\n\n" + LONG, "# Title\n" + LONG, "Title\n\n" + LONG])
def test_headlines(text: str) -> None:
    assert [p.kind for p in read(text).articles[0].paragraphs] == ["title", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "*" * 5000,
        "[" * 3000 + "]" * 3000,
        "`" * 4000,
        "_a" * 3000,
        "<" * 5000,
        "> " * 3000,
        "![" * 2000 + "](x" * 2000,
        "`" * 200_000,
        "[" * 400_000,
        "# a" + "#" * 200_000 + "x",
    ],
)
def test_odd_marks_end_soon(text: str) -> None:
    assert read(f"{LONG}\n\n{text}").status == "read"


@given(st.text(alphabet="ab *_`#>|-=[]()!<>\n~1.", max_size=200))
def test_any_text_gives_a_reading(text: str) -> None:
    assert read(text).status in ("read", "skipped")
