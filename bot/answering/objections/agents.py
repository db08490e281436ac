"""`What did Kao plant?` is not answered by what Lâm planted: who does it in a sentence, against whom the question names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.evidence.features import Scene
from bot.answering.evidence.name_runs import named_runs, parted
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.tokens import Token
from bot.language.grammar.verbs import is_past
from bot.language.naming import titles
from bot.language.naming.lands import ONE_SYLLABLE, is_place
from bot.language.words.normalise import fold, words

NAMED = 0.6
"""Share of the words that name the one who is asked about from which on they are there."""
TITLE = 3
"""Words between `did` and the name of the one who is asked about, at most: `did the ambassador of Thailand`."""
_DID = words("did does do has have had will would")
_DONE = words("did has had đã")
_MARKERS = words("đã sẽ đang vừa từng cũng")
_HELPERS = _MARKERS | words(
    "has have had also then later will would warmly first to pledged promised vowed agreed planned decided wanted hoped continued "
    "cam kết hứa hẹn muốn mong quyết định tiếp tục"
)
"""What may stand between a doer and the verb: another verb, of which it is the doer as well (`pledged to plant`)."""
_JOINS = words("and và rồi cùng")
_APART = words("và với and with by from of của đón gặp to for cho tại ở từ in at on near gần")
"""Words before a name that make it no plain doer: `Mara and Orla visited`, `In Lugo painted gates hang`."""
_VERB_SYLLABLES = 2
_PLEDGES = words("cam kết hứa")
"""What somebody does who says what he will do: `Lào cam kết sẽ làm gì?`"""
_MAKES = words("make made give gave")
"""What only helps a noun to say what is done: `What pledge did Kao make?`"""
_DEEDS = words("tặng trao biếu gửi trồng viết vẽ mua bán xây")
"""Verbs of one syllable, which stand without a marker in spoken questions."""


def done_by_another(question: QuestionView, scene: Scene, article: Sequence[Scene]) -> bool:
    """Whether the sentence says of somebody else what the question asks of the one it names.

    Only where somebody else is named right before the verb wherever it stands, and nowhere in what was found of the
    article is that one called as the question does.
    """
    who, verb = _asked(question)
    if not who or not verb or _is_there(question, who, scene.sentence):
        return False
    places = {p for t in verb for f in _forms(question, t, scene.sentence) for p in scene.sentence.places.get(f, ())}
    doers = [doer_of(scene.sentence, p) for p in sorted(places) if _is_told(scene.sentence, p)]
    if _speaks_for_land(question, who) and not all(_names_land(question, doer) for doer in doers):
        return False
    return bool(doers) and all(doer and not is_called(question, who, doer, scene.sentence, article) for doer in doers)


def _speaks_for_land(question: QuestionView, who: Sequence[QuestionWord]) -> bool:
    """Whether a land is asked about, of which somebody unnamed by it may do it: not where it has done it (`Lào đã tặng gì?`)."""
    return _DONE.isdisjoint(w.canonical for w in question.words) and _ends_in_land([t.word.canonical for t in who])


def _names_land(question: QuestionView, doer: Sequence[Token]) -> bool:
    """Whether Vietnamese words call a doer by a land, which the glossary knows with its people: `Trưởng Phái đoàn Malaysia`."""
    if any(t.word.canonical in ONE_SYLLABLE for t in doer):
        return True
    runs = (doer[i:end] for end in range(len(doer) + 1) for i in range(max(0, end - 2), end))
    named = (run for run in runs if is_place(" ".join(t.word.folded for t in run), "vi"))
    return any(len(question.glossary.whole([t.text for t in run], "vi")) > 1 for run in named)


def _is_there(question: QuestionView, who: Sequence[QuestionWord], sentence: SentenceView) -> bool:
    """Whether a sentence names the one who is asked about in full: then it is not plain who does what."""
    across = question.language != sentence.language
    folded = [t.word.folded for t in who]
    named = named_runs(sentence)
    runs = [_names(run) for run in named if across or not _is_turned(folded, [t.word.folded for t in run])]
    named_by = [t for t in who if t.name]
    wanted = named_by if len(named_by) > 1 else who
    if any(all(_stands(t, there, across=across) for t in wanted) for there in runs):
        return True
    if across and not any(titles.is_office(t.word.folded, "en") and not t.text.isupper() for t in wanted):
        return all(not sentence.places.keys().isdisjoint(question.forms(t, sentence)) for t in wanted)
    return len(who) > 2 and _runs_through(who, sentence)


def _runs_through(who: Sequence[QuestionWord], sentence: SentenceView) -> bool:
    """Whether the words of a name follow one another in a sentence, with a small word between at most: `Mies van der Rohe`."""
    last = sentence.places.get(who[0].word.folded, [])
    for term in who[1:]:
        last = [p for p in sentence.places.get(term.word.folded, ()) if any(0 < p - before <= 3 for before in last)]
    return bool(last)


def _asked(question: QuestionView) -> tuple[list[QuestionWord], list[QuestionWord]]:
    """The words that name who does it, and the verb: `did WHO VERB`, `WHO đã VERB`; none where the question is not plain."""
    forms = [w.canonical for w in question.words]
    names = [t.index for t in question.terms if t.name]
    if question.language == "en":
        helper = next((i for i, w in enumerate(forms) if w in _DID), None)
        start = -1 if helper is None else helper + 1
        first = next((i for i in names if i >= start), None)
        if helper is None or first is None or first > start + TITLE:
            return [], []
        end = first + 1
        while end in names:
            end += 1
        behind = [t for t in question.terms if t.index >= end][:1]
    else:
        marker = next((i for i, w in enumerate(forms) if w in _MARKERS), None)
        end = marker if marker is not None else _deed(forms, names, max(question.asked.asking, default=0))
        start = _clause_start(question, end)
        if not any(start <= i < end for i in names):
            return [], []
        first, syllables = (end, 1) if marker is None else (end + 1, _VERB_SYLLABLES)
        behind = [t for t in question.terms if first <= t.index < first + syllables]
    who = [t for t in question.terms if start <= t.index < end and not (t.light or t.word.canonical in _PLEDGES)]
    verb = [t for t in behind if not (t.light or t.name or t.number)]
    if behind and behind[0].word.canonical in _MAKES:
        verb = [t for t in question.terms if t.index in question.asked.focus and t.index < min(names)]
    if not verb and question.language == "vi":
        last = max(i for i in names if i < end)
        verb = [t for t in question.terms if last < t.index < end and t.word.canonical in _PLEDGES]
    return who, verb


def _deed(forms: Sequence[str], names: Sequence[int], asking: int) -> int:
    """The place of a verb of one syllable between a name and what asks, with no marker: `Kao tặng gì?`; 0 for none."""
    return next((i for i, w in enumerate(forms[:asking]) if w in _DEEDS and any(n < i for n in names)), 0)


def _ends_in_land(who: Sequence[str]) -> bool:
    """Whether those asked about are a land or its leaders: what one of its people does is done by them."""
    if not any(is_place(fold(" ".join(who[-n:])), "vi") for n in (1, 2)):
        return False
    first = [fold(" ".join(who[:n])) for n in (1, 2, 3)]
    return not any(titles.is_office(title, "vi") or titles.is_office(title, "en") for title in first)


def _clause_start(question: QuestionView, end: int) -> int:
    """The index of the word behind the last comma before a word."""
    before = range(min(end, len(question.found) - 1))
    return max((i + 1 for i in before if "," in question.gap(i)), default=0)


def _forms(question: QuestionView, verb: QuestionWord, sentence: SentenceView) -> set[str]:
    """A verb as it stands, in English by a word of the same meaning as well, or what it may be translated by."""
    if question.language == sentence.language:
        return {verb.word.stem, *(verb.like.single if question.language == "en" else ())}
    return question.forms(verb, sentence)


def doer_of(sentence: SentenceView, verb: int) -> list[Token]:
    """The name right before a verb, or before the verb that it is joined to; none where that is not plain."""
    there = sentence.tokens
    before = _before(there, verb)
    if before >= 0 and there[before].word.canonical in _JOINS:
        told = [p for p in range(1, before) if _is_formed(sentence, p) and there[_before(there, p)].capital]
        before = _before(there, told[-1]) if told else -1
    if before < 0 or not there[before].capital or parted(sentence, before):
        return []
    first = before
    while first > 0 and not parted(sentence, first - 1) and _joins(there, first - 1):
        first -= 1
    if first and there[first - 1].word.canonical in _APART and not parted(sentence, first - 1):
        return []
    return list(there[first : before + 1])


def _before(there: Sequence[Token], place: int) -> int:
    """The place of the word before a verb and its helpers; -1 for none."""
    place -= 1
    while place >= 0 and there[place].word.canonical in _HELPERS and not there[place].capital:
        place -= 1
    return place


def _is_told(sentence: SentenceView, place: int) -> bool:
    """Whether a word is the verb by its form, or, in Vietnamese, by what stands before it."""
    if sentence.language == "en" or sentence.tokens[place].capital:
        return _is_formed(sentence, place)
    return _is_formed(sentence, place) or bool(doer_of(sentence, place))


def _is_formed(sentence: SentenceView, place: int) -> bool:
    """Whether a word is a verb by its own form, or by the marker before it."""
    word = sentence.tokens[place].word.canonical
    if sentence.language == "en":
        return is_past(word) and not sentence.tokens[place].capital
    return place > 0 and sentence.tokens[place - 1].word.canonical in _MARKERS


def _joins(there: Sequence[Token], place: int) -> bool:
    return (there[place].capital and not there[place].date) or (
        there[place].word.canonical in titles.INSIDE and place > 0 and (there[place - 1].capital or place == 1)
    )


def is_called(
    question: QuestionView, who: Sequence[QuestionWord], doer: Sequence[Token], sentence: SentenceView,
    article: Sequence[Scene],
) -> bool:  # fmt: skip
    """Whether the one who does it is the one asked about: by the same words, or called by both in one breath."""
    if _called(question, who, doer, sentence):
        return True
    last = doer[-1].word.canonical
    for scene in article:
        for run in named_runs(scene.sentence):
            if any(t.word.canonical == last for t in run) and _called(question, who, run, scene.sentence):
                return True
    return False


def _called(question: QuestionView, who: Sequence[QuestionWord], run: Sequence[Token], sentence: SentenceView) -> bool:
    there = _names(run)
    folded = [t.word.folded for t in who]
    if len(who) > 1 and not there.isdisjoint(["".join(folded), "".join(f[:1] for f in folded)]):
        return True
    across = question.language != sentence.language
    if not across and _is_turned(folded, [t.word.folded for t in run]):
        return False
    held = [_stands(t, there, across=across) for t in who]
    return held[-1] or sum(held) >= NAMED * len(who)


def _is_turned(who: Sequence[str], run: Sequence[str]) -> bool:
    """Whether two words of a title stand the other way round, which makes it another: `Secretary-General`, `General Secretary`."""
    pairs = {(a, b) for a, b in pairwise(run)}
    return any(titles.is_office(a, "en") and (b, a) in pairs and (a, b) not in pairs for a, b in pairwise(who))


def _names(run: Sequence[Token]) -> set[str]:
    """The forms of the words of a name, neighbours joined (`vietnam`), and its initials (`lhq`)."""
    folded = [t.word.folded for t in run]
    initials = {"".join(f[:1] for f in folded)} if len(run) > 1 else set()
    return {t.word.stem for t in run} | {*folded} | {a + b for a, b in pairwise(folded)} | initials


def _stands(term: QuestionWord, there: set[str], *, across: bool) -> bool:
    """Whether a word stands in a name as it is, or a whole translation; words of like meaning would make two titles one."""
    if term.word.folded in there or (not across and term.word.stem in there):
        return True
    return across and any(there.issuperset(phrase) for phrase in term.translations)
