"""How surely each word of a question stands in a sentence: as it is, inflected, without tones, translated, by its like."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.question.light_words import BODIES, names_a_body
from bot.answering.question.nouns import DETERMINERS
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import PREFIX, SentenceView, view_of
from bot.language.figures.number_words import ROMAN, SMALL
from bot.language.lexicon.likeness import Phrase
from bot.language.naming.titles import OFFICIALS
from bot.language.words.normalise import words
from bot.models import Paragraph

LIKE = 0.8
"""Strength of a word that the thesaurus gives for the same, or of its translation, against the word itself."""
AKIN = 0.6
"""Strength of a word of like meaning (same translation) against the word itself."""
DEMONYM = 0.75
"""Strength of a name with the same beginning: `Vietnamese` for `Việt Nam`."""
FAMILY = 0.45
"""Strength of a long word with the same beginning."""
PART = 0.4
"""Strength of the last word of a translation without the rest."""
WHOLE_NAME = 0.85
"""Strength of the part of a name that the sentence leaves out when the passages hold the whole name."""
APART, APART_VI = 0.7, 0.35
"""Strength of a phrase whose words stand far apart: of Vietnamese syllables little is left (`ký` and `kết` of `ký kết`)."""
SAID = 0.4
"""Strength from which on a word counts as said, be it in other words or as part of a phrase."""
NOUNISH = 0.4
"""Strength of `painting` for `painted` where it is a thing."""


def strengths(question: QuestionView, sentence: SentenceView) -> list[float]:
    """How surely each word of the question stands in a sentence, 0..1 each."""
    across = question.language != sentence.language
    held = [_strength(term, question, sentence, across) for term in question.terms]
    for place, run in question.runs.items():
        part_held = any(held[p] >= 0.9 and _is_named(question.terms[p], question, sentence) for p in run if p != place)
        if held[place] < WHOLE_NAME and part_held and all(question.terms[p].word.folded in question.known for p in run):
            held[place] = WHOLE_NAME
    if sentence.acronyms:
        _spelt_out(question, sentence, held)
    if question.moments:
        _date_words(question, sentence, held)
    if question.asked.focus and question.asked.kind == "thing":
        _bodies(question, sentence, held)
    return held


def _is_named(term: QuestionWord, question: QuestionView, sentence: SentenceView) -> bool:
    """Whether a word of a name stands in that name there: the `Quang` of `Quang Tri` and of `Quảng Ngãi` is no `Tạ Quang Duy`."""
    there = sentence.tokens
    marked = question.language == sentence.language and not question.text.isascii()
    for place in sentence.places.get(term.word.folded, ()):
        token, behind = there[place], there[place + 1 : place + 2]
        if token.capital and not (marked and token.word.canonical != term.word.canonical):
            joined = behind and behind[0].capital and sentence.gap(place) == " "
            if not joined or behind[0].word.folded in question.folded:
                return True
    return False


def spots(question: QuestionView, terms: Iterable[QuestionWord], sentence: SentenceView) -> set[int]:
    """The places of a sentence where some words of the question stand, in any form."""
    return {p for t in terms for f in question.forms(t, sentence) for p in sentence.places.get(f, ())}


def most_said(question: QuestionView, paragraphs: Iterable[Paragraph]) -> list[float]:
    """How surely each word of the question stands in the sentence of some paragraphs that says it best, 0..1 each."""
    rows = [strengths(question, s) for p in paragraphs for s in view_of(p).sentences]
    return [max(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(question.terms)


def _bodies(question: QuestionView, sentence: SentenceView, held: list[float]) -> None:
    """`Cơ quan nào`, `which institution`, is held by the name of one: `Ban Thư ký`, `the Committee`, `UNICEF`."""
    asked = question.focus
    if not any(names_a_body(question.terms[p].word) for p in asked):
        return
    named = (t for t in sentence.tokens if t.capital and t.word.folded not in question.folded)
    if any(t.word.canonical in BODIES or (t.text.isupper() and len(t.text) > 1) for t in named):
        for place in asked:
            held[place] = max(held[place], LIKE * names_a_body(question.terms[place].word))


def _spelt_out(question: QuestionView, sentence: SentenceView, held: list[float]) -> None:
    """`Ngân hàng Nhà nước` is held by `NHNN`, by its initials."""
    for acronym in sentence.acronyms:
        start = question.initials.find(acronym.lower())
        if start >= 0:
            for place, term in enumerate(question.terms):
                if start <= term.index < start + len(acronym):
                    held[place] = max(held[place], WHOLE_NAME)


def _date_words(question: QuestionView, sentence: SentenceView, held: list[float]) -> None:
    """`March` is held by `10/3`, and `tháng 3` by `March`."""
    for moment in question.moments:
        if any(m.month == moment.month and moment.day in (None, m.day) for m in sentence.moments):
            for place, term in enumerate(question.terms):
                if moment.start <= question.found[term.index][1] < moment.end:
                    held[place] = max(held[place], 0.9)


def _strength(term: QuestionWord, question: QuestionView, sentence: SentenceView, across: bool) -> float:
    word = term.word
    if word.canonical in sentence.canonicals:
        return 1.0
    if word.stem in sentence.stems and not across:
        return NOUNISH if term.text.endswith("ed") and _is_thing(word.stem, sentence) else 1.0
    if _figure(term) in sentence.figures:
        return 0.95
    direct = _folded_strength(term, question, sentence, across)
    if direct >= 0.9:
        return direct
    if term.text.isupper() and term.text in sentence.initials:
        return WHOLE_NAME
    office = word.canonical in _OFFICIALS and OFFICIALS.search(sentence.text) is not None
    like = LIKE if office or _is_like(term, question, sentence, across) else 0.0
    if across:
        return max(direct, like, _translated(term, question, sentence))
    akin = not sentence.stems.isdisjoint(term.alike) and any(_held(p, sentence) == 1.0 for p in term.akin)
    return max(direct, like, AKIN * akin)


def _figure(term: QuestionWord) -> str:
    """A small number as figures, however it is written; what is none as it is."""
    return ROMAN.get(term.text, "") if term.name else SMALL.get(term.word.canonical, term.word.canonical)


def _is_like(term: QuestionWord, question: QuestionView, sentence: SentenceView, across: bool) -> bool:
    """Whether the sentence says a word as the thesaurus does; a Vietnamese syllable must be a word of its own there."""
    phrases, words = (term.like.across, term.like.words_across) if across else (term.like.own, term.like.words_own)
    stems = sentence.stems
    if stems.isdisjoint(words):
        return False
    syllables = sentence.language == "vi"
    return any(
        stems.issuperset(p)
        and (p[0] in question.alone(sentence) if syllables and len(p) == 1 else _together(p, sentence) == 1.0)
        for p in phrases
    )


def _translated(term: QuestionWord, question: QuestionView, sentence: SentenceView) -> float:
    """How surely a translation stands there; a Vietnamese syllable must be a word of its own, no part of another."""
    if sentence.stems.isdisjoint(term.translated):
        return 0.0
    syllables = sentence.language == "vi"
    return max(
        (
            _held(p, sentence)
            for p in term.translations
            if not syllables or len(p) > 1 or p[0] not in sentence.stems or p[0] in question.alone(sentence)
        ),
        default=0.0,
    )


def _is_thing(stem: str, sentence: SentenceView) -> bool:
    """Whether a stem stands in a sentence only as a noun in -ing, behind an article."""
    spots = sentence.places.get(stem, ())
    return all(
        sentence.tokens[p].text.endswith(("ing", "ings"))
        and p > 0
        and sentence.tokens[p - 1].word.canonical in ARTICLES
        for p in spots
    )


_OFFICIALS = words("official officials officeholder officeholders holder holders dignitary dignitaries incumbents")
"""What the holders of any office are."""
ARTICLES = DETERMINERS | {"this"}
"""Words behind which a thing is named."""


def _folded_strength(term: QuestionWord, question: QuestionView, sentence: SentenceView, across: bool) -> float:
    word = term.word
    typed_plain = word.canonical == word.folded
    if word.folded in sentence.folded and (typed_plain or term.name):
        if not across:
            return 0.95
        if term.name or term.number or (len(word.folded) > 3 and question.language == "en"):
            return 0.9
    if term.name and (term.pair in sentence.folded):
        return 0.9
    if term.name and len(word.folded) > PREFIX and word.folded[:PREFIX] in sentence.name_prefixes:
        return DEMONYM
    if len(word.folded) > PREFIX and word.folded[:PREFIX] in sentence.prefixes and (not across or term.name):
        return FAMILY
    return 0.0


def _held(phrase: Phrase, sentence: SentenceView) -> float:
    """1 for a whole translation, PART for its last English or first Vietnamese word alone."""
    present = [word in sentence.stems for word in phrase]
    if all(present):
        return _together(phrase, sentence)
    if len(phrase) > 1 and any(present):
        return PART * sum(present) / len(present)
    return 0.0


def _together(phrase: Phrase, sentence: SentenceView) -> float:
    """A phrase of several words counts in full only where they stand side by side."""
    if len(phrase) == 1:
        return 1.0
    places = [sentence.places.get(word, ()) for word in phrase]
    for first in places[0]:
        if all(any(abs(p - first) <= len(phrase) + 1 for p in spots) for spots in places[1:]):
            return 1.0
    return APART_VI if sentence.language == "vi" else APART
