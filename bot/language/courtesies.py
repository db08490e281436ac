"""The courtesies around a question (`Could you tell me`, `cho hỏi ... ạ`), which ask for nothing themselves."""

from __future__ import annotations

import re

from bot.language.normalise import fold
from bot.models import Language

_GREETING = r"(?:(?:hi|hello|hey|excuse me|sorry|thanks|good (?:morning|afternoon|evening))(?: there)?[,.!]?\s+)*"
_ENGLISH = re.compile(
    _GREETING + r"(?:(?:please[,]?\s+)?(?:(?:can|could|would|will|might) (?:you|anyone|someone|i|we)\s+(?:please\s+|kindly\s+|possibly\s+)?)?"
    r"(?:tell|let|inform|remind|ask|explain|show|give)(?:\s+(?:to )?(?:me|us|you))?(?: know)?(?: please)?(?:,)?"
    r"|do you (?:happen to )?know|(?:i|we)(?:['’]d| would)? (?:like|love|want|need) to (?:know|ask|learn|find out)"
    r"|(?:i|we)(?: am|['’]m|['’]d)? (?:just )?wonder(?:ing)?|(?:may|can|could) i (?:please )?(?:ask|know)|just wondering|please)"
    r"(?:\s+about)?[,:]?\s+(?=(?:to |in |on |at |by |from |for |with |of |about )?"
    r"(?:who|whom|whose|what|which|when|where|why|how|if|whether|is|are|was|were|do|does|did|has|have|had|will|can|the|according)\b)",
    re.IGNORECASE,
)  # fmt: skip
_ENGLISH_END = re.compile(r",?\s+(?:please|thanks|thank you)(?:\s*[?!.])?\s*$", re.IGNORECASE)

_ASKER = r"(?:tôi|mình|em|con|cháu|tớ|anh|chị|bạn|ad|mọi người|chúng tôi)"
_VIETNAMESE = (
    r"(?:(?:xin chào|chào (?:bạn|anh|chị|ad)|alo|dạ|thưa)[,.!]?\s+)*"
    rf"(?:(?:xin|làm ơn|vui lòng|hãy|nhờ {_ASKER}|{_ASKER} (?:có thể|ơi|làm ơn|vui lòng)[,]?)\s+)*"
    rf"(?:(?:cho|giúp)\s+(?:{_ASKER}\s+)?(?:xin\s+)?(?:được\s+)?(?:hỏi|biết)(?: là| rằng| thêm)?"
    rf"|{_ASKER}\s+(?:(?:muốn|cần|xin)\s+(?:được\s+)?(?:hỏi|biết)|có biết|thắc mắc)(?: là| rằng)?"
    r"|hỏi)[,:]?\s+"
)
_VIETNAMESE_END = (
    r"(?:,?\s+(?:ạ|nhỉ|hả|nhé|nha|với ạ|(?<!như )vậy|vậy ạ|thế ạ|(?<!như )(?<!nào )thế|cơ))+(?=\s*[?!.]*\s*$)"
)
_VI_START, _VI_END = (re.compile(p, re.IGNORECASE) for p in (_VIETNAMESE, _VIETNAMESE_END))
_PLAIN_START, _PLAIN_END = (
    re.compile(fold(p), re.IGNORECASE) for p in (_VIETNAMESE, _VIETNAMESE_END.replace("|cơ", "").replace("|hả|nhé|nha", ""))
)  # fmt: skip
_TOLD = re.compile(
    r"^(?:according to (?:the|this|these) (?:news )?(?:articles?|reports?|stor(?:y|ies)|texts?)[,]?\s+"
    r"|(?:theo|theo như|trong) (?:các |những )?(?:bài báo|bài viết|bản tin|tin tức|bài)(?: này| trên)?(?: thì)?[,]?\s+)",
    re.IGNORECASE,
)
"""`According to the article`: every question is."""
_CLEFT = re.compile(r"\b(?:is|was) it (?:that|who|which)\b ", re.IGNORECASE)
"""`Who was it that spoke?`: who spoke."""
_PLAIN_TOLD = re.compile(fold(_TOLD.pattern), re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:có biết|co biet)\b", re.IGNORECASE)
_KNOWN_END = re.compile(r"\s+(?:không|khong)(?=\s*[?!.]*\s*$)", re.IGNORECASE)
LEAST = 2
"""Words that are left of a question, at least."""


def plain_question(text: str, language: Language) -> str:
    """A question without the courtesies before and behind it.

    >>> plain_question("Could you tell me whether Lâm spoke, please?", "en")
    'whether Lâm spoke?'
    >>> plain_question("Cho em hỏi ai hiến phổi vậy ạ?", "vi")
    'ai hiến phổi?'
    """
    if language == "en":
        left = _TOLD.sub("", _ENGLISH.sub("", text, count=1) if _ENGLISH.match(text) else text)
        return _kept(_CLEFT.sub("", _ENGLISH_END.sub("?", left)), text)
    toneless = text == fold(text)
    start, end = (_PLAIN_START, _PLAIN_END) if toneless else (_VI_START, _VI_END)
    match = start.match(text)
    left = end.sub("", text[match.end() :] if match else text)
    if match and _KNOWN.search(match.group()):
        left = _KNOWN_END.sub("", left)
    return _kept((_PLAIN_TOLD if toneless else _TOLD).sub("", left), text)


def _kept(left: str, text: str) -> str:
    return left if len(left.split()) >= LEAST else text
