"""Does a claim count and order as the text does? `30 doctors` for `30 nurses`, `A after B` for `B after A` do not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from bot.language.figures.numbers import Number
from bot.language.figures.units import COUNTED, how_many
from bot.language.grammar.qualifiers import Qualifier, qualifiers
from bot.language.grammar.verbs import is_past
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import content_terms, word_of
from bot.models import Language
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.wording import Unit

_Counted = tuple[str, ...]
_SIZE: dict[Language, int] = {"en": 1, "vi": 2}
"""Words behind a number that are taken for the thing it counts."""
_MEASURE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r" (?:tonnes?|tons?|lit(?:re|er)s?|hectares?|acres?|kilograms?|kg) of "),
    "vi": re.compile(r" (?:tấn|lít|héc-?ta|ha|kg|cân|mét|người(?: bị| được| đã)?) "),
}
"""A measure between a number and the thing that it measures."""
_MASS = ("tấn", "lít", "ha", "héc-ta", "kg", "cân", "người", "người bị", "người được", "người đã")
"""Vietnamese measures behind which one syllable names the thing: `5 tấn gạo`, `14 người chết`."""
_DATES = frozenset({"năm", "tháng", "ngày", "quý", "hôm"})
"""Words that begin a date right behind the thing that is counted: `400 lượt năm 2022`."""
_PAST = re.compile(r"\b([a-z]+) $")
_WINDOW = 3
"""The same across languages, where an adjective may stand before or behind."""


def miscounted(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> list[str]:
    """The numbers, as the claim writes them, of a thing that the text counts otherwise, and that it gives of another thing."""
    if len(text.found.numbers) < 2 or not claim.facts.numbers:
        return []
    size = _WINDOW if claim.language != text.language else _SIZE[claim.language]
    begins = [(n, _begin(text.text, n.end, n.unit, text.language)) for n in text.found.numbers]
    theirs = [(n, _counted(text.text, at, text.token_spans, text.language, size)) for n, at in begins]
    taken = [(n, _verb(text.text, n, text.language)) for n in text.found.numbers]
    same_language = claim.language == text.language
    found = []
    for number in claim.facts.numbers:
        asked = how_many(claim.text[: claim.asserted]) if same_language and claim.answers(number.start) else None
        at = _begin(claim.text, number.end if asked is None else asked - 1, number.unit, claim.language)
        thing = _counted(claim.text, at, claim.spans, claim.language, _SIZE[claim.language])
        verb = _verb(claim.text, number, claim.language) if same_language else ()
        likeness = _likeness(thing, at, claim, said, text)
        if _is_of_another(number, thing, likeness, theirs) or _is_of_another(number, verb, verb.__eq__, taken):
            found.append(claim.text[number.start : number.end])
    return found


def _is_of_another(
    number: Number, thing: _Counted, is_like: Callable[[_Counted], bool], theirs: Sequence[tuple[Number, _Counted]]
) -> bool:
    """Whether a text gives a number of other things same_language, and of this thing another number."""
    same = [other for n, other in theirs if not set(n.values).isdisjoint(number.values)]
    if not thing or not number.certain or not same or not all(same) or any(map(is_like, same)):
        return False
    rivals = [n.values[0] for n, other in theirs if other and is_like(other)]
    return bool(rivals) and not _adds_up(number, rivals)


def _verb(text: str, number: Number, language: Language) -> _Counted:
    """The stem of the English past form that a number follows, of which it is the object: `killed 14`; empty where none does."""
    before = (
        _PAST.search(text, max(0, number.start - 24), number.start) if language == "en" and number.unit != "%" else None
    )
    return (word_of(before[1]).stem,) if before and is_past(before[1]) else ()


def _likeness(
    thing: _Counted, at: int | None, claim: ClaimView, said: Sequence[Unit], text: Evidence
) -> Callable[[_Counted], bool]:
    """Whether words behind a number of the text name the same thing; across languages, by what the glossary knows."""
    if claim.language == text.language:
        return lambda other: other == thing
    units = [u for u in said if at is not None and at < u.start <= at + 1 and (u.forms or u.phrases)]
    return lambda other: any(u.carried_by(frozenset(other)) for u in units)


def _begin(text: str, end: int, unit: str, language: Language) -> int | None:
    """Where the thing begins (with the blank before it) that a number ending there counts, or a measure of it: `5 tons of rice`."""
    if unit in ("", COUNTED):
        return end
    measure = _MEASURE[language].match(text, end)
    return measure.end() - 1 if measure else None


def _counted(text: str, at: int | None, spans: Sequence[tuple[int, int]], language: Language, most: int) -> _Counted:
    """The stems of up to `most` words from there on that name what is counted, up to a stop word; empty where none does."""
    words: list[str] = []
    least = 1 if at and text[:at].endswith(_MASS) else _SIZE[language]
    first = bisect_left(spans, (len(text) if at is None else at, 0))
    for start, stop in spans[first : first + most]:
        word = word_of(text[start:stop])
        ends = word.canonical in STOP_WORDS[language] or word.canonical in _DATES
        if text[at:start] != " " or not text[start:stop].isalpha() or ends:
            break
        words.append(word.stem)
        at = stop
    return tuple(words) if len(words) >= least else ()


def _adds_up(number: Number, others: Sequence[Fraction]) -> bool:
    """Whether the text counts the thing in parts that make the number."""
    return len(others) > 1 and sum(others) in number.values


def turned_order(claim: ClaimView, text: Evidence, index: int) -> str | None:
    """The word, `before` or `after`, by which the claim sets first what sentence `index` of the text sets last, and the reverse."""
    return next((word for word, straight in _compared(claim, text, index) if not straight), None)


def same_order(claim: ClaimView, text: Evidence, index: int) -> bool:
    """Whether a claim sets two things in the order of sentence `index`, in these words or the other way round: `B after A`."""
    return any(straight for _, straight in _compared(claim, text, index))


def _compared(claim: ClaimView, text: Evidence, index: int) -> Iterator[tuple[str, bool]]:
    """Where claim and sentence set two things in order: the claim's word, and whether the order is the same."""
    mine = list(_order(claim.text, claim.language, claim.qualifiers))
    sentence = text.spans[index].of(text.text) if mine else ""
    theirs = list(_order(sentence, text.language, qualifiers(sentence, text.language)))
    if len(mine) != 1 or len(theirs) != 1:
        return
    (word, kind, first, last), (_, other, earlier, later) = mine[0], theirs[0]
    first, last = first - last, last - first
    earlier, later = earlier - later, later - earlier
    if first & earlier and last & later and not first & later and not last & earlier:
        yield word, True
    elif first & later and last & earlier and not first & earlier and not last & later and kind == other:
        yield word, False


def _order(
    text: str, language: Language, bounds: Sequence[Qualifier]
) -> Iterator[tuple[str, str, frozenset[str], frozenset[str]]]:
    """For each `before` and `after` with words on both sides: itself, its kind, the words of what came first, and of the rest."""
    for kind, start, end in bounds:
        if kind not in ("before", "after"):
            continue
        left, right = text[:start], text[end:]
        if not content_terms(left, language):
            right, _, left = right.partition(",")
        sides = [frozenset(t.stem for t in content_terms(side, language) if t.text.isalpha()) for side in (left, right)]
        if all(sides):
            first, last = sides if kind == "before" else sides[::-1]
            yield text[start:end], kind, first, last
