"""`How many bridges` must be answered by a count, no date, label or other measure; `when` by a time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction

from bot.answering.evidence.features import Scene
from bot.answering.evidence.fitting import YEAR, fit, focus_spots, fresh, wants_target
from bot.answering.evidence.matching import spots
from bot.answering.objections.premises import figures_of
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.language.naming.titles import is_person
from bot.language.words.normalise import words

_HOW_MANY = re.compile(
    r"\bhow many\b|\bnumber of\b|\bbao nhiêu (?!tiền|phần)|\bbao nhieu (?!tien|phan)|(?<!thứ )\bmấy (?!giờ|tuổi|phần)",
    re.IGNORECASE,
)
UNITS = words(
    "kilometre kilometer metre meter cây số lô ki héc ta tonne ton hectare kilo "
    "m km cm mm kg g ha m2 m3 km2 km3 am pm percent per degrees metres meters kilometres kilometers kilograms tonnes tons hectares miles mph kmh "
    "euros dollars usd vnd đồng giờ phút giây mét tấn tạ độ hecta phần"
)
_SOME = words(
    "a an no none both several few many dozens hundreds thousands millions pair couple another single only each every "
    "một không nhiều vài hàng cả mỗi chục"
)
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+(?:teenth|tieth)"
)
_SO_FAR = re.compile(
    r"\b(?:so far|to date|up to now|until now|by now|now|already|counting|including|đến nay|tới nay|đến giờ|cho đến nay|kể cả|tính cả)\b"
)
"""`How many so far?`: the seventh of a kind makes seven."""
NEAR = 4
"""Words between `several` or `no` and what it counts."""


def uncounted(question: QuestionView, scene: Scene) -> bool:
    """For `How many`: whether nothing in the sentence counts, be it a number or a word such as `several`."""
    if question.asked.kind != "number" or question.asked.measure or not _HOW_MANY.search(question.text):
        return False
    if not _asks_at_once(question):
        return False
    sentence = scene.sentence
    if _SO_FAR.search(question.lower) and any(_ORDINAL.fullmatch(t.text.lower()) for t in sentence.tokens):
        return False
    measure = any(question.words[i].canonical in UNITS for i in question.asked.focus)
    people = [t for p in question.focus if (t := question.terms[p]).word.canonical in _PEOPLE]
    there = sorted(spots(question, people, sentence)) if people else focus_spots(question, sentence)
    owned = not people and any(w.canonical in _OWNED for w in question.words)
    asked = [t for t in question.terms if owned and t.index in question.asked.focus]
    akin = frozenset[str]().union(*(t.like.single for t in asked))
    if any(
        _counts(question, sentence, i, measure)
        and not _of_another(sentence, i, there, question.stems, akin)
        and not (people and not there and _of_things(sentence, i))
        and not _paired(sentence, i, there)
        and not _of_time(sentence, i, there)
        for i in range(len(sentence.tokens))
    ):
        return False
    return not any(t.word.canonical in _SOME for spot in there for t in sentence.tokens[max(0, spot - NEAR) : spot])


def _asks_at_once(question: QuestionView) -> bool:
    """Whether what is counted stands right behind the words that ask, or behind `of`: `number of pupils`."""
    focus, last = question.asked.focus, max(question.asked.asking, default=-1)
    if not focus or (question.asked.asking and focus[0] <= last):
        return False
    between = [w.canonical for w in question.words[last + 1 : focus[0]]]
    return not question.asked.asking or between[:1] in ([], ["of"])


def _of_another(
    sentence: SentenceView, place: int, spots: Sequence[int], stems: frozenset[str], akin: frozenset[str]
) -> bool:
    """Whether a number ranks, or in English counts the plain word behind it where what is asked for stands elsewhere.

    A Vietnamese number is followed by all kinds of classifiers; `a collection of 142 pieces` counts for the collection
    that is among the `stems` of the question, and for the artworks that are owned, to which pieces are `akin`.
    """
    there = sentence.tokens
    token, after = there[place], there[place + 1] if place + 1 < len(there) else None
    if _ORDINAL.fullmatch(token.text.lower()) or (place and there[place - 1].word.canonical == "thứ"):
        return True
    if sentence.language == "vi" or not spots or any(_reaches(sentence, place, spot) for spot in spots):
        return False
    if place > 1 and there[place - 1].word.canonical == "of" and there[place - 2].word.stem in stems:
        return False
    plain = after is not None and not (after.stop or after.capital or after.number or after.word.stem in akin)
    return plain and sentence.gap(place) in (" ", "-")


def _reaches(sentence: SentenceView, place: int, spot: int) -> bool:
    """Whether a number counts a word shortly behind it; a preposition begins something else: `142 pieces gifted by the states`."""
    between = sentence.tokens[place + 1 : spot]
    return 0 < spot - place <= NEAR and not any(t.word.canonical in _ELSEWHERE for t in between)


_OWNED = words("own owns owned possess possesses possessed total altogether")
_ELSEWHERE = words("by to from in on at with for")
_PEOPLE = words("people persons men women staff employees workers officials guests người nhân công cán")
"""`How many people`, `bao nhiêu nhân viên`: they are no pieces and no years."""
_LIVES = words("lives deaths victims casualties fatalities bodies families households couples pairs others more dead")
_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "ants", "ents", "ives")
_THINGS = words(
    "bức chiếc cái căn ngôi tòa tác năm tháng ngày tuần giờ phút lần con đồng km ha nước quốc thập bài món dự"
)
"""What stands behind a number in Vietnamese that counts no people."""


def _of_things(sentence: SentenceView, place: int) -> bool:
    """Whether a number counts the things right behind it, which are no people: `142 pieces`, `30 năm`."""
    if place + 1 >= len(sentence.tokens):
        return False
    word = sentence.tokens[place + 1].word
    if sentence.language == "vi":
        return word.canonical in _THINGS
    forms = {word.canonical, word.canonical.removesuffix("s")}
    known = forms & _LIVES or any(is_person(form, "en") for form in forms)
    return word.canonical.endswith("s") and not (word.stop_en or known or word.canonical.endswith(_ENDINGS))


_SPANS = words(
    "year years month months day days week weeks decade decades century centuries năm tháng ngày tuần thập thế"
)


def _of_time(sentence: SentenceView, place: int, spots: Sequence[int]) -> bool:
    """Whether a number counts years or days that are not asked for: `30 năm` tells of no number of countries."""
    behind = sentence.tokens[place + 1 : place + 2]
    return bool(behind) and behind[0].word.canonical in _SPANS and place + 1 not in spots


_BEFORE, _BEHIND = re.compile(r"\d[-–/]$"), re.compile(r"[-–/]\d")


def _paired(sentence: SentenceView, place: int, spots: Sequence[int]) -> bool:
    """Whether a number belongs to a score or a day (`3-2`, `14/12`) that does not stand right before what is asked for."""
    token, text = sentence.tokens[place], sentence.paragraph.text
    joined = _BEFORE.search(text[max(0, token.start - 2) : token.start]) or _BEHIND.match(text, token.end)
    return bool(joined) and not any(0 < spot - place <= NEAR for spot in spots)


def _counts(question: QuestionView, sentence: SentenceView, place: int, measure: bool) -> bool:
    """Whether a word is a number that may count: not the question's own, a year, a day, a label or another measure's."""
    there = sentence.tokens
    token = there[place]
    if not token.number or token.word.folded in question.folded or (token.date and not measure):
        return False
    if YEAR.fullmatch(token.text) and token.date:
        return False
    before = there[place - 1] if place else None
    digits = token.text[0].isdigit()
    if digits and before and before.capital and sentence.gap(place - 1) == " ":
        return False
    after = there[place + 1] if place + 1 < len(there) else None
    gap = sentence.gap(place) if after else sentence.paragraph.text[token.end : token.end + 1]
    if measure:
        return True
    if (after and (gap in (" ", "-", "") and after.word.canonical in UNITS)) or gap.startswith(("%", " %")):
        return False
    label = sentence.language == "vi" and digits and before is not None and not before.stop and gap[:1] in ",.;:)"
    return not label


_TIMES = re.compile(
    r"\b(?:1[0-9]|20)\d\d|\d ?(?:bp|bce?|ce|ad)\b|\d[/.:]\d|\d(?:st|nd|rd|th)\b|\d ?(?:am|pm|h|giờ)\b|(?:ngày|tháng|năm) \d"
    r"|\b(?:jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*) \d"
    r"|\b(?:ago|last|next|this|recent\w*|tomorrow|tonight|night|morning|evening|afternoon|week\w*|months?|years?|days?|time|eve|once|since|end|start|beginning|middle|outbreak|era|"
    r"noon|midnight|dawn|dusk|sunrise|sunset|daily|weekly|(?<!lần )thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|"
    r"hôm|nay|mai|qua|ngoái|tuần|tháng|năm|ngày|sáng|trưa|chiều|tối|đêm|(?<!lần )đầu|cuối|dịp|(?<!các )thời|giờ|tới|vừa)\b"
)


def undated(question: QuestionView, scene: Scene) -> bool:
    """For `when`: whether the sentence has no new date and no word of time; `Vision 2025` is none."""
    if question.asked.kind != "date" or fit(question, scene.sentence, fresh(question, scene.sentence)) > 0:
        return False
    if wants_target(question.text):
        return True
    dated = [t for t in scene.sentence.tokens if t.number and not t.date and YEAR.fullmatch(t.text)]
    text = scene.sentence.lower
    for token in dated:
        text = text.replace(token.text, " ")
    return not _TIMES.search(text)


def measured_otherwise(question: QuestionView, scene: Scene) -> bool:
    """Whether a sentence has the unit of a figure of the question (`12 tháng`) with other figures only."""
    if question.language != scene.sentence.language:
        return False
    there = scene.sentence.tokens
    for figure, unit in itertools.pairwise(question.words):
        if not figure.canonical.isdigit() or YEAR.fullmatch(figure.canonical):
            continue
        if Fraction(figure.canonical) in figures_of(scene.sentence.paragraph):
            continue
        if unit.canonical.isdigit() or f":{figure.canonical}" in question.text:
            continue
        spots = [
            p
            for p in scene.sentence.places.get(unit.stem, ())
            if there[p].word.canonical == unit.canonical or question.language == "en"
        ]
        if unit.canonical not in _UNBOUND and any(p and there[p - 1].number and not there[p - 1].date for p in spots):
            return True
    return False


_UNBOUND = words(
    "million billion thousand hundred trillion triệu tỷ tỉ nghìn ngàn trăm "
    "may june july august september october november december january february march april am pm giờ h"
)
