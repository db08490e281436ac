"""Whom a sentence means that does not name him: `He urged …`, `Tổng Bí thư đề nghị …`; what an abbreviation stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.evidence.fitting import TITLES
from bot.answering.evidence.matching import strengths
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import TITLE_INSIDE, ParagraphView, SentenceView, Token, view_of
from bot.answering.text.words import words
from bot.models import Language, Paragraph

MEANT = 0.8
"""What a name counts in a sentence that means its bearer by a title, a pronoun or an abbreviation."""
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
    language = sentence.paragraph.language
    words = [t for t in sentence.tokens[:3] if t.word.canonical not in _JOINED]
    if not words or words[0].word.canonical not in _OPENINGS[language]:
        return False
    followed_by_name = len(words) > 1 and words[1].text[0].isupper()
    return not (language == "vi" and followed_by_name)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What an article calls the names of a question, by their place in its terms: titles, and names spelt out."""

    titles: tuple[tuple[int, tuple[str, ...]], ...] = ()
    spelt: tuple[tuple[int, frozenset[str]], ...] = ()


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
    return Aliases(tuple(dict.fromkeys(t for t in titles if len(bearers[t[1]]) == 1)), tuple(dict.fromkeys(spelt)))


def with_meant(
    question: QuestionView, view: ParagraphView, held: Sequence[tuple[float, ...]], known: Aliases, before: Before
) -> list[tuple[float, ...]]:
    """What the words of a question are worth in the sentences of a paragraph, where whom they mean counts as named."""
    names = [p for p, t in enumerate(question.terms) if t.name and not t.text.isupper()]
    rows: list[tuple[float, ...]] = []
    for sentence, own in zip(view.sentences, held, strict=True):
        row = list(own)
        for place in (p for p, title in known.titles if _says(sentence, title)):
            row[place] = max(row[place], MEANT)
        for place in (p for p, name in known.spelt if len(name & sentence.folded) >= SPELT * len(name)):
            row[place] = max(row[place], MEANT)
        if names and _means_a_person(sentence):
            meant = _antecedent(question, view, sentence, rows, before)
            for place in names:
                row[place] = max(row[place], MEANT * meant[place])
        rows.append(tuple(row))
    return rows


def _antecedent(
    question: QuestionView,
    view: ParagraphView,
    sentence: SentenceView,
    rows: Sequence[tuple[float, ...]],
    before: Before,
) -> tuple[float, ...]:
    """What the words are worth in the sentence that says whom `he` means: the one before, else the last of the paragraph before."""
    if rows:
        return rows[-1]
    paragraph: Paragraph | None = view.paragraph
    for _ in range(BACK):
        paragraph = before(paragraph) if paragraph else None
        told = [s for s in view_of(paragraph).sentences if not leans(s)] if paragraph else []
        if told:
            return tuple(strengths(question, told[-1]))
    return (0.0,) * len(question.terms)


def _means_a_person(sentence: SentenceView) -> bool:
    """Whether a sentence begins with `He` or `Ông`, or says `he` before it names anybody."""
    first = next((t.word.canonical for t in sentence.tokens if t.word.canonical not in _JOINED), "")
    if leans(sentence):
        return first in _PERSONS or sentence.paragraph.language == "vi"
    for token in sentence.tokens:
        if token.capital:
            return False
        if token.word.canonical in _PERSONS:
            return True
    return False


@lru_cache(maxsize=4096)
def _titled(sentence: SentenceView) -> tuple[tuple[tuple[str, ...], frozenset[str], str], ...]:
    """The titles of a sentence that stand before a name, with the words of the name and its last one; remembered."""
    parted = ((run, _title_end(run)) for run in named_runs(sentence))
    forms = ((tuple(t.word.folded for t in run), last) for run, last in parted if last)
    return tuple((folded[:last], frozenset(folded[last:]), folded[-1]) for folded, last in forms)


def _title_end(run: Sequence[Token]) -> int:
    """Where the name begins behind a title in a run of capitals; 0 where there is no plain title."""
    for place in range(len(run) - 1, 0, -1):
        title = " ".join(t.text for t in run[:place]).lower()
        match = list(TITLES.finditer(title))
        if match and (match[-1].end() == len(title) or run[place - 1].text.isupper()):
            return place
    return 0


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
    text = sentence.paragraph.text
    for place in (p for p in sentence.bracketed if sentence.tokens[p].text == short):
        first, starts = place, []
        while (
            first > 0
            and place - first < _LONGEST
            and text[sentence.tokens[first - 1].end : sentence.tokens[first].start] in (" ", " (")
        ):
            first -= 1
            if sentence.tokens[first].text[0].isupper() and sentence.tokens[first].word.folded[:1] == short[0].lower():
                starts.append(first)
        first = next((s for s in starts if place - s >= len(short)), starts[0] if starts else first)
        name = frozenset(t.word.folded for t in sentence.tokens[first:place] if t.word.canonical not in _LITTLE)
        if len(name) > 1:
            yield name


@lru_cache(maxsize=4096)
def named_runs(sentence: SentenceView) -> tuple[list[Token], ...]:
    """The names of a sentence with the titles before them, remembered."""
    return tuple(_named_runs(sentence))


def _named_runs(sentence: SentenceView) -> Iterator[list[Token]]:
    run: list[Token] = []
    for place, token in enumerate(sentence.tokens):
        if token.capital or (run and token.word.canonical in TITLE_INSIDE) or _opens_title(sentence, place):
            run.append(token)
        elif run:
            yield run
            run = []
        if run and place + 1 < len(sentence.tokens) and parted(sentence, place):
            yield run
            run = []
    if run:
        yield run


def _opens_title(sentence: SentenceView, place: int) -> bool:
    """Whether a Vietnamese sentence begins with a title of two syllables: `Bộ trưởng`, `Đại sứ`."""
    beside = [t.word.canonical for t in sentence.tokens[:2]]
    return (
        place == 0
        and sentence.paragraph.language == "vi"
        and bool(TITLES.fullmatch(" ".join(beside)))
        and beside[1] in TITLE_INSIDE
    )


def parted(sentence: SentenceView, place: int) -> bool:
    """Whether a mark stands between a word and the next one."""
    there, text = sentence.tokens, sentence.paragraph.text
    return place + 1 < len(there) and any(
        mark in text[there[place].end : there[place + 1].start] for mark in ',;:()“”"'
    )
