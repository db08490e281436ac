"""What a question takes for granted: its names, numbers and deeds must be those of the article that answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import SAID
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import SentenceView, title_words
from bot.language.figures.calendar_words import MONTH_WORDS
from bot.language.figures.numbers import Number, numbers
from bot.language.lexicon.opposites import OPPOSITES
from bot.language.naming.names import is_capital
from bot.language.naming.titles import HONORIFICS
from bot.language.words.normalise import words
from bot.models import Language, Paragraph

PART = 0.15
"""Strength of a name in the other language from which on it counts as said."""
DEED = 0.25
"""Share of the words that say what was done under which the question takes for granted what is not said."""
_TOPIC = re.compile(r"\([^()]*\)\s*$")


def name_missing(question: QuestionView, article: Sequence[Scene]) -> bool:
    """Whether a name of the question stands nowhere in what was found of an article, nor in its title.

    The topic that a follow-up leans on, in brackets at the end, is not demanded; titles before a name are not either.
    """
    topic = _TOPIC.search(question.text)
    end = topic.start() if topic else len(question.text)
    title = title_words(article[0].passage.paragraph.source.title or "")
    for run in _runs(question):
        if question.found[question.terms[run[-1]].index][1] >= end:
            continue
        if not _stands(question, run, article, title):
            return True
    return False


def _runs(question: QuestionView) -> list[tuple[int, ...]]:
    """The places in `terms` of each name of the question."""
    single = {(p,) for p, t in enumerate(question.terms) if t.name and p not in question.runs}
    return sorted(single | set(question.runs.values()))


def _stands(question: QuestionView, run: tuple[int, ...], article: Sequence[Scene], title: frozenset[str]) -> bool:
    across = question.language != article[0].sentence.language
    last = question.terms[run[-1]]
    if last.word.folded in title:
        return True
    if across and not _is_foreign(question, run):
        return max(s.held[p] for s in article for p in run) >= PART
    if across:
        marked = [p for p in run if not question.terms[p].text.isascii()]
        return all(max(s.held[p] for s in article) >= SAID for p in marked)
    if question.language == "en" and not _is_foreign(question, run):
        return any(2 * sum(s.whole[p] >= SAID for p in run) >= len(run) for s in article)
    if max(s.held[run[-1]] for s in article) < SAID:
        return False
    if len(run) == 1 or last.word.folded not in question.known or question.terms[run[-2]].index == 0:
        return True
    pair = f"{question.terms[run[-2]].word.folded}_{last.word.folded}"
    return any(pair in s.sentence.pairs or _alone(s.sentence, last.word.folded) for s in article)


def _is_foreign(question: QuestionView, run: tuple[int, ...]) -> bool:
    """Whether an English question has a name with Vietnamese marks, which English text leaves as it is and vice versa."""
    return question.language == "en" and not all(question.terms[p].text.isascii() for p in run)


def _alone(sentence: SentenceView, form: str) -> bool:
    """Whether a word of a name stands without another name before it: `Ông Dũng`, not `Tiến Dũng`."""
    before = [sentence.tokens[p - 1] if p else None for p in sentence.places.get(form, ())]
    return any(t is None or not t.capital or t.word.canonical in HONORIFICS for t in before)


def number_missing(question: QuestionView, article: Sequence[Scene]) -> bool:
    """Whether a number of the question is nowhere in what was found of the article, in no way of writing it."""
    wanted = _numbers_asked(question.text, question.language)
    if not wanted:
        return False
    paragraphs = {s.passage.paragraph for s in article}
    there = frozenset[Fraction]().union(*map(figures_of, paragraphs))
    return any(there.isdisjoint(n.values) for n in wanted)


@lru_cache(maxsize=256)
def _numbers_asked(text: str, language: Language) -> tuple[Number, ...]:
    """The numbers that a question takes for granted; remembered, as it is held against many articles."""
    asked = numbers(text, language)
    wanted = [n for n in asked if n.certain and not _is_year(n)]
    wanted = [n for n in wanted if text[n.start].isdigit() or min(n.values) > COUNTABLE]
    wanted = [n for n in wanted if not _DATED.search(text[: n.start].lower())]
    return (*wanted, *(n for n in asked if _is_year(n) and _in_name(text, n)))


def _is_year(number: Number) -> bool:
    return number.end - number.start == 4 and not number.unit and 1000 <= min(number.values) <= 2100


def _in_name(text: str, number: Number) -> bool:
    """Whether a year belongs to a name (`Vision 2045`), which no other year's can stand for."""
    before = text[: number.start].rsplit(None, 1)[-1:]
    return (
        bool(before)
        and is_capital(before[0])
        and before[0].lower() not in MONTH_WORDS
        and number.start > len(before[0]) + 1
    )


@lru_cache(maxsize=1024)
def figures_of(paragraph: Paragraph) -> frozenset[Fraction]:
    """The values of the numbers of a paragraph and of its article's title."""
    text = f"{paragraph.source.title or ''}. {paragraph.text}"
    return frozenset(value for number in numbers(text, paragraph.language) for value in number.values)


COUNTABLE = 3
"""Numbers in words up to this one often count what the text lists without a number."""
_DATED = re.compile(r"(?:ngày|tháng|năm|giai đoạn|thế kỷ|in|on|by|since|of|century)\s+$|/$")


def opposed(question: QuestionView, scene: Scene) -> bool:
    """Whether a sentence says the contrary of a word of the question that it does not hold."""
    if question.language != scene.sentence.language or _YET.search(scene.sentence.lower):
        return False
    for term, held in zip(question.terms, scene.held, strict=True):
        if held >= SAID or term.name:
            continue
        key = term.word.stem if question.language == "en" else term.word.canonical
        if (_contraries(key, question) & scene.sentence.stems) or _like_opposed(term, question, scene.sentence):
            return True
    return question.language == "vi" and _phrase_opposed(question.lower, scene.sentence.lower)


def _contraries(word: str, question: QuestionView) -> frozenset[str]:
    return OPPOSITES[question.language].get(word, frozenset()) - question.stems


def _like_opposed(term: QuestionWord, question: QuestionView, sentence: SentenceView) -> bool:
    """Whether a sentence says the contrary of what a word may also be called (`declined`, where it says `accepted`)."""
    own = frozenset(" ".join(phrase) for phrase in term.like.own)
    others = frozenset[str]().union(*(_contraries(word, question) for word in own)) - own
    if question.language == "en":
        return not others.isdisjoint(sentence.stems)
    return any(_whole(other, sentence.lower) if " " in other else other in question.alone(sentence) for other in others)


def _phrase_opposed(asked: str, said: str) -> bool:
    """Whether a set phrase of the question stands as its contrary in a sentence."""
    return any(
        phrase in asked and phrase not in said and any(_whole(other, said) for other in others)
        for phrase, others in _PHRASES
    )


_PHRASES = tuple((phrase, others) for phrase, others in OPPOSITES["vi"].items() if " " in phrase)


def _whole(phrase: str, text: str) -> bool:
    return f" {phrase} " in re.sub(r"[^\w]+", " ", f" {text} ")


_DAYS = words("today tomorrow yesterday tonight now hôm nay mai qua")
"""Words that say when, not what."""
_CHOICE = re.compile(r"\bor\b|\bhay (?!không|chưa)")
_YET = re.compile(r"\b(?:but|however|although|though|while|yet|nhưng|tuy|song|dù)\b")


def deed_missing(question: QuestionView, scene: Scene) -> bool:
    """For `why`, `how`, yes or no: whether the paragraph does not say most of what the question says of its subject."""
    if question.asked.kind not in ("reason", "manner", "yes_no") or _CHOICE.search(question.lower):
        return False
    if question.asked.kind == "reason" and any(question.unheard(t) and not t.light for t in question.terms):
        return True
    names, aside = question.names, {*question.names, *question.numbers, *question.focus}
    rest = [p for p in range(len(question.terms)) if p not in aside]
    rest = [p for p in rest if question.terms[p].word.canonical not in _DAYS] or rest
    plain = [p for p in rest if not question.terms[p].light]
    if rest and not plain and question.asked.kind == "manner":
        return False
    rest = plain or rest
    after = [p for p in rest if names and p > names[0]] or rest
    across = question.language != scene.sentence.language
    after = [p for p in after if question.terms[p].translations or not across]
    total = sum(question.terms[p].weight for p in after)
    return bool(after) and sum(question.terms[p].weight * scene.whole[p] for p in after) < DEED * total
