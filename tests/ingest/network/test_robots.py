"""Rules of robots.txt as RFC 9309 reads them."""

from __future__ import annotations

import time

import pytest

from bot.ingest.network.robots import Robots

SITE = """\
User-Agent: foobot
Disallow: /example/page.html
Disallow: /example/disallowed.gif
Allow: /example/$  # its front page
Disallow: /example/

sitemap: https://example.com/sitemap.xml
User-agent: Trich/1.0
User-Agent: other_bot
Crawl-delay: 5
Disallow: /tin/*/in$
Disallow: /*?sort=
Allow: /tin/thời sự/
Disallow: /tin/th
Disallow: /a%2ab

User-agent: *
Disallow: /
"""
FETCHED = {
    "foobot": {"/example/": True, "/example/a": False, "/example/page.html": False, "/": True},
    "Trich": {
        "/": True,
        "/tin/1/in": False,
        "/tin/1/2/in": False,
        "/tin/1/in?x=1": True,
        "/tin/in": True,
        "/list?page=2&sort=date": True,
        "/list?sort=date": False,
        "/tin/th%E1%BB%9Di%20s%E1%BB%B1/a": True,
        "/tin/th%e1%bb%9di": False,
        "/a*b": False,
        "/a%2Ab/c": False,
        "/axb": True,
        "/example/page.html": True,
    },
    "Other_Bot": {"/tin/1/in": False},
    "nobody": {"/": False, "/tin": False},
}


@pytest.mark.parametrize(("agent", "path"), [(agent, path) for agent, paths in FETCHED.items() for path in paths])
def test_the_longest_rule_of_the_agents_own_group_wins(agent: str, path: str) -> None:
    assert Robots(SITE, agent).allow(path) is FETCHED[agent][path]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("", True),
        ("Disallow: /", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow:\nUser-agent: trich\nDisallow: /a", False),
        ("User-agent: trich\n\nDisallow: /a\nUser-agent: x\nAllow: /\nUser-agent: TRICH\nAllow: /a", True),
        ("User-agent: trichterbot\nDisallow: /", True),
        ("User-agent: *\r\nallow : /a\rDISALLOW:/", True),
        ("User-agent: *\nDisallow: *", False),
        ("User-agent: *\nDisallow: a", True),
        ("User-agent: *\nDisallow: /a$", False),
        ("User-agent: *\nDisallow: /$a", True),
        ("\x00\xff: \ud800\n::::\nUser-agent\nUser-agent: *\nDisallow: /\ud800%zz%", True),
    ],
)
def test_odd_files_are_read_as_far_as_they_say_something(rules: str, allowed: bool) -> None:
    assert Robots(rules, "Trich").allow("/a") is allowed


def test_many_wildcards_take_no_time() -> None:
    started = time.perf_counter()
    assert Robots("User-agent: *\n" + f"Disallow: /{'*a' * 500}*b\n" * 50, "Trich").allow("/" + "a" * 1_900)
    assert time.perf_counter() - started < 5
