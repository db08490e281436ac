"""The runs of words in a sentence that could be a short answer, and their features."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.answering.question_type import AUXILIARIES as _AUXILIARIES
from bot.answering.question_view import QuestionView
from bot.answering.view import SentenceView, Token
from bot.answering.words import words
from bot.models import Language

LONGEST = 8
"""Words of a short answer, at most."""
DECAY = 0.75
"""What one more word between costs the nearness of a matched word."""

SPAN = (
    "one", "two", "three", "long", "length", "capital", "capital_start", "number", "number_only", "date", "plain",
    "person_capital", "person_plain", "place_capital", "place_plain", "date_date", "date_year", "date_other",
    "number_number", "number_only_number", "number_other", "name_capital", "thing_capital", "thing_number",
    "thing_plain", "reason_long", "manner_long", "in_question", "all_in_question", "near_left", "near_right",
    "touch_left", "touch_right", "start", "end", "after_comma", "before_comma", "after_stop", "before_stop", "by",
    "in", "of", "to", "as", "be", "before_of", "article_before", "article_inside", "cut_left", "cut_right",
    "number_cut", "comma_inside", "stop_inside", "and_inside", "focus_before", "focus_after", "focus_inside",
    "counted", "rare", "place_in", "date_in", "person_by", "reason_mark", "first", "quoted", "bracket", "unit",
    "thing_after", "thing_focus", "classifier", "thing_long", "gap_left", "gap_left_near",
    "gap_right", "gap_right_near", "subject_before", "object_after", "possessive", "apposed", "idf",
    "person_idf", "thing_idf", "place_idf", "torn_left", "torn_right", "whole_word",
)  # fmt: skip

_ARTICLES: dict[Language, frozenset[str]] = {
    "en": words("the a an his her its their this that these those"),
    "vi": words("một các những mỗi mọi"),
}
_BE: dict[Language, frozenset[str]] = {
    "en": words("is are was were be been being become became called named"),
    "vi": words("là thành gọi tên"),
}
_GROUPS: dict[Language, dict[str, frozenset[str]]] = {
    "en": {
        "by": frozenset({"by"}), "in": words("in at on from near since during"), "of": frozenset({"of"}),
        "to": words("to for with into"), "as": frozenset({"as"}),
        "reason": words("because due since so therefore to"),
    },
    "vi": {
        "by": frozenset(["bởi", "do"]), "in": words("tại ở trong vào từ năm ngày tháng"),
        "of": frozenset({"của"}), "to": words("cho với đến tới để"), "as": frozenset(["như", "là"]),
        "reason": words("vì do bởi để nhằm"),
    },
}  # fmt: skip
_CLASSIFIERS = words("cái con chiếc người sự việc cuộc bức quyển cuốn ông bà tòa ngôi vị nền")
_CONJUNCTIONS = words("and or và hoặc hay")


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
        """Where it ends, a possessive and an ordinal's letters included as written."""
        return self.sentence.tokens[self.last - 1].end


class SpanScene:
    """A sentence prepared for judging its spans against a question."""

    def __init__(self, question: QuestionView, sentence: SentenceView, rank: int) -> None:
        self.question, self.sentence, self.rank = question, sentence, rank
        self.tokens, self.language = sentence.tokens, sentence.paragraph.language
        self.text = sentence.paragraph.text
        weights = _matched(question, sentence)
        total = sum(weights.values()) or 1.0
        self.match = [max(weights.get(t.word.stem, 0.0), weights.get(t.word.folded, 0.0)) / total for t in self.tokens]
        asked = question.folded
        self.known = [m > 0 or t.word.folded in asked for m, t in zip(self.match, self.tokens, strict=True)]
        self.left, self.right = _decayed(self.match), _decayed(self.match[::-1])[::-1]
        self.gaps = ["", *(self.text[a.end : b.start] for a, b in zip(self.tokens, self.tokens[1:], strict=False)), ""]
        stems = {question.words[i].stem for i in question.asked.focus}
        if question.language != self.language:
            stems = {w for t in question.terms if t.index in question.asked.focus for p in t.translations for w in p}
        self._around = _place_of_gap(question)
        self.focus = [t.word.stem in stems or t.word.folded in stems for t in self.tokens]
        self._count()

    def candidates(self) -> list[Candidate]:
        """The spans worth judging: not all of the question, not begun or ended by a function word."""
        tokens, found = self.tokens, []
        broken = [_breaks(gap) for gap in self.gaps]
        for first, token in enumerate(tokens):
            if token.stop and not token.number:
                continue
            for last in range(first + 1, min(len(tokens), first + LONGEST) + 1):
                if last > first + 1 and broken[last - 1]:
                    break
                end = tokens[last - 1]
                if (end.stop and not end.number and not end.capital) or all(self.known[first:last]):
                    continue
                found.append(Candidate(self.sentence, first, last))
        return found

    def features(self, c: Candidate) -> tuple[float, ...]:
        """The features of a span, in the order of SPAN."""
        i, j, kind = c.first, c.last, self.question.asked.kind
        inside, size, tokens = self.tokens[i:j], j - i, self.tokens
        first, last = inside[0], inside[-1]
        stops = self._stops[j] - self._stops[i]
        numbers = self._numbers[j] - self._numbers[i]
        dates = self._dates[j] - self._dates[i]
        capitals = self._capitals[j] - self._capitals[i]
        capital = first.capital and (capitals == size or (size > 2 and capitals + stops >= size))
        number, only, date = numbers > 0, numbers == size, dates > 0
        plain = not capitals and not number
        year = size == 1 and date and first.text[0].isdigit()
        known = (self._knowns[j] - self._knowns[i]) / size
        focused = self._focused[j] - self._focused[i] > 0
        by, in_, of, to, as_, reason, be, article, classifier = self._led[i]
        gap_before, gap_after = self.gaps[i], self.gaps[j]
        rare = (self._idf[j] - self._idf[i]) / max(size - stops, 1)
        thing, person = kind in ("thing", "yes_no"), kind == "person"
        touch_left = i > 0 and self.match[i - 1] > 0
        focus_before, focus_after = i > 0 and self.focus[i - 1], j < len(tokens) and self.focus[j]
        values = (
            size == 1, size == 2, size == 3, size > 4, math.log(size), capital, first.capital, number, only, date, plain,
            person and capital, person and plain, kind == "place" and capital, kind == "place" and plain,
            kind == "date" and date, kind == "date" and year, kind == "date" and not date,
            kind == "number" and number, kind == "number" and only, kind == "number" and not number,
            kind == "name" and capital, thing and capital, thing and number, thing and plain,
            size > 3 and kind == "reason", size > 3 and kind == "manner", known, known > 0.6,
            self.left[i], self.right[j - 1], touch_left, j < len(tokens) and self.match[j] > 0,
            i == 0, j == len(tokens), "," in gap_before, "," in gap_after, i > 0 and tokens[i - 1].stop,
            j < len(tokens) and tokens[j].stop, by, in_, of, to, as_, be, j < len(tokens) and self._led[j + 1][2], article,
            first.word.canonical in _ARTICLES[self.language],
            i > 0 and tokens[i - 1].capital and first.capital and gap_before in (" ", "-"),
            j < len(tokens) and tokens[j].capital and last.capital and gap_after in (" ", "-"),
            _number_cut(tokens, i, j, gap_before, gap_after), self._commas[j - 1] - self._commas[i] > 0, stops / size,
            self._ands[j] - self._ands[i] > 0, focus_before, focus_after, focused,
            kind == "number" and number and (focus_after or focused), 1 - known - stops / size, kind == "place" and in_,
            kind == "date" and in_, person and by, kind == "reason" and reason, self.rank == 0,
            gap_before.strip() in ('"', "“", "‘", "'", "«"), "(" in gap_before, only and j < len(tokens) and not focus_after,
            thing and touch_left, thing and (focus_before or focus_after), classifier, thing and size > 3, *self._gap(c),
            last.text.endswith(("'s", "’s")), capital and "," in gap_before and "," in gap_after,
            rare, person * rare, thing * rare, (kind == "place") * rare, i in self._torn, j in self._torn,
            size > 1 and (i, j) in self._whole,
        )  # fmt: skip
        return tuple(map(float, values))

    def _count(self) -> None:
        """Running counts over the words, so that a span's are a difference."""
        tokens = self.tokens
        self._stops = _running(t.stop for t in tokens)
        self._numbers = _running(t.number for t in tokens)
        self._dates = _running(t.date for t in tokens)
        self._capitals = _running(t.capital for t in tokens)
        self._knowns, self._focused = _running(self.known), _running(self.focus)
        self._ands = _running(t.word.canonical in _CONJUNCTIONS for t in tokens)
        self._commas = _running("," in gap for gap in self.gaps[1:])
        groups = _GROUPS[self.language]
        sets = [*groups.values(), _BE[self.language], _ARTICLES[self.language], _CLASSIFIERS]
        lower = ["", *(t.word.canonical for t in tokens)]
        self._led = [tuple(word in group for group in sets) for word in lower]
        highest = self.question.highest
        self._idf = [0.0, *accumulate(0.0 if t.stop else self.question.rarity(t.word.stem) / highest for t in tokens)]
        entries = self.question.compounds([t.text for t in tokens], self.language)
        self._whole = {(start, end) for start, end in entries}
        self._torn = {place for start, end in entries for place in range(start + 1, end)}
        self._forms = [(t.word.stem, t.word.folded) for t in tokens]
        self._held = [i for i, m in enumerate(self.match) if m > 0]

    def _gap(self, c: Candidate) -> tuple[bool, ...]:
        """Whether a span stands where the question leaves its gap: behind the word before it, ahead of the one after."""
        left, right, subject = self._around
        before = self._forms[max(0, c.first - 4) : c.first] if left else []
        after = self._forms[c.last : c.last + 4] if right else []
        held = self._held
        return (
            bool(before) and left in before[-1], any(left in f for f in before),
            bool(after) and right in after[0], any(right in f for f in after),
            bool(subject and held and c.last <= held[0]), bool(not subject and held and c.first > held[-1]),
        )  # fmt: skip


def _running(flags: Iterable[bool]) -> list[int]:
    return [0, *accumulate(map(int, flags))]


def _place_of_gap(question: QuestionView) -> tuple[str, str, bool]:
    """The stems before and after the gap that the question words stand for, and whether the gap is the subject.

    Vietnamese asks in place (`Luther viết gì vào năm 1520`); an English question that does not ask for its subject has
    its gap at the end (`What did the ambassador commit to?`).
    """
    words, asking = question.words, question.asked.asking
    if not words or not asking:
        return "", "", False
    taken = asking | {i for i in question.asked.focus if abs(i - min(asking)) <= 4}
    first, last = min(taken), max(taken)
    right = words[last + 1] if last + 1 < len(words) else None
    if question.language == "vi":
        form = "folded" if question.toneless else "stem"
        left = getattr(words[first - 1], form) if first else ""
        return left, getattr(right, form) if right else "", first == 0
    if right is None or right.canonical not in _AUXILIARIES:
        return "", right.stem if right else "", True
    return words[-1].stem, "", False


def _matched(question: QuestionView, sentence: SentenceView) -> dict[str, float]:
    """The stems and folded forms of a sentence that stand for words of the question, with their weights."""
    weights: dict[str, float] = {}
    for term in question.terms:
        for form in question.forms(term, sentence):
            weights[form] = max(weights.get(form, 0.0), term.weight)
    return weights


def _decayed(match: Sequence[float]) -> list[float]:
    """At each place the matched weight before it, less for each word between."""
    found, value = [], 0.0
    for m in match:
        found.append(value)
        value = DECAY * (value + m)
    return found


def _breaks(gap: str) -> bool:
    return any(mark in gap for mark in ';:()[]—–“”"«»?!')


def _number_cut(tokens: Sequence[Token], i: int, j: int, before: str, after: str) -> bool:
    """Whether a number is torn apart at an edge (`6` of `6½`, `May` of `May 18`)."""
    left = i > 0 and tokens[i].number and tokens[i - 1].number and before in (" ", "-", ".", "/")
    right = j < len(tokens) and tokens[j - 1].number and tokens[j].number and after in (" ", "-", ".", "/")
    dated = j < len(tokens) and tokens[j - 1].date and tokens[j].date and after in (" ", ", ", "/")
    dated_left = i > 0 and tokens[i].date and tokens[i - 1].date and before in (" ", ", ", "/")
    return left or right or dated or dated_left
