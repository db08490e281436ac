"""A long sentence shown as the clause that answers; always a contiguous run of its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.answering.question.view import QuestionView
from bot.answering.spans.features import Candidate
from bot.answering.spans.shape import SpanShape, shape_of
from bot.answering.spans.short_answer import Judged
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.language.sentences.boundaries import Span
from bot.language.words.normalise import words

LONG = 20
"""Words from which on a sentence may be cut."""
WORTH = 4
"""Words that a cut saves at least."""
REST = 6
"""Words that are left at least."""
RISK = 0.1
"""Share of the sentence's short answers that a cut may lose."""
UNSAID = 0.2
"""Share of the question's words, by weight, that a cut may lose."""
_WHOLE = frozenset({"reason", "manner", "yes_no"})
_OPENS_CLAUSE, _NOUNS, _VERBS = frozenset("SPGAT"), frozenset("D"), frozenset("VEBMHX")
_ORDER = words("before after following prior earlier later until since trước sau")
_CLOSING = frozenset(",;:")
_LEADS = words(
    "in on at by for from with after before during since while although though as when if despite according following "
    "unlike because under over among between through until however meanwhile moreover also then additionally "
    "trong vào theo với khi sau trước tuy mặc dù do vì để từ tại ở ngoài cùng nhờ dựa ngày năm hôm đến dưới"
)


def shown_span(question: QuestionView, sentence: SentenceView, ranked: Judged) -> Span:
    """The part of a sentence that is shown: without closing and leading clauses that the answer hardly needs.

    `ranked` are the sentence's likely short answers with their shares. A question for several things, for a reason or
    for a manner keeps the whole sentence.
    """
    whole = sentence.span
    if (
        sentence.words <= LONG
        or question.asked.several
        or question.asked.kind in _WHOLE
        or _asks_order(question)
        or question.leaves_out
    ):
        return whole
    needs = _Needs(question, sentence, ranked)
    shape = shape_of(sentence, question.glossary)
    text, tokens, size = sentence.paragraph.text, sentence.tokens, len(sentence.tokens)
    closings = (place for place in _closings(shape) if size - place >= WORTH and needs.met(0, place))
    last = next((place for place in closings if not _tells(question, tokens[place:])), size)
    first = 0
    for place in _leadings(shape, sentence, last):
        if needs.met(place, last):
            first = place
    start = tokens[first].start if first else whole.start
    end = tokens[last - 1].end if last < size else whole.end
    return Span(start, end) if _balanced(text[start:end]) else whole


def worth_of(question: QuestionView, sentence: SentenceView, ranked: Judged) -> Callable[[Span], float]:
    """What a part of a sentence is worth to a question: its likely short answers, and the words of the question; 0..2."""
    needs = _Needs(question, sentence, ranked)
    tokens = sentence.tokens

    def worth(part: Span) -> float:
        """The worth of the words that lie in a span of the paragraph."""
        inside = [i for i, t in enumerate(tokens) if part.start <= t.start and t.end <= part.end]
        return needs.worth(inside[0], inside[-1] + 1) if inside else 0.0

    return worth


def _asks_order(question: QuestionView) -> bool:
    """`Which ceremony came before the tree was planted?`: a leading or closing clause tells what was before or after."""
    return any(w.canonical in _ORDER for w in question.words)


def _tells(question: QuestionView, closing: Sequence[Token]) -> bool:
    """Whether a closing clause tells a place, a day, further persons or things, where such is asked for."""
    kind = question.asked.kind
    if kind == "place":
        return any(t.capital and t.word.folded not in question.folded for t in closing)
    if kind == "date":
        return any(t.date for t in closing)
    if kind == "thing":
        first = [t.word.canonical for t in closing[:2]]
        return first[0] in _RESULTS or tuple(first) in _LIKEWISE
    return kind == "person" and closing[0].word.canonical in _TOGETHER


_TOGETHER = words("along together as including cùng gồm")
_LIKEWISE = {("as", "well"), ("cũng", "như"), ("góp", "phần"), ("qua", "đó"), ("từ", "đó"), ("nhờ", "đó")}
_RESULTS = words("thus thereby")
"""With what a closing clause begins that tells further things, or what the others led to."""


class _Needs:
    """What a sentence must keep of its words for a question."""

    def __init__(self, question: QuestionView, sentence: SentenceView, ranked: Judged) -> None:
        own: list[tuple[float, Candidate]] = [(s, c) for s, c in ranked if c.sentence is sentence]
        total = sum(share for share, _ in own) or 1.0
        self._spans = [(share / total, c.first, c.last) for share, c in own]
        self._terms = []
        for term in question.terms:
            forms = question.forms(term, sentence)
            places = [p for form in forms for p in sentence.places.get(form, ())]
            if places:
                self._terms.append((term.weight / question.total, places))

    def worth(self, first: int, last: int) -> float:
        """The share of the likely answers and of the question's words that words `first:last` keep, together; 0..2."""
        kept = sum(share for share, start, end in self._spans if start >= first and end <= last)
        return kept + sum(weight for weight, places in self._terms if any(first <= p < last for p in places))

    def met(self, first: int, last: int) -> bool:
        """Whether words `first:last` keep nearly all of the likely answers and of the question's words."""
        lost = sum(share for share, start, end in self._spans if start < first or end > last)
        unsaid = sum(weight for weight, places in self._terms if not any(first <= p < last for p in places))
        return lost <= RISK and unsaid <= UNSAID


def _closings(shape: SpanShape) -> Iterator[int]:
    """The words with which a closing clause begins, from left to right: behind a comma, a verb before, in no list."""
    for place in range(REST, shape.size):
        if (
            shape.gaps[place][:1] in _CLOSING
            and _begins_clause(shape, place)
            and not _VERBS.isdisjoint(shape.tags[:place])
        ):
            yield place


def _begins_clause(shape: SpanShape, place: int) -> bool:
    tag = shape.tags[place]
    if tag == "C":
        return shape.tag(place + 1) in "VEBMHR"
    if tag in _NOUNS:
        return "C" not in shape.tags[place:]
    return tag in _OPENS_CLAUSE


def _leadings(shape: SpanShape, sentence: SentenceView, last: int) -> Iterator[int]:
    """The words, capital as they stand, with which the main clause begins behind a leading one."""
    if shape.words[0] not in _LEADS:
        return
    for place in range(WORTH, last - REST):
        if "," in shape.gaps[place]:
            if sentence.tokens[place].capital:
                yield place
            return


def _balanced(text: str) -> bool:
    """Whether no quotation or bracket is torn apart."""
    return all(text.count(a) == text.count(b) for a, b in ("()", "“”", "[]", "«»")) and text.count('"') % 2 == 0
