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


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">\n\nSecret <b>words</b>.\n\n</div>', "<p hidden>Secret words.</p>", "<script>\nlet secret = 1\n</script>",
        "<style>.a { b: c }</style>", "<DIV HIDDEN><div>Secret</div> words.</DIV>", '<span class="sr-only">Secret words.</span>',
    ],
)  # fmt: skip
def test_html_that_hides_its_text_is_left_out(hidden: str) -> None:
    reading = read_bytes(f"# Title\n\nZebras graze.\n\n{hidden}\n\nOtters swim.\n".encode(), "a.md", SETTINGS)
    assert texts(reading) == ["Title", "Zebras graze.", "Otters swim."]
    assert reading.reason.endswith("characters of hidden text were left out.")


@pytest.mark.parametrize(
    "seen", ["The `<script>` element is old.", "a < b <c class=x> d", '<div class="lead">Storks nest.</div>', "<p hidden> is how HTML hides."]
)  # fmt: skip
def test_html_that_hides_nothing_is_kept(seen: str) -> None:
    reading = read_bytes(f"Zebras graze.\n\n{seen}\n\nOtters swim.\n".encode(), "a.md", SETTINGS)
    assert len(texts(reading)) == 3
    assert reading.reason == ""


@pytest.mark.timeout(20)
def test_a_text_of_nothing_but_tags_is_read_in_time() -> None:
    for text in ("<div hidden>" * 30_000, "<p class=a" * 50_000, "".join(f"<i class=c{n}>" for n in range(2_000))):
        read_bytes(f"Zebras graze.\n\n{text}".encode(), "a.md", SETTINGS)
