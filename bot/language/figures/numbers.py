"""Numbers in every written form of both languages: digits, separators, words, scales, fractions, Roman numerals.

A number keeps all its possible readings ("1.234" is 1234 in Vietnamese and 1.234 in English; both are written in both),
and says whether it is certainly a number: `năm`, `một`, `one` and `second` are plain words more often than not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from bot.language.figures.number_words import EN_KNOWN, VI_KNOWN
from bot.language.figures.numerals import read_words
from bot.language.figures.units import label_of, sign_of, unit_of
from bot.models import Language

_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
    "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?: \d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)*)?(?P<part>[½¼¾⅓⅔⅛⅜⅝⅞])|"
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])"
    r"(?:(?:[:h]| giờ )(?P<minute>[0-5]\d)(?![\d:])(?: phút)?|(?= ?[ap]\.?m\b| giờ (?:sáng|chiều|tối|đêm)))"
    r"(?: ?(?P<pm>[ap])\.?m\b| (?:giờ )?(?P<time>sáng|chiều|tối|đêm))?|"
    r"(?<![\d.,])(?P<grouped>\d{1,3}(?: \d{3})+)(?![\d])|"
    r"(?P<plain>\d+(?:[.,]\d+)*)"
)
_SCALE = re.compile(
    r"(?:[ -]?(hundred|thousand|million|billion|trillion|dozen|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|(?:mn|bn|tn)(?![\w]))"
    r"s?|([km]))(?![^\W\d_])",
    re.IGNORECASE,
)
_SMALLER = re.compile(r" (\d{1,3}) (million|thousand|triệu|nghìn|ngàn)(?![^\W\d_])")
_YEARS = re.compile(r"(?<!\d)(1\d|20)\d\d\s?[-–—/]\s?$")
_ROMAN = re.compile(r"(?<![\w.])(?:(?=[IVX]{2})|(?<=[Qq]uý ))X{0,3}(?:IX|IV|V?I{0,3})(?![\w.]*[a-zA-ZÀ-ỹ])")
_RANGE = re.compile(r"[ ,%]*(?:to|and|or|[-–—/]|đến|tới|và|hoặc|,)? ?(?:US\$|[$€£])?", re.IGNORECASE)
_SPAN = re.compile(r"[%\s]*(?:[-–—]|to|until|(?:cho )?(?:đến|tới))\s?(?:năm |US\$|[$€£])?", re.IGNORECASE)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL = re.compile(r"(?:(?:st|nd|rd|th)(?![^\W_]))?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of a text; any one of `values` may be meant. Values are exact (no rounding).

    `certain` is False for words such as `một` or `one`, which support a fact but must not be demanded.
    `sign` is what `bot.language.figures.units.sign_of` tells, `label` what `label_of` there does; `shared` is a unit that
    only the other end of a range bears (`5 to 10%`). `unit` is what `unit_of` there tells, "" where nothing; a percentage
    can also be read as a fraction of one.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    certain: bool = True
    unit: str = ""
    sign: str = ""
    shared: str = ""
    label: str = ""


def numbers(text: str, language: Language) -> list[Number]:
    """The numbers of a text in order, without overlaps; never raises.

    >>> [(float(n.values[0]), n.unit) for n in numbers("Some 1.2 million people, 6½ points, 20 per cent", "en")]
    [(1200000.0, 'person'), (6.5, 'point'), (20.0, '%')]
    >>> [int(n.values[0]) for n in numbers("hai mươi lăm tác phẩm trong 30 năm, một thập kỷ", "vi")]
    [25, 30, 10]
    """
    found = [*_digit_numbers(text, language), *_roman_numbers(text)]
    taken = [(n.start, n.end) for n in found]
    for word in read_words(text, language):
        if not any(word.start < end and start < word.end for start, end in taken):
            unit, sign = unit_of(text, word.start, word.end), sign_of(text, word.start, word.end)
            found.append(Number(word.start, word.end, _with_share(word.values, unit), word.certain, unit, sign))
    return _sharing(text, sorted(found, key=lambda n: n.start))


def _sharing(text: str, found: list[Number]) -> list[Number]:
    """The numbers with the units that the other end of their range bears."""
    for i, (one, two) in enumerate(pairwise(found)):
        if one.unit != two.unit and _RANGE.fullmatch(text[one.end : two.start]):
            if not one.unit and two.unit:
                found[i] = replace(one, shared=two.unit)
            elif not two.unit and one.unit:
                found[i + 1] = replace(two, shared=one.unit)
    return found


def ranges(text: str, found: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Those of a text's numbers that stand as two ends (of a range, a score), in order.

    >>> text = "Won 23–16 in 1563 and from 30 to 50 km"
    >>> [(text[a.start : a.end], text[b.start : b.end]) for a, b in ranges(text, numbers(text, "en"))]
    [('23', '16'), ('30', '50')]
    """
    return ((a, b) for a, b in pairwise(found) if _SPAN.fullmatch(text, a.end, b.start))


def readings(digits: str, language: Language) -> tuple[Fraction, ...]:
    """What a run of digits with dots and commas can mean, the language's own convention first.

    >>> [str(v) for v in readings("1.234", "vi")], [str(v) for v in readings("3,5", "en")]
    (['1234', '617/500'], ['7/2'])
    """
    parts = re.split(r"[., ]", digits)
    separators = set(re.findall(r"[., ]", digits))
    joined = Fraction(int("".join(parts)))
    if not separators:
        return (joined,)
    decimal = joined / 10 ** len(parts[-1])
    if len(separators) == 2:
        return (decimal,)
    groups = len(parts[0]) <= 3 and all(len(p) == 3 for p in parts[1:])
    if len(parts) > 2 or separators == {" "}:
        return (joined,)
    if not groups:
        return (decimal,)
    own_group = "." if language == "vi" else ","
    return (joined, decimal) if own_group in separators else (decimal, joined)


def _digit_numbers(text: str, language: Language) -> list[Number]:
    found: list[Number] = []
    for match in _DIGITS.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        end = _ORDINAL.match(text, match.end()).end()  # type: ignore[union-attr]
        values, end = _scaled(text, end, _digit_values(match, language))
        if (years := _YEARS.search(text, max(0, match.start() - 8), match.start())) and len(match.group()) == 2:
            values = (*values, Fraction(int(years.group(1) + match.group())))
        unit = unit_of(text, match.start(), end)
        sign = sign_of(text, match.start(), end)
        label, certain = label_of(text, match.start()), bool(unit) or not _is_known_two(text, match.start(), end)
        found.append(Number(match.start(), end, _with_share(values, unit), certain, unit, sign, label=label))
    return found


def _is_known_two(text: str, start: int, end: int) -> bool:
    """Whether a 2 speaks of things already named: `the 2 sides`, `2 nước`."""
    if text[start:end] != "2":
        return False
    before, after = text[max(0, start - 8) : start].split(), text[end : end + 8].split()
    return bool(before and before[-1].lower() in EN_KNOWN) or bool(after and after[0].lower() in VI_KNOWN)


def _digit_values(match: re.Match[str], language: Language) -> tuple[Fraction, ...]:
    if match["hour"]:
        late = (match["pm"] or "").lower() == "p" or match["time"] in ("chiều", "tối")
        shift = 12 if late and int(match["hour"]) < 12 else 0
        return (int(match["hour"]) + shift + Fraction(int(match["minute"] or 0), 60),)
    whole = match["whole"] or match["grouped"] or match["plain"]
    values = readings(whole[:40], language) if whole else (Fraction(0),)
    if match["part"]:
        values = tuple(v + Fraction(_VULGAR[match["part"]]) for v in values)
    return values


def _scaled(text: str, end: int, values: tuple[Fraction, ...]) -> tuple[tuple[Fraction, ...], int]:
    """The values times the scales that follow (`1 tỷ 200 triệu` adds up), and where they end; `5m` may be metres."""
    factor = 0
    while scale := _SCALE.match(text, end):
        word = (scale.group(1) or scale.group(2)).lower()
        factor = _SCALES[word]
        scaled = tuple(v * factor for v in values)
        values = (*scaled, *values) if word == "m" else scaled
        end = scale.end()
    smaller = _SMALLER.match(text, end) if factor else None
    if smaller and (least := _SCALES[smaller.group(2)]) < factor:
        return tuple(v + int(smaller.group(1)) * least for v in values), smaller.end()
    return values, end


def _with_share(values: tuple[Fraction, ...], unit: str) -> tuple[Fraction, ...]:
    return (*values, *(v / 100 for v in values)) if unit == "%" else values


def _roman_numbers(text: str) -> list[Number]:
    return [Number(m.start(), m.end(), (Fraction(roman(m.group())),)) for m in _ROMAN.finditer(text) if m.group()]


def roman(numeral: str) -> int:
    """The value of a Roman numeral of I, V and X.

    >>> roman("XIX"), roman("VIII")
    (19, 8)
    """
    total = 0
    for here, following in zip(numeral, [*numeral[1:], "I"], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if value < _ROMAN_VALUES[following] else value
    return total
