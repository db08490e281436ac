"""CSS selectors: tags, classes, ids, attributes, `:not()`, descendants and children (https://www.w3.org/TR/selectors-4/)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.ingest.html.css.styles import unescaped
from bot.ingest.html.markup import Element

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)+"
_COMPOUND = re.compile(rf"({_NAME}|\*)?((?:[.#]{_NAME}|\[[^\[\]]*\]|:not\([^()]*\))*)")
_PART = re.compile(
    rf"([.#])({_NAME})|\[\s*({_NAME})\s*(?:([~|^$*]?=)\s*[\"']?([^\"'\]]*)[\"']?\s*i?\s*)?\]|:not\(([^()]*)\)"
)
_BETWEEN = re.compile(r"(\s*>\s*|\s+(?![^\[]*\]))")


@dataclass(frozen=True, slots=True)
class Compound:
    """What one step of a selector asks of an element; `child` binds it to the parent, else to any ancestor."""

    tag: str
    names: tuple[tuple[str, str], ...]
    attributes: tuple[tuple[str, str, str], ...]
    without: tuple[Compound, ...]
    child: bool = False

    @property
    def key(self) -> str:
        """What an element must have for this to be worth trying: an id, a class, a tag, or `*`."""
        ids = (name for mark, name in self.names if mark == "#")
        classes = (f".{name}" for mark, name in self.names if mark == ".")
        return next((f"#{name}" for name in ids), None) or next(classes, None) or self.tag or "*"

    @property
    def weight(self) -> tuple[int, int, int]:
        """The specificity (https://www.w3.org/TR/selectors-4/#specificity-rules)."""
        ids = sum(mark == "#" for mark, _ in self.names)
        others = len(self.names) - ids + len(self.attributes)
        inner = [compound.weight for compound in self.without]
        return (
            ids + sum(w[0] for w in inner),
            others + sum(w[1] for w in inner),
            bool(self.tag) + sum(w[2] for w in inner),
        )

    def fits(self, element: Element, classes: frozenset[str]) -> bool:
        """Does an element with these classes satisfy this step?"""
        if self.tag and element.tag != self.tag:
            return False
        if any(name not in classes if mark == "." else element.get("id") != name for mark, name in self.names):
            return False
        if any(not _has(element, *attribute) for attribute in self.attributes):
            return False
        return not any(compound.fits(element, classes) for compound in self.without)


def parsed(selector: str) -> tuple[Compound, ...]:
    """The steps of a selector; () for one that is not understood.

    >>> [step.key for step in parsed("div > p.a#b .c")], parsed("a:hover")
    (['div', '#b', '.c'], ())
    """
    parts = _BETWEEN.split(selector.strip())
    steps: list[Compound] = []
    for place in range(0, len(parts), 2):
        step = _compound(parts[place], child=place > 0 and ">" in parts[place - 1])
        if step is None:
            return ()
        steps.append(step)
    return tuple(steps)


def _compound(text: str, *, child: bool = False) -> Compound | None:
    found = _COMPOUND.fullmatch(text)
    if not text or found is None:
        return None
    names: list[tuple[str, str]] = []
    attributes: list[tuple[str, str, str]] = []
    without: list[Compound] = []
    for mark, name, attribute, how, value, inner in _PART.findall(found[2]):
        if mark:
            names.append((mark, unescaped(name)))
        elif attribute:
            attributes.append((attribute.lower(), how, value))
        else:
            excluded = [_compound(part.strip()) for part in inner.split(",")]
            without.extend(compound for compound in excluded if compound)
            if None in excluded:
                return None
    tag = (found[1] or "").lower()
    return Compound("" if tag == "*" else tag, tuple(names), tuple(attributes), tuple(without), child)


def _has(element: Element, name: str, how: str, wanted: str) -> bool:
    """Does an element's attribute hold what a selector asks of it?"""
    value: str | None = element.get(name)
    if value is None or not how:
        return value is not None
    return {
        "=": value == wanted, "~=": wanted in value.split(), "|=": value == wanted or value.startswith(f"{wanted}-"),
        "^=": bool(wanted) and value.startswith(wanted), "$=": bool(wanted) and value.endswith(wanted), "*=": bool(wanted) and wanted in value,
    }[how]  # fmt: skip
