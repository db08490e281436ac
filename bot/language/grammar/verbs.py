"""The verb that a clause turns on, by form and place alone: an English past, a Vietnamese word after its marker.

No tagger: where the place is not plain there is none, and light verbs (become, include, trở thành) that say little are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from bot.language.naming.names import is_capital
from bot.language.words.terms import tokens, word_of
from bot.models import Language

_LINES = (files("bot.language.words") / "irregular.tsv").read_text("utf-8").splitlines()
_FORMS = frozenset(line.split("\t")[0] for line in _LINES if line.endswith("\tverb"))
_BEFORE_NOUN = (
    "a an the this that these those his her its their our my your some any no each every all both many most more of in on "
    "at from for with by about into than very and or as well so less between among per to"
)
_SHORT_PAST = frozenset({"sued", "axed", "owed"})
_LIGHT = (
    "become include make take give use call know name locate happen occur consider find begin start continue go come say "
    "tell add state describe see base relate regard need want seem appear remain keep put set hold mean involve contain "
    "consist provide have be do get let allow help tend try show refer think believe compare respect follow associate own "
    "belong exist work play lead result cause serve operate form bring turn leave receive feature estimate another"
)
_VI_LIGHT = (
    "trở bao gồm gọi biết sử dùng cho đưa lấy bắt thấy nói thuộc nằm diễn xảy tìm coi xem tồn liên giúp nhận tạo cung chứa "
    "đặt thành mang tham dẫn gây hoạt xuất chiếm xác tên hơn số trong khoảng một hai ba các những"
)
_AFTER_THIRD_PERSON = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_ADVERBS = frozenset({"not", "also", "never", "been", "be", "first", "then", "later", "once", "being"})
_NOUN_MARKERS = frozenset(_BEFORE_NOUN.split())
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall", "did", "does", "do"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_HAVE = frozenset({"has", "have", "had"})
_VI_MARKERS = frozenset({"đã", "đang", "sẽ", "vừa", "bị", "được", "không", "chưa", "từng", "phải"})
_VI_TENSES = frozenset({"đã", "đang", "sẽ", "vừa"})
_LIGHT_FORMS: dict[Language, frozenset[str]] = {
    "en": frozenset(word_of(word).stem for word in _LIGHT.split()),
    "vi": frozenset(_VI_LIGHT.split()),
}


def main_verb(text: str, language: Language) -> int | None:
    """Where the verb begins that a statement turns on (code points); None where its place is not plain.

    >>> main_verb("Lâm attacked Kao.", "en"), main_verb("Lâm is a great man.", "en"), main_verb("Lâm đã tấn công.", "vi")
    (4, None, 7)
    """
    found = list(tokens(text))
    words = [word_of(token).canonical for token, _, _ in found]
    at = (_english if language == "en" else _vietnamese)([token for token, _, _ in found], words)
    return None if at is None else found[at][1]


def is_light(word: str, language: Language) -> bool:
    """Whether a word says too little to be asked of a text.

    >>> is_light("became", "en"), is_light("attacked", "en"), is_light("gồm", "vi")
    (True, False, True)
    """
    return word_of(word).stem in _LIGHT_FORMS[language]


def is_past(word: str) -> bool:
    """Whether a lower-case English word has the form of a past or a participle.

    >>> is_past("welcomed"), is_past("led"), is_past("leader")
    (True, True, False)
    """
    return word in _FORMS or word in _SHORT_PAST or (word.endswith("ed") and len(word) > 4)


def _english(raw: Sequence[str], words: Sequence[str]) -> int | None:
    for i, word in enumerate(words):
        if not word.isascii() or is_capital(raw[i]):
            continue
        helper = _helper(words, i)
        if helper and is_light(word, "en"):
            return None
        if word in _BE | _HAVE | _MODALS:
            if _helps(words, i):
                continue
            return None
        if helper or (i and _is_finite(raw, words, i)):
            return None if is_light(word, "en") else i
    return None


def _adverb(word: str) -> bool:
    return word.endswith("ly") or word in (
        "not",
        "also",
        "never",
        "been",
        "be",
        "first",
        "then",
        "later",
        "once",
        "being",
    )


def _helper(words: Sequence[str], i: int) -> bool:
    """Whether an auxiliary stands before word `i` that makes it a verb by its form."""
    if _adverb(words[i]) or words[i] in _NOUN_MARKERS:
        return False
    j = i - 1
    while j >= 0 and _adverb(words[j]):
        j -= 1
    if j < 0:
        return False
    shaped = words[i].endswith("ed") or words[i] in _FORMS
    if words[j] in _MODALS:
        return words[i] not in _BE | _HAVE and j + 1 <= i and (shaped or j == i - 1)
    return (words[j] in _BE and (shaped or words[i].endswith("ing"))) or (words[j] in _HAVE and shaped)


def _helps(words: Sequence[str], i: int) -> bool:
    """Whether auxiliary `i` has a verb behind it, adverbs and other auxiliaries between."""
    j = i + 1
    while j < len(words) and (_adverb(words[j]) or words[j] in _BE | _HAVE):
        j += 1
    return j < len(words) and _helper(words, j)


def _is_finite(raw: Sequence[str], words: Sequence[str], i: int) -> bool:
    """Whether word `i` is a past form, or a third person between a name and an object."""
    word, before = words[i], words[i - 1]
    if before in _NOUN_MARKERS:
        return False
    if is_past(word):
        return True
    after = raw[i + 1] if i + 1 < len(raw) else ""
    opens = bool(after) and (is_capital(after) or after in _AFTER_THIRD_PERSON)
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3 and is_capital(raw[i - 1]) and opens


def _vietnamese(raw: Sequence[str], words: Sequence[str]) -> int | None:
    tensed = next((i for i, word in enumerate(words) if word in _VI_TENSES), 0)
    for i in range(tensed + 1, len(words)):
        if words[i - 1] in _VI_MARKERS or (is_capital(raw[i - 1]) and i > 1 and not is_capital(raw[i])):
            if words[i] in _VI_MARKERS:
                continue
            plain = raw[i].isalpha() and not is_capital(raw[i]) and not word_of(raw[i]).stop_vi
            return i if plain and not is_light(raw[i], "vi") else None
    return None
