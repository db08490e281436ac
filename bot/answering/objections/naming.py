"""`What is the name of the ambassador?`: the name must stand beside its bearer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.evidence.features import Scene
from bot.answering.question.nouns import DETERMINERS
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.language.naming.titles import UNNAMING, is_office
from bot.language.words.normalise import words
from bot.language.words.terms import tokens, word_of

PLAIN = 2
"""Words that the question does not hold and that may stand between a bearer and the name."""
REACH = 9
"""Words between a bearer and the name, at most."""
_HOLDERS = {
    "en": re.compile(
        r"(?<!last )(?<!first )\bnames? of (?:the |a |an |his |her |its |their |two |three |both )*([^?]+?)\?*$"
        r"|^what (?:is|was|are|were) (?:the )?(.+?)['’]s? (?:full |real )?names?\?*$"
        r"|^how (?:is|was|are|were) (?:the |his |her )?([^?]+?) (?:called|named)\?*$",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"^(?:tên|ten) (?:(?:của|cua|riêng|đầy đủ) )*(?:vị )?(.+?)(?: (?:là|la) (?:gì|gi)\b|\?*$)"
        r"|^(?:vị )?(.+?) (?:có |co )?(?:tên|ten) (?:là |la )?(?:gì|gi)\b",
        re.IGNORECASE,
    ),
}
_CALLED = re.compile(r"^what (?:is|was) (?:the |his |her )?([^?]+?) (?:called|named)\?*$", re.IGNORECASE)
"""Somebody in an office and a work of art are called by a name; another thing may be called by any word."""
_WORKS = words("painting picture artwork portrait book novel film movie song poem play opera statue sculpture album")
"""Things that are called by a title of their own."""
_ENDS = words("of in on at from to for by with who whom that which whose when during as after before")
_COUNTS = words("hai ba bốn năm sáu hai những các hai mấy một two three four five các nhung cac")
PREPOSITIONS = words("in at on from of to by with for into near tại ở từ đến vào cho với trong")
_PLACES = words("in at near into inside outside tại ở")
_NAMED = re.compile(r"\b(?:named|called|known as|nicknamed|name (?:is|was)|tên là|có tên|gọi là|mang tên|tên)\b")
_BY_DEED = re.compile(r"\b(?:who|that|which|whose|whom)\b", re.IGNORECASE)
_RELATIVES = words("who whom whose which that")
BE = words("is was are were as named là làm")


def name_unattached(question: QuestionView, scene: Scene) -> bool:
    """Whether a name is asked for, the sentence speaks of its bearer, and no new name stands beside the bearer."""
    if question.asked.kind != "name" and not question.lower.startswith(("tên ", "ten ")):
        return False
    bearer = _bearer(question)
    spots = [p for t in bearer for p in _spots(question, t, scene.sentence)]
    if not spots or _NAMED.search(scene.sentence.lower):
        return False
    return not any(_follows(question, scene.sentence, s) or precedes(question, scene.sentence, s) for s in spots)


def _called(question: QuestionView) -> re.Match[str] | None:
    """The match of `What is the X called?` where X is an office."""
    match = _CALLED.match(question.text) if question.language == "en" else None
    noun = word_of(match.group(1).split()[-1]).canonical if match else ""
    return match if is_office(noun, "en") or noun in _WORKS else None


def _bearer(question: QuestionView) -> list[QuestionWord]:
    """The word or two that say who or what bears the name asked for: `daughters`, `Đại sứ`."""
    match = _HOLDERS[question.language].search(question.text) or _called(question)
    if not match:
        return []
    start, phrase = next((match.start(i), g) for i, g in enumerate(match.groups(), 1) if g)
    spoken = [(t, start + a) for t, a, _ in tokens(phrase)]
    if _BY_DEED.search(question.text) and not _is_office(spoken):
        return []
    if question.language == "en":
        end = next((n for n, (t, _) in enumerate(spoken) if t.lower() in _ENDS and n), len(spoken))
        chosen = spoken[max(0, end - 1) : end]
    else:
        first = next((n for n, (t, _) in enumerate(spoken) if t.lower() not in _COUNTS), 0)
        chosen = spoken[first : first + 2]
    places = {at for _, at in chosen}
    return [t for t in question.terms if question.found[t.index][1] in places and not t.name][-1:] or [
        t for t in question.terms if question.found[t.index][1] in places
    ]


def _is_office(spoken: Sequence[tuple[str, int]]) -> bool:
    """Whether the name asked for is that of somebody in an office, whatever he did: `the ambassador who spoke`."""
    end = next((n for n, (t, _) in enumerate(spoken) if t.lower() in _ENDS and n), len(spoken))
    return is_office(word_of(spoken[end - 1][0]).canonical, "en")


def _spots(question: QuestionView, bearer: QuestionWord, sentence: SentenceView) -> list[int]:
    """Where a bearer stands, as it is, or as a phrase of the same meaning whose words stand side by side."""
    across = question.language != sentence.language
    phrases = (*bearer.translations, *bearer.like.across) if across else (*bearer.akin, *bearer.like.own)
    found = {p for form in (bearer.word.stem, bearer.word.folded) for p in sentence.places.get(form, ())}
    found.update(q for phrase in phrases for p in sentence.starts(phrase) for q in range(p, p + len(phrase)))
    return sorted(found)


def is_new_name(question: QuestionView, token: Token) -> bool:
    """Whether a word may belong to a name that the question does not hold, no title."""
    known = token.word.folded in question.folded or token.word.canonical in UNNAMING
    return token.capital and not token.date and not token.number and not known


def _follows(question: QuestionView, sentence: SentenceView, spot: int) -> bool:
    """Whether a new name follows a word, few words of another kind between."""
    plain = 0
    there = sentence.tokens
    for i in range(spot + 1, min(spot + 1 + REACH, len(there))):
        gap = sentence.gap(i - 1)
        if any(mark in gap for mark in ";.") or (":" in gap and i > spot + 1):
            return False
        if is_new_name(question, there[i]):
            if not _led(sentence, i, PREPOSITIONS):
                return True
        elif not (there[i].stop or there[i].capital or there[i].word.folded in question.folded):
            plain += 1
            if plain > PLAIN:
                return False
    return False


def _led(sentence: SentenceView, place: int, by: frozenset[str]) -> bool:
    """Whether such a word, with or without an article, leads to the name that a word is part of.

    `tại ASEAN, Đại sứ` names no ambassador.
    """
    first = sentence.name_start(place)
    before = [t.word.canonical for t in sentence.tokens[max(0, first - 2) : first]]
    return bool(before) and (before[-1] in by or (before[-1] in DETERMINERS and before[0] in by))


def precedes(question: QuestionView, sentence: SentenceView, spot: int) -> bool:
    """Whether a new name comes right before a word, or with a comma or a form of `be` between."""
    plain, joined = 0, False
    there = sentence.tokens
    for i in range(spot - 1, max(-1, spot - 1 - REACH), -1):
        if there[i].word.canonical in _RELATIVES:
            return False
        gap = sentence.gap(i)
        joined = joined or "," in gap or "(" in gap or there[i].word.canonical in BE
        if is_new_name(question, there[i]):
            return (joined or i == spot - 1) and not _led(sentence, i, _PLACES)
        if not (there[i].stop or there[i].word.folded in question.folded):
            plain += 1
            if plain > PLAIN:
                return False
    return False
