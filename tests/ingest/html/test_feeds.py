from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.intake.files import read_bytes
from bot.ingest.intake.reading import Reading
from tests.ingest.reading_texts import LONG, SETTINGS, texts

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>
<item><title>Tin &amp; tức</title><link>https://a.b/1</link><guid>g1</guid><pubDate>Mon, 10 Mar 2025 23:30:00 +0700</pubDate>
<description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>{LONG}</p><p style="display:none">Secret.</p><p>Second.</p><p><a href="/x">Read more of this</a></p>]]></content:encoded></item>
<item><title>Two</title><link>https://a.b/2</link><description>{LONG} Two.</description></item>
<item><title>Two</title><link>https://a.b/2</link><description>{LONG} Two.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>At</title><entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; one</title><id>i</id>
<link rel="self" href="https://a.b/self"/><link href="https://a.b/x"/><published>2025-03-10T00:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LONG}</p><p>Second.</p></div></content></entry></feed>"""


def read(content: str | bytes, name: str = "f.xml") -> Reading:
    return read_bytes(content.encode() if isinstance(content, str) else content, name, SETTINGS)


def test_rss() -> None:
    first, second = read(RSS).articles
    assert [p.text for p in first.paragraphs] == ["Tin & tức", LONG, "Second."]
    assert (first.source.outlet, first.source.published, first.source.url) == (
        "The Post",
        date(2025, 3, 10),
        "https://a.b/1",
    )
    assert [p.text for p in second.paragraphs] == ["Two", f"{LONG} Two."]
    assert second.source.published is None


def test_atom() -> None:
    (article,) = read(ATOM, "f.atom").articles
    assert [p.text for p in article.paragraphs] == ["A bold one", LONG, "Second."]
    assert (article.source.url, article.source.published) == ("https://a.b/x", date(2025, 3, 10))


def test_ids_do_not_change_when_items_come_on_top() -> None:
    before = {a.source.id for a in read(RSS).articles}
    longer = RSS.replace(
        "<item>", f"<item><title>New</title><guid>g0</guid><description>{LONG} New.</description></item><item>", 1
    )
    assert before < {a.source.id for a in read(longer).articles}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel>&b;</channel></rss>', "entities"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><rss/>', "document type"), ("<rss><channel>", "not well-formed XML at line 1"), ("<svg/>", "no RSS or Atom"),
        ("", "not well-formed"), ("<a>" * 5000, "not well-formed"), ("<rss>&nbsp;</rss>", "not well-formed"), (b"\x89PNG....", "picture"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>'.encode("utf-16"), "entities"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_one_sentence(content: str | bytes, says: str) -> None:
    reading = read(content)
    assert reading.status == "refused"
    assert reading.reason.startswith("f.xml")
    assert says in reading.reason


@given(st.lists(st.sampled_from(["<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "&#8;", "&lt;p&gt;",
                                 "</channel>", "</rss>", "<![CDATA[", "]]>", "<link>", "x\x08", "đ", "<pubDate>", "99 Foo 0"]), max_size=25))  # fmt: skip
def test_any_xml_gives_a_reading(pieces: list[str]) -> None:
    reading = read("".join(pieces))
    assert reading.status in ("read", "skipped", "refused")
    assert all(texts(reading))
