"""Does a claim count and order as the text does? `30 doctors` for `30 nurses`, `A after B` for `B after A` do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from bot.language.numbers import Number
from bot.language.qualifiers import Qualifier, qualifiers
from bot.language.stopwords import STOP_WORDS
from bot.language.terms import content_terms, word_of
from bot.models import Language
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.wording import Unit

_Counted = tuple[str, ...]
_SIZE: dict[Language, int] = {"en": 1, "vi": 2}
"""Words behind a number that are taken for the thing it counts."""
_WINDOW = 3
"""The same across languages, where an adjective may stand before or behind."""


def miscounted(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> list[str]:
    """The numbers, as the claim writes them, of a thing that the text counts otherwise, and that it gives of another thing."""
    size = _WINDOW if claim.language != text.language else _SIZE[claim.language]
    theirs = [(n, _counted(text.text, n, text.token_spans, text.language, size)) for n in text.found.numbers]
    found = []
    for number in claim.facts.numbers if len(theirs) > 1 else ():
        thing = _counted(claim.text, number, claim.spans, claim.language, _SIZE[claim.language])
        is_like = _likeness(thing, number, claim, said, text)
        same = [other for n, other in theirs if not set(n.values).isdisjoint(number.values)]
        if not thing or not number.certain or not same or not all(same) or any(map(is_like, same)):
            continue
        rivals = [n.values[0] for n, other in theirs if other and is_like(other)]
        if rivals and not _adds_up(number, rivals):
            found.append(claim.text[number.start : number.end])
    return found


def _likeness(
    thing: _Counted, number: Number, claim: ClaimView, said: Sequence[Unit], text: Evidence
) -> Callable[[_Counted], bool]:
    """Whether words behind a number of the text name the same thing; across languages, by what the glossary knows."""
    if claim.language == text.language:
        return lambda other: other == thing
    units = [u for u in said if number.end < u.start <= number.end + 1 and (u.forms or u.phrases)]
    return lambda other: any(u.carried_by(frozenset(other)) for u in units)


def _counted(text: str, number: Number, spans: Sequence[tuple[int, int]], language: Language, most: int) -> _Counted:
    """The stems of up to `most` words right behind a number that name what it counts; empty where none does."""
    end, words = number.end, []
    first = bisect_left(spans, (number.end, 0))
    for start, stop in spans[first : first + most]:
        if text[end:start] != " " or not text[start:stop].isalpha():
            break
        words.append(word_of(text[start:stop]))
        end = stop
    least = _SIZE[language]
    plain = len(words) >= least and all(w.canonical not in STOP_WORDS[language] for w in words[:least])
    return tuple(w.stem for w in words) if plain and not number.unit else ()


def _adds_up(number: Number, others: Sequence[Fraction]) -> bool:
    """Whether the text counts the thing in parts that make the number."""
    return len(others) > 1 and sum(others) in number.values


def turned_order(claim: ClaimView, text: Evidence, index: int) -> str | None:
    """The word, `before` or `after`, by which the claim sets first what sentence `index` of the text sets last, and the reverse."""
    span = text.spans[index]
    mine = list(_order(claim.text, claim.language, claim.qualifiers))
    sentence = span.of(text.text)
    theirs = list(_order(sentence, text.language, qualifiers(sentence, text.language)))
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (word, kind, first, last), (_, other, earlier, later) = mine[0], theirs[0]
    first, last = first - last, last - first
    earlier, later = earlier - later, later - earlier
    turned = first & later and last & earlier and not first & earlier and not last & later
    return word if turned and kind == other else None


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
