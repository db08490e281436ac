"""Whom `the Vietnamese leader` or `nhà lãnh đạo Việt Nam` of a question is in an article: its one head of that land."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.answering.evidence.name_runs import named_runs, title_end
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import PREFIX, SentenceView, view_of
from bot.answering.text.tokens import Token
from bot.language.naming.lands import ONE_SYLLABLE
from bot.language.words.normalise import fold, words
from bot.models import Paragraph

_HEADS = re.compile(
    r"(?<!vice )(?<!deputy )\b(?:president|prime minister|general secretary|premier|king|queen|emperor|sultan|chancellor)$"
    r"|(?<!\w)(?<!phó )(?:tổng bí thư|chủ tịch nước|tổng thống|thủ tướng|quốc vương|nữ hoàng)$"
)
_NO_LAND = words("party state communist federal mr mrs ms his her majesty excellency prime minister general secretary")
"""Words of such a title, or before it, that name no land."""
_OF_MANY = words("các những ban giới cấp")
_BESIDE = words("top paramount supreme of nhà vị")


@dataclass(frozen=True, slots=True)
class Leader:
    """The places in a question's terms that say whose leader is meant; the last name and the titles of that person, folded."""

    places: tuple[int, ...]
    name: str
    titles: frozenset[tuple[str, ...]]


class _Head(NamedTuple):
    title: tuple[str, ...]
    name: str
    of_land: bool


def leader(question: QuestionView, paragraph: Paragraph) -> Leader | None:
    """Who the leader of a question is in the article of a paragraph; None where there is none, or it may be one of several."""
    places = _places(question)
    land = frozenset(f for p in places if question.terms[p].name for f in _forms(question, p))
    if not land:
        return None
    sentences = [s for p in question.article(paragraph) if p.kind == "body" for s in view_of(p).sentences]
    heads = [head for s in sentences for head in _heads(question, s, land)]
    heads = [h for h in heads if h.of_land] or heads
    names = {h.name for h in heads}
    return Leader(places, names.pop(), frozenset(h.title for h in heads)) if len(names) == 1 else None


def _places(question: QuestionView) -> tuple[int, ...]:
    """The places of `leader` and of the land beside it; () where a question has none, or has leaders."""
    forms = [w.canonical for w in question.words]
    first, last = _said(forms, question)
    if last < 0:
        return ()
    beside = [f in _BESIDE or text[:1].isupper() for f, (text, _, _) in zip(forms, question.found, strict=True)]
    while first > 0 and beside[first - 1]:
        first -= 1
    while last + 1 < len(forms) and beside[last + 1]:
        last += 1
    return tuple(p for p, t in enumerate(question.terms) if first <= t.index <= last)


def _said(forms: Sequence[str], question: QuestionView) -> tuple[int, int]:
    """Where a question says `leader`, one of them; (0, -1) where it does not."""
    if question.language == "en":
        return next(((i, i) for i, form in enumerate(forms) if form == "leader"), (0, -1))
    at = next((i for i in range(len(forms) - 1) if forms[i] == "lãnh" and forms[i + 1] == "đạo"), -1)
    return (0, -1) if at < 0 or _OF_MANY.intersection(forms[max(0, at - 2) : at]) else (at, at + 1)


def _forms(question: QuestionView, place: int) -> set[str]:
    """The words for a land in either language, without tones."""
    term = question.terms[place]
    return {term.word.folded, *map(fold, term.translated | term.alike)}


def _heads(question: QuestionView, sentence: SentenceView, land: frozenset[str]) -> Iterator[_Head]:
    """Those whom a sentence calls head of the land, or head of none."""
    for run in named_runs(sentence):
        end = title_end(run)
        title = " ".join(t.word.canonical for t in run[:end])
        unnamed = run[end].word.canonical == "of" or land.issuperset(t.word.folded for t in run[end:])
        if unnamed or not _HEADS.search(title):
            continue
        before = [t for t in run[:end] if t.word.canonical not in _NO_LAND and not _HEADS.search(t.word.canonical)]
        whose = before if sentence.language == "en" else _land_behind(question, run[end:])
        if all(any(w[:PREFIX] == t.word.folded[:PREFIX] for w in land) for t in whose):
            yield _Head(tuple(t.word.folded for t in run[:end]), run[-1].word.folded, bool(whose))


def _land_behind(question: QuestionView, named: Sequence[Token]) -> Sequence[Token]:
    """The land between a Vietnamese title and a name: `Tổng thống Phần Lan Alexander Stubb`."""
    if named[0].word.canonical in ONE_SYLLABLE:
        return named[:1]
    known = (n for n in (3, 2) if n < len(named) and question.glossary.whole([t.text for t in named[:n]], "vi"))
    return named[: next(known, 0)]
