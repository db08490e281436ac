"""How the runs of words of a sentence stand to a question: the names that the weights of short answers are given to.

Named apart are what a run begins with, ends with and holds: one sum for each word, and few for each run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.spans.reading import Curve, SpanReading
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.word_classes import CUES, is_past
from bot.language.words.normalise import words

Named = tuple[str, float]
"""A feature's name and its value."""

_ARTICLES, _BY, _PASSIVE = words("the a an"), words("by bởi do"), words("được bị")
_VERBAL, _PREDICATES = frozenset("VEGX"), frozenset("VEBMHX")
KEPT = 16
"""Candidates of a sentence, the likeliest by their edges, that are judged as a whole."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first:last` (half open) of a sentence."""

    sentence: SentenceView
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where it begins in its paragraph."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends, without a possessive."""
        token = self.sentence.tokens[self.last - 1]
        return token.end - 2 * token.text.endswith(("'s", "’s"))


class SpanScene(SpanReading):
    """A reading that names how each run of words stands to the question."""

    def left(self, i: int) -> Iterator[Named]:
        """The names of the words before a run that begins at word `i`, and of that word."""
        yield from _told(self._lefts, i)
        yield from self._outset(i)

    def _outset(self, i: int) -> Iterator[Named]:
        """The same, nearness apart."""
        role, low = self.role, self.shape.words
        yield f"dl{_bucket(self._to_left[i])}", 1.0
        yield f"fl{self._fresh_left[i]}", 1.0
        if self._last_held < i:
            yield f"side:after|{role}", 1.0
        yield "cl", self._clause[i]
        if self._clause[i] >= 1:
            yield "clbest", 1.0
        if self._depth[i]:
            yield "inparen", 1.0
        if self.known[i] and not self.tokens[i].stop:
            yield "knownfirst", 1.0
        yield from self._led(i, low)
        yield from self._beside(i - 1, range(max(0, i - 4), i), "<")
        yield from self._verb(self._verb_left[i], i, "<")
        if i and self._head[i - 1]:
            yield "hf:prev", 1.0
        elif i > 1 and self._head[i - 2]:
            yield "hf:prev2", 1.0
        if i and self._focus[i - 1]:
            yield "f:prev", 1.0
        led = i - 1 - (i > 1 and low[i - 1] in _ARTICLES)
        if i and self.shape.tag(led) in _VERBAL:
            yield f"object|{role}", 1.0
        if i and self.shape.tags[i - 1] == "C":
            yield f"c|{self._several}", 1.0

    def right(self, j: int) -> Iterator[Named]:
        """The names of the words behind a run that ends before word `j`, and of its last word."""
        yield from _told(self._rights, j)
        yield from self._ending(j)

    def _ending(self, j: int) -> Iterator[Named]:
        """The same, nearness apart."""
        role, last = self.role, self.tokens[j - 1]
        yield f"dr{_bucket(self._to_right[j])}", 1.0
        yield f"fr{self._fresh_right[j]}", 1.0
        if j <= self._first_held:
            yield f"side:before|{role}", 1.0
        if self.known[j - 1] and not last.stop:
            yield "knownlast", 1.0
        yield from self._beside(j, range(j, min(len(self.tokens), j + 4)), ">")
        yield from self._verb(self._verb_right[j], j, ">")
        behind = self.shape.after_aside(j)
        if self.shape.tag(behind) in _PREDICATES:
            yield f"subject{'' if behind == j else ','}|{role}", 1.0
        if behind != j and self._verb_right[j] == behind:
            yield f"vaside|{role}", 1.0
        if self._head[j - 1]:
            yield "hf:last", 1.0
        elif j < len(self.tokens) and self._head[j]:
            yield "hf:next", 1.0
        if j < len(self.tokens) and self._focus[j]:
            yield "f:next", 1.0
        if j < len(self.tokens) and self.shape.tags[j] == "C":
            yield f"c|{self._several}", 1.0

    def whole(self, i: int, j: int) -> Iterator[Named]:
        """The names of a run as a whole."""
        size = j - i
        content = (self._content[j] - self._content[i]) or 1
        said = self._said[j] - self._said[i]
        yield "known", (self._knowns[j] - self._knowns[i]) / size
        yield "cknown", said / content
        if said >= content:
            yield "nofresh", 1.0
        if not said:
            yield "allfresh", 1.0
        elif size > 2 and not (self._spoken[i] or self._spoken[j - 1]):
            yield "knownmid", 1.0
        yield "mass", self._mass[j] - self._mass[i]
        yield "Lmx", max(self._left[i], self._right[j]) / self._top
        yield f"d{_bucket(min(self._to_left[i], self._to_right[j]))}", 1.0
        rarity = self._rarity[j] - self._rarity[i]
        yield "idf", rarity / content
        yield "idfs", rarity
        if self._focused[j] > self._focused[i]:
            yield "f:in", 1.0
        if self._verbs[j] > self._verbs[i]:
            yield f"v:in|{self.role}", 1.0
        if size > 2 and self._joints[j - 1] > self._joints[i + 1]:
            yield f"C|{self._several}", 1.0

    def scores(self, shaped: Sequence[float], weights: Mapping[str, float]) -> list[tuple[int, float]]:
        """The sums of the candidates likeliest by their edges, each with its place; `shaped` are those of their looks."""
        candidates, get = self.shape.candidates, weights.get
        lefts, rights = _nearness(self._lefts, weights), _nearness(self._rights, weights)
        for i in {i for i, _ in candidates}:
            lefts[i] += sum([get(n, 0.0) * v for n, v in self._outset(i)])
        for j in {j for _, j in candidates}:
            rights[j] += sum([get(n, 0.0) * v for n, v in self._ending(j)])
        edges = [score + lefts[i] + rights[j] for score, (i, j) in zip(shaped, candidates, strict=True)]
        likely = sorted(range(len(edges)), key=lambda n: (-edges[n], n))[:KEPT]
        return [(n, edges[n] + sum([get(m, 0.0) * v for m, v in self.whole(*candidates[n])])) for n in likely]

    def _led(self, i: int, low: Sequence[str]) -> Iterator[Named]:
        """The function word or cue before a run, an article apart."""
        before = low[i - 1] if i else "^"
        skipped = (low[i - 2] if i > 1 else "^") if before in _ARTICLES else before
        if self.gap.preposition:
            yield "prep=" if self.gap.preposition in (skipped, low[i]) else "prep!", 1.0
        if skipped in _BY:
            yield f"by|{self.role}", 1.0
            yield "by", 1.0
        if before in CUES:
            yield f"cue:{before}", 1.0
        if i > 1 and low[i - 2] in CUES:
            yield f"cue2:{low[i - 2]}", 1.0

    def _beside(self, near: int, around: Sequence[int], side: str) -> Iterator[Named]:
        """Whether words that stand beside the gap in the question stand beside the run."""
        for name, places in self._neighbours:
            if near in places:
                yield f"q{name}{side}1", 1.0
            elif not places.isdisjoint(around):
                yield f"q{name}{side}", 1.0

    def _verb(self, place: int, edge: int, side: str) -> Iterator[Named]:
        """How far the question's verb is on one side, and whether it is passive there."""
        if place < 0:
            return
        first, last = (place + 1, edge) if side == "<" else (edge, place)
        passive = "p" if self._is_passive(place) else ""
        yield f"v{side}{passive}|{self.role}", 1.0
        yield f"v{side}{_bucket(last - first)}{passive}", 1.0
        if self._content[first] == self._content[last]:
            yield f"v{side}{passive}1|{self.role}", 1.0

    def _is_passive(self, place: int) -> bool:
        if self.shape.language == "vi":
            return place > 0 and self.shape.words[place - 1] in _PASSIVE
        led = self.shape.tags[max(0, place - 3) : place]
        return is_past(self.shape.words[place]) and "B" in led


def _told(curves: Sequence[Curve], place: int) -> Iterator[Named]:
    return ((name, values[place]) for names, values in curves for name in names)


def _nearness(curves: Sequence[Curve], weights: Mapping[str, float]) -> list[float]:
    """At each place the weighted sum of some curves."""
    weighed = [(sum([weights.get(n, 0.0) for n in names]), values) for names, values in curves]
    return [sum(column) for column in zip(*[[w * v for v in values] for w, values in weighed], strict=True)]


def _bucket(distance: int) -> int:
    return distance if distance < 4 else 4 if distance < 6 else 6 if distance < 9 else 9
