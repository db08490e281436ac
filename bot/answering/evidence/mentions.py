"""Whom a sentence means that does not name him: `He urged …`, `Tổng Bí thư đề nghị …`; what an abbreviation stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.evidence.leaders import Leader, leader
from bot.answering.evidence.matching import strengths
from bot.answering.evidence.name_runs import named_runs, parted, title_end
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import ParagraphView, SentenceView, view_of
from bot.language.naming.lands import BEHIND_TITLES
from bot.language.words.normalise import words
from bot.models import Language, Paragraph

MEANT = 0.8
"""What a name counts in a sentence that means its bearer by a title, a pronoun or an abbreviation."""
OTHERS = 0.4
"""What `the Vietnamese leader` counts at most in a sentence that names another: `leaders of the member states`."""
SPELT = 0.7
"""Share of the words of a name that spell its abbreviation out."""
BACK = 2
"""Paragraphs before in which a pronoun's antecedent is looked for."""
Before = Callable[[Paragraph], Paragraph | None]
"""Gives the paragraph before another one of its article, or None."""

_OPENINGS: dict[Language, frozenset[str]] = {
    "en": words("he she it they his her its their this these those such"),
    "vi": words("ông bà họ nó cô anh chị đây này"),
}
_JOINED = words("also then later moreover however but and")
_PERSONS = words("he she")
_LITTLE = words("of the and for on in to các và của")
_LONGEST = 12


def leans(sentence: SentenceView) -> bool:
    """Whether a sentence begins with a word that stands for something said before.

    >>> from bot.models import Paragraph, Source
    >>> view = view_of(Paragraph(Source("a", "vi"), 1, "Ông đến Jakarta. Ông Lâm đến.", "body", "vi"))
    >>> [leans(s) for s in view.sentences]
    [True, False]
    """
    language = sentence.language
    words = [t for t in sentence.tokens[:3] if t.word.canonical not in _JOINED]
    if not words or words[0].word.canonical not in _OPENINGS[language]:
        return False
    followed_by_name = len(words) > 1 and words[1].text[0].isupper()
    return not (language == "vi" and followed_by_name)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What an article calls the names of a question, by their place in its terms: titles, names spelt out, its leader."""

    titles: tuple[tuple[int, tuple[str, ...]], ...] = ()
    spelt: tuple[tuple[int, frozenset[str]], ...] = ()
    leader: Leader | None = None


def aliases(question: QuestionView, views: Sequence[ParagraphView]) -> Aliases:
    """The titles that stand before a name of the question and before no other, and the names that its abbreviations end."""
    sentences = [s for view in views for s in view.sentences]
    wanted = [p for p, t in enumerate(question.terms) if t.name]
    persons = [p for p in wanted if not (question.terms[p].text.isupper() or question.terms[p].translations)]
    bearers: dict[tuple[str, ...], set[str]] = {}
    titles: list[tuple[int, tuple[str, ...]]] = []
    for title, named, bearer in (titled for s in sentences for titled in _titled(s)) if persons else ():
        bearers.setdefault(title, set()).add(bearer)
        titles += [(p, title) for p in persons if question.terms[p].word.folded in named]
    spelt = [
        (p, name)
        for p in wanted
        if question.terms[p].text.isupper() and len(question.terms[p].text) > 1
        for s in sentences
        for name in _spelling(question.terms[p].text, s)
    ]
    own = dict.fromkeys(t for t in titles if len(bearers[t[1]]) == 1)
    return Aliases(tuple(own), tuple(dict.fromkeys(spelt)), leader(question, views[0].paragraph) if views else None)


def with_meant(
    question: QuestionView, view: ParagraphView, held: Sequence[tuple[float, ...]], known: Aliases, before: Before
) -> list[tuple[float, ...]]:
    """What the words of a question are worth in the sentences of a paragraph, where whom they mean counts as named."""
    names = {p for p, t in enumerate(question.terms) if t.name and not t.text.isupper()}
    names.update(known.leader.places if known.leader else ())
    rows: list[tuple[float, ...]] = []
    for sentence, own in zip(view.sentences, held, strict=True):
        row = _with_aliases(sentence, own, known)
        if names and _means_a_person(sentence):
            meant = rows[-1] if rows else _antecedent(question, view.paragraph, known, before)
            for place in names:
                row[place] = max(row[place], MEANT * meant[place])
        rows.append(tuple(row))
    return rows


def _with_aliases(sentence: SentenceView, held: Sequence[float], known: Aliases) -> list[float]:
    """What the words are worth in a sentence that may say a name by its title, in full, or as the leader of a land."""
    row = list(held)
    meant = [p for p, title in known.titles if _says(sentence, title)]
    meant += [p for p, name in known.spelt if len(name & sentence.folded) >= SPELT * len(name)]
    for place in meant:
        row[place] = max(row[place], MEANT)
    if known.leader:
        named = known.leader.name in sentence.folded or any(_says(sentence, title) for title in known.leader.titles)
        for place in known.leader.places:
            row[place] = max(row[place], MEANT) if named else min(row[place], OTHERS)
    return row


def _antecedent(question: QuestionView, paragraph: Paragraph, known: Aliases, before: Before) -> Sequence[float]:
    """What the words are worth in the last sentence before a paragraph that says itself whom it means."""
    there: Paragraph | None = paragraph
    for _ in range(BACK):
        there = before(there) if there else None
        told = [s for s in view_of(there).sentences if not leans(s)] if there else []
        if told:
            return _with_aliases(told[-1], strengths(question, told[-1]), known)
    return (0.0,) * len(question.terms)


def _means_a_person(sentence: SentenceView) -> bool:
    """Whether a sentence begins with `He` or `Ông`, or says `he` before it names anybody."""
    first = next((t.word.canonical for t in sentence.tokens if t.word.canonical not in _JOINED), "")
    if leans(sentence):
        return first in _PERSONS or sentence.language == "vi"
    for token in sentence.tokens:
        if token.capital:
            return False
        if token.word.canonical in _PERSONS:
            return True
    return False


@lru_cache(maxsize=4096)
def _titled(sentence: SentenceView) -> tuple[tuple[tuple[str, ...], frozenset[str], str], ...]:
    """The titles of a sentence that stand before a name, with the words of the name and its last one; remembered.

    `The General Secretary of` a land names nobody: the land is no bearer.
    """
    parted = ((run, title_end(run)) for run in named_runs(sentence))
    forms = ((tuple(t.word.folded for t in run), last) for run, last in parted if last)
    return tuple(
        (folded[:last], frozenset(folded[last:]), folded[-1])
        for folded, last in forms
        if "".join(folded[last:]) not in BEHIND_TITLES
    )


def _says(sentence: SentenceView, title: tuple[str, ...]) -> bool:
    """Whether a title stands in a sentence with no name behind it."""
    there = [t.word.folded for t in sentence.tokens]
    size = len(title)
    for start in sentence.places.get(title[0], ()):
        if tuple(there[start : start + size]) == title:
            behind = sentence.tokens[start + size : start + size + 1]
            if not behind or not behind[0].capital or parted(sentence, start + size - 1):
                return True
    return False


def _spelling(short: str, sentence: SentenceView) -> Iterator[frozenset[str]]:
    """The words of the name that an abbreviation in brackets ends: `Committee of … (CPR)`."""
    for place in (p for p in sentence.bracketed if sentence.tokens[p].text == short):
        first, starts = place, []
        while first > 0 and place - first < _LONGEST and sentence.gap(first - 1) in (" ", " ("):
            first -= 1
            if sentence.tokens[first].text[0].isupper() and sentence.tokens[first].word.folded[:1] == short[0].lower():
                starts.append(first)
        first = next((s for s in starts if place - s >= len(short)), starts[0] if starts else first)
        name = frozenset(t.word.folded for t in sentence.tokens[first:place] if t.word.canonical not in _LITTLE)
        if len(name) > 1:
            yield name
