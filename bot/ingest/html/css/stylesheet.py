"""A page's own style sheets, and what they say of each element; external ones are not fetched.

Selectors of tags, classes, ids, attributes, `:not()`, descendants and children are understood, nested rules and the
conditions of a usual screen too; a rule with any other selector or condition is passed over.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from bot.ingest.html.css.selectors import Compound, parsed
from bot.ingest.html.css.styles import Style, declarations, without_comments
from bot.ingest.html.markup import Element

_CSS_CHARS = 1_000_000
_SELECTOR_CHARS = 500
_MOST_SELECTORS = 500
_DEEPEST = 10
_MOST_RULES = 30_000
_MOST_TRIES = 1_000_000
_SCREEN = 1_280.0
"""The width of the window, in pixels, of the reader whose view counts."""
_TOKEN = re.compile(r"([^{};]*)([{};]|\Z)")
_IN_LIST = re.compile(r"(?:[^,(\[]|\([^()]*\)|\[[^\[\]]*\])+")
_WIDTH = re.compile(r"\((min|max)-width\s*:\s*(\d+(?:\.\d+)?)(px|em|rem)\)")
_TELLING_NAMES = (
    "display visibility content-visibility opacity filter zoom font font-size color -webkit-text-fill-color background background-clip "
    "-webkit-background-clip background-color background-image position left top right bottom inset margin margin-left margin-top "
    "text-indent white-space overflow overflow-x overflow-y height width max-height max-width block-size inline-size line-height clip "
    "clip-path transform translate scale"
)
_TELLING = frozenset(_TELLING_NAMES.split())

_Step = tuple[int, int]
"""The number of a rule and the place of a step in its selector, both from 0."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The steps of a selector from the outermost in, and what is declared for the elements that it selects."""

    steps: tuple[Compound, ...]
    usual: Style
    important: Style

    @property
    def weight(self) -> tuple[int, int, int]:
        """The specificity of the whole selector."""
        ids, others, tags = zip(*(step.weight for step in self.steps), strict=True)
        return sum(ids), sum(others), sum(tags)


@dataclass(slots=True)
class Styles:
    """The declarations that hold for each element of a tree; `complete`: no style sheet stands elsewhere."""

    complete: bool = True
    of: dict[Element, Style] = field(default_factory=dict)

    @classmethod
    def read(cls, tree: Element) -> Styles:
        """Works the rules of the page's sheets and the inline styles out for all its elements."""
        links = (link for link in tree.iter("link") if "stylesheet" in link.get("rel", "").lower())
        styles = cls(complete=next(links, None) is None)
        rules = sorted(
            islice(_rules(" } ".join(_sheets(tree))[:_CSS_CHARS]), _MOST_RULES), key=lambda rule: rule.weight
        )
        for element, matched in _Matching(rules).over(tree):
            if style := _cascaded([rules[number] for number in matched], element.get("style", "")):
                styles.of[element] = style
        return styles


def _cascaded(rules: Sequence[Rule], inline: str) -> Style:
    """What holds in the end, of rules in rising weight and the element's own style."""
    usual, important = declarations(inline) if inline else ({}, {})
    style: Style = {}
    for declared in (*(rule.usual for rule in rules), usual, *(rule.important for rule in rules), important):
        style |= declared
    return style


class _Matching:
    """Which rules select which elements, found in one walk: steps that ancestors meet are remembered on the way down.

    After `_MOST_TRIES` steps were tried no further rule is, so that no page takes long.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._steps: defaultdict[str, list[_Step]] = defaultdict(list)
        for number, rule in enumerate(rules):
            for place, step in enumerate(rule.steps):
                self._steps[step.key].append((number, place))
        self._met: list[list[_Step]] = [[]]
        self._above: Counter[_Step] = Counter()
        self._tries = 0

    def over(self, tree: Element) -> Iterator[tuple[Element, list[int]]]:
        """Each element with the numbers of the rules that select it, in rising order."""
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "end":
                self._above.subtract(self._met.pop())
                continue
            met = self._steps_met(element)
            yield element, sorted(number for number, place in met if place == len(self._rules[number].steps) - 1)
            self._met.append(met)
            self._above.update(met)

    def _steps_met(self, element: Element) -> list[_Step]:
        if not self._steps or self._tries > _MOST_TRIES:
            return []
        classes = frozenset(element.get("class", "").split())
        keys = ("*", element.tag, f"#{element.get('id')}", *(f".{name}" for name in classes))
        tried = [step for key in keys if key in self._steps for step in self._steps[key]]
        self._tries += len(tried)
        at_parent = frozenset(self._met[-1])
        return [step for step in tried if self._is_met(step, element, classes, at_parent)]

    def _is_met(self, step: _Step, element: Element, classes: frozenset[str], at_parent: frozenset[_Step]) -> bool:
        number, place = step
        compound = self._rules[number].steps[place]
        if place:
            outer = (number, place - 1)
            if (outer not in at_parent) if compound.child else self._above[outer] < 1:
                return False
        return compound.fits(element, classes)


def _sheets(tree: Element) -> Iterator[str]:
    """The texts of the sheets that hold for a screen; those for browsers without scripts do not."""
    for sheet in tree.iter("style"):
        if applies(sheet.get("media", "")) and next(sheet.iterancestors("noscript", "template"), None) is None:
            text = without_comments((sheet.text or "").replace("<!--", " ").replace("-->", " "))
            first, *others = text.split("url(")
            yield "url()".join([first, *(other.partition(")")[2] for other in others)])


def _rules(css: str) -> Iterator[Rule]:
    """The rules of a sheet that may bear on what is seen. A block left open is closed by the end."""
    frames: list[tuple[Sequence[str] | None, list[str]]] = []
    for text, end in _TOKEN.findall(css):
        if end == "{":
            around = ("",) if not frames else frames[-1][0] if len(frames) < _DEEPEST else None
            frames.append((_selected(text.strip(), around), []))
        elif frames:
            frames[-1][1].append(text)
            closed = [frames.pop()] if end == "}" else frames[::-1] if not end else []
            for selectors, body in closed:
                yield from _rules_of(selectors or (), ";".join(body))
            if not end:
                frames.clear()


def _selected(prelude: str, around: Sequence[str] | None) -> Sequence[str] | None:
    """The selectors of a block within another; None for one that does not hold on a screen."""
    if around is None or not prelude.startswith("@"):
        return around and [*islice(_nested(prelude, around), _MOST_SELECTORS)]
    name, _, condition = prelude.partition(" ")
    if name in ("@supports", "@layer", "@scope") or (name.startswith("@media") and applies(prelude[6:])):
        return None if condition.startswith("not") else around
    return None


def _nested(prelude: str, around: Sequence[str]) -> Iterator[str]:
    """The selectors of a list, each within each of those around."""
    for selector in map(str.strip, _IN_LIST.findall(prelude)):
        for outer in around:
            whole = outer + selector[1:] if selector.startswith("&") else f"{outer} {selector}".strip()
            if len(whole) <= _SELECTOR_CHARS:
                yield whole


def _rules_of(selectors: Iterable[str], body: str) -> Iterator[Rule]:
    usual, important = ({k: v for k, v in style.items() if k in _TELLING} for style in declarations(body))
    if usual or important:
        for selector in selectors:
            if steps := parsed(selector):
                yield Rule(steps, usual, important)


def applies(query: str) -> bool:
    """Does a media query hold for a usual screen? One that is not understood does not.

    >>> [applies(q) for q in ("", "print", "screen and (min-width: 600px)", "(max-width: 600px)", "(hover)")]
    [True, False, True, False, False]
    """
    return not query.strip() or any(_holds(part.strip()) for part in query.lower().split(","))


def _holds(query: str) -> bool:
    kind, *features = (part.strip() for part in re.split(r"\band\b", query.removeprefix("only ")))
    if kind.startswith("("):
        kind, features = "all", [kind, *features]
    widths = [_WIDTH.fullmatch(feature) for feature in features]
    bounds = [(w[1], float(w[2]) * (1 if w[3] == "px" else 16)) for w in widths if w]
    fits = all(bound <= _SCREEN if side == "min" else bound >= _SCREEN for side, bound in bounds)
    return kind in ("all", "screen", "not print") and len(bounds) == len(features) and fits
