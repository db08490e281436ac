"""The runs of words in a sentence that could be a short answer, and the names of what they look like, whatever is asked.

A run's names are those of its beginning, of its end, and of the whole; each is one weight in weights.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.word_classes import CLOSED, classes, english, vietnamese
from bot.language.glossary import Glossary

LONGEST = 8
"""Words of a short answer, at most."""
NAMES = 4
"""Words of names that are told apart, at most."""
ASIDE = 20
"""Words of an aside between commas, at most."""
_MARKS = tuple(zip("()\"“”«»';:–—,-/.", '()""""""' + ";:--,hh.", strict=True))
"""What a gap between two words is read as, the first of these marks in it."""
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
_HAS = "VPCSMBKRGE"
_HEADS_END = frozenset("PSCVBMHTE")
_EN_HEADS, _VI_HEADS = frozenset("NK#%JG"), frozenset("NKVX#%JL")
_ORIGINS = frozenset({"from", "of", "của", "từ"})
_FIGURES = frozenset("#%")


class SpanShape:
    """A sentence as the classes of its words, the marks between them, its clauses by number, and its candidate runs.

    A run is `first, last`, half open.
    """

    def __init__(self, sentence: SentenceView, glossary: Glossary) -> None:
        tokens = sentence.tokens
        self.language, self.size = sentence.paragraph.language, len(tokens)
        matches = glossary.translations([t.text for t in tokens], self.language)
        self._entries = [(m.start, m.end) for m in matches]
        self.tags = english(tokens) if self.language == "en" else vietnamese(tokens, self._entries)
        self._torn = {place for start, end in self._entries for place in range(start + 1, end)}
        self.gaps = _gaps(sentence)
        self.marks = [_mark(gap) for gap in self.gaps]
        self.marks[0], self.marks[-1] = _edge(self.marks[0], "^"), _edge(self.marks[-1], "$")
        self.words = [t.word.canonical for t in tokens]
        self._folded = [t.word.folded for t in tokens]
        self._initials = [len(t.text) > 1 and t.text.isupper() for t in tokens]
        self._capital, self._stop = [t.capital for t in tokens], [t.stop for t in tokens]
        self._possessive = [t.text.endswith(("'s", "’s")) for t in tokens]
        self._counts = {
            tag: list(accumulate(map(tag.__eq__, self.tags), initial=0)) for tag in _HAS if tag in self.tags
        }
        self._commas = [0, *accumulate(m == "," for m in self.marks[1:])]
        self.clauses = list(accumulate(int(k > 0 and self._opens_clause(k)) for k in range(self.size)))
        self.candidates = list(self._candidates())

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
        """The names of a whole run."""
        size, tags, marks = last - first, self.tags, self.marks
        yield f"p:n{min(size, 6) if size < 8 else 8}"
        if size > 1:
            for tag, counts in self._counts.items():
                if counts[last] > counts[first]:
                    yield f"p:has{tag}"
            if self._commas[last - 1] > self._commas[first]:
                yield "p:,"
        pattern = "".join(tag for tag, _ in groupby(tags[first:last]))
        if len(pattern) <= 4:
            yield f"p:={pattern}"
        yield f"p:h{self._head(first, last)}"
        yield from self._cuts(first, last)
        before, after = marks[first], marks[last]
        if before == '"' or after == '"':
            yield "p:quoted" if before == after else "p:q<" if before == '"' else "p:q>"
        if before == "," and after in ",.$":
            yield "p:appos"
        if before == "(" and after == ")":
            yield "p:paren"
        yield from self._named(first, last)
        yield from self._spelt(first, last)
        yield from self._lacks(first, last)

    def _named(self, first: int, last: int) -> Iterator[str]:
        """Whether a run is a place of the glossary's, or a person by its head or by the title before it."""
        known, language = classes(), self.language
        if self._is_place(first, last):
            yield "p:place"
        people, titles = known[f"{language}_people"], known[f"{language}_title"]
        if language == "en":
            heads = {self._folded[last - 1]}
            before = self._folded[first - 1 : first]
        else:
            heads = {" ".join(self._folded[first:end]) for end in range(first + 1, last + 1)}
            before = [" ".join(self._folded[start:first]) for start in range(max(0, first - 4), first)]
        if heads & people:
            yield "p:people"
        if heads & titles:
            yield "p:title"
        if not titles.isdisjoint(before):
            yield f"p:titled{self.tags[first]}"

    def _spelt(self, first: int, last: int) -> Iterator[str]:
        """How many names' words a run has, whether others too, whether `the` leads it, and whether one is all capitals."""
        names = sum(tag == "K" for tag in self.tags[first:last])
        if names:
            led = self.words[first] == "the" or (first > 0 and self.words[first - 1] == "the")
            yield f"p:k{min(names, NAMES)}{'+' * (names < last - first)}{'t' * led}"
            if any(self._initials[first:last]):
                yield "p:kup"

    def _is_place(self, first: int, last: int) -> bool:
        return " ".join(self._folded[first:last]) in classes()[f"{self.language}_place"]

    def _lacks(self, first: int, last: int) -> Iterator[str]:
        """What an answer of some kind should have and a run lacks; weighed by hand (`PRIORS`), for want of data."""
        tags = self.tags[first:last]
        place = self._is_place(first, last)
        if place:
            yield "!place"
        if "%" not in tags:
            yield "!undated" if "#" in tags else "!timeless"
        yield "!figured" if "#" in tags or "%" in tags else "!figureless"
        led = first - 1 - (self.tag(first - 1) == "D")
        if tags[0] == "K" and not place and self.tag(led) not in "PC^N":
            yield "!unled"
        if first and self.words[first - 1] in _ORIGINS:
            yield "!origin"

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """The runs worth judging: not begun or ended by most function words, nor torn out of a Vietnamese word."""
        tags, vietnamese_text = self.tags, self.language == "vi"
        for first in range(self.size):
            if vietnamese_text and first in self._torn:
                continue
            if not vietnamese_text and tags[first] in _NO_START and self.words[first] not in _OPENERS:
                continue
            for last in range(first + 1, min(self.size, first + LONGEST) + 1):
                if last > first + 1 and self._broken(last - 1):
                    break
                if tags[last - 1] in _NO_END and not self._capital[last - 1]:
                    continue
                if not (vietnamese_text and last in self._torn):
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
        tag, before, word = self.tag(i), self.tag(i - 1), self._word(i - 1)
        names = (
            f"s:{tag}", f"s:{before}|{tag}", f"s:g{self.marks[i]}|{tag}", f"s:w{word}", f"s:w{word}|{tag}",
            f"s:f{self._word(i)}", f"s:{self.tag(i - 2)}{before}{tag}", f"s:{tag}{self.tag(i + 1)}",
        )  # fmt: skip
        return (*names, "s:torn") if i in self._torn else names

    def _end(self, j: int) -> tuple[str, ...]:
        tag, after, word = self.tag(j - 1), self.tag(j), self._word(j)
        names = [
            f"e:{tag}", f"e:{tag}|{after}", f"e:g{self.marks[j]}|{tag}", f"e:w{word}", f"e:{tag}|w{word}",
            f"e:l{self._word(j - 1)}", f"e:{tag}{after}{self.tag(j + 1)}",
        ]  # fmt: skip
        if j in self._torn:
            names.append("e:torn")
        if self._possessive[j - 1]:
            names.append("e:poss")
        return tuple(names)

    def _cuts(self, first: int, last: int) -> Iterator[str]:
        """Whether a name or a figure is torn apart at an edge."""
        tag, before = self.tags[first], self.tag(first - 1)
        end, after = self.tags[last - 1], self.tag(last)
        if tag == before == "K" and self.marks[first] in "_h.":
            yield "p:cutK<"
        if end == after == "K" and self.marks[last] in "_h.":
            yield "p:cutK>"
        if tag in _FIGURES and before in _FIGURES and self.marks[first] in "_h.,-":
            yield "p:cut#<"
        if end in _FIGURES and after in _FIGURES and self.marks[last] in "_h.,-":
            yield "p:cut#>"

    def _head(self, first: int, last: int) -> str:
        """The class of the head: before the first preposition or verb in English, first in Vietnamese."""
        if self.language == "vi":
            return next((t for t in self.tags[first:last] if t in _VI_HEADS), "?")
        head = "?"
        for place, tag in enumerate(self.tags[first:last]):
            if place and tag in _HEADS_END:
                break
            head = tag if tag in _EN_HEADS else head
        return head


@lru_cache(maxsize=512)
def shape_of(sentence: SentenceView, glossary: Glossary) -> SpanShape:
    """The shape of a sentence, remembered for a while."""
    return SpanShape(sentence, glossary)


def _gaps(sentence: SentenceView) -> Sequence[str]:
    """What stands before each word, and behind the last one."""
    text, tokens, span = sentence.paragraph.text, sentence.tokens, sentence.span
    between = [text[a.end : b.start] for a, b in pairwise(tokens)]
    return [text[span.start : tokens[0].start], *between, text[tokens[-1].end : span.end]]


def _mark(gap: str) -> str:
    return next((name for mark, name in _MARKS if mark in gap), "_")


def _edge(mark: str, name: str) -> str:
    return name if mark == "_" else mark
