"""Where the noun stands that an English question asks about; places are indexes of its words in lower case."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.words.normalise import words

AUXILIARIES = words("is are was were be been do does did has have had can could will would shall should may might must")
BE = words("is are was were")
FOCUS_ENDS = AUXILIARIES | words("of in on at to for by from with that who which when as than and or about")

DETERMINERS = words("the a an his her its their")
_OPENS_NOUN = DETERMINERS | words("our this that these those")
PLAIN_PAST = words(
    "took got gave came went became began won drew grew knew saw made spoke wrote brought caught taught thought "
    "happened occurred praised attended visited received"
)
"""Past forms that stand before no noun: `took`, not `left` or `united`."""


def noun_phrase(lower: Sequence[str], start: int) -> tuple[int, ...]:
    """The noun phrase that begins at `start`: up to an auxiliary or preposition, at most four words.

    A word before an article is a verb (`What marks its end?`), and so is `took` (`Which teams took part?`). Else, without
    an auxiliary, the verb cannot be told from the noun, so only the first word counts.
    """
    end = start
    while end < len(lower) and lower[end] not in FOCUS_ENDS:
        end += 1
    turned = next((i for i in range(start + 1, end) if lower[i] in _OPENS_NOUN), end + 1) - 1
    if turned < end:
        return tuple(range(start, turned))[:4]
    past = next((i for i in range(start, min(end, start + 4)) if lower[i] in PLAIN_PAST), end)
    if past < end:
        return tuple(range(start, past))
    if end == len(lower) or end - start > 4:
        end = min(start + 1, len(lower))
    return tuple(range(start, end))


def complement(lower: Sequence[str], place: int) -> tuple[int, ...]:
    """`What is the price of gold`: the noun between the article and `of`."""
    if len(lower) > place + 3 and lower[place + 1] in BE and lower[place + 2] in ("the", "a", "an"):
        end = place + 3
        while end < len(lower) and lower[end] not in FOCUS_ENDS:
            end += 1
        if end < len(lower) and end - place - 3 <= 3 and lower[end] == "of":
            return tuple(range(place + 3, end))
    return ()


def named(lower: Sequence[str], place: int) -> tuple[int, ...]:
    """`What is the name of the river`: the noun that bears the name is the last one before a verb or preposition."""
    if "of" not in lower[place:]:
        return ()
    start = lower.index("of", place) + 1
    run = [i for i in range(start, len(lower)) if lower[i] not in ("the", "a", "an", "his", "her", "its")]
    for n, i in enumerate(run):
        if lower[i] in FOCUS_ENDS:
            run = run[:n]
            break
    return tuple(run[-1:])


def priced(lower: Sequence[str], place: int) -> tuple[int, ...]:
    """`How much does an operation cost?`: the thing, at most two words of it."""
    between = [i for i in range(place + 3, len(lower) - 1) if lower[i] not in ("the", "a", "an", "to", "for")]
    return (
        tuple(between[:2])
        if lower[place + 2 : place + 3] and lower[place + 2] in AUXILIARIES and len(between) <= 3
        else ()
    )


def indexes(lower: Sequence[str], among: frozenset[str]) -> frozenset[int]:
    """Where words of a set stand."""
    return frozenset(i for i, w in enumerate(lower) if w in among)
