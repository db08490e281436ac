"""Which words of a sentence are denied: `did not praise`, `failed to praise`, `không cam kết`, `từ chối cam kết`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.stopwords import STOP_WORDS
from bot.language.terms import Word, tokens, word_of
from bot.models import Language

_EN_CUES = frozenset(
    [
        "not",
        "never",
        "no",
        "cannot",
        "without",
        "nor",
        "neither",
        "nobody",
        "nothing",
        "none",
        "nowhere",
        "hardly",
        "scarcely",
    ]
)
_EN_DENIALS = frozenset(
    [
        "fail",
        "fails",
        "failed",
        "failing",
        "refuse",
        "refuses",
        "refused",
        "refusing",
        "deny",
        "denies",
        "denied",
        "denying",
        "decline",
        "declines",
        "declined",
        "declining",
        "reject",
        "rejects",
        "rejected",
        "rejecting",
        "avoid",
        "avoids",
        "avoided",
        "lack",
        "lacks",
        "lacked",
        "unable",
        "ban",
        "bans",
        "banned",
        "forbid",
        "forbids",
        "forbade",
        "forbidden",
        "prohibit",
        "prohibits",
        "prohibited",
        "prevent",
        "prevents",
        "prevented",
        "stop",
        "stopped",
        "cease",
        "ceased",
    ]
)
_VI_CUES = frozenset(["không", "chưa", "chẳng", "chả", "đừng", "khỏi"])
_VI_DENIALS = (("từ", "chối"), ("phủ", "nhận"), ("bác", "bỏ"), ("khước", "từ"), ("thất", "bại"), ("không",), ("cấm",), ("thiếu",),
               ("ngừng",), ("tránh",), ("ngăn",), ("mất",), ("trừ",), ("ngoại", "trừ"), ("chỉ",), ("thay", "vì"), ("khỏi",))  # fmt: skip
_STARTERS: dict[Language, frozenset[str]] = {
    "en": _EN_CUES | _EN_DENIALS,
    "vi": _VI_CUES | {cue[0] for cue in _VI_DENIALS},
}
_VI_COMPOUNDS_BEFORE = frozenset(["hàng", "trên", "có", "hay"])
_VI_COMPOUNDS_AFTER = frozenset(
    ["gian", "khí", "quân", "lưu", "trung", "kích", "tặc", "ảnh", "phận", "chỉ", "những", "khí"]
)
_VI_ADVERBS = frozenset(
    [
        "hề",
        "còn",
        "phải",
        "bao",
        "giờ",
        "từng",
        "thể",
        "được",
        "có",
        "thấy",
        "bị",
        "đã",
        "đang",
        "sẽ",
        "cần",
        "nên",
        "muốn",
        "chịu",
        "thực",
        "sự",
        "hoàn",
        "toàn",
        "bao",
        "kể",
        "hẳn",
        "là",
        "gì",
    ]
)
_EN_ADVERBS = frozenset(
    [
        "only",
        "just",
        "yet",
        "ever",
        "longer",
        "always",
        "really",
        "actually",
        "fully",
        "even",
        "to",
        "be",
        "been",
        "have",
        "has",
        "had",
        "any",
    ]
)
_CLAUSE_END = re.compile(r"[.;:!?…\n]")


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
    starters = _STARTERS[language]
    for i, (word, token, at, to) in enumerate(words):
        if word.canonical not in starters and not token.endswith("t"):
            continue
        after = [w.canonical for w, *_ in words[i + 1 : i + 3]]
        before = words[i - 1][0].canonical if i else ""
        explicit = _is_cue(token, word.canonical, before, after, text[to:], language)
        if explicit or _is_denial(word.canonical, after, language):
            skip = (
                1
                if language == "vi" and not explicit and len(after) and (word.canonical, after[0]) in _VI_DENIALS
                else 0
            )
            heads = _heads(text, words[i + 1 + skip :], to, language)
            found.append(Negation(at, to, word.canonical, heads, explicit))
    return found


def _is_cue(token: str, word: str, before: str, after: list[str], rest: str, language: Language) -> bool:
    following = after[0] if after else ""
    if token[0].isupper() and before:
        return False
    if language == "en":
        contracted = token.lower().endswith(("n't", "n’t"))
        numbered = word == "no" and rest.lstrip(". ")[:1].isdigit()
        return contracted or (word in _EN_CUES and following != "only" and not numbered)
    if word not in _VI_CUES or before in _VI_COMPOUNDS_BEFORE - {"có", "hay"} or following in _VI_COMPOUNDS_AFTER:
        return False
    return bool(following) and not rest.lstrip().startswith("?")


def _is_denial(word: str, after: list[str], language: Language) -> bool:
    if language == "en":
        return word in _EN_DENIALS
    return any((word, *after)[: len(cue)] == cue for cue in _VI_DENIALS if cue != ("không",))


def _heads(text: str, following: Sequence[tuple[Word, str, int, int]], end: int, language: Language) -> tuple[str, ...]:
    adverbs = _EN_ADVERBS if language == "en" else _VI_ADVERBS
    heads: list[str] = []
    for word, token, at, to in following[:8]:
        if _CLAUSE_END.search(text, end, at):
            break
        end = to
        word = word_of(token)
        if (
            word.canonical in adverbs
            or word.canonical in STOP_WORDS[language]
            or (language == "en" and token.endswith("ly"))
        ):
            continue
        heads.append(word.stem)
        if len(heads) == 2:
            break
    return tuple(heads)
