"""Which words of a sentence are denied: `did not praise`, `failed to praise`, `không cam kết`, `từ chối cam kết`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import Word, tokens, word_of
from bot.models import Language

_EN_CUES = "not never no cannot without nor neither nobody nothing none nowhere hardly scarcely"
_EN_DENIALS = (
    "fail fails failed failing refuse refuses refused refusing deny denies denied denying decline declines declined "
    "declining reject rejects rejected rejecting avoid avoids avoided lack lacks lacked unable ban bans banned forbid "
    "forbids forbade forbidden prohibit prohibits prohibited prevent prevents prevented stop stopped cease ceased except "
    "exception exceptions only instead rather unlike stop_short stops_short stopped_short stopping_short fall_short falls_short "
    "fell_short falling_short"
)
_DENIED = (
    "deny denies denied denying refuse refuses refused refusing decline declines declined declining reject rejects rejected "
    "rejecting fail fails failed failing unable stop_short stops_short stopped_short stopping_short fall_short falls_short "
    "fell_short falling_short từ_chối phủ_nhận bác_bỏ khước_từ"
)
_VI_CUES = "không chưa chẳng chả đừng"
_VI_DENIALS = "từ_chối phủ_nhận bác_bỏ khước_từ thất_bại cấm thiếu ngừng tránh ngăn mất trừ ngoại_trừ chỉ thay_vì khỏi"
_EN_ADVERBS = "only just yet ever longer always really actually fully even to be been have has had any"
_VI_ADVERBS = "hề còn phải bao giờ từng thể được có thấy bị đã đang sẽ cần nên muốn chịu thực sự hoàn toàn kể hẳn là gì"
_CONJUNCTIONS: dict[Language, frozenset[str]] = {
    "en": frozenset({"and", "but", "although", "while", "whereas"}),
    "vi": frozenset({"và", "nhưng"}),
}
_COMPOUNDS = "gian khí quân lưu trung kích tặc ảnh phận chỉ những"
_CUES: dict[Language, frozenset[str]] = {"en": frozenset(_EN_CUES.split()), "vi": frozenset(_VI_CUES.split())}
_DENIAL_TABLES: tuple[tuple[Language, str], ...] = (("en", _EN_DENIALS), ("vi", _VI_DENIALS))
_DENIALS: dict[Language, tuple[tuple[str, ...], ...]] = {
    language: tuple(sorted((tuple(words.split("_")) for words in table.split()), key=len, reverse=True))
    for language, table in _DENIAL_TABLES
}
DENIALS = frozenset(_DENIED.split())
"""Cues of what was denied, refused or not achieved."""
_STARTERS: dict[Language, frozenset[str]] = {k: _CUES[k] | {cue[0] for cue in cues} for k, cues in _DENIALS.items()}
_ADVERBS: dict[Language, frozenset[str]] = {"en": frozenset(_EN_ADVERBS.split()), "vi": frozenset(_VI_ADVERBS.split())}
_AFTER_COMPOUND = frozenset(_COMPOUNDS.split())
_BEFORE_COMPOUND = frozenset({"hàng", "trên"})
_CLAUSE_END = re.compile(r"[.;:!?…\n]")
_BOUND = re.compile(
    r"\s*(?:(?:later|earlier) than\b|(?:fewer|less|more|higher|lower) than (?:[^\W\d_]+ )?[$€£]?\d|"
    r"(?:dưới|quá|đến|tới|đầy|hơn|kém|ít hơn|nhiều hơn) (?:[^\W\d_]+ )?\d)",
    re.IGNORECASE,
)
"""What follows a word that bounds a figure, and denies nothing: `no fewer than 40`, `không quá 40`."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that denies, at [start, end), and the stems of the words that it denies (the nearest content words)."""

    start: int
    end: int
    cue: str
    heads: tuple[str, ...]
    explicit: bool


def negations(text: str, language: Language) -> list[Negation]:
    """The negations of a text in order; `not only`, `không chỉ`, `hàng không` and a closing `không?` are none.

    >>> [n.heads for n in negations("Lâm did not praise the Secretariat.", "en")]
    [('prais', 'secretariat')]
    >>> [n.heads for n in negations("Việt Nam không hề cam kết", "vi")]
    [('cam', 'kết')]
    """
    words = [(word_of(t), t, at, to) for t, at, to in tokens(text)]
    found = []
    for i, (word, token, at, to) in enumerate(words):
        if word.canonical not in _STARTERS[language] and not token.endswith("t"):
            continue
        after = [w.canonical for w, *_ in words[i + 1 : i + 3]]
        before = words[i - 1][0].canonical if i else ""
        explicit = _is_cue(token, word.canonical, before, after[:1], text[to:], language)
        denial = () if explicit else _denial((word.canonical, *after), language)
        if explicit or denial:
            heads = _heads(text, words[i + max(1, len(denial)) :], to, language)
            found.append(Negation(at, to, "_".join(denial) or word.canonical, heads, explicit))
    return found


def _is_cue(token: str, word: str, before: str, after: list[str], rest: str, language: Language) -> bool:
    if (token[0].isupper() and before) or _BOUND.match(rest):
        return False
    if language == "en":
        contracted = token.lower().endswith(("n't", "n’t"))
        numbered = word == "no" and rest.lstrip(". ")[:1].isdigit()
        return contracted or (word in _CUES["en"] and after != ["only"] and not numbered)
    if word not in _CUES["vi"] or before in _BEFORE_COMPOUND or not _AFTER_COMPOUND.isdisjoint(after):
        return False
    return bool(after) and not rest.lstrip().startswith("?")


def _denial(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The expression that these words begin with and that denies without a negation, such as `từ chối`."""
    return next((cue for cue in _DENIALS[language] if words[: len(cue)] == cue), ())


def _heads(text: str, following: Sequence[tuple[Word, str, int, int]], end: int, language: Language) -> tuple[str, ...]:
    heads: list[str] = []
    for word, token, at, to in following[:8]:
        if _CLAUSE_END.search(text, end, at) or word.canonical in _CONJUNCTIONS[language]:
            break
        end = to
        plain = word.canonical in _ADVERBS[language] or word.canonical in STOP_WORDS[language]
        if plain or (language == "en" and token.endswith("ly")):
            continue
        heads.append(word.stem)
        if len(heads) == 2:
            break
    return tuple(heads)
