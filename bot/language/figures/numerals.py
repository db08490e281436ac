"""Number words of both languages: thirty-five, seventh, half a century, hai mươi lăm, thứ bảy, một thập kỷ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.language.figures.number_words import (
    AFTER_YEAR,
    BEFORE_YEAR,
    EN_ADDENDS,
    EN_KNOWN,
    EN_ORDINALS,
    EN_PARTS,
    EN_SCALES,
    EN_SPANS,
    EN_STARTERS,
    EN_TENS,
    EN_TIMES,
    EN_UNITS,
    VI_AFTER_TENS,
    VI_KNOWN,
    VI_NO_SCALE,
    VI_ORDINALS,
    VI_SCALES,
    VI_SPANS,
    VI_STARTERS,
    VI_UNITS,
    VI_WEAK,
)
from bot.language.words.terms import word_of
from bot.models import Language

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words at [start, end); see `bot.language.figures.numbers.Number`."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class _Parse:
    length: int
    values: tuple[Fraction, ...]
    certain: bool


def read_words(text: str, language: Language) -> Iterator[NumberWord]:
    """The number words of a text, longest reading first, left to right.

    >>> [(text[w.start:w.end], int(w.values[0])) for text in ["Two hundred and five of the twenty-first"]
    ...  for w in read_words(text, "en")]
    [('Two hundred and five', 205), ('twenty-first', 21)]
    >>> [int(w.values[0]) for w in read_words("một trăm linh năm cuốn sách, lần thứ bảy", "vi")]
    [105, 7]
    """
    parse, starters = (_english, EN_STARTERS) if language == "en" else (_vietnamese, VI_STARTERS)
    for run in _RUN.finditer(text):
        tokens = list(_WORD.finditer(text, run.start(), run.end()))
        words = [word_of(t.group()).canonical for t in tokens]
        i = 0
        while i < len(tokens):
            found = parse(words, i) if words[i] in starters else None
            if found is None:
                i += 1
                continue
            yield NumberWord(tokens[i].start(), tokens[i + found.length - 1].end(), found.values, found.certain)
            i += found.length


def _at(words: Sequence[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _one(length: int, value: int | Fraction, certain: bool = True, *more: int | Fraction) -> _Parse:
    return _Parse(length, tuple(Fraction(v) for v in (value, *more)), certain)


def _english(words: Sequence[str], i: int) -> _Parse | None:
    word, after = words[i], _at(words, i + 1)
    if word in EN_TIMES:
        return _one(1, EN_TIMES[word], certain=False)
    if word in ("a", "an"):
        return _english_article(words, i)
    if word == "half":
        return (
            _one(3, EN_SPANS[_at(words, i + 2)] / Fraction(2))
            if _at(words, i + 2) in EN_SPANS
            else _one(1, Fraction(1, 2), False)
        )
    if word in EN_ORDINALS:
        return _one(1, EN_ORDINALS[word], certain=word not in ("first", "second", "third"))
    value, length = _english_cardinal(words, i)
    if not length:
        return None
    after = _at(words, i + length)
    if after in EN_PARTS and value < 20:
        return _one(length + 1, Fraction(value, EN_PARTS[after]))
    if after in EN_SPANS:
        return _one(length + 1, value * EN_SPANS[after], True, value)
    if (after, _at(words, i + length + 1), _at(words, i + length + 2)) == ("and", "a", "half"):
        return _one(length + 3, value + Fraction(1, 2))
    known = word == "two" and _at(words, i - 1) in EN_KNOWN
    return _one(length, value, certain=length > 1 or not (known or word in ("one", "zero")))


def _english_article(words: Sequence[str], i: int) -> _Parse | None:
    after = _at(words, i + 1)
    if after in EN_SCALES:
        value, length = _english_cardinal(["one", *words[i + 1 :]], 0)
        return _one(length, value)
    if after == "half" and _at(words, i + 2) in EN_SPANS:
        return _one(3, Fraction(EN_SPANS[_at(words, i + 2)], 2))
    if after in EN_SPANS:
        return _one(2, EN_SPANS[after], after in ("decade", "dozen"))
    return _one(2, Fraction(1, EN_PARTS[after]), certain=False) if after in EN_PARTS else None


def _english_cardinal(words: Sequence[str], i: int) -> tuple[int, int]:
    """The cardinal or compound ordinal that starts at word `i`: (value, words used), (0, 0) when there is none."""
    total = current = used = 0
    room = 10**15
    j = i
    while j < len(words):
        word = words[j]
        if word == "and" and used and current % 100 == 0 and _at(words, j + 1) in EN_ADDENDS:
            j += 1
            continue
        if word in EN_TENS and room >= 100:
            current, room = current + EN_TENS[word], 10
        elif (word in EN_UNITS or (used and word in EN_ORDINALS)) and _fits(word, room):
            current += EN_UNITS.get(word, EN_ORDINALS.get(word, 0))
            room = 1
        elif word == "hundred" and 0 < current < 100:
            current, room = current * 100, 100
        elif word in EN_SCALES and word != "hundred" and current:
            total, current, room = total + current * EN_SCALES[word], 0, 1000
        else:
            break
        j += 1
        used = j - i
    return total + current, used


def _fits(word: str, room: int) -> bool:
    value = EN_UNITS.get(word, EN_ORDINALS.get(word, 0))
    return room > 10 or (room == 10 and 0 < value < 10)


def _vietnamese(words: Sequence[str], i: int) -> _Parse | None:
    word = words[i]
    if word == "thứ" and _at(words, i + 1) in VI_ORDINALS:
        return _vietnamese_ordinal(words, i)
    if word == "nửa":
        return (
            _one(3, Fraction(100, 2))
            if tuple(words[i + 1 : i + 3]) == ("thế", "kỷ")
            else _one(1, Fraction(1, 2), False)
        )
    value, length = _vietnamese_cardinal(words, i)
    after = _at(words, i + length)
    if not length or (_is_plain(words, i, length) and _at(words, i + 1) != "phần"):
        return None
    if _at(words, i + length) == "phần" and _at(words, i + length + 1) in VI_ORDINALS:
        return _one(length + 2, Fraction(value, VI_ORDINALS[words[i + length + 1]]))
    for span, factor in VI_SPANS.items():
        if tuple(words[i + length : i + length + len(span)]) == span:
            return _one(length + len(span), value * factor, word != "một" or span != ("thế", "kỷ"), value)
    if _at(words, i + length) == "rưỡi" and value >= 1000:
        return _one(length + 1, value + _last_scale(words[i + length - 1]) / Fraction(2))
    known = word == "hai" and after in VI_KNOWN
    return _one(length, value, certain=length > 1 or not (known or word in VI_WEAK))


def _vietnamese_ordinal(words: Sequence[str], i: int) -> _Parse:
    value, length = _vietnamese_cardinal(words, i + 1)
    if length > 1:
        return _one(length + 1, value)
    return _one(2, VI_ORDINALS[words[i + 1]], certain=words[i + 1] not in ("nhất", "hai", "ba"))


def _last_scale(word: str) -> int:
    return VI_SCALES.get(word, 0)


def _is_plain(words: Sequence[str], i: int, length: int) -> bool:
    """A lone `không` is "not"; a lone `năm` is a year except between words that a count can stand between."""
    if length > 1 or words[i] not in ("năm", "không"):
        return False
    after = _at(words, i + 1)
    return words[i] == "không" or not after or after in AFTER_YEAR or _at(words, i - 1) in BEFORE_YEAR


def _vietnamese_cardinal(words: Sequence[str], i: int) -> tuple[int, int]:
    """The cardinal at word `i`: (value, words used); digits, mười, mươi, trăm, linh/lẻ and the scales."""
    total = used = 0
    j = i
    while j < len(words):
        value, length = _below_thousand(words, j)
        if not length:
            break
        j += length
        scale = _scale(words, j)
        if scale is None:
            total, used = total + value, j - i
            break
        while scale is not None:
            value, j = value * scale, j + 1
            scale = _scale(words, j)
        total, used = total + value, j - i
        if _at(words, j) in ("linh", "lẻ"):
            j += 1
    return total, used


def _scale(words: Sequence[str], i: int) -> int | None:
    return None if _at(words, i + 1) in VI_NO_SCALE else VI_SCALES.get(_at(words, i))


def _below_thousand(words: Sequence[str], i: int) -> tuple[int, int]:
    first = VI_UNITS.get(words[i])
    if first is not None and _at(words, i + 1) == "trăm":
        rest, length = _after_hundred(words, i + 2)
        return first * 100 + rest, 2 + length
    return _below_hundred(words, i)


def _after_hundred(words: Sequence[str], i: int) -> tuple[int, int]:
    if _at(words, i) in ("linh", "lẻ") and _at(words, i + 1) in VI_AFTER_TENS:
        return VI_AFTER_TENS[words[i + 1]], 2
    value, length = _below_hundred(words, i) if i < len(words) else (0, 0)
    return (value, length) if length > 1 or _at(words, i) == "mười" else (0, 0)


def _below_hundred(words: Sequence[str], i: int) -> tuple[int, int]:
    word, after = words[i], _at(words, i + 1)
    if word == "mười":
        tail = {**VI_UNITS, "lăm": 5, "nhăm": 5}
        return (10 + tail[after], 2) if after in tail and after not in ("năm", "không") else (10, 1)
    unit = VI_UNITS.get(word)
    if unit is None:
        return 0, 0
    if after in ("mươi", "chục"):
        last = _at(words, i + 2)
        known = last in VI_AFTER_TENS and last not in ("năm", "không")
        return (unit * 10 + VI_AFTER_TENS[last], 3) if known else (unit * 10, 2)
    if after in ("lăm", "nhăm", "mốt") and unit >= 2:
        return unit * 10 + VI_AFTER_TENS[after], 2
    return unit, 1
