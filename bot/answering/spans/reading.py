"""A sentence read against a question for its short answer: which words the question holds, and how near each is to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, compress

from bot.answering.evidence.matching import FAMILY
from bot.answering.question.gap import Gap
from bot.answering.question.view import QuestionView
from bot.answering.spans.shape import SpanShape, shape_of
from bot.answering.text.paragraph_view import PREFIX, SentenceView
from bot.answering.text.tokens import Token
from bot.language.words.terms import Word

DECAY = 0.75
"""What one more word between costs the nearness of a matched word."""
RATES = (0.6, 0.85)
"""The same for words that a statement has on one side of the gap, near and far."""
_BESIDE = ("nxt", "last", "prev")
_FAR, _NOTHING = 99, (0.0, -1)
Curve = tuple[tuple[str, ...], Sequence[float]]
"""A nearness under its names, at each place of a sentence, the end included."""


class SpanReading:
    """The words of a sentence with their weights in the question, counts and distances; `gap` is the question's.

    `match` is the weight of the question's word that each word stands for, `known` whether the question says it.
    """

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

    def _weigh(self) -> list[tuple[float, int]]:
        """For each word the weight of the word of the question that it stands for, and that one's index."""
        question, forms = self.question, dict[str, tuple[float, int]]()
        families = dict[str, tuple[float, int]]()
        for term in question.terms:
            weight, folded = term.weight / question.total, term.word.folded
            for form in question.forms(term, self.sentence):
                forms[form] = max(forms.get(form, _NOTHING), (weight, term.index))
            if len(folded) > PREFIX:
                families.setdefault(folded[:PREFIX], (FAMILY * weight, term.index))
        return [
            max(forms.get(w.stem, _NOTHING), forms.get(w.folded, _NOTHING))
            if w.stem in forms or w.folded in forms or len(w.folded) <= PREFIX
            else families.get(w.folded[:PREFIX], _NOTHING)
            for w in (t.word for t in self.tokens)
        ]

    def _nearness(self, places: Sequence[int]) -> None:
        """At each place how near the question's words are on either side: all of them, and those expected there."""
        match = self.match
        self._left, self._right = _decayed(match, DECAY), _decayed(match[::-1], DECAY)[::-1]
        self._top = max(*self._left, *self._right, 1e-6)
        lefts: list[Curve] = [(("L",), self._left)]
        rights: list[Curve] = [(("R",), self._right)]
        for name, side in (("P", self.gap.left), ("Q", self.gap.right)):
            mine = [m if place in side else 0.0 for m, place in zip(match, places, strict=True)]
            for n, rate in enumerate(RATES):
                lefts.append(((f"L{name}{n}", f"L{name}{n}|{self.role}"), _decayed(mine, rate)))
                rights.append(((f"R{name}{n}", f"R{name}{n}|{self.role}"), _decayed(mine[::-1], rate)[::-1]))
        self._lefts, self._rights = ([(names, [v / self._top for v in c]) for names, c in cs] for cs in (lefts, rights))
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
        head = (said[max(focus)] if question.language == "en" else said[min(focus)]) if focus else None
        self._focus, self._head = _are(tokens, [said[i] for i in focus]), _are(tokens, [head] if head else ())
        self._focused = _running(self._focus)
        beside = [(n, said[i]) for n, i in zip(_BESIDE, self.gap.beside, strict=True) if i is not None]
        places = [(name, {*compress(range(len(tokens)), _are(tokens, [word]))}) for name, word in beside]
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


def _are(tokens: Sequence[Token], words: Sequence[Word]) -> list[bool]:
    """For each word of a sentence whether it is one of some words, in any inflection or without its tones."""
    if not words:
        return [False] * len(tokens)
    stems, folded = {w.stem for w in words}, {w.folded for w in words}
    return [t.word.stem in stems or t.word.folded in folded for t in tokens]


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
