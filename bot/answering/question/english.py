"""What an English question asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.question.asked import Asked, Kind, Measure
from bot.answering.question.nouns import AUXILIARIES, BE, DETERMINERS, complement, indexes, named, noun_phrase, priced
from bot.answering.question.position import asks_position
from bot.language.figures.calendar_words import MONTH_WORDS
from bot.language.words.normalise import words
from bot.language.words.terms import Word

_DATES = words("year years date day days month months century decade time weekday era")
_NUMBERS = words(
    "percentage percent proportion number amount population price cost age size distance length height "
    "rate total temperature speed salary score"
)
_AMOUNTS = words("size number amount total quantity")
"""What a number is asked for by; a text that gives it need not say it."""
_SORTS = words("sort kind type")
_PRECISE = words("exact actual precise calendar full official total current overall specific")
_PLACES = words(
    "country countries city cities state states place places region location town province continent area "
    "venue nation village island county district street"
)
_BETWEEN = words("and or in which what the")
_PEOPLE = words(
    "person people man woman player president leader king queen author scientist director "
    "artist painter sculptor singer writer composer photographer journalist reporter"
)
_MONEY = words("cost costs price worth spend spent pay paid earn earned money revenue salary value")
_HOW_NUMBERS = words("many much far tall high big large fast often deep wide heavy long old close")
_CALLED = words("called named name names nickname known")


def english(words: Sequence[Word]) -> Asked:
    """What the words of an English question ask for."""
    lower = [w.canonical for w in words]
    position = asks_position(lower, "en")
    if position:
        return Asked("thing", position, measure="office")
    if lower and (lower[0] in AUXILIARIES or lower[0] in ("whether", "if")):
        return Asked("yes_no", indexes(lower, AUXILIARIES | {"whether", "if"}))
    place = next((i for i, w in enumerate(lower) if w in _ENGLISH_ASKING), None)
    headed = _headed(lower)
    if headed and (place is None or lower[place - 1] != "of"):
        return headed
    if place is None:
        return Asked("thing", indexes(lower, AUXILIARIES))
    following = lower[place + 1] if place + 1 < len(lower) else ""
    return _ENGLISH_ASKING[lower[place]](lower, place, following)


def _headed(lower: Sequence[str]) -> Asked | None:
    """`Year of the accession`, `country where it lies`, `number of people who left`: the noun at the head says what is asked for."""
    head = next((i for i, w in enumerate(lower) if w not in DETERMINERS | _PRECISE), len(lower))
    if head + 1 >= len(lower) or lower[head + 1] not in ("of", "when", "where", "for", "in", "that", "which"):
        return None
    taken = frozenset({head})
    if lower[head] in _DATES:
        taken |= frozenset(range(head))
        return Asked("date", taken, measure=_MEASURED.get(lower[head], ""))
    if lower[head] in _PLACES:
        return Asked("place", taken)
    if lower[head] in _NUMBERS and lower[head + 1] == "of":
        bare = lower[head] in _AMOUNTS
        return Asked(
            "number",
            taken if bare else frozenset(),
            named(lower, head) if bare else (head,),
            measure=_unit(lower[head]),
        )
    if lower[head] in ("reason", "reasons", "cause"):
        return Asked("reason", taken)
    return Asked("name", taken, named(lower, head)) if lower[head] in ("name", "names") else None


def _who(lower: Sequence[str], place: int, following: str) -> Asked:
    return Asked("person", frozenset({place}), noun_phrase(lower, place + 1) if lower[place] == "whose" else ())


def _plain(kind: Kind) -> Callable[[Sequence[str], int, str], Asked]:
    """What `when`, `where` and `why` ask for, whatever follows."""
    return lambda lower, place, following: Asked(kind, frozenset({place}))


def _how(lower: Sequence[str], place: int, following: str) -> Asked:
    if following in BE and lower[-1] in ("called", "named"):
        noun = next((i for i in range(place + 2, len(lower)) if lower[i] not in DETERMINERS), place)
        return Asked("name", frozenset({place}) | indexes(lower, _CALLED), (noun,))
    if following not in _HOW_NUMBERS:
        return Asked("manner", frozenset({place}))
    focus = noun_phrase(lower, place + 2) if following in ("many", "much") else ()
    if following == "much" and not focus and lower[-1] in ("cost", "costs"):
        focus = priced(lower, place)
    measure: Measure = {"long": "duration", "old": "age"}.get(following, "")  # type: ignore[assignment]
    if following == "much" and (_MONEY & set(lower)):
        measure = "money"
    if "old" in lower[place + 2 : place + 5] and "years" in lower[place + 2 : place + 4]:
        measure, focus = "age", ()
    if following in ("many", "much") and focus and lower[focus[0]] in ("percent", "percentage"):
        measure = "percent"
    spent = {i for i in focus if lower[i] in _DATES} if measure else set()
    return Asked("number", frozenset({place, place + 1}) | spent, focus, measure=measure)


def _unit(noun: str) -> Measure:
    """What must stand beside a number that a noun is."""
    if "percent" in noun:
        return "percent"
    return "money" if noun in _MONEY else "score" if noun == "score" else ""


def _what(lower: Sequence[str], place: int, following: str) -> Asked:
    run = noun_phrase(lower, place + 1)
    if len(run) > 1 and lower[run[0]] in _PLACES and AUXILIARIES.isdisjoint(lower[run[-1] + 1 : run[-1] + 2]):
        run = run[:1]
    if run and lower[run[-1]] in _DATES and lower[run[-1] + 1 : run[-1] + 2] == ["and"]:
        run = (*run, run[-1] + 1, run[-1] + 2)
    if run and lower[run[-1]] in ("thing", "things"):
        return Asked("thing", frozenset({place, *run}), several=lower[run[-1]] == "things")
    head = lower[run[-1]] if run else ""
    several = bool(run) and (
        (head.endswith("s") and not head.endswith("ss")) or lower[run[0]] in ("two", "three", "four")
    )
    taken = frozenset({place})
    if head in ("extent", "degree") and place and lower[place - 1] == "to":
        return Asked("manner", frozenset({place - 1, place, *run}))
    if head in _DATES:
        weekday = head == "weekday" or "week" in lower[place + 1 : place + 6]
        monthly = (head == "day" and any(w in MONTH_WORDS for w in lower)) or (
            len(run) > 2 and "month" in lower[run[0] : run[-1] + 1]
        )
        told_by = next((lower[i] for i in run if lower[i] not in _PRECISE), "")
        narrowed: Measure = "weekday" if weekday else "date" if monthly else _MEASURED.get(told_by, "")
        dated_by = _DATES | _PRECISE | ({"week"} if weekday else set())
        spent = frozenset(i for i in range(place, len(lower)) if lower[i] in dated_by)
        return Asked("date", taken | (spent if weekday else spent & frozenset(run)), several=several, measure=narrowed)
    dated = complement(lower, place) if not run else ()
    if dated and lower[dated[-1]] in _DATES:
        told = indexes(lower, _DATES) | frozenset(dated)
        return Asked("date", taken | told, measure=_MEASURED.get(lower[dated[-1]], ""))
    if head in _NUMBERS or (not run and any(w in _NUMBERS for w in lower[place + 1 : place + 5])):
        scored = head == "score" or (not run and "score" in lower[place + 1 : place + 5])
        measured: Measure = "score" if scored else _unit(head)
        counted = run or complement(lower, place)
        bare = frozenset(i for i in counted if lower[i] in _AMOUNTS)
        of = named(lower, max(bare)) if bare else ()
        return Asked("number", taken | bare, of or tuple(i for i in counted if i not in bare), measure=measured)
    if head in _SORTS and lower[run[-1] + 1 : run[-1] + 2] == ["of"]:
        return Asked("thing", taken | frozenset(run), noun_phrase(lower, run[-1] + 2)[-1:], several)
    if head in _PLACES:
        return Asked("place", taken | {run[-1]} | _places_besides(lower, run[-1]), run[:-1], several)
    if head in _PEOPLE:
        return Asked("person", taken, run, several)
    if not run and "reason" in lower[place + 1 : place + 5]:
        return Asked("reason", taken)
    if place and lower[place - 1] in _CALLED:
        return Asked("name", taken | {place - 1})
    if not run and _CALLED & set(lower[place + 1 :]):
        noun = _borne(lower, place, following)
        return Asked("name", taken | indexes(lower, _CALLED), named(lower, place) or noun)
    return Asked("thing", taken, run or complement(lower, place), several)


def _places_besides(lower: Sequence[str], place: int) -> set[int]:
    """`Which city and (which) country`: what else is asked for behind the first place."""
    joined = lower[place + 1 : place + 2] in (["and"], ["or"])
    further = range(place + 1, min(place + 5, len(lower)))
    end = next((i for i in further if lower[i] in _PLACES), place) if joined else place
    plain = all(lower[i] in _BETWEEN for i in range(place + 1, end))
    return set(range(place + 1, end + 1)) if plain else set()


def _borne(lower: Sequence[str], place: int, following: str) -> tuple[int, ...]:
    """`What is the painting called?`: the noun before the word at the end."""
    if following not in BE or lower[-1] not in ("called", "named"):
        return ()
    return tuple(i for i in range(place + 2, len(lower) - 1) if lower[i] not in DETERMINERS)[-1:]


_MEASURED: dict[str, Measure] = {"year": "year", "month": "month", "day": "day", "date": "date"}
_ENGLISH_ASKING = {
    "who": _who, "whom": _who, "whose": _who, "how": _how,
    "when": _plain("date"), "where": _plain("place"), "why": _plain("reason"),
    "what": _what, "which": _what,
}  # fmt: skip
