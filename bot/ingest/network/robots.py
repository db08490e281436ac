"""What a site's robots.txt lets an agent fetch (RFC 9309): the longest rule that matches wins, with `*` and `$` in paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"\s*([\w-]+)\s*:([^#]*)")
_TOKEN = re.compile(r"\*|[a-z_-]*")
_TO_SPELL = re.compile(rb"%([0-9A-Fa-f]{2})|([^!-~])")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class Rule(NamedTuple):
    """What begins as the pattern says may be fetched, or may not; `*` is any text, a last `$` the end."""

    pattern: str
    allows: bool

    def matches(self, path: str) -> bool:
        """Whether a path, `spelled` and ended by `$`, is one of these: each part is taken where it first stands."""
        first, *others = self.pattern.split("*")
        if not path.startswith(first):
            return False
        place = len(first)
        for part in others:
            place = path.find(part, place)
            if place < 0:
                return False
            place += len(part)
        return True


class Robots:
    """The rules of one robots.txt for one agent: those that name it, else those for all.

    >>> robots = Robots("User-agent: *\\nDisallow: /*.pdf$\\nDisallow: /private/\\nAllow: /private/news", "Trich")
    >>> [robots.allow(path) for path in ("/a.pdf", "/a.pdf?page=2", "/private/a", "/private/news/a")]
    [False, True, False, True]
    """

    def __init__(self, text: str, agent: str) -> None:
        rules: dict[str, list[Rule]] = {}
        for agents, group in _groups(text):
            for name in agents:
                rules.setdefault(name, []).extend(group)
        self._rules = rules.get(agent.lower(), rules.get("*", []))

    def allow(self, path: str) -> bool:
        """Whether a path with its query may be fetched."""
        asked = spelled(path).replace("*", "%2A").replace("$", "%24") + "$"
        found = ((len(rule.pattern), rule.allows) for rule in self._rules if rule.matches(asked))
        return max(found, default=(0, True))[1]


def _groups(text: str) -> Iterator[tuple[set[str], list[Rule]]]:
    """The agents that stand together above some rules, and the rules; lines of other kinds are passed over."""
    agents: set[str] = set()
    rules: list[Rule] = []
    for key, value in _lines(text):
        if key == "user-agent":
            if rules:
                yield agents, rules
                agents, rules = set(), []
            agents.update(_TOKEN.findall(value.lower())[:1])
        elif key in ("allow", "disallow") and agents:
            rules.append(Rule(_pattern(value), key == "allow" or not value))
    yield agents, rules


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if found := _LINE.match(line):
            yield found[1].lower(), found[2].strip()


def _pattern(value: str) -> str:
    end = "$" if value.endswith("$") else ""
    return spelled(value.removesuffix("$")).replace("$", "%24") + end


def spelled(path: str) -> str:
    """A path in the one spelling in which two are compared: what must be percent-encoded is, and nothing else.

    >>> spelled("/tin/%7Ean/thời sự"), spelled("/a%2fb")
    ('/tin/~an/th%E1%BB%9Di%20s%E1%BB%B1', '/a%2Fb')
    """
    return _TO_SPELL.sub(_octet, path.encode("utf-8", "replace")).decode("ascii")


def _octet(found: re.Match[bytes]) -> bytes:
    byte = int(found[1], 16) if found[1] else found[2][0]
    return bytes([byte]) if byte in _UNRESERVED else b"%%%02X" % byte
