"""A paragraph read once for answering: its sentences as words that questions are compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.answering.text.words import words
from bot.language.figures.calendar_words import MONTH_WORDS
from bot.language.figures.dates import Moment, dates
from bot.language.figures.number_words import SMALL
from bot.language.naming.names import is_capital, is_plain, is_syllable
from bot.language.sentences.boundaries import Span, sentences
from bot.language.words.normalise import fold
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import Word, tokens, word_of
from bot.models import Language, Paragraph

TITLE_INSIDE = words("of the ký thư bí trưởng sứ tịch đoàn nước thống tướng")
"""Plain words inside a title that capitals surround: `Tổng Thư ký ASEAN`, `Secretary of State`."""
SHORTENED = 3
"""Words of a name from which on its initials may stand for it."""
_JOINS = words("of the and for on in to")
PREFIX = 5
"""Letters that two long words share when they are of one family (`accession`, `access`)."""

_NUMBER_WORDS: dict[Language, frozenset[str]] = {
    "en": words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
        "million billion half third quarter first second fourth fifth sixth seventh eighth ninth tenth dozen "
        "twice percent decade"
    ),
    "vi": words("một hai ba bốn sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ rưỡi nửa thập chục"),
}
_DATE_WORDS: dict[Language, frozenset[str]] = {
    "en": words(
        "january february march april june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday century decade decades centuries today yesterday tomorrow "
        "spring summer autumn winter era ago"
    ),
    "vi": words("kỷ niên hôm ngày tháng năm"),
}
_YEAR = re.compile(r"[12]\d{3}s?")
_FIGURE = re.compile(r"\d|(?:VN[DĐ]|USD?|EUR|GBP|AUD|SGD|HK|NT|Rp|RM)\d")
"""A number in figures, with or without a currency that is written on to it: `VNĐ120`."""
_CALENDAR = (
    _DATE_WORDS["en"]
    | frozenset(MONTH_WORDS)
    | words("year years circa since until from by in năm ngày tháng xuân hạ thu đông")
)


class Token(NamedTuple):
    """A word of a sentence at `start:end` of its paragraph, and what it could be part of."""

    text: str
    start: int
    end: int
    word: Word
    stop: bool
    capital: bool
    number: bool
    date: bool


class SentenceView:
    """A sentence: its words in order, and the sets in which a question's words are looked up."""

    def __init__(self, paragraph: Paragraph, index: int, span: Span, words: list[Token]) -> None:
        self.paragraph, self.index, self.span, self.tokens = paragraph, index, span, words
        self.stems = frozenset(t.word.stem for t in words)
        self.canonicals = frozenset(t.word.canonical for t in words)
        folded = [t.word.folded for t in words]
        pairs = list(pairwise(folded))
        self.folded = frozenset(folded) | frozenset(a + b for a, b in pairs)
        self.pairs = frozenset(f"{a}_{b}" for a, b in pairs)
        self.prefixes = frozenset(f[:PREFIX] for f in folded if len(f) > PREFIX)
        named = [a + b for (a, b), (x, y) in zip(pairs, pairwise(words), strict=True) if x.capital and y.capital]
        named += [f for f, word in zip(folded, words, strict=True) if word.capital]
        self.name_prefixes = frozenset(f[:PREFIX] for f in named if len(f) > PREFIX)

    @cached_property
    def text(self) -> str:
        """Its words as they stand."""
        return self.span.of(self.paragraph.text)

    @cached_property
    def acronyms(self) -> tuple[str, ...]:
        """Its words of three or more capitals (`NHNN`), without marks."""
        return tuple(fold(t.text) for t in self.tokens if len(t.text) > 2 and t.text.isalpha() and t.text.isupper())

    @cached_property
    def bracketed(self) -> tuple[int, ...]:
        """The places of its words that stand alone in round brackets: `(CPR)`."""
        text = self.paragraph.text
        return tuple(i for i, t in enumerate(self.tokens) if text[t.start - 1 : t.end + 1] == f"({t.text})")

    @cached_property
    def initials(self) -> frozenset[str]:
        """What its names of three words or more may be shortened to: `SBV` for `State Bank of Việt Nam`, `TBT` for `Tổng Bí thư`."""
        found: set[str] = set()
        run = ""
        for place, token in enumerate(self.tokens):
            gap = self.paragraph.text[self.tokens[place - 1].end : token.start] if place else " "
            inside = bool(run) and token.word.canonical in TITLE_INSIDE - _JOINS
            if gap.strip() or not (token.capital or inside or (run and token.word.canonical in _JOINS)):
                run = ""
            if token.capital or (inside and run):
                run += fold(token.text[0]).upper()
                found.update(run[i:] for i in range(len(run) - SHORTENED + 1))
        return frozenset(found)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its small numbers as figures, however they are written; a name (`Ba Đình`) is none."""
        plain = {t.word.canonical for t in self.tokens if not t.capital}
        return frozenset(SMALL.get(c, c) for c in plain if c in SMALL or c.isdigit())

    @cached_property
    def words(self) -> int:
        """Its length in words, as readers count them."""
        return len(self.text.split())

    @cached_property
    def moments(self) -> list[Moment]:
        """Its dates."""
        return dates(self.text, self.paragraph.language, self.paragraph.source.published)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes at which a stem or folded form stands."""
        places: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            for form in {token.word.stem, token.word.folded}:
                places.setdefault(form, []).append(i)
        return places


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph's sentences and all its words: canonical; without tones and joined with the next; as folded stems."""

    paragraph: Paragraph
    sentences: tuple[SentenceView, ...]
    canonicals: frozenset[str]
    folded: frozenset[str]
    stems: frozenset[str]


@lru_cache(maxsize=4096)
def view_of(paragraph: Paragraph) -> ParagraphView:
    """The reading of a paragraph, remembered.

    >>> from bot.models import Source
    >>> view = view_of(Paragraph(Source("a", "en"), 1, "Lâm left. He saw 142 pieces.", "body", "en"))
    >>> [(t.text, t.number) for t in view.sentences[1].tokens]
    [('He', False), ('saw', False), ('142', True), ('pieces', False)]
    """
    spans = sentences(paragraph.text)
    found = list(tokens(paragraph.text))
    views = []
    at = 0
    for index, span in enumerate(spans):
        first = at
        while at < len(found) and found[at][1] < span.end:
            at += 1
        words = _tokens(found[first:at], paragraph.language, paragraph.text)
        if words:
            views.append(SentenceView(paragraph, index, span, words))
    folded = frozenset[str]().union(*(v.folded for v in views))
    stems = frozenset(map(fold, frozenset[str]().union(*(v.stems for v in views))))
    canonicals = frozenset[str]().union(*(v.canonicals for v in views))
    return ParagraphView(paragraph, tuple(views), canonicals, folded, stems)


@lru_cache(maxsize=4096)
def title_words(title: str) -> frozenset[str]:
    """The words of an article's title, without tones; remembered."""
    return frozenset(word_of(t).folded for t, _, _ in tokens(title))


def _tokens(found: list[tuple[str, int, int]], language: Language, paragraph: str) -> list[Token]:
    read = []
    for n, (text, start, end) in enumerate(found):
        word = word_of(text)
        number = bool(_FIGURE.match(text)) or word.canonical in _NUMBER_WORDS[language]
        after = found[n + 1][0] if n + 1 < len(found) else ""
        before = found[n - 1][0].lower() if n else ""
        read.append(
            Token(text, start, end, word, word.stop_en if language == "en" else word.stop_vi,
                  is_capital(text) and (n > 0 or _named(word, after, language)) and not _plain_capital(word, n, language),
                  number, (_dated(text, word, before, after, language) or _is_day_of_month(paragraph, found, n))
                  and not _in_name(paragraph, found, n))
        )  # fmt: skip
    return read


def _in_name(paragraph: str, found: list[tuple[str, int, int]], place: int) -> bool:
    """`Vision 2025`: a year right behind a capital word that is no month, season or day."""
    text, start, _ = found[place]
    if not place or not _YEAR.fullmatch(text) or paragraph[found[place - 1][2] : start] != " ":
        return False
    before = found[place - 1][0]
    word = word_of(before)
    plain = word.stop_en or word.stop_vi or word.canonical in _CALENDAR or before.isdigit()
    month = place > 1 and found[place - 2][0].lower() in ("tháng", "năm")
    return is_capital(before) and not plain and not month


def _is_day_of_month(paragraph: str, found: list[tuple[str, int, int]], place: int) -> bool:
    """`10/3`: two short numbers with a slash between."""
    text, start, end = found[place]
    if not text.isdigit() or len(text) > 2:
        return False
    return paragraph[end : end + 1] == "/" or (
        start > 1 and paragraph[start - 1] == "/" and paragraph[start - 2].isdigit()
    )


def _named(word: Word, after: str, language: Language) -> bool:
    """Whether the first word of a sentence is a name by what it is or by the capital that follows."""
    if word.canonical in STOP_WORDS[language]:
        return False
    if after and after[0].isupper():
        return True
    return not is_plain(word.canonical) if language == "en" else not is_syllable(word.canonical)


def _plain_capital(word: Word, place: int, language: Language) -> bool:
    return language == "en" and place > 0 and word.stop_en


def _dated(text: str, word: Word, before: str, after: str, language: Language) -> bool:
    if text[0] in "12" and _YEAR.fullmatch(text):
        return True
    if language == "vi" and word.canonical in ("ngày", "tháng", "năm", "kỷ", "thứ"):
        return bool(after) and (after[0].isdigit() or after.isupper() or (word.canonical == "thứ" and after.istitle()))
    if language == "en" and word.canonical in ("may", "march"):
        return is_capital(text)
    if word.canonical in _DATE_WORDS[language]:
        return language == "en" or word.canonical not in ("ngày", "tháng", "năm", "kỷ", "thứ")
    return text[0].isdigit() and before in ("ngày", "tháng", "năm", "kỷ")
