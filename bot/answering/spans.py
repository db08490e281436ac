"""How the runs of words of a sentence stand to a question: the names that the weights of short answers are given to.

Named apart are what a run begins with, ends with and holds: one sum for each word, and few for each run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.answering.question_gap import Gap
from bot.answering.question_view import QuestionView
from bot.answering.span_shape import SpanShape, shape_of
from bot.answering.view import SentenceView, Token
from bot.answering.word_classes import CUES, is_past
from bot.answering.words import words
from bot.language.terms import Word

Named = tuple[str, float]
"""A feature's name and its value."""

DECAY = 0.75
"""What one more word between costs the nearness of a matched word."""
RATES = (0.6, 0.85)
"""The same for words that a statement has on one side of the gap, near and far."""
_ARTICLES, _BY, _PASSIVE = words("the a an"), words("by bởi do"), words("được bị")
_BESIDE = ("nxt", "last", "prev")
_FAR = 99
KEPT = 40
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


class SpanScene:
    """A sentence prepared for judging its spans against a question; `gap` is the question's."""

    def __init__(self, question: QuestionView, sentence: SentenceView, gap: Gap) -> None:
        self.question, self.sentence, self.gap = question, sentence, gap
        self.shape: SpanShape = shape_of(sentence, question.glossary)
        self.tokens, self.role = sentence.tokens, gap.role
        held = self._weigh()
        self.match = [weight for weight, _ in held]
        self.known = [m > 0 or t.word.folded in question.folded for m, t in zip(self.match, self.tokens, strict=True)]
        self._nearness([place for _, place in held])
        self._count()
        self._distances()
        self._asked_about()

    def left(self, i: int) -> Iterator[Named]:
        """The names of the words before a run that begins at word `i`, and of that word."""
        role, top, low = self.role, self._top, self.shape.words
        yield "L", self._left[i] / top
        for name, by_role, near in self._sided_left:
            value = near[i] / top
            yield name, value
            yield by_role, value
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
        if i and self.shape.tags[i - 1] == "C":
            yield f"c|{self._several}", 1.0

    def right(self, j: int) -> Iterator[Named]:
        """The names of the words behind a run that ends before word `j`, and of its last word."""
        role, top, last = self.role, self._top, self.tokens[j - 1]
        yield "R", self._right[j] / top
        for name, by_role, near in self._sided_right:
            value = near[j] / top
            yield name, value
            yield by_role, value
        yield f"dr{_bucket(self._to_right[j])}", 1.0
        yield f"fr{self._fresh_right[j]}", 1.0
        if j <= self._first_held:
            yield f"side:before|{role}", 1.0
        if self.known[j - 1] and not last.stop:
            yield "knownlast", 1.0
        yield from self._beside(j, range(j, min(len(self.tokens), j + 4)), ">")
        yield from self._verb(self._verb_right[j], j, ">")
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
        lefts = {i: sum([get(n, 0.0) * v for n, v in self.left(i)]) for i in {i for i, _ in candidates}}
        rights = {j: sum([get(n, 0.0) * v for n, v in self.right(j)]) for j in {j for _, j in candidates}}
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

    def _weigh(self) -> list[tuple[float, int]]:
        """For each word the weight of the word of the question that it stands for, and that one's index."""
        question, forms = self.question, dict[str, tuple[float, int]]()
        for term in question.terms:
            for form in question.forms(term, self.sentence):
                forms[form] = max(forms.get(form, (0.0, -1)), (term.weight / question.total, term.index))
        nothing = (0.0, -1)
        return [max(forms.get(t.word.stem, nothing), forms.get(t.word.folded, nothing)) for t in self.tokens]

    def _nearness(self, places: Sequence[int]) -> None:
        """At each place how near the question's words are on either side: all of them, and those expected there."""
        match = self.match
        self._left, self._right = _decayed(match, DECAY), _decayed(match[::-1], DECAY)[::-1]
        self._top = max(*self._left, *self._right, 1e-6)
        self._sided_left, self._sided_right = [], []
        for name, side in (("P", self.gap.left), ("Q", self.gap.right)):
            mine = [m if place in side else 0.0 for m, place in zip(match, places, strict=True)]
            for n, rate in enumerate(RATES):
                names = f"{name}{n}", f"{name}{n}|{self.role}"
                self._sided_left.append((f"L{names[0]}", f"L{names[1]}", _decayed(mine, rate)))
                self._sided_right.append((f"R{names[0]}", f"R{names[1]}", _decayed(mine[::-1], rate)[::-1]))
        self._clause = _clauses(self.shape, match, places)
        held = [k for k, m in enumerate(match) if m > 0]
        self._first_held, self._last_held = (held[0], held[-1]) if held else (-1, len(match))

    def _count(self) -> None:
        """Running counts over the words, so that a run's are a difference."""
        tokens, highest = self.tokens, self.question.highest
        self._spoken = [k and not t.stop for k, t in zip(self.known, tokens, strict=True)]
        self._content = _running([not t.stop for t in tokens])
        self._knowns, self._said = _running(self.known), _running(self._spoken)
        self._mass = _running(self.match)
        rarities = [0.0 if t.stop else self.question.rarity(t.word.stem) / highest for t in tokens]
        self._rarity = _running(rarities)
        self._joints = _running([tag == "C" for tag in self.shape.tags])
        marks = self.shape.marks
        self._depth = [d > 0 for d in accumulate((m == "(") - (m == ")") for m in marks[:-1])]

    def _distances(self) -> None:
        """Words, and fresh content words, up to the nearest held word on either side of each place."""
        size, content = len(self.tokens), self._content
        self._to_left, self._to_right = [_FAR] * (size + 1), [_FAR] * (size + 1)
        self._fresh_left, self._fresh_right = [4] * (size + 1), [4] * (size + 1)
        held = [k for k, m in enumerate(self.match) if m > 0]
        for last, following in zip(held, [*held[1:], size], strict=False):
            for k in range(last + 1, following + 1):
                self._to_left[k] = k - 1 - last
                self._fresh_left[k] = min(int(content[k] - content[last + 1]), 4)
        for before, first in zip([-1, *held], held, strict=False):
            for k in range(before + 1, first + 1):
                self._to_right[k] = first - k
                self._fresh_right[k] = min(int(content[first] - content[k]), 4)

    def _asked_about(self) -> None:
        """Where the noun asked about, the question's verbs and the words beside its gap stand."""
        question, tokens = self.question, self.tokens
        said, focus = question.words, question.asked.focus
        self._focus = [any(_same(t, said[i]) for i in focus) for t in tokens]
        head = (said[max(focus)] if question.language == "en" else said[min(focus)]) if focus else None
        self._head = [head is not None and _same(t, head) for t in tokens]
        self._focused = _running(self._focus)
        beside = [(n, said[i]) for n, i in zip(_BESIDE, self.gap.beside, strict=True) if i is not None]
        places = [(n, {k for k, t in enumerate(tokens) if _same(t, word)}) for n, word in beside]
        self._neighbours = [(name, spots) for name, spots in places if spots]
        plural = question.language == "en" and head is not None and head.canonical.endswith("s")
        self._several = question.asked.several or plural
        stems = {said[i].stem for i in self.gap.verbs}
        verbs = [t.word.stem in stems for t in tokens]
        self._verbs = _running(verbs)
        self._verb_left, self._verb_right = [-1] * (len(tokens) + 1), [-1] * (len(tokens) + 1)
        for k, verb in enumerate(verbs):
            self._verb_left[k + 1] = k if verb else self._verb_left[k]
        for k in range(len(verbs) - 1, -1, -1):
            self._verb_right[k] = k if verbs[k] else self._verb_right[k + 1]


def _same(token: Token, word: Word) -> bool:
    return token.word.stem == word.stem or token.word.folded == word.folded


def _bucket(distance: int) -> int:
    return distance if distance < 4 else 4 if distance < 6 else 6 if distance < 9 else 9


def _running(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0))


def _decayed(match: Sequence[float], rate: float) -> list[float]:
    """At each place, the end included, the matched weight before it, less for each word between."""
    return list(accumulate(match, lambda value, m: rate * (value + m), initial=0.0))


def _clauses(shape: SpanShape, match: Sequence[float], places: Sequence[int]) -> list[float]:
    """For each word the share of the question in its clause, 1 in the clause that holds most."""
    held = {(number, place): m for number, place, m in zip(shape.clauses, places, match, strict=True) if m > 0}
    weights = [0.0] * (shape.clauses[-1] + 1)
    for (number, _), weight in held.items():
        weights[number] += weight
    most = max(*weights, 1e-6)
    return [weights[n] / most for n in shape.clauses]
