"""The runs of words in a sentence that could be a short answer, and the names of what they look like, whatever is asked.

A run's names are those of its beginning, of its end, and of the whole; each is one weight in weights.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from bot.answering.spans.looks import looks
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.word_classes import CLOSED, english, vietnamese
from bot.language.lexicon.glossary import Glossary
from bot.language.lexicon.open_classes import classes
from bot.models import Language

LONGEST = 8
"""Words of a short answer, at most."""
NAMES = 4
"""Words of names that are told apart, at most."""
TITLE: dict[Language, int] = {"en": 1, "vi": 4}
"""Words of a title before a name, at most."""
ASIDE = 20
"""Words of an aside between commas, at most."""
_MARKS = tuple(zip("()\"“”«»';:–—,-/.", '()""""""' + ";:--,hh.", strict=True))
"""What a gap between two words is read as, the first of these marks in it."""
_PAIRED = frozenset('",(')
"""Marks before a run that may have their like behind it."""
_BREAKS = frozenset("();:")
_OPENERS = frozenset(
    [
        "more",
        "over",
        "under",
        "about",
        "around",
        "up",
        "between",
        "after",
        "before",
        "because",
        "by",
        "to",
        "in",
        "from",
    ]
)
"""Function words that an English short answer may begin with."""
_NO_START = frozenset("PCMBHS")
_NO_END = frozenset("DPCSMBHT")
_ORIGINS = frozenset({"from", "of", "của", "từ"})
_FIGURES = frozenset("#%")
_FAR = 10**6


class SpanShape:
    """A sentence as the classes of its words, the marks between them, its clauses by number, and its candidate runs.

    A run is `first, last`, half open.
    """

    def __init__(self, sentence: SentenceView, glossary: Glossary) -> None:
        tokens = sentence.tokens
        self.sentence = sentence
        self.language, self.size = sentence.language, len(tokens)
        self._entries = glossary.entries([t.text for t in tokens], self.language)
        self.tags = english(tokens) if self.language == "en" else vietnamese(tokens, self._entries)
        self._torn = {place for start, end in self._entries for place in range(start + 1, end)}
        self.gaps = _gaps(sentence)
        self.marks = [_mark(gap) for gap in self.gaps]
        self.marks[0], self.marks[-1] = _edge(self.marks[0], "^"), _edge(self.marks[-1], "$")
        self.words = [t.word.canonical for t in tokens]
        self._folded = [t.word.folded for t in tokens]
        self._capital = [t.capital for t in tokens]
        self._possessive = [t.text.endswith(("'s", "’s")) for t in tokens]
        self._commas = [0, *accumulate(m == "," for m in self.marks[1:])]
        self.clauses = list(accumulate(int(k > 0 and self._opens_clause(k)) for k in range(self.size)))
        self.candidates = list(self._candidates())
        self._name()

    def tag(self, place: int) -> str:
        """The class of a word; `^` outside of the sentence."""
        return self.tags[place] if 0 <= place < self.size else "^"

    def starts(self) -> list[tuple[str, ...]]:
        """For each word the names of a run that begins there."""
        return [self._start(i) for i in range(self.size)]

    def ends(self) -> list[tuple[str, ...]]:
        """For each place behind a word the names of a run that ends there; none for place 0."""
        return [(), *(self._end(j) for j in range(1, self.size + 1))]

    def pair(self, first: int, last: int) -> Iterator[str]:
        """The names of a whole run: what it looks like, and what more there is to it."""
        yield from looks(self.tags[first:last], self.language)
        yield from self.further(first, last)

    def further(self, first: int, last: int) -> list[str]:
        """The names of a whole run that the classes of its words alone do not give; of most runs there are none."""
        found: list[str] = []
        if last > first + 1 and self._commas[last - 1] > self._commas[first]:
            found.append("p:,")
        before, after = self.marks[first], self.marks[last]
        if before in _PAIRED or after == '"':
            found += _between(before, after)
        if (first, last) in self._places:
            found += ("p:place", "!place")
        elif self._unled[first]:
            found.append("!unled")
        if last >= self._people.get(first, _FAR):
            found.append("p:people")
        if last >= self._titles.get(first, _FAR):
            found.append("p:title")
        names = self._names[last] - self._names[first]
        if names:
            found.append(f"p:k{min(names, NAMES)}{'+' * (names < last - first)}{'t' * self._articled[first]}")
            if self._initials[last] > self._initials[first]:
                found.append("p:kup")
        return found

    def _name(self) -> None:
        """Where the glossary's places, people and titles stand, and names with what leads them."""
        tags, words, tokens = self.tags, self.words, self.sentence.tokens
        self._places = self._runs_of("place")
        self._titled = {last for first, last in self._runs_of("title") if last - first <= TITLE[self.language]}
        people, titles = (self._runs_of(n) if self.language == "vi" else set() for n in ("people", "title"))
        self._people, self._titles = _earliest(people), _earliest(titles)
        self._names = list(accumulate(map("K".__eq__, tags), initial=0))
        self._initials = list(accumulate((len(t.text) > 1 and t.text.isupper() for t in tokens), initial=0))
        self._articled = [word == "the" or (i > 0 and words[i - 1] == "the") for i, word in enumerate(words)]
        leading = (self.tag(i - 1 - (self.tag(i - 1) == "D")) for i in range(self.size))
        self._unled = [tag == "K" and led not in "PC^N" for tag, led in zip(tags, leading, strict=True)]

    def _runs_of(self, name: str) -> set[tuple[int, int]]:
        """The runs that are phrases of an open class of the language, `place`, `people` or `title`."""
        known, heads, folded = classes()[f"{self.language}_{name}"], _heads(f"{self.language}_{name}"), self._folded
        return {
            (first, last)
            for first in range(self.size)
            if folded[first] in heads
            for last in range(first + 1, min(self.size, first + LONGEST) + 1)
            if " ".join(folded[first:last]) in known
        }

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """The runs worth judging: not begun or ended by most function words, nor torn out of a Vietnamese word."""
        tags, size, torn = self.tags, self.size, self._torn if self.language == "vi" else frozenset[int]()
        broken = [self._broken(place) for place in range(size)]
        ends = [tag not in _NO_END or capital for tag, capital in zip(tags, self._capital, strict=True)]
        for first in range(size):
            if first in torn:
                continue
            if self.language == "en" and tags[first] in _NO_START and self.words[first] not in _OPENERS:
                continue
            for last in range(first + 1, min(size, first + LONGEST) + 1):
                if last > first + 1 and broken[last - 1]:
                    break
                if ends[last - 1] and last not in torn:
                    yield first, last

    def _opens_clause(self, k: int) -> bool:
        joined = self.tags[k] == "C" and self.tag(k + 1) in "VERMBH"
        return self.marks[k] in ',;:()-"' or self.tags[k] == "S" or joined

    def _broken(self, place: int) -> bool:
        """Whether a mark before a word ends a run; `3:08` goes on."""
        clock = self.gaps[place] == ":" and self.tags[place] in _FIGURES
        return (self.marks[place] in _BREAKS and not clock) or " — " in self.gaps[place] or " – " in self.gaps[place]

    def after_aside(self, place: int) -> int:
        """The word behind an aside in commas that begins before a word, else that word itself."""
        if not 0 < place < self.size or self.marks[place] != ",":
            return place
        ends = (k for k in range(place + 2, min(self.size, place + ASIDE)) if self.marks[k] == ",")
        return next(ends, place)

    def _word(self, place: int) -> str:
        """A function word as it is, any other by its class."""
        if not 0 <= place < self.size:
            return "^"
        word = self.words[place]
        return word if word in CLOSED[self.language] else self.tags[place]

    def _start(self, i: int) -> tuple[str, ...]:
        tag, before, word, mark = self.tag(i), self.tag(i - 1), self._word(i - 1), self.marks[i]
        names = [
            f"s:{tag}", f"s:{before}|{tag}", f"s:g{mark}|{tag}", f"s:w{word}", f"s:w{word}|{tag}",
            f"s:f{self._word(i)}", f"s:{self.tag(i - 2)}{before}{tag}", f"s:{tag}{self.tag(i + 1)}",
        ]  # fmt: skip
        if i in self._torn:
            names.append("s:torn")
        if tag == before == "K" and mark in "_h.":
            names.append("p:cutK<")
        if tag in _FIGURES and before in _FIGURES and mark in "_h.,-":
            names.append("p:cut#<")
        if i in self._titled:
            names.append(f"p:titled{tag}")
        if i and self.words[i - 1] in _ORIGINS:
            names.append("!origin")
        return tuple(names)

    def _end(self, j: int) -> tuple[str, ...]:
        tag, after, word, mark = self.tag(j - 1), self.tag(j), self._word(j), self.marks[j]
        names = [
            f"e:{tag}", f"e:{tag}|{after}", f"e:g{mark}|{tag}", f"e:w{word}", f"e:{tag}|w{word}",
            f"e:l{self._word(j - 1)}", f"e:{tag}{after}{self.tag(j + 1)}",
        ]  # fmt: skip
        if j in self._torn:
            names.append("e:torn")
        if self._possessive[j - 1]:
            names.append("e:poss")
        if tag == after == "K" and mark in "_h.":
            names.append("p:cutK>")
        if tag in _FIGURES and after in _FIGURES and mark in "_h.,-":
            names.append("p:cut#>")
        if self.language == "en":
            names += [f"p:{name}" for name in ("people", "title") if self._folded[j - 1] in classes()[f"en_{name}"]]
        return tuple(names)


@lru_cache(maxsize=512)
def shape_of(sentence: SentenceView, glossary: Glossary) -> SpanShape:
    """The shape of a sentence, remembered for a while."""
    return SpanShape(sentence, glossary)


def _gaps(sentence: SentenceView) -> Sequence[str]:
    """What stands before each word, and behind the last one."""
    text, tokens, span = sentence.paragraph.text, sentence.tokens, sentence.span
    between = [text[a.end : b.start] for a, b in pairwise(tokens)]
    return [text[span.start : tokens[0].start], *between, text[tokens[-1].end : span.end]]


def _between(before: str, after: str) -> Iterator[str]:
    """The names of a run by the marks around it."""
    if before == '"' or after == '"':
        yield "p:quoted" if before == after else "p:q<" if before == '"' else "p:q>"
    if before == "," and after in ",.$":
        yield "p:appos"
    if before == "(" and after == ")":
        yield "p:paren"


def _mark(gap: str) -> str:
    return next((name for mark, name in _MARKS if mark in gap), "_")


def _edge(mark: str, name: str) -> str:
    return name if mark == "_" else mark


@lru_cache(maxsize=8)
def _heads(name: str) -> frozenset[str]:
    """The first words of the phrases of an open class."""
    return frozenset(phrase.partition(" ")[0] for phrase in classes()[name])


def _earliest(runs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Where the shortest run that begins at a place ends."""
    return dict(sorted(runs, reverse=True))
