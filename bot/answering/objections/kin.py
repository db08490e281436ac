"""What is asked about somebody's wife or son: told of that person it is no answer, and a name asked for stands beside the kin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import SAID
from bot.answering.objections.naming import BE, PREPOSITIONS, is_new_name, precedes
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.language.grammar.verbs import is_past
from bot.language.words.normalise import words
from bot.language.words.terms import Word

_EN = (
    r"(?:wife|husband|spouse|sons?|daughters?|mother|father|parents?|brothers?|sisters?|child(?:ren)?|widow(?:er)?"
    r"|grand(?:son|daughter|father|mother)s?|nephew|niece|uncle|aunt|cousin|fianc[eé]e?|girlfriend|boyfriend)"
)
_VI = (
    r"(?:phu nhân|vợ(?! chồng)|(?<!vợ )chồng|con trai|con gái|các con|con dâu|con rể|bố|mẹ|cha|cha mẹ|bố mẹ|anh trai|chị gái|em trai|em gái"
    r"|ông nội|bà nội|ông ngoại|bà ngoại|cháu nội|cháu ngoại|người yêu|hôn thê)"
)
KIN = re.compile(rf"(?<!\w)(?:{_EN}|{_VI})(?!\w)")
"""Somebody's kin, in either language, lower case."""
_OF = Wording(
    rf"['’]s (?:late |eldest |elder |older |younger |youngest |only |two |three |\w+-year-old )*({_EN})(?!\w)|\b({_EN}) of (?=\S)",
    rf"(?<!\w)(?<!công ty )(?<!tàu )({_VI})(?! đẻ) (?:của |bà |ông |anh |chị |cô |em )*(?=\S)",
)


def kin_unsaid(question: QuestionView, scene: Scene) -> bool:
    """Whether a question is about the kin of somebody whom it names, and the paragraph tells of no such kin."""
    for match in _OF.finditer(question):
        start, end = match.span(match.lastindex or 0)
        told = [t for t in question.within(start, end) if not t.light]
        kin = [h for t, h in zip(question.terms, scene.whole, strict=True) if t in told]
        owned = question.language == "en" and match.lastindex == 1
        if (owned or _names_behind(question, match.end())) and kin and max(kin) < SAID:
            return True
    return False


def _names_behind(question: QuestionView, place: int) -> bool:
    """Whether the word at a place of the question's text belongs to a name."""
    return any(t.name and question.found[t.index][1] == place for t in question.terms)


_NAME_ASKED = re.compile(r"\bnames?\b|\bnamed\b|\bcalled\b|(?<!\w)(?:tên|quý danh|ten)(?!\w)", re.IGNORECASE)
_CLOSE_EN, _CLOSE_VI = (
    "wife|husband|spouse|son|daughter|father|mother|brother|sister",
    "phu nhân|vợ|chồng|con trai|con gái|bố|mẹ",
)
_WHO_IS_KIN = re.compile(
    rf"^who (?:is|was|are|were) (?:(?:the )?(?:{_CLOSE_EN})s? of\b|(?:\S+ ){{0,4}}\S+['’]s (?:{_CLOSE_EN})s?$)"
    rf"|^(?:{_CLOSE_VI})\b.*\blà ai$|^ai là (?:{_CLOSE_VI})\b"
)
"""`Who is Orla's husband?`: by his name."""
_CLOSE_KIN = words(
    "wife husband spouse son daughter father mother brother sister sons daughters parents children vợ chồng nhân trai gái bố mẹ"
)
_TWO = {"nhân": "phu", "trai": "con", "gái": "con"}
"""Second syllables of kin, and their first."""


def kin_unnamed(question: QuestionView, scene: Scene) -> bool:
    """Whether the name of somebody's kin is asked for, and no new name stands right behind the kin or before `wife of`."""
    asked = _NAME_ASKED.search(question.text) or _WHO_IS_KIN.search(question.text.rstrip("?! ").lower())
    if not asked or not any(_is_kin(question.words, i) for i in range(len(question.words))):
        return False
    there = scene.sentence.tokens
    said = [t.word for t in there]
    spots = [i for i in range(len(there)) if _is_kin(said, i)]
    return bool(spots) and not any(_kin_named(question, scene.sentence, spot) for spot in spots)


def _is_kin(said: Sequence[Word], place: int) -> bool:
    word = said[place].canonical.removesuffix("'s").removesuffix("’s")
    first = _TWO.get(word)
    return word in _CLOSE_KIN and (first is None or (place > 0 and said[place - 1].canonical == first))


def _kin_named(question: QuestionView, sentence: SentenceView, spot: int) -> bool:
    there = sentence.tokens
    for i in range(spot + 1, min(spot + 4, len(there))):
        if any(mark in sentence.gap(i - 1) for mark in ".;") or _parts(sentence, there[i].word.canonical):
            break
        if is_new_name(question, there[i]):
            return True
    of = there[spot + 1].word.canonical if spot + 1 < len(there) else ""
    return of in ("of", "của") and precedes(question, sentence, spot)


_JOINED = words("and along with và cùng với")
_SAYS_NAME = words("named called known nicknamed")


def _parts(sentence: SentenceView, word: str) -> bool:
    """Whether a word between kin and a name makes the name another's: a preposition, a verb such as `met`, `and`."""
    told = sentence.language == "en" and is_past(word) and word not in _SAYS_NAME | BE
    return told or word in _JOINED | PREPOSITIONS
